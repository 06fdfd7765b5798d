//! VP: how tests are planned, ended, and grow.

use std::collections::BTreeMap;

use super::{About, Finding, Lack, Rule, Says, ground::Ground, pattern, text::Text, when};
use crate::{
    cycle::{Act, Cycle, CycleText},
    diagram::{Level, Status},
    id::CardId,
};

/// Rule VP3: the next test is at most so many times as big.
const GROWTH: f64 = 5.0;
/// Rule VP3: a first test of so many is small enough, when nobody knows how long it takes.
const FEW: f64 = 5.0;
/// Rule VP4.
const TESTS_BEFORE_ADOPTING: usize = 2;

pub(super) fn look(ground: &Ground<'_>, findings: &mut Vec<Finding>) {
    let mut before: Option<&Cycle> = None;
    for cycle in &ground.cycles {
        let mut say = |rule, says| findings.push(Finding::new(rule, About::Cycle(cycle.id.clone()), says));
        let lacks = lacks(ground, cycle);
        if !lacks.is_empty() {
            say(Rule::Vp1, Says::CycleLacks(lacks));
        }
        let open = open(ground, cycle);
        if !open.is_empty() {
            say(Rule::Vp2, Says::CycleOpen(open));
        }
        let last = before.filter(|last| last.idea == cycle.idea && cycle.idea.is_some());
        if let Some(says) = too_big(cycle, last) {
            say(Rule::Vp3, says);
        }
        before = Some(cycle);
    }
    adopted_soon(ground, findings);
}

/// VP1.
fn lacks(ground: &Ground<'_>, cycle: &Cycle) -> Vec<Lack> {
    let mut lacks = Vec::new();
    if cycle.questions.iter().all(|question| question.prediction.trim().is_empty()) {
        lacks.push(Lack::Prediction);
    }
    if cycle.idea.as_ref().and_then(|idea| ground.card(idea)).is_none() {
        lacks.push(Lack::Idea);
    }
    lacks
}

/// Whether the last day is past.
fn is_over(ground: &Ground<'_>, cycle: &Cycle) -> bool {
    when::iso(&cycle.end).is_some_and(|end| end < ground.today)
}

/// Whether a cycle is finished: it came to a decision, or to results after its last day.
pub(super) fn is_finished(ground: &Ground<'_>, cycle: &Cycle) -> bool {
    cycle.act.is_some() || (is_over(ground, cycle) && is_studied(cycle))
}

fn is_studied(cycle: &Cycle) -> bool {
    let results = cycle.questions.iter().any(|question| !question.result.trim().is_empty());
    results || !cycle.text(CycleText::Study).trim().is_empty()
}

/// VP2. Results that are written beside the questions are a study too.
fn open(ground: &Ground<'_>, cycle: &Cycle) -> Vec<Lack> {
    let mut lacks = Vec::new();
    if is_over(ground, cycle) && !is_studied(cycle) {
        lacks.push(Lack::Study);
    }
    if is_over(ground, cycle) && cycle.act.is_none() {
        lacks.push(Lack::Decision);
    }
    lacks
}

/// How big a test is: a number and what is counted.
struct Scale {
    number: f64,
    of: String,
}

fn scale(cycle: &Cycle) -> Option<Scale> {
    let text = Text::of(&cycle.scale);
    let at = (0..text.len()).find(|at| pattern::is_number(&text, *at))?;
    // A number as a word is small: “one”, “three” and the like.
    let number = text.number(at).map_or(1.0, f64::from);
    let of = text.word(at + 1);
    Some(Scale { number, of: of.strip_suffix('s').unwrap_or(of).to_owned() })
}

/// VP3. What takes place on one day is one session, however many it reaches.
fn too_big(cycle: &Cycle, before: Option<&Cycle>) -> Option<Says> {
    let now = scale(cycle)?;
    let (start, end) = (when::iso(&cycle.start), when::iso(&cycle.end));
    if let Some(before) = before {
        let last = scale(before)?;
        let grows = last.number > 0.0 && now.number > last.number * GROWTH && now.of == last.of;
        return grows.then(|| Says::TestGrows { from: before.scale.clone(), to: cycle.scale.clone() });
    }
    let big = match (start, end) {
        (Some(start), Some(end)) => now.number > 1.0 && end > start,
        _ => now.number > FEW,
    };
    big.then(|| Says::FirstTestBig(cycle.scale.clone()))
}

/// VP4. An idea that was never tested counts only where the team writes its tests down.
fn adopted_soon(ground: &Ground<'_>, findings: &mut Vec<Finding>) {
    if ground.cycles.is_empty() {
        return;
    }
    let mut tests: BTreeMap<&CardId, (usize, bool)> = BTreeMap::new();
    for cycle in &ground.cycles {
        if let Some(idea) = &cycle.idea {
            let (count, adopted) = tests.entry(idea).or_default();
            *count += 1;
            *adopted |= cycle.act == Some(Act::Adopt);
        }
    }
    for idea in ground.cards(Level::Idea) {
        let (count, adopted) = tests.get(&idea.id).copied().unwrap_or_default();
        if (adopted || idea.status == Some(Status::Adopted)) && count < TESTS_BEFORE_ADOPTING {
            let about = About::Card(idea.id.clone());
            findings.push(Finding::new(Rule::Vp4, about, Says::AdoptedSoon(count)));
        }
    }
}
