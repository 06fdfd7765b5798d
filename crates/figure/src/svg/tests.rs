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
    let text = svg(&scene, Theme::Light, Fonts::Named);
    let escaped = "&lt;script&gt;alert(&quot;x&quot;)&lt;/script&gt; &amp; ]]&gt; &#39;q&#39; <";
    assert_eq!(text.matches(escaped).count(), 3, "{text}");
    assert!(!text.contains("<script"));
    assert!(text.chars().all(|character| character >= ' ' || character == '\n'));
}

#[test]
fn l11_a_line_keeps_its_width_in_any_font() {
    let font = Font { weight: Weight::Regular, size: 16.0 };
    let width = |text: &str| {
        set_width(&Words { x: 0.0, y: 0.0, text: text.into(), font, colour: Colour::Ink })
            .map(|width| width as u32)
    };
    let plain = "Both teams know who is waiting";
    assert_eq!(width(plain), Some(measure(plain, font) as u32));
    assert!(width("Both teams know who is waiting →").is_some());
    // The widths of these are not known, only that no font draws them wider.
    for text in ["", "\u{200b}", "漢字", "Ανάπτυξη και ποιότητα", "\u{0}"] {
        assert_eq!(width(text), None, "{text}");
    }
}

#[test]
fn l11_numbers_have_at_most_two_places() {
    let table = [(1.0, "1"), (1.005_1, "1.01"), (0.333_333, "0.33"), (-0.001, "0"), (1e6, "1000000")];
    for (value, expect) in table {
        assert_eq!(Number(value).to_string(), expect);
    }
}
