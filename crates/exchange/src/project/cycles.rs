//! The PDSA cycles of a project file.

use std::collections::{BTreeMap, BTreeSet};

use model::{
    CycleId, Project,
    cycle::{Cycle, CycleText, Question, Task},
};

use super::{
    Fault,
    charter::{id_of_place, in_order},
    diagram::is_deleted,
    node::{Key, Node},
    read::Place,
};

pub(super) fn read(file: &Place<'_>) -> Result<BTreeMap<CycleId, Cycle>, Fault> {
    let mut seen = BTreeSet::new();
    let cycles = file.each("cycles", |_, cycle| read_cycle(cycle.fresh_id(&mut seen)?, cycle))?;
    let cycles = in_order(cycles, |cycle, order| cycle.order = order);
    Ok(cycles.into_iter().map(|cycle| (cycle.id.clone(), cycle)).collect())
}

fn read_cycle(id: CycleId, cycle: &Place<'_>) -> Result<Cycle, Fault> {
    let idea = cycle.field("idea").raw().map(|_| cycle.id("idea")).transpose()?;
    Ok(Cycle {
        idea,
        number: cycle.number("number")?,
        texts: read_texts(cycle)?,
        kind: cycle.text("kind")?,
        carried_out: cycle.text("carried_out")?,
        act: cycle.choice("act")?,
        start: cycle.text("start")?,
        end: cycle.text("end")?,
        scale: cycle.text("scale")?,
        owner: cycle.text("owner")?,
        questions: in_order(cycle.each("questions", read_question)?, |question, order| {
            question.order = order
        }),
        tasks: cycle.each("tasks", read_task)?,
        ..Cycle::new(id)
    })
}

fn read_texts(cycle: &Place<'_>) -> Result<BTreeMap<CycleText, String>, Fault> {
    let mut texts = BTreeMap::new();
    for field in CycleText::ALL {
        let text = cycle.text(field.as_str())?;
        if !text.is_empty() {
            texts.insert(field, text);
        }
    }
    Ok(texts)
}

fn read_question(index: usize, question: &Place<'_>) -> Result<Question, Fault> {
    Ok(Question {
        id: id_of_place(index),
        order: Default::default(),
        question: question.text("question")?,
        prediction: question.text("prediction")?,
        result: question.text("result")?,
        matched: question.flag("matched")?,
    })
}

fn read_task(index: usize, task: &Place<'_>) -> Result<Task, Fault> {
    Ok(Task {
        id: id_of_place(index),
        who: task.text("who")?,
        what: task.text("what")?,
        when: task.text("when")?,
        place: task.text("where")?,
        done: task.flag("done")?.unwrap_or_default(),
    })
}

pub(super) fn node(project: &Project) -> Node {
    let mut cycles: Vec<_> = project.cycles.values().filter(|cycle| cycle.deleted.is_none()).collect();
    model::sort::by_key(&mut cycles, |cycle| (&cycle.order, &cycle.id));
    let item = |cycle: &Cycle| (cycle.id.to_string(), cycle_node(project, cycle));
    Node::list(Key::Id, cycles.into_iter().map(item))
}

fn cycle_node(project: &Project, cycle: &Cycle) -> Node {
    use CycleText::*;
    let idea = cycle.idea.as_ref().filter(|idea| !is_deleted(project, idea));
    let act = cycle.act.map_or(Node::null(), |act| Node::Text(act.to_string()));
    Node::object()
        .text("id", cycle.id.as_str())
        .said("idea", idea.map_or("", |idea| idea.as_str()))
        .counted("number", cycle.number)
        .text("title", cycle.text(Title))
        .said("objective", cycle.text(Objective))
        .said("kind", &cycle.kind)
        .with("questions", questions_node(cycle))
        .text("plan", cycle.text(Plan))
        .said("data_plan", cycle.text(DataPlan))
        .some("tasks", tasks_node(cycle))
        .text("do", cycle.text(Do))
        .said("carried_out", &cycle.carried_out)
        .said("observations", cycle.text(Observations))
        .text("study", cycle.text(Study))
        .with("act", act)
        .said("next", cycle.text(Next))
        .said("sustain", cycle.text(Sustain))
        .text("start", &cycle.start)
        .text("end", &cycle.end)
        .text("scale", &cycle.scale)
        .said("owner", &cycle.owner)
}

fn questions_node(cycle: &Cycle) -> Node {
    let item = |question: &Question| {
        let node = Node::object()
            .text("question", &question.question)
            .text("prediction", &question.prediction)
            .text("result", &question.result)
            .with("matched", question.matched.map_or(Node::null(), Node::flag));
        (question.id.to_string(), node)
    };
    Node::list(Key::Place, cycle.questions.iter().map(item))
}

fn tasks_node(cycle: &Cycle) -> Node {
    let item = |task: &Task| {
        let node = Node::object()
            .said("who", &task.who)
            .text("what", &task.what)
            .said("when", &task.when)
            .said("where", &task.place)
            .mark("done", task.done);
        (task.id.to_string(), node)
    };
    Node::list(Key::Place, cycle.tasks.iter().map(item))
}
