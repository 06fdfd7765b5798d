//! A card in hand, and a marquee: what is shown while they last, and what they do at the end.

use figure::diagram::Placed;
use leptos::prelude::*;
use model::CardId;
use model::action;

use super::drop::{Kind, Landing, landing};
use super::viewport::{Area, Point};
use crate::state::ProjectState;
use crate::state::session::{Dialog, Dropped};

/// How close to the edge of the canvas a dragged card pushes the ground, and by how much a move, in screen pixels.
const EDGE: (f64, f64) = (32.0, 12.0);

/// What is in hand.
#[derive(Clone, Copy)]
pub struct DragState {
    /// The lifted card, and where the pointer is in the diagram.
    pub lifted: RwSignal<Option<(CardId, Point)>>,
    /// Where it would land.
    pub landing: RwSignal<Option<Landing>>,
    /// Two corners on the screen.
    pub marquee: RwSignal<Option<(Point, Point)>>,
    /// The card whose handle is drawn, and where the pointer is in the diagram.
    pub linking: RwSignal<Option<(CardId, Point)>>,
    /// Whether the ground is being moved.
    pub moving: RwSignal<bool>,
    /// Counts presses, so that a hold belongs to its own.
    pub presses: StoredValue<u32>,
}

impl DragState {
    /// Nothing in hand.
    pub fn new() -> Self {
        Self {
            lifted: RwSignal::new(None),
            landing: RwSignal::new(None),
            marquee: RwSignal::new(None),
            linking: RwSignal::new(None),
            moving: RwSignal::new(false),
            presses: StoredValue::new(0),
        }
    }

    /// Whether something is in hand: a card, a link, a marquee.
    pub fn is_busy(self) -> bool {
        self.lifted.with_untracked(Option::is_some)
            || self.linking.with_untracked(Option::is_some)
            || self.marquee.with_untracked(Option::is_some)
    }

    /// Lifts a card; the layout stands still until it is dropped.
    pub fn lift(self, state: &ProjectState, card: CardId) {
        super::commands::finish(state);
        state.picture.hold();
        state.session.current.set(Some(card.clone()));
        let point = state.picture.placed.with_untracked(|placed| {
            placed.card(&card).map_or(Point::default(), |card| Point::new(card.x, card.centre_y()))
        });
        self.lifted.set(Some((card, point)));
    }

    /// Moves the lifted card.
    pub fn drag(self, state: &ProjectState, at: Point) {
        let Some((card, _)) = self.lifted.get_untracked() else { return };
        state.picture.viewport.maybe_update(|view| {
            let push = |at: f64, size: f64| {
                if at < EDGE.0 {
                    EDGE.1
                } else if at > size - EDGE.0 {
                    -EDGE.1
                } else {
                    0.0
                }
            };
            let by = Point::new(push(at.x, view.screen.x), push(at.y, view.screen.y));
            let pushed = by != Point::default();
            if pushed {
                *view = view.panned(by);
            }
            pushed
        });
        let point = state.picture.viewport.with_untracked(|view| view.diagram_from_screen(at));
        let structure = state.document.structure.get_untracked();
        let target = state.picture.placed.with_untracked(|placed| landing(placed, &structure, &card, point));
        self.lifted.set(Some((card, point)));
        if self.landing.get_untracked() != target {
            self.landing.set(target);
        }
    }

    /// Drops the lifted card where it would land, in one edit.
    pub fn drop(self, state: &ProjectState, at: Point) {
        self.drag(state, at);
        let (lifted, target) = (self.lifted.get_untracked(), self.landing.get_untracked());
        self.go_back(state);
        if let (Some((card, _)), Some(Landing { parent, after, .. })) = (lifted, target) {
            land(state, card, parent, after);
        }
    }

    /// Puts the lifted card back.
    pub fn go_back(self, state: &ProjectState) {
        self.lifted.set(None);
        self.landing.set(None);
        state.picture.release(state);
    }

    /// Draws a link from a card's handle to where the pointer is on the screen.
    pub fn draw_link(self, state: &ProjectState, card: CardId, at: Point) {
        let point = state.picture.viewport.with_untracked(|view| view.diagram_from_screen(at));
        self.linking.set(Some((card, point)));
    }

    /// Links the card whose handle was drawn with the one under the pointer.
    pub fn drop_link(self, state: &ProjectState) {
        let Some((card, at)) = self.linking.get_untracked() else { return };
        self.linking.set(None);
        let other = state.picture.card_at(at).filter(|other| *other != card);
        if let Some(other) = other {
            state.act(|board, pen| action::link(board, &card, &other, pen));
        }
    }

    /// Draws the marquee and selects what it touches.
    pub fn draw_marquee(self, state: &ProjectState, start: Point, end: Point) {
        self.marquee.set(Some((start, end)));
        let view = state.picture.viewport.get_untracked();
        let (one, other) = (view.diagram_from_screen(start), view.diagram_from_screen(end));
        let area = Area {
            left: one.x.min(other.x),
            top: one.y.min(other.y),
            right: one.x.max(other.x),
            bottom: one.y.max(other.y),
        };
        let touched = state.picture.placed.with_untracked(|placed| {
            let touched = |card: &&Placed| {
                area.touches(&Area {
                    left: card.x,
                    top: card.y,
                    right: card.x + card.width,
                    bottom: card.y + card.height,
                })
            };
            placed.layout.cards.iter().filter(touched).map(|card| card.id.clone()).collect()
        });
        state.session.selected.set(touched);
    }
}

impl Default for DragState {
    fn default() -> Self {
        Self::new()
    }
}

/// Moves a card to its new place. A shared card that gets another parent asks first: move here, or also here.
fn land(state: &ProjectState, card: CardId, parent: CardId, after: Option<CardId>) {
    let structure = state.document.structure.get_untracked();
    let home = structure.home(&card).cloned();
    let shared = structure.parents(&card).len() > 1;
    if shared && !structure.parents(&card).contains(&parent) {
        return state.session.dialog.set(Some(Dialog::Dropped(Dropped { card, parent, after })));
    }
    // Among the children of one of its parents, only its place there changes.
    let from = home.filter(|_| !structure.parents(&card).contains(&parent));
    state.act(|board, pen| action::move_under(board, &card, (from.as_ref(), &parent, after.as_ref()), pen));
    state.picture.show(&card);
}

/// The lifted card's shadow under the pointer, and where it would land.
#[component]
pub fn DropView(
    /// What is in hand.
    drag: DragState,
) -> impl IntoView {
    let state = ProjectState::expect();
    let pixels = |value: f64| format!("{value}px");
    let ghost = move || {
        let (card, at) = drag.lifted.get()?;
        let picture = state.picture.card(&card)?;
        let (place, face) = (picture.place.get_untracked(), picture.face.get_untracked());
        Some(view! {
            <div class="card" data-lifted="" data-level=face.card.level.as_str() aria-hidden="true"
                style:left=pixels(at.x - place.width / 3.0) style:top=pixels(at.y - 16.0)
                style:width=pixels(place.width) style:height=pixels(place.height)>
                {face.card.text.clone()}
            </div>
        })
    };
    let mark = move || {
        let landing = drag.landing.get()?;
        let (card, _) = drag.lifted.get_untracked()?;
        let placed = state.picture.placed.get_untracked();
        let structure = state.document.structure.get_untracked();
        let first = || structure.children(&landing.parent).iter().find(|child| **child != card);
        let gap = |y: f64, card: &Placed| (card.x, y, card.width, 3.0, "line");
        let (left, top, width, height, kind) = match (landing.kind, &landing.after) {
            (Kind::Between, Some(after)) => {
                let above = placed.card(after)?;
                gap(above.y + above.height + 4.0, above)
            }
            (Kind::Between, None) => {
                let below = placed.card(first()?)?;
                gap(below.y - 7.0, below)
            }
            (Kind::Inside, _) => {
                let parent = placed.card(&landing.parent)?;
                (parent.x - 4.0, parent.y - 4.0, parent.width + 8.0, parent.height + 8.0, "inside")
            }
        };
        Some(view! {
            <div class="drop" data-kind=kind
                style:left=pixels(left) style:top=pixels(top) style:width=pixels(width) style:height=pixels(height)></div>
        })
    };
    let link = move || {
        let (card, at) = drag.linking.get()?;
        let placed = state.picture.placed.get_untracked();
        let from = placed.card(&card)?;
        let (x, y) = (from.x, from.centre_y());
        let half = (x + at.x) / 2.0;
        let path = format!("M{x} {y}C{half} {y} {half} {} {} {}", at.y, at.x, at.y);
        let target = state.picture.card_at(at).filter(|other| *other != card);
        let target = target.and_then(|other| placed.card(&other).cloned());
        let frame = target.map(|card| {
            view! {
                <div class="drop" data-kind="inside" style:left=pixels(card.x - 4.0) style:top=pixels(card.y - 4.0)
                    style:width=pixels(card.width + 8.0) style:height=pixels(card.height + 8.0)></div>
            }
        });
        Some(view! {
            {frame}
            <svg class="links" aria-hidden="true"><path class="link" data-near="" d=path></path></svg>
        })
    };
    view! {
        {link}
        {mark}
        {ghost}
    }
}
