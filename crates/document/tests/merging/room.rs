//! A room in memory: named participants, each with a copy, and lines between them that can be cut.

use std::{
    collections::BTreeMap,
    sync::{
        Arc,
        atomic::{AtomicU64, Ordering},
    },
};

use document::{Document, Touched, Written, scan::Committed};
use model::{CardId, Change, Edit, Project, TextField, cycle::CycleText, edit::QuestionText};

use crate::chance::Chance;

/// One participant: a copy, a project kept up to date by what was touched, and updates that are still on their way.
pub(crate) struct Participant {
    pub(crate) name: &'static str,
    pub(crate) document: Document,
    kept: Project,
    /// The texts of the project, each read again only when it was touched.
    texts: BTreeMap<TextField, String>,
    notes: usize,
    cut: bool,
    arriving: Vec<Vec<u8>>,
    leaving: Vec<Vec<u8>>,
}

pub(crate) struct Room {
    pub(crate) participants: Vec<Participant>,
    clock: Arc<AtomicU64>,
    /// Every update that was ever written, the first included.
    pub(crate) log: Vec<Vec<u8>>,
}

impl Room {
    /// A room where everybody begins with the same project.
    pub(crate) fn with(project: &Project, names: &[&'static str]) -> Self {
        let clock = Arc::new(AtomicU64::new(1_000));
        let first = document::create(project, 99);
        let join = |(place, name): (usize, &&'static str)| {
            let clock = clock.clone();
            let mut document =
                Document::new(place as u64 + 1, Arc::new(move || clock.load(Ordering::Relaxed)));
            document.load(&first).unwrap();
            let kept = document.project();
            Participant {
                name,
                document,
                texts: texts(&kept),
                kept,
                notes: 0,
                cut: false,
                arriving: Vec::new(),
                leaving: Vec::new(),
            }
        };
        let participants = names.iter().enumerate().map(join).collect();
        Self { participants, clock, log: vec![first] }
    }

    pub(crate) fn pass(&self, milliseconds: u64) {
        self.clock.fetch_add(milliseconds, Ordering::Relaxed);
    }

    pub(crate) fn of(&mut self, name: &str) -> &mut Participant {
        self.participants.iter_mut().find(|one| one.name == name).unwrap()
    }

    pub(crate) fn write(&mut self, name: &str, change: Change) -> Written {
        self.edit(name, &Edit::one(change))
    }

    pub(crate) fn edit(&mut self, name: &str, edit: &Edit) -> Written {
        let written = self.of(name).document.write(edit);
        self.send(name, &written);
        written
    }

    pub(crate) fn undo(&mut self, name: &str) -> bool {
        let written = self.of(name).document.undo();
        written.inspect(|written| self.send(name, written)).is_some()
    }

    pub(crate) fn redo(&mut self, name: &str) -> bool {
        let written = self.of(name).document.redo();
        written.inspect(|written| self.send(name, written)).is_some()
    }

    /// Somebody types until a text reads so; the caret stands right of what was typed.
    pub(crate) fn type_to(&mut self, name: &str, field: &TextField, after: &str, caret: u32) {
        let before = self.of(name).document.text(field).unwrap();
        let change = document::text::change(&before, after, caret).unwrap();
        self.write(name, Change::Text(field.clone(), change));
    }

    /// Keeps what somebody wrote, and puts it on its way to the others.
    fn send(&mut self, name: &str, written: &Written) {
        self.of(name).note(&written.touched);
        if written.update.is_empty() {
            return;
        }
        self.log.push(written.update.clone());
        if self.of(name).cut {
            self.of(name).leaving.push(written.update.clone());
        } else {
            self.pass_on(name, &written.update);
        }
    }

    fn pass_on(&mut self, name: &str, update: &[u8]) {
        for other in self.participants.iter_mut().filter(|other| other.name != name) {
            other.arriving.push(update.to_vec());
        }
    }

    pub(crate) fn cut(&mut self, name: &str) {
        self.of(name).cut = true;
    }

    pub(crate) fn mend(&mut self, name: &str) {
        self.of(name).cut = false;
        for update in std::mem::take(&mut self.of(name).leaving) {
            self.pass_on(name, &update);
        }
    }

    /// One update reaches a participant: any of those on their way, and perhaps not for the last time.
    pub(crate) fn deliver_any(&mut self, name: &str, chance: &mut Chance) {
        let participant = self.of(name);
        if participant.cut || participant.arriving.is_empty() {
            return;
        }
        let place = chance.below(participant.arriving.len());
        let update = match chance.one_in(8) {
            true => participant.arriving[place].clone(),
            false => participant.arriving.swap_remove(place),
        };
        participant.receive(&update);
    }

    /// All lines are mended, and everything reaches everybody, in the order in which it was sent.
    pub(crate) fn settle(&mut self) {
        let names: Vec<_> = self.participants.iter().map(|one| one.name).collect();
        for name in &names {
            self.mend(name);
        }
        for participant in &mut self.participants {
            for update in std::mem::take(&mut participant.arriving) {
                participant.receive(&update);
            }
        }
        self.check();
    }

    /// Everybody reads the same and has the same; so does who comes now, and who reads what the worker folded. The relay
    /// admits every update in the order in which they were written.
    pub(crate) fn check(&self) {
        let first = &self.participants[0];
        let project = first.document.project();
        self.participants.iter().for_each(Participant::check);
        for other in &self.participants[1..] {
            assert_eq!(other.document.project(), project, "{} and {} differ", first.name, other.name);
            assert_eq!(has(&other.document), has(&first.document), "{} lacks something", other.name);
        }
        let mut committed = Committed::default();
        for update in &self.log {
            let admitted = committed.admit(update);
            assert!(admitted.is_ok(), "the relay refuses {update:?}: {admitted:?}");
        }
        let folded = document::fold(self.log.iter().map(Vec::as_slice)).unwrap();
        let settled = committed.settles(self.log.iter().map(Vec::as_slice), &folded);
        assert_eq!(settled, Ok(true), "the relay does not take what was folded");
        for whole in [first.document.snapshot(), folded] {
            let mut newcomer = Document::new(1_000, Arc::new(|| 0));
            newcomer.load(&whole).unwrap();
            assert_eq!(newcomer.project(), project, "a newcomer differs");
            assert_eq!(has(&newcomer), has(&first.document));
        }
    }

    pub(crate) fn project(&self) -> Project {
        self.participants[0].document.project()
    }
}

impl Participant {
    pub(crate) fn receive(&mut self, update: &[u8]) {
        let touched = self.document.merge(update).unwrap();
        self.note(&touched);
    }

    /// Brings the kept project up to date, and now and then compares it with the whole, which takes its time.
    fn note(&mut self, touched: &Touched) {
        self.document.patch(&mut self.kept, touched);
        for field in &touched.texts {
            match self.document.text(field) {
                Some(text) => self.texts.insert(field.clone(), text),
                None => self.texts.remove(field),
            };
        }
        self.notes += 1;
        if self.notes.is_multiple_of(4) {
            self.check();
        }
    }

    /// What was touched left nothing out.
    fn check(&self) {
        assert_eq!(self.kept, self.document.project(), "{}: more changed than was touched", self.name);
        for (field, text) in texts(&self.kept) {
            assert_eq!(self.texts.get(&field), Some(&text), "{}: {field:?} was not touched", self.name);
        }
    }
}

/// Some texts of each kind.
fn texts(project: &Project) -> BTreeMap<TextField, String> {
    let mut texts = BTreeMap::from([
        (TextField::Title, project.title.clone()),
        (TextField::Why, project.charter.why.clone()),
        (TextField::MessageWhat, project.charter.messages.what.clone()),
    ]);
    for (id, card) in &project.cards {
        texts.insert(TextField::CardText(id.clone()), card.text.clone());
        texts.insert(TextField::CardNote(id.clone()), card.note.clone());
    }
    for (id, measure) in &project.measures {
        texts.insert(TextField::MeasureName(id.clone()), measure.name.clone());
        texts.insert(TextField::MeasureDefinition(id.clone()), measure.definition.clone());
    }
    for (id, cycle) in &project.cycles {
        let text = |text| (TextField::Cycle(id.clone(), text), cycle.text(text).to_owned());
        texts.extend(CycleText::ALL.map(text));
        for question in &cycle.questions {
            let field = TextField::Question(id.clone(), question.id.clone(), QuestionText::Result);
            texts.insert(field, question.result.clone());
        }
    }
    texts
}

/// What a copy has, comparable.
fn has(document: &Document) -> BTreeMap<u64, u32> {
    use yrs::updates::decoder::Decode;
    let state_vector = yrs::StateVector::decode_v1(&document.state_vector()).unwrap();
    state_vector.iter().map(|(client, clock)| (client.get(), *clock)).collect()
}

pub(crate) fn card_id(text: &str) -> CardId {
    CardId::parse(text).unwrap()
}
