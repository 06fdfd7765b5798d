//! A few words of which one holds, side by side.

use leptos::prelude::*;

use crate::ui::unique_id;

/// A group of words to choose from; the arrow keys move through it.
#[component]
pub fn Segments(
    /// What is asked.
    #[prop(into)]
    label: String,
    /// Each choice: its name in the document, and its words. An empty name says nothing.
    options: Vec<(&'static str, &'static str)>,
    /// The name of what holds now.
    #[prop(into)]
    now: Signal<&'static str>,
    /// Called with the name of what is chosen.
    #[prop(into)]
    on_choose: Callback<&'static str>,
) -> impl IntoView {
    let group = unique_id("segments");
    let segment = |(name, words): (&'static str, &'static str)| {
        view! {
            <label class="segment">
                <input type="radio" class="segment__input" name=group.clone() data-choice=name
                    prop:checked=move || now.get() == name on:change=move |_| on_choose.run(name) />
                <span class="segment__face">{words}</span>
            </label>
        }
    };
    let segments = options.into_iter().map(segment).collect_view();
    view! {
        <fieldset class="segments">
            <legend class="field__label">{label}</legend>
            <div class="segments__row">{segments}</div>
        </fieldset>
    }
}
