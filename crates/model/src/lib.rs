//! What a project is: plain values, in the field's own words.
//!
//! This crate knows no I/O, clock, CRDT, network or page. What comes from outside (time, randomness) is handed in.
#![cfg_attr(test, allow(clippy::unwrap_used))]

pub mod about;
pub mod action;
pub mod attention;
pub mod charter;
pub mod check;
pub mod contribution;
pub mod cycle;
pub mod diagram;
pub mod edit;
pub mod id;
pub mod measure;
pub mod order;
pub mod period;
pub mod project;
pub mod role;
pub mod search;
pub mod shown;
pub mod sort;
pub mod structure;

pub use charter::Charter;
pub use diagram::{Card, Level, Link, LinkKey, Status, Strength};
pub use edit::{Change, Edit, TextChange, TextField};
pub use id::{CardId, CycleId, Id, IdError, MeasureId};
pub use order::Order;
pub use project::Project;
pub use role::Role;
pub use shown::{Filter, Shown, View, shown};
pub use structure::Structure;
