//! Buttons: with words, or with an icon that has a name.

use leptos::prelude::*;

use super::icon::{Icon, IconView};

/// How much a button says "press me".
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Kind {
    /// One of several
    #[default]
    Plain,
    /// The one most people want; at most one in sight
    Filled,
    /// No edge until it is pointed at
    Quiet,
    /// Looks like a link, in or after a sentence
    Link,
    /// What is hard to take back
    Danger,
}

impl Kind {
    /// As the style sheet calls it.
    pub fn name(self) -> Option<&'static str> {
        match self {
            Kind::Plain => None,
            Kind::Filled => Some("filled"),
            Kind::Quiet => Some("quiet"),
            Kind::Link => Some("link"),
            Kind::Danger => Some("danger"),
        }
    }
}

/// How large a button or a field is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Size {
    /// 32 px for a mouse, 44 px for a finger
    #[default]
    Normal,
    /// 44 px always
    Large,
}

impl Size {
    /// As the style sheet calls it.
    pub fn name(self) -> Option<&'static str> {
        (self == Size::Large).then_some("large")
    }
}

/// A button with words. Attributes such as `attr:aria-pressed` land on the `<button>` itself.
#[component]
pub fn Button(
    /// Its words
    #[prop(into)]
    label: Signal<String>,
    /// What it does
    #[prop(into)]
    on_press: Callback<()>,
    /// A drawing before the words
    #[prop(default = None, into)]
    icon: Option<Icon>,
    /// How much it asks for attention
    #[prop(optional)]
    kind: Kind,
    /// How large
    #[prop(optional)]
    size: Size,
    /// While true it cannot be pressed, but keeps the focus that it may have
    #[prop(optional, into)]
    blocked: Signal<bool>,
) -> impl IntoView {
    let press = press(on_press, blocked);
    view! {
        <button type="button" class="button" data-kind=kind.name() data-size=size.name() aria-disabled=disabled(blocked) on:click=press>
            {icon.map(|icon| view! { <IconView icon=icon /> })}
            <span>{move || label.get()}</span>
        </button>
    }
}

/// A button that shows an icon only; its name is its tooltip too. Attributes land on the `<button>` itself.
#[component]
pub fn IconButton(
    /// Its name
    #[prop(into)]
    label: Signal<String>,
    /// What it shows
    #[prop(into)]
    icon: Signal<Icon>,
    /// What it does
    #[prop(into)]
    on_press: Callback<()>,
    /// The keys that do the same, as people read them, such as "Ctrl+Z"; empty when there are none
    #[prop(optional, into)]
    keys: Signal<String>,
    /// How much it asks for attention
    #[prop(default = Kind::Quiet)]
    kind: Kind,
    /// While true it cannot be pressed, but keeps the focus that it may have
    #[prop(optional, into)]
    blocked: Signal<bool>,
) -> impl IntoView {
    let press = press(on_press, blocked);
    let title = move || titled(&label.get(), &keys.get());
    view! {
        <button
            type="button"
            class="button"
            data-kind=kind.name()
            data-only-icon=""
            title=title
            aria-label=move || label.get()
            aria-disabled=disabled(blocked)
            on:click=press
        >
            <IconView icon=icon />
        </button>
    }
}

/// A tooltip: the name of a thing and its keys.
pub fn titled(label: &str, keys: &str) -> String {
    if keys.is_empty() { label.to_owned() } else { format!("{label} ({keys})") }
}

/// `aria-disabled` rather than `disabled`: a button that can no longer be pressed must not swallow the focus.
fn disabled(blocked: Signal<bool>) -> impl Fn() -> Option<&'static str> + Copy + Send + 'static {
    move || blocked.get().then_some("true")
}

fn press<Event>(on_press: Callback<()>, blocked: Signal<bool>) -> impl Fn(Event) + Copy + Send + 'static {
    move |_| {
        if !blocked.get_untracked() {
            on_press.run(());
        }
    }
}
