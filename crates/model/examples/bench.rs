//! How long checking takes: one line of JSON per figure.
#![allow(clippy::print_stdout, clippy::unwrap_used)]

use std::{hint::black_box, time::Instant};

use model::{
    Card, CardId, Level, Link, Order, Project,
    check::{Date, check},
};

const WORDS: [&str; 24] = [
    "nurse", "named", "ward", "huddle", "bedside", "handover", "family", "night", "sensor", "call", "bell",
    "answered", "minute", "board", "with", "the", "patient", "card", "triage", "shared", "early", "round",
    "pharmacy", "at",
];

fn main() {
    let today = Date::from_ymd_opt(2026, 11, 22).unwrap();
    for count in [100, 1_000, 5_000] {
        let project = generate(count);
        let time = || {
            let start = Instant::now();
            black_box(check(black_box(&project), today).len());
            start.elapsed().as_secs_f64() * 1e3
        };
        let mut times: Vec<f64> = (0..31).map(|_| time()).collect();
        times.sort_by(f64::total_cmp);
        println!(
            "{{\"name\":\"check {count} cards\",\"value\":{:.3},\"unit\":\"ms\"}}",
            times[times.len() / 2]
        );
    }
}

/// One aim, a driver to ten cards, ideas of eight words with two links each.
fn generate(count: usize) -> Project {
    let mut project = Project::default();
    let mut seed = 1_u64;
    let mut random = |below: usize| {
        seed = seed.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        (seed >> 33) as usize % below
    };
    let id = |place: usize| CardId::parse(&format!("c{place}")).unwrap();
    let orders = Order::run(None, None, count, 0);
    let drivers = count / 10;
    for (place, order) in orders.into_iter().enumerate() {
        let level = match place {
            0 => Level::Aim,
            1..=5 => Level::Primary,
            _ if place < drivers => Level::Secondary,
            _ => Level::Idea,
        };
        let text = (0..8).map(|_| WORDS[random(WORDS.len())]).collect::<Vec<_>>().join(" ");
        let mut card = Card::new(id(place), level, text);
        card.order = order.clone();
        let parents = match level {
            Level::Aim => vec![],
            Level::Primary => vec![0],
            Level::Secondary => vec![1 + random(5)],
            _ => vec![6 + random(drivers - 6), 6 + random(drivers - 6)],
        };
        for parent in parents {
            let link = Link::new(id(place), id(parent), order.clone());
            project.links.insert(link.key.clone(), link);
        }
        project.cards.insert(card.id.clone(), card);
    }
    project
}
