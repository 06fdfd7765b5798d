//! VT1 and VT2: whether the diagram learns from tests, and whose it is.

use std::collections::BTreeMap;

use super::{About, Date, Finding, Rule, Says, cycles, ground::Ground, lexicon::Language, text::Text, when};
use crate::{
    charter::Member,
    cycle::Cycle,
    diagram::{Evidence, Level},
    id::CardId,
};

/// Rule VT1: one test seldom changes a theory.
const TESTS: usize = 2;
/// Rule VT2: from so many ideas, or pieces of work with an owner, on; and so many percent of them are nearly all.
const IDEAS: usize = 3;
const SIGNED: usize = 5;
const OWNED: usize = 5;
const NEARLY_ALL: usize = 80;
/// Milliseconds, as devices count time.
const DAY: f64 = 86_400_000.0;

pub(super) fn look(ground: &Ground<'_>, findings: &mut Vec<Finding>) {
    unchanged(ground, findings);
    if let Some(language) = &ground.language {
        partners(ground, language, findings);
    }
    one_owner(ground, findings);
}

/// VT1: since the first test was finished, no card was written and no evidence came to a card or a link.
fn unchanged(ground: &Ground<'_>, findings: &mut Vec<Finding>) {
    let finished: Vec<&&Cycle> =
        ground.cycles.iter().filter(|cycle| cycles::is_finished(ground, cycle)).collect();
    if finished.len() < TESTS {
        return;
    }
    let first = finished.iter().filter_map(|cycle| when::iso(&cycle.end)).min();
    let written = |at: f64| first.zip(day_of(at)).is_some_and(|(first, at)| at >= first);
    let newer = |evidence: &Evidence| {
        let at = when::iso(&evidence.at);
        at.is_none() || first.is_none() || at >= first
    };
    let stands = Level::ALL.into_iter().flat_map(|level| ground.cards(level));
    let changed = stands.into_iter().any(|card| written(card.at) || card.evidence.iter().any(newer))
        || ground.project.links.values().any(|link| link.evidence.iter().any(newer));
    if !changed {
        findings.push(Finding::new(Rule::Vt1, About::Project, Says::Unchanged(finished.len())));
    }
}

fn day_of(at: f64) -> Option<Date> {
    // 0 is said where nobody knows.
    let days = (at > 0.0).then_some((at / DAY) as i64)?;
    Date::from_ymd_opt(1970, 1, 1)?.checked_add_signed(chrono::TimeDelta::try_days(days)?)
}

/// VT2, on partners.
fn partners(ground: &Ground<'_>, language: &Language, findings: &mut Vec<Finding>) {
    let project = ground.project;
    let ideas = ground.column(Level::Idea).len();
    let mut say = |says| findings.push(Finding::new(Rule::Vt2, About::Project, says));
    // What came through a contribute link is a voice from outside the team.
    if ideas < IDEAS || !project.contributions.is_empty() {
        return;
    }
    let is_partner = |member: &&Member| {
        let named = |text: &str| language.partners.first(&Text::of(text)).is_some();
        !member.level.trim().is_empty() || named(&member.role) || named(&member.name)
    };
    let partners: Vec<&Member> = project.charter.team.iter().filter(is_partner).collect();
    if partners.is_empty() {
        return say(Says::NoPartner);
    }
    let of_ideas = ground.cards(Level::Idea).map(|card| card.by.trim());
    let by: Vec<&str> = of_ideas
        .chain(project.comments.iter().map(|comment| comment.by.trim()))
        .filter(|by| !by.is_empty())
        .collect();
    let is_theirs = |by: &&str| partners.iter().any(|member| member.name.trim().eq_ignore_ascii_case(by));
    if by.len() >= SIGNED && !by.iter().any(is_theirs) {
        say(Says::PartnerSilent);
    }
}

/// VT2, on the share of work. It is about the first card of that person, so that one sees what could be shared.
fn one_owner(ground: &Ground<'_>, findings: &mut Vec<Finding>) {
    let of_cards = Level::ALL.into_iter().flat_map(|level| ground.cards(level));
    let of_cards = of_cards.map(|card| (card.owner.trim(), Some(&card.id)));
    let of_cycles = ground.cycles.iter().map(|cycle| (cycle.owner.trim(), None));
    let mut owned: BTreeMap<&str, (usize, Option<&CardId>)> = BTreeMap::new();
    let mut of = 0;
    for (owner, card) in of_cards.chain(of_cycles).filter(|(owner, _)| !owner.is_empty()) {
        let entry = owned.entry(owner).or_default();
        *entry = (entry.0 + 1, entry.1.or(card));
        of += 1;
    }
    for (owner, (count, card)) in owned {
        if of >= OWNED && count * 100 >= of * NEARLY_ALL {
            let about = card.map_or(About::Project, |card| About::Card(card.clone()));
            let says = Says::OneOwner { owner: owner.to_owned(), count, of };
            findings.push(Finding::new(Rule::Vt2, about, says));
        }
    }
}
