//! The stories, one file a theme. Each starts its own relay and its own browsers.
#![allow(clippy::unwrap_used, missing_docs)]

mod stories {
    mod accessibility;
    mod examples;
    mod keyboard;
    mod offline;
    mod together;
    mod undo;
}
