//! Whole stories in real browsers, over a real relay: how one is started, and what a person sees and does on a page.
//!
//! Nothing here waits for a time: a page is watched from inside, frame by frame, until what is expected is there.
#![allow(missing_docs, reason = "the stories themselves say what these do")]

pub mod axe;
pub mod browser;
pub mod build;
pub mod clipboard;
pub mod faults;
pub mod fingers;
pub mod heard;
pub mod page;
pub mod port;
pub mod proxy;
pub mod relay;
pub mod sight;

pub use browser::{Browser, Look};
pub use build::Build;
pub use faults::Faults;
pub use page::Page;
pub use proxy::Proxy;
pub use relay::{Project, Relay};
