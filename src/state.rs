//! The state of an open project: three scopes together, and `dispatch`, the one way to write.

use std::{cell::RefCell, collections::BTreeMap, rc::Rc};

use ::document::{Document, Touched, Written};
use leptos::prelude::*;
use model::action::{Board, Pen, Refusal};
use model::role::Action;
use model::{CardId, Edit, Role, TextField};

use crate::diagram::picture::{PictureState, Whose};
use crate::language::say;
use crate::outline::OutlineState;
use crate::sync::{Peer, Sync};
use crate::ui::Notices;
use crate::{device, offline};

pub mod advice;
pub mod document;
mod others;
pub mod presence;
pub mod session;

use self::document::{DocumentState, Doing};
use advice::AdviceState;
use presence::PresenceState;
use session::{DELETED, GONE, LAST, Notice, REFUSED, SessionState};

/// Everything a page of one project reads, and how it writes.
#[derive(Clone, Copy)]
pub struct ProjectState {
    /// Shared and kept.
    pub document: DocumentState,
    /// Shared, not kept.
    pub presence: PresenceState,
    /// Neither.
    pub session: SessionState,
    /// How the document looks just now: derived from the document and from what is being added.
    pub picture: PictureState,
    /// The same as rows of text.
    pub outline: OutlineState,
    /// What there is to say about the project: derived from the document when nobody types.
    pub advice: AdviceState,
    /// What the key of this page allows; the relay has the last word.
    pub role: RwSignal<Role>,
    parts: StoredValue<Parts, LocalStorage>,
}

struct Parts {
    document: Rc<RefCell<Document>>,
    sync: Option<Sync>,
    asked_to_keep: bool,
    /// When I last wrote in which card, in milliseconds since 1970.
    wrote_at: BTreeMap<CardId, f64>,
    /// When the relay last had everything.
    settled_at: f64,
}

impl ProjectState {
    /// The state over a document that is still empty.
    pub fn new(document: Rc<RefCell<Document>>, notices: Notices) -> Self {
        let (session, picture) = (SessionState::new(notices), PictureState::new());
        Self {
            document: DocumentState::new(),
            presence: PresenceState::new(),
            session,
            picture,
            outline: OutlineState::new(&session, &picture),
            advice: AdviceState::new(),
            role: RwSignal::new(Role::Editor),
            parts: StoredValue::new_local(Parts {
                document,
                sync: None,
                asked_to_keep: false,
                wrote_at: BTreeMap::new(),
                settled_at: 0.0,
            }),
        }
    }

    /// The state of the page one is in.
    pub fn expect() -> Self {
        use_context().expect("the project page provides its state before it draws anything")
    }

    /// Joins the state to what keeps it: the outbox and the line.
    pub fn keep(&self, sync: Sync) {
        self.parts.update_value(|parts| parts.sync = Some(sync));
    }

    /// Writes an edit: the document changes, the screen follows, the bytes go to the outbox and the line.
    pub fn dispatch(&self, edit: &Edit) {
        if edit.is_empty() {
            return;
        }
        if !self.may_edit() {
            return;
        }
        self.session.notices.withdraw(LAST);
        let written = self.with_document(|document| document.may_write().then(|| document.write(edit)));
        match written {
            Some(written) => self.wrote(written),
            None => self.session.notify(Notice::text(say().project_too_new())),
        }
    }

    /// Whether this page's key allows to edit; says so where it does not.
    pub fn may_edit(&self) -> bool {
        let may = self.role.get_untracked().may(Action::Edit);
        if !may {
            self.session.notify(Notice::text(say().project_read_only()));
        }
        may
    }

    /// Does what a person means to do with cards, or says why not. True when it was done.
    pub fn act(&self, action: impl FnOnce(Board<'_>, &Pen) -> Result<Edit, Refusal>) -> bool {
        if !self.may_edit() {
            return false;
        }
        let pen = self.session.pen();
        match self.document.with_board(|board| action(board, &pen)) {
            Ok(edit) => {
                self.session.notices.withdraw(REFUSED);
                self.seal();
                self.dispatch(&edit);
                self.seal();
                true
            }
            Err(refusal) => {
                self.session.notify(Notice::refusal(refusal));
                false
            }
        }
    }

    /// Takes back what I did last, and only that.
    pub fn undo(&self) {
        self.step(Document::undo);
    }

    /// Does again what I took back.
    pub fn redo(&self) {
        self.step(Document::redo);
    }

    fn step(&self, step: fn(&mut Document) -> Option<Written>) {
        if !self.may_edit() {
            return;
        }
        if let Some(written) = self.with_document(step) {
            self.wrote_again(written);
        }
    }

    /// Shows what an undo or a redo did: of the cards that it touched and that are there, the one nearest to the aim.
    fn wrote_again(&self, written: Written) {
        let of_text = texts_of(&written.touched).next();
        let touched = written.touched.cards.iter().cloned().chain(of_text).collect::<Vec<_>>();
        let measure = written.touched.measures.first().cloned();
        self.wrote(written);
        // What the last deletion offered is over.
        [DELETED, LAST, REFUSED].into_iter().for_each(|matter| self.session.notices.withdraw(matter));
        self.leave_what_is_gone();
        if let Some(measure) = measure.filter(|_| touched.is_empty()) {
            return self.session.view.show_measure(self.document.is_measure(&measure).then_some(measure));
        }
        let writes = self.session.writing.with_untracked(Option::is_some);
        let level =
            |card: &&model::CardId| self.document.structure.with_untracked(|structure| structure.level(card));
        let there = touched.iter().filter(|card| self.is_there(card));
        let current = self.session.current.get_untracked();
        if let Some(card) = there.min_by_key(level).or(current.as_ref()).filter(|_| !writes) {
            crate::diagram::commands::go_to(self, card);
        }
    }

    fn is_there(&self, card: &model::CardId) -> bool {
        self.document.structure.with_untracked(|structure| structure.seat(card).is_some())
    }

    /// Undoing a creation takes away the card one writes in: then one is in no card any more.
    pub fn leave_what_is_gone(&self) {
        let there = |card: &model::CardId| self.is_there(card);
        let writing = self.session.writing.get_untracked();
        if writing.is_some_and(|writing| writing.draft.is_none() && !there(&writing.card)) {
            self.session.writing.set(None);
        }
        let current = self.session.current.get_untracked();
        if current.is_some_and(|card| !there(&card)) {
            self.session
                .current
                .set(self.document.structure.with_untracked(|structure| structure.aim().cloned()));
        }
    }

    /// Ends the present step of undo.
    pub fn seal(&self) {
        self.with_document(Document::seal);
    }

    /// Shows what came from elsewhere: remote edits, or what this device kept.
    pub fn receive(&self, touched: &Touched) {
        self.follow(touched, Whose::Others);
    }

    /// The relay has everything that was written here.
    pub fn settled(&self) {
        self.parts.update_value(|parts| parts.settled_at = js_sys::Date::now());
    }

    /// A card may be deleted elsewhere while I write in it without a connection: then I am told as if I had seen it.
    fn offer_back(&self, doings: &[(CardId, Doing)]) {
        let deleted_at = |card: &CardId| self.document.card_now(card)?.deleted.map(|deleted| deleted.at);
        let could_not_know = |card: &&CardId| {
            self.parts.with_value(|parts| {
                let mine = parts.wrote_at.get(*card).copied();
                // Before the relay had it, nobody could see what I wrote; and I wrote on where it was gone already.
                mine.is_some_and(|mine| {
                    mine > parts.settled_at || deleted_at(card).is_some_and(|at| at < mine)
                })
            })
        };
        let deleted = doings.iter().filter(|(_, doing)| *doing == Doing::Deleted).map(|(card, _)| card);
        let mine: Vec<CardId> = deleted.filter(could_not_know).cloned().collect();
        if !mine.is_empty() {
            self.offer_restore(mine);
        }
    }

    /// Says that somebody deleted cards in which I wrote. What is written is kept, and they can be brought back.
    pub fn offer_restore(&self, cards: Vec<CardId>) {
        self.advice.written(cards.iter().cloned());
        let state = *self;
        let restore = move || state.dispatch(&model::action::restore(&cards));
        let words = say().card_deleted_by_another();
        self.session.notify(Notice::text(words).about(GONE).with(say().card_restore(), restore));
    }

    /// Takes in who came, moved or went.
    pub fn meet(&self, peers: &[Peer]) {
        others::meet(self, peers);
    }

    /// Tries at once to reach the relay.
    pub fn try_now(&self) {
        self.with_sync(Sync::try_now);
    }

    /// Tells the others where I am.
    pub fn present(&self, presence: Option<String>) {
        self.with_sync(|sync| sync.present(presence));
    }

    /// Keeps the edits of others back while an input method composes.
    pub fn hold(&self) {
        self.with_sync(Sync::hold);
    }

    /// Takes in what others wrote since `hold`.
    pub fn release(&self) {
        self.with_sync(Sync::release);
    }

    /// Leaves the project: the others see me go, and nothing is told from now on.
    pub fn leave(&self) {
        self.with_sync(Sync::stop);
        self.advice.stop();
    }

    /// The sync is cloned out first: what it does may come back here.
    fn with_sync(&self, call: impl FnOnce(&Sync)) {
        let sync = self.parts.with_value(|parts| parts.sync.clone());
        if let Some(sync) = sync {
            call(&sync);
        }
    }

    /// Looks something up in the document itself. Signals are never set inside.
    pub fn with_document<T>(&self, look: impl FnOnce(&mut Document) -> T) -> T {
        self.parts.with_value(|parts| look(&mut parts.document.borrow_mut()))
    }

    fn wrote(&self, written: Written) {
        // First to the outbox, so that nothing seen on the screen can be lost; then to the screen.
        let Written { update, touched } = written;
        let now = js_sys::Date::now();
        self.parts.update_value(|parts| parts.wrote_at.extend(texts_of(&touched).map(|card| (card, now))));
        if !update.is_empty() {
            self.with_sync(|sync| sync.wrote(update));
            self.keep_documents();
        }
        self.follow(&touched, Whose::Mine);
    }

    /// With the first edit there is something that the browser must not forget.
    fn keep_documents(&self) {
        let first = self.parts.try_update_value(|parts| !std::mem::replace(&mut parts.asked_to_keep, true));
        if first == Some(true) && device::keeping() == device::Keeping::Everything {
            leptos::task::spawn_local(offline::ask_to_keep_documents());
        }
    }

    /// The one path to the screen, for local and remote edits alike.
    fn follow(&self, touched: &Touched, whose: Whose) {
        let changed = self.parts.with_value(|parts| self.document.patch(&parts.document.borrow(), touched));
        let (undo, redo) = self.with_document(|document| (document.can_undo(), document.can_redo()));
        self.session.set_steps(undo, redo);
        self.picture.refresh(self, &changed, whose);
        if let Whose::Others = whose {
            // What is there at the start nobody did just now.
            if self.document.loaded.get_untracked() && self.document.caught_up.get_untracked() {
                others::tell(self, &changed.doings);
            }
            self.offer_back(&changed.doings);
            self.advice.written(changed.written);
        }
        self.advice.touched(*self);
    }
}

/// The cards whose texts were touched.
fn texts_of(touched: &Touched) -> impl Iterator<Item = CardId> {
    touched.texts.iter().filter_map(|field| match field {
        TextField::CardText(card) => Some(card.clone()),
        _ => None,
    })
}
