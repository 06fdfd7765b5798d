//! The section one is in stands in the address: Back goes to the one before, and a reload or a bookmark finds it again.

use leptos::{ev, prelude::*};
use model::MeasureId;
use wasm_bindgen::JsValue;

use crate::diagram::commands;
use crate::state::ProjectState;
use crate::state::session::view::Section;

/// Opens the section that the address names, then keeps both the same.
pub(super) fn follow(state: ProjectState) {
    let section = state.session.view.section;
    section.set(here());
    let back = window_event_listener(ev::popstate, move |_| {
        let there = here();
        if section.with_untracked(|now| *now != there) {
            commands::finish(&state);
            section.set(there);
        }
    });
    on_cleanup(move || back.remove());
    Effect::new(move |before: Option<()>| {
        let named = section.with(query);
        if before.is_some() && search() != named {
            write(&named);
        }
    });
}

fn search() -> String {
    window().location().search().unwrap_or_default()
}

fn here() -> Section {
    section(&search())
}

/// The key of the address stays where it is.
fn write(query: &str) {
    let location = window().location();
    let path = location.pathname().unwrap_or_default();
    let key = location.hash().unwrap_or_default();
    let address = format!("{path}{query}{key}");
    // Without it, Back leaves the project, as from any page.
    if let Ok(history) = window().history() {
        history.push_state_with_url(&JsValue::NULL, "", Some(&address)).ok();
    }
}

/// What of an address names a section; nothing for the diagram.
fn query(section: &Section) -> String {
    match section {
        Section::Diagram => String::new(),
        Section::Measures => "?measures".to_owned(),
        Section::Wall => "?wall".to_owned(),
        Section::Measure(id) => format!("?measure={id}"),
    }
}

/// The section that an address names; the diagram where it names none that there is.
fn section(search: &str) -> Section {
    let mut said =
        search.trim_start_matches('?').split('&').map(|part| part.split_once('=').unwrap_or((part, "")));
    let named = said.find_map(|(name, value)| match name {
        "measures" => Some(Section::Measures),
        "wall" => Some(Section::Wall),
        "measure" => MeasureId::parse(value).ok().map(Section::Measure),
        _ => None,
    });
    named.unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn w1_an_address_names_the_section_and_comes_back_to_it() {
        for section_there in [
            Section::Diagram,
            Section::Measures,
            Section::Wall,
            Section::Measure(MeasureId::parse("m-1_a").unwrap()),
        ] {
            assert_eq!(section(&query(&section_there)), section_there);
        }
        for (search, expected) in [
            ("", Section::Diagram),
            ("?", Section::Diagram),
            ("?from=mail&wall=", Section::Wall),
            ("?measure=%20", Section::Diagram),
            ("?measure=", Section::Diagram),
            ("?elsewhere", Section::Diagram),
        ] {
            assert_eq!(section(search), expected, "{search}");
        }
    }
}
