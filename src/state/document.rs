//! Shared and kept: the project as signals, patched only where an edit touched it.

use std::sync::Arc;

use ::document::{Document, Touched};
use leptos::prelude::*;
use model::about::{About, Counts};
use model::action::Board;
use model::measure::Measure;
use model::{Card, CardId, Level, MeasureId, Project, Structure, TextField};
use rustc_hash::FxHashMap;

/// Cards above which reading the whole project is quicker than reading them one by one.
const MANY: usize = 20;

/// The project as the page reads it.
#[derive(Clone, Copy)]
pub struct DocumentState {
    /// Whether there is something to show: from this device, from the relay, or nothing as long as there is no line.
    pub loaded: RwSignal<bool>,
    /// Whether the relay has ever sent all that it has: before, an empty project may only be one that is elsewhere.
    pub caught_up: RwSignal<bool>,
    /// The project's title.
    pub title: RwSignal<String>,
    /// What hangs from what.
    pub structure: RwSignal<Arc<Structure>>,
    /// Told whenever a link looks different; the links themselves are read from the project.
    pub links: Trigger,
    cards: StoredValue<FxHashMap<CardId, ArcRwSignal<Card>>>,
    abouts: StoredValue<FxHashMap<CardId, ArcRwSignal<Arc<About>>>>,
    /// The measures that are there, in the plan's order.
    pub measures: RwSignal<Vec<MeasureId>>,
    /// Told whenever a cycle is another; the cycles themselves are read from the project.
    pub cycles: Trigger,
    measured: StoredValue<FxHashMap<MeasureId, ArcRwSignal<Arc<Measure>>>>,
    project: StoredValue<Project>,
}

/// What a patch changed, for those who draw.
#[derive(Debug, Clone, Default)]
pub struct Changed {
    /// Cards whose looks may differ.
    pub cards: Vec<CardId>,
    /// Whether what colours say of a card is another thing now.
    pub looks: bool,
    /// Whether anything hangs elsewhere now.
    pub structure: bool,
    /// Deleted cards that say something else now.
    pub written: Vec<CardId>,
    /// What happened to cards, for those who listen.
    pub doings: Vec<(CardId, Doing)>,
}

/// What happened to a card.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[expect(missing_docs, reason = "the words explain themselves")]
pub enum Doing {
    Added,
    Written,
    Deleted,
    Restored,
    Changed,
}

impl Doing {
    /// What made one card of the other; none where only its place is another.
    fn between(before: Option<&Card>, now: &Card) -> Option<Doing> {
        let Some(before) = before else { return now.deleted.is_none().then_some(Doing::Added) };
        match (before.deleted.is_some(), now.deleted.is_some()) {
            (false, true) => Some(Doing::Deleted),
            (true, false) => Some(Doing::Restored),
            (true, true) => None,
            _ if before.text != now.text => Some(Doing::Written),
            _ if Card { order: now.order.clone(), ..before.clone() } != *now => Some(Doing::Changed),
            _ => None,
        }
    }
}

impl Default for DocumentState {
    fn default() -> Self {
        Self::new()
    }
}

impl DocumentState {
    /// An empty project.
    pub fn new() -> Self {
        Self {
            loaded: RwSignal::new(false),
            caught_up: RwSignal::new(false),
            title: RwSignal::new(String::new()),
            structure: RwSignal::new(Arc::default()),
            links: Trigger::new(),
            cards: StoredValue::new(FxHashMap::default()),
            abouts: StoredValue::new(FxHashMap::default()),
            measures: RwSignal::new(Vec::new()),
            cycles: Trigger::new(),
            measured: StoredValue::new(FxHashMap::default()),
            project: StoredValue::new(Project::default()),
        }
    }

    /// The signal of one card; none when it never was there.
    pub fn card(&self, id: &CardId) -> Option<ArcRwSignal<Card>> {
        self.cards.with_value(|cards| cards.get(id).cloned())
    }

    /// A card as it is now, without listening to it.
    pub fn card_now(&self, id: &CardId) -> Option<Card> {
        self.project.with_value(|project| project.cards.get(id).cloned())
    }

    /// What is said, measured and tested about a card.
    pub fn about(&self, id: &CardId) -> ArcRwSignal<Arc<About>> {
        let known = self.abouts.with_value(|abouts| abouts.get(id).cloned());
        known.unwrap_or_else(|| {
            let signal = ArcRwSignal::new(Arc::default());
            self.abouts.update_value(|abouts| drop(abouts.insert(id.clone(), signal.clone())));
            signal
        })
    }

    /// The signal of one measure; none when it never was there.
    pub fn measure(&self, id: &MeasureId) -> Option<ArcRwSignal<Arc<Measure>>> {
        self.measured.with_value(|measured| measured.get(id).cloned())
    }

    /// Whether a measure is there and not deleted.
    pub fn is_measure(&self, id: &MeasureId) -> bool {
        self.measures.with_untracked(|measures| measures.contains(id))
    }

    /// How much there is about a card now, without listening to it.
    pub fn counts_now(&self, id: &CardId) -> Counts {
        let known = self.abouts.with_value(|abouts| abouts.get(id).cloned());
        known.map_or(Counts::default(), |about| about.read_untracked().counts())
    }

    /// Looks at the whole project, without listening to it.
    pub fn with_project<T>(&self, look: impl FnOnce(&Project) -> T) -> T {
        self.project.with_value(look)
    }

    /// Looks at the diagram as actions want it.
    pub fn with_board<T>(&self, look: impl FnOnce(Board<'_>) -> T) -> T {
        let structure = self.structure.get_untracked();
        self.project.with_value(|project| look(Board::of(project, &structure)))
    }

    /// Brings the signals up to date with the document, where it was touched and nowhere else.
    pub fn patch(&self, document: &Document, touched: &Touched) -> Changed {
        if touched.title {
            let title = document.text(&TextField::Title).unwrap_or_default();
            self.project.update_value(|project| project.title.clone_from(&title));
            self.title.set(title);
        }
        let mut changed = Changed::default();
        // Each card looks through all tags and evidence: many are read in one go.
        let read = (touched.cards.len() > MANY).then(|| document.project());
        for id in &touched.cards {
            let card = match &read {
                Some(project) => project.cards.get(id).cloned(),
                None => document.card(id),
            };
            self.patch_card(id, card, &mut changed);
        }
        for field in &touched.texts {
            if let TextField::CardText(id) | TextField::CardNote(id) = field
                && !touched.cards.contains(id)
            {
                self.patch_card(id, document.card(id), &mut changed);
            }
        }
        if !touched.links.is_empty() {
            self.project.update_value(|project| match read {
                Some(read) => project.links = read.links,
                None => {
                    document.patch(project, &Touched { links: touched.links.clone(), ..Touched::default() })
                }
            });
            changed.structure = true;
            self.links.notify();
        }
        if touched.comments || !touched.measures.is_empty() || !touched.cycles.is_empty() {
            self.patch_abouts(document, touched, &mut changed);
            self.patch_measures(touched);
        }
        self.patch_rest(document, touched);
        if changed.structure {
            self.structure.set(Arc::new(self.project.with_value(Structure::of)));
        }
        changed
    }

    /// What is said, measured and tested is read again where it was touched, and each card hears of its own only.
    fn patch_abouts(&self, document: &Document, touched: &Touched, changed: &mut Changed) {
        let parts = Touched {
            comments: touched.comments,
            measures: touched.measures.clone(),
            cycles: touched.cycles.clone(),
            ..Touched::default()
        };
        self.project.update_value(|project| document.patch(project, &parts));
        let mut now = self.project.with_value(About::by_card);
        let known: Vec<CardId> = self.abouts.with_value(|abouts| abouts.keys().cloned().collect());
        for id in known {
            now.entry(id).or_default();
        }
        for (id, about) in now {
            let signal = self.about(&id);
            let before = signal.get_untracked();
            if *before == about {
                continue;
            }
            if before.counts() != about.counts() {
                changed.cards.push(id);
            }
            signal.set(Arc::new(about));
        }
    }

    /// Each measure hears of its own only. What of them is in the project is up to date already.
    fn patch_measures(&self, touched: &Touched) {
        if !touched.cycles.is_empty() {
            self.cycles.notify();
        }
        if touched.measures.is_empty() {
            return;
        }
        for id in &touched.measures {
            let now = self.project.with_value(|project| project.measures.get(id).cloned());
            match (self.measure(id), now) {
                (Some(signal), Some(now)) if **signal.read_untracked() != now => signal.set(Arc::new(now)),
                (None, Some(now)) => {
                    let signal = ArcRwSignal::new(Arc::new(now));
                    self.measured.update_value(|measured| drop(measured.insert(id.clone(), signal)));
                }
                _ => {}
            }
        }
        let order = self.project.with_value(|project| {
            let mut there: Vec<&Measure> =
                project.measures.values().filter(|measure| measure.deleted.is_none()).collect();
            model::sort::by_key(&mut there, |measure| (&measure.order, &measure.id));
            there.into_iter().map(|measure| measure.id.clone()).collect::<Vec<_>>()
        });
        if self.measures.with_untracked(|before| *before != order) {
            self.measures.set(order);
        }
    }

    /// What no card shows, and advice looks at.
    fn patch_rest(&self, document: &Document, touched: &Touched) {
        let Touched { charter, dismissed, meta, .. } = *touched;
        let rest = Touched { charter, dismissed, meta, ..Touched::default() };
        if !rest.is_empty() {
            self.project.update_value(|project| document.patch(project, &rest));
        }
    }

    fn patch_card(&self, id: &CardId, card: Option<Card>, changed: &mut Changed) {
        let Some(card) = card else { return self.drop_card(id, changed) };
        let before =
            self.project.try_update_value(|project| project.cards.insert(id.clone(), card.clone())).flatten();
        changed.structure |= before.as_ref().is_none_or(|before| seat(before) != seat(&card));
        if before.as_ref() == Some(&card) {
            return;
        }
        changed.doings.extend(Doing::between(before.as_ref(), &card).map(|doing| (id.clone(), doing)));
        let looks = |card: &Card| (card.status, card.owner.clone());
        changed.looks |= before.as_ref().is_none_or(|before| looks(before) != looks(&card));
        if before.is_some_and(|before| before.deleted.is_some() && before.text != card.text)
            && card.deleted.is_some()
        {
            changed.written.push(id.clone());
        }
        changed.cards.push(id.clone());
        match self.card(id) {
            Some(signal) => signal.set(card),
            None => self.cards.update_value(|cards| drop(cards.insert(id.clone(), ArcRwSignal::new(card)))),
        }
    }

    /// We only mark cards as deleted, but a plain Yjs program may take one out of the document altogether.
    fn drop_card(&self, id: &CardId, changed: &mut Changed) {
        let was = self.project.try_update_value(|project| project.cards.remove(id)).flatten();
        changed.structure |= was.is_some();
        self.cards.update_value(|cards| drop(cards.remove(id)));
    }
}

/// What of a card decides where it stands.
fn seat(card: &Card) -> (Level, &model::Order, bool) {
    (card.level, &card.order, card.deleted.is_some())
}
