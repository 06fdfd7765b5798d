//! The rules V on data: for each a project that it finds something in, and one that it does not.
//!
//! The cases stand in `*.json` beside this file, by heading. A case gives the cards as `id>parents text`, and of a measure
//! or a cycle only what is not as it should be: the rest is filled in from `good.json`.
#![allow(clippy::unwrap_used, reason = "these are tests")]

mod cases;
mod examples;
mod random;
mod rules;
