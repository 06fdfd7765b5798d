//! How a project is shared: the only crate that names yrs.
//!
//! It knows the shared document, its frames and its bytes; it knows no network, storage, clock or page.
#![cfg_attr(test, allow(clippy::unwrap_used))]

pub mod protocol;
pub mod scan;
