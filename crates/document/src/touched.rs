//! What a change moved: which parts of a project would now read differently.

use std::{
    collections::BTreeSet,
    sync::{Arc, Mutex, MutexGuard, PoisonError},
};

use model::{CardId, CycleId, LinkKey, MeasureId, TextField};
use yrs::{
    DeepObservable, Doc, Origin, Transact, TransactionMut,
    types::{Event, Events, PathSegment},
};

use crate::{
    roots::Roots,
    schema::{self, ROOTS, Root},
};

/// Which parts of a project moved. It may name a part that reads as before, but leaves out none that does not.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Touched {
    /// The title.
    pub title: bool,
    /// Anything of the charter, texts included.
    pub charter: bool,
    /// Cards that came, went, or say something else; their tags and evidence included.
    pub cards: BTreeSet<CardId>,
    /// Links that came, went, or say something else.
    pub links: BTreeSet<LinkKey>,
    /// Measures that came or say something else; their cards, notes and observations included.
    pub measures: BTreeSet<MeasureId>,
    /// Cycles that came or say something else; their questions and tasks included.
    pub cycles: BTreeSet<CycleId>,
    /// The single texts that moved, each also named by what it belongs to.
    pub texts: BTreeSet<TextField>,
    /// Remarks.
    pub comments: bool,
    /// What came through contribute links.
    pub contributions: bool,
    /// Tallies.
    pub votes: bool,
    /// Findings that are "not for us".
    pub dismissed: bool,
    /// Language, date and lineage of the project, and the schema that may write it.
    pub meta: bool,
    /// What a file said that we do not know.
    pub extra: bool,
}

impl Touched {
    /// Whether nothing moved.
    pub fn is_empty(&self) -> bool {
        *self == Self::default()
    }

    /// Adds what something else moved.
    pub fn merge(&mut self, other: Self) {
        self.cards.extend(other.cards);
        self.links.extend(other.links);
        self.measures.extend(other.measures);
        self.cycles.extend(other.cycles);
        self.texts.extend(other.texts);
        self.title |= other.title;
        self.charter |= other.charter;
        self.comments |= other.comments;
        self.contributions |= other.contributions;
        self.votes |= other.votes;
        self.dismissed |= other.dismissed;
        self.meta |= other.meta;
        self.extra |= other.extra;
    }

    /// Notes that a root Text moved.
    fn note_text(&mut self, field: &TextField) {
        self.texts.insert(field.clone());
        match field {
            TextField::Title => self.title = true,
            _ => self.charter = true,
        }
    }

    /// Notes that the entry under a root's key moved.
    fn note(&mut self, root: Root, key: &str) {
        let stem = key.split_once('#').map_or(key, |(stem, _)| stem);
        match root {
            Root::Meta => self.meta = true,
            Root::Team | Root::Milestones | Root::Readiness => self.charter = true,
            Root::Cards | Root::CardTags => self.cards.extend(CardId::parse(stem)),
            Root::Links => self.links.extend(schema::split_link(stem)),
            Root::Evidence => self.note_subject(owner(key)),
            Root::Measures => self.measures.extend(MeasureId::parse(key)),
            Root::DefinitionNotes | Root::Observations => self.measures.extend(MeasureId::parse(owner(key))),
            Root::MeasureCards => {
                self.measures.extend(schema::split_measure_card(key).map(|(measure, _)| measure));
            }
            Root::Cycles => self.cycles.extend(CycleId::parse(key)),
            Root::Questions | Root::Tasks => self.cycles.extend(CycleId::parse(owner(key))),
            Root::Contributions => self.contributions = true,
            Root::Comments => self.comments = true,
            Root::Votes => self.votes = true,
            Root::Dismissed => self.dismissed = true,
            Root::Extra => self.extra = true,
        }
    }

    /// Notes that a whole entry came, went or was replaced, with its texts.
    fn note_entry(&mut self, root: Root, entry: &str) {
        self.note(root, entry);
        self.note_nested_texts(root, entry, None);
    }

    /// Notes what a piece of evidence is about: a card or a link.
    fn note_subject(&mut self, subject: &str) {
        self.cards.extend(CardId::parse(subject));
        self.links.extend(schema::split_link(subject));
    }

    /// Notes the texts of a nested Map, all of them or the one under `key`.
    fn note_nested_texts(&mut self, root: Root, entry: &str, key: Option<&str>) {
        let texts = schema::texts_of(root, entry).into_iter();
        self.texts.extend(texts.filter(|(_, name)| key.is_none_or(|key| key == *name)).map(|(text, _)| text));
    }
}

/// What stands before the slash of a key.
fn owner(key: &str) -> &str {
    key.split_once('/').map_or(key, |(owner, _)| owner)
}

/// What changed since it was last emptied. Observers only ever write here: no transaction may be opened inside one.
#[derive(Clone, Default)]
pub(crate) struct Queue(Arc<Mutex<Changes>>);

/// What one or more transactions did.
#[derive(Default)]
pub(crate) struct Changes {
    /// Their updates, v1, but for those that came from elsewhere.
    pub(crate) updates: Vec<Vec<u8>>,
    /// What they moved.
    pub(crate) touched: Touched,
}

/// The key of our observers; a second one under one key would silently replace the first.
const OBSERVER: &str = "touched";

impl Queue {
    /// Watches all roots of a Doc. Updates of transactions with one of the origins `foreign` are not kept.
    pub(crate) fn watch(doc: &Doc, roots: &Roots, foreign: [&'static str; 2]) -> Self {
        let queue = Self::default();
        for (root, _, _) in ROOTS {
            queue.watch_map(roots, root);
        }
        for (field, text) in roots.texts() {
            let queue = queue.clone();
            text.observe_deep(OBSERVER, move |_, _| queue.lock().touched.note_text(field));
        }
        queue.watch_updates(doc, foreign);
        queue
    }

    /// Takes out what happened since the last time.
    pub(crate) fn take(&self) -> Changes {
        std::mem::take(&mut self.lock())
    }

    fn watch_map(&self, roots: &Roots, root: Root) {
        let queue = self.clone();
        roots.map(root).observe_deep(OBSERVER, move |transaction, events| {
            note_events(&mut queue.lock().touched, root, transaction, events);
        });
    }

    fn watch_updates(&self, doc: &Doc, foreign: [&'static str; 2]) {
        let queue = self.clone();
        let foreign = foreign.map(Origin::from);
        doc.transact_mut_with("watch").observe_transaction_cleanup(OBSERVER, move |transaction, event| {
            let silent = event.delete_set.is_empty() && event.before_state == event.after_state;
            let ours = transaction.origin().is_none_or(|origin| !foreign.contains(origin));
            if ours && !silent {
                queue.lock().updates.push(transaction.encode_update_v1());
            }
        });
    }

    fn lock(&self) -> MutexGuard<'_, Changes> {
        // A panic elsewhere leaves at worst a part named too often, so the queue goes on.
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

fn note_events(touched: &mut Touched, root: Root, transaction: &TransactionMut<'_>, events: &Events<'_>) {
    for event in events.iter() {
        let mut path = event.path().into_iter();
        let entry = path.next().and_then(key);
        let inner = path.next().and_then(key);
        let keys: Vec<Arc<str>> = match event {
            Event::Map(event) => event.keys(transaction).keys().cloned().collect(),
            _ => Vec::new(),
        };
        let Some(entry) = entry else {
            keys.iter().for_each(|key| touched.note_entry(root, key));
            continue;
        };
        touched.note(root, &entry);
        for key in inner.iter().chain(&keys) {
            touched.note_nested_texts(root, &entry, Some(key));
        }
    }
}

fn key(segment: PathSegment) -> Option<Arc<str>> {
    match segment {
        PathSegment::Key(key) => Some(key),
        PathSegment::Index(_) => None,
    }
}
