//! How long to wait before connecting again: a random time below a bound that doubles with every failure.

use std::time::Duration;

use document::protocol::limits::{RECONNECT_MAX, RECONNECT_MIN};

/// A connection that lived this long was a good one. A relay that accepts and then closes is not, and the bound grows.
const GOOD_AFTER: Duration = Duration::from_secs(10);

/// Failures since the last good connection.
#[derive(Debug, Default)]
pub(crate) struct Backoff {
    failures: u32,
}

impl Backoff {
    /// The next pause; `random` is in 0..1 and spreads those who were cut off together.
    pub(crate) fn pause(&mut self, random: f64) -> Duration {
        let bound = RECONNECT_MIN.saturating_mul(1 << self.failures.min(16)).min(RECONNECT_MAX);
        self.failures = self.failures.saturating_add(1);
        bound.mul_f64(random.clamp(0.0, 1.0))
    }

    /// Notes how long a connection lived after its Welcome.
    pub(crate) fn lived(&mut self, time: Duration) {
        if time >= GOOD_AFTER {
            self.failures = 0;
        }
    }

    /// Failures since it was last begun anew.
    pub(crate) fn failures(&self) -> u32 {
        self.failures
    }

    /// Begins anew: there is a reason to believe that it works now.
    pub(crate) fn reset(&mut self) {
        self.failures = 0;
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn bounds(backoff: &mut Backoff, count: usize) -> Vec<u64> {
        (0..count).map(|_| backoff.pause(1.0).as_millis() as u64).collect()
    }

    #[test]
    fn a3_the_bound_doubles_from_half_a_second_to_thirty() {
        let mut backoff = Backoff::default();
        assert_eq!(bounds(&mut backoff, 9), [500, 1000, 2000, 4000, 8000, 16000, 30000, 30000, 30000]);
        assert_eq!(backoff.pause(0.0), Duration::ZERO);
        assert_eq!(backoff.pause(0.5), Duration::from_secs(15));
        backoff.failures = u32::MAX - 1;
        assert_eq!(backoff.pause(1.0), RECONNECT_MAX);
    }

    #[test]
    fn a3_only_a_connection_that_lasted_begins_anew() {
        for (lived, next) in [(Duration::from_secs(9), 2000), (Duration::from_secs(10), 500)] {
            let mut backoff = Backoff::default();
            bounds(&mut backoff, 2);
            backoff.lived(lived);
            assert_eq!(bounds(&mut backoff, 1), [next], "{lived:?}");
        }
    }
}
