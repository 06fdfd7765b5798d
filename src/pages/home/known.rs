//! The projects that this device knows: open one, forget one, or say that this is a shared computer.

pub mod forgetting;

pub mod confirm;

use js_sys::Date;
use leptos::{prelude::*, task::spawn_local};
use model::Role;
use wasm_bindgen::JsCast;
use words::{Day, Words};

use crate::app::project_path;
use crate::device::{self, Keeping, Known};
use crate::language::say;
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
    let none = move || view! { <p class="known__none">{say().home_known_none()}</p> };
    view! {
        <section class="known" aria-labelledby=HEADING>
            <h2 id=HEADING tabindex="-1">
                {say().home_known()}
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
    let facts = say().home_known_facts(role(&known.role), &when(known.opened_at));
    let name = say().home_forget_named(&title);
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
                label=say().home_forget()
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
            true => (Keeping::Nothing, say().home_shared_on()),
            false => (Keeping::Everything, say().home_shared_off()),
        };
        live.say(words);
        spawn_local(device::keep(keeping));
    };
    view! {
        <div class="known__shared">
            <Check label=say().home_shared() checked=shared on_change=change />
            <p class="known__facts">{say().home_shared_hint()}</p>
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
    if title.is_empty() { say().home_untitled().to_owned() } else { title.to_owned() }
}

/// The address that opens it with the strongest key but the owner's: that one stays on the device, which finds it there.
fn address(known: &Known) -> String {
    let key =
        [Role::Editor, Role::Contributor, Role::Viewer].into_iter().find_map(|role| known.keys.of(role));
    project_path(&known.id, key.unwrap_or_default())
}

/// What a role means to the one who has it.
fn role(name: &str) -> &'static str {
    match name {
        "owner" => say().home_role_owner(),
        "editor" => say().home_role_editor(),
        "contributor" => say().home_role_contributor(),
        _ => say().home_role_viewer(),
    }
}

fn when(opened_at: u64) -> String {
    let minutes = (Date::now() as u64).saturating_sub(opened_at) / 60_000;
    ago(say(), minutes).unwrap_or_else(|| {
        let date = Date::new(&(opened_at as f64).into());
        let (month, day) = (date.get_month() as u8 + 1, date.get_date() as u8);
        say().date(Day { year: date.get_full_year() as i32, month, day })
    })
}

/// How long ago something was, from a minute to a week; longer ago, a date says more.
fn ago(words: Words, minutes: u64) -> Option<String> {
    match minutes {
        0 => Some(words.home_ago_now().to_owned()),
        1..60 => Some(words.home_ago_minutes(minutes)),
        60..1440 => Some(words.home_ago_hours(minutes / 60)),
        1440..2880 => Some(words.home_ago_yesterday().to_owned()),
        2880..10080 => Some(words.home_ago_days(minutes / 1440)),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use words::Language;

    use super::*;
    use crate::api::Keys;

    #[test]
    fn h6_recent_times_are_told_in_words() {
        for (minutes, english, welsh) in [
            (0, "just now", "eiliad yn ôl"),
            (1, "1 minute ago", "1 munud yn ôl"),
            (2, "2 minutes ago", "2 funud yn ôl"),
            (59, "59 minutes ago", "59 munud yn ôl"),
            (60, "1 hour ago", "1 awr yn ôl"),
            (1439, "23 hours ago", "23 awr yn ôl"),
            (1440, "yesterday", "ddoe"),
            (2880, "2 days ago", "2 ddiwrnod yn ôl"),
            (10079, "6 days ago", "6 diwrnod yn ôl"),
        ] {
            assert_eq!(ago(Words::new(Language::English), minutes).as_deref(), Some(english), "{minutes}");
            assert_eq!(ago(Words::new(Language::Welsh), minutes).as_deref(), Some(welsh), "{minutes}");
        }
        assert_eq!(ago(Words::default(), 10080), None);
    }

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
