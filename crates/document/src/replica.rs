//! One participant's copy of a shared document: read it, write it, merge what others wrote, take own steps back.

use std::fmt::Display;

use model::{
    Card, CardId, Charter, CycleId, Edit, MeasureId, Project, TextField, contribution::Comment, cycle::Cycle,
    edit::Change, measure::Measure,
};
use yrs::{
    Doc, GetString, Origin, ReadTxn, StateVector, Transact, Transaction, Update,
    updates::{decoder::Decode, encoder::Encode},
};

use crate::{
    anchor::Anchor,
    read::{Reading, Which},
    roots::{self, Roots},
    scan::scan,
    schema::SCHEMA,
    touched::{Queue, Touched},
    undo::{Clock, Steps},
    write::{self, Made, Pen},
};

/// Where a transaction comes from, when it is not a participant's own edit.
mod origin {
    pub(super) const CREATE: &str = "create";
    pub(super) const LOAD: &str = "load";
    pub(super) const REMOTE: &str = "remote";
}

/// Why bytes were not taken into a document.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum UpdateError {
    /// They are no update, or no state vector.
    #[error("these bytes cannot be read as part of a document: {0}")]
    Unreadable(String),
    /// They are an update that contradicts itself.
    #[error("this update does not fit into a document: {0}")]
    Unfit(String),
}

/// What an edit wrote.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Written {
    /// One v1 update with all of it; empty if nothing was written.
    pub update: Vec<u8>,
    /// What it moved.
    pub touched: Touched,
}

/// One participant's copy of a shared document.
pub struct Document {
    // The steps hold pointers into the Doc, so they come first and go first.
    steps: Steps,
    roots: Roots,
    doc: Doc,
    queue: Queue,
    clock: Clock,
    /// The origin of what is written here.
    local: Origin,
    /// The text that the last edit typed in, if that was all it did.
    typing: Option<TextField>,
}

impl Document {
    /// An empty copy. `client_id` is fresh and random at each start, and below 2^53: one id used twice corrupts.
    pub fn new(client_id: u64, clock: Clock) -> Self {
        let doc = roots::doc(client_id);
        let roots = Roots::of(&doc);
        let queue = Queue::watch(&doc, &roots, [origin::LOAD, origin::REMOTE]);
        let local = Origin::from(format!("local:{client_id}"));
        let steps = Steps::new(&doc, &roots, clock.clone(), &local);
        Self { steps, roots, doc, queue, clock, local, typing: None }
    }

    /// The id under which this copy writes.
    pub fn client_id(&self) -> u64 {
        self.doc.client_id().get()
    }

    /// Takes in what was kept on this device or by the relay.
    pub fn load(&mut self, update: &[u8]) -> Result<Touched, UpdateError> {
        self.integrate(update, origin::LOAD)
    }

    /// Takes in what somebody else wrote. Whatever the order and however often, all copies come to say the same.
    pub fn merge(&mut self, update: &[u8]) -> Result<Touched, UpdateError> {
        self.integrate(update, origin::REMOTE)
    }

    /// Writes an edit: one step of undo (rule D7). What does not fit what is there is left out; all of it is where this
    /// build may not write.
    pub fn write(&mut self, edit: &Edit) -> Written {
        if edit.is_empty() || !self.may_write() {
            return Written::default();
        }
        self.seal_unless_typing_on(edit);
        let ahead = self.steps.ahead();
        let made = self.make(&edit.changes);
        self.transact(self.local.clone(), |pen| write::apply(pen, &edit.changes, &made));
        self.steps.settle(ahead, &self.doc, &self.roots, &self.local);
        self.written()
    }

    /// Takes back this participant's last step; none if there is nothing to take back.
    pub fn undo(&mut self) -> Option<Written> {
        self.seal();
        (self.may_write() && self.steps.undo()).then(|| self.written())
    }

    /// Does again what was taken back last; none if there is nothing.
    pub fn redo(&mut self) -> Option<Written> {
        self.seal();
        (self.may_write() && self.steps.redo()).then(|| self.written())
    }

    /// Whether there is a step to take back.
    pub fn can_undo(&self) -> bool {
        self.steps.can_undo()
    }

    /// Whether there is a step to do again.
    pub fn can_redo(&self) -> bool {
        self.steps.can_redo()
    }

    /// Ends the step, at blur and drop: what is typed next is taken back by itself. Every edit that is more than
    /// typing in one text is a step of its own anyway.
    pub fn seal(&mut self) {
        self.typing = None;
        self.steps.seal();
    }

    /// The whole project as it now reads.
    pub fn project(&self) -> Project {
        self.read(|reading| reading.project())
    }

    /// Brings a project that was read before up to date with what was touched since.
    pub fn patch(&self, project: &mut Project, touched: &Touched) {
        self.read(|reading| reading.patch(project, touched));
    }

    /// One card.
    pub fn card(&self, id: &CardId) -> Option<Card> {
        self.read(|reading| reading.cards(Which::One(id.as_str())).remove(id))
    }

    /// One measure.
    pub fn measure(&self, id: &MeasureId) -> Option<Measure> {
        self.read(|reading| reading.measures(Which::One(id.as_str())).remove(id))
    }

    /// One cycle.
    pub fn cycle(&self, id: &CycleId) -> Option<Cycle> {
        self.read(|reading| reading.cycles(Which::One(id.as_str())).remove(id))
    }

    /// What was said about cards, oldest first.
    pub fn comments(&self) -> Vec<Comment> {
        self.read(|reading| reading.comments())
    }

    /// The charter.
    pub fn charter(&self) -> Charter {
        self.read(|reading| reading.charter())
    }

    /// One text; none where what it belongs to does not exist.
    pub fn text(&self, field: &TextField) -> Option<String> {
        self.read(|reading| reading.text(field))
    }

    /// Whether this build may write: a later schema may have closed the document to it.
    pub fn may_write(&self) -> bool {
        self.min_writer() <= SCHEMA
    }

    /// The lowest schema that may write this document, as a whole number; one that is none lets nobody write.
    pub fn min_writer(&self) -> u32 {
        let said = self.read(|reading| reading.min_writer());
        if said.is_nan() { u32::MAX } else { said.ceil() as u32 }
    }

    /// What this copy has, as a v1 state vector. It says nothing of what was deleted.
    pub fn state_vector(&self) -> Vec<u8> {
        self.doc.transact().state_vector().encode_v1()
    }

    /// What a copy with this state vector lacks, as one v1 update with everything deleted; nothing that waits for a
    /// missing part.
    pub fn diff(&self, state_vector: &[u8]) -> Result<Vec<u8>, UpdateError> {
        let state_vector = StateVector::decode_v1(state_vector).map_err(unreadable)?;
        Ok(self.doc.transact().encode_diff_v1(&state_vector))
    }

    /// Whether parts wait for others that never came here; `diff` leaves them out.
    pub fn is_whole(&self) -> bool {
        let transaction = self.doc.transact();
        transaction.store().pending_update().is_none() && transaction.store().pending_ds().is_none()
    }

    /// Everything as one v1 update, also what waits for a missing part.
    pub fn snapshot(&self) -> Vec<u8> {
        self.doc.transact().encode_state_as_update_v1(&StateVector::default())
    }

    /// Holds on to a place in a text, in UTF-16 units, so that it can be found again after others wrote there.
    pub fn anchor(&self, field: &TextField, at_utf16: u32) -> Option<Anchor> {
        self.read(|reading| {
            let text = reading.text_ref(field)?;
            let length = text.get_string(reading.transaction).encode_utf16().count() as u32;
            Anchor::at(reading.transaction, &text, at_utf16.min(length))
        })
    }

    /// Where a place now is, in UTF-16 units; none if its text is gone.
    pub fn place(&self, anchor: &Anchor) -> Option<u32> {
        anchor.place(&self.doc.transact())
    }

    fn integrate(&mut self, update: &[u8], origin: &str) -> Result<Touched, UpdateError> {
        let update = decode(update)?;
        let result = self.doc.transact_mut_with(origin).apply_update(update);
        // After an error, what was touched stays in the queue and is told with the next update.
        result.map(|()| self.queue.take().touched).map_err(|error| UpdateError::Unfit(error.to_string()))
    }

    /// Makes what an edit adds, in a transaction that cannot be taken back (rule D10).
    fn make(&self, changes: &[Change]) -> Made {
        if changes.iter().any(write::makes) {
            self.transact(origin::CREATE.into(), |pen| write::make(pen, changes))
        } else {
            Made::new()
        }
    }

    fn transact<Result>(&self, origin: Origin, work: impl FnOnce(&mut Pen<'_, '_>) -> Result) -> Result {
        let mut transaction = self.doc.transact_mut_with(origin);
        let now = (self.clock)() as f64;
        work(&mut Pen { transaction: &mut transaction, roots: &self.roots, now })
    }

    /// Letters typed in one text one after another are one step, also those that follow the first of a new card;
    /// everything else is a step of its own.
    fn seal_unless_typing_on(&mut self, edit: &Edit) {
        let typing = match edit.changes.as_slice() {
            [Change::Text(field, _)] => Some(field.clone()),
            changes => changes.iter().find_map(|change| match change {
                Change::AddCard(card) => Some(TextField::CardText(card.id.clone())),
                _ => None,
            }),
        };
        if typing.is_none() || typing != self.typing {
            self.seal();
        }
        self.typing = typing;
    }

    fn written(&self) -> Written {
        let changes = self.queue.take();
        let update = match changes.updates.as_slice() {
            [] => Vec::new(),
            [update] => update.clone(),
            updates => yrs::merge_updates_v1(updates).expect("updates that were just encoded can be read"),
        };
        Written { update, touched: changes.touched }
    }

    fn read<Value>(&self, work: impl FnOnce(&Reading<'_, Transaction<'_>>) -> Value) -> Value {
        let transaction = self.doc.transact();
        work(&Reading { transaction: &transaction, roots: &self.roots })
    }
}

/// A new document's first update (v1) from a whole project, written under a fresh client id.
pub fn create(project: &Project, client_id: u64) -> Vec<u8> {
    let doc = roots::doc(client_id);
    let roots = Roots::of(&doc);
    let mut transaction = doc.transact_mut_with(origin::CREATE);
    write::whole(&mut Pen { transaction: &mut transaction, roots: &roots, now: 0.0 }, project);
    transaction.commit();
    transaction.encode_update_v1()
}

/// Reads an update. Its structure is checked first: yrs would follow values nested however deeply, until the stack ends.
pub(crate) fn decode(update: &[u8]) -> Result<Update, UpdateError> {
    scan(update).map_err(unreadable)?;
    Update::decode_v1(update).map_err(unreadable)
}

fn unreadable(error: impl Display) -> UpdateError {
    UpdateError::Unreadable(error.to_string())
}
