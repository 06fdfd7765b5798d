//! How a project comes in and goes out as text: project JSON, outlines and observations.
//!
//! This crate knows no network, page, clock or CRDT, and draws no random numbers: what it needs of those is handed in.
#![cfg_attr(test, allow(clippy::unwrap_used))]

pub mod examples;
pub mod fragment;
pub mod observations;
pub mod outline;
pub mod phases;
pub mod project;

pub use examples::{EXAMPLES, Example};
pub use outline::Outline;
