//! Every finding is said in every language, in whole sentences (rules V).
#![allow(clippy::unwrap_used)]

use exchange::EXAMPLES;
use model::check::{About, Date, Finding, Lack, Rule, Says, check};
use words::{Language, Words, finding};

const LACKS: [Lack; 2] = [Lack::HowMuch, Lack::ByWhen];

/// One of each thing that can be said, under a rule that says it.
fn all() -> Vec<(Rule, Says)> {
    let word = || "word".to_owned();
    let mut all = vec![
        (Rule::Va1, Says::NoAim),
        (Rule::Va1, Says::AimLacks(LACKS.to_vec())),
        (Rule::Va2, Says::AimOnlyDirects(word())),
        (Rule::Va3, Says::AimTellsHow(word())),
        (Rule::Va4, Says::AimLong { sentences: 4, words: 70 }),
        (Rule::Va4, Says::AimJargon(vec![word(), word()])),
        (Rule::Va5, Says::Placeholders(vec![word()])),
        (Rule::Va6, Says::AimPast(Date::from_ymd_opt(2026, 6, 30).unwrap())),
        (Rule::Vd1, Says::PrimaryDrivers(0)),
        (Rule::Vd1, Says::PrimaryDrivers(7)),
        (Rule::Vd2, Says::DriverBare),
        (Rule::Vd2, Says::NoIdeas),
        (Rule::Vd3, Says::DriverActs(word())),
        (Rule::Vd4, Says::DriversUnmeasured { count: 1, of: 1 }),
        (Rule::Vd4, Says::DriversUnmeasured { count: 2, of: 4 }),
        (Rule::Vd5, Says::OneBranch { count: 8, of: 9 }),
        (Rule::Vi1, Says::IdeaAlone),
        (Rule::Vi2, Says::IdeaIsTask(word())),
        (Rule::Vi3, Says::IdeaVague),
        (Rule::Vi4, Says::IdeaSkips),
        (Rule::Vi5, Says::IdeasAlike(1)),
        (Rule::Vl1, Says::LinkCircles),
        (Rule::Vl2, Says::LinksEverywhere(90)),
        (Rule::Vl3, Says::LinksUnexplained { count: 2, of: 3 }),
        (Rule::Vl4, Says::LinesCross(30)),
        (Rule::Vl4, Says::TextLong(200)),
        (Rule::Vm1, Says::NoMeasures),
        (Rule::Vm1, Says::NoOutcome),
        (Rule::Vm1, Says::ManyOutcomes(3)),
        (Rule::Vm2, Says::KindsLack(LACKS.to_vec())),
        (Rule::Vm3, Says::Measures(9)),
        (Rule::Vm4, Says::NameDirects(word())),
        (Rule::Vm5, Says::RatioLacks(LACKS.to_vec())),
        (Rule::Vm6, Says::PlanLacks(LACKS.to_vec())),
        (Rule::Vm7, Says::TooRareSaid(word())),
        (Rule::Vm7, Says::TooRareSeen(91)),
        (Rule::Vm8, Says::GoalLacks(LACKS.to_vec())),
        (Rule::Vm8, Says::GoalBehind { goal: 2.0, baseline: 1.0 }),
        (Rule::Vp1, Says::CycleLacks(LACKS.to_vec())),
        (Rule::Vp2, Says::CycleOpen(LACKS.to_vec())),
        (Rule::Vp3, Says::FirstTestBig(word())),
        (Rule::Vp3, Says::TestGrows { from: word(), to: word() }),
        (Rule::Vp4, Says::AdoptedSoon(0)),
        (Rule::Vt1, Says::Unchanged(2)),
        (Rule::Vt2, Says::NoPartner),
        (Rule::Vt2, Says::PartnerSilent),
        (Rule::Vt2, Says::OneOwner { owner: word(), count: 9, of: 9 }),
        (Rule::Vt3, Says::ProjectTask(word())),
    ];
    all.extend(Rule::ALL.iter().filter(|rule| rule.gathers()).map(|rule| (*rule, Says::Many(8))));
    all
}

#[test]
fn v5_everything_is_said_in_every_language() {
    let project = exchange::project::from_json(EXAMPLES[0].json()).unwrap();
    for (rule, says) in all() {
        let finding = Finding { rule, about: About::Project, says, cards: Vec::new() };
        let said = [Language::English, Language::Welsh]
            .map(|language| finding::sentences(Words::new(language), &finding, &project));
        for said in &said {
            assert!(
                said.title.len() > 10 && said.why.ends_with('.') && !said.source.is_empty(),
                "{finding:?} {said:?}"
            );
        }
        assert_ne!(said[0].title, said[1].title, "{finding:?}");
        assert_ne!(said[0].why, said[1].why, "{finding:?}");
    }
}

#[test]
fn v5_a_sentence_holds_its_facts_and_the_cards_it_speaks_of() {
    let today = Date::from_ymd_opt(2026, 11, 22).unwrap();
    let project = exchange::project::from_json(EXAMPLES[3].json()).unwrap();
    let said: Vec<String> = check(&project, today)
        .iter()
        .map(|found| finding::sentences(Words::new(Language::English), found, &project).title)
        .collect();
    assert_eq!(
        said,
        [
            "The aim’s date has passed: 1 July 2020.",
            "27 of 27 links do not say why.",
            "This change idea was adopted after 1 test.",
            "3 of 4 primary drivers have no measure on their branch. (“Skills and confidence to improve”, “Connected collaboratives”, “Learning that travels”)",
        ]
    );
}
