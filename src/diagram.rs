//! The picture: cards on a ground that moves, links behind them, one text field laid over the card one writes in.

pub mod badges;
pub mod called;
pub mod canvas;
pub mod card;
pub mod caret;
#[cfg(test)]
pub(crate) mod cases;
pub mod clipboard;
pub mod commands;
pub mod delete;
pub mod drag;
pub mod drop;
pub mod hands;
pub mod headings;
pub mod keys;
pub mod link;
pub mod live_field;
pub mod live_text;
pub mod map;
pub mod next;
pub mod panels;
pub mod part;
pub mod picture;
pub mod pointer;
pub mod select;
pub mod viewport;
pub mod walk;
pub mod writer;
