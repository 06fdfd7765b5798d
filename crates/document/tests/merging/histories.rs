//! Seeded histories: 3 to 5 participants write, undo, redo, lose their lines and get everything in any order.

use model::{
    Card, CardId, Change, Edit, Level, Link, LinkKey, Order, Project, Status, Strength, TextChange,
    TextField,
    charter::{Member, Milestone, Readiness},
    contribution::Comment,
    cycle::{Act, Cycle, CycleText, Question, Task},
    diagram::{Amount, Deleted, Evidence, Matters, Support},
    edit::{
        CardField, CharterList, CycleField, LinkField, MeasureField, MetaField, Presence, QuestionText,
        Subject,
    },
    id::{EntryId, Id},
    measure::{Direction, Kind, Measure, Observation, PlanField, PlanNumber, Value},
};

use crate::{
    chance::{Chance, seeds},
    room::Room,
};

const NAMES: [&str; 5] = ["Ada", "Ben", "Cem", "Dot", "Eve"];
/// Words that people type, some of them of several code points each.
const WORDS: [&str; 10] =
    ["a", "ab ", "é", "e\u{301}", "👩‍👩‍👧", "🇨🇭", "שלום", "\u{200d}", "नि", "one sentence of some length"];

#[test]
fn d11_all_copies_read_the_same_whatever_the_order() {
    let histories = if std::env::var_os("TRIBUTARY_LONG").is_some() { 10_000 } else { 500 };
    seeds(histories, history);
}

fn history(seed: u64) {
    let mut author = Author { chance: Chance::new(seed), made: 0 };
    let names = &NAMES[..3 + author.chance.below(3)];
    let mut room = Room::with(&start(), names);
    for _ in 0..20 + author.chance.below(60) {
        let name = *author.chance.pick(names);
        author.act(&mut room, name);
    }
    room.settle();
    for text in room.project().cards.values().flat_map(|card| [&card.text, &card.note]) {
        assert!(!text.contains('\u{fffd}'), "half a character is left: {text:?}");
    }
}

/// What everybody begins with.
pub(crate) fn start() -> Project {
    let mut project = Project { title: "Start".to_owned(), ..Project::default() };
    for (place, level) in Level::ALL.into_iter().enumerate() {
        let id = id("c", place);
        project.cards.insert(id.clone(), Card::new(id, level, "text"));
    }
    let measure = id("m", 0);
    project.measures.insert(measure.clone(), Measure::new(measure, "Waits"));
    let cycle = id("y", 0);
    project.cycles.insert(cycle.clone(), Cycle::new(cycle));
    project
}

fn id<Kind>(prefix: &str, number: usize) -> Id<Kind> {
    Id::parse(&format!("{prefix}{number}")).unwrap()
}

/// Who decides what the participants do.
pub(crate) struct Author {
    pub(crate) chance: Chance,
    pub(crate) made: usize,
}

impl Author {
    fn act(&mut self, room: &mut Room, name: &'static str) {
        match self.chance.below(20) {
            0..8 => {
                let project = room.of(name).document.project();
                let count = if self.chance.one_in(4) { 3 } else { 1 };
                let edit: Edit = (0..count).map(|_| self.change(&project, name)).collect();
                room.edit(name, &edit);
            }
            8..10 => drop(room.undo(name)),
            10 => drop(room.redo(name)),
            11 => room.of(name).document.seal(),
            12 => room.cut(name),
            13 => room.mend(name),
            14 => room.pass(self.chance.below(700) as u64),
            _ => room.deliver_any(name, &mut self.chance),
        }
    }

    pub(crate) fn change(&mut self, project: &Project, name: &str) -> Change {
        match self.chance.below(10) {
            0..4 => self.text(project),
            4..7 => self.card(project, name),
            7 => self.measure(project, name),
            8 => self.cycle(project, name),
            _ if self.chance.one_in(3) => self.remark(project, name),
            _ => self.rest(),
        }
    }

    fn remark(&mut self, project: &Project, name: &str) -> Change {
        let known: Vec<_> = project.comments.iter().map(|comment| comment.id.clone()).collect();
        let answered = if known.is_empty() { String::new() } else { self.chance.pick(&known).clone() };
        if self.chance.one_in(3) {
            let id = EntryId::parse(&answered).unwrap_or_else(|_| self.entry());
            return Change::Resolve(id, self.presence());
        }
        let id: EntryId = if self.chance.one_in(3) { self.entry() } else { self.fresh(name) };
        Change::Comment(Box::new(Comment {
            id: id.to_string(),
            on: self.known(project).to_string(),
            by: name.to_owned(),
            at: self.chance.below(9) as f64,
            text: self.word(),
            reply_to: answered,
            resolved: false,
        }))
    }

    fn text(&mut self, project: &Project) -> Change {
        let field = self.field(project);
        let before = read(project, &field);
        let change = if self.chance.one_in(5) { self.wild() } else { self.typed(&before) };
        Change::Text(field, change)
    }

    /// A change that may lie anywhere, also inside characters and beyond the end.
    fn wild(&mut self) -> TextChange {
        let (at, delete) = (self.chance.below(40) as u32, self.chance.below(10) as u32);
        TextChange { at, delete, insert: self.word() }
    }

    /// What typing at one place does.
    fn typed(&mut self, before: &str) -> TextChange {
        let letters: Vec<char> = before.chars().collect();
        let from = self.chance.below(letters.len() + 1);
        let to = (from + self.chance.below(3)).min(letters.len());
        let left: String = letters[..from].iter().collect::<String>() + &self.word();
        let after = left.clone() + &letters[to..].iter().collect::<String>();
        let nothing = TextChange { at: 0, delete: 0, insert: String::new() };
        document::text::change(before, &after, left.encode_utf16().count() as u32).unwrap_or(nothing)
    }

    fn field(&mut self, project: &Project) -> TextField {
        match self.chance.below(12) {
            0 => TextField::Title,
            1 => TextField::Why,
            2 => TextField::MessageWhat,
            3 => TextField::CardNote(self.known(project)),
            4 => TextField::MeasureName(id("m", self.chance.below(3))),
            5 => TextField::MeasureDefinition(id("m", 0)),
            6 => TextField::Cycle(id("y", 0), *self.chance.pick(&CycleText::ALL)),
            7 => TextField::Question(id("y", 0), id("q", self.chance.below(3)), QuestionText::Result),
            _ => TextField::CardText(self.known(project)),
        }
    }

    fn card(&mut self, project: &Project, name: &str) -> Change {
        let card = self.known(project);
        match self.chance.below(9) {
            0 | 1 => self.add_card(name),
            2 | 3 => Change::Card(card, self.card_field(name)),
            4 => Change::Tag(card, format!("tag{}", self.chance.below(3)), self.presence()),
            5 => Change::Link(Box::new(self.link(project))),
            6 => Change::Unlink(self.drawn(project)),
            7 => Change::SetLink(self.drawn(project), self.link_field()),
            _ => self.evidence(project),
        }
    }

    fn add_card(&mut self, name: &str) -> Change {
        let mut card = Card::new(self.fresh(name), *self.chance.pick(&Level::ALL), self.word());
        card.by = name.to_owned();
        card.order = self.order();
        card.tags.insert("new".to_owned());
        card.evidence = vec![self.piece()];
        card.deleted = self.chance.one_in(6).then(|| Deleted { by: name.to_owned(), at: 3.0 });
        Change::AddCard(Box::new(card))
    }

    fn card_field(&mut self, name: &str) -> CardField {
        let said = self.chance.one_in(2);
        match self.chance.below(9) {
            0 => CardField::Level(*self.chance.pick(&Level::ALL)),
            1 => CardField::Status(said.then_some(Status::Testing)),
            2 => CardField::Owner(self.word()),
            3 => CardField::Impact(said.then_some(Amount::High)),
            4 => CardField::Effort(said.then_some(Amount::Low)),
            5 => CardField::Matters(said.then_some(Matters::Unsure)),
            6 => CardField::Address(self.word()),
            7 => CardField::Order(self.order()),
            _ => CardField::Deleted(said.then(|| Deleted { by: name.to_owned(), at: 7.0 })),
        }
    }

    fn link(&mut self, project: &Project) -> Link {
        let mut link = Link::new(self.known(project), self.known(project), self.order());
        link.strength = *self.chance.pick(&[Strength::Strong, Strength::Weak]);
        link.rationale = self.word();
        link
    }

    /// A link that is drawn, if there is one.
    fn drawn(&mut self, project: &Project) -> LinkKey {
        let keys: Vec<_> = project.links.keys().collect();
        if keys.is_empty() { self.link(project).key } else { (*self.chance.pick(&keys)).clone() }
    }

    fn link_field(&mut self) -> LinkField {
        match self.chance.below(2) {
            0 => LinkField::Strength(*self.chance.pick(&[Strength::Strong, Strength::Weak])),
            _ => LinkField::Rationale(self.word()),
        }
    }

    fn evidence(&mut self, project: &Project) -> Change {
        let subject = match self.chance.below(2) {
            0 => Subject::Card(self.known(project)),
            _ => Subject::Link(self.drawn(project)),
        };
        Change::Evidence(subject, self.entry(), self.piece())
    }

    fn piece(&mut self) -> Evidence {
        let state = *self.chance.pick(&[Support::Supported, Support::Refuted, Support::Unknown]);
        Evidence { state, reason: self.word(), at: "2024-01-02".to_owned(), by: self.word() }
    }

    fn measure(&mut self, project: &Project, name: &str) -> Change {
        let measure = id("m", self.chance.below(3));
        match self.chance.below(6) {
            0 => {
                let mut measure = Measure::new(self.fresh(name), self.word());
                measure.observations = vec![self.observation()];
                measure.plan.insert(PlanField::Unit, "days".to_owned());
                Change::AddMeasure(Box::new(measure))
            }
            1 | 2 => Change::Measure(measure, self.measure_field(name)),
            3 => Change::MeasureCard(measure, self.known(project), self.presence()),
            4 => Change::Observe(measure, self.observation()),
            _ => Change::Forget(measure, self.observation().key),
        }
    }

    fn measure_field(&mut self, name: &str) -> MeasureField {
        let said = self.chance.one_in(2);
        match self.chance.below(8) {
            0 => MeasureField::Kind(said.then_some(Kind::Process)),
            1 => MeasureField::Direction(said.then_some(Direction::Down)),
            2 => MeasureField::Plan(*self.chance.pick(&PlanField::ALL), self.word()),
            3 => MeasureField::Number(*self.chance.pick(&PlanNumber::ALL), said.then_some(2.5)),
            4 => MeasureField::GoalDate(self.word()),
            5 => MeasureField::Screen(said),
            6 => MeasureField::Order(self.order()),
            _ => MeasureField::Deleted(said.then(|| Deleted { by: name.to_owned(), at: 8.0 })),
        }
    }

    fn observation(&mut self) -> Observation {
        let key = format!("2024-0{}-01", 1 + self.chance.below(4));
        let value = match self.chance.below(3) {
            0 => Value::Number(self.chance.below(100) as f64 / 4.0),
            1 => Value::Ratio(3.0, 8.0),
            _ => Value::Subgroup(vec![1.0, 2.5]),
        };
        Observation { key, value, note: self.word(), ghost: self.chance.one_in(4) }
    }

    fn cycle(&mut self, project: &Project, name: &str) -> Change {
        let cycle = id("y", self.chance.below(2));
        let entry = self.entry();
        match self.chance.below(6) {
            0 => {
                let mut cycle = Cycle::new(self.fresh(name));
                cycle.texts.insert(CycleText::Title, self.word());
                cycle.questions.push(self.question());
                cycle.tasks.push(task(&entry, self.word()));
                Change::AddCycle(Box::new(cycle))
            }
            1 | 2 => Change::Cycle(cycle, self.cycle_field(project, name)),
            3 => Change::AddQuestion(cycle, Question { id: self.fresh(name), ..self.question() }),
            4 => Change::Matched(cycle, id("q", self.chance.below(3)), Some(self.chance.one_in(2))),
            _ => Change::Task(cycle, entry.clone(), self.chance.one_in(2).then(|| task(&entry, self.word()))),
        }
    }

    fn cycle_field(&mut self, project: &Project, name: &str) -> CycleField {
        let said = self.chance.one_in(2);
        match self.chance.below(11) {
            0 => CycleField::Idea(said.then(|| self.known(project))),
            1 => CycleField::Number(said.then_some(2.0)),
            2 => CycleField::Kind(self.word()),
            3 => CycleField::CarriedOut(self.word()),
            4 => CycleField::Act(said.then_some(Act::Adapt)),
            5 => CycleField::Start(self.word()),
            6 => CycleField::End(self.word()),
            7 => CycleField::Scale(self.word()),
            8 => CycleField::Owner(self.word()),
            9 => CycleField::Order(self.order()),
            _ => CycleField::Deleted(said.then(|| Deleted { by: name.to_owned(), at: 9.0 })),
        }
    }

    fn question(&mut self) -> Question {
        let (question, order) = (self.word(), self.order());
        let id = id("q", self.chance.below(3));
        Question { id, order, question, prediction: self.word(), result: String::new(), matched: None }
    }

    fn rest(&mut self) -> Change {
        let (id, order, text) = (self.entry(), self.order(), self.word());
        let lists = [CharterList::Team, CharterList::Milestones, CharterList::Readiness];
        match self.chance.below(8) {
            0 => Change::Member(Member { id, order, name: text, role: self.word(), level: String::new() }),
            1 => Change::Milestone(Milestone { id, order, date: "2024-05-01".to_owned(), text }),
            2 => Change::Readiness(Readiness { id, order, statement: text, score: Some(4.0) }),
            3 => Change::RemoveEntry(*self.chance.pick(&lists), id),
            4 => Change::Dismiss(format!("VA1/c{}", self.chance.below(3)), self.presence()),
            5 => Change::Meta(MetaField::Language(text)),
            6 => Change::Meta(MetaField::CreatedAt(self.chance.below(9) as f64)),
            _ => Change::Extra(format!("$.odd{}", self.chance.below(3)), text),
        }
    }

    /// A card that is there; now and then one that is not.
    fn known(&mut self, project: &Project) -> CardId {
        let ids: Vec<_> = project.cards.keys().collect();
        if ids.is_empty() || self.chance.one_in(15) {
            id("gone", 0)
        } else {
            (*self.chance.pick(&ids)).clone()
        }
    }

    fn fresh<Kind>(&mut self, name: &str) -> Id<Kind> {
        self.made += 1;
        id(name, self.made)
    }

    fn entry(&mut self) -> EntryId {
        id("e", self.chance.below(3))
    }

    fn order(&mut self) -> Order {
        Order::between(None, None, self.chance.next())
    }

    fn word(&mut self) -> String {
        if self.chance.one_in(8) { String::new() } else { (*self.chance.pick(&WORDS)).to_owned() }
    }

    fn presence(&mut self) -> Presence {
        *self.chance.pick(&[Presence::Present, Presence::Absent])
    }
}

fn task(id: &EntryId, what: String) -> Task {
    let (who, when) = ("Ada".to_owned(), "soon".to_owned());
    Task { id: id.clone(), who, what, when, place: String::new(), done: true }
}

fn read(project: &Project, field: &TextField) -> String {
    match field {
        TextField::Title => project.title.clone(),
        TextField::CardText(card) => {
            project.cards.get(card).map(|card| card.text.clone()).unwrap_or_default()
        }
        TextField::CardNote(card) => {
            project.cards.get(card).map(|card| card.note.clone()).unwrap_or_default()
        }
        _ => String::new(),
    }
}
