//! Pictures of the examples and of generated projects, kept as they were last approved (`cargo insta review`).

#![allow(clippy::unwrap_used)]

mod common;

use figure::{
    Fonts, Input, PictureOptions, Scene, Theme, card_box, footer, layout, picture, scene::Mark, svg,
};
use model::{
    CardId, CycleId, MeasureId, Project, Structure,
    about::{About, Counts},
    contribution::Comment,
    cycle::Cycle,
    measure::Measure,
};

/// Compares the picture with the kept one, in light; in dark only the colours may differ.
fn check(name: &str, project: &Project) {
    let scene = picture(project, &PictureOptions::default());
    let light = svg(&scene, Theme::Light, Fonts::Named);
    insta::assert_snapshot!(name, light);
    let dark = svg(&scene, Theme::Dark, Fonts::Named);
    assert_ne!(light, dark);
    assert_eq!(without_colours(&light), without_colours(&dark));
}

fn without_colours(svg: &str) -> String {
    let mut parts = svg.split('#');
    let first = parts.next().unwrap_or_default().to_owned();
    parts.fold(first, |text, part| text + part.get(6..).unwrap_or(part))
}

fn words(scene: &Scene) -> Vec<&str> {
    scene
        .marks
        .iter()
        .filter_map(|mark| match mark {
            Mark::Words(words) => Some(words.text.as_str()),
            _ => None,
        })
        .collect()
}

#[test]
fn l11_the_examples_look_as_approved() {
    for name in common::EXAMPLES {
        check(name, &common::example(name));
    }
}

#[test]
fn l11_generated_projects_look_as_approved() {
    check("empty", &Project::default());
    for count in [1, 30] {
        check(&format!("generated-{count}"), &common::generate(count, 3));
    }
}

#[test]
fn l11_a_picture_says_every_card_in_full() {
    for project in [common::example("whole-system-flow"), common::generate(200, 5)] {
        let scene = picture(&project, &PictureOptions::default());
        let said = words(&scene).join(" ");
        for card in project.cards.values() {
            assert!(said.contains(&card.text), "{}", card.text);
        }
        assert!(said.contains("Change ideas What could we test?"));
    }
}

/// An example about whose cards something is measured, tested and said.
fn with_counts() -> Project {
    let mut project = common::example("crisis-care");
    let ids: Vec<CardId> = project.cards.keys().cloned().collect();
    for (place, card) in ids.iter().enumerate() {
        let id = |kind: &str| format!("{kind}{place}");
        if place % 2 == 0 {
            project.comments.push(Comment {
                id: id("k"),
                on: card.to_string(),
                by: "Sam".to_owned(),
                at: 0.0,
                text: "text".to_owned(),
                reply_to: String::new(),
                resolved: place % 4 == 0,
            });
        }
        if place % 3 == 0 {
            let measure = MeasureId::parse(&id("m")).unwrap();
            let watched = Measure { cards: vec![card.clone()], ..Measure::new(measure.clone(), "Waits") };
            project.measures.insert(measure, watched);
        }
        if place % 5 == 0 {
            let cycle = CycleId::parse(&id("y")).unwrap();
            project.cycles.insert(cycle.clone(), Cycle { idea: Some(card.clone()), ..Cycle::new(cycle) });
        }
    }
    project
}

/// The page measures cards by `card_box` and `footer`, with the counts of what it lists in their details.
#[test]
fn l3_a_picture_has_the_boxes_of_the_screen() {
    let heights = [common::example("crisis-care"), with_counts()].map(|project| {
        let about = About::by_card(&project);
        let height = |id: &CardId| {
            let counts = about.get(id).map(About::counts).unwrap_or_default();
            let card = &project.cards[id];
            card_box(card.level, &card.text, footer(card, counts)).height
        };
        let screen = layout(&Input::of(&Structure::of(&project), height));
        let scene = picture(&project, &PictureOptions::default());
        let blocks: Vec<_> = scene
            .marks
            .iter()
            .filter_map(|mark| match mark {
                Mark::Block(block) => Some((block.x, block.y, block.width, block.height)),
                _ => None,
            })
            .collect();
        // The title and the headings stand above the cards.
        let above = blocks[1].1 - screen.cards[0].y;
        for card in &screen.cards {
            assert!(blocks.contains(&(card.x, card.y + above, card.width, card.height)), "{card:?}");
        }
        screen.cards.iter().map(|card| card.height).sum::<f64>()
    });
    assert!(heights[1] > heights[0], "badges take room: {heights:?}");
}

#[test]
fn l11_a_picture_shows_how_much_is_measured_tested_and_said() {
    let project = with_counts();
    let scene = picture(&project, &PictureOptions::default());
    let badges = words(&scene).iter().filter(|text| **text == "1").count();
    let sum = |counts: Counts| counts.measures + counts.tests + counts.comments;
    assert_eq!(badges, Counts::by_card(&project).into_values().map(sum).sum::<usize>());
    check("badges", &project);
}
