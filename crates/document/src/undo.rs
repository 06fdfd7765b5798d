//! Steps that a participant can take back: their own, and nobody else's (rule D10).

use std::{
    collections::HashSet,
    sync::{
        Arc,
        atomic::{AtomicU64, Ordering},
    },
};

use yrs::{
    Doc, Origin,
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

/// The steps of one participant in one document.
pub(crate) struct Steps {
    manager: UndoManager<()>,
    clock: Clock,
}

impl Steps {
    /// Begins to watch for transactions with this origin; what has any other origin is never taken back.
    pub(crate) fn new(doc: &Doc, roots: &Roots, clock: Clock, origin: &Origin) -> Self {
        let clock = never_back(clock);
        Self { manager: manager(doc, roots, options(&clock, origin, Vec::new())), clock }
    }

    pub(crate) fn can_undo(&self) -> bool {
        self.manager.can_undo()
    }

    pub(crate) fn can_redo(&self) -> bool {
        self.manager.can_redo()
    }

    /// Takes a step back; whether there was one that changed anything.
    pub(crate) fn undo(&mut self) -> bool {
        self.manager.undo_blocking()
    }

    /// Takes a step forward again; whether there was one that changed anything.
    pub(crate) fn redo(&mut self) -> bool {
        self.manager.redo_blocking()
    }

    /// Ends the step: what is written next is a step of its own.
    pub(crate) fn seal(&mut self) {
        self.manager.reset();
    }

    /// Forgets the oldest steps when there are too many. Called right after a tracked edit, so there is nothing to redo.
    pub(crate) fn trim(&mut self, doc: &Doc, roots: &Roots, origin: &Origin) {
        let steps = self.manager.undo_stack();
        if steps.len() > MOST_STEPS {
            let kept = steps[steps.len() - KEPT_STEPS..].to_vec();
            self.manager = manager(doc, roots, options(&self.clock, origin, kept));
        }
    }
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
fn options(clock: &Clock, origin: &Origin, steps: Vec<StackItem<()>>) -> Options<()> {
    let clock = clock.clone();
    Options {
        capture_timeout_millis: CAPTURE_MS,
        tracked_origins: HashSet::from([origin.clone()]),
        capture_transaction: None,
        timestamp: Arc::new(move || clock()),
        init_undo_stack: steps,
        init_redo_stack: Vec::new(),
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
