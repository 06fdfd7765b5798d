//! The stories, one file a theme. Each starts its own relay and its own browsers.
#![allow(clippy::unwrap_used, missing_docs)]

mod stories {
    mod accessibility;
    mod advice;
    mod begin;
    mod blocked;
    mod builds;
    mod cannot_start;
    mod chunks;
    mod details;
    mod examples;
    mod hands;
    mod keyboard;
    mod odd;
    mod offline;
    mod outline;
    mod pictures;
    mod tabs;
    mod together;
    mod undo;
    mod view;
}
