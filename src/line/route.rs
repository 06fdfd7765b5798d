//! Which way to try next, and when: the socket first, requests where it does not open.

use std::time::Duration;

use super::Transport;
use super::backoff::Backoff;

/// What is known of the ways to the relay.
#[derive(Debug, Default)]
pub(super) struct Route {
    /// Requests arrived where the socket did not: sockets are blocked here, as long as this network lasts.
    blocked: bool,
    /// The way that failed since the last pause.
    failed: Option<Transport>,
    backoff: Backoff,
}

impl Route {
    /// The way to try now.
    pub(super) fn transport(&self) -> Transport {
        match (self.failed, self.blocked) {
            (Some(Transport::Socket), _) | (None, true) => Transport::Poll,
            (Some(Transport::Poll), _) | (None, false) => Transport::Socket,
        }
    }

    /// Notes that a connection ended which the relay had welcomed, and how long it lived. Says how long to wait.
    pub(super) fn lost(&mut self, transport: Transport, lived: Duration, random: f64) -> Duration {
        self.blocked = transport == Transport::Poll;
        self.failed = None;
        self.backoff.lived(lived);
        self.backoff.pause(random)
    }

    /// Notes that a way was tried in vain. `None` means to try the other one at once.
    pub(super) fn failed(&mut self, transport: Transport, random: f64) -> Option<Duration> {
        match self.failed.take() {
            None => {
                self.failed = Some(transport);
                None
            }
            Some(_) => Some(self.backoff.pause(random)),
        }
    }

    /// Begins the pauses anew: somebody is looking.
    pub(super) fn woken(&mut self) {
        self.backoff.reset();
    }

    /// Begins anew: the network is another one, or a socket was seen to open.
    pub(super) fn reset(&mut self) {
        *self = Route::default();
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use Transport::{Poll, Socket};

    /// Plays attempts: the expected way, whether it opens, and the expected pause in milliseconds.
    fn check(route: &mut Route, attempts: &[(Transport, bool, Option<u64>)]) {
        for (place, &(transport, opens, pause)) in attempts.iter().enumerate() {
            assert_eq!(route.transport(), transport, "attempt {place}");
            let next = match opens {
                true => Some(route.lost(transport, Duration::from_secs(60), 1.0)),
                false => route.failed(transport, 1.0),
            };
            assert_eq!(next, pause.map(Duration::from_millis), "attempt {place}");
        }
    }

    #[test]
    fn a4_a_dead_relay_is_tried_both_ways_before_each_pause() {
        let attempts = [(Socket, false, None), (Poll, false, Some(500)), (Socket, false, None)];
        check(&mut Route::default(), &[&attempts[..], &[(Poll, false, Some(1_000))]].concat());
    }

    #[test]
    fn a4_where_sockets_are_blocked_requests_come_first_until_the_network_changes() {
        let mut route = Route::default();
        let blocked = [
            (Socket, false, None),
            (Poll, true, Some(500)),
            (Poll, true, Some(500)),
            (Poll, false, None),
            (Socket, false, Some(1_000)),
            (Poll, true, Some(500)),
        ];
        check(&mut route, &blocked);
        route.reset();
        check(&mut route, &[(Socket, true, Some(500)), (Socket, true, Some(500))]);
    }

    #[test]
    fn a4_a_socket_that_opens_is_the_way_from_then_on() {
        let mut route = Route { blocked: true, ..Route::default() };
        check(&mut route, &[(Poll, false, None), (Socket, true, Some(500)), (Socket, true, Some(500))]);
    }
}
