//! The mark: three streams that become one.

use leptos::prelude::*;

/// Draws the mark in the colour of the text around it.
#[component]
pub fn Mark() -> impl IntoView {
    view! {
        <svg class="mark" viewBox="0 0 28 28" width="28" height="28" fill="none" stroke="currentColor" stroke-width="2.75" stroke-linecap="round" aria-hidden="true" focusable="false">
            <path d="M4 14H24M24 5.5C17 5.5 16 14 10 14M24 22.5C17 22.5 16 14 10 14" />
            <circle cx="4.5" cy="14" r="2.6" fill="currentColor" stroke="none" />
        </svg>
    }
}
