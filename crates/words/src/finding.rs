//! Findings as sentences.

use model::Project;
use model::check::{About, Date, Finding, Heading, Lack, Rule, Says};

use crate::{Day, Words};

/// What people read of a finding.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Sentences {
    /// What was found, as a sentence.
    pub title: String,
    /// Why it matters, and what could be done.
    pub why: &'static str,
    /// The guides that say so, by their own names.
    pub source: &'static str,
}

/// The sentences of a finding. Where it speaks of other cards than the one it is about, the title names them.
pub fn sentences(words: Words, finding: &Finding, project: &Project) -> Sentences {
    let mut title = title(words, finding);
    let named = finding.cards.iter().filter_map(|id| project.cards.get(id)).take(MOST_NAMED);
    let named: Vec<String> = named.map(|card| format!("“{}”", card.text.trim())).collect();
    if finding.about == About::Project && !named.is_empty() {
        let more = if finding.cards.len() > MOST_NAMED { ", …" } else { "" };
        title = format!("{title} ({}{more})", named.join(", "));
    }
    let source = match finding.rule.source() {
        "" => words.check_source_none(),
        source => source,
    };
    Sentences { title, why: why(words, finding.rule), source }
}

/// More names than these are no sentence.
const MOST_NAMED: usize = 5;

impl Words {
    /// One of the six headings of findings.
    pub fn heading(self, heading: Heading) -> &'static str {
        match heading {
            Heading::Aim => self.heading_aim(),
            Heading::Overview => self.heading_overview(),
            Heading::Clarity => self.heading_clarity(),
            Heading::Causes => self.heading_causes(),
            Heading::Evidence => self.heading_evidence(),
            Heading::Measurement => self.heading_measurement(),
        }
    }

    /// What is missing, in the middle of a sentence.
    pub fn lack(self, lack: Lack) -> &'static str {
        match lack {
            Lack::HowMuch => self.lack_how_much(),
            Lack::ByWhen => self.lack_by_when(),
            Lack::ForWhom => self.lack_for_whom(),
            Lack::ProcessMeasure => self.lack_process_measure(),
            Lack::BalancingMeasure => self.lack_balancing_measure(),
            Lack::Numerator => self.lack_numerator(),
            Lack::Denominator => self.lack_denominator(),
            Lack::Definition => self.lack_definition(),
            Lack::Frequency => self.lack_frequency(),
            Lack::Source => self.lack_source(),
            Lack::Collector => self.lack_collector(),
            Lack::Goal => self.lack_goal(),
            Lack::Direction => self.lack_direction(),
            Lack::Prediction => self.lack_prediction(),
            Lack::Idea => self.lack_idea(),
            Lack::Decision => self.lack_decision(),
            Lack::Study => self.lack_study(),
        }
    }

    /// `a, b or c`.
    fn none_of(self, lacks: &[Lack]) -> String {
        let named: Vec<&str> = lacks.iter().map(|lack| self.lack(*lack)).collect();
        match named.split_last() {
            Some((last, before)) if !before.is_empty() => self.list_or(before.join(", ").as_str(), *last),
            _ => named.concat(),
        }
    }

    /// `a, b and c`.
    fn all_of(self, lacks: &[Lack]) -> String {
        let named: Vec<&str> = lacks.iter().map(|lack| self.lack(*lack)).collect();
        match named.split_last() {
            Some((last, before)) if !before.is_empty() => self.list_and(before.join(", ").as_str(), *last),
            _ => named.concat(),
        }
    }

    fn day(self, date: Date) -> String {
        let text = date.to_string();
        let part = |at: usize| text.rsplit('-').nth(at).and_then(|part| part.parse().ok()).unwrap_or(1_u8);
        let year = text.split('-').next().and_then(|year| year.parse().ok()).unwrap_or_default();
        self.date(Day { year, month: part(1), day: part(0) })
    }
}

fn title(words: Words, finding: &Finding) -> String {
    match &finding.says {
        Says::NoAim => words.found_no_aim().to_owned(),
        Says::AimLacks(lacks) => words.found_aim_lacks(&words.none_of(lacks)),
        Says::AimOnlyDirects(word) => words.found_aim_only_directs(word),
        Says::AimTellsHow(how) => words.found_aim_tells_how(how),
        Says::AimLong { sentences, words: count } => words.found_aim_long(*sentences, *count),
        Says::AimJargon(jargon) => words.found_aim_jargon(&jargon.join(", ")),
        Says::Placeholders(open) => words.found_placeholders(&open.join(", ")),
        Says::AimPast(date) => words.found_aim_past(&words.day(*date)),
        Says::PrimaryDrivers(count) => words.found_primary_drivers(*count),
        Says::DriverBare => words.found_driver_bare().to_owned(),
        Says::NoIdeas => words.found_no_ideas().to_owned(),
        Says::DriverActs(action) => words.found_driver_acts(action),
        Says::DriversUnmeasured { count, of } => words.found_drivers_unmeasured(*of, *count),
        Says::OneBranch { count, of } => words.found_one_branch(*count, *of),
        Says::IdeaAlone => words.found_idea_alone().to_owned(),
        Says::IdeaIsTask(task) => words.found_idea_is_task(task),
        Says::IdeaVague => words.found_idea_vague().to_owned(),
        Says::IdeaSkips => words.found_idea_skips().to_owned(),
        Says::IdeasAlike(count) => words.found_ideas_alike(*count),
        Says::LinkCircles => words.found_link_circles().to_owned(),
        Says::LinksEverywhere(percent) => words.found_links_everywhere(*percent),
        Says::LinksUnexplained { count, of } => words.found_links_unexplained(*count, *of),
        Says::LinesCross(count) => words.found_lines_cross(*count),
        Says::TextLong(count) => words.found_text_long(*count),
        Says::Unchanged(count) => words.found_unchanged(*count),
        Says::NoPartner => words.found_no_partner().to_owned(),
        Says::PartnerSilent => words.found_partner_silent().to_owned(),
        Says::OneOwner { owner, count, of } => words.found_one_owner(owner, *count, *of),
        Says::ProjectTask(task) => words.found_project_task(task),
        Says::Many(count) => many(words, finding.rule, *count),
        measured => of_plan(words, measured),
    }
}

/// What is said of measures and tests.
fn of_plan(words: Words, says: &Says) -> String {
    match says {
        Says::NoMeasures => words.found_no_measures().to_owned(),
        Says::NoOutcome => words.found_no_outcome().to_owned(),
        Says::ManyOutcomes(count) => words.found_many_outcomes(*count),
        Says::KindsLack(lacks) => words.found_kinds_lack(&words.none_of(lacks)),
        Says::Measures(count) => words.found_measures(*count),
        Says::NameDirects(direction) => words.found_name_directs(direction),
        Says::RatioLacks(lacks) => words.found_ratio_lacks(&words.none_of(lacks)),
        Says::PlanLacks(lacks) => words.found_plan_lacks(&words.all_of(lacks)),
        Says::TooRareSaid(frequency) => words.found_too_rare_said(frequency),
        Says::TooRareSeen(days) => words.found_too_rare_seen(*days),
        Says::GoalLacks(lacks) => words.found_goal_lacks(&words.all_of(lacks)),
        Says::GoalBehind { goal, baseline } => words.found_goal_behind(*goal, *baseline),
        Says::CycleLacks(lacks) => words.found_cycle_lacks(&words.none_of(lacks)),
        Says::CycleOpen(lacks) => words.found_cycle_open(&words.none_of(lacks)),
        Says::FirstTestBig(scale) => words.found_first_test_big(scale),
        Says::TestGrows { from, to } => words.found_test_grows(from, to),
        Says::AdoptedSoon(count) => words.found_adopted_soon(*count),
        // all others are said by `title`
        _ => String::new(),
    }
}

fn many(words: Words, rule: Rule, count: usize) -> String {
    match rule {
        Rule::Vd2 => words.many_vd2(count),
        Rule::Vi1 => words.many_vi1(count),
        Rule::Vd3 => words.many_vd3(count),
        Rule::Vi2 => words.many_vi2(count),
        Rule::Vi3 => words.many_vi3(count),
        Rule::Vi5 => words.many_vi5(count),
        Rule::Vt3 => words.many_vt3(count),
        Rule::Vi4 => words.many_vi4(count),
        Rule::Vl1 => words.many_vl1(count),
        Rule::Vp1 => words.many_vp1(count),
        Rule::Vp2 => words.many_vp2(count),
        Rule::Vp3 => words.many_vp3(count),
        Rule::Vp4 => words.many_vp4(count),
        Rule::Vm4 => words.many_vm4(count),
        Rule::Vm5 => words.many_vm5(count),
        Rule::Vm6 => words.many_vm6(count),
        Rule::Vm7 => words.many_vm7(count),
        Rule::Vm8 => words.many_vm8(count),
        // the other rules say each finding by itself
        _ => String::new(),
    }
}

/// Why a rule matters.
pub fn why(words: Words, rule: Rule) -> &'static str {
    match rule {
        Rule::Va1 => words.why_va1(),
        Rule::Va2 => words.why_va2(),
        Rule::Va3 => words.why_va3(),
        Rule::Va4 => words.why_va4(),
        Rule::Va5 => words.why_va5(),
        Rule::Va6 => words.why_va6(),
        Rule::Vd1 => words.why_vd1(),
        Rule::Vd2 => words.why_vd2(),
        Rule::Vd5 => words.why_vd5(),
        Rule::Vi1 => words.why_vi1(),
        Rule::Vl4 => words.why_vl4(),
        Rule::Vd3 => words.why_vd3(),
        Rule::Vi2 => words.why_vi2(),
        Rule::Vi3 => words.why_vi3(),
        Rule::Vi5 => words.why_vi5(),
        Rule::Vt3 => words.why_vt3(),
        Rule::Vi4 => words.why_vi4(),
        Rule::Vl1 => words.why_vl1(),
        Rule::Vl2 => words.why_vl2(),
        Rule::Vl3 => words.why_vl3(),
        Rule::Vp1 => words.why_vp1(),
        Rule::Vp2 => words.why_vp2(),
        Rule::Vp3 => words.why_vp3(),
        Rule::Vp4 => words.why_vp4(),
        Rule::Vt1 => words.why_vt1(),
        Rule::Vt2 => words.why_vt2(),
        Rule::Vd4 => words.why_vd4(),
        Rule::Vm1 => words.why_vm1(),
        Rule::Vm2 => words.why_vm2(),
        Rule::Vm3 => words.why_vm3(),
        Rule::Vm4 => words.why_vm4(),
        Rule::Vm5 => words.why_vm5(),
        Rule::Vm6 => words.why_vm6(),
        Rule::Vm7 => words.why_vm7(),
        Rule::Vm8 => words.why_vm8(),
    }
}
