//! How a project is shared: the only crate that names yrs.
//!
//! It knows the shared document, its frames and its bytes; it knows no network, storage, clock or page.
#![cfg_attr(test, allow(clippy::unwrap_used))]

pub use anchor::Anchor;
pub use fold::{FoldError, fold};
pub use replica::{Document, UpdateError, Written, create};
pub use schema::SCHEMA;
pub use scribe::Scribe;
pub use touched::Touched;
pub use undo::Clock;

// The shared document: one copy, how it is read and written.
mod replica;

mod read;
mod roots;
mod schema;
mod write;

// What moved, what can be taken back, where a caret is.
mod anchor;
pub mod text;
mod touched;
mod undo;

pub mod presence;

// For the relay: many updates as one, what it writes itself, frames, and the check of bytes that are never integrated there.
mod fold;
pub mod protocol;
pub mod scan;
mod scribe;
