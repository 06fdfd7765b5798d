//! Dialogs: the browser's own, so that the page behind is inert; the focus goes back to where it came from.

use leptos::{html, prelude::*};
use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlDialogElement, HtmlElement, MouseEvent};

use crate::language::say;

use super::button::{IconButton, Size};
use super::icon::Icon;
use super::{focus, focused, unique_id};

/// Where the focus goes when a dialog opens, the best first: what is to be filled in, then what most people want. A
/// browser would take the first button, which closes it.
const FIRST: [&str; 2] = [
    ".dialog__body :is(input:not([readonly], [type=hidden]), textarea:not([readonly]), select)",
    ".dialog__body [data-kind=filled]:not([aria-disabled=true])",
];

/// A modal dialog with a title and a way out. What is in it exists only while it is open.
#[component]
pub fn Dialog(
    /// Its title
    #[prop(into)]
    title: Signal<String>,
    /// Whether it is open; set to false when it is closed by Esc, by its button, or by a press beside it
    open: RwSignal<bool>,
    /// Large is for what has columns
    #[prop(optional)]
    size: Size,
    /// While true the focus does not go back when it is taken from the page: what was asked for in it has it next
    #[prop(optional, into)]
    goes_on: Signal<bool>,
    /// What is in it
    children: ChildrenFn,
) -> impl IntoView {
    let element = NodeRef::<html::Dialog>::new();
    let opener = StoredValue::new_local(None::<HtmlElement>);
    let title_id = unique_id("dialog");
    let labelled_by = title_id.clone();
    Effect::new(move |_| {
        let Some(dialog) = element.get() else { return };
        match (open.get(), dialog.open()) {
            (true, false) => {
                opener.set_value(focused());
                // Refused only when it is open already, or out of the page.
                dialog.show_modal().ok();
                // What is in it comes into the page in this turn, perhaps after this.
                request_animation_frame(move || focus_first(&dialog));
            }
            (false, true) => dialog.close(),
            _ => {}
        }
    });
    let closed = move |_| {
        open.set(false);
        if let Some(opener) = opener.try_update_value(Option::take).flatten() {
            focus(&opener);
        }
    };
    // Who takes an open dialog from the page has not closed it: only then does the browser give the focus back.
    on_cleanup(move || {
        let dialog = element.try_get_untracked().flatten();
        if let Some(dialog) =
            dialog.filter(|dialog| dialog.open() && goes_on.try_get_untracked() != Some(true))
        {
            dialog.close();
        }
    });
    let pressed = move |event: MouseEvent| {
        if element.get_untracked().is_some_and(|dialog| is_beside(&dialog, &event)) {
            open.set(false);
        }
    };
    let wide = (size == Size::Large).then_some("wide");
    view! {
        <dialog node_ref=element class="dialog" data-size=wide aria-labelledby=labelled_by on:close=closed on:mousedown=pressed>
            <div class="dialog__head">
                <h2 class="dialog__title" id=title_id tabindex="-1" autofocus>
                    {move || title.get()}
                </h2>
                <IconButton label=say().ui_close() icon=Icon::Close on_press=move |()| open.set(false) />
            </div>
            <Show when=move || open.get()>
                <div class="dialog__body">{children()}</div>
            </Show>
        </dialog>
    }
}

/// Closes the dialog that is open at once: the focus is back where it came from before anything else is done, which may
/// lead it elsewhere.
pub fn shut() {
    let open = document().query_selector("dialog[open]").ok().flatten();
    if let Some(dialog) = open.and_then(|open| open.dyn_into::<HtmlDialogElement>().ok()) {
        dialog.close();
    }
}

/// Takes the focus from the title to what is there to be done, unless something in the dialog has taken it already.
fn focus_first(dialog: &HtmlDialogElement) {
    let is_taken = dialog.query_selector(".dialog__body :focus").ok().flatten().is_some();
    let first = || FIRST.iter().find_map(|which| dialog.query_selector(which).ok().flatten());
    if let Some(first) = first().filter(|_| !is_taken).and_then(|first| first.dyn_into().ok()) {
        focus(&first);
    }
}

/// Whether somebody pressed on the veil around a dialog, which belongs to it. Its scroll bars lie inside.
fn is_beside(dialog: &Element, event: &MouseEvent) -> bool {
    let place = dialog.get_bounding_client_rect();
    let (x, y) = (f64::from(event.client_x()), f64::from(event.client_y()));
    // A press by the keyboard has no place.
    let is_pressed = event.detail() > 0;
    let is_inside =
        (place.left()..=place.right()).contains(&x) && (place.top()..=place.bottom()).contains(&y);
    is_pressed && !is_inside
}
