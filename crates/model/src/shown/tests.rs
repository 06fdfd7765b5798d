//! Rules L13 to L16: which cards are shown.

use proptest::prelude::*;

use super::*;
use crate::{
    action::tests::{id, project},
    diagram::{Card, Level, Link, Status},
    order::Order,
    structure::Place,
};

/// A diagram with a shared card (s3) and one that hangs from nothing (i9).
const DIAGRAM: &str = "aim p1>aim p2>aim s1>p1 s2>p2 s3>p1 s3>p2 i1>s1 i2>s1 i3>s3 i4>s2 i9";

fn ids(words: &str) -> BTreeSet<CardId> {
    words.split_whitespace().map(id).collect()
}

fn view(collapsed: &str, focus: &str, text: &str) -> View {
    let filter = Filter { text: text.into(), ..Filter::default() };
    View { collapsed: ids(collapsed), focus: (!focus.is_empty()).then(|| id(focus)), filter, also: None }
}

/// Compares the outline (`+n` for what is folded away) of what a view shows.
fn check((collapsed, focus, text): (&str, &str, &str), expected: &str) {
    let project = project(DIAGRAM);
    let shown = shown(&project, &Structure::of(&project), &view(collapsed, focus, text));
    let row = |row: &crate::structure::Row| {
        let also = if row.place == Place::Also { "~" } else { "" };
        let hidden = shown.hidden_below.get(&row.card).map(|count| format!("+{count}")).unwrap_or_default();
        format!("{}{also}{hidden}", row.card)
    };
    let rows: Vec<String> = shown.structure.rows().iter().map(row).collect();
    assert_eq!(rows.join(" "), expected, "collapsed {collapsed:?}, focus {focus:?}, filter {text:?}");
}

#[test]
fn l13_collapsing_hides_what_hangs_only_from_collapsed_cards() {
    let whole = "aim p1 s1 i1 i2 s3 i3 p2 s2 i4 s3~ i9";
    for (collapsed, expected) in [
        ("", whole),
        ("i1 unknown", whole),
        ("s1", "aim p1 s1+2 s3 i3 p2 s2 i4 s3~ i9"),
        ("p1", "aim p1+3 p2 s2 i4 s3 i3 i9"),
        ("p1 s1", "aim p1+3 p2 s2 i4 s3 i3 i9"),
        ("p1 p2", "aim p1+5 p2+4 i9"),
        ("p1 s3", "aim p1+4 p2 s2 i4 s3+1 i9"),
        ("aim", "aim+9 i9"),
    ] {
        check((collapsed, "", ""), expected);
    }
}

#[test]
fn l14_focus_shows_a_card_with_all_above_and_all_below_it() {
    for (focus, collapsed, expected) in [
        ("p2", "", "aim p2 s2 i4 s3 i3"),
        ("s3", "", "aim p1 s3 i3 p2 s3~"),
        ("i1", "", "aim p1 s1 i1"),
        ("i1", "p1 s1", "aim p1 s1 i1"),
        ("p1", "s1", "aim p1 s1+2 s3 i3"),
        ("p1", "p1", "aim p1 s1 i1 i2 s3 i3"),
        ("i9", "", "aim i9"),
        ("unknown", "", "aim p1 s1 i1 i2 s3 i3 p2 s2 i4 s3~ i9"),
    ] {
        check((collapsed, focus, ""), expected);
    }
}

#[test]
fn l15_a_filter_shows_what_fits_with_the_way_up_to_the_aim() {
    for (text, (collapsed, focus), expected) in [
        ("i1", ("", ""), "aim p1 s1 i1"),
        ("I3", ("", ""), "aim p1 s3 i3 p2 s3~"),
        ("i4", ("p1 p2", ""), "aim p2 s2 i4"),
        ("i", ("", "s1"), "aim p1 s1 i1 i2"),
        ("nothing like it", ("", ""), "aim"),
        ("nothing like it", ("aim", "p1"), "aim"),
        ("  ", ("", ""), "aim p1 s1 i1 i2 s3 i3 p2 s2 i4 s3~ i9"),
    ] {
        check((collapsed, focus, text), expected);
    }
}

#[test]
fn l15_matches_are_counted_without_their_context() {
    let project = project(DIAGRAM);
    let structure = Structure::of(&project);
    for (view, matches, of) in [
        (view("", "", "s"), "s1 s2 s3", 11),
        (view("", "", "i3"), "i3", 11),
        (view("", "", "nothing"), "", 11),
        (view("s1 s2", "", ""), "aim i3 i9 p1 p2 s1 s2 s3", 11),
    ] {
        let shown = shown(&project, &structure, &view);
        assert_eq!((shown.matches, shown.of), (ids(matches), of), "{view:?}");
    }
    assert!(shown(&project, &structure, &View::default()).is_whole());
    assert_eq!(shown(&Project::default(), &Structure::default(), &view("", "", "x")), Shown::default());
}

#[test]
fn l16_words_are_found_in_any_order_and_part_of_a_card() {
    let mut card = Card::new(id("c"), Level::Idea, "Café for carers on Ward 7");
    card.note = "Ask the hospital's trust".into();
    card.owner = " Siân ".into();
    card.tags = ["quick win".to_owned(), "estates".to_owned()].into();
    card.status = Some(Status::Planned);
    let texts = [
        ("ward cafe", true),
        ("CAFÉ sian", true),
        ("quick trust 7", true),
        ("care", true),
        ("ward 8", false),
        ("trustsian", false),
        ("7ask", false),
    ];
    for (text, expected) in texts {
        let filter = Filter { text: text.into(), ..Filter::default() };
        assert_eq!(filter.test().fits(&card), expected, "{text}");
    }
    let set = |names: &[&str]| names.iter().map(|name| (*name).to_owned()).collect();
    let with = |tags: &[&str], owners: &[&str], statuses: &[Status]| Filter {
        tags: set(tags),
        owners: set(owners),
        statuses: statuses.iter().copied().collect(),
        ..Filter::default()
    };
    for (filter, expected) in [
        (with(&["estates", "other"], &[], &[]), true),
        (with(&["other"], &[], &[]), false),
        (with(&[], &["Siân", "Ann"], &[]), true),
        (with(&[], &[""], &[]), false),
        (with(&["estates"], &["Ann"], &[]), false),
        (with(&[], &[], &[Status::Planned, Status::Stopped]), true),
        (with(&[], &[], &[Status::Stopped]), false),
    ] {
        assert_eq!(filter.test().fits(&card), expected, "{filter:?}");
    }
}

#[test]
fn l16_the_choices_of_a_filter_are_what_is_in_use() {
    let mut project = project(DIAGRAM);
    for (name, owner, tag, status) in [
        ("i1", "Élan", "b", Some(Status::Testing)),
        ("i2", "ann", "B", Some(Status::Planned)),
        ("i3", "Zoe", "b", Some(Status::Testing)),
    ] {
        let card = project.cards.get_mut(&id(name)).unwrap();
        (card.owner, card.status) = (owner.into(), status);
        card.tags.insert(tag.into());
    }
    let choices = choices(&project, &Structure::of(&project));
    let owners: Vec<(&str, usize)> =
        choices.owners.iter().map(|(name, count)| (name.as_str(), *count)).collect();
    assert_eq!(owners, [("ann", 1), ("Élan", 1), ("Zoe", 1), ("", 8)]);
    assert_eq!(choices.tags, [("B".to_owned(), 1), ("b".to_owned(), 2)]);
    assert_eq!(choices.statuses, [(Status::Planned, 1), (Status::Testing, 2)]);
    let bare = super::choices(&self::project("aim"), &Structure::of(&self::project("aim")));
    assert_eq!(bare, Choices::default());
}

/// Any cards and links, sound or not.
fn any_project() -> impl Strategy<Value = Project> {
    let cards = prop::collection::vec((0usize..5, "[a-c ]{0,4}"), 0..30);
    (cards, prop::collection::vec((0usize..30, 0usize..30), 0..60)).prop_map(|(cards, links)| {
        let mut project = Project::default();
        for (index, (level, text)) in cards.into_iter().enumerate() {
            let card = Card::new(id(&format!("c{index}")), Level::ALL[level], text);
            project.cards.insert(card.id.clone(), card);
        }
        for (from, to) in links {
            let link = Link::new(id(&format!("c{from}")), id(&format!("c{to}")), Order::default());
            project.links.insert(link.key.clone(), link);
        }
        project
    })
}

fn any_view() -> impl Strategy<Value = View> {
    let card = || (0usize..32).prop_map(|index| id(&format!("c{index}")));
    (prop::collection::btree_set(card(), 0..8), prop::option::of(card()), "[a-c ]{0,2}").prop_map(
        |(collapsed, focus, text)| View {
            collapsed,
            focus,
            filter: Filter { text, ..Filter::default() },
            also: None,
        },
    )
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn l13_what_is_shown_is_a_sound_part_of_the_whole(project in any_project(), view in any_view()) {
        let whole = Structure::of(&project);
        let shown = shown(&project, &whole, &view);
        prop_assert_eq!(shown.of, whole.len());
        prop_assert!(shown.matches.iter().all(|card| shown.structure.seat(card).is_some()));
        for (card, seat) in shown.structure.cards() {
            let all = whole.seat(card).unwrap();
            prop_assert!(seat.parents.iter().all(|parent| all.parents.contains(parent)));
            for parent in &seat.parents {
                prop_assert!(shown.structure.children(parent).contains(card));
                prop_assert!(shown.structure.link_order(card, parent).is_some());
            }
            for child in &seat.children {
                prop_assert!(shown.structure.parents(child).contains(card));
            }
            // Nobody loses the way up to the aim.
            prop_assert!(all.parents.is_empty() || !seat.parents.is_empty(), "{} hangs from nothing", card);
        }
        let links: usize = shown.structure.cards().map(|(_, seat)| seat.parents.len()).sum();
        prop_assert_eq!(shown.structure.links().count(), links);
        let rows = shown.structure.rows();
        prop_assert_eq!(rows.iter().filter(|row| row.place == Place::Home).count(), shown.structure.len());
        prop_assert_eq!(whole.aim().is_some(), shown.structure.aim().is_some());
    }

    #[test]
    fn l15_with_a_filter_all_effects_of_a_match_are_shown(project in any_project(), view in any_view()) {
        let whole = Structure::of(&project);
        let shown = shown(&project, &whole, &view);
        if !view.filter.is_empty() {
            for (card, seat) in shown.structure.cards() {
                prop_assert_eq!(&seat.parents, &whole.seat(card).unwrap().parents);
                let context = seat.children.is_empty() && shown.structure.aim() != Some(card);
                prop_assert!(!context || shown.matches.contains(card), "{} is shown for nothing", card);
            }
        }
    }
}
