use super::*;
use crate::{
    scene::Mark,
    text::{Font, Weight},
    theme::Colour,
};

#[test]
fn l11_everything_that_people_wrote_is_escaped() {
    let hostile = "<script>alert(\"x\")</script> & ]]> 'q' \u{0}\u{8}\u{ffff}";
    let font = Font { weight: Weight::Regular, size: 16.0 };
    let words = Words { x: 0.0, y: 0.0, text: hostile.into(), font, colour: Colour::Ink };
    let scene = Scene {
        title: hostile.into(),
        description: hostile.into(),
        marks: vec![Mark::Words(words)],
        ..Scene::default()
    };
    let text = svg(&scene, Theme::Light);
    let escaped = "&lt;script&gt;alert(&quot;x&quot;)&lt;/script&gt; &amp; ]]&gt; &#39;q&#39; <";
    assert_eq!(text.matches(escaped).count(), 3, "{text}");
    assert!(!text.contains("<script"));
    assert!(text.chars().all(|character| character >= ' ' || character == '\n'));
}

#[test]
fn l11_numbers_have_at_most_two_places() {
    let table = [(1.0, "1"), (1.005_1, "1.01"), (0.333_333, "0.33"), (-0.001, "0"), (1e6, "1000000")];
    for (value, expect) in table {
        assert_eq!(Number(value).to_string(), expect);
    }
}
