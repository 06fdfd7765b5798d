//! A field one searches in, over a list one picks from: arrows lead through the list while the field keeps the keyboard
//! (the combobox pattern of the ARIA authoring guide).

use leptos::{html, prelude::*};
use model::search::Search;
use wasm_bindgen::JsCast;

use super::icon::{Icon, IconSize, IconView};
use super::unique_id;

/// Something that was found.
#[derive(Debug, Clone, PartialEq)]
pub struct Found {
    /// What it is called.
    pub label: String,
    /// What else is said of it; empty when nothing.
    pub more: String,
    /// Keys that lead there too; empty when none.
    pub keys: String,
    /// A drawing before it.
    pub icon: Option<Icon>,
}

/// Whether a text holds every word that is searched for, in any order and whatever its case and marks.
pub fn seeks(search: &str) -> impl Fn(&str) -> bool + use<> {
    let search = Search::of(search);
    move |text| search.finds(text)
}

/// The field and the list.
#[component]
pub fn Finder(
    /// What is asked
    label: &'static str,
    /// What the list holds, for those who listen
    list: &'static str,
    /// What is said when nothing fits
    none: &'static str,
    /// What is searched for
    value: RwSignal<String>,
    /// What fits, the best first
    #[prop(into)]
    found: Signal<Vec<Found>>,
    /// Told the place of what was picked
    on_pick: Callback<usize>,
) -> impl IntoView {
    let (field, list_id) = (unique_id("finder"), unique_id("found"));
    let (field_for, controls, list_name) = (field.clone(), list_id.clone(), list_id.clone());
    let at = RwSignal::new(0_usize);
    let item = move |place: usize| format!("{list_name}-{place}");
    let active = {
        let item = item.clone();
        move || found.with(|found| (!found.is_empty()).then(|| item(at.get().min(found.len() - 1))))
    };
    let typed = move |event| {
        value.set(event_target_value(&event));
        at.set(0);
    };
    let key = move |event: web_sys::KeyboardEvent| {
        let count = found.with(Vec::len);
        if event.is_composing() || count == 0 {
            return;
        }
        let now = at.get_untracked().min(count - 1);
        match event.key().as_str() {
            "ArrowDown" => at.set((now + 1) % count),
            "ArrowUp" => at.set((now + count - 1) % count),
            "PageDown" => at.set((now + 10).min(count - 1)),
            "PageUp" => at.set(now.saturating_sub(10)),
            "Enter" => on_pick.run(now),
            _ => return,
        }
        event.prevent_default();
    };
    let list_node = NodeRef::<html::Ul>::new();
    Effect::new(move |_| {
        at.track();
        request_animation_frame(move || {
            // Who picks quickly has left the list by then.
            let chosen = list_node
                .try_get_untracked()
                .flatten()
                .and_then(|list| list.query_selector("[aria-selected=true]").ok().flatten());
            if let Some(chosen) = chosen.and_then(|chosen| chosen.dyn_into::<web_sys::Element>().ok()) {
                super::into_sight(&chosen);
            }
        });
    });
    let row = move |(place, found): (usize, Found)| {
        let chosen = move || (at.get() == place).to_string();
        let Found { label, more, keys, icon } = found;
        view! {
            <li class="option list__row" role="option" id=item(place) aria-selected=chosen
                on:pointermove=move |_| at.set(place) on:click=move |_| on_pick.run(place)>
                {icon.map(|icon| view! { <IconView icon size=IconSize::Small /> })}
                <span class="list__text">{label}</span>
                <span class="list__more">{more}</span>
                {(!keys.is_empty()).then(|| view! { <kbd class="menu__key">{keys}</kbd> })}
            </li>
        }
    };
    view! {
        <div class="field finder">
            <label class="field__label" for=field_for>{label}</label>
            <input class="field__input" type="text" id=field role="combobox" autocomplete="off" spellcheck="false"
                maxlength="200" aria-expanded="true" aria-autocomplete="list" aria-controls=controls
                aria-activedescendant=active prop:value=value on:input=typed on:keydown=key />
            <p class="list__more" role="status">{move || found.with(Vec::is_empty).then_some(none)}</p>
            <ul class="list finder__list" role="listbox" id=list_id aria-label=list node_ref=list_node>
                {move || found.get().into_iter().enumerate().map(&row).collect_view()}
            </ul>
        </div>
    }
}
