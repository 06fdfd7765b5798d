//! The measure plan of a project file, with its observations.

use std::collections::{BTreeMap, BTreeSet};

use model::{
    CardId, MeasureId, Project,
    measure::{DatedNote, Measure, Observation, PlanField, PlanNumber, Value},
};
use serde_json::Value as Json;

use super::{
    Fault,
    charter::in_order,
    diagram::is_deleted,
    node::{Key, Node, place_key},
    read::{Place, shown},
};

/// The numbers whose fields stand beside the plan's texts; the goal's is in `goal`.
const NUMBERS: [PlanNumber; 5] = {
    use PlanNumber::*;
    [Multiplier, BaselineValue, Shift, Trend, Freeze]
};

pub(super) fn read(file: &Place<'_>) -> Result<BTreeMap<MeasureId, Measure>, Fault> {
    let mut seen = BTreeSet::new();
    let measures = file.each("measures", |_, measure| read_measure(measure.fresh_id(&mut seen)?, measure))?;
    let measures = in_order(measures, |measure, order| measure.order = order);
    Ok(measures.into_iter().map(|measure| (measure.id.clone(), measure)).collect())
}

fn read_measure(id: MeasureId, measure: &Place<'_>) -> Result<Measure, Fault> {
    let cards: BTreeSet<CardId> = measure.every("cards", |_, card| card.own_id())?.into_iter().collect();
    Ok(Measure {
        definition: measure.text("definition")?,
        kind: measure.choice("kind")?,
        direction: measure.choice("direction")?,
        plan: read_plan(measure)?,
        numbers: read_numbers(measure)?,
        goal_date: measure.object("goal")?.text("date")?,
        screen: measure.flag("screen")?.unwrap_or_default(),
        cards: cards.into_iter().collect(),
        definition_notes: read_notes(measure)?,
        observations: read_observations(measure)?,
        ..Measure::new(id, measure.text("name")?)
    })
}

fn read_plan(measure: &Place<'_>) -> Result<BTreeMap<PlanField, String>, Fault> {
    let mut plan = BTreeMap::new();
    for field in PlanField::ALL {
        let text = match field {
            PlanField::Chart => chart(measure.text(field.as_str())?),
            PlanField::Phases => phases(measure),
            _ => measure.text(field.as_str())?,
        };
        if !text.is_empty() {
            plan.insert(field, text);
        }
    }
    Ok(plan)
}

/// The chart that other programs call an individuals chart is our XmR chart.
fn chart(name: String) -> String {
    if name == "i" { "xmr".into() } else { name }
}

/// Phases may be text or a list: a list is kept as its JSON.
fn phases(measure: &Place<'_>) -> String {
    match measure.field(PlanField::Phases.as_str()).raw() {
        None => String::new(),
        Some(Json::String(text)) => text.clone(),
        Some(other) => other.to_string(),
    }
}

fn read_numbers(measure: &Place<'_>) -> Result<BTreeMap<PlanNumber, f64>, Fault> {
    let mut numbers = BTreeMap::new();
    for field in NUMBERS {
        numbers.extend(measure.number(field.as_str())?.map(|number| (field, number)));
    }
    let goal = measure.object("goal")?.number("value")?;
    numbers.extend(goal.map(|goal| (PlanNumber::GoalValue, goal)));
    Ok(numbers)
}

fn read_notes(measure: &Place<'_>) -> Result<Vec<DatedNote>, Fault> {
    measure.each("definition_notes", |index, note| {
        Ok(DatedNote { key: place_key(index), date: note.text("date")?, text: note.text("text")? })
    })
}

fn read_observations(measure: &Place<'_>) -> Result<Vec<Observation>, Fault> {
    let mut seen = BTreeMap::new();
    let mut observations = measure.each("observations", |_, observation| {
        let date = observation.needed("date")?;
        if !is_date(&date) {
            let message = format!("must be a date like 2026-05-04, not “{}”", shown(&date));
            return Err(observation.field("date").fault(message));
        }
        Ok(Observation {
            key: date_key(&date, &mut seen),
            value: read_value(observation)?,
            note: observation.text("note")?,
            ghost: observation.flag("ghost")?.unwrap_or_default(),
        })
    })?;
    model::sort::by(&mut observations, |one, other| one.key.cmp(&other.key));
    Ok(observations)
}

/// The key of an observation: its date, and how many of that date came before it.
pub(crate) fn date_key(date: &str, seen: &mut BTreeMap<String, usize>) -> String {
    let count = seen.entry(date.to_owned()).or_default();
    *count += 1;
    if *count == 1 { date.to_owned() } else { format!("{date}~{:06}", *count) }
}

fn is_date(text: &str) -> bool {
    let digits = |range: std::ops::Range<usize>| {
        text.get(range).filter(|part| part.bytes().all(|byte| byte.is_ascii_digit()))?.parse::<u32>().ok()
    };
    let dashes = text.len() == 10 && text.get(4..5) == Some("-") && text.get(7..8) == Some("-");
    match (digits(0..4), digits(5..7), digits(8..10)) {
        (Some(year), Some(month), Some(day)) if dashes => (1..=days(year, month)).contains(&day),
        _ => false,
    }
}

fn days(year: u32, month: u32) -> u32 {
    let leap = year.is_multiple_of(4) && (!year.is_multiple_of(100) || year.is_multiple_of(400));
    match month {
        4 | 6 | 9 | 11 => 30,
        2 if leap => 29,
        2 => 28,
        1..=12 => 31,
        _ => 0,
    }
}

fn read_value(observation: &Place<'_>) -> Result<Value, Fault> {
    let number = |name| observation.number(name);
    match (number("value")?, number("numerator")?, number("denominator")?) {
        (_, Some(numerator), Some(denominator)) => Ok(Value::Ratio(numerator, denominator)),
        (Some(value), None, None) => Ok(Value::Number(value)),
        (_, Some(_), None) => Err(observation.field("denominator").fault("is missing")),
        (_, None, Some(_)) => Err(observation.field("numerator").fault("is missing")),
        (None, None, None) if observation.field("values").raw().is_some() => {
            Ok(Value::Subgroup(observation.every("values", |_, value| value.own_number())?))
        }
        _ => Err(observation.fault("needs a value, a numerator and a denominator, or values")),
    }
}

pub(super) fn node(project: &Project) -> Node {
    let mut measures: Vec<_> =
        project.measures.values().filter(|measure| measure.deleted.is_none()).collect();
    model::sort::by_key(&mut measures, |measure| (&measure.order, &measure.id));
    let item = |measure: &Measure| (measure.id.to_string(), measure_node(project, measure));
    Node::list(Key::Id, measures.into_iter().map(item))
}

fn measure_node(project: &Project, measure: &Measure) -> Node {
    use PlanField as Field;
    let node = Node::object()
        .text("id", measure.id.as_str())
        .text("name", &measure.name)
        .word("kind", measure.kind.map(|kind| kind.as_str()))
        .with("cards", cards_node(project, measure))
        .text("definition", &measure.definition)
        .some("definition_notes", notes_node(measure));
    let node = plan_nodes(node, measure, &[Field::Purpose, Field::Action, Field::Calculation]);
    let node =
        plan_nodes(node, measure, &[Field::Numerator, Field::Denominator, Field::Population, Field::Unit]);
    let node = node.counted("multiplier", number(measure, PlanNumber::Multiplier));
    let node =
        plan_nodes(node, measure, &[Field::Source, Field::Electronic, Field::Method, Field::Frequency]);
    let node = plan_nodes(node, measure, &[Field::Sampling, Field::Start, Field::Collector, Field::Reviewer]);
    let node = plan_nodes(node, measure, &[Field::Reporting, Field::Stratification, Field::Display]);
    let node = node.word("direction", measure.direction.map(|direction| direction.as_str()));
    let node = plan_nodes(node, measure, &[Field::Baseline])
        .counted("baseline_value", number(measure, PlanNumber::BaselineValue))
        .some("goal", goal_node(measure));
    let node = plan_nodes(node, measure, &[Field::Chart, Field::Rules])
        .counted("shift", number(measure, PlanNumber::Shift))
        .counted("trend", number(measure, PlanNumber::Trend))
        .mark("screen", measure.screen)
        .some("phases", phases_node(measure))
        .counted("freeze", number(measure, PlanNumber::Freeze));
    node.with("observations", observations_node(measure))
}

fn plan_nodes(node: Node, measure: &Measure, fields: &[PlanField]) -> Node {
    let text = |field| measure.plan.get(field).map_or("", String::as_str);
    fields.iter().fold(node, |node, field| node.said(field.as_str(), text(field)))
}

fn number(measure: &Measure, field: PlanNumber) -> Option<f64> {
    measure.numbers.get(&field).copied()
}

fn notes_node(measure: &Measure) -> Node {
    let item = |note: &DatedNote| {
        (note.key.clone(), Node::object().text("date", &note.date).text("text", &note.text))
    };
    Node::list(Key::Place, measure.definition_notes.iter().map(item))
}

/// The cards a measure watches, from the aim to the ideas, as they stand in the file.
fn cards_node(project: &Project, measure: &Measure) -> Node {
    let mut cards: Vec<_> = measure.cards.iter().filter(|card| !is_deleted(project, card)).collect();
    model::sort::by_key(&mut cards, |id| {
        let card = project.cards.get(*id);
        (card.is_none(), card.map(|card| (card.level, &card.order)), *id)
    });
    cards.dedup();
    Node::texts(cards)
}

fn goal_node(measure: &Measure) -> Node {
    Node::object().counted("value", number(measure, PlanNumber::GoalValue)).said("date", &measure.goal_date)
}

fn phases_node(measure: &Measure) -> Node {
    let text = measure.plan.get(&PlanField::Phases).map_or("", String::as_str);
    match serde_json::from_str::<Json>(text) {
        Ok(list @ Json::Array(_)) => Node::of(&list),
        _ => Node::Text(text.to_owned()),
    }
}

fn observations_node(measure: &Measure) -> Node {
    let mut observations: Vec<_> = measure.observations.iter().collect();
    model::sort::by_key(&mut observations, |observation| &observation.key);
    let item = |observation: &Observation| (observation.key.clone(), observation_node(observation));
    Node::list(Key::Date, observations.into_iter().map(item))
}

fn observation_node(observation: &Observation) -> Node {
    let node = Node::object().text("date", observation.date());
    let node = match &observation.value {
        Value::Number(value) => node.with("value", Node::number(*value)),
        Value::Ratio(numerator, denominator) => {
            node.with("numerator", Node::number(*numerator)).with("denominator", Node::number(*denominator))
        }
        Value::Subgroup(values) => {
            node.with("values", Node::places(values.iter().map(|value| Node::number(*value))))
        }
    };
    node.said("note", &observation.note).mark("ghost", observation.ghost)
}
