//! The relay's promises (R1 to R17), each kept by a real relay on a free port with real sockets. Nothing here
//! sleeps: everything waits for something to happen, with a deadline.
#![allow(clippy::unwrap_used, missing_docs, reason = "these are tests")]

mod house;
mod page;

mod acks;
