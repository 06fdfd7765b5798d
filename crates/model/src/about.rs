//! What is said, measured and tested about each card: comments in threads, measures, tests.

use std::collections::{HashMap, HashSet};

use crate::{
    contribution::Comment, cycle::Cycle, diagram::Level, id::CardId, measure::Measure, project::Project,
    structure::Structure,
};

/// All of it about one card; what is deleted is left out.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct About {
    /// Comments with their replies, the oldest first.
    pub threads: Vec<Thread>,
    /// Measures that watch it, in the order of the plan.
    pub measures: Vec<Measure>,
    /// Tests of it, in the order of their numbers.
    pub tests: Vec<Cycle>,
}

/// A comment and what was answered to it.
#[derive(Debug, Clone, PartialEq)]
pub struct Thread {
    /// What began it; whether it is settled stands on it.
    pub first: Comment,
    /// The answers, also those to answers, the oldest first.
    pub replies: Vec<Comment>,
}

/// How much there is about a card.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Counts {
    /// Measures that watch it.
    pub measures: usize,
    /// Tests of it.
    pub tests: usize,
    /// Comments that are not settled, with their replies.
    pub comments: usize,
}

impl Counts {
    /// Whether there is nothing.
    pub fn is_empty(self) -> bool {
        self == Self::default()
    }

    /// How much there is about each card about which there is anything: as [`About::counts`], for those who need no more.
    pub fn by_card(project: &Project) -> HashMap<CardId, Counts> {
        let mut all: HashMap<CardId, Counts> = HashMap::new();
        let by_id = by_id(&project.comments);
        for comment in project.comments.iter().filter(|comment| !first_of(comment, &by_id).resolved) {
            if let Ok(card) = CardId::parse(&comment.on) {
                all.entry(card).or_default().comments += 1;
            }
        }
        for (card, _) in watched(project) {
            all.entry(card.clone()).or_default().measures += 1;
        }
        for (card, _) in tested(project) {
            all.entry(card.clone()).or_default().tests += 1;
        }
        all
    }
}

impl About {
    /// What there is about each card about which there is anything.
    pub fn by_card(project: &Project) -> HashMap<CardId, About> {
        let mut all: HashMap<CardId, About> = HashMap::new();
        for thread in threads(&project.comments) {
            if let Ok(card) = CardId::parse(&thread.first.on) {
                all.entry(card).or_default().threads.push(thread);
            }
        }
        for (card, measure) in watched(project) {
            all.entry(card.clone()).or_default().measures.push(measure.clone());
        }
        for (card, cycle) in tested(project) {
            all.entry(card.clone()).or_default().tests.push(cycle.clone());
        }
        all.values_mut().for_each(About::sort);
        all
    }

    /// How much there is.
    pub fn counts(&self) -> Counts {
        let open = self.threads.iter().filter(|thread| !thread.first.resolved);
        Counts {
            measures: self.measures.len(),
            tests: self.tests.len(),
            comments: open.map(|thread| 1 + thread.replies.len()).sum(),
        }
    }

    fn sort(&mut self) {
        crate::sort::by(&mut self.measures, |one, other| {
            (&one.order, &one.id).cmp(&(&other.order, &other.id))
        });
        let number = |cycle: &Cycle| cycle.number.unwrap_or(f64::INFINITY);
        crate::sort::by(&mut self.tests, |one, other| {
            let by_number = number(one).total_cmp(&number(other));
            by_number.then_with(|| (&one.order, &one.id).cmp(&(&other.order, &other.id)))
        });
    }
}

/// Cards with the measures that watch them.
fn watched(project: &Project) -> impl Iterator<Item = (&CardId, &Measure)> {
    let measures = project.measures.values().filter(|measure| measure.deleted.is_none());
    measures.flat_map(|measure| measure.cards.iter().map(move |card| (card, measure)))
}

/// Cards with their tests.
fn tested(project: &Project) -> impl Iterator<Item = (&CardId, &Cycle)> {
    let cycles = project.cycles.values().filter(|cycle| cycle.deleted.is_none());
    cycles.filter_map(|cycle| Some((cycle.idea.as_ref()?, cycle)))
}

fn by_id(comments: &[Comment]) -> HashMap<&str, &Comment> {
    comments.iter().map(|comment| (comment.id.as_str(), comment)).collect()
}

/// Comments, the oldest first, as threads. An answer to what is not there begins a thread of its own: nothing that was
/// said disappears.
fn threads(comments: &[Comment]) -> Vec<Thread> {
    let by_id = by_id(comments);
    let mut threads: Vec<Thread> = Vec::new();
    let mut places: HashMap<&str, usize> = HashMap::new();
    let mut replies = Vec::new();
    for comment in comments {
        let first = first_of(comment, &by_id);
        if first.id == comment.id {
            places.insert(&comment.id, threads.len());
            threads.push(Thread { first: comment.clone(), replies: Vec::new() });
        } else {
            replies.push((first.id.as_str(), comment));
        }
    }
    for (first, reply) in replies {
        if let Some(place) = places.get(first) {
            threads[*place].replies.push(reply.clone());
        }
    }
    threads
}

/// The comment that began the thread. Of comments that answer one another in a ring, each begins its own.
fn first_of<'a>(comment: &'a Comment, by_id: &HashMap<&str, &'a Comment>) -> &'a Comment {
    let mut seen = HashSet::from([comment.id.as_str()]);
    let mut first = comment;
    while let Some(answered) = by_id.get(first.reply_to.as_str()).filter(|answered| answered.on == comment.on)
    {
        if !seen.insert(&answered.id) {
            return comment;
        }
        first = answered;
    }
    first
}

/// The tests that a measure is to show: of the ideas it watches and of those that work on what it watches; all of them
/// where it watches the aim, or nothing yet. What is deleted is left out.
pub fn tests_of<'a>(
    measure: &Measure,
    project: &'a Project,
    structure: &Structure,
) -> impl Iterator<Item = &'a Cycle> {
    let is_aim = |card: &CardId| structure.level(card) == Some(Level::Aim);
    let all = measure.cards.is_empty() || measure.cards.iter().any(is_aim);
    let shown = |idea: &CardId| is_above(structure, idea, &measure.cards);
    let tests = project.cycles.values().filter(|cycle| cycle.deleted.is_none());
    tests.filter(move |cycle| all || cycle.idea.as_ref().is_some_and(shown)).collect::<Vec<_>>().into_iter()
}

/// Whether one of these cards is the card, or stands anywhere above it.
fn is_above(structure: &Structure, card: &CardId, these: &[CardId]) -> bool {
    let (mut seen, mut next) = (HashSet::new(), vec![card]);
    while let Some(card) = next.pop() {
        if these.contains(card) {
            return true;
        }
        // Links may run in a circle.
        next.extend(structure.parents(card).iter().filter(|parent| seen.insert(*parent)));
    }
    false
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Comments on a card: id, what it answers, whether it is settled.
    fn comments(rows: &[(&str, &str, &str, bool)]) -> Vec<Comment> {
        let comment = |(id, on, reply_to, resolved): &(&str, &str, &str, bool)| Comment {
            id: (*id).to_owned(),
            on: (*on).to_owned(),
            by: "Sam".to_owned(),
            at: 0.0,
            text: "text".to_owned(),
            reply_to: (*reply_to).to_owned(),
            resolved: *resolved,
        };
        rows.iter().map(comment).collect()
    }

    fn shown(threads: &[Thread]) -> String {
        let thread = |thread: &Thread| {
            let replies: Vec<&str> = thread.replies.iter().map(|reply| reply.id.as_str()).collect();
            format!("{}({})", thread.first.id, replies.join(" "))
        };
        threads.iter().map(thread).collect::<Vec<_>>().join(" ")
    }

    #[test]
    fn i3_answers_stand_under_what_they_answer_and_nothing_said_disappears() {
        type Rows<'a> = &'a [(&'a str, &'a str, &'a str, bool)];
        let table: [(Rows, &str, usize); 6] = [
            (&[], "", 0),
            (&[("a", "x", "", false), ("b", "x", "", false)], "a() b()", 2),
            (&[("a", "x", "", false), ("b", "x", "a", false), ("c", "x", "b", false)], "a(b c)", 3),
            (&[("a", "x", "", true), ("b", "x", "a", false), ("c", "x", "", false)], "a(b) c()", 1),
            (&[("a", "x", "gone", false), ("b", "y", "a", false)], "a() b()", 1),
            (&[("a", "x", "b", false), ("b", "x", "a", false), ("c", "x", "a", false)], "a() b() c()", 3),
        ];
        for (rows, expected, count) in table {
            let project = Project { comments: comments(rows), ..Project::default() };
            assert_eq!(shown(&threads(&project.comments)), expected, "{rows:?}");
            let card = CardId::parse("x").unwrap();
            let about = About::by_card(&project).remove(&card).unwrap_or_default();
            assert_eq!(about.counts().comments, count, "{rows:?}");
            let counts = Counts::by_card(&project).remove(&card).unwrap_or_default();
            assert_eq!(counts, about.counts(), "{rows:?}");
        }
    }

    #[test]
    fn i3_measures_and_tests_are_counted_where_they_belong_unless_deleted() {
        let (card, mut project) = (CardId::parse("x").unwrap(), Project::default());
        let gone = Some(crate::diagram::Deleted { by: String::new(), at: 1.0 });
        for (name, deleted) in [("m1", None), ("m2", gone.clone())] {
            let id = crate::MeasureId::parse(name).unwrap();
            let measure = Measure { cards: vec![card.clone()], deleted, ..Measure::new(id.clone(), name) };
            project.measures.insert(id, measure);
        }
        for (name, number, deleted) in
            [("y1", None, None), ("y2", Some(2.0), None), ("y3", Some(1.0), None), ("y4", Some(3.0), gone)]
        {
            let id = crate::CycleId::parse(name).unwrap();
            let cycle = Cycle { idea: Some(card.clone()), number, deleted, ..Cycle::new(id.clone()) };
            project.cycles.insert(id, cycle);
        }
        let about = About::by_card(&project).remove(&card).unwrap();
        assert_eq!(about.counts(), Counts { measures: 1, tests: 3, comments: 0 });
        assert_eq!(Counts::by_card(&project)[&card], about.counts());
        let order: Vec<&str> = about.tests.iter().map(|cycle| cycle.id.as_str()).collect();
        assert_eq!(order, ["y3", "y2", "y1"]);
    }

    #[test]
    fn m5_a_measure_shows_the_tests_that_work_on_what_it_watches() {
        let id = |name: &str| CardId::parse(name).unwrap();
        let mut project = Project::default();
        let cards = [
            ("aim", Level::Aim),
            ("p", Level::Primary),
            ("q", Level::Primary),
            ("i", Level::Idea),
            ("j", Level::Idea),
        ];
        for (name, level) in cards {
            project.cards.insert(id(name), crate::Card::new(id(name), level, name));
        }
        for (from, to) in [("p", "aim"), ("q", "aim"), ("i", "p"), ("j", "q")] {
            let link = crate::Link::new(id(from), id(to), Default::default());
            project.links.insert(link.key.clone(), link);
        }
        for (name, idea) in [("y1", "i"), ("y2", "j")] {
            let cycle = crate::CycleId::parse(name).unwrap();
            project.cycles.insert(cycle.clone(), Cycle { idea: Some(id(idea)), ..Cycle::new(cycle) });
        }
        let structure = Structure::of(&project);
        for (watched, expected) in [
            (vec!["i"], "y1"),
            (vec!["p"], "y1"),
            (vec!["q", "p"], "y1 y2"),
            (vec!["aim"], "y1 y2"),
            (vec![], "y1 y2"),
            (vec!["gone"], ""),
        ] {
            let cards = watched.iter().map(|name| id(name)).collect();
            let measure = Measure { cards, ..Measure::new(crate::MeasureId::parse("m").unwrap(), "m") };
            let found: Vec<&str> =
                tests_of(&measure, &project, &structure).map(|cycle| cycle.id.as_str()).collect();
            assert_eq!(found.join(" "), expected, "{watched:?}");
        }
    }
}
