//! Damaged and forged updates: never a panic, and what is still admitted, yrs integrates completely.

use std::ops::Range;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::mpsc;
use std::time::Duration;

use document::scan::{Admitted, Committed, scan};
use yrs::updates::decoder::Decode;
use yrs::{Doc, Map, ReadTxn, StateVector, Text, Transact, Update, WriteTxn, merge_updates_v1};

use crate::agreement::{Log, agrees_with_yrs, history, loaded};
use crate::forge::forge;
use crate::participant::{Participant, content};
use crate::random::{Random, rounds, seeds};

/// How long yrs may take for the cases of one seed before it counts as hanging.
const PATIENCE: Duration = Duration::from_secs(120);

/// A log, its state as one update, and a sound update that would come next.
struct Scene {
    log: Log,
    snapshot: Vec<u8>,
    next: Vec<u8>,
}

impl Scene {
    fn new(seed: u64, random: &mut Random) -> Scene {
        let log = history(seed, 8);
        let mut writer = Participant::new(random);
        log.entries.iter().for_each(|entry| writer.merge(entry));
        (0..=random.below(3)).for_each(|_| writer.write(random));
        let next = merge_updates_v1(writer.take()).unwrap();
        let snapshot = writer.since(&StateVector::default());
        Scene { log, snapshot, next }
    }
}

fn damaged(scene: &Scene, random: &mut Random) -> Vec<u8> {
    let mut bytes = if random.one_in(6) { scene.snapshot.clone() } else { scene.next.clone() };
    for _ in 0..=random.below(3) {
        damage(&mut bytes, scene, random);
    }
    bytes
}

fn damage(bytes: &mut Vec<u8>, scene: &Scene, random: &mut Random) {
    if bytes.is_empty() {
        return;
    }
    let at = random.below(bytes.len());
    match random.below(8) {
        0 | 1 => bytes[at] ^= 1 << random.below(8),
        2 => bytes[at] = random.below(12) as u8,
        3 => bytes[at] = random.number() as u8,
        4 => bytes.truncate(at),
        5 => drop(bytes.remove(at)),
        6 => bytes.insert(at, random.below(16) as u8),
        _ => {
            let from = random.below(scene.snapshot.len());
            let until = (from + 1 + random.below(12)).min(scene.snapshot.len());
            bytes.splice(at..at, scene.snapshot[from..until].iter().copied());
        }
    }
}

/// How updates are made, and how many come one after the other.
#[derive(Clone, Copy)]
struct Attack {
    make: fn(&Scene, &Committed, &mut Random) -> Vec<u8>,
    updates: usize,
}

/// Makes and pushes the updates of one case; the stored bytes of those that are admitted.
fn push(scene: &Scene, attack: Attack, random: &mut Random) -> (Committed, Vec<Vec<u8>>) {
    let mut committed = scene.log.committed.clone();
    let mut stored = Vec::new();
    for _ in 0..attack.updates {
        let update = (attack.make)(scene, &committed, random);
        let before = committed.state_vector();
        match committed.admit(&update) {
            Err(_) => assert_eq!(committed.state_vector(), before, "a refused update changes nothing"),
            Ok(Admitted::Nothing) => {}
            Ok(Admitted::Store(bytes)) => stored.push(bytes),
        }
    }
    (committed, stored)
}

/// What was admitted, yrs integrates: all of it, and into something that can be used.
fn check(scene: &Scene, committed: &Committed, stored: &[Vec<u8>]) {
    let doc = loaded(&scene.log.entries);
    for bytes in stored {
        agrees_with_yrs(bytes);
        doc.transact_mut().apply_update(Update::decode_v1(bytes).unwrap()).unwrap();
        assert!(!doc.transact().has_missing_updates());
    }
    let state_vector = StateVector::decode_v1(&committed.state_vector_v1()).unwrap();
    assert_eq!(doc.transact().state_vector(), state_vector);
    check_use(&doc);
    let snapshot = doc.transact().encode_state_as_update_v1(&StateVector::default());
    let mut again = Committed::default();
    again.extend(&snapshot).unwrap();
    assert!(again.state_vector().covers(&committed.state_vector()));
    // a forged order of letters may read differently from a snapshot; it must still be whole
    content(&loaded(&[snapshot]));
}

/// The document can be read, written and emptied.
fn check_use(doc: &Doc) {
    content(doc);
    let mut txn = doc.transact_mut();
    let title = txn.get_or_insert_text("title");
    title.push(&mut txn, "after");
    let length = title.len(&txn);
    title.remove_range(&mut txn, 0, length / 2);
    let cards = txn.get_or_insert_map("cards");
    let keys: Vec<String> = cards.keys(&txn).map(str::to_owned).collect();
    for key in keys {
        cards.remove(&mut txn, &key);
    }
}

/// Runs the cases of a seed; says which one, in words that give it again, when it fails.
fn run(seed: u64, cases: u64, attack: Attack) -> usize {
    let mut random = Random::new(seed);
    let scene = Scene::new(seed, &mut random);
    let mut admitted = 0;
    for case in 0..cases {
        let (committed, stored) = push(&scene, attack, &mut random);
        admitted += stored.len();
        let checked = catch_unwind(AssertUnwindSafe(|| check(&scene, &committed, &stored)));
        assert!(checked.is_ok(), "seed {seed}, case {case}: {stored:?}");
    }
    admitted
}

/// Runs all seeds in a thread that is watched, because a hang has no other sign.
fn run_watched(attack: Attack, seeds: Range<u64>, cases: u64) {
    let (done, watch) = mpsc::channel();
    let runner = std::thread::spawn(move || {
        for seed in seeds {
            println!("seed {seed}");
            done.send(run(seed, cases, attack)).ok();
        }
    });
    let mut admitted = 0;
    loop {
        match watch.recv_timeout(PATIENCE) {
            Ok(more) => admitted += more,
            Err(mpsc::RecvTimeoutError::Disconnected) => break,
            Err(mpsc::RecvTimeoutError::Timeout) => panic!("yrs hangs with the seed named last"),
        }
    }
    runner.join().unwrap();
    println!("{admitted} admitted");
    assert!(admitted > 0, "nothing was admitted, so nothing was tested");
}

#[test]
fn r12_damaged_updates_are_refused_or_integrate_completely() {
    let make = |scene: &Scene, _: &Committed, random: &mut Random| damaged(scene, random);
    run_watched(Attack { make, updates: 1 }, seeds(100, 20_000), 200);
}

#[test]
fn r12_forged_updates_are_refused_or_integrate_completely() {
    let make =
        |_: &Scene, committed: &Committed, random: &mut Random| forge(&committed.state_vector(), random);
    run_watched(Attack { make, updates: 40 }, seeds(60, 20_000), 10);
}

#[test]
fn r12_random_bytes_are_never_more_than_refused() {
    let mut random = Random::new(7);
    for _ in 0..rounds(20_000, 5_000_000) {
        let bytes: Vec<u8> = (0..random.below(40)).map(|_| random.below(14) as u8).collect();
        if scan(&bytes).is_ok() {
            agrees_with_yrs(&bytes);
        }
    }
}
