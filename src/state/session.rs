//! Neither shared nor kept: where I am, what I have open, what the page tells me.

use std::collections::BTreeSet;

use document::presence::Caret;
use leptos::prelude::*;
use model::CardId;
use model::action::{Pen, Refusal, Spot};

use crate::diagram::walk::Trail;
use crate::language::say;
use crate::random::random;
use crate::sync::{LineState, Saved};
use crate::ui;

pub mod view;

use view::{Hand, ViewState};

/// What this page knows for itself.
#[derive(Clone, Copy)]
pub struct SessionState {
    /// The card the keyboard is on.
    pub current: RwSignal<Option<CardId>>,
    /// Cards that were selected together.
    pub selected: RwSignal<BTreeSet<CardId>>,
    /// Where I write, for the others.
    pub caret: RwSignal<Option<Caret>>,
    /// The card that is being written in.
    pub writing: RwSignal<Option<Writing>>,
    /// The dialog that is open.
    pub dialog: RwSignal<Option<Dialog>>,
    /// Where the page says things.
    pub notices: ui::Notices,
    /// Where it says what needs no sight.
    pub live: ui::Live,
    /// The name I go by.
    pub name: RwSignal<String>,
    /// My colour among those who are here, 1 to 6.
    pub hue: RwSignal<u8>,
    /// Whether Tab leaves the card also while I write.
    pub tab_leaves: RwSignal<bool>,
    /// What is open beside the picture.
    pub panel: RwSignal<Option<Panel>>,
    /// How safe my work is.
    pub saved: RwSignal<Saved>,
    /// How the line to the relay is.
    pub line: RwSignal<LineState>,
    /// Whether there is something of mine to undo, and to redo.
    pub steps: RwSignal<(bool, bool)>,
    /// How I look at the project.
    pub view: ViewState,
    /// The way the arrow keys took.
    pub trail: StoredValue<Trail>,
}

/// A card being written in.
#[derive(Debug, Clone, PartialEq)]
pub struct Writing {
    /// The card; for a new one, the id it will have.
    pub card: CardId,
    /// Set while it has no letter yet and so is not in the document.
    pub draft: Option<Spot>,
}

/// What can be open beside the picture; one at a time.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Panel {
    /// The details of the card the keyboard is on.
    Details,
    /// Advice on the project, and what needs attention.
    Check,
}

/// What can be open over the page; one at a time.
#[derive(Debug, Clone, PartialEq)]
pub enum Dialog {
    /// The sheet of keys.
    Keys,
    /// Every command and every card.
    Palette,
    /// Choose a card to link with, to move under, or to stand under as well.
    Choose(Choose, CardId),
    /// A card's menu.
    Menu(CardId),
    /// Pasted text, before its lines become cards.
    Paste(Spot, String),
    /// The name I go by.
    Name,
    /// The addresses of this project.
    Share,
    /// The diagram as a picture, to be saved or copied.
    Pictures(Pictured),
    /// Cards that were deleted.
    Deleted,
    /// A card that works on several others was dropped under one more: move it, or link it too?
    Dropped(Dropped),
    /// Whether to delete the whole project.
    DeleteProject,
}

/// A shared card, the parent it was dropped under, and the sibling above it there.
#[derive(Debug, Clone, PartialEq)]
#[expect(missing_docs, reason = "the words explain themselves")]
pub struct Dropped {
    pub card: CardId,
    pub parent: CardId,
    pub after: Option<CardId>,
}

/// What of a diagram becomes a picture.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Pictured {
    /// What the screen shows: closed branches closed, one branch in focus, what fits the filter.
    Screen,
    /// All of it.
    Whole,
    /// What the screen shows, as slides.
    Slides,
}

/// What a card is chosen for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[expect(missing_docs, reason = "the words explain themselves")]
pub enum Choose {
    LinkTo,
    MoveTo,
    AlsoUnder,
}

/// The matter of what could not be done last.
pub const REFUSED: &str = "refused";
/// The matter of a card that somebody else deleted while I wrote in it.
pub const GONE: &str = "gone";
/// The matter of advice that was put aside, or mended.
pub const ADVICE: &str = "advice";
/// The matter of what was done last and can be taken back by one undo; over with the next edit.
pub const LAST: &str = "last";
/// The matter of what was deleted last.
pub const DELETED: &str = "deleted";

/// Something said at the foot of the page, with what can be done about it.
#[derive(Clone)]
pub struct Notice {
    topic: &'static str,
    words: String,
    actions: Vec<ui::Action>,
}

impl Notice {
    /// A sentence.
    pub fn text(words: impl Into<String>) -> Self {
        Self { topic: "said", words: words.into(), actions: Vec::new() }
    }

    /// Why an action was not possible.
    pub fn refusal(refusal: Refusal) -> Self {
        Self::text(say().refusal(refusal)).about(REFUSED)
    }

    /// The same in the place of an earlier one about the same matter.
    #[must_use]
    pub fn about(mut self, topic: &'static str) -> Self {
        self.topic = topic;
        self
    }

    /// The same with one more button.
    #[must_use]
    pub fn with(mut self, label: &'static str, action: impl Fn() + Send + Sync + 'static) -> Self {
        self.actions.push(ui::Action::new(label, action));
        self
    }
}

impl SessionState {
    /// Nothing open, nothing selected; what is said goes to the notices of the page.
    pub fn new(notices: ui::Notices) -> Self {
        Self {
            notices,
            live: ui::Live::expect(),
            current: RwSignal::new(None),
            selected: RwSignal::new(BTreeSet::new()),
            caret: RwSignal::new(None),
            writing: RwSignal::new(None),
            dialog: RwSignal::new(None),
            name: RwSignal::new(String::new()),
            hue: RwSignal::new(1),
            tab_leaves: RwSignal::new(crate::device::tab_leaves()),
            panel: RwSignal::new(None),
            saved: RwSignal::new(Saved::Saving),
            line: RwSignal::new(LineState::Connecting),
            steps: RwSignal::new((false, false)),
            view: ViewState::new(),
            trail: StoredValue::new(Trail::default()),
        }
    }

    /// Says something at the foot of the page.
    pub fn notify(&self, notice: Notice) {
        self.notices.offer_as(notice.topic, notice.words, notice.actions);
    }

    /// Whether the keyboard is in a text of a card or in a dialog, rather than on a card.
    pub fn is_busy(&self) -> bool {
        let writing = self.writing.with(Option::is_some);
        self.dialog.with(Option::is_some) || writing
    }

    /// The card that is being written in, where the keyboard is in that view.
    pub fn written_in(&self, hand: Hand) -> Memo<Option<CardId>> {
        let (writing, now) = (self.writing, self.view.hand);
        Memo::new(move |_| {
            let here = now.get() == hand;
            writing.with(|writing| writing.as_ref().filter(|_| here).map(|writing| writing.card.clone()))
        })
    }

    /// Who edits, and when.
    pub fn pen(&self) -> Pen {
        Pen { by: self.name.get_untracked(), at: js_sys::Date::now(), jitter: random() as u64 }
    }

    /// Whether there is something to undo and to redo now.
    pub fn set_steps(&self, undo: bool, redo: bool) {
        if self.steps.get_untracked() != (undo, redo) {
            self.steps.set((undo, redo));
        }
    }

    /// What a person acts on: the selection, or with none the card they are on.
    pub fn subjects(&self) -> Vec<CardId> {
        let selected = self.selected.get_untracked();
        if selected.is_empty() {
            return self.current.get_untracked().into_iter().collect();
        }
        selected.into_iter().collect()
    }

    /// Whether a card is one of them.
    pub fn is_subject(&self, card: &CardId) -> Memo<bool> {
        let (selected, current, card) = (self.selected, self.current, card.clone());
        Memo::new(move |_| {
            selected.with(|selected| match selected.is_empty() {
                true => current.with(|current| current.as_ref() == Some(&card)),
                false => selected.contains(&card),
            })
        })
    }
}
