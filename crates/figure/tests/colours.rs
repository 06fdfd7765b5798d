//! What colours say, and the mini-map: rules L17 and L20.

#![allow(clippy::unwrap_used)]

mod common;

use figure::{
    Area, Colour, ColourBy, Colouring, PictureOptions, diagram::Point, layout, mini, picture, scene::Mark,
};
use model::{CardId, Level, LinkKey, Project, Structure, View};
use words::{Language, Words};

fn id(name: &str) -> CardId {
    CardId::parse(name).unwrap()
}

/// An aim, two primary drivers with an idea each and a shared one, owners on the ideas.
fn project() -> Project {
    let card = |(id, level, owner, status): (&str, &str, &str, &str)| {
        format!(r#"{{"id":"{id}","level":"{level}","text":"{id}","owner":"{owner}"{status}}}"#)
    };
    let cards = [
        ("a", "aim", "", ""),
        ("p1", "primary", "", ""),
        ("p2", "primary", "Zoe", ""),
        ("i1", "idea", "ann", r#","status":"planned""#),
        ("i2", "idea", "Zoe", r#","status":"adopted""#),
        ("i3", "idea", "", ""),
    ];
    let links = [("p1", "a"), ("p2", "a"), ("i1", "p1"), ("i2", "p2"), ("i3", "p1"), ("i3", "p2")];
    let link = |(from, to): (&str, &str)| format!(r#"{{"from":"{from}","to":"{to}"}}"#);
    let text = format!(
        r#"{{"title":"T","cards":[{}],"links":[{}]}}"#,
        cards.map(card).join(","),
        links.map(link).join(",")
    );
    let mut project = common::read(&text);
    for (id, _, owner, _) in cards {
        project.cards.get_mut(&self::id(id)).unwrap().owner = owner.to_owned();
    }
    project
}

#[test]
fn l17_cards_and_links_have_the_colour_of_what_they_are_coloured_by() {
    let project = project();
    let plain = Colour::LinkLine;
    let table = [
        (ColourBy::Branch, [plain, Colour::Hue1, Colour::Hue2, Colour::Hue1, Colour::Hue2, Colour::Hue1]),
        (
            ColourBy::Level,
            [Colour::Aim, Colour::Primary, Colour::Primary, Colour::Idea, Colour::Idea, Colour::Idea],
        ),
        (ColourBy::Status, [plain, plain, plain, Colour::OnPlanned, Colour::Adopted, plain]),
        (ColourBy::Owner, [plain, plain, Colour::Hue2, Colour::Hue1, Colour::Hue2, plain]),
    ];
    for (by, expected) in table {
        let colouring = Colouring::of(&project, &Structure::of(&project), by);
        let colours = ["a", "p1", "p2", "i1", "i2", "i3"].map(|card| colouring.card(&id(card)));
        assert_eq!(colours, expected, "{by:?}");
        let link = colouring.link(&LinkKey { from: id("i3"), to: id("p2") });
        let shared = if by == ColourBy::Branch { Colour::Hue2 } else { expected[5] };
        assert_eq!(link, shared, "{by:?}");
    }
}

#[test]
fn l17_a_legend_says_what_each_colour_in_use_stands_for() {
    let mut project = project();
    let legend = |project: &Project, by| {
        let rows = Colouring::of(project, &Structure::of(project), by).legend(Words::default());
        rows.iter().map(|(colour, text)| format!("{} {text}", colour.name())).collect::<Vec<_>>().join(", ")
    };
    for (by, expected) in [
        (ColourBy::Branch, ""),
        (ColourBy::Level, "aim Aim, primary Primary drivers, idea Change ideas"),
        (ColourBy::Status, "on-planned Planned, adopted Adopted, link-line No status"),
        (ColourBy::Owner, "hue-1 ann, hue-2 Zoe, link-line Nobody"),
    ] {
        assert_eq!(legend(&project, by), expected);
    }
    for (card, owner) in project.cards.values_mut().zip(["A", "B", "C", "D", "E", "F"]) {
        card.owner = owner.into();
    }
    let mut more = project.cards[&id("i1")].clone();
    (more.id, more.owner) = (id("i7"), "G".into());
    project.cards.insert(more.id.clone(), more);
    let shared = legend(&project, ColourBy::Owner);
    assert!(shared.starts_with("hue-1 A, G, hue-2 B, "), "{shared}");
}

#[test]
fn l17_a_part_of_a_diagram_keeps_the_colours_of_the_whole_and_says_that_it_is_one() {
    let project = project();
    let view = View { focus: Some(id("p2")), ..View::default() };
    let words = Words::new(Language::Welsh);
    let scene = picture(&project, &PictureOptions { view, words, ..PictureOptions::default() });
    let said: Vec<&str> = scene
        .marks
        .iter()
        .filter_map(|mark| if let Mark::Words(words) = mark { Some(words.text.as_str()) } else { None })
        .collect();
    assert!(said.contains(&"Yn dangos 4 o 6") && said.contains(&"Syniadau am newid"), "{said:?}");
    let hues = format!("{:?}", scene.marks);
    assert!(hues.contains("Hue2") && !said.contains(&"p1"));
}

#[test]
fn l17_a_collapsed_card_says_how_many_are_below_it() {
    let project = project();
    let view = View { collapsed: [id("p1"), id("p2")].into(), ..View::default() };
    let scene = picture(&project, &PictureOptions { view, ..PictureOptions::default() });
    let badges = scene.marks.iter().filter(|mark| matches!(mark, Mark::Words(words) if words.text == "+2"));
    assert_eq!(badges.count(), 2);
}

#[test]
fn l20_the_mini_map_has_each_card_in_its_place() {
    for (count, room) in
        [(0, (200.0, 150.0)), (1, (200.0, 150.0)), (300, (200.0, 150.0)), (300, (80.0, 400.0))]
    {
        let project = common::generate(count, 7);
        let layout = layout(&common::input(&project));
        let colouring = Colouring::of(&project, &Structure::of(&project), ColourBy::Branch);
        let window = Area { x: -50.0, y: layout.height / 2.0, width: 400.0, height: layout.height };
        let map = mini(&layout, Some(&colouring), room);
        assert!(map.width <= room.0 && map.height <= room.1);
        assert_eq!(map.tiles.len(), layout.cards.len());
        for ((area, colour), card) in map.tiles.iter().zip(&layout.cards) {
            assert!(
                area.x >= 0.0 && area.x + area.width <= map.width && area.y + area.height <= map.height + 1.0
            );
            let corner = map.diagram_from_mini(Point { x: area.x, y: area.y });
            assert!((corner.x - card.x).abs() < 1e-6 && (corner.y - card.y).abs() < 1e-6);
            let expected =
                if card.level == Level::Aim { Colour::Aim } else { Colour::of_branch(card.branch) };
            assert_eq!(*colour, expected, "{}", card.id);
        }
        let seen = map.mini_from_diagram(window);
        assert!((seen.y - map.height / 2.0).abs() < 1e-6 && seen.x == 0.0);
        assert!((seen.y + seen.height - map.height).abs() < 1e-6);
        let right = map.diagram_from_mini(Point { x: seen.width, y: 0.0 });
        assert!((right.x - 350.0).abs() < 1e-6, "what lies left of the diagram is cut");
        let beyond = map.mini_from_diagram(Area { x: 2.0 * layout.width, ..window });
        assert_eq!((beyond.x, beyond.width), (map.width, 2.0), "what is seen of nothing can still be found");
    }
}
