//! Charts as pictures: rules L21 to L24.
#![allow(clippy::unwrap_used)]

#[path = "common/series.rs"]
mod series;

use figure::{
    Annotation, ChartLook, ChartPicture, Colour, Fonts, Scene, Theme, chart,
    chart::AnnotationKind,
    measure,
    scene::{Mark, Paint, Words},
    small_chart, svg,
};
use proptest::prelude::*;
use statistics::{Chart, ChartKind, Direction, Observed, Point, RuleSet, Series, Settings};

/// Where something is painted: left, top, right, bottom.
type Bounds = [f64; 4];

/// The bounds of the letters of words, without the empty space of their line.
fn of_words(words: &Words) -> Bounds {
    let size = words.font.size;
    [words.x, words.y - 0.75 * size, words.x + measure(&words.text, words.font), words.y + 0.22 * size]
}

/// The bounds of a path's ends; arcs here go half around, and their ends are as far left and right as they go.
fn of_path(path: &str) -> Bounds {
    let mut bounds = [f64::INFINITY, f64::INFINITY, f64::NEG_INFINITY, f64::NEG_INFINITY];
    let (mut x, mut y) = (0.0, 0.0);
    let spaced = path.replace(|letter: char| letter.is_ascii_alphabetic(), "\n");
    let letters = path.chars().filter(char::is_ascii_alphabetic);
    for (letter, numbers) in letters.zip(spaced.split('\n').skip(1)) {
        let numbers: Vec<f64> = numbers.split_whitespace().map(|number| number.parse().unwrap()).collect();
        let (high, mut low) = (y, y);
        match letter {
            'M' | 'L' => (x, y) = (numbers[0], numbers[1]),
            'l' => (x, y) = (x + numbers[0], y + numbers[1]),
            'H' => x = numbers[0],
            'h' => x += numbers[0],
            'V' => y = numbers[0],
            'v' => y += numbers[0],
            'A' => {
                (x, y) = (numbers[5], numbers[6]);
                low = high + numbers[0];
                bounds[1] = bounds[1].min(high - numbers[0]);
            }
            'Z' => {}
            other => panic!("{other} in {path}"),
        }
        bounds = [bounds[0].min(x), bounds[1].min(y), bounds[2].max(x), bounds[3].max(y)];
        if letter == 'A' {
            bounds[3] = bounds[3].max(low);
        }
    }
    bounds
}

fn bounds(mark: &Mark) -> Bounds {
    match mark {
        Mark::Block(block) => [block.x, block.y, block.x + block.width, block.y + block.height],
        Mark::Stroke(stroke) => of_path(&stroke.path),
        Mark::Words(words) => of_words(words),
    }
}

fn assert_inside(scene: &Scene) {
    for mark in &scene.marks {
        let [left, top, right, bottom] = bounds(mark);
        let is_inside = left >= 0.0 && top >= 0.0 && right <= scene.width && bottom <= scene.height;
        assert!(is_inside, "{mark:?} in {} × {}", scene.width, scene.height);
    }
}

fn assert_apart(scene: &Scene) {
    let words: Vec<&Words> = scene
        .marks
        .iter()
        .filter_map(|mark| if let Mark::Words(words) = mark { Some(words) } else { None })
        .collect();
    for (place, one) in words.iter().enumerate() {
        for other in &words[place + 1..] {
            let ([left, top, right, bottom], [x, y, end, foot]) = (of_words(one), of_words(other));
            let touch = left < end && x < right && top < foot && y < bottom;
            assert!(!touch, "“{}” and “{}” in {} × {}", one.text, other.text, scene.width, scene.height);
        }
    }
}

fn pictures(chart_: &Chart, look: &ChartLook, size: (f64, f64)) -> [ChartPicture; 2] {
    [chart(chart_, look, size), small_chart(chart_, look, (size.0 / 3.0, size.1 / 3.0))]
}

fn observed() -> impl Strategy<Value = Observed> {
    let reach = prop_oneof![Just(1.0), Just(1e-3), Just(1e3), Just(1e7), Just(1e300)];
    let value = (reach, -1.0..5.0).prop_map(|(reach, value)| Observed::Value(reach * value));
    let count = (0..60_u32).prop_map(|count| Observed::Value(count.into()));
    let ratio = (0..30_u32, 0..40_u32)
        .prop_map(|(above, below)| Observed::Ratio { numerator: above.into(), denominator: below.into() });
    prop_oneof![1 => Just(Observed::Missing), 2 => value, 4 => count, 4 => ratio]
}

fn series() -> impl Strategy<Value = Series> {
    let step = prop_oneof![Just(0), Just(1), Just(7), Just(31), Just(92), Just(365)];
    let count = prop_oneof![4 => 0..40_usize, 1 => 400..500_usize];
    (step, count, 1..800_000_i32).prop_flat_map(|(step, count, first)| {
        proptest::collection::vec((observed(), proptest::bool::weighted(0.1)), count).prop_map(
            move |points| {
                let point = |(place, (observed, ghost))| Point { day: first + place * step, observed, ghost };
                Series { points: (0..).zip(points).map(point).collect() }
            },
        )
    })
}

fn annotations() -> impl Strategy<Value = Vec<(f64, String, AnnotationKind)>> {
    let kind =
        proptest::sample::select(vec![AnnotationKind::Note, AnnotationKind::Cycle, AnnotationKind::Phase]);
    let text = "([A-Za-z]{1,12} ?){0,8}";
    proptest::collection::vec((0.0..1.0, text, kind), 0..8)
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 200, max_shrink_iters: 100, failure_persistence: None, ..ProptestConfig::default() })]
    #[test]
    fn l21_nothing_is_outside_and_no_words_lie_over_others(
        series in series(),
        kind in proptest::sample::select(ChartKind::all().collect::<Vec<_>>()),
        rules in proptest::sample::select(RuleSet::ALL.to_vec()),
        title in "([A-Za-z]{1,14} ?){0,14}",
        (width, height) in (0.0..1600.0, 0.0..900.0),
        (target, baseline) in (proptest::option::of(-10.0..100.0), proptest::option::of(-10.0..100.0)),
        (cut, annotations) in (0.0..1.0, annotations()),
        unit in proptest::sample::select(vec!["", "%", " minutes"]),
    ) {
        let days: Vec<i32> = series.points.iter().map(|point| point.day).collect();
        let day = |share: f64| days.get((share * days.len() as f64) as usize).copied().unwrap_or(9);
        let direction = if cut < 0.5 { Direction::Up } else { Direction::Down };
        let settings = Settings { target, direction, phases: vec![day(cut)], ..Settings::new(kind, rules) };
        let annotations =
            annotations.into_iter().map(|(share, text, kind)| Annotation { day: day(share), text, kind }).collect();
        let look = ChartLook { title, unit: unit.to_owned(), baseline, annotations, ..ChartLook::default() };
        let made = statistics::chart(&series, &settings).shown();
        for picture in pictures(&made, &look, (width, height)) {
            assert_inside(&picture.scene);
            assert_apart(&picture.scene);
            prop_assert_eq!(picture.points.len(), series.points.len());
            for (point, at) in made.points.iter().zip(&picture.points) {
                prop_assert_eq!(point.value.is_some(), at.is_some());
                let plot = picture.plot;
                prop_assert!(at.is_none_or(|at| at.x >= plot.x && at.x <= plot.x + plot.width));
            }
        }
    }
}

#[test]
fn l22_charts_look_as_approved() {
    for (name, made, look) in series::charts() {
        let picture = chart(&made, &look, (960.0, 480.0));
        assert_inside(&picture.scene);
        assert_apart(&picture.scene);
        insta::assert_snapshot!(name, svg(&picture.scene, Theme::Light, Fonts::Named));
        let small = small_chart(&made, &look, (300.0, 170.0));
        insta::assert_snapshot!(format!("{name}-small"), svg(&small.scene, Theme::Light, Fonts::Named));
    }
}

fn said(scene: &Scene) -> String {
    let text = |mark: &Mark| if let Mark::Words(words) = mark { Some(words.text.clone()) } else { None };
    scene.marks.iter().filter_map(text).collect::<Vec<_>>().join("|")
}

fn picture_of(name: &str) -> ChartPicture {
    let (_, made, look) = series::charts().into_iter().find(|(known, ..)| *known == name).unwrap();
    chart(&made, &look, (960.0, 480.0))
}

#[test]
fn l23_a_chart_says_its_rules_its_lines_and_what_happened() {
    for (name, expected) in [
        (
            "run",
            &["Perla rules: shift 6, trend 5", "Cycle 2: two shifts", "Goal 40", "too few runs", "Left out"]
                [..],
        ),
        (
            "xmr",
            &["XmR chart", "shift 7, trend 7", "Upper limit 72", "Baseline 40%", "New pathway on every ward"],
        ),
        ("many", &["lines from the first 100 points", "Improvement, low"]),
        ("few-crossings", &["(trial)", "too few crossings"]),
        ("none", &["No values yet"]),
    ] {
        let picture = picture_of(name);
        let said = said(&picture.scene);
        for text in expected {
            assert!(said.contains(text), "{name} does not say {text}: {said}");
        }
        assert!(picture.scene.description.len() > 20);
    }
    // Three points have no line, and nothing is said of them.
    let said = said(&picture_of("three").scene);
    assert!(!said.contains("Median") && !said.contains("Common cause"), "{said}");
}

#[test]
fn l24_a_pattern_has_a_shape_of_its_own_and_a_gap_stays_open() {
    let picture = picture_of("run");
    let letters = |paint: Paint| {
        let path = |mark: &Mark| match mark {
            Mark::Stroke(stroke) if stroke.paint == paint => Some(stroke.path.clone()),
            _ => None,
        };
        let path = picture.scene.marks.iter().find_map(path).unwrap();
        path.chars().filter(char::is_ascii_alphabetic).collect::<String>()
    };
    assert_eq!(letters(Paint::Filled(Colour::Improvement)), "MLLZ", "a triangle");
    assert_eq!(letters(Paint::Filled(Colour::Concern)), "MLLZ", "a triangle");
    assert_eq!(letters(Paint::Solid(Colour::Concern, 1.5)), "MAAZ", "and its ring");
    // The line goes past the ghost and is broken once, at the gap.
    let is_line = |paint: Paint| matches!(paint, Paint::Solid(Colour::LinkLine, _));
    let line = picture.scene.marks.iter().find_map(|mark| match mark {
        Mark::Stroke(stroke) if is_line(stroke.paint) => Some(&stroke.path),
        _ => None,
    });
    let line = line.unwrap();
    assert_eq!((line.matches('M').count(), line.matches('L').count()), (2, 20), "{line}");
    assert_eq!(picture.points.iter().filter(|at| at.is_none()).count(), 1);
}
