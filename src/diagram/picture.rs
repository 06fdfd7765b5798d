//! How the document looks just now: texts broken into lines, cards placed, the part that is on the screen.

mod part;

use std::sync::Arc;

use figure::diagram::{Input, Layout, Placed};
use figure::{CardBox, ColourBy, Colouring, card_box, footer};
use leptos::prelude::*;
use model::about::Counts;
use model::action::Spot;
use model::{Card, CardId, Link, LinkKey, Order, Structure};
use rustc_hash::FxHashMap;

use super::viewport::{Area, Point, Viewport};
pub use part::Part;
use part::Structures;

use crate::state::ProjectState;
use crate::state::document::Changed;

/// What is drawn, as signals that change only where something moved.
#[derive(Clone, Copy)]
pub struct PictureState {
    /// Where everything stands.
    pub placed: RwSignal<Arc<PlacedDiagram>>,
    /// What hangs from what of the cards that are shown, the one that is being added included.
    pub structure: RwSignal<Arc<Structure>>,
    /// The same with nothing closed, for the outline.
    pub open: RwSignal<Arc<Structure>>,
    /// How much of the diagram that is, and what is closed.
    pub part: RwSignal<Arc<Part>>,
    /// The colours, where the layout does not know them: of a part of the diagram, and where they do not say the branch.
    pub colouring: RwSignal<Option<Arc<Colouring>>>,
    /// What of it is on the screen.
    pub viewport: RwSignal<Viewport>,
    /// The card that is being added and has no letter yet.
    pub draft: RwSignal<Option<Draft>>,
    cards: StoredValue<FxHashMap<CardId, CardPicture>>,
    held: StoredValue<Hold>,
}

/// A layout that can be asked for one card or one link.
#[derive(Debug, Default)]
pub struct PlacedDiagram {
    /// All of it.
    pub layout: Layout,
    cards: FxHashMap<CardId, usize>,
    links: FxHashMap<LinkKey, usize>,
}

impl PlacedDiagram {
    /// Of a layout.
    pub fn new(layout: Layout) -> Self {
        let cards = layout.cards.iter().enumerate().map(|(at, card)| (card.id.clone(), at)).collect();
        let links = layout.links.iter().enumerate().map(|(at, curve)| (curve.key.clone(), at)).collect();
        Self { layout, cards, links }
    }

    /// Where a card stands.
    pub fn card(&self, id: &CardId) -> Option<&Placed> {
        self.cards.get(id).map(|at| &self.layout.cards[*at])
    }

    /// The curve of a link.
    pub fn curve(&self, key: &LinkKey) -> Option<&figure::diagram::Curve> {
        self.links.get(key).map(|at| &self.layout.links[*at])
    }
}

/// The picture of one card.
#[derive(Clone)]
pub struct CardPicture {
    /// Where it stands.
    pub place: ArcRwSignal<Placed>,
    /// What stands on it.
    pub face: ArcRwSignal<Arc<Face>>,
}

/// A card and its text as it is broken into lines.
#[derive(Debug, Clone, PartialEq)]
pub struct Face {
    /// The card.
    pub card: Card,
    /// Its lines and its height.
    pub text: CardBox,
    /// How much is said, measured and tested about it.
    pub counts: Counts,
}

/// A new card before its first letter.
#[derive(Debug, Clone, PartialEq)]
pub struct Draft {
    /// The card, still without text.
    pub card: Card,
    /// Where it is to stand.
    pub spot: Spot,
    /// The link it will have.
    pub link: Option<Link>,
}

/// Whose edit moves the picture.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Whose {
    /// My own: I am shown what became of it.
    Mine,
    /// Somebody else's: it must not move what I look at.
    Others,
}

/// Whether the layout may move, and whether it has to when it may again.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Hold {
    Free,
    Still,
    Stale,
}

impl Default for PictureState {
    fn default() -> Self {
        Self::new()
    }
}

impl PictureState {
    /// An empty picture.
    pub fn new() -> Self {
        Self {
            placed: RwSignal::new(Arc::default()),
            structure: RwSignal::new(Arc::default()),
            open: RwSignal::new(Arc::default()),
            part: RwSignal::new(Arc::default()),
            colouring: RwSignal::new(None),
            viewport: RwSignal::new(Viewport::default()),
            draft: RwSignal::new(None),
            cards: StoredValue::new(FxHashMap::default()),
            held: StoredValue::new(Hold::Free),
        }
    }

    /// The picture of one card.
    pub fn card(&self, id: &CardId) -> Option<CardPicture> {
        self.cards.with_value(|cards| cards.get(id).cloned())
    }

    /// Follows the document: breaks the texts that changed, and places everything again only when it must move.
    pub fn refresh(&self, state: &ProjectState, changed: &Changed, whose: Whose) {
        let mut moved = changed.structure;
        for id in &changed.cards {
            if let Some(card) = state.document.card_now(id) {
                moved |=
                    self.measure(&card, state.document.counts_now(id)) || self.fits_otherwise(state, &card);
            }
        }
        if moved {
            // A card that grows while one writes in it stays where it is; cards that one moves go where they belong.
            self.place(state, if changed.structure { whose } else { Whose::Others });
        } else if changed.looks {
            self.colour(state);
        }
    }

    /// Whether a card fits the filter now and did not, or no longer does.
    fn fits_otherwise(&self, state: &ProjectState, card: &Card) -> bool {
        let fitted = |part: &Arc<Part>| part.matches.as_ref().map(|matches| matches.contains(&card.id));
        let fits = || state.session.view.filter.with_untracked(|filter| filter.fits(card));
        self.part.with_untracked(fitted).is_some_and(|fitted| fitted != fits())
    }

    /// Shows another part of the diagram, or the same in other colours.
    pub fn look_again(&self, state: &ProjectState) {
        if !self.placed.with_untracked(|placed| placed.layout.cards.is_empty()) {
            self.place(state, Whose::Others);
        }
    }

    /// Colours follow what is said of the cards; those of branches are counted over the whole diagram, whatever is shown.
    fn colour(&self, state: &ProjectState) {
        let by = state.session.view.colour_by.get_untracked();
        let whole = self.part.with_untracked(|part| part.is_whole());
        let colouring = (by != ColourBy::Branch || !whole).then(|| {
            let structure = state.document.structure.get_untracked();
            Arc::new(state.document.with_project(|project| Colouring::of(project, &structure, by)))
        });
        if self.colouring.with_untracked(|now| *now != colouring) {
            self.colouring.set(colouring);
        }
    }

    /// Shows a card that is being added, or no longer does.
    pub fn set_draft(&self, state: &ProjectState, draft: Option<Draft>) {
        if let Some(draft) = &draft {
            self.measure(&draft.card, Counts::default());
        }
        self.draft.set(draft);
        self.place(state, Whose::Mine);
    }

    /// Keeps the layout still, as during a drag.
    pub fn hold(&self) {
        self.held.set_value(Hold::Still);
    }

    /// Lets the layout move again.
    pub fn release(&self, state: &ProjectState) {
        let stale = self.held.get_value() == Hold::Stale;
        self.held.set_value(Hold::Free);
        if stale {
            self.place(state, Whose::Others);
        }
    }

    /// Breaks a card's text; true when its height changed.
    fn measure(&self, card: &Card, counts: Counts) -> bool {
        let text = card_box(card.level, &card.text, footer(card, counts));
        let face = Arc::new(Face { card: card.clone(), text, counts });
        if let Some(picture) = self.card(&card.id) {
            let before = picture.face.get_untracked();
            let height = face.text.height;
            picture.face.set(face);
            return before.text.height != height;
        }
        let place = Placed {
            id: card.id.clone(),
            level: card.level,
            x: 0.0,
            y: 0.0,
            width: 0.0,
            height: 0.0,
            branch: None,
        };
        let picture = CardPicture { place: ArcRwSignal::new(place), face: ArcRwSignal::new(face) };
        self.cards.update_value(|cards| drop(cards.insert(card.id.clone(), picture)));
        true
    }

    /// Places everything; what others did leaves the card I am in where it is on my screen.
    fn place(&self, state: &ProjectState, whose: Whose) {
        if self.held.get_value() != Hold::Free {
            return self.held.set_value(Hold::Stale);
        }
        let Structures { shown: structure, open, part } = Part::of(state, self.structure_with_draft(state));
        let height =
            |id: &CardId| self.card(id).map_or(0.0, |picture| picture.face.read_untracked().text.height);
        let placed = PlacedDiagram::new(figure::layout(&Input::of(&structure, height)));
        for card in &placed.layout.cards {
            if let Some(picture) =
                self.card(&card.id).filter(|picture| *picture.place.read_untracked() != *card)
            {
                picture.place.set(card.clone());
            }
        }
        self.follow_current(state, &placed, whose);
        self.structure.set(structure);
        self.open.set(open);
        if self.part.with_untracked(|now| **now != part) {
            self.part.set(Arc::new(part));
        }
        self.colour(state);
        self.placed.set(Arc::new(placed));
    }

    fn structure_with_draft(&self, state: &ProjectState) -> Arc<Structure> {
        self.draft.with_untracked(|draft| match draft {
            None => state.document.structure.get_untracked(),
            Some(draft) => state.document.with_project(|project| {
                let cards =
                    project.cards.values().filter(|card| card.id != draft.card.id).chain([&draft.card]);
                Arc::new(Structure::new(cards, project.links.values().chain(&draft.link)))
            }),
        })
    }

    /// A remote change never moves the card I am in on my screen: the ground moves under it instead.
    fn follow_current(&self, state: &ProjectState, placed: &PlacedDiagram, whose: Whose) {
        let size = Point::new(placed.layout.width, placed.layout.height);
        let current = state.session.current.get_untracked().filter(|_| whose == Whose::Others);
        let before = self.placed.get_untracked();
        let shift = current.and_then(|id| {
            Some((before.card(&id)?.y, placed.card(&id)?.y, before.card(&id)?.x, placed.card(&id)?.x))
        });
        let fresh = before.layout.cards.is_empty();
        self.viewport.update(|view| {
            view.diagram = size;
            if fresh {
                *view = view.opened();
            } else if let Some((old_y, new_y, old_x, new_x)) = shift {
                view.offset.x += (old_x - new_x) * view.zoom;
                view.offset.y += (old_y - new_y) * view.zoom;
            }
            // Much may be gone at once, and what is left is not to lie off the screen.
            *view = view.panned(Point::default());
        });
    }

    /// Takes in the size of the canvas; before anybody moved the picture, it fits the width.
    pub fn resize(&self, screen: Point) {
        let before = self.viewport.get_untracked();
        if before.screen == screen || screen.x <= 0.0 || screen.y <= 0.0 {
            return;
        }
        self.viewport.update(|view| *view = view.resized(screen));
    }

    /// Shows all of the width; where it does already, everything.
    pub fn fit(&self) {
        self.viewport.update(|view| {
            let width = view.fitted_to_width();
            *view = if *view == width { view.fitted_to_all() } else { width };
        });
    }

    /// Comes closer, or goes further away, around the middle of the screen.
    pub fn zoom(&self, factor: f64) {
        self.viewport.update(|view| {
            let centre = Point::new(view.screen.x / 2.0, view.screen.y / 2.0);
            *view = view.zoomed(factor, centre);
        });
    }

    /// Shows all of the width.
    pub fn fit_width(&self) {
        self.viewport.update(|view| *view = view.fitted_to_width());
    }

    /// Zooms in on a card that is to be written in, where its letters are too small to be read.
    pub fn come_closer(&self, id: &CardId) {
        let placed = self.placed.get_untracked();
        let Some(card) = placed.card(id) else { return };
        self.viewport.update(|view| {
            let at = view.screen_from_diagram(Point::new(card.x, card.centre_y()));
            *view = view.readable_at(at);
        });
    }

    /// Brings a card into sight.
    pub fn show(&self, id: &CardId) {
        let placed = self.placed.get_untracked();
        if let Some(card) = placed.card(id) {
            let area =
                Area { left: card.x, top: card.y, right: card.x + card.width, bottom: card.y + card.height };
            let view = self.viewport.get_untracked();
            let shown = view.showing(area, 24.0);
            if shown != view {
                self.viewport.set(shown);
            }
        }
    }

    /// The card at a place of the diagram.
    pub fn card_at(&self, point: Point) -> Option<CardId> {
        let inside = |card: &&Placed| {
            (card.x..=card.x + card.width).contains(&point.x)
                && (card.y..=card.y + card.height).contains(&point.y)
        };
        self.placed
            .with_untracked(|placed| placed.layout.cards.iter().find(inside).map(|card| card.id.clone()))
    }
}

impl Draft {
    /// A draft of a card at a spot.
    pub fn new(state: &ProjectState, id: CardId, spot: Spot) -> Self {
        let card = Card::new(id.clone(), spot.level, "");
        let edit = state.document.with_board(|board| {
            let new = model::action::NewCard { id, text: String::new() };
            model::action::add(board, &spot, new, &state.session.pen())
        });
        let link = edit.changes.into_iter().find_map(|change| match change {
            model::Change::Link(link) => Some(*link),
            _ => None,
        });
        let order = link.as_ref().map_or_else(Order::default, |link| link.order.clone());
        Self { card: Card { order, ..card }, spot, link }
    }
}
