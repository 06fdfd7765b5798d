//! The stories, one file a theme. Each starts its own relay and its own browsers.
#![allow(clippy::unwrap_used, missing_docs)]

mod stories {
    mod accessibility;
    mod advice;
    mod back;
    mod begin;
    mod blocked;
    mod builds;
    mod cannot_start;
    mod chunks;
    mod details;
    mod examples;
    mod hands;
    mod heard;
    mod keyboard;
    mod measures;
    mod moved;
    mod observations;
    mod odd;
    mod offline;
    mod outline;
    mod paper;
    mod pasted;
    mod pictures;
    mod small_screens;
    mod tabs;
    mod together;
    mod undo;
    mod view;
}
