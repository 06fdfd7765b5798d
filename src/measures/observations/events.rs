//! Events: one day may have several, and the same one again is no second one. Pure: no page, no signals.

use std::collections::BTreeSet;

use model::measure::{Observation, Value};

/// Finds the keys of events that come in.
pub struct Events<'a> {
    there: &'a [Observation],
    taken: BTreeSet<String>,
}

impl<'a> Events<'a> {
    /// Beside those that are there.
    pub fn beside(there: &'a [Observation]) -> Self {
        Self { there, taken: BTreeSet::new() }
    }

    /// The key of an event: that of one of the same day and value that nothing else has come in as, else a new one.
    /// `random` tells events of one day apart.
    pub fn key(&mut self, day: &str, value: Option<&Value>, random: impl FnOnce() -> u32) -> String {
        let is_free = |key: &str| !self.taken.contains(key);
        let mut of_day = self.there.iter().filter(|one| one.date() == day);
        let same = of_day.clone().find(|one| is_free(&one.key) && Some(&one.value) == value);
        let key = match same {
            Some(same) => same.key.clone(),
            None if is_free(day) && !of_day.any(|one| one.key == day) => day.to_owned(),
            None => format!("{day}~{:08x}", random()),
        };
        self.taken.insert(key.clone());
        key
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn m3_an_event_that_comes_again_is_the_same_and_another_of_its_day_is_not() {
        let event = |key: &str, value| Observation::new(key, Value::Number(value));
        let there = [event("2026-01-05", 3.0), event("2026-01-05~x", 4.0), event("2026-01-09~y", 1.0)];
        let mut events = Events::beside(&there);
        let mut key = |day, value: Option<f64>| events.key(day, value.map(Value::Number).as_ref(), || 7);
        assert_eq!(key("2026-01-05", Some(4.0)), "2026-01-05~x");
        assert_eq!(key("2026-01-05", Some(3.0)), "2026-01-05");
        assert_eq!(key("2026-01-05", Some(3.0)), "2026-01-05~00000007", "a third on that day");
        assert_eq!(key("2026-01-09", Some(2.0)), "2026-01-09");
        assert_eq!(key("2026-02-01", Some(2.0)), "2026-02-01");
        assert_eq!(key("2026-02-01", Some(2.0)), "2026-02-01~00000007", "two in one table are two");
        assert_eq!(key("2026-03-01", None), "2026-03-01", "what cannot be read yet");
    }
}
