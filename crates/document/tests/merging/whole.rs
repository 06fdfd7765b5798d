//! A whole project becomes a document and is read again as it was.

use std::{collections::BTreeSet, sync::Arc};

use document::{Document, Touched, Written, create};
use exchange::examples::EXAMPLES;
use model::{
    Card, Change, Charter, Edit, Level, Link, Order, Project, Status, Strength,
    charter::{Member, Messages, Milestone, Readiness},
    contribution::{Comment, Contribution},
    cycle::{Act, Cycle, CycleText, Question, Task},
    diagram::{Amount, Deleted, Evidence, Matters, Support},
    edit::MetaField,
    id::Id,
    measure::{DatedNote, Direction, Kind, Measure, Observation, PlanField, PlanNumber, Value},
};

fn read(update: &[u8]) -> Project {
    let mut document = Document::new(5, Arc::new(|| 0));
    document.load(update).unwrap();
    document.project()
}

#[test]
fn d11_a_whole_project_is_read_as_it_was_written() {
    assert_eq!(read(&create(&full(), 1)), full());
    assert_eq!(read(&create(&Project::default(), 1)), Project::default());
}

#[test]
fn d11_the_examples_are_read_as_they_were_written() {
    for example in EXAMPLES {
        let project = exchange::project::from_json(example.json()).unwrap();
        let read = read(&create(&project, 1));
        assert_eq!(read, project, "{}", example.name);
        assert_eq!(exchange::project::to_json(&read), exchange::project::to_json(&project));
    }
}

#[test]
fn d1_what_has_no_legal_key_is_not_written() {
    let mut project = Project::default();
    let odd = Comment { id: "a b".to_owned(), ..comment() };
    project.comments = vec![comment(), odd];
    assert_eq!(read(&create(&project, 1)).comments, [comment()]);
}

#[test]
fn d11_a_document_of_a_later_schema_is_only_read() {
    let mut document = Document::new(5, Arc::new(|| 0));
    assert!(document.may_write(), "an empty document may be written");
    document.load(&create(&full(), 1)).unwrap();
    assert!(document.may_write());
    assert!(document.merge(&closed(&document)).unwrap().meta);
    assert!(!document.may_write());
    let language = Change::Meta(MetaField::Language("de".to_owned()));
    assert_eq!(document.write(&Edit::one(language)), Written::default());
    assert_eq!(document.project(), full());
}

/// A document as a later schema closes it to this one.
fn closed(document: &Document) -> Vec<u8> {
    use yrs::{Map, ReadTxn, Transact, updates::decoder::Decode};
    let later = yrs::Doc::with_client_id(9);
    let meta = later.get_or_insert_map("meta");
    let mut transaction = later.transact_mut_with("later");
    transaction.apply_update(yrs::Update::decode_v1(&document.snapshot()).unwrap()).unwrap();
    let before = transaction.state_vector();
    meta.insert(&mut transaction, "min_writer", 2.0);
    transaction.encode_diff_v1(&before)
}

#[test]
fn d11_bytes_that_are_no_update_are_refused_and_change_nothing() {
    let mut document = Document::new(5, Arc::new(|| 0));
    let update = create(&full(), 1);
    document.load(&update).unwrap();
    for odd in [&[][..], &[1], &[255; 40], &update[..update.len() / 2]] {
        assert!(document.merge(odd).is_err(), "{odd:?}");
        assert!(document.diff(&[255]).is_err());
        assert_eq!(document.project(), full());
    }
    assert!(document::fold([&update[..], &[7, 7]].into_iter()).is_err());
}

#[test]
fn d11_a_value_nested_too_deeply_is_refused() {
    let mut document = Document::new(5, Arc::new(|| 0));
    let update = |depth: usize| {
        let mut bytes = vec![1, 1, 1, 0, 40, 1, 5];
        bytes.extend(b"extra");
        bytes.extend([1, b'x', 1]);
        bytes.extend([117, 1].repeat(depth));
        bytes.extend([126, 0]);
        bytes
    };
    assert_eq!(document.merge(&update(2)), Ok(Touched { extra: true, ..Touched::default() }));
    for depth in [3, 100_000] {
        assert!(document.merge(&update(depth)).is_err(), "{depth}");
        assert!(document::fold([update(depth).as_slice()].into_iter()).is_err(), "{depth}");
    }
    assert_eq!(document.project(), Project::default());
}

fn id<Kind>(text: &str) -> Id<Kind> {
    Id::parse(text).unwrap()
}

fn gone() -> Option<Deleted> {
    Some(Deleted { by: "Ada".to_owned(), at: 1_700_000_000_000.0 })
}

fn comment() -> Comment {
    Comment {
        id: "k1".to_owned(),
        on: "idea".to_owned(),
        by: "Ben".to_owned(),
        at: 1.5,
        text: "Good".to_owned(),
        reply_to: "k0".to_owned(),
        resolved: true,
    }
}

/// A project that says everything that schema 1 can say.
pub(crate) fn full() -> Project {
    let cards = [aim(), idea(), Card { deleted: gone(), ..Card::new(id("gone"), Level::Tertiary, "Gone") }];
    Project {
        title: "Fewer falls – 👩‍👩‍👧 שלום".to_owned(),
        language: "en-GB".to_owned(),
        created_at: 1_700_000_000_001.0,
        from: "project-0".to_owned(),
        charter: charter(),
        cards: cards.into_iter().map(|card| (card.id.clone(), card)).collect(),
        links: [link(), Link::new(id("gone"), id("nowhere"), Order::default())]
            .map(|link| (link.key.clone(), link))
            .into(),
        measures: [measure(), Measure { deleted: gone(), ..Measure::new(id("m-gone"), "Gone") }]
            .map(|measure| (measure.id.clone(), measure))
            .into(),
        cycles: [cycle(), Cycle { deleted: gone(), ..Cycle::new(id("y-gone")) }]
            .map(|cycle| (cycle.id.clone(), cycle))
            .into(),
        comments: vec![comment()],
        contributions: vec![contribution()],
        votes: [("round-1/idea".to_owned(), 7.0)].into(),
        dismissed: BTreeSet::from(["VA1/aim".to_owned()]),
        extra: [("$.unknown".to_owned(), "{\"a\":[1,null]}".to_owned())].into(),
    }
}

fn aim() -> Card {
    Card { order: Order::read("V"), ..Card::new(id("aim"), Level::Aim, "Half as many falls by May") }
}

fn idea() -> Card {
    Card {
        note: "Two lines\nof a note".to_owned(),
        status: Some(Status::Testing),
        owner: "Ada".to_owned(),
        impact: Some(Amount::High),
        effort: Some(Amount::Low),
        matters: Some(Matters::Yes),
        tags: ["ward", "a#b"].map(str::to_owned).into(),
        address: "https://example.org/".to_owned(),
        order: Order::read("k"),
        by: "Ben".to_owned(),
        at: 1_700_000_000_002.5,
        from: "contribution-1".to_owned(),
        evidence: vec![evidence(Support::Supported, "2024-01-01"), evidence(Support::Refuted, "2024-02-01")],
        ..Card::new(id("idea"), Level::Idea, "Red socks")
    }
}

fn evidence(state: Support, at: &str) -> Evidence {
    Evidence { state, reason: "We saw it".to_owned(), at: at.to_owned(), by: "Ada".to_owned() }
}

fn link() -> Link {
    Link {
        strength: Strength::Weak,
        rationale: "Grip".to_owned(),
        evidence: vec![evidence(Support::Unknown, "2024-03-01")],
        ..Link::new(id("idea"), id("aim"), Order::read("V"))
    }
}

fn charter() -> Charter {
    let order = |text: &str| Order::read(text);
    let member = |key: &str, place: &str, name: &str| Member {
        id: id(key),
        order: order(place),
        name: name.to_owned(),
        role: "sponsor".to_owned(),
        level: "involve".to_owned(),
    };
    Charter {
        why: "People fall".to_owned(),
        scope: "Two wards".to_owned(),
        protected_time: "An hour a week".to_owned(),
        messages: Messages { why: "Why".to_owned(), what: "What".to_owned(), benefits: "Good".to_owned() },
        team: vec![member("z", "A", "Ada"), member("a", "B", "Ben"), member("b", "B", "Cem")],
        milestones: vec![Milestone {
            id: id("s1"),
            order: order("V"),
            date: "2024-05-01".to_owned(),
            text: "Half".to_owned(),
        }],
        readiness: vec![Readiness {
            id: id("r1"),
            order: order("V"),
            statement: "We have time".to_owned(),
            score: Some(4.0),
        }],
    }
}

fn measure() -> Measure {
    let observation = |key: &str, value, note: &str| Observation {
        key: key.to_owned(),
        value,
        note: note.to_owned(),
        ghost: !note.is_empty(),
    };
    Measure {
        definition: "A fall is …".to_owned(),
        kind: Some(Kind::Outcome),
        direction: Some(Direction::Down),
        plan: PlanField::ALL.map(|field| (field, format!("the {field}"))).into(),
        numbers: PlanNumber::ALL.map(|number| (number, number as u8 as f64 + 0.1)).into(),
        goal_date: "2024-12-31".to_owned(),
        screen: true,
        cards: vec![id("aim"), id("idea")],
        definition_notes: vec![DatedNote {
            key: "n1".to_owned(),
            date: "2024-02-02".to_owned(),
            text: "Stairs too".to_owned(),
        }],
        observations: vec![
            observation("2024-01-01", Value::Number(-3.0), ""),
            observation("2024-02-01", Value::Ratio(3.0, 1_000.25), "new form"),
            observation("2024-02-01~x1", Value::Subgroup(vec![1.0, 2.5, 4_294_967_296.0]), ""),
        ],
        order: Order::read("V"),
        ..Measure::new(id("m1"), "Falls")
    }
}

fn cycle() -> Cycle {
    Cycle {
        idea: Some(id("idea")),
        number: Some(2.0),
        texts: CycleText::ALL.map(|text| (text, format!("the {text}"))).into(),
        kind: "test".to_owned(),
        carried_out: "yes".to_owned(),
        act: Some(Act::Adapt),
        start: "2024-03-01".to_owned(),
        end: "2024-03-08".to_owned(),
        scale: "One patient".to_owned(),
        owner: "Cem".to_owned(),
        questions: vec![Question {
            id: id("q1"),
            order: Order::read("V"),
            question: "Does it fit?".to_owned(),
            prediction: "Yes".to_owned(),
            result: "Mostly".to_owned(),
            matched: Some(false),
        }],
        tasks: vec![Task {
            id: id("t1"),
            who: "Ben".to_owned(),
            what: "Buy socks".to_owned(),
            when: "Monday".to_owned(),
            place: "Shop".to_owned(),
            done: true,
        }],
        order: Order::read("V"),
        ..Cycle::new(id("y1"))
    }
}

fn contribution() -> Contribution {
    Contribution {
        id: "f0".to_owned(),
        kind: "idea".to_owned(),
        text: "Longer socks".to_owned(),
        on: "idea".to_owned(),
        by: "Dot".to_owned(),
        author: "a1".to_owned(),
        at: 2.0,
        status: "accepted".to_owned(),
        reply: "Thank you".to_owned(),
    }
}
