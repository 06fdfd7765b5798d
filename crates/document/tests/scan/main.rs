//! What `scan` says of an update and what yrs makes of it must be the same, on sound updates and on broken ones.
#![allow(clippy::unwrap_used, clippy::print_stdout)]

mod agreement;
mod bytes;
mod forge;
mod kept;
mod mutated;
mod participant;
mod random;
mod scribe;
mod yjs;
