//! How often something may happen: a rate, and a burst after a pause. By tokio's clock, so that tests can turn it.

use std::time::Duration;

use tokio::time::Instant;

/// A bucket of permits that fills at a steady rate.
#[derive(Debug)]
pub struct Bucket {
    interval: Duration,
    burst: u32,
    /// When the bucket was, or will be, empty; counting back from now, every interval is one permit.
    empty_at: Instant,
}

impl Bucket {
    /// So many a second, so many at once after a pause.
    pub fn new(per_second: u32, burst: u32) -> Bucket {
        let interval = Duration::from_secs(1) / per_second.max(1);
        let now = Instant::now();
        Bucket { interval, burst, empty_at: now.checked_sub(interval * burst).unwrap_or(now) }
    }

    /// Whether as much is permitted as ever.
    pub fn is_full(&self) -> bool {
        self.empty_at + self.interval * self.burst <= Instant::now()
    }

    /// Takes a permit; if there is none, says how long until there is.
    pub fn take(&mut self) -> Result<(), Duration> {
        let now = Instant::now();
        if let Some(full) = now.checked_sub(self.interval * self.burst) {
            self.empty_at = self.empty_at.max(full);
        }
        let next = self.empty_at + self.interval;
        if next > now {
            return Err(next - now);
        }
        self.empty_at = next;
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[tokio::test(start_paused = true)]
    async fn r10_a_burst_and_then_a_rate() {
        let mut bucket = Bucket::new(50, 200);
        tokio::time::advance(Duration::from_secs(60)).await;
        assert_eq!((0..300).filter(|_| bucket.take().is_ok()).count(), 200);
        let wait = bucket.take().unwrap_err();
        assert!(wait <= Duration::from_millis(20), "{wait:?}");
        tokio::time::advance(Duration::from_secs(1)).await;
        assert_eq!((0..300).filter(|_| bucket.take().is_ok()).count(), 50);
    }
}
