//! VD: how many drivers there are, what stands below them, how they are worded, and whether they are measured.

use std::collections::{BTreeMap, BTreeSet};

use super::{About, Finding, Rule, Says, ground::Ground, text::Text};
use crate::{diagram::Level, id::CardId, measure::Kind};

/// Rule VD1.
const PRIMARY_DRIVERS: std::ops::RangeInclusive<usize> = 2..=5;
/// Rule VD5: from so many linked ideas on, so many percent of them under one primary driver alone.
const IDEAS_TO_SHARE: usize = 6;
const NEARLY_ALL: usize = 80;

pub(super) fn look(ground: &Ground<'_>, findings: &mut Vec<Finding>) {
    if ground.cards_with_text().next().is_none() {
        return;
    }
    let primary = ground.column(Level::Primary).len();
    if !PRIMARY_DRIVERS.contains(&primary) {
        findings.push(Finding::new(Rule::Vd1, About::Project, Says::PrimaryDrivers(primary)));
    }
    bare(ground, findings);
    worded(ground, findings);
    unmeasured(ground, findings);
    one_branch(ground, findings);
}

/// VD2. Before the first idea, one finding says so, instead of one for every driver.
fn bare(ground: &Ground<'_>, findings: &mut Vec<Finding>) {
    if ground.drivers().next().is_some() && ground.column(Level::Idea).is_empty() {
        return findings.push(Finding::new(Rule::Vd2, About::Project, Says::NoIdeas));
    }
    let bare = ground.drivers().filter(|card| ground.structure.children(&card.id).is_empty());
    findings.extend(bare.map(|card| Finding::new(Rule::Vd2, About::Card(card.id.clone()), Says::DriverBare)));
}

/// VD3.
fn worded(ground: &Ground<'_>, findings: &mut Vec<Finding>) {
    let Some(language) = &ground.language else { return };
    for card in ground.drivers() {
        let text = Text::of(&card.text);
        // What belongs in the project's plan is VT3.
        if language.project_tasks.at(&text, 0).is_some() {
            continue;
        }
        if let Some(words) = language.doing.at(&text, 0) {
            let says = Says::DriverActs(text.quoted(words));
            findings.push(Finding::new(Rule::Vd3, About::Card(card.id.clone()), says));
        }
    }
}

/// VD4: of the primary drivers, those without a process or outcome measure on them or on anything below them. Where there
/// is no measure at all, VM1 says so.
fn unmeasured(ground: &Ground<'_>, findings: &mut Vec<Finding>) {
    if ground.measures.is_empty() {
        return;
    }
    let watching = ground.measures.iter().filter(|measure| measure.kind != Some(Kind::Balancing));
    let mut measured: BTreeSet<&CardId> = watching.flat_map(|measure| &measure.cards).collect();
    let mut next: Vec<&CardId> = measured.iter().copied().collect();
    while let Some(card) = next.pop() {
        next.extend(ground.structure.parents(card).iter().filter(|parent| measured.insert(parent)));
    }
    let primary = ground.column(Level::Primary);
    let without: Vec<CardId> = primary.iter().filter(|card| !measured.contains(card)).cloned().collect();
    if !without.is_empty() {
        let says = Says::DriversUnmeasured { count: without.len(), of: primary.len() };
        findings.push(Finding::new(Rule::Vd4, About::Project, says).with(without));
    }
}

/// Under how many primary drivers a card stands.
#[derive(Clone, Copy, PartialEq)]
enum Under {
    None,
    One(usize),
    Several,
}

impl Under {
    fn and(self, other: Under) -> Under {
        match (self, other) {
            (Under::None, other) => other,
            (one, other) if other == Under::None || one == other => one,
            _ => Under::Several,
        }
    }
}

/// VD5.
fn one_branch(ground: &Ground<'_>, findings: &mut Vec<Finding>) {
    let primary = ground.column(Level::Primary);
    let mut under: BTreeMap<&CardId, Under> =
        primary.iter().enumerate().map(|(place, card)| (card, Under::One(place))).collect();
    for level in [Level::Secondary, Level::Tertiary, Level::Idea] {
        for card in ground.column(level) {
            let parents = ground.structure.parents(card).iter();
            let all = parents.map(|parent| under.get(parent).copied().unwrap_or(Under::None));
            let all = all.fold(Under::None, Under::and);
            under.insert(card, all);
        }
    }
    let linked: Vec<Under> = ground
        .column(Level::Idea)
        .iter()
        .map(|idea| under[idea])
        .filter(|under| *under != Under::None)
        .collect();
    if primary.len() < 2 || linked.len() < IDEAS_TO_SHARE {
        return;
    }
    let mut counts = vec![0; primary.len()];
    for under in &linked {
        if let Under::One(place) = under {
            counts[*place] += 1;
        }
    }
    for (card, count) in primary.iter().zip(counts) {
        if count * 100 >= linked.len() * NEARLY_ALL {
            let says = Says::OneBranch { count, of: linked.len() };
            findings.push(Finding::new(Rule::Vd5, About::Card(card.clone()), says));
        }
    }
}
