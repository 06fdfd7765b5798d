//! Somebody with a Doc who does whatever a page, or a plain Yjs program, may do to Maps and Texts.

use std::collections::HashMap;
use std::sync::{Arc, Mutex};

use yrs::updates::decoder::Decode;
use yrs::{
    Any, ClientID, Doc, GetString, Map, MapPrelim, MapRef, Number, OffsetKind, Options, Out, ReadTxn,
    StateVector, Text, TextPrelim, TextRef, Transact, TransactionMut, Update, WriteTxn,
};

use crate::random::Random;

const TEXTS: [&str; 2] = ["title", "charter/why"];
const MAPS: [&str; 3] = ["cards", "links", "meta"];
const KEYS: [&str; 4] = ["level", "status", "order", "deleted"];
const WORDS: [&str; 6] = ["a", "waiting times", "é", "👩‍⚕️", "e\u{301}\u{200d}x", "𝒳y𝒵"];

pub(crate) struct Participant {
    pub(crate) doc: Doc,
    /// What was written since the last `take`, one update a transaction.
    written: Arc<Mutex<Vec<Vec<u8>>>>,
    cards: u64,
}

/// A Doc as the app makes it, but for its client id.
pub(crate) fn doc(client: u64, collects: bool) -> Doc {
    let mut options = Options::with_client_id(ClientID::new(client));
    options.offset_kind = OffsetKind::Utf16;
    options.skip_gc = !collects;
    Doc::with_options(options)
}

impl Participant {
    pub(crate) fn new(random: &mut Random) -> Self {
        let doc = doc(random.number() >> (11 + random.below(40)), !random.one_in(3));
        let written = Arc::new(Mutex::new(Vec::new()));
        let sink = Arc::clone(&written);
        doc.observe_update_v1("test", move |txn, event| {
            if txn.origin().is_none() {
                sink.lock().unwrap().push(event.update.clone());
            }
        })
        .unwrap();
        Participant { doc, written, cards: 0 }
    }

    pub(crate) fn take(&self) -> Vec<Vec<u8>> {
        std::mem::take(&mut self.written.lock().unwrap())
    }

    pub(crate) fn merge(&self, update: &[u8]) {
        let update = Update::decode_v1(update).unwrap();
        self.doc.transact_mut_with("remote").apply_update(update).unwrap();
    }

    pub(crate) fn state_vector(&self) -> StateVector {
        self.doc.transact().state_vector()
    }

    pub(crate) fn since(&self, state_vector: &StateVector) -> Vec<u8> {
        self.doc.transact().encode_diff_v1(state_vector)
    }

    /// One transaction of one to four random writes.
    pub(crate) fn write(&mut self, random: &mut Random) {
        let doc = self.doc.clone();
        let mut txn = doc.transact_mut();
        for _ in 0..=random.below(4) {
            self.write_one(&mut txn, random);
        }
    }

    fn write_one(&mut self, txn: &mut TransactionMut<'_>, random: &mut Random) {
        let map = txn.get_or_insert_map(*random.pick(&MAPS));
        match random.below(10) {
            0..=2 => type_text(&txn.get_or_insert_text(*random.pick(&TEXTS)), txn, random),
            3 => self.new_card(&map, txn, random),
            4..=6 => write_card(&map, txn, random),
            7 => drop(map.insert(txn, *random.pick(&KEYS), scalar(random, 2))),
            8 => remove(&map, txn, random),
            _ => nest(&map, txn, random),
        }
    }

    fn new_card(&mut self, map: &MapRef, txn: &mut TransactionMut<'_>, random: &mut Random) {
        self.cards += 1;
        let id = format!("{}-{}", self.doc.client_id(), self.cards);
        let card = map.insert(txn, id, MapPrelim::default());
        card.insert(txn, "text", TextPrelim::new(word(random)));
        card.insert(txn, "note", TextPrelim::new(""));
        card.insert(txn, "level", "primary");
    }
}

fn write_card(map: &MapRef, txn: &mut TransactionMut<'_>, random: &mut Random) {
    match child(map, txn, random) {
        Some(Out::YMap(card)) => match child(&card, txn, random) {
            Some(Out::YText(text)) => type_text(&text, txn, random),
            Some(_) if random.one_in(4) => remove(&card, txn, random),
            _ => drop(card.insert(txn, *random.pick(&KEYS), scalar(random, 2))),
        },
        _ => drop(map.insert(txn, *random.pick(&KEYS), scalar(random, 2))),
    }
}

/// A Map in a Map, three times over, where something may have stood already: nobody of ours does it, Yjs may.
fn nest(map: &MapRef, txn: &mut TransactionMut<'_>, random: &mut Random) {
    let mut inner = map.insert(txn, *random.pick(&KEYS), MapPrelim::default());
    for _ in 0..3 {
        inner = inner.insert(txn, *random.pick(&KEYS), MapPrelim::default());
    }
    inner.insert(txn, "text", TextPrelim::new(word(random)));
}

fn remove(map: &MapRef, txn: &mut TransactionMut<'_>, random: &mut Random) {
    let mut keys: Vec<String> = map.keys(txn).map(str::to_owned).collect();
    keys.sort();
    if !keys.is_empty() {
        map.remove(txn, random.pick::<String>(&keys));
    }
}

fn child(map: &MapRef, txn: &TransactionMut<'_>, random: &mut Random) -> Option<Out> {
    let mut keys: Vec<String> = map.keys(txn).map(str::to_owned).collect();
    keys.sort();
    if keys.is_empty() { None } else { map.get(txn, random.pick::<String>(&keys)) }
}

fn type_text(text: &TextRef, txn: &mut TransactionMut<'_>, random: &mut Random) {
    let length = text.len(txn);
    let at = random.below(length as usize + 1) as u32;
    if at < length && random.one_in(3) {
        text.remove_range(txn, at, 1 + random.below((length - at).min(6) as usize) as u32);
    } else {
        text.insert(txn, at, word(random));
    }
}

fn word(random: &mut Random) -> &'static str {
    random.pick::<&'static str>(&WORDS)
}

fn scalar(random: &mut Random, depth: u8) -> Any {
    match random.below(if depth == 0 { 8 } else { 10 }) {
        0 => Any::Null,
        1 => Any::Bool(random.one_in(2)),
        2 => Any::from(random.number() as i64),
        3 => Any::from((random.number() as i64) >> (random.below(60) + 4)),
        4 => Any::from(random.number() as f64 / 7.0),
        5 => Any::Undefined,
        6 => Any::Buffer(vec![1, 2, 3].into()),
        7 => Any::from(word(random)),
        8 => Any::Array((0..random.below(4)).map(|_| scalar(random, depth - 1)).collect()),
        _ => {
            let entries = (0..random.below(4))
                .map(|_| ((*random.pick::<&str>(&KEYS)).to_owned(), scalar(random, depth - 1)));
            Any::Map(Arc::new(entries.collect::<HashMap<_, _>>()))
        }
    }
}

/// Everything that can be read of a Doc, in one order.
pub(crate) fn content(doc: &Doc) -> String {
    let (texts, maps): (Vec<_>, Vec<_>) = (
        TEXTS.map(|name| doc.get_or_insert_text(name)).into(),
        MAPS.map(|name| doc.get_or_insert_map(name)).into(),
    );
    let txn = doc.transact();
    let mut out: Vec<String> = texts.iter().map(|text| text.get_string(&txn)).collect();
    out.extend(maps.iter().map(|map| map_content(map, &txn)));
    out.join("\n")
}

fn map_content<T: ReadTxn>(map: &MapRef, txn: &T) -> String {
    let mut entries: Vec<(String, String)> =
        map.iter(txn).map(|(key, value)| (key.to_owned(), value_content(&value, txn))).collect();
    entries.sort();
    format!("{entries:?}")
}

fn value_content<T: ReadTxn>(value: &Out, txn: &T) -> String {
    match value {
        Out::Any(any) => any_content(any),
        Out::YText(text) => text.get_string(txn),
        Out::YMap(map) => map_content(map, txn),
        other => format!("{other:?}"),
    }
}

/// Whole numbers come back as floats when they are large, which is no difference.
fn any_content(any: &Any) -> String {
    match any {
        Any::Number(Number::Int(number)) => format!("{:?}", *number as f64),
        Any::Number(Number::Float(number)) => format!("{number:?}"),
        Any::Array(list) => format!("{:?}", list.iter().map(any_content).collect::<Vec<_>>()),
        Any::Map(map) => {
            let mut entries: Vec<_> = map.iter().map(|(key, value)| (key, any_content(value))).collect();
            entries.sort();
            format!("{entries:?}")
        }
        other => format!("{other:?}"),
    }
}
