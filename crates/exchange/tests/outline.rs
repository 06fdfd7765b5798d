//! Outlines: what people paste becomes the diagram they mean, and what is written reads the same.
#![allow(clippy::unwrap_used)]

use exchange::{
    EXAMPLES, Outline,
    outline::{self, Effect, Ground, Preview, write, write_branches, write_bullets},
    project::from_json,
};
use model::{
    Card, CardId, Change, Level, Link, LinkKey, Order, Project, Structure,
    action::{Board, Pen, child_spot, column_spot},
};
use words::{Language, Words};

/// The heading in English, of what hangs from nothing.
const UNLINKED: &str = "Not linked yet";

fn write_project(project: &Project) -> String {
    outline::write_project(project, UNLINKED)
}

fn id(text: &str) -> CardId {
    CardId::parse(text).unwrap()
}

fn pen() -> Pen {
    Pen { by: "Sam".into(), at: 1.0, jitter: 0 }
}

fn ids() -> impl FnMut() -> CardId {
    let mut next = 0;
    move || {
        next += 1;
        CardId::from_random(next)
    }
}

/// An outline in one line: the first letter of each level, the text, what it stands under.
fn shown(outline: &Outline) -> String {
    let card = |(place, card): (usize, &exchange::outline::OutlineCard)| {
        let mut text = format!("{}:{}", &card.level.as_str()[..1], card.text);
        for link in outline.links.iter().filter(|link| link.from == place) {
            text.push('<');
            text.push_str(match link.to {
                Effect::Card(effect) => &outline.cards[effect].text,
                Effect::Ground => "*",
            });
        }
        text
    };
    outline.cards.iter().enumerate().map(card).collect::<Vec<_>>().join(" ")
}

fn check(text: &str, expected: &str) {
    let outline =
        Outline::parse(text).map(|outline| shown(&outline)).unwrap_or_else(|fault| fault.to_string());
    assert_eq!(outline, expected, "{text}");
}

fn check_at(text: &str, ground: (Option<Level>, Level), expected: &str) {
    let ground = Ground { parent: ground.0, level: ground.1 };
    let outline = Outline::parse_at(text, ground);
    assert_eq!(
        outline.map(|outline| shown(&outline)).unwrap_or_else(|fault| fault.to_string()),
        expected,
        "{text}"
    );
}

#[test]
fn x10_indentation_says_what_stands_under_what() {
    let tree = "a:A p:P<A s:S<P p:Q<A";
    for text in [
        "A\n  P\n    S\n  Q",
        "A\n\tP\n\t\tS\n\tQ\n",
        "A\r\n  P\r\n    S\r\n  Q\r\n\r\n",
        "\u{feff}A\n   P\n       S\n\n   Q",
        "    A\n        P\n            S\n        Q",
        "A\n\u{a0}\u{a0}P\n\u{a0}\u{a0}\u{a0}\u{a0}S\n\u{a0}\u{a0}Q",
        "    A\n  P\n    S\n  Q",
        "A  \n  P\t\n    S \n  Q",
    ] {
        check(text, tree);
    }
    check("A", "a:A");
    check("A\nP\nQ", "a:A p:P<A p:Q<A");
    check("A\n  P\nB\n  Q", "a:A p:P<A a:B p:Q<B");
}

#[test]
fn x11_a_mark_makes_an_idea_at_any_depth() {
    check("A\n  P\n    > I\n  > J\n", "a:A p:P<A i:I<P i:J<A");
    check("A\n  P\n    S\n      T\n        > I", "a:A p:P<A s:S<P t:T<S i:I<T");
    check("A\n  P\n    S\n      T\n>", "a:A p:P<A s:S<P t:T<S");
    check("A\n  P\n    >I\n    >  J", "a:A p:P<A i:I<P i:J<P");
    check("A\n  P\n    S\n>     I\n>     J", "a:A p:P<A s:S<P i:I<P i:J<P");
    check("A\n> I\n> J", "a:A i:I<A i:J<A");
    check(
        "A\n  P\n    S\n      T\n        U\n  > I",
        "Line 5 would be a fourth level of drivers: put > before it if it is a change idea.",
    );
    check("A\n  > I\n    X", "Line 3 stands under a change idea, and nothing goes there.");
}

#[test]
fn x11_without_marks_the_deepest_of_four_or_five_levels_are_ideas() {
    check("A\n  P\n    S", "a:A p:P<A s:S<P");
    check("A\n  P\n    S\n      I\n  Q\n    R", "a:A p:P<A s:S<P i:I<S p:Q<A s:R<Q");
    check("A\n  P\n    S\n      T\n        I", "a:A p:P<A s:S<P t:T<S i:I<T");
    check(
        "A\n  P\n    S\n      T\n        I\n          X",
        "Line 6 is deeper than the five levels of a diagram.",
    );
}

#[test]
fn x12_quoting_is_no_mark() {
    check("> A\n>   P\n>     S", "a:A p:P<A s:S<P");
    check(">A\n>  P\n>\n>  > I", "a:A p:P<A i:I<A");
    check(">> A\n>>   P", "a:A p:P<A");
    check("> A\n> P\nB", "i:A i:P a:B");
    check("On 3 May 2026 at 10:00, Sam <sam@example.org> wrote:\n> A\n>   P\n>     S", "a:A p:P<A s:S<P");
    check("Sam wrote:\n> A\n>   P", "a:A p:P<A");
    check("Fewer falls:\n> P\n> Q", "a:Fewer falls: i:P<Fewer falls: i:Q<Fewer falls:");
}

#[test]
fn x13_a_repeated_text_is_the_same_card_under_a_second_parent() {
    check("A\n  P\n    S\n  Q\n    = S", "a:A p:P<A s:S<P<Q p:Q<A");
    check("A\n  P\n    S\n      > I\n  Q\n    =S", "a:A p:P<A s:S<P i:I<S p:Q<A s:=S<Q");
    check(
        "A\n  P\n    S\n  Q\n    S\n    > J\n  R\n    = S\n    =2 S\n      > I",
        "a:A p:P<A s:S<P<R p:Q<A s:S<Q<R i:J<Q p:R<A i:I<S",
    );
    check("A\n  P\n    S\n    = S", "a:A p:P<A s:S<P");
    check("A\n  P\n    = S", "Line 3 repeats “S”, but no line before it says that.");
    check(
        "A\n  P\n    = A",
        "Line 3 puts “A” under “P”, where it cannot stand: a card works on one further to the left.",
    );
    check(
        "A\n  P\n    = P",
        "Line 3 puts “P” under “P”, where it cannot stand: a card works on one further to the left.",
    );
}

#[test]
fn x14_lists_of_other_programs_are_understood() {
    let tree = "a:A p:P<A s:S<P p:Q<A";
    for text in [
        "- A\n  - P\n    - S\n  - Q",
        "A\n- P\n  - S\n- Q",
        "A\n* P\n    * S\n* Q",
        "1. A\n   1. P\n      a\n".replace('a', "S").as_str(),
        "# A\n## P\n### S\n## Q",
        "# A\n## P\n- S\n## Q",
        "A\n\n•\tP\n\no\tS\n\n•\tQ",
        "A\n· P\no   S\n· Q",
        "•\tA\no\tP\n§\tS\no\tQ",
        "- [ ] A\n  - [x] P\n    - [ ] S\n  - [ ] Q",
        "**A**\n- **P**\n  - S\n- Q",
    ] {
        let expected = if text.starts_with("1.") { "a:A p:P<A s:S<P" } else { tree };
        check(text, expected);
    }
    check(
        "- A\n  - P\n    - > I\n    - = P",
        "Line 4 puts “P” under “P”, where it cannot stand: a card works on one further to the left.",
    );
    check(
        "A\n  2026. a good year\n  one night\n  -5 %\n  #1",
        "a:A p:2026. a good year<A p:one night<A p:-5 %<A p:#1<A",
    );
}

#[test]
fn x14_the_name_of_a_level_is_no_part_of_its_card() {
    check(
        "Aim: A\n  Primary driver: P\n    secondary driver 2:  S\n      > Idea: I\n      > Change idea: J",
        "a:A p:P<A s:S<P i:I<S i:J<S",
    );
    check(
        "Aim: A\n  Aim: B\n  Secondary driver: C\n  Primary driver:",
        "a:A p:Aim: B<A p:Secondary driver: C<A p:Primary driver:<A",
    );
    check("\\Aim: A\n  Aims: B", "a:Aim: A p:Aims: B<Aim: A");
    check(
        "A\n  Primary driver: P\n    S\n  Primary driver: Q\n    = S\n= Primary driver: P",
        "a:A p:P<A s:S<P<Q p:Q<A",
    );
    check("A\n  Primary driver: P\n    Secondary driver: S\n  Q\n    = S", "a:A p:P<A s:S<P<Q p:Q<A");
}

#[test]
fn x14_a_spreadsheet_is_understood() {
    let tree = "a:A p:P<A s:S<P i:I<S i:J<S p:Q<A s:R<Q i:K<R";
    for text in [
        "A\tP\tS\tI\n\t\t\tJ\n\tQ\tR\tK",
        "A\tP\tS\tI\nA\tP\tS\tJ\nA\tQ\tR\tK\n",
        "Aim\tPrimary drivers\tSecondary driver\tChange ideas\nA\tP\tS\tI\nA\tP\tS\tJ\nA\tQ\tR\tK\n",
    ] {
        check(text, tree);
    }
    check("aim\tprimary\tidea\nA\tP\tI\n\t\tJ", "a:A p:P<A i:I<P i:J<P");
    check("A\t\"P\nwith \"\"two\"\" lines\"\tS", "a:A p:P with \"two\" lines<A s:S<P with \"two\" lines");
    check("A\t5\" tube\n\t6\" tube", "a:A p:5\" tube<A p:6\" tube<A");
    check("A\t\"open\n\tQ", "a:A p:\"open<A p:Q<A");
    check("A\tP\tx\nA\tP\ty\nA\tx\ty", "a:A p:P<A s:x<P s:y<P p:x<A s:y<x");
}

#[test]
fn x15_what_cannot_be_read_is_said_with_its_line() {
    check("", "Line 1 says nothing that could become a card.");
    check(" \n\t\n>\n- \n", "Line 1 says nothing that could become a card.");
    check(&"x".repeat(10_000_001), "Line 1 begins more than 10 MB of text, and no diagram has so much.");
    check(&"x\n".repeat(20_001), "Line 20001 is one card too many: an outline may have 20000.");
    let long = "é".repeat(10_000);
    check(&format!("A\n  {long}"), &format!("a:A p:{long}<A"));
    check("A\n  שלום 🧑‍⚕️\n    a\u{200d}b", "a:A p:שלום 🧑‍⚕️<A s:a\u{200d}b<שלום 🧑‍⚕️");
}

#[test]
fn x16_pasted_lines_take_the_levels_of_their_spot() {
    use Level::*;
    check_at("X\nY", (Some(Aim), Primary), "p:X<* p:Y<*");
    check_at("X\n  Y\n    Z", (Some(Aim), Primary), "p:X<* s:Y<X i:Z<Y");
    check_at("X\n  Y", (Some(Aim), Primary), "p:X<* s:Y<X");
    check_at("X\n  Y", (Some(Primary), Secondary), "s:X<* i:Y<X");
    check_at("X", (Some(Secondary), Tertiary), "t:X<*");
    check_at("X\nY", (Some(Secondary), Idea), "i:X<* i:Y<*");
    check_at("X\n  Y", (Some(Secondary), Idea), "t:X<* i:Y<X");
    check_at("X\n  Y", (Some(Tertiary), Idea), "Line 2 stands under a change idea, and nothing goes there.");
    check_at("X\n  Y\n    Z", (Some(Secondary), Idea), "Line 3 is deeper than the five levels of a diagram.");
    check_at("> X\n> Y", (Some(Primary), Secondary), "s:X<* s:Y<*");
    check_at("X\n> Y", (Some(Primary), Secondary), "s:X<* i:Y<*");
    check_at("X\n  Y", (None, Idea), "s:X i:Y<X".replace("s:", "t:").as_str());
    check_at("X\nY", (None, Secondary), "s:X s:Y");
}

#[test]
fn x17_a_preview_counts_what_would_come() {
    let preview = |text| {
        let Preview { columns, shared, unlinked } = Outline::parse(text).unwrap().preview();
        Words::default().outline_brings(&columns, shared, unlinked)
    };
    assert_eq!(preview("A"), "1 aim");
    let text = "A\n  P\n    S\n      > I\n  Q\n    = S\nNot linked yet:\n> J";
    assert_eq!(
        preview(text),
        "1 aim, 2 primary drivers, 1 secondary driver, 2 change ideas; 1 under more than one; 1 not linked yet"
    );
}

#[test]
fn x18_an_outline_becomes_a_project_and_an_edit() {
    let outline = Outline::parse("A\n  P\n    S\n  Q\n    T\n    = S").unwrap();
    let project = outline.project(&pen(), ids());
    assert_eq!((project.title.as_str(), project.cards.len(), project.links.len()), ("A", 5, 5));
    assert_eq!(write_project(&project), "A\n  P\n    S\n  Q\n    T\n    = S\n");
    let structure = Structure::of(&project);
    let board = Board::of(&project, &structure);
    let parent = &structure.children(structure.aim().unwrap())[0];
    let spot = child_spot(board, parent).unwrap();
    let ground = Ground::at(board, &spot);
    let pasted = Outline::parse_at("X\n  > I\nY\n  = X\n", ground);
    assert_eq!(pasted.unwrap_err().line, 4);
    let pasted = Outline::parse_at("X\n  > I\nY\n  > J\n  = I\n", ground).unwrap();
    let mut next = 100;
    let edit = pasted.edit((board, &spot), &pen(), || {
        next += 1;
        CardId::from_random(next)
    });
    assert_eq!(
        write_project(&after(project.clone(), edit)),
        "A\n  P\n    S\n    X\n      > I\n    Y\n      > J\n      = I\n  Q\n    T\n    = S\n"
    );
    let unlinked = column_spot(board, Level::Secondary);
    let pasted = Outline::parse_at("X\nY", Ground::at(board, &unlinked)).unwrap();
    let edit = pasted.edit((board, &unlinked), &pen(), ids());
    assert_eq!(edit.changes.len(), 2);
}

/// The project after an edit that adds cards and links.
fn after(mut project: Project, edit: model::Edit) -> Project {
    for change in edit.changes {
        match change {
            Change::AddCard(card) => drop(project.cards.insert(card.id.clone(), *card)),
            Change::Link(link) => drop(project.links.insert(link.key.clone(), *link)),
            other => panic!("{other:?}"),
        }
    }
    project
}

/// The cards and drawn links of a project by their texts, with their places in the column.
fn essence(project: &Project) -> Vec<(Level, String, String, usize)> {
    let structure = Structure::of(project);
    let text = |id: &CardId| project.cards[id].text.clone();
    let mut lines: Vec<_> =
        structure.cards().map(|(id, seat)| (seat.level, text(id), String::new(), 0)).collect();
    for (id, _) in structure.cards() {
        for level in Level::ALL {
            let children =
                structure.children(id).iter().filter(|child| structure.level(child) == Some(level));
            lines.extend(children.enumerate().map(|(place, child)| (level, text(child), text(id), place)));
        }
    }
    lines.sort();
    lines
}

fn check_round_trip(project: &Project) {
    let text = write_project(project);
    let again =
        Outline::parse(&text).unwrap_or_else(|fault| panic!("{fault}\n{text}")).project(&pen(), ids());
    assert_eq!(essence(&again), essence(project), "{text}");
    assert_eq!(write_project(&again), text);
}

#[test]
fn x19_the_examples_read_as_they_were_written() {
    for example in EXAMPLES {
        check_round_trip(&from_json(example.json()).unwrap());
    }
    let text = write_project(&from_json(EXAMPLES[0].json()).unwrap());
    assert!(text.contains("\n    = Both teams know who is waiting and why\n"), "{text}");
    assert!(text.contains("\n      > Liaison psychiatry joins the 8:30 department huddle\n"), "{text}");
}

#[test]
fn x22_bullets_read_as_the_outline_does() {
    for example in EXAMPLES {
        let project = from_json(example.json()).unwrap();
        let bullets = write_bullets(&project, "Change idea", UNLINKED);
        let [one, other] =
            [&bullets, &write_project(&project)].map(|text| shown(&Outline::parse(text).unwrap()));
        assert_eq!(one, other, "{bullets}");
    }
    let bullets = write_bullets(&from_json(EXAMPLES[0].json()).unwrap(), "Syniad", UNLINKED);
    assert!(
        bullets.contains("\n      - Syniad: Liaison psychiatry joins the 8:30 department huddle\n"),
        "{bullets}"
    );
}

/// An outline is read in every language that the app speaks, and reads the same in all of them.
#[test]
fn x14_names_and_headings_are_read_in_every_language() {
    for words in Language::ALL.map(Words::new) {
        let unlinked = words.outline_not_linked();
        let level = |level| words.level(level);
        for colon in ["", ":"] {
            check(&format!("A\n  P\n{unlinked}{colon}\n  Q"), "a:A p:P<A p:Q");
        }
        let lines = [Level::Primary, Level::Secondary, Level::Tertiary, Level::Idea].map(level);
        let [primary, secondary, tertiary, idea] = lines;
        let aim = level(Level::Aim);
        let text = format!(
            "{aim}: A\n  {primary} 1: P\n    {secondary}: S\n      {tertiary} 12: T\n        {idea}: I"
        );
        check(&text, "a:A p:P<A s:S<P t:T<S i:I<T");
        let heads = [Level::Aim, Level::Primary, Level::Idea];
        for row in [heads.map(|head| words.level(head)), heads.map(|head| words.levels(head))] {
            check(&format!("{}\nA\tP\tI", row.join("\t")), "a:A p:P<A i:I<P");
        }
    }
    check("Nodau\tPrif\tEilaidd\tSyniadau\nA\tP\tS\tI", "a:A p:P<A s:S<P i:I<S");
}

#[test]
fn x19_an_outline_is_written_in_the_language_asked_for_and_read_in_all() {
    let project = Outline::parse("A\n  P\nNot linked yet:\n> I").unwrap().project(&pen(), ids());
    for words in Language::ALL.map(Words::new) {
        let (idea, unlinked) = (words.level(Level::Idea), words.outline_not_linked());
        let text = outline::write_project(&project, unlinked);
        assert_eq!(text, format!("A\n  P\n{unlinked}:\n> I\n"));
        let bullets = write_bullets(&project, idea, unlinked);
        assert_eq!(bullets, format!("- A\n  - P\n\n{unlinked}:\n\n- {idea}: I\n"));
        for text in [text, bullets] {
            check(&text, "a:A p:P<A i:I");
        }
        let mut named = project.clone();
        named.cards.values_mut().for_each(|card| card.text = format!("{idea}: {}", card.text));
        named.cards.values_mut().find(|card| card.level == Level::Primary).unwrap().text =
            unlinked.to_owned();
        check_round_trip(&named);
    }
}

#[test]
fn x19_texts_that_look_like_marks_survive() {
    let mut project = Project::default();
    let texts = [
        "> 5 people",
        "= equal",
        "- dash",
        "1. first",
        "# head",
        "\\ back",
        "",
        "o  hollow",
        "**bold**",
        "Not linked yet:",
        "not linked yet",
        "\"quoted\"",
        " spaced ",
        "line\nbreak",
        "tab\tin",
        "[ ] box",
        "o",
        "=",
        "=2 x",
        ">",
        "•",
        "\u{3000}wide",
        "Aim",
        "plain",
    ];
    for (place, text) in texts.iter().enumerate() {
        let level = Level::ALL[place % 5];
        let mut card = Card::new(id(&format!("c{place}")), level, *text);
        card.order = Order::read(&format!("{place:03}"));
        project.cards.insert(card.id.clone(), card);
    }
    let text = write_project(&project);
    let again = Outline::parse(&text).unwrap().project(&pen(), ids());
    let mut found: Vec<_> = again.cards.values().map(|card| (card.level, card.text.clone())).collect();
    let plain = |text: &str| text.replace(['\n', '\t'], " ").trim().to_owned();
    let mut expected: Vec<_> = project.cards.values().map(|card| (card.level, plain(&card.text))).collect();
    found.sort();
    expected.sort();
    assert_eq!(found, expected, "{text}");
    assert_eq!(write_project(&again), text);
}

#[test]
fn x19_drivers_that_skip_a_column_keep_it() {
    let mut project = Outline::parse("A\n  P\n    S\n      > I").unwrap().project(&pen(), ids());
    let at = |project: &Project, text: &str| {
        project.cards.values().find(|card| card.text == text).unwrap().id.clone()
    };
    let (aim, primary, secondary) = (at(&project, "A"), at(&project, "P"), at(&project, "S"));
    project.links.remove(&LinkKey { from: secondary.clone(), to: primary.clone() });
    check_round_trip(&project);
    assert_eq!(write_project(&project), "A\n\tP\nNot linked yet:\n\t\tS\n\t\t\t> I\n");
    let link = Link::new(secondary, aim, Order::read("zz"));
    project.links.insert(link.key.clone(), link);
    check_round_trip(&project);
    assert_eq!(write_project(&project), "A\n\t\tS\n\t\t\t> I\n\tP\n");
    project.cards.get_mut(&primary).unwrap().level = Level::Tertiary;
    check_round_trip(&project);
}

#[test]
fn x20_copied_cards_are_written_with_what_hangs_from_them() {
    let project =
        Outline::parse("A\n  P\n    S\n      > I\n  Q\n    = S\n    > J").unwrap().project(&pen(), ids());
    let structure = Structure::of(&project);
    let board = Board::of(&project, &structure);
    let at = |text: &str| project.cards.values().find(|card| card.text == text).unwrap().id.clone();
    let copy = |texts: &[&str]| write_branches(board, &texts.iter().map(|text| at(text)).collect::<Vec<_>>());
    assert_eq!(copy(&["P"]), "P\n  S\n    > I\n");
    assert_eq!(copy(&["Q", "P"]), "Q\n  S\n    > I\n  > J\nP\n  = S\n");
    assert_eq!(copy(&["S", "I"]), "S\n  > I\n");
    assert_eq!(copy(&["I", "J"]), "> I\n> J\n");
    assert_eq!(copy(&[]), "");
    assert_eq!(write(board, UNLINKED), write_project(&project));
}

#[test]
fn x21_an_outline_of_many_lines_is_read() {
    let mut text = String::from("A\n");
    for primary in 0..50 {
        text.push_str(&format!("  P{primary}\n"));
        for secondary in 0..9 {
            text.push_str(&format!("    S{primary}.{secondary}\n"));
            (0..10).for_each(|idea| text.push_str(&format!("      > I{primary}.{secondary}.{idea}\n")));
        }
    }
    let outline = Outline::parse(&text).unwrap();
    assert_eq!(outline.cards.len(), 1 + 50 + 450 + 4500);
    assert_eq!(write_project(&outline.project(&pen(), ids())), text);
}

#[test]
fn x19_deleted_cards_are_left_out() {
    let mut project = Outline::parse("A\n  P\n    S").unwrap().project(&pen(), ids());
    let secondary = project.cards.values().find(|card| card.text == "S").unwrap().id.clone();
    project.cards.get_mut(&secondary).unwrap().deleted =
        Some(model::diagram::Deleted { by: String::new(), at: 0.0 });
    assert_eq!(write_project(&project), "A\n  P\n");
    assert_eq!(write_project(&Project::default()), "");
}
