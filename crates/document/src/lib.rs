//! How a project is shared: the only crate that names yrs.
//!
//! It knows the shared document, its frames and its bytes; it knows no network, storage, clock or page.
#![cfg_attr(test, allow(clippy::unwrap_used))]

pub use anchor::Anchor;
pub use fold::{FoldError, fold};
pub use replica::{Document, UpdateError, Written, create};
pub use schema::SCHEMA;
pub use touched::Touched;
pub use undo::Clock;

mod replica;
mod schema;
mod roots;
mod read;
mod write;
mod touched;
mod undo;
mod anchor;
pub mod text;
pub mod presence;
mod fold;
pub mod protocol;
pub mod scan;
