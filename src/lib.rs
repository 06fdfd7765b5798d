//! The Tributary app: its modules in reading order.
#![cfg_attr(test, allow(clippy::unwrap_used))]

pub mod app;
pub mod pages;
pub mod state;

pub mod diagram;
pub mod outline;

pub mod api;
pub mod days;
pub mod device;
pub mod language;
pub mod line;
pub mod measures;
pub mod offline;
pub mod outbox;
pub mod random;
pub mod sync;

pub mod ui;
