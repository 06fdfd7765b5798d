//! How long writing, merging, loading and reading take, and how big documents are: one line of JSON per figure.
#![allow(clippy::print_stdout, clippy::unwrap_used)]

use std::{hint::black_box, sync::Arc, time::Instant};

use document::{Document, create, fold};
use model::{Card, CardId, Change, Edit, Level, Link, Order, Project, TextChange, TextField};

/// As many runs as make a median that does not jump.
const RUNS: usize = 31;

fn main() {
    let small = diagram(60);
    figure("document of 60 cards and 70 links", create(&small, 1).len() as f64, "bytes");
    let worn = edited(&small, 10_000);
    figure("document after 10000 edits", worn.len() as f64, "bytes");
    figure(
        "document after 10000 edits, folded",
        fold([worn.as_slice()].into_iter()).unwrap().len() as f64,
        "bytes",
    );
    time("load 10000 edits", "ms", || opened(&worn).client_id());
    for count in [60, 1_000, 5_000] {
        let bytes = create(&diagram(count), 1);
        let document = opened(&bytes);
        time(&format!("load {count} cards"), "ms", || opened(&bytes).client_id());
        time(&format!("read {count} cards"), "ms", || document.project().cards.len());
        letters(count, &bytes);
    }
}

/// What one letter costs: to write it, to merge it, and to read the one card again.
fn letters(count: usize, bytes: &[u8]) {
    let (mut ada, mut ben) = (opened(bytes), Document::new(8, Arc::new(|| 1)));
    ben.load(bytes).unwrap();
    let card = id(count / 2);
    let letter = Edit::one(typed(&card, 0));
    time(&format!("write a letter in {count} cards"), "µs", || ada.write(&letter).update.len());
    time(&format!("write and merge a letter in {count} cards"), "µs", || {
        let update = ada.write(&letter).update;
        ben.merge(&update).unwrap().cards.len()
    });
    time(&format!("read a card of {count}"), "µs", || ada.card(&card).unwrap().text.len());
}

fn opened(bytes: &[u8]) -> Document {
    let mut document = Document::new(7, Arc::new(|| 1));
    document.load(bytes).unwrap();
    document
}

/// The project after that many letters typed here and there, each an edit of its own.
fn edited(project: &Project, edits: usize) -> Vec<u8> {
    let mut document = opened(&create(project, 1));
    for number in 0..edits {
        document.write(&Edit::one(typed(&id(number * 7 % project.cards.len()), (number % 5) as u32)));
    }
    document.snapshot()
}

fn typed(card: &CardId, delete: u32) -> Change {
    let insert = "a".to_owned();
    Change::Text(TextField::CardText(card.clone()), TextChange { at: 3, delete, insert })
}

fn id(number: usize) -> CardId {
    CardId::from_random(number as u128)
}

/// A diagram of that many cards, each with one sentence and a link to an earlier one, some with two.
fn diagram(count: usize) -> Project {
    let mut project = Project { title: "Fewer falls".to_owned(), ..Project::default() };
    for number in 0..count {
        let level = Level::ALL[(number * 5).div_ceil(count).min(4)];
        let card =
            Card::new(id(number), level, format!("One sentence that says what number {number} is about"));
        project.cards.insert(card.id.clone(), card);
        for to in [number / 3, number / 4].into_iter().take(if number % 6 == 0 { 2 } else { 1 }) {
            let link = Link::new(id(number), id(to), Order::between(None, None, number as u64));
            project.links.insert(link.key.clone(), link);
        }
    }
    project
}

/// Prints the median of some runs.
fn time<Value>(name: &str, unit: &str, mut run: impl FnMut() -> Value) {
    let scale = if unit == "ms" { 1e3 } else { 1e6 };
    let mut once = || {
        let start = Instant::now();
        black_box(run());
        start.elapsed().as_secs_f64() * scale
    };
    let mut times: Vec<f64> = (0..RUNS).map(|_| once()).collect();
    times.sort_by(f64::total_cmp);
    figure(name, times[RUNS / 2], unit);
}

fn figure(name: &str, value: f64, unit: &str) {
    println!("{{\"name\":\"{name}\",\"value\":{value:.3},\"unit\":\"{unit}\"}}");
}
