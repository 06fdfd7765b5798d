//! Chance that is the same for the same seed.

use std::panic::{AssertUnwindSafe, catch_unwind, resume_unwind};

/// Runs a history for each seed below `count`, or for the one of `TRIBUTARY_SEED` alone; names the one that failed.
pub(crate) fn seeds(count: u64, history: impl Fn(u64)) {
    let one = std::env::var("TRIBUTARY_SEED").ok().map(|seed| seed.parse().unwrap());
    for seed in one.map_or(0..count, |seed: u64| seed..seed + 1) {
        if let Err(cause) = catch_unwind(AssertUnwindSafe(|| history(seed))) {
            eprintln!("history of seed {seed} failed; run it again with TRIBUTARY_SEED={seed}");
            resume_unwind(cause);
        }
    }
}

/// A small generator (splitmix64), so that a history can be run again from its seed.
pub(crate) struct Chance(u64);

impl Chance {
    pub(crate) fn new(seed: u64) -> Self {
        Self(seed)
    }

    pub(crate) fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9E37_79B9_7F4A_7C15);
        let mut mixed = self.0;
        mixed = (mixed ^ (mixed >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        mixed ^ (mixed >> 31)
    }

    /// A number below `limit`.
    pub(crate) fn below(&mut self, limit: usize) -> usize {
        (self.next() % limit.max(1) as u64) as usize
    }

    /// Whether something of one in `times` happens now.
    pub(crate) fn one_in(&mut self, times: usize) -> bool {
        self.below(times) == 0
    }

    pub(crate) fn pick<'a, T>(&mut self, list: &'a [T]) -> &'a T {
        &list[self.below(list.len())]
    }
}
