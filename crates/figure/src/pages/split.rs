//! Splits a list of cards over pages, where a branch ends if that leaves no page half empty.

use std::collections::BTreeSet;

use super::deck::{Deck, Item};

/// How full a page is allowed to be, in the order in which evenly filled pages are sought.
const FILLS: [f64; 4] = [0.55, 0.7, 0.85, 1.0];
/// From so many cards on, pages are filled as far as they go: nobody sees that the last of fifty is short.
const MANY: usize = 400;
/// The share of a page that has to be filled before it may end with a branch.
const HALF: f64 = 0.55;

/// The cards of each page: those of the list in their order, and what stands to their left.
pub(super) fn spread(deck: &Deck<'_>, items: &[Item]) -> Vec<Vec<usize>> {
    let fullest = spread_to(deck, items, 1.0);
    if fullest.len() < 2 || items.len() > MANY {
        return fullest;
    }
    let as_few =
        |fill: &f64| Some(spread_to(deck, items, *fill)).filter(|pages| pages.len() == fullest.len());
    FILLS.iter().find_map(as_few).unwrap_or(fullest)
}

fn spread_to(deck: &Deck<'_>, items: &[Item], fill: f64) -> Vec<Vec<usize>> {
    let mut pages = Vec::new();
    let mut rest = items;
    while !rest.is_empty() {
        let (page, after) = rest.split_at(end_of_page(deck, rest, fill));
        pages.push(cards(page));
        rest = after;
    }
    pages
}

/// How many items the next page takes: at least one.
fn end_of_page(deck: &Deck<'_>, items: &[Item], fill: f64) -> usize {
    let fits = |count: usize| deck.fits(&cards(&items[..count]), fill);
    let mut good = 1;
    let mut bad = 2;
    while bad <= items.len() && fits(bad) {
        (good, bad) = (bad, bad * 2);
    }
    bad = bad.min(items.len() + 1);
    while bad - good > 1 {
        let middle = usize::midpoint(good, bad);
        if fits(middle) { good = middle } else { bad = middle }
    }
    if good == items.len() {
        return good;
    }
    let least = ((good as f64 * HALF) as usize).max(1);
    let ends = (least..=good).rev().filter(|count| *count == good || fits(*count));
    // The first of equals is the latest.
    ends.min_by_key(|count| items[*count].depth).unwrap_or(good)
}

/// The cards of some items, and what stands to their left.
fn cards(items: &[Item]) -> Vec<usize> {
    let all: BTreeSet<usize> =
        items.iter().flat_map(|item| item.above.iter().copied().chain([item.card])).collect();
    all.into_iter().collect()
}
