//! What is printed: figures as lines of JSON, and how they compare with a floor.

use serde_json::json;

/// What is measured: so many cards, on a main thread so many times slower than it could be.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Setting {
    pub(crate) cards: usize,
    pub(crate) slowdown: u32,
}

/// Milliseconds of the main thread that a page written by hand for nothing but this takes, at 1,000 and 5,000 cards.
const FLOORS: &[(&str, [f64; 2])] = &[
    ("open", [24.0, 46.0]),
    ("key", [4.4, 4.7]),
    ("add a card", [4.8, 9.0]),
    ("edit of another window", [2.7, 3.0]),
    ("pan move", [2.0, 2.0]),
    ("drag move", [2.0, 2.0]),
];

impl Setting {
    fn name(self, name: &str) -> String {
        let cards = match self.cards {
            thousands @ 1_000.. => format!("{},{:03} cards", thousands / 1_000, thousands % 1_000),
            few => format!("{few} cards"),
        };
        match self.slowdown {
            1 => format!("{cards}, {name}"),
            times => format!("{cards}, main thread {times}× slower, {name}"),
        }
    }

    pub(crate) fn figure(self, name: &str, value: f64, unit: &str) {
        figure(&self.name(name), value, unit);
    }

    /// p50 and p95 of times in ms.
    pub(crate) fn spread(self, name: &str, times: &[f64]) {
        for percent in [50, 95] {
            if let Some(time) = percentile(times, percent) {
                self.figure(&format!("{name}, p{percent}"), time, "ms");
            }
        }
    }

    /// What something costs the main thread, in ms each time: the median, the mean, and the median against the floor.
    pub(crate) fn work(self, name: &str, times: &[f64]) {
        let Some(median) = percentile(times, 50) else { return };
        let mean = times.iter().sum::<f64>() / times.len() as f64;
        self.figure(&format!("{name}, main-thread CPU, p50"), median, "ms");
        self.figure(&format!("{name}, main-thread CPU, mean"), mean, "ms");
        let floors = FLOORS.iter().find(|floor| floor.0 == name).map(|floor| floor.1);
        let floor = match (self.cards, floors) {
            (1_000, Some([floor, _])) | (5_000, Some([_, floor])) if self.slowdown == 1 => floor,
            _ => return,
        };
        let name = format!("{name}, main-thread CPU, p50, against a page by hand ({floor} ms)");
        self.figure(&name, median / floor, "times");
    }
}

/// The smallest time that so many percent of all do not pass.
pub(crate) fn percentile(times: &[f64], percent: usize) -> Option<f64> {
    let mut sorted = times.to_vec();
    sorted.sort_by(f64::total_cmp);
    let rank = (sorted.len() * percent).div_ceil(100);
    sorted.get(rank.checked_sub(1)?).copied()
}

pub(crate) fn figure(name: &str, value: f64, unit: &str) {
    println!("{}", json!({ "name": name, "value": value, "unit": unit }));
}

/// A line for the reader, which is no figure.
pub(crate) fn word(text: &str) {
    println!("{text}");
}
