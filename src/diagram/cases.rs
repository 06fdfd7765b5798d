//! Small diagrams for the tests of this room.

use model::{Card, CardId, Level, Link, Order, Structure};

pub(crate) fn id(text: &str) -> CardId {
    CardId::parse(text).unwrap()
}

/// The structure of cards, each with the names of its parents; links and cards stand in the order of the rows.
pub(crate) fn structure(rows: &[(&str, &str, Level)]) -> Structure {
    let (mut cards, mut links, mut last) = (Vec::new(), Vec::new(), Order::default());
    for (name, parents, level) in rows {
        cards.push(Card::new(id(name), *level, *name));
        for parent in parents.split_whitespace() {
            last = Order::between(Some(&last), None, 0);
            links.push(Link::new(id(name), id(parent), last.clone()));
        }
    }
    Structure::new(cards.iter(), links.iter())
}
