//! Slides and paper: rules L18 and L19, over generated projects and the examples.

#![allow(clippy::unwrap_used)]

mod common;

use std::collections::BTreeSet;

use figure::{
    ColourBy, Paper, PictureOptions, Ratio, Scene, measure, pages,
    scene::{Block, Mark, Words},
    slide,
};
use model::{Card, CardId, Level, Project, View};
use proptest::prelude::*;

/// A rectangle: left, top, right, bottom.
type Box4 = [f64; 4];

fn of_block(block: &Block) -> Box4 {
    [block.x, block.y, block.x + block.width, block.y + block.height]
}

/// The room that small letters take, without what hangs below the line.
fn of_words(words: &Words) -> Box4 {
    let (size, width) = (words.font.size, measure(&words.text, words.font));
    [words.x, words.y - 0.7 * size, words.x + width, words.y]
}

fn apart(one: Box4, other: Box4) -> bool {
    let near = 0.01;
    one[2] <= other[0] + near
        || other[2] <= one[0] + near
        || one[3] <= other[1] + near
        || other[3] <= one[1] + near
}

fn within(inner: Box4, outer: Box4) -> bool {
    let near = 0.02;
    inner[0] >= outer[0] - near
        && inner[1] >= outer[1] - near
        && inner[2] <= outer[2] + near
        && inner[3] <= outer[3] + near
}

fn words(scene: &Scene) -> Vec<&Words> {
    scene
        .marks
        .iter()
        .filter_map(|mark| if let Mark::Words(words) = mark { Some(words) } else { None })
        .collect()
}

/// Everything that a page promises, whatever stands on it.
fn check(scene: &Scene, least: f64) {
    let whole = [0.0, 0.0, scene.width, scene.height];
    let blocks: Vec<Box4> = scene
        .marks
        .iter()
        .filter_map(|mark| if let Mark::Block(block) = mark { Some(of_block(block)) } else { None })
        .collect();
    let words: Vec<(&Words, Box4)> = words(scene).into_iter().map(|words| (words, of_words(words))).collect();
    for (place, block) in blocks.iter().enumerate() {
        assert!(within(*block, whole), "{block:?} is outside of {}", scene.title);
        for other in &blocks[..place] {
            let beside = apart(*block, *other) || within(*block, *other) || within(*other, *block);
            assert!(beside, "{block:?} overlaps {other:?} on {}", scene.title);
        }
    }
    for (place, (one, area)) in words.iter().enumerate() {
        assert!(one.font.size >= least, "{} is only {} px high", one.text, one.font.size);
        assert!(within(*area, whole), "{} is outside of {}", one.text, scene.title);
        for (other, other_area) in &words[..place] {
            assert!(apart(*area, *other_area), "{:?} overlaps {:?}", one.text, other.text);
        }
        for block in &blocks {
            assert!(apart(*area, *block) || within(*area, *block), "{} leaves its card", one.text);
        }
    }
    for mark in &scene.marks {
        let Mark::Stroke(stroke) = mark else { continue };
        let Some(curve) = stroke.path.strip_prefix('M').filter(|path| path.contains('C')) else { continue };
        let numbers: Vec<f64> = curve.split(['C', ' ']).map(|number| number.parse().unwrap()).collect();
        for point in numbers.chunks(2) {
            assert!(within([point[0], point[1], point[0], point[1]], whole), "{point:?} of {curve}");
        }
    }
}

/// All that the pages say, page by page.
fn said(scenes: &[Scene]) -> String {
    let page =
        |scene: &Scene| words(scene).iter().map(|words| words.text.as_str()).collect::<Vec<_>>().join(" ");
    scenes.iter().map(page).collect::<Vec<_>>().join("\n")
}

fn check_all(project: &Project, scenes: &[Scene], least: f64) {
    assert!(!scenes.is_empty());
    scenes.iter().for_each(|scene| check(scene, least));
    let said = said(scenes);
    // A line may end behind a hyphen, where no space stands.
    let letters = |text: &str| text.split_whitespace().collect::<String>();
    let all = letters(&said);
    for card in project.cards.values() {
        assert!(all.contains(&letters(&card.text)), "nowhere in full: {}", card.text);
    }
    if scenes.len() > 1 {
        assert!(said.contains(&format!("1 of {}", scenes.len())));
    }
}

/// 11 points on a slide whose pixels are 0.6 points.
const LEAST_ON_SLIDE: f64 = 11.0 / 0.6;
/// 8.5 points on paper whose pixels are 0.75 points.
const LEAST_ON_PAPER: f64 = 8.5 / 0.75;
const RATIOS: [Ratio; 3] = [Ratio::Wide, Ratio::Classic, Ratio::A4];

fn options() -> PictureOptions {
    PictureOptions { dated: Some("22 November 2026".into()), ..PictureOptions::default() }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 24, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn l18_slides_are_readable_and_say_everything(count in 0usize..140, seed in any::<u64>(), ratio in 0usize..3) {
        let project = common::generate(count, seed);
        let sheet = RATIOS[ratio].sheet();
        let scenes = slide(&project, &options(), RATIOS[ratio]);
        prop_assert!(scenes.iter().all(|scene| (scene.width, scene.height) == (sheet.width, sheet.height)));
        check_all(&project, &scenes, LEAST_ON_SLIDE);
    }

    #[test]
    fn l19_paper_is_readable_and_says_everything(count in 0usize..140, seed in any::<u64>(), large in any::<bool>()) {
        let project = common::generate(count, seed);
        let options = PictureOptions { colour_by: ColourBy::Status, ..options() };
        let scenes = pages(&project, &options, if large { Paper::A3 } else { Paper::A4 });
        check_all(&project, &scenes, LEAST_ON_PAPER);
    }
}

#[test]
fn l18_the_examples_make_good_slides() {
    for (name, counts) in
        common::EXAMPLES.into_iter().zip([[5, 5, 5], [5, 5, 5], [5, 6, 5], [1, 1, 1], [5, 5, 5]])
    {
        let project = common::example(name);
        for (ratio, count) in RATIOS.into_iter().zip(counts) {
            let scenes = slide(&project, &options(), ratio);
            check_all(&project, &scenes, LEAST_ON_SLIDE);
            assert_eq!(scenes.len(), count, "{name} {ratio:?}");
        }
    }
}

#[test]
fn l18_a_slide_shows_each_branch_under_its_name_and_names_nobody() {
    let mut project = common::example("crisis-care");
    let last = project.cards.values_mut().last().unwrap();
    last.owner = "Siân Example".into();
    let scenes = slide(&project, &PictureOptions { colour_by: ColourBy::Owner, ..options() }, Ratio::Wide);
    let titles: BTreeSet<&str> = scenes.iter().map(|scene| scene.title.as_str()).collect();
    for card in project.cards.values().filter(|card| card.level == Level::Primary) {
        assert!(titles.iter().any(|title| title.starts_with(&card.text)), "{}", card.text);
    }
    assert!(!said(&scenes).contains("Siân"));
    assert!(scenes.iter().all(|scene| said(std::slice::from_ref(scene)).contains("22 November 2026 · ")));
}

#[test]
fn l18_all_links_between_the_cards_of_a_page_are_drawn() {
    for name in common::EXAMPLES {
        let project = common::example(name);
        for scene in slide(&project, &options(), Ratio::Wide) {
            let said = said(std::slice::from_ref(&scene));
            let here = |id: &CardId| said.contains(&project.cards[id].text);
            let links = project.links.keys().filter(|key| here(&key.from) && here(&key.to)).count();
            let is_curve = |mark: &&Mark| matches!(mark, Mark::Stroke(stroke) if stroke.path.contains('C'));
            assert_eq!(scene.marks.iter().filter(is_curve).count(), links, "{name}, {}", scene.title);
        }
    }
}

#[test]
fn l18_a_branch_that_is_too_tall_goes_on_on_further_pages() {
    let mut project = common::generate(1, 1);
    let id = |name: &str| CardId::parse(name).unwrap();
    let aim = project.cards.keys().next().unwrap().clone();
    let card = |name: &str, level, text: &str| Card::new(id(name), level, text);
    let mut add = |card: Card, to: &CardId| {
        let link = model::Link::new(card.id.clone(), to.clone(), model::Order::read(card.id.as_str()));
        project.links.insert(link.key.clone(), link);
        project.cards.insert(card.id.clone(), card);
    };
    add(card("p", Level::Primary, "Staffing"), &aim);
    for index in 10..34 {
        add(card(&format!("i{index}"), Level::Idea, "An idea that could be tested on the ward"), &id("p"));
    }
    let titles: Vec<String> =
        slide(&project, &options(), Ratio::Wide).into_iter().map(|scene| scene.title).collect();
    assert_eq!(titles[1..], ["Staffing (1 of 3)", "Staffing (2 of 3)", "Staffing (3 of 3)"]);
}

#[test]
fn l18_a_text_longer_than_a_page_is_said_in_full_behind() {
    let mut project = common::generate(12, 4);
    let words: Vec<String> = (0..3_000).map(|index| format!("word{index}x")).collect();
    project.cards.values_mut().next().unwrap().text = words.join(" ");
    for ratio in RATIOS {
        let scenes = slide(&project, &options(), ratio);
        scenes.iter().for_each(|scene| check(scene, LEAST_ON_SLIDE));
        let said = said(&scenes);
        assert!(words.iter().all(|word| said.contains(word)));
        assert_eq!(scenes.last().unwrap().title, "In full");
    }
}

#[test]
fn l19_pages_that_go_on_say_so() {
    let project = common::generate(80, 3);
    let scenes = pages(&project, &PictureOptions::default(), Paper::A4);
    assert!(scenes.len() > 1);
    assert_eq!(scenes[0].title, "Generated, 80 cards");
    assert!(scenes[1..].iter().all(|scene| scene.title == "Generated, 80 cards (continued)"));
    assert!(scenes.iter().all(|scene| said(std::slice::from_ref(scene)).contains("Change ideas")));
}

#[test]
fn l18_slides_of_a_part_show_that_part() {
    let project = common::example("crisis-care");
    let primary = project.cards.values().find(|card| card.level == Level::Primary).unwrap();
    let view = View { focus: Some(primary.id.clone()), ..View::default() };
    let scenes = slide(&project, &PictureOptions { view, ..options() }, Ratio::Wide);
    let said = said(&scenes);
    let of = project.cards.len();
    assert!(said.contains(&format!("of {of} shown")) && said.contains(&primary.text));
    for other in project.cards.values().filter(|card| card.level == Level::Primary && card.id != primary.id) {
        let driven = project.links.keys().any(|key| key.to == primary.id && key.from == other.id);
        assert!(driven || !scenes.iter().any(|scene| scene.title.starts_with(&other.text)));
    }
}
