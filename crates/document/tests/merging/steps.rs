//! Undo: each participant's own steps, and what becomes of what others wrote meanwhile (rule D10).

use std::sync::{Arc, Mutex};

use document::Document;
use model::{
    Card, Change, Edit, Level, MeasureId, TextChange, TextField,
    contribution::Comment,
    diagram::Deleted,
    edit::{CardField, MeasureField, Presence},
    id::EntryId,
    measure::{Kind, Measure},
};

use crate::{
    room::card_id,
    rules::{CARD, card, insert, room, set, words},
};

#[test]
fn d10_undo_takes_back_only_my_own() {
    let mut room = room("");
    room.write("Ada", insert(0, "hands"));
    room.settle();
    room.write("Ben", insert(2, "–Ben–"));
    room.write("Ben", set(CardField::Owner("Ben".to_owned())));
    room.settle();
    assert!(room.undo("Ada"));
    room.settle();
    assert_eq!(words(&room), "–Ben–");
    assert_eq!(card(&room, CARD).owner, "Ben");
    assert!(!room.undo("Ada"), "nothing of Ada's is left");
    assert!(room.redo("Ada"));
    room.settle();
    assert_eq!(words(&room), "ha–Ben–nds");
}

#[test]
fn d10_undo_leaves_a_field_that_somebody_else_set_since() {
    let mut room = room("");
    room.write("Ada", set(CardField::Owner("Ada".to_owned())));
    room.settle();
    room.write("Ben", set(CardField::Owner("Ben".to_owned())));
    room.settle();
    room.undo("Ada");
    room.settle();
    assert_eq!(card(&room, CARD).owner, "Ben");
}

#[test]
fn d10_undo_of_a_creation_is_a_soft_delete_and_keeps_what_others_typed() {
    let mut room = room("");
    let new = Card { by: "Ada".to_owned(), ..Card::new(card_id("new"), Level::Idea, "w") };
    room.write("Ada", Change::AddCard(Box::new(new)));
    room.settle();
    let field = TextField::CardText(card_id("new"));
    room.cut("Ada");
    room.type_to("Ben", &field, "wash hands", 10);
    assert!(room.undo("Ada"));
    room.settle();
    let undone = card(&room, "new");
    assert_eq!((undone.text.as_str(), undone.deleted.unwrap().by.as_str()), ("wash hands", "Ada"));
    assert!(room.redo("Ada"));
    room.settle();
    assert_eq!(card(&room, "new").deleted, None);
    assert_eq!(card(&room, "new").text, "wash hands");
    assert!(room.undo("Ada"));
    room.write("Ben", Change::Card(card_id("new"), CardField::Deleted(None)));
    room.settle();
    assert_eq!(card(&room, "new").text, "wash hands");
}

#[test]
fn d10_undo_of_every_creation_is_soft() {
    let mut room = room("");
    let id = MeasureId::parse("m").unwrap();
    room.write("Ada", Change::AddMeasure(Box::new(Measure::new(id.clone(), "Waits"))));
    room.settle();
    room.write("Ben", Change::Measure(id.clone(), MeasureField::Kind(Some(Kind::Process))));
    room.undo("Ada");
    room.settle();
    let measure = room.project().measures[&id].clone();
    assert_eq!((measure.kind, measure.deleted.is_some()), (Some(Kind::Process), true));
    room.redo("Ada");
    room.settle();
    assert!(room.project().measures[&id].deleted.is_none());
}

#[test]
fn d10_a_card_added_as_deleted_stays_so() {
    let mut room = room("");
    let mut new = Card::new(card_id("new"), Level::Idea, "new");
    new.deleted = Some(Deleted { by: "Eve".to_owned(), at: 4.0 });
    room.write("Ada", Change::AddCard(Box::new(new.clone())));
    room.settle();
    assert_eq!(card(&room, "new"), new);
}

/// Ada types letters with a pause before each; how often she can undo.
fn check_steps(pauses: &[u64], expect: usize) {
    let mut room = room("");
    for pause in pauses {
        room.pass(*pause);
        room.write("Ada", insert(0, "x"));
    }
    let steps = std::iter::from_fn(|| room.undo("Ada").then_some(())).count();
    assert_eq!(steps, expect, "{pauses:?}");
    assert_eq!(words(&room), "");
}

#[test]
fn d10_letters_typed_within_half_a_second_are_one_step() {
    check_steps(&[0, 499, 499, 499], 1);
    check_steps(&[0, 100, 500, 100], 2);
    check_steps(&[0, 501, 501], 3);
}

#[test]
fn d10_a_new_card_and_the_letters_that_follow_its_first_are_one_step() {
    let mut room = room("");
    let field = TextField::CardText(card_id("new"));
    let text = |at: u32, letter: &str| TextChange { at, delete: 0, insert: letter.to_owned() };
    room.write("Ada", insert(0, "before"));
    room.write("Ada", Change::AddCard(Box::new(Card::new(card_id("new"), Level::Idea, "w"))));
    room.pass(200);
    room.write("Ada", Change::Text(field.clone(), text(1, "a")));
    room.pass(200);
    room.write("Ada", Change::Text(field, text(2, "y")));
    assert!(room.undo("Ada"));
    assert!(card(&room, "new").deleted.is_some());
    assert_eq!(words(&room), "before");
    assert!(room.redo("Ada"));
    let again = card(&room, "new");
    assert_eq!((again.text.as_str(), again.deleted), ("way", None));
}

#[test]
fn d10_only_typing_in_one_text_is_gathered_into_a_step() {
    let mut room = room("");
    room.write("Ada", insert(0, "a"));
    room.write("Ada", Change::Text(TextField::Title, TextChange { at: 0, delete: 0, insert: "t".into() }));
    room.write("Ada", set(CardField::Owner("Ada".to_owned())));
    room.write("Ada", set(CardField::Owner("Ben".to_owned())));
    room.write("Ada", insert(1, "b"));
    room.of("Ada").document.seal();
    room.write("Ada", insert(2, "c"));
    let mut seen = Vec::new();
    while room.undo("Ada") {
        seen.push((words(&room), room.project().title, card(&room, CARD).owner));
    }
    let expect = [
        ("ab", "t", "Ben"),
        ("a", "t", "Ben"),
        ("a", "t", "Ada"),
        ("a", "t", ""),
        ("a", "", ""),
        ("", "", ""),
    ];
    let expect = expect.map(|(text, title, owner)| (text.to_owned(), title.to_owned(), owner.to_owned()));
    assert_eq!(seen, expect);
}

#[test]
fn d10_what_others_write_is_no_step_of_mine() {
    let mut room = room("");
    room.write("Ben", insert(0, "Ben"));
    room.settle();
    assert!(!room.of("Ada").document.can_undo());
    room.write("Ada", set(CardField::Owner("Ada".to_owned())));
    room.undo("Ada");
    room.write("Ben", insert(0, "Ben"));
    room.settle();
    assert!(room.of("Ada").document.can_redo(), "somebody else's edit leaves my redo");
}

#[test]
fn d10_at_most_two_hundred_steps_are_kept() {
    let mut room = room("");
    for number in 0..450 {
        room.write("Ada", set(CardField::Owner(format!("{number}"))));
    }
    let steps = std::iter::from_fn(|| room.undo("Ada").then_some(())).count();
    assert!((100..=200).contains(&steps), "{steps}");
    assert_eq!(card(&room, CARD).owner, format!("{}", 449 - steps));
    room.settle();
    let again = std::iter::from_fn(|| room.redo("Ada").then_some(())).count();
    assert_eq!((again, card(&room, CARD).owner.as_str()), (steps, "449"));
    room.settle();
}

#[test]
fn d10_undo_does_not_mind_a_clock_that_goes_back() {
    let times = Mutex::new([5_000_u64, 9_000, 10, 0, 7_000].into_iter().cycle());
    let clock = Arc::new(move || times.lock().unwrap().next().unwrap());
    let mut document = Document::new(1, clock);
    for _ in 0..9 {
        document.write(&Edit::one(Change::Text(
            TextField::Title,
            TextChange { at: 0, delete: 0, insert: "x".to_owned() },
        )));
    }
    while document.undo().is_some() {}
    assert_eq!(document.project().title, "");
}

fn remark(id: &str, by: &str, text: &str) -> Change {
    Change::Comment(Box::new(Comment {
        id: id.to_owned(),
        on: CARD.to_owned(),
        by: by.to_owned(),
        at: 5.0,
        text: text.to_owned(),
        reply_to: String::new(),
        resolved: false,
    }))
}

fn settle(id: &str, presence: Presence) -> Change {
    Change::Resolve(EntryId::parse(id).unwrap(), presence)
}

#[test]
fn d14_a_comment_is_said_once_settled_beside_it_and_stays() {
    use Presence::{Absent, Present};
    let mut room = room("");
    // Each change, and what everybody reads of the comments then.
    type Step<'a> = (&'a str, Change, &'a [(&'a str, bool)]);
    let table: [Step; 8] = [
        ("Ada", remark("one", "Ada", "Why?"), &[("Why?", false)]),
        ("Ben", remark("one", "Ben", "Because"), &[("Why?", false)]),
        ("Ben", remark("none", "Ben", ""), &[("Why?", false)]),
        ("Ben", remark("a b", "Ben", "odd"), &[("Why?", false)]),
        ("Ben", settle("one", Present), &[("Why?", true)]),
        ("Ada", settle("two", Present), &[("Why?", true)]),
        ("Ada", remark("two", "Ada", "When?"), &[("Why?", true), ("When?", false)]),
        ("Ada", settle("one", Absent), &[("Why?", false), ("When?", false)]),
    ];
    for (place, (name, change, expect)) in table.into_iter().enumerate() {
        let written = room.write(name, change);
        room.settle();
        let comments = room.of("Ben").document.comments();
        let read: Vec<_> = comments.iter().map(|one| (one.text.as_str(), one.resolved)).collect();
        assert_eq!(read, expect, "step {place}");
        assert_eq!(written.touched.comments, !written.update.is_empty(), "step {place}");
    }
}

#[test]
fn d14_undo_leaves_what_was_said_and_takes_back_what_was_done_before_it() {
    let mut room = room("");
    room.write("Ada", set(CardField::Owner("Ada".to_owned())));
    room.write("Ada", remark("one", "Ada", "Why?"));
    room.write("Ada", settle("one", Presence::Present));
    assert!(room.undo("Ada"));
    room.settle();
    assert_eq!(card(&room, CARD).owner, "");
    assert_eq!(room.project().comments.len(), 1);
    room.write("Ada", remark("two", "Ada", "When?"));
    assert!(room.redo("Ada"), "what is said between leaves the redo");
    room.settle();
    assert_eq!(card(&room, CARD).owner, "Ada");
    assert!(room.project().comments[0].resolved);
}
