//! Steps that a participant can take back: their own, and nobody else's (rule D10).

use std::{
    collections::HashSet,
    sync::{
        Arc,
        atomic::{AtomicU64, Ordering},
    },
};

use yrs::{
    Doc, IdSet, Origin,
    undo::{Options, StackItem, UndoManager},
};

use crate::{
    roots::Roots,
    schema::{ROOTS, Undo},
};

/// Milliseconds since 1970, or since anything: only differences count for undo, and dates for what is deleted.
pub type Clock = Arc<dyn Fn() -> u64 + Send + Sync>;

/// Letters typed within this time of one another are taken back together.
const CAPTURE_MS: u64 = 500;
/// How many steps are kept: more than anyone goes back, and few enough that what they hold stays small.
pub(crate) const MOST_STEPS: usize = 200;
/// How many are left when there were too many, so that the stack is not rebuilt at every edit.
const KEPT_STEPS: usize = 160;

/// The name of a document that is none: what stands under it can be looked up, but never taken back.
const NOWHERE: &str = "gone";

/// The steps of one participant in one document.
pub(crate) struct Steps {
    manager: UndoManager<()>,
    clock: Clock,
    /// What this participant took back for good. A field's earlier value comes back only past values that are known to
    /// be one's own; yrs knows those of its two stacks, and forgets what could be done again at the next edit.
    gone: Option<StackItem<()>>,
}

/// What could be done again before an edit: all of what was deleted by taking back.
pub(crate) struct Ahead(Option<StackItem<()>>);

impl Steps {
    /// Begins to watch for transactions with this origin; what has any other origin is never taken back.
    pub(crate) fn new(doc: &Doc, roots: &Roots, clock: Clock, origin: &Origin) -> Self {
        let clock = never_back(clock);
        let manager = manager(doc, roots, options(&clock, origin, Vec::new(), Vec::new()));
        Self { manager, clock, gone: None }
    }

    pub(crate) fn can_undo(&self) -> bool {
        self.manager.undo_stack().len() > self.first()
    }

    /// The place of the oldest step: what is gone for good may lie below it. yrs drops that with steps that changed nothing.
    fn first(&self) -> usize {
        usize::from(self.gone.is_some() && self.manager.undo_stack().first() == self.gone.as_ref())
    }

    pub(crate) fn can_redo(&self) -> bool {
        self.manager.can_redo()
    }

    /// Takes a step back; whether there was one that changed anything.
    pub(crate) fn undo(&mut self) -> bool {
        self.can_undo() && self.manager.undo_blocking()
    }

    /// Takes a step forward again; whether there was one that changed anything.
    pub(crate) fn redo(&mut self) -> bool {
        self.manager.redo_blocking()
    }

    /// Ends the step: what is written next is a step of its own.
    pub(crate) fn seal(&mut self) {
        self.manager.reset();
    }

    /// To be asked for before an edit, and given to [`Self::settle`] after it.
    pub(crate) fn ahead(&self) -> Ahead {
        Ahead(self.manager.redo_stack().iter().map(deleted).reduce(merged))
    }

    /// After an edit: remembers what can no longer be done again, and forgets the oldest steps when there are too many.
    pub(crate) fn settle(&mut self, ahead: Ahead, doc: &Doc, roots: &Roots, origin: &Origin) {
        let dropped = ahead.0.filter(|_| !self.can_redo());
        let steps = self.manager.undo_stack();
        let many = steps.len() > MOST_STEPS;
        let lost = self.gone.is_some() && self.first() == 0;
        if dropped.is_none() && !many && !lost {
            return;
        }
        let first = if many { steps.len() - KEPT_STEPS } else { self.first() };
        let mut kept = steps[first..].to_vec();
        self.gone = [self.gone.take(), dropped].into_iter().flatten().reduce(merged);
        kept.splice(..0, self.gone.clone());
        let redo = self.manager.redo_stack().to_vec();
        self.manager = manager(doc, roots, options(&self.clock, origin, kept, redo));
    }
}

/// What a step deleted, as something that is never taken back.
fn deleted(step: &StackItem<()>) -> StackItem<()> {
    StackItem::new(NOWHERE.into(), step.deletions().clone(), IdSet::default())
}

fn merged(mut one: StackItem<()>, other: StackItem<()>) -> StackItem<()> {
    one.merge(other, |(), ()| ());
    one
}

fn manager(doc: &Doc, roots: &Roots, options: Options<()>) -> UndoManager<()> {
    let mut manager = UndoManager::with_options(options);
    for (root, _, undo) in ROOTS {
        if undo == Undo::Tracked {
            manager.expand_scope(doc, roots.map(root));
        }
    }
    for (_, text) in roots.texts() {
        manager.expand_scope(doc, text);
    }
    manager
}

/// All options said: their default does not exist where there is no clock.
fn options(
    clock: &Clock,
    origin: &Origin,
    undo: Vec<StackItem<()>>,
    redo: Vec<StackItem<()>>,
) -> Options<()> {
    let clock = clock.clone();
    Options {
        capture_timeout_millis: CAPTURE_MS,
        tracked_origins: HashSet::from([origin.clone()]),
        capture_transaction: None,
        timestamp: Arc::new(move || clock()),
        init_undo_stack: undo,
        init_redo_stack: redo,
    }
}

/// A clock that never goes back and never says 0: undo subtracts times, and takes 0 for "never".
fn never_back(clock: Clock) -> Clock {
    let latest = AtomicU64::new(1);
    Arc::new(move || {
        let now = clock();
        latest.fetch_max(now, Ordering::Relaxed).max(now)
    })
}

#[cfg(test)]
mod tests {
    use yrs::{Map, Text, Transact};

    use super::*;
    use crate::{
        roots,
        schema::{ROOT_TEXTS, Root},
    };

    /// Writes into each root with an origin; after which roots there is a step to take back.
    fn undoable(origin: &str) -> Vec<&'static str> {
        let mut found = Vec::new();
        for (root, name, _) in ROOTS {
            let doc = roots::doc(1);
            let roots = Roots::of(&doc);
            let steps = Steps::new(&doc, &roots, Arc::new(|| 0), &Origin::from("local:1"));
            roots.map(root).insert(&mut doc.transact_mut_with(origin), "key", true);
            found.extend(steps.can_undo().then_some(name));
        }
        for (field, name) in &ROOT_TEXTS {
            let doc = roots::doc(1);
            let roots = Roots::of(&doc);
            let steps = Steps::new(&doc, &roots, Arc::new(|| 0), &Origin::from("local:1"));
            roots.text(field).unwrap().insert(&mut doc.transact_mut_with(origin), 0, "text");
            found.extend(steps.can_undo().then_some(*name));
        }
        found
    }

    #[test]
    fn d10_contributions_comments_and_votes_are_never_taken_back() {
        let local = undoable("local:1");
        assert_eq!(local.len(), ROOTS.len() + ROOT_TEXTS.len() - 3);
        for (root, name, _) in ROOTS {
            let never = matches!(root, Root::Contributions | Root::Comments | Root::Votes);
            assert_eq!(local.contains(&name), !never, "{name}");
        }
    }

    #[test]
    fn d10_what_comes_from_elsewhere_is_never_taken_back() {
        for origin in ["remote", "load", "create", "local:2", ""] {
            assert!(undoable(origin).is_empty(), "{origin}");
        }
    }
}
