//! Who is here: I tell the others where I am, and see them in the bar.

use document::presence::{HUES, Presence};
use leptos::prelude::*;
use model::role::Action;

use crate::device;
use crate::language::say;
use crate::random::random;
use crate::state::ProjectState;
use crate::state::presence::Participant;
use crate::state::session::Dialog;
use crate::ui::{Icon, IconView};

/// How many people the bar shows before it only counts.
const SHOWN: usize = 4;

/// Tells the others my name, my colour and the card I am in, whenever one of them changes.
pub fn announce(state: ProjectState) {
    state.session.name.set(device::name());
    state.session.hue.set(device::hue().unwrap_or_else(|| (random() % u128::from(HUES)) as u8 + 1));
    let me = state.with_document(|document| document.client_id());
    let guest = Memo::new(move |before: Option<&u32>| {
        let number = before.copied().unwrap_or(1);
        state.presence.others.with(|others| guest_number(number, me, others))
    });
    Effect::new(move |_| {
        let card = state.session.current.get();
        let name = shown_name(&state.session.name.get(), guest.get());
        if !state.role.get().may(Action::BePresent) {
            return state.present(None);
        }
        let (color, caret) = (state.session.hue.get(), state.session.caret.get());
        let presence = Presence { name, color, card, caret, ..Presence::default() };
        state.present(Some(presence.to_json()));
    });
}

/// Keeps the name one goes by, and the colour.
pub fn rename(state: &ProjectState, name: &str, hue: u8) {
    let name = name.trim().to_owned();
    device::set_name(&name);
    device::set_hue(hue);
    state.session.name.set(name);
    state.session.hue.set(hue);
}

/// "Guest 2" until somebody says a name: it is an offer, not a gate.
fn shown_name(name: &str, guest: u32) -> String {
    if name.is_empty() { guest_name(guest) } else { name.to_owned() }
}

fn guest_name(number: u32) -> String {
    say().people_guest(number)
}

/// The number of a guest: of two who have the same, the one whose page has the lower id keeps it.
fn guest_number(own: u32, me: u64, others: &[Participant]) -> u32 {
    let has = |number: u32, other: &Participant| other.presence.name == guest_name(number);
    if !others.iter().any(|other| other.client_id < me && has(own, other)) {
        return own;
    }
    (1..).find(|number| !others.iter().any(|other| has(*number, other))).unwrap_or(own)
}

/// The people in the bar; pressing it offers to say one's own name.
#[component]
pub fn People() -> impl IntoView {
    let state = ProjectState::expect();
    let others = state.presence.others;
    let label = move || {
        let names: Vec<String> =
            others.with(|others| others.iter().map(|other| other.presence.name.clone()).collect());
        let here = match names.len() {
            0 => say().people_alone().to_owned(),
            more => say().people_here(more + 1, &names.join(", ")),
        };
        // What is seen on the button is said of it, so that it can be asked for by voice.
        match state.session.name.get() {
            name if name.is_empty() => format!("{here}. {}", say().people_add_name()),
            name => format!("{here}. {}: {name}", say().people_name()),
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
                        <span class="avatar" data-hue=presence.color.to_string() title=presence.name.clone() aria-hidden="true"
                            data-letters=initials(&presence.name)></span>
                    }
                })
                .collect_view()
        })
    };
    let more = move || {
        let more = others.with(Vec::len).saturating_sub(SHOWN);
        (more > 0)
            .then(|| view! { <span class="people__more" aria-hidden="true" data-letters=format!("+{more}")></span> })
    };
    let own = move || {
        let name = state.session.name.get();
        if name.is_empty() { say().people_add_name().to_owned() } else { name }
    };
    view! {
        <button type="button" class="people" aria-label=label title=label data-people=move || others.with(Vec::len)
            on:click=move |_| state.session.dialog.set(Some(Dialog::Name))>
            {avatars}
            {more}
            <span class="people__icon"><IconView icon=Icon::Person /></span>
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
    fn w2_guests_are_counted() {
        let guest = |client_id: u64, name: &str| Participant {
            client_id,
            presence: Presence { name: name.to_owned(), ..Presence::default() },
        };
        for (own, others, expected) in [
            (1, vec![], 1),
            (1, vec![guest(3, "Guest 1")], 2),
            (1, vec![guest(9, "Guest 1")], 1),
            (1, vec![guest(3, "Guest 1"), guest(9, "Guest 2")], 3),
            (2, vec![guest(3, "Guest 1")], 2),
            (1, vec![guest(3, "Sam")], 1),
        ] {
            assert_eq!(guest_number(own, 5, &others), expected, "{own} {others:?}");
        }
    }

    #[test]
    fn w2_nobody_has_to_say_a_name() {
        assert_eq!(shown_name("", 3), "Guest 3");
        assert_eq!(shown_name("Sam", 3), "Sam");
    }
}
