//! One sort for every list. The standard library's is compiled anew for each type and each order, some four kilobytes of
//! the app's WebAssembly a time; here all share one that sorts places.

use std::{cmp::Ordering, collections::BTreeMap};

/// Sorts by a comparison; what is equal keeps its order.
pub fn by<T>(items: &mut Vec<T>, compare: impl Fn(&T, &T) -> Ordering) {
    let places = sorted(items.len(), &|one, other| compare(&items[one], &items[other]));
    put(items, places);
}

/// Sorts by a key, made once for each; what has the same key keeps its order.
pub fn by_key<T, K: Ord>(items: &mut Vec<T>, key: impl Fn(&T) -> K) {
    let keys: Vec<K> = items.iter().map(key).collect();
    let places = sorted(items.len(), &|one, other| keys[one].cmp(&keys[other]));
    put(items, places);
}

/// A map of entries. To collect one would sort them first.
pub fn map<K: Ord, V>(entries: impl IntoIterator<Item = (K, V)>) -> BTreeMap<K, V> {
    let mut map = BTreeMap::new();
    map.extend(entries);
    map
}

fn sorted(count: usize, compare: &dyn Fn(usize, usize) -> Ordering) -> Vec<usize> {
    let mut places: Vec<usize> = (0..count).collect();
    places.sort_by(|one, other| compare(*one, *other));
    places
}

fn put<T>(items: &mut Vec<T>, places: Vec<usize>) {
    let mut moved: Vec<Option<T>> = items.drain(..).map(Some).collect();
    items.extend(places.into_iter().filter_map(|place| moved[place].take()));
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn d6_what_is_equal_keeps_its_order() {
        let mut items = vec![(2, 'a'), (1, 'b'), (2, 'c'), (1, 'd'), (0, 'e')];
        by_key(&mut items, |item| item.0);
        assert_eq!(items, [(0, 'e'), (1, 'b'), (1, 'd'), (2, 'a'), (2, 'c')]);
        by(&mut items, |one, other| other.1.cmp(&one.1));
        assert_eq!(items.iter().map(|item| item.1).collect::<String>(), "edcba");
        by(&mut Vec::<u8>::new(), Ord::cmp);
    }
}
