//! Pictures of the examples and of generated projects, kept as they were last approved (`cargo insta review`).

mod common;

use figure::{Fonts, PictureOptions, Scene, Theme, picture, scene::Mark, svg};
use model::Project;

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
