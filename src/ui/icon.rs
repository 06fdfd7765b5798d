//! Icons: small drawings beside words.

mod paths;

use leptos::prelude::*;

pub use paths::Icon;

/// How large an icon is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum IconSize {
    /// Beside a label of a button: 20 px.
    #[default]
    Normal,
    /// Beside small text: 16 px.
    Small,
}

/// Draws an icon. It is hidden from screen readers: what it means is said in words beside it.
#[component]
pub fn IconView(
    /// Which one
    #[prop(into)]
    icon: Signal<Icon>,
    /// How large
    #[prop(optional)]
    size: IconSize,
) -> impl IntoView {
    let size = (size == IconSize::Small).then_some("small");
    let solid = move || icon.get().solid().map(|path| view! { <path class="icon__solid" d=path /> });
    view! {
        <svg class="icon" data-size=size viewBox="0 0 24 24" aria-hidden="true" focusable="false">
            {solid}
            <path d=move || icon.get().lines() />
        </svg>
    }
}
