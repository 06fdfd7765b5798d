//! VM: the family of measures, and how each is defined.

use super::{About, Finding, Lack, Rule, Says, ground::Ground, lexicon::Language, text::Text, when};
use crate::{
    diagram::Level,
    measure::{Direction, Kind, Measure, PlanField, PlanNumber},
};

/// Rules VM1 and VM3.
const MOST_OUTCOMES: usize = 2;
const MEASURES: std::ops::RangeInclusive<usize> = 3..=8;
/// Rule VM7: a month and some days of grace, and the observations it takes to see how far they lie apart.
const MONTH: i64 = 35;
const OBSERVATIONS: usize = 4;

pub(super) fn look(ground: &Ground<'_>, findings: &mut Vec<Finding>) {
    let aim = ground.column(Level::Aim).first();
    if ground.measures.is_empty() {
        // VM2, VM3 and VD4 would say the same again.
        if ground.drivers().next().is_some() || ground.cards(Level::Idea).next().is_some() {
            findings.push(Finding::new(Rule::Vm1, About::Project, Says::NoMeasures));
        }
        return;
    }
    let mut say = |rule, says| findings.push(Finding::new(rule, About::Project, says));
    let is_outcome = |measure: &&&Measure| {
        measure.kind == Some(Kind::Outcome) && aim.is_some_and(|aim| measure.cards.contains(aim))
    };
    match ground.measures.iter().filter(is_outcome).count() {
        0 => say(Rule::Vm1, Says::NoOutcome),
        count if count > MOST_OUTCOMES => say(Rule::Vm1, Says::ManyOutcomes(count)),
        _ => {}
    }
    let kinds = [(Kind::Process, Lack::ProcessMeasure), (Kind::Balancing, Lack::BalancingMeasure)];
    let is_there = |kind: Kind| ground.measures.iter().any(|measure| measure.kind == Some(kind));
    let lacks: Vec<Lack> =
        kinds.into_iter().filter(|(kind, _)| !is_there(*kind)).map(|(_, lack)| lack).collect();
    if !lacks.is_empty() {
        say(Rule::Vm2, Says::KindsLack(lacks));
    }
    if !MEASURES.contains(&ground.measures.len()) {
        say(Rule::Vm3, Says::Measures(ground.measures.len()));
    }
    for measure in &ground.measures {
        let mut say =
            |rule, says| findings.push(Finding::new(rule, About::Measure(measure.id.clone()), says));
        if let Some(language) = &ground.language {
            worded(measure, language, &mut say);
        }
        planned(measure, &mut say);
        if let Some(says) = too_rare(measure, ground.language.as_ref()) {
            say(Rule::Vm7, says);
        }
        if let Some(says) = goal(measure) {
            say(Rule::Vm8, says);
        }
    }
}

fn plan(measure: &Measure, field: PlanField) -> &str {
    measure.plan.get(&field).map_or("", |text| text.trim())
}

/// VM4 and VM5.
fn worded(measure: &Measure, language: &Language, say: &mut impl FnMut(Rule, Says)) {
    let name = Text::of(&measure.name);
    if let Some(words) = language.directed_first.at(&name, 0).or_else(|| language.directed.first(&name)) {
        say(Rule::Vm4, Says::NameDirects(name.quoted(words)));
    }
    let unit = plan(measure, PlanField::Unit);
    let of_plan = [unit, plan(measure, PlanField::Calculation)];
    let is_said = [measure.name.as_str()]
        .into_iter()
        .chain(of_plan)
        .any(|text| text.contains('%') || language.ratios.first(&Text::of(text)).is_some());
    let chart = matches!(plan(measure, PlanField::Chart), "p" | "p_prime" | "u" | "u_prime");
    let fields = [(PlanField::Numerator, Lack::Numerator), (PlanField::Denominator, Lack::Denominator)];
    let lacks = lacks(measure, &fields);
    if (is_said || chart) && !lacks.is_empty() {
        say(Rule::Vm5, Says::RatioLacks(lacks));
    }
}

fn lacks(measure: &Measure, fields: &[(PlanField, Lack)]) -> Vec<Lack> {
    fields.iter().filter(|(field, _)| plan(measure, *field).is_empty()).map(|(_, lack)| *lack).collect()
}

/// VM6.
fn planned(measure: &Measure, say: &mut impl FnMut(Rule, Says)) {
    let mut lacks =
        lacks(measure, &[(PlanField::Frequency, Lack::Frequency), (PlanField::Source, Lack::Source)]);
    if measure.definition.trim().is_empty() {
        lacks.insert(0, Lack::Definition);
    }
    if plan(measure, PlanField::Collector).is_empty() && plan(measure, PlanField::Reviewer).is_empty() {
        lacks.push(Lack::Collector);
    }
    if !lacks.is_empty() {
        say(Rule::Vm6, Says::PlanLacks(lacks));
    }
}

/// VM7: by what the plan says; where it says nothing, by the observations. Events come when they come.
fn too_rare(measure: &Measure, language: Option<&Language>) -> Option<Says> {
    let frequency = plan(measure, PlanField::Frequency);
    if !frequency.is_empty() {
        let is_rare = language?.rare.first(&Text::of(frequency)).is_some();
        return is_rare.then(|| Says::TooRareSaid(frequency.to_owned()));
    }
    if matches!(plan(measure, PlanField::Chart), "t" | "g") {
        return None;
    }
    let days: Vec<_> = measure.observations.iter().filter_map(|seen| when::iso(seen.date())).collect();
    let mut gaps: Vec<i64> = days.windows(2).map(|pair| (pair[1] - pair[0]).num_days()).collect();
    crate::sort::by_key(&mut gaps, |gap| *gap);
    let median = *gaps.get(gaps.len() / 2)?;
    (days.len() >= OBSERVATIONS && median > MONTH).then_some(Says::TooRareSeen(median))
}

/// VM8. Only an outcome needs a goal; every measure has a direction, be it neither.
fn goal(measure: &Measure) -> Option<Says> {
    let goal = measure.numbers.get(&PlanNumber::GoalValue).copied();
    let mut lacks = Vec::new();
    if goal.is_none() && measure.kind == Some(Kind::Outcome) {
        lacks.push(Lack::Goal);
    }
    if measure.direction.is_none() {
        lacks.push(Lack::Direction);
    }
    if !lacks.is_empty() {
        return Some(Says::GoalLacks(lacks));
    }
    let (goal, baseline) = (goal?, baseline(measure)?);
    let behind = match measure.direction? {
        Direction::Up => goal < baseline,
        Direction::Down => goal > baseline,
        Direction::Neither => false,
    };
    behind.then_some(Says::GoalBehind { goal, baseline })
}

/// The baseline's number, or the one that its text begins with: “140 minutes, weekly median”.
fn baseline(measure: &Measure) -> Option<f64> {
    let written = || {
        let text = plan(measure, PlanField::Baseline).replace(',', "");
        let digits =
            text.find(|letter: char| !letter.is_ascii_digit() && letter != '.').unwrap_or(text.len());
        text[..digits].trim_end_matches('.').parse().ok()
    };
    measure.numbers.get(&PlanNumber::BaselineValue).copied().or_else(written)
}
