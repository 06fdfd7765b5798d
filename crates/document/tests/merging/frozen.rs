//! Documents of released schemas, kept for ever: `tests/cases/documents/schema-<n>.bin`. A file there is never changed
//! and never made again, since documents like it lie on people's devices; what it must read as is said here.

use std::{path::PathBuf, sync::Arc};

use document::{Document, create, fold};
use model::{
    Card, Change, Edit, Level, Link, LinkKey, Order, Project, TextChange, TextField,
    diagram::Deleted,
    edit::{CardField, Presence},
};
use yrs::{Map, MapPrelim, ReadTxn, TextPrelim, Transact};

use crate::{room::card_id, whole::full};

fn path(schema: u32) -> PathBuf {
    let root = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../../tests/cases/documents");
    root.join(format!("schema-{schema}.bin"))
}

fn frozen(schema: u32) -> Vec<u8> {
    std::fs::read(path(schema)).unwrap()
}

fn document(update: &[u8]) -> Document {
    let mut document = Document::new(77, Arc::new(|| 0));
    document.load(update).unwrap();
    document
}

#[test]
fn d11_the_frozen_document_of_schema_1_reads_as_ever() {
    let document = document(&frozen(1));
    assert_eq!(document.project(), expected());
    assert!(document.may_write());
}

#[test]
fn d11_unknown_roots_and_keys_outlive_reading_writing_and_folding() {
    let bytes = frozen(1);
    let mut document = document(&bytes);
    let written =
        document.write(&Edit::one(Change::Card(card_id("idea"), CardField::Owner("Eve".to_owned()))));
    let folded = fold([bytes.as_slice(), written.update.as_slice()].into_iter()).unwrap();
    for update in [document.snapshot(), folded] {
        assert_eq!(unknown(&update), ["a later root", "a later key", "a later text"]);
    }
}

/// What a later schema added to the frozen document.
fn unknown(update: &[u8]) -> [String; 3] {
    use yrs::updates::decoder::Decode;
    let doc = yrs::Doc::with_client_id(3);
    let (later, cards) = (doc.get_or_insert_map("later"), doc.get_or_insert_map("cards"));
    let mut transaction = doc.transact_mut_with("load");
    transaction.apply_update(yrs::Update::decode_v1(update).unwrap()).unwrap();
    let card: yrs::MapRef = cards.get(&transaction, "idea").unwrap().cast().unwrap();
    [later.get(&transaction, "key"), card.get(&transaction, "later"), later.get(&transaction, "idea")]
        .map(|value| value.unwrap().to_string(&transaction))
}

/// How the file of schema 1 was made, once: run on purpose only, for a schema that has no file yet.
#[test]
#[ignore = "makes a file that must never be changed"]
fn d11_make_the_frozen_document() {
    assert!(!path(1).exists(), "the document of schema 1 is frozen");
    std::fs::create_dir_all(path(1).parent().unwrap()).unwrap();
    std::fs::write(path(1), made()).unwrap();
}

/// A full project after two people worked on it, one of whom took a step back; with what only a later schema knows, and
/// with values that no schema allows.
fn made() -> Vec<u8> {
    let first = create(&full(), 11);
    let [mut ada, mut ben] = [12, 13].map(|client_id| {
        let mut document = Document::new(client_id, Arc::new(|| 1_700_000_000_003));
        document.load(&first).unwrap();
        document
    });
    let field = TextField::CardText(card_id("idea"));
    let insert = |at, insert: &str| {
        let insert = insert.to_owned();
        Change::Text(field.clone(), TextChange { at, delete: 0, insert })
    };
    let by_ada = ada.write(&Edit::one(insert(9, " for all"))).update;
    let by_ben = [
        ben.write(&Edit::one(insert(0, "Soft "))).update,
        ben.write(&new_card()).update,
        ben.write(&Edit::one(Change::Tag(card_id("idea"), "ward".to_owned(), Presence::Absent))).update,
        ben.write(&Edit::one(Change::Unlink(LinkKey { from: card_id("idea"), to: card_id("aim") }))).update,
        ben.undo().unwrap().update,
        ben.write(&Edit::one(Change::Card(card_id("aim"), CardField::Deleted(deleted())))).update,
    ];
    by_ben.iter().for_each(|update| drop(ada.merge(update).unwrap()));
    ben.merge(&by_ada).unwrap();
    assert_eq!(ada.project(), ben.project());
    ada.merge(&later(&ada)).unwrap();
    ada.snapshot()
}

fn new_card() -> Edit {
    let mut card = Card::new(card_id("new"), Level::Primary, "Floor");
    card.by = "Ben".to_owned();
    let link = Link::new(card_id("new"), card_id("aim"), Order::read("X"));
    Edit::from_iter([Change::AddCard(Box::new(card)), Change::Link(Box::new(link))])
}

fn deleted() -> Option<Deleted> {
    Some(Deleted { by: "Ben".to_owned(), at: 1_700_000_000_004.0 })
}

/// What a program of a later schema, or an odd one, might write.
fn later(document: &Document) -> Vec<u8> {
    use yrs::updates::decoder::Decode;
    let doc = yrs::Doc::with_client_id(14);
    let [later, cards, links, tags, measures, meta] =
        ["later", "cards", "links", "card_tags", "measures", "meta"].map(|name| doc.get_or_insert_map(name));
    let mut transaction = doc.transact_mut_with("later");
    transaction.apply_update(yrs::Update::decode_v1(&document.snapshot()).unwrap()).unwrap();
    let before = transaction.state_vector();
    later.insert(&mut transaction, "key", "a later root");
    later.insert(&mut transaction, "idea", TextPrelim::new("a later text"));
    let card: yrs::MapRef = cards.get(&transaction, "idea").unwrap().cast().unwrap();
    card.insert(&mut transaction, "later", "a later key");
    card.insert(&mut transaction, "effort", "enormous");
    card.insert(&mut transaction, "matters", 7.0);
    cards.insert(&mut transaction, "no id", MapPrelim::default());
    cards.insert(&mut transaction, "scalar", "no card");
    links.insert(&mut transaction, "a>b>c", "V");
    links.insert(&mut transaction, "idea>gone", true);
    tags.insert(&mut transaction, "idea#no", false);
    measures.insert(&mut transaction, "text", TextPrelim::new("no measure"));
    meta.insert(&mut transaction, "lang", 4.0);
    transaction.encode_diff_v1(&before)
}

/// What the document of schema 1 reads as, in every version to come.
fn expected() -> Project {
    let mut project = full();
    project.language = String::new();
    let idea = project.cards.get_mut(&card_id("idea")).unwrap();
    idea.text = "Soft Red socks for all".to_owned();
    idea.tags.remove("ward");
    idea.effort = None;
    idea.matters = None;
    project.cards.get_mut(&card_id("aim")).unwrap().deleted = deleted();
    let new = Card { by: "Ben".to_owned(), ..Card::new(card_id("new"), Level::Primary, "Floor") };
    project.cards.insert(new.id.clone(), new);
    let link = Link::new(card_id("new"), card_id("aim"), Order::read("X"));
    project.links.insert(link.key.clone(), link);
    project
}

#[test]
fn d11_what_is_made_the_same_way_today_reads_the_same() {
    assert_eq!(document(&made()).project(), expected());
    assert!(path(document::SCHEMA).exists(), "the current schema has no frozen document");
}
