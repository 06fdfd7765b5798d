//! What an operator can count, in the text format of Prometheus. Nothing here names a project or a person.

use std::{
    fmt::Write,
    sync::atomic::{AtomicI64, AtomicU64, Ordering::Relaxed},
    time::Duration,
};

use document::protocol::NackCode;
use model::Role;

/// How a session is carried.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Transport {
    /// Our frames over a WebSocket.
    Socket,
    /// Our frames over POST and long-poll.
    Poll,
    /// A plain Yjs client over a WebSocket.
    Yjs,
}

const TRANSPORTS: [(Transport, &str); 3] =
    [(Transport::Socket, "socket"), (Transport::Poll, "poll"), (Transport::Yjs, "yjs")];

/// Upper bounds of the buckets of the ack latency, in microseconds.
const ACK_BOUNDS: [u64; 9] = [500, 1_000, 2_000, 5_000, 10_000, 50_000, 100_000, 500_000, 1_000_000];

const CODES: usize = 11;

/// All counters of one relay.
#[derive(Debug, Default)]
pub struct Metrics {
    connections: [[AtomicI64; 3]; 4],
    nacks: [AtomicU64; CODES],
    ack_buckets: [AtomicU64; ACK_BOUNDS.len()],
    ack_count: AtomicU64,
    ack_sum_micros: AtomicU64,
    /// Rooms that are open.
    pub rooms: AtomicI64,
    /// Rooms opened since the start.
    pub rooms_opened: AtomicU64,
    /// Bytes of the projects that are open.
    pub open_bytes: AtomicI64,
    /// Updates that wait for their commit.
    pub pending: AtomicI64,
    /// Readers that were closed because they did not keep up.
    pub overflows: AtomicU64,
    /// Worker processes that were ended past their limits or ended by themselves.
    pub worker_kills: AtomicU64,
    /// Jobs that were not begun because their project ends workers.
    pub worker_refusals: AtomicU64,
    /// Folds that went through.
    pub folds: AtomicU64,
    /// Logs that did not check out when they were read.
    pub damaged: AtomicU64,
    /// Times that a log could not be read at all.
    pub unreadable: AtomicU64,
}

impl Metrics {
    /// Counts a session until the guard is dropped.
    pub fn connected(self: &std::sync::Arc<Self>, role: Role, transport: Transport) -> Connected {
        let connected = Connected { metrics: self.clone(), role, transport };
        connected.counter().fetch_add(1, Relaxed);
        connected
    }

    /// Counts a refusal.
    pub fn nack(&self, code: NackCode) {
        let place = NackCode::all().position(|other| other == code);
        if let Some(counter) = place.and_then(|place| self.nacks.get(place)) {
            counter.fetch_add(1, Relaxed);
        }
    }

    /// Counts an acknowledged push and the time from its arrival.
    pub fn ack(&self, latency: Duration) {
        let micros = u64::try_from(latency.as_micros()).unwrap_or(u64::MAX);
        for (bucket, bound) in self.ack_buckets.iter().zip(ACK_BOUNDS) {
            if micros <= bound {
                bucket.fetch_add(1, Relaxed);
            }
        }
        self.ack_count.fetch_add(1, Relaxed);
        self.ack_sum_micros.fetch_add(micros, Relaxed);
    }

    /// All of it as text.
    pub fn render(&self) -> String {
        let mut text = String::new();
        self.render_connections(&mut text);
        self.render_acks(&mut text);
        for (code, counter) in NackCode::all().zip(&self.nacks) {
            line(
                &mut text,
                &format!("tributary_nacks_total{{code=\"{}\"}}", code.as_str()),
                counter.load(Relaxed),
            );
        }
        let gauges =
            [("rooms", &self.rooms), ("open_bytes", &self.open_bytes), ("pending_commits", &self.pending)];
        for (name, gauge) in gauges {
            line(&mut text, &format!("tributary_{name}"), gauge.load(Relaxed));
        }
        for (name, counter) in [
            ("rooms_opened", &self.rooms_opened),
            ("queue_overflows", &self.overflows),
            ("worker_kills", &self.worker_kills),
            ("worker_refusals", &self.worker_refusals),
            ("folds", &self.folds),
            ("damaged_logs", &self.damaged),
            ("unreadable_logs", &self.unreadable),
        ] {
            line(&mut text, &format!("tributary_{name}_total"), counter.load(Relaxed));
        }
        text
    }

    fn render_connections(&self, text: &mut String) {
        for (role, row) in Role::ALL.into_iter().zip(&self.connections) {
            for ((_, transport), gauge) in TRANSPORTS.into_iter().zip(row) {
                let name = format!("tributary_connections{{role=\"{role}\",transport=\"{transport}\"}}");
                line(text, &name, gauge.load(Relaxed));
            }
        }
    }

    fn render_acks(&self, text: &mut String) {
        for (bucket, bound) in self.ack_buckets.iter().zip(ACK_BOUNDS) {
            let seconds = Duration::from_micros(bound).as_secs_f64();
            line(text, &format!("tributary_ack_seconds_bucket{{le=\"{seconds}\"}}"), bucket.load(Relaxed));
        }
        let count = self.ack_count.load(Relaxed);
        line(text, "tributary_ack_seconds_bucket{le=\"+Inf\"}", count);
        line(text, "tributary_ack_seconds_count", count);
        let sum = Duration::from_micros(self.ack_sum_micros.load(Relaxed)).as_secs_f64();
        line(text, "tributary_ack_seconds_sum", sum);
    }
}

fn line(text: &mut String, name: &str, value: impl std::fmt::Display) {
    writeln!(text, "{name} {value}").expect("writing to a text does not fail");
}

/// A session that is counted as connected.
#[derive(Debug)]
pub struct Connected {
    metrics: std::sync::Arc<Metrics>,
    role: Role,
    transport: Transport,
}

impl Connected {
    fn counter(&self) -> &AtomicI64 {
        let transport = TRANSPORTS.iter().position(|row| row.0 == self.transport);
        &self.metrics.connections[self.role as usize][transport.expect("every transport has its row")]
    }
}

impl Drop for Connected {
    fn drop(&mut self) {
        self.counter().fetch_sub(1, Relaxed);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn r17_every_code_is_counted() {
        assert_eq!(NackCode::all().count(), CODES);
        let metrics = Metrics::default();
        metrics.nack(NackCode::Unknown);
        metrics.ack(Duration::from_millis(3));
        let text = metrics.render();
        assert!(text.contains("tributary_nacks_total{code=\"unknown\"} 1\n"), "{text}");
        assert!(text.contains("tributary_ack_seconds_bucket{le=\"0.002\"} 0\n"), "{text}");
        assert!(text.contains("tributary_ack_seconds_bucket{le=\"0.005\"} 1\n"), "{text}");
    }

    #[test]
    fn r17_who_has_left_is_not_counted() {
        let metrics = std::sync::Arc::new(Metrics::default());
        let connected = metrics.connected(Role::Owner, Transport::Poll);
        let name = "tributary_connections{role=\"owner\",transport=\"poll\"}";
        assert!(metrics.render().contains(&format!("{name} 1")));
        drop(connected);
        assert!(metrics.render().contains(&format!("{name} 0")));
    }
}
