//! The projects that this device knows: open one, forget one, or say that this is a shared computer.

pub mod forgetting;

pub mod confirm;

use js_sys::Date;
use leptos::{prelude::*, task::spawn_local};
use model::Role;
use wasm_bindgen::JsCast;

use super::words::{self, known as own};
use crate::app::project_path;
use crate::device::{self, Keeping, Known};
use crate::ui::{Button, Check, Kind, Live, focus};
use confirm::Confirm;
use forgetting::Forgetting;

/// The heading's id.
const HEADING: &str = "known";

/// The list, and the box to tick.
#[component]
pub fn Projects() -> impl IntoView {
    let forgetting = Forgetting::provide();
    let is_empty = Memo::new(move |_| forgetting.shown().is_empty());
    let none = move || view! { <p class="known__none">{own::NONE}</p> };
    view! {
        <section class="known" aria-labelledby=HEADING>
            <h2 id=HEADING tabindex="-1">
                {own::HEADING}
            </h2>
            <Show when=move || !is_empty.get() fallback=none>
                <ul class="known__list">
                    <For each=move || forgetting.shown() key=row_key let(known)>
                        <Row known=known />
                    </For>
                </ul>
            </Show>
            <SharedComputer />
            <Confirm />
        </section>
    }
}

#[component]
fn Row(known: Known) -> impl IntoView {
    let forgetting = Forgetting::expect();
    let title = title(&known);
    let facts = format!("{} · {}", own::role(&known.role), own::opened(&when(known.opened_at)));
    let name = own::forget(&title);
    let address = address(&known);
    view! {
        <li class="known__row">
            <div class="known__words">
                <a class="known__title" href=address>
                    {title}
                </a>
                <p class="known__facts">{facts}</p>
            </div>
            <Button
                label=own::FORGET
                kind=Kind::Quiet
                attr:aria-label=name
                on_press=move |()| forgetting.begin(known.clone())
            />
        </li>
    }
}

#[component]
fn SharedComputer() -> impl IntoView {
    let shared = RwSignal::new(device::keeping() == Keeping::Nothing);
    let live = Live::expect();
    let change = move |is_shared: bool| {
        shared.set(is_shared);
        let (keeping, words) = match is_shared {
            true => (Keeping::Nothing, own::SHARED_ON),
            false => (Keeping::Everything, own::SHARED_OFF),
        };
        live.say(words);
        spawn_local(device::keep(keeping));
    };
    view! {
        <div class="known__shared">
            <Check label=own::SHARED checked=shared on_change=change />
            <p class="known__facts">{own::SHARED_HINT}</p>
        </div>
    }
}

/// Gives the focus to the heading of the list.
pub fn focus_heading() {
    request_animation_frame(|| {
        let heading = document().get_element_by_id(HEADING).and_then(|heading| heading.dyn_into().ok());
        if let Some(heading) = heading {
            focus(&heading);
        }
    });
}

/// A row is drawn anew when anything that it shows has changed.
fn row_key(known: &Known) -> (String, String, String, u64) {
    (known.id.clone(), known.title.clone(), known.role.clone(), known.opened_at)
}

/// What a project is called here.
fn title(known: &Known) -> String {
    let title = known.title.trim();
    if title.is_empty() { own::UNTITLED.to_owned() } else { title.to_owned() }
}

/// The address that opens it with the strongest key but the owner's: that one stays on the device, which finds it there.
fn address(known: &Known) -> String {
    let key =
        [Role::Editor, Role::Contributor, Role::Viewer].into_iter().find_map(|role| known.keys.of(role));
    project_path(&known.id, key.unwrap_or_default())
}

fn when(opened_at: u64) -> String {
    let minutes = (Date::now() as u64).saturating_sub(opened_at) / 60_000;
    words::ago(minutes).unwrap_or_else(|| {
        let day = Date::new(&(opened_at as f64).into());
        let options = js_sys::Object::new();
        day.to_locale_date_string("en-GB", &options).into()
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::api::Keys;

    #[test]
    fn h12_a_project_opens_with_the_editors_key_where_there_is_one() {
        let key = |letter: &str| Some(letter.to_owned());
        let all = Keys { owner: key("o"), editor: key("e"), contributor: key("c"), viewer: key("v") };
        for (keys, expected) in [
            (all.clone(), "/p/x#e"),
            (Keys { editor: None, ..all.clone() }, "/p/x#c"),
            (Keys { owner: key("o"), ..Keys::default() }, "/p/x#"),
            (Keys::default(), "/p/x#"),
        ] {
            assert_eq!(address(&Known { id: "x".to_owned(), keys, ..Known::default() }), expected);
        }
    }
}
