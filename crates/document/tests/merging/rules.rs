//! One case for each rule of merging.

use model::{
    Card, Change, Edit, Level, Link, LinkKey, Order, Project, Status, TextChange, TextField,
    charter::Member,
    diagram::Deleted,
    edit::{CardField, CharterList, Presence},
    id::EntryId,
};

use crate::{
    chance::Chance,
    room::{Room, card_id},
};

pub(crate) const CARD: &str = "idea";
const DRIVER: &str = "driver";

fn text() -> TextField {
    TextField::CardText(card_id(CARD))
}

/// Ada and Ben with one idea, one driver, and a text on the idea.
pub(crate) fn room(words: &str) -> Room {
    let mut project = Project::default();
    for (id, level, words) in [(CARD, Level::Idea, words), (DRIVER, Level::Primary, "driver")] {
        project.cards.insert(card_id(id), Card::new(card_id(id), level, words));
    }
    Room::with(&project, &["Ada", "Ben"])
}

pub(crate) fn card(room: &Room, id: &str) -> Card {
    room.project().cards[&card_id(id)].clone()
}

pub(crate) fn words(room: &Room) -> String {
    card(room, CARD).text
}

pub(crate) fn set(field: CardField) -> Change {
    Change::Card(card_id(CARD), field)
}

fn deleted(by: &str) -> CardField {
    CardField::Deleted(Some(Deleted { by: by.to_owned(), at: 5.0 }))
}

fn link() -> Link {
    Link::new(card_id(CARD), card_id(DRIVER), Order::read("V"))
}

fn key() -> LinkKey {
    link().key
}

pub(crate) fn insert(at: u32, insert: &str) -> Change {
    Change::Text(text(), TextChange { at, delete: 0, insert: insert.to_owned() })
}

#[test]
fn d3_who_writes_into_an_entry_that_is_taken_away_loses_nothing() {
    let mut room = room("");
    let id = EntryId::parse("e").unwrap();
    let member = |name: &str| {
        let (order, name) = (Order::default(), name.to_owned());
        Change::Member(Member { id: id.clone(), order, name, role: String::new(), level: String::new() })
    };
    room.write("Ada", member("Cem"));
    room.settle();
    room.cut("Ben");
    room.write("Ben", member("Cemile"));
    room.write("Ada", Change::RemoveEntry(CharterList::Team, id.clone()));
    room.settle();
    assert!(room.project().charter.team.is_empty());
    room.undo("Ada");
    room.settle();
    assert_eq!(room.project().charter.team[0].name, "Cemile");
}

#[test]
fn d4_a_deleted_card_keeps_what_is_typed_into_it_and_can_be_restored() {
    let mut room = room("wash");
    room.cut("Ben");
    room.write("Ada", set(deleted("Ada")));
    room.write("Ben", insert(4, " hands"));
    room.settle();
    assert_eq!(card(&room, CARD).deleted.unwrap().by, "Ada");
    assert_eq!(words(&room), "wash hands");
    room.write("Ben", set(CardField::Deleted(None)));
    room.settle();
    assert_eq!(card(&room, CARD).deleted, None);
    assert_eq!(words(&room), "wash hands");
}

#[test]
fn d5_a_card_that_changes_its_level_keeps_its_links() {
    let mut room = room("");
    room.cut("Ben");
    room.write("Ada", Change::Link(Box::new(link())));
    room.write("Ben", set(CardField::Level(Level::Aim)));
    room.settle();
    assert_eq!(card(&room, CARD).level, Level::Aim);
    assert!(room.project().links.contains_key(&key()));
    room.write("Ada", set(CardField::Level(Level::Idea)));
    room.settle();
    assert!(room.project().links.contains_key(&key()));
}

#[test]
fn d6_two_people_who_order_at_once_end_with_one_order() {
    let mut room = room("");
    room.cut("Ben");
    for (name, order) in [("Ada", "A"), ("Ben", "B")] {
        room.write(name, set(CardField::Order(Order::read(order))));
        room.write(name, Change::Link(Box::new(Link { order: Order::read(order), ..link() })));
    }
    room.settle();
    let orders = ["A", "B"].map(Order::read);
    assert!(orders.contains(&card(&room, CARD).order));
    assert!(orders.contains(&room.project().links[&key()].order));
}

#[test]
fn d7_one_edit_is_one_update_and_one_step_of_undo() {
    let mut room = room("old");
    let before = room.project();
    let new = Card::new(card_id("new"), Level::Idea, "new");
    let changes = [
        Change::AddCard(Box::new(new)),
        Change::Link(Box::new(Link::new(card_id("new"), card_id(DRIVER), Order::read("V")))),
        set(CardField::Status(Some(Status::Testing))),
        insert(3, "er"),
        Change::Tag(card_id(CARD), "ward".to_owned(), Presence::Present),
        Change::Dismiss("VA1".to_owned(), Presence::Present),
    ];
    let written = room.edit("Ada", &Edit::from_iter(changes));
    assert_eq!(room.log.len(), 2, "one update");
    assert!(written.touched.cards.len() == 2 && written.touched.dismissed);
    assert!(room.undo("Ada"));
    assert!(!room.of("Ada").document.can_undo(), "one step");
    room.settle();
    let mut after = room.project();
    let soft = after.cards.remove(&card_id("new")).unwrap();
    assert!(soft.deleted.is_some());
    assert_eq!(after, before);
    assert!(room.redo("Ada"));
    room.settle();
    assert_eq!(words(&room), "older");
    assert_eq!(card(&room, "new").deleted, None);
}

#[test]
fn d7_what_changes_nothing_writes_nothing() {
    let mut room = room("same");
    let nothing = [
        set(CardField::Level(Level::Idea)),
        set(CardField::Owner(String::new())),
        insert(2, ""),
        Change::Unlink(key()),
        Change::Card(card_id("gone"), CardField::Owner("Ada".to_owned())),
        Change::Text(
            TextField::CardText(card_id("gone")),
            TextChange { at: 0, delete: 0, insert: "x".into() },
        ),
        Change::Tag(card_id("gone"), "tag".to_owned(), Presence::Present),
        Change::AddCard(Box::new(Card::new(card_id(CARD), Level::Aim, "again"))),
    ];
    for change in nothing {
        let written = room.write("Ada", change.clone());
        assert_eq!(written, Default::default(), "{change:?}");
    }
    assert!(!room.of("Ada").document.can_undo());
}

#[test]
fn d8_two_people_who_link_the_same_cards_make_one_link() {
    let mut room = room("");
    room.cut("Ben");
    for name in ["Ada", "Ben"] {
        room.write(name, Change::Link(Box::new(link())));
    }
    room.settle();
    assert_eq!(room.project().links.len(), 1);
    room.undo("Ada");
    room.settle();
    assert!(room.project().links.len() <= 1);
}

#[test]
fn d8_who_links_while_another_unlinks_wins() {
    let mut room = room("");
    room.write("Ada", Change::Link(Box::new(link())));
    room.settle();
    for (linking, unlinking) in [("Ada", "Ben"), ("Ben", "Ada")] {
        room.cut(linking);
        room.write(linking, Change::Link(Box::new(link())));
        room.write(unlinking, Change::Unlink(key()));
        room.settle();
        assert!(room.project().links.contains_key(&key()), "{linking} linked");
    }
}

#[test]
fn d8_two_people_who_move_one_card_give_it_two_parents() {
    let mut room = room("");
    let other = card_id("other");
    room.write("Ada", Change::AddCard(Box::new(Card::new(other.clone(), Level::Primary, "other"))));
    room.write("Ada", Change::Link(Box::new(Link::new(card_id(CARD), card_id("old"), Order::default()))));
    room.settle();
    room.cut("Ben");
    for (name, parent) in [("Ada", card_id(DRIVER)), ("Ben", other)] {
        let from = LinkKey { from: card_id(CARD), to: card_id("old") };
        let to = Link::new(card_id(CARD), parent, Order::default());
        room.edit(name, &Edit::from_iter([Change::Unlink(from), Change::Link(Box::new(to))]));
    }
    room.settle();
    assert_eq!(room.project().links.len(), 2);
}

/// Two people type in one text while they do not see one another.
fn check_typing(start: &str, (ada, caret_ada): (&str, u32), (ben, caret_ben): (&str, u32), expect: &[&str]) {
    let mut room = room(start);
    room.cut("Ada");
    room.cut("Ben");
    room.type_to("Ada", &text(), ada, caret_ada);
    room.type_to("Ben", &text(), ben, caret_ben);
    room.settle();
    assert!(expect.contains(&words(&room).as_str()), "{:?} is none of {expect:?}", words(&room));
}

#[test]
fn d9_two_people_type_in_one_text() {
    check_typing("wash", ("wash hands", 10), ("Please wash", 7), &["Please wash hands"]);
    check_typing("", ("Ada", 3), ("Ben", 3), &["AdaBen", "BenAda"]);
    check_typing("one two", ("two", 0), ("one two three", 13), &["two three"]);
    check_typing("abc", ("abXc", 3), ("a", 1), &["aX"]);
}

#[test]
fn d9_characters_of_several_parts_stay_whole() {
    check_typing("👩‍👩‍👧", ("👩‍👩‍👧!", 9), ("x👩‍👩‍👧", 1), &["x👩‍👩‍👧!"]);
    check_typing("a👩‍👩‍👧b", ("ab", 1), ("a👩‍👩‍👧b!", 11), &["ab!"]);
    check_typing("🇨🇭", ("🇨🇭🇨🇦", 8), ("", 0), &["🇨🇦"]);
    check_typing("e", ("e\u{301}", 2), ("ex", 2), &["e\u{301}x", "xe\u{301}"]);
    check_typing("שלום", ("שלום עולם", 9), ("x שלום", 2), &["x שלום עולם"]);
}

#[test]
fn d9_half_a_character_is_never_deleted() {
    let mut room = room("a👩‍👩‍👧b");
    for (at, delete) in [(2, 1), (4, 1), (99, 4)] {
        room.write("Ada", Change::Text(text(), TextChange { at, delete, insert: "·".to_owned() }));
        room.settle();
        assert!(!words(&room).contains('\u{fffd}'));
    }
    assert_eq!(words(&room), "a·b··", "the second change found a text of two characters");
}

/// Ada's caret is at `place` while Ben types; where it is afterwards.
fn check_caret(start: &str, place: u32, after: (&str, u32), expect: u32) {
    let mut room = room(start);
    let anchor = room.of("Ada").document.anchor(&text(), place).unwrap();
    room.type_to("Ben", &text(), after.0, after.1);
    room.settle();
    assert_eq!(room.of("Ada").document.place(&anchor), Some(expect), "{start} → {after:?}");
}

#[test]
fn d9_typing_keeps_the_caret() {
    check_caret("wash", 2, ("Please wash", 7), 9);
    check_caret("wash", 2, ("wash hands", 10), 2);
    check_caret("wash", 2, ("wa-sh", 3), 2);
    check_caret("wash", 0, ("Please wash", 7), 0);
    check_caret("wash", 4, ("Please wash", 7), 11);
    check_caret("wash", 4, ("was", 3), 3);
    check_caret("wash", 3, ("", 0), 0);
    check_caret("👩‍👩‍👧 a", 10, ("👩‍👩‍👧👩‍👩‍👧 a", 8), 18);
    check_caret("", 0, ("abc", 3), 0);
    check_caret("abc", 99, ("abcd", 4), 3);
}

#[test]
fn d9_a_caret_is_found_again_by_somebody_else() {
    let mut room = room("wash");
    let anchor = room.of("Ada").document.anchor(&text(), 2).unwrap();
    let read = document::Anchor::from_json(&anchor.to_json()).unwrap();
    assert_eq!(room.of("Ben").document.place(&read), Some(2));
    assert!(room.of("Ben").document.anchor(&TextField::CardText(card_id("gone")), 0).is_none());
}

#[test]
fn d11_of_two_values_one_wins_everywhere_whatever_the_order() {
    for seed in 0..40 {
        let mut room = room("");
        let mut chance = Chance::new(seed);
        for (name, level) in [("Ada", Level::Aim), ("Ben", Level::Tertiary)] {
            room.cut(name);
            room.write(name, set(CardField::Level(level)));
            room.write(name, set(CardField::Level(level)));
        }
        for name in ["Ada", "Ben"] {
            room.mend(name);
        }
        for _ in 0..6 {
            room.deliver_any("Ada", &mut chance);
            room.deliver_any("Ben", &mut chance);
        }
        room.settle();
        assert!([Level::Aim, Level::Tertiary].contains(&card(&room, CARD).level));
    }
}

#[test]
fn d11_an_update_that_comes_too_early_waits_for_what_it_builds_on() {
    let mut room = room("");
    let (first, second) = (room.write("Ada", insert(0, "a")), room.write("Ada", insert(1, "b")));
    let ben = room.of("Ben");
    ben.receive(&second.update);
    assert_eq!(ben.document.text(&text()).unwrap(), "");
    ben.receive(&first.update);
    assert_eq!(ben.document.text(&text()).unwrap(), "ab");
    ben.receive(&first.update);
    ben.receive(&second.update);
    assert_eq!(ben.document.text(&text()).unwrap(), "ab");
    room.settle();
}
