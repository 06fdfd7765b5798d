//! What the relay writes itself: contributions, from a Doc of its own into which nothing from the network ever comes.

use model::{contribution::Contribution, id::EntryId};
use yrs::{Doc, Map, Transact};

use crate::{
    roots::{self, Roots},
    schema::Root,
    write::Pen,
};

/// Where a scribe's transactions come from.
const ORIGIN: &str = "scribe";

/// Writes contributions, each under a fresh key, as one scalar, and nothing else. It knows only what it wrote itself,
/// so whoever asks it makes sure that no other has written under that id.
pub struct Scribe {
    roots: Roots,
    doc: Doc,
}

impl Scribe {
    /// A scribe that has written nothing. `client_id` is fresh and random, and below 2^53.
    pub fn new(client_id: u64) -> Self {
        let doc = roots::doc(client_id);
        Self { roots: Roots::of(&doc), doc }
    }

    /// One contribution as an update (v1) of its own, which follows the one before: if that was not kept, this scribe
    /// is of no use any more. None if the id is none or has been written under, and never an answer of the team.
    pub fn write(&mut self, contribution: &Contribution) -> Option<Vec<u8>> {
        let mut transaction = self.doc.transact_mut_with(ORIGIN);
        let said = self.roots.map(Root::Contributions).contains_key(&transaction, &contribution.id);
        if said || EntryId::parse(&contribution.id).is_err() {
            return None;
        }
        let now = contribution.at;
        Pen { transaction: &mut transaction, roots: &self.roots, now }.contribute(contribution);
        Some(transaction.encode_update_v1())
    }
}
