//! The stories, one file a theme. Each starts its own relay and its own browsers.
#![allow(clippy::unwrap_used, missing_docs)]

mod stories {
    mod accessibility;
    mod advice;
    mod begin;
    mod blocked;
    mod details;
    mod examples;
    mod hands;
    mod keyboard;
    mod odd;
    mod offline;
    mod pictures;
    mod tabs;
    mod together;
    mod undo;
}
