//! How often one sender may send, and how often all who hold one link. Never by address: a hospital is one address.

use std::{
    collections::HashMap,
    hash::Hash,
    sync::{Mutex, PoisonError},
};

use crate::{bucket::Bucket, id::LinkId};

/// Contributions a second of one sender, and at once: a person who empties a notebook.
const SENDER_PER_SECOND: u32 = 1;
const SENDER_BURST: u32 = 20;
/// Through one link, as a room full of people sends them: 300 a minute, 200 at once.
const LINK_PER_SECOND: u32 = 5;
const LINK_BURST: u32 = 200;
/// Buckets that are kept; when there are more, those that are full again say nothing and go.
const MOST: usize = 10_000;

/// No permit is left now.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct TooOften;

/// The rates of all senders and links.
#[derive(Default)]
pub struct Rates {
    links: Mutex<HashMap<LinkId, Bucket>>,
    senders: Mutex<HashMap<String, Bucket>>,
}

impl Rates {
    /// Takes a permit of both, or says that there is none.
    pub fn take(&self, link: &LinkId, author: &str) -> Result<(), TooOften> {
        take(&self.senders, author.to_owned(), (SENDER_PER_SECOND, SENDER_BURST))?;
        take(&self.links, link.clone(), (LINK_PER_SECOND, LINK_BURST))
    }
}

fn take<K: Hash + Eq>(
    buckets: &Mutex<HashMap<K, Bucket>>,
    key: K,
    (per_second, burst): (u32, u32),
) -> Result<(), TooOften> {
    // no code that could panic runs under this lock
    let mut buckets = buckets.lock().unwrap_or_else(PoisonError::into_inner);
    if buckets.len() >= MOST {
        buckets.retain(|_, bucket| !bucket.is_full());
    }
    buckets.entry(key).or_insert_with(|| Bucket::new(per_second, burst)).take().map_err(|_| TooOften)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[tokio::test(start_paused = true)]
    async fn c3_one_sender_does_not_use_up_the_link_of_the_others() {
        tokio::time::advance(std::time::Duration::from_secs(600)).await;
        let (rates, link) = (Rates::default(), LinkId::random());
        let sent =
            |author: &str, times: usize| (0..times).filter(|_| rates.take(&link, author).is_ok()).count();
        assert_eq!(sent("loud", 1_000), 20);
        let others: usize = (0..500).map(|number| sent(&format!("other {number}"), 1)).sum();
        assert_eq!(others, 180, "and all together no more than the link may");
        tokio::time::advance(std::time::Duration::from_secs(60)).await;
        assert_eq!(sent("late", 1), 1);
    }
}
