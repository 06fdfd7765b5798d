//! The relay's promises (R1 to R20, C1 to C6), each kept by a real relay on a free port with real sockets. Nothing here
//! sleeps: everything waits for something to happen, with a deadline.
#![allow(clippy::unwrap_used, reason = "these are tests")]

mod house;
mod line;
mod page;
mod request;

mod acks;
mod charts;
mod check;
mod contributions;
mod drawn;
mod export;
mod folder;
mod garbage;
mod histories;
mod kills;
mod limits;
mod links;
mod office;
mod plain;
mod roles;
mod rooms;
mod serving;
mod slow;
mod stop;
mod store;
mod transports;
mod workbooks;
mod worker;
mod yjs;
