//! Undo alone: each step taken back leads to what was there before it, and forward again to what was there after it.

use model::{Change, Edit, Project};

use crate::{
    chance::{Chance, seeds},
    histories::{Author, start},
    room::Room,
};

const ADA: &str = "Ada";

/// So many that some of them come back to a value past one that was taken back and lost its way forward. What yrs still
/// leaves: a letter, in about one of two thousand, where typing was done again and then cut inside.
const HISTORIES: u64 = 150;

#[test]
fn d10_alone_every_step_leads_back_to_what_was_before_and_forward_again() {
    seeds(HISTORIES, history);
}

fn history(seed: u64) {
    let mut author = Author { chance: Chance::new(seed), made: 0 };
    let mut room = Room::with(&start(), &[ADA]);
    let first = seen(&room);
    for _ in 0..60 {
        match author.chance.below(8) {
            0 | 1 => steps(&mut author.chance, || room.undo(ADA)),
            2 => steps(&mut author.chance, || room.redo(ADA)),
            _ => {
                let project = room.project();
                let count = if author.chance.one_in(3) { 3 } else { 1 };
                let edit: Edit = (0..count).map(|_| author.change(&project, ADA)).collect();
                if !edit.changes.iter().any(comes_deleted) {
                    room.edit(ADA, &edit);
                }
            }
        }
    }
    while room.redo(ADA) {}
    let last = seen(&room);
    while room.undo(ADA) {}
    assert_eq!(seen(&room), first, "all the way back");
    while room.redo(ADA) {}
    assert_eq!(seen(&room), last, "and forward again");
}

/// One step; now and then as many as there are.
fn steps(chance: &mut Chance, mut step: impl FnMut() -> bool) {
    let all = chance.one_in(10);
    while step() && all {}
}

/// What one sees of a project: a creation that is taken back leaves a deleted thing, and what was said stays said.
fn seen(room: &Room) -> Project {
    let mut project = room.project();
    project.cards.retain(|_, card| card.deleted.is_none());
    project.measures.retain(|_, measure| measure.deleted.is_none());
    project.cycles.retain(|_, cycle| cycle.deleted.is_none());
    project.comments.clear();
    project
}

/// A card that is deleted as soon as it is there: no command makes one.
fn comes_deleted(change: &Change) -> bool {
    matches!(change, Change::AddCard(card) if card.deleted.is_some())
}
