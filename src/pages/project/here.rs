//! Who is here: I tell the others where I am, and see them in the bar.

use document::presence::Presence;
use leptos::prelude::*;
use model::role::Action;

use crate::device;
use crate::random::random;
use crate::state::ProjectState;
use crate::state::session::Dialog;

/// How many hues there are for people.
const HUES: u64 = 6;
/// How many people the bar shows before it only counts.
const SHOWN: usize = 4;

/// Tells the others my name, my colour and the card I am in, whenever one of them changes.
pub fn announce(state: ProjectState) {
    let guest = random() as u64;
    state.session.name.set(device::name());
    Effect::new(move |_| {
        let card = state.session.current.get();
        let name = shown_name(&state.session.name.get(), guest);
        if !state.role.get().may(Action::BePresent) {
            return state.present(None);
        }
        let color = (guest % HUES + 1) as u8;
        let presence = Presence { name, color, card, ..Presence::default() };
        state.present(Some(presence.to_json()));
    });
}

/// Keeps the name one goes by.
pub fn rename(state: &ProjectState, name: &str) {
    let name = name.trim().to_owned();
    device::set_name(&name);
    state.session.name.set(name);
}

/// "Guest 2" until somebody says a name: it is an offer, not a gate.
fn shown_name(name: &str, guest: u64) -> String {
    if name.is_empty() { format!("Guest {}", guest % 90 + 10) } else { name.to_owned() }
}

/// The people in the bar; pressing it offers to say one's own name.
#[component]
pub fn People() -> impl IntoView {
    let state = ProjectState::expect();
    let others = state.presence.others;
    let label = move || {
        let names: Vec<String> =
            others.with(|others| others.iter().map(|other| other.presence.name.clone()).collect());
        match names.len() {
            0 => "Only you are here. Add your name".to_owned(),
            more => format!("{} people here: you, {}. Your name", more + 1, names.join(", ")),
        }
    };
    let avatars = move || {
        others.with(|others| {
            others
                .iter()
                .take(SHOWN)
                .map(|other| {
                    let presence = &other.presence;
                    view! {
                        <span class="avatar" data-hue=presence.color.to_string() title=presence.name.clone() aria-hidden="true">
                            {initials(&presence.name)}
                        </span>
                    }
                })
                .collect_view()
        })
    };
    let more = move || {
        let more = others.with(Vec::len).saturating_sub(SHOWN);
        (more > 0)
            .then(|| view! { <span class="people__more" aria-hidden="true">{format!("+{more}")}</span> })
    };
    let own = move || {
        let name = state.session.name.get();
        if name.is_empty() { "Add your name".to_owned() } else { name }
    };
    view! {
        <button type="button" class="people" aria-label=label title=label data-people=move || others.with(Vec::len)
            on:click=move |_| state.session.dialog.set(Some(Dialog::Name))>
            {avatars}
            {more}
            <span class="people__own" data-wide="">{own}</span>
        </button>
    }
}

/// Two letters for a name: of its first and its last word.
fn initials(name: &str) -> String {
    let words: Vec<&str> = name.split_whitespace().collect();
    let letter = |word: Option<&&str>| word.and_then(|word| word.chars().next());
    let last = (words.len() > 1).then(|| letter(words.last())).flatten();
    letter(words.first()).into_iter().chain(last).flat_map(char::to_uppercase).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn w2_a_name_is_shown_by_two_letters() {
        for (name, expected) in
            [("Sam Okafor", "SO"), ("Amina", "A"), ("", ""), ("ŵyn dai jones", "ŴJ"), ("Guest 42", "G4")]
        {
            assert_eq!(initials(name), expected, "{name}");
        }
    }

    #[test]
    fn w2_nobody_has_to_say_a_name() {
        assert_eq!(shown_name("", 3), "Guest 13");
        assert_eq!(shown_name("Sam", 3), "Sam");
    }
}
