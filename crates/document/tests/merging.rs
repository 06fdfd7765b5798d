//! Merging: several participants in a room in memory, whose lines are cut and mended, and whose updates come in any order.
#![allow(clippy::unwrap_used)]

#[path = "merging/room.rs"]
mod room;

#[path = "merging/chance.rs"]
mod chance;
#[path = "merging/histories.rs"]
mod histories;
