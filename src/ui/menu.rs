//! Menus: a list of things to do, by mouse, touch and keyboard (the ARIA menu button).

mod items;
mod place;

use leptos::{ev, html, prelude::*};
use wasm_bindgen::JsCast;
use web_sys::{HtmlElement, KeyboardEvent};

use super::button::Kind;
use super::icon::{Icon, IconView};
use super::{focus, focused, unique_id};
pub use items::{Choice, Item, State};
pub use place::Anchor;

/// A button that opens a menu below it. Attributes land on the `<button>` itself.
#[component]
pub fn MenuButton(
    /// Its name
    #[prop(into)]
    label: Signal<String>,
    /// What the menu holds, asked each time it opens
    #[prop(into)]
    items: Callback<(), Vec<Item>>,
    /// What it shows instead of its name
    #[prop(optional, into)]
    icon: Option<Icon>,
    /// How much it asks for attention
    #[prop(default = Kind::Quiet)]
    kind: Kind,
) -> impl IntoView {
    let button = NodeRef::<html::Button>::new();
    let open = RwSignal::new(None::<Anchor>);
    let toggle = move || match open.get_untracked() {
        Some(_) => open.set(None),
        None => open.set(button.get_untracked().map(|button| Anchor::of(&button))),
    };
    let key = move |event: KeyboardEvent| {
        if matches!(event.key().as_str(), "ArrowDown" | "ArrowUp") && open.get_untracked().is_none() {
            event.prevent_default();
            toggle();
        }
    };
    let face = move || match icon {
        Some(icon) => view! { <IconView icon=icon /> }.into_any(),
        None => view! {
            <span>{move || label.get()}</span>
            <IconView icon=Icon::ChevronDown />
        }
        .into_any(),
    };
    let menu = move || {
        open.get().map(|at| {
            view! { <Menu label=label items=items.run(()) at=at on_close=move |()| open.set(None) /> }
        })
    };
    view! {
        <button
            node_ref=button
            type="button"
            class="button"
            data-kind=kind.name()
            data-only-icon=icon.map(|_| "")
            title=icon.map(|_| move || label.get())
            aria-label=icon.map(|_| move || label.get())
            aria-haspopup="menu"
            aria-expanded=move || if open.get().is_some() { "true" } else { "false" }
            on:click=move |_| toggle()
            on:keydown=key
        >
            {face}
        </button>
        {menu}
    }
}

/// A menu beside an anchor: that of a button, or of a card (Shift+F10). It takes the focus and gives it back.
#[component]
pub fn Menu(
    /// Its name
    #[prop(into)]
    label: Signal<String>,
    /// What it holds
    items: Vec<Item>,
    /// Where it belongs, in the window
    at: Anchor,
    /// Called when it should go
    #[prop(into)]
    on_close: Callback<()>,
) -> impl IntoView {
    let element = NodeRef::<html::Div>::new();
    let opener = StoredValue::new_local(focused());
    element.on_load(move |menu| request_animation_frame(move || open(&menu, at)));
    let leave = move || {
        if let Some(opener) = opener.get_value() {
            focus(&opener);
        }
        on_close.run(());
    };
    let outside = window_event_listener(ev::pointerdown, move |event| {
        if !contains(element, event.target()) && !opener.with_value(|opener| is_in(opener, event.target())) {
            on_close.run(());
        }
    });
    on_cleanup(move || outside.remove());
    let key = move |event: KeyboardEvent| match event.key().as_str() {
        // Ctrl+P is the browser's, not a choice that begins with P.
        _ if event.ctrl_key() || event.alt_key() || event.meta_key() => {}
        "Escape" => {
            event.prevent_default();
            event.stop_propagation();
            leave();
        }
        "Tab" => leave(),
        _ => move_focus(element, &event),
    };
    let id = unique_id("menu");
    let rows: Vec<_> =
        items.into_iter().map(|item| items::row(item, Callback::new(move |()| leave()))).collect();
    view! {
        <div node_ref=element id=id class="menu" role="menu" aria-label=move || label.get() on:keydown=key>
            {rows}
        </div>
    }
}

/// Puts a menu that is in the page where there is room for it, shows it and gives it the focus.
fn open(menu: &HtmlElement, at: Anchor) {
    let (left, top) = at.beside(place::Room::of(menu));
    let style = menu.style();
    // Both names are properties of every browser.
    style.set_property("left", &format!("{left}px")).ok();
    style.set_property("top", &format!("{top}px")).ok();
    menu.set_attribute("data-placed", "").ok();
    if let Some(first) = choices(menu).first() {
        focus(first);
    }
}

fn move_focus(element: NodeRef<html::Div>, event: &KeyboardEvent) {
    let Some(menu) = element.get_untracked() else { return };
    let choices = choices(&menu);
    let names: Vec<String> = choices.iter().map(|choice| choice.text_content().unwrap_or_default()).collect();
    let here = focused().and_then(|focused| choices.iter().position(|choice| *choice == focused));
    if let Some(next) = items::after(&event.key(), here, &names) {
        event.prevent_default();
        event.stop_propagation();
        focus(&choices[next]);
    }
}

fn choices(menu: &HtmlElement) -> Vec<HtmlElement> {
    let children = menu.children();
    let all = (0..children.length()).filter_map(|place| children.item(place));
    let is_choice = |child: &web_sys::Element| {
        child.get_attribute("role").is_some_and(|role| role.starts_with("menuitem"))
    };
    all.filter(is_choice).filter_map(|child| child.dyn_into().ok()).collect()
}

fn contains(element: NodeRef<html::Div>, target: Option<web_sys::EventTarget>) -> bool {
    is_in(&element.get_untracked().map(Into::into), target)
}

fn is_in(element: &Option<HtmlElement>, target: Option<web_sys::EventTarget>) -> bool {
    let target = target.and_then(|target| target.dyn_into::<web_sys::Node>().ok());
    element.as_ref().is_some_and(|element| element.contains(target.as_ref()))
}
