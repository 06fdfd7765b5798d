//! How I look at the project: picture, outline or both; what is closed; where my keyboard is.

use std::collections::BTreeSet;

use figure::ColourBy;
use leptos::prelude::*;
use model::shown::{Filter, View};
use model::{CardId, MeasureId};

use crate::device;

/// What of the diagram is on the page.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[expect(missing_docs, reason = "the words explain themselves")]
pub enum Shows {
    Picture,
    Both,
    Outline,
}

impl Shows {
    /// All of them, from the picture to the outline.
    pub const ALL: [Shows; 3] = [Shows::Picture, Shows::Both, Shows::Outline];

    /// Its name where this device keeps it.
    pub const fn name(self) -> &'static str {
        match self {
            Shows::Picture => "picture",
            Shows::Both => "both",
            Shows::Outline => "outline",
        }
    }

    /// Whether the picture is there.
    pub fn picture(self) -> bool {
        self != Shows::Outline
    }

    /// Whether the outline is there.
    pub fn outline(self) -> bool {
        self != Shows::Picture
    }
}

/// Which of the two the keyboard works in.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[expect(missing_docs, reason = "the words explain themselves")]
pub enum Hand {
    Picture,
    Outline,
}

/// What of the project the page is about.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub enum Section {
    /// The driver diagram, as picture or outline.
    #[default]
    Diagram,
    /// The measure plan.
    Measures,
    /// All charts side by side.
    Wall,
    /// One measure.
    Measure(MeasureId),
}

impl Section {
    /// Whether it is of the measure plan.
    pub fn measures(&self) -> bool {
        *self != Section::Diagram
    }
}

/// How I look at the project.
#[derive(Clone, Copy)]
pub struct ViewState {
    /// What of the project the page is about.
    pub section: RwSignal<Section>,
    /// What of the diagram is on the page.
    pub shows: RwSignal<Shows>,
    /// Where the keyboard was last.
    pub hand: RwSignal<Hand>,
    /// The parent under which the outline's row stands that I am on: a shared card has several rows.
    pub under: RwSignal<Option<CardId>>,
    /// Cards whose branches are closed.
    pub closed: RwSignal<BTreeSet<CardId>>,
    /// The card whose branch alone is shown.
    pub focus: RwSignal<Option<CardId>>,
    /// What the shown cards have in common.
    pub filter: RwSignal<Filter>,
    /// Whether the fields of the filter are open.
    pub filtering: RwSignal<bool>,
    /// What the colours say.
    pub colour_by: RwSignal<ColourBy>,
}

impl ViewState {
    /// As this device showed it last; on a narrow screen the outline comes first.
    pub fn new() -> Self {
        let kept = device::shows();
        let shows = Shows::ALL.into_iter().find(|shows| shows.name() == kept);
        let shows =
            shows.filter(|shows| *shows != Shows::Both || !is_narrow()).unwrap_or(match is_narrow() {
                true => Shows::Outline,
                false => Shows::Picture,
            });
        let hand = if shows == Shows::Outline { Hand::Outline } else { Hand::Picture };
        Self {
            section: RwSignal::default(),
            shows: RwSignal::new(shows),
            hand: RwSignal::new(hand),
            under: RwSignal::new(None),
            closed: RwSignal::default(),
            focus: RwSignal::new(None),
            filter: RwSignal::default(),
            filtering: RwSignal::new(false),
            colour_by: RwSignal::default(),
        }
    }

    /// The part of the diagram that is shown, with the card one is in.
    pub fn part(&self, current: Option<CardId>) -> View {
        View {
            collapsed: self.closed.get_untracked(),
            focus: self.focus.get_untracked(),
            filter: self.filter.get_untracked(),
            also: current,
        }
    }

    /// Shows the diagram.
    pub fn show_diagram(&self) {
        if self.section.with_untracked(Section::measures) {
            self.section.set(Section::Diagram);
        }
    }

    /// Shows the page of a measure; the plan where there is none.
    pub fn show_measure(&self, measure: Option<MeasureId>) {
        let section = measure.map_or(Section::Measures, Section::Measure);
        if self.section.with_untracked(|now| *now != section) {
            self.section.set(section);
        }
    }

    /// Shows everything again but what is closed.
    pub fn show_all(&self) {
        self.focus.set(None);
        self.filter.set(Filter::default());
    }

    /// Shows it otherwise, also the next time.
    pub fn show(&self, shows: Shows) {
        self.show_diagram();
        device::set_shows(shows.name());
        self.shows.set(shows);
        match shows {
            Shows::Picture => self.hand.set(Hand::Picture),
            Shows::Outline => self.hand.set(Hand::Outline),
            Shows::Both => {}
        }
    }
}

impl Default for ViewState {
    fn default() -> Self {
        Self::new()
    }
}

/// Whether picture and outline have no room beside each other.
pub fn is_narrow() -> bool {
    let query = window().match_media("(max-width: 899px)").ok().flatten();
    query.is_some_and(|query| query.matches())
}
