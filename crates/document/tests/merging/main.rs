//! Merging: several participants in a room in memory, whose lines are cut and mended, and whose updates come in any order.
#![allow(clippy::unwrap_used)]

mod back;
mod chance;
mod frozen;
mod histories;
mod room;
mod rules;
mod steps;
mod whole;
