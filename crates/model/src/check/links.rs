//! VL: links that circle, that are everywhere, that nobody explained, and lines that cross.

use std::collections::{BTreeMap, BTreeSet};

use super::{About, Finding, Rule, Says, ground::Ground};
use crate::{
    diagram::{Level, Link, LinkKey},
    id::CardId,
};

/// Rule VL2: from so many ideas and drivers on, so many percent of all links that could be between them.
const IDEAS: usize = 4;
const DRIVERS: usize = 3;
const ALMOST_EVERY: usize = 60;
/// Rule VL4: so many crossings are none to follow with a finger, and more than there are links.
const CROSSINGS: usize = 12;
/// Rule VL4: the most characters of a card that is still read on a slide: about four lines.
const LONGEST: usize = 120;

pub(super) fn look(ground: &Ground<'_>, findings: &mut Vec<Finding>) {
    circles(ground, findings);
    everywhere(ground, findings);
    unexplained(ground, findings);
    hard_to_read(ground, findings);
}

/// VL1. No drawn link can circle, because levels fall along it (rule D2). What is stored can: those of its links that are
/// not drawn and whose ends lead to each other.
fn circles(ground: &Ground<'_>, findings: &mut Vec<Finding>) {
    let stands = |key: &&LinkKey| ground.card(&key.from).is_some() && ground.card(&key.to).is_some();
    let faulty: Vec<&LinkKey> = ground.structure.faulty().iter().filter(stands).collect();
    if faulty.is_empty() {
        return;
    }
    let rings = Rings::of(ground.project.links.keys().filter(stands));
    let circling = faulty.into_iter().filter(|key| rings.holds(key));
    findings.extend(circling.map(|key| Finding::new(Rule::Vl1, About::Link(key.clone()), Says::LinkCircles)));
}

/// Cards that lead to each other, by Kosaraju's two walks: forwards for an order, backwards for the rings.
struct Rings<'a>(BTreeMap<&'a CardId, usize>);

impl<'a> Rings<'a> {
    fn of(links: impl Iterator<Item = &'a LinkKey>) -> Self {
        let mut forwards: BTreeMap<&CardId, Vec<&CardId>> = BTreeMap::new();
        let mut backwards: BTreeMap<&CardId, Vec<&CardId>> = BTreeMap::new();
        for key in links {
            forwards.entry(&key.from).or_default().push(&key.to);
            forwards.entry(&key.to).or_default();
            backwards.entry(&key.to).or_default().push(&key.from);
        }
        let mut seen = BTreeSet::new();
        let mut order = Vec::new();
        for card in forwards.keys() {
            walk(card, &forwards, &mut seen, &mut order);
        }
        let (mut rings, mut seen) = (BTreeMap::new(), BTreeSet::new());
        for (ring, card) in order.into_iter().rev().enumerate() {
            let mut members = Vec::new();
            walk(card, &backwards, &mut seen, &mut members);
            rings.extend(members.into_iter().map(|member| (member, ring)));
        }
        Self(rings)
    }

    fn holds(&self, key: &LinkKey) -> bool {
        self.0.get(&key.from).is_some_and(|ring| self.0.get(&key.to) == Some(ring))
    }
}

/// All cards that can be reached and were not seen, each behind those that are reached from it.
fn walk<'a>(
    from: &'a CardId,
    links: &BTreeMap<&'a CardId, Vec<&'a CardId>>,
    seen: &mut BTreeSet<&'a CardId>,
    out: &mut Vec<&'a CardId>,
) {
    let mut path: Vec<(&CardId, usize)> = Vec::new();
    if seen.insert(from) {
        path.push((from, 0));
    }
    while let Some((card, at)) = path.last_mut() {
        let next = links.get(*card).and_then(|next| next.get(*at));
        *at += 1;
        match next {
            Some(next) => {
                if seen.insert(next) {
                    path.push((next, 0));
                }
            }
            None => {
                out.push(card);
                path.pop();
            }
        }
    }
}

/// VL2, over the ideas and drivers that have such links at all.
fn everywhere(ground: &Ground<'_>, findings: &mut Vec<Finding>) {
    let level = |card: &CardId| ground.structure.level(card);
    let (mut ideas, mut drivers, mut count) = (BTreeSet::new(), BTreeSet::new(), 0);
    for (key, _) in ground.structure.links() {
        if level(&key.from) == Some(Level::Idea) && level(&key.to).is_some_and(Level::is_driver) {
            ideas.insert(&key.from);
            drivers.insert(&key.to);
            count += 1;
        }
    }
    let all = ideas.len() * drivers.len();
    if ideas.len() >= IDEAS && drivers.len() >= DRIVERS && count * 100 >= all * ALMOST_EVERY {
        let says = Says::LinksEverywhere(count * 100 / all);
        findings.push(Finding::new(Rule::Vl2, About::Project, says));
    }
}

/// VL3, as one finding, and only when the diagram is whole: drivers enough, and nothing loose or bare.
fn unexplained(ground: &Ground<'_>, findings: &mut Vec<Finding>) {
    let first = [Rule::Vd1, Rule::Vd2, Rule::Vi1];
    let is_whole = !findings
        .iter()
        .any(|finding| first.contains(&finding.rule) && !finding.is_dismissed(ground.project));
    if !is_whole || ground.column(Level::Aim).is_empty() {
        return;
    }
    let links: Vec<&Link> =
        ground.structure.links().filter_map(|(key, _)| ground.project.links.get(key)).collect();
    let says_nothing = |link: &&&Link| link.rationale.trim().is_empty() && link.evidence.is_empty();
    let count = links.iter().filter(says_nothing).count();
    if count > 0 {
        let says = Says::LinksUnexplained { count, of: links.len() };
        findings.push(Finding::new(Rule::Vl3, About::Project, says));
    }
}

/// VL4. The aim's length is VA4.
fn hard_to_read(ground: &Ground<'_>, findings: &mut Vec<Finding>) {
    let crossings = crossings(ground);
    if crossings >= CROSSINGS && crossings > ground.structure.links().count() {
        findings.push(Finding::new(Rule::Vl4, About::Project, Says::LinesCross(crossings)));
    }
    for card in ground.drivers().chain(ground.cards(Level::Idea)) {
        let length = card.text.trim().chars().count();
        if length > LONGEST {
            findings.push(Finding::new(Rule::Vl4, About::Card(card.id.clone()), Says::TextLong(length)));
        }
    }
}

/// How often lines between the same two columns cross, when each column stands in the order of the outline.
fn crossings(ground: &Ground<'_>) -> usize {
    let mut places: BTreeMap<&CardId, (Level, usize)> = BTreeMap::new();
    for level in Level::ALL {
        places.extend(ground.column(level).iter().enumerate().map(|(place, card)| (card, (level, place))));
    }
    let mut lines: BTreeMap<(Level, Level), Vec<(usize, usize)>> = BTreeMap::new();
    for (key, _) in ground.structure.links() {
        if let (Some((from, low)), Some((to, high))) = (places.get(&key.from), places.get(&key.to)) {
            lines.entry((*from, *to)).or_default().push((*high, *low));
        }
    }
    lines.into_values().map(inversions).sum()
}

/// How many pairs are in another order by their second than by their first: those before each, in a Fenwick tree.
fn inversions(mut lines: Vec<(usize, usize)>) -> usize {
    crate::sort::by_key(&mut lines, |line| *line);
    let mut tree = vec![0_usize; lines.iter().map(|line| line.1).max().unwrap_or(0) + 2];
    let mut count = 0;
    for (before, (_, place)) in lines.into_iter().enumerate() {
        let (mut at, mut not_behind) = (place + 1, 0);
        while at > 0 {
            not_behind += tree[at];
            at &= at - 1;
        }
        count += before - not_behind;
        at = place + 1;
        while at < tree.len() {
            tree[at] += 1;
            at += at & at.wrapping_neg();
        }
    }
    count
}
