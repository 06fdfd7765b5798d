//! Random projects: nothing panics, the same project gets the same findings, and they stand in their order.

use std::{collections::BTreeSet, time::Instant};

use model::{
    Card, CardId, CycleId, Level, Link, MeasureId, Order, Project,
    check::{About, Date, check},
    cycle::{Act, Cycle, Question},
    diagram::Status,
    id::EntryId,
    measure::{Direction, Kind, Measure, PlanField, PlanNumber},
};
use proptest::prelude::*;

use crate::cases::today;

/// Words that the rules look for, and others that may stand beside them.
const WORDS: &[&str] = &[
    "reduce",
    "by",
    "20%",
    "X%",
    "June",
    "2027",
    "30/06/2027",
    "within",
    "12",
    "months",
    "train",
    "staff",
    "improve",
    "culture",
    "ward",
    "7",
    "[how much?]",
    "[",
    "]",
    "introducing",
    "’",
    "Easter",
    "31",
    "February",
    "99999999999999999999",
    "lleihau",
    "drwy",
    "gyflwyno",
    "İI",
    "ﬃ",
    "e\u{301}",
    "👩‍⚕️",
    ".",
    "per",
    "quarterly",
    "next",
    "of",
    "8:30",
    "a",
    "\u{0}",
];

fn text() -> impl Strategy<Value = String> {
    prop_oneof![
        4 => proptest::collection::vec(proptest::sample::select(WORDS), 0..8).prop_map(|words| words.join(" ")),
        1 => "\\PC{0,20}",
    ]
}

fn date() -> impl Strategy<Value = String> {
    prop_oneof![Just("2026-09-18".to_owned()), Just("2027-01-31".to_owned()), Just(String::new()), text()]
}

fn id(letter: char, place: usize) -> String {
    format!("{letter}{place}")
}

/// Level, text, whether adopted, owner.
type DealtCard = (usize, String, bool, usize);
/// Idea, texts, first and last day, number, whether adopted.
type DealtCycle = (usize, String, String, String, Option<f64>, bool);

fn cards() -> impl Strategy<Value = Vec<Card>> {
    let card = (0..5usize, text(), any::<bool>(), 0..4usize);
    proptest::collection::vec(card, 0..24).prop_map(|cards| {
        let orders = Order::run(None, None, cards.len(), 0);
        let card = |(place, ((level, text, adopted, owner), order)): (usize, (DealtCard, Order))| {
            let mut card = Card::new(CardId::parse(&id('c', place)).unwrap(), Level::ALL[level], text);
            card.order = order;
            card.status = adopted.then_some(Status::Adopted);
            card.owner = ["", "Sam", "Sam", "Kim"][owner].to_owned();
            card.by = card.owner.clone();
            card
        };
        cards.into_iter().zip(orders).enumerate().map(card).collect()
    })
}

fn measures() -> impl Strategy<Value = Vec<Measure>> {
    let measure = (text(), text(), 0..4usize, 0..24usize, any::<f64>(), date());
    proptest::collection::vec(measure, 0..10).prop_map(|measures| {
        let measure = |(place, (name, plan, kind, card, number, date)): (
            usize,
            (String, String, usize, usize, f64, String),
        )| {
            let mut measure = Measure::new(MeasureId::parse(&id('m', place)).unwrap(), name);
            measure.kind = [None, Some(Kind::Outcome), Some(Kind::Process), Some(Kind::Balancing)][kind];
            measure.direction =
                [None, Some(Direction::Up), Some(Direction::Down), Some(Direction::Neither)][kind];
            measure.cards = vec![CardId::parse(&id('c', card)).unwrap()];
            for field in [PlanField::Frequency, PlanField::Baseline, PlanField::Unit].into_iter().take(kind) {
                measure.plan.insert(field, plan.clone());
            }
            measure.numbers.insert(PlanNumber::GoalValue, number);
            measure.goal_date = date;
            measure
        };
        measures.into_iter().enumerate().map(measure).collect()
    })
}

fn cycles() -> impl Strategy<Value = Vec<Cycle>> {
    let cycle = (0..24usize, text(), date(), date(), proptest::option::of(any::<f64>()), any::<bool>());
    proptest::collection::vec(cycle, 0..10).prop_map(|cycles| {
        let cycle = |(place, (idea, text, start, end, number, adopted)): (usize, DealtCycle)| {
            let mut cycle = Cycle::new(CycleId::parse(&id('y', place)).unwrap());
            cycle.idea = CardId::parse(&id('c', idea)).ok();
            (cycle.scale, cycle.start, cycle.end, cycle.number) = (text.clone(), start, end, number);
            cycle.act = adopted.then_some(Act::Adopt);
            cycle.questions.push(Question {
                id: EntryId::parse("q").unwrap(),
                order: Order::default(),
                question: text.clone(),
                prediction: text.clone(),
                result: text,
                matched: None,
            });
            cycle
        };
        cycles.into_iter().enumerate().map(cycle).collect()
    })
}

fn project() -> impl Strategy<Value = Project> {
    let links = proptest::collection::vec((0..24usize, 0..24usize), 0..60);
    let language = proptest::sample::select(vec!["", "en", "cy-GB", "de"]);
    (cards(), links, measures(), cycles(), language).prop_map(|(cards, links, measures, cycles, language)| {
        let card = |place| CardId::parse(&id('c', place)).unwrap();
        let links = links.into_iter().map(|(from, to)| Link::new(card(from), card(to), Order::default()));
        Project {
            language: language.to_owned(),
            cards: cards.into_iter().map(|card| (card.id.clone(), card)).collect(),
            links: links.map(|link| (link.key.clone(), link)).collect(),
            measures: measures.into_iter().map(|measure| (measure.id.clone(), measure)).collect(),
            cycles: cycles.into_iter().map(|cycle| (cycle.id.clone(), cycle)).collect(),
            ..Project::default()
        }
    })
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 500, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn v3_any_project_is_checked_the_same_way_twice(project in project()) {
        let findings = check(&project, today());
        prop_assert_eq!(&check(&project.clone(), today()), &findings);
        let keys: Vec<String> = findings.iter().map(|finding| finding.key()).collect();
        prop_assert_eq!(keys.iter().collect::<BTreeSet<_>>().len(), keys.len(), "each key once: {:?}", keys);
        prop_assert!(findings.is_sorted_by_key(|finding| (finding.heading(), finding.rule)));
        for finding in &findings {
            if let About::Card(card) = &finding.about {
                prop_assert!(project.cards.contains_key(card));
            }
        }
        for day in [Date::MIN, Date::MAX] {
            check(&project, day);
        }
    }

    #[test]
    fn v3_what_is_not_for_us_is_found_all_the_same(project in project(), which in 0..40usize) {
        let findings = check(&project, today());
        if let Some(finding) = findings.get(which) {
            let mut project = project.clone();
            project.dismissed.insert(finding.key());
            let again = check(&project, today());
            let dismissed = again.iter().filter(|finding| finding.is_dismissed(&project));
            prop_assert!(dismissed.into_iter().any(|other| other.key() == finding.key()));
        }
    }
}

/// Thousands of ideas made of few words: most of them share most words with many others.
#[test]
fn v4_the_time_it_takes_grows_with_the_project() {
    let time = |count: usize| {
        let cards = (0..count).map(|place| {
            let word = |part: usize| WORDS[(place / part) % WORDS.len()];
            let text = format!("{} {} {} {} huddle", word(1), word(7), word(40), word(311));
            let card = Card::new(CardId::parse(&id('c', place)).unwrap(), Level::Idea, text);
            (card.id.clone(), card)
        });
        let project = Project { cards: cards.collect(), ..Project::default() };
        // the best of three, as other programs run too
        let best = (0..3).map(|_| {
            let start = Instant::now();
            check(&project, today());
            start.elapsed().as_secs_f64()
        });
        best.fold(f64::MAX, f64::min)
    };
    let (few, many) = (time(1_000), time(8_000));
    // eight times as many: a comparison of each with each would take 64 times as long
    assert!(many < few.max(0.005) * 30.0, "{few} s for 1,000, {many} s for 8,000");
}
