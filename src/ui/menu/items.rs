//! What a menu holds, and where its keys lead.

use std::sync::Arc;

use leptos::prelude::*;

use super::super::icon::{Icon, IconView};

/// A line of a menu.
#[derive(Clone)]
pub enum Item {
    /// Something to choose
    Choice(Choice),
    /// Words above the choices that follow
    Heading(String),
    /// A line between two groups
    Rule,
}

/// Something to choose.
#[derive(Clone)]
pub struct Choice {
    /// Its words.
    pub label: String,
    /// A drawing before them.
    pub icon: Option<Icon>,
    /// The keys that do the same, as people read them; empty when there are none.
    pub keys: String,
    /// Whether it can be chosen, or is.
    pub state: State,
    /// What it does, after the menu has gone and given the focus back; not a `Callback`, which would go with it.
    pub run: Arc<dyn Fn() + Send + Sync>,
}

/// How a choice stands.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub enum State {
    /// It can be chosen
    #[default]
    Ready,
    /// One of several, and the one that holds
    Chosen,
    /// One of several, and not the one that holds
    NotChosen,
    /// One of several that can hold together, and it does
    Ticked,
    /// One of several that can hold together, and it does not
    NotTicked,
    /// It removes something
    Danger,
    /// It cannot be chosen now, for this reason; empty where its words say it
    Blocked(String),
}

impl Choice {
    /// A choice that can be made.
    pub fn new(label: impl Into<String>, run: impl Fn() + Send + Sync + 'static) -> Self {
        Self { label: label.into(), icon: None, keys: String::new(), state: State::Ready, run: Arc::new(run) }
    }

    /// With a drawing.
    pub fn icon(self, icon: Icon) -> Self {
        Self { icon: Some(icon), ..self }
    }

    /// With keys that do the same.
    pub fn keys(self, keys: impl Into<String>) -> Self {
        Self { keys: keys.into(), ..self }
    }

    /// In another state.
    pub fn state(self, state: State) -> Self {
        Self { state, ..self }
    }
}

impl State {
    /// Its role, and whether it is checked.
    fn role(&self) -> (&'static str, Option<&'static str>) {
        match self {
            State::Chosen => ("menuitemradio", Some("true")),
            State::NotChosen => ("menuitemradio", Some("false")),
            State::Ticked => ("menuitemcheckbox", Some("true")),
            State::NotTicked => ("menuitemcheckbox", Some("false")),
            State::Ready | State::Danger | State::Blocked(_) => ("menuitem", None),
        }
    }
}

impl From<Choice> for Item {
    fn from(choice: Choice) -> Self {
        Item::Choice(choice)
    }
}

/// Draws a line; `leave` closes the menu and gives the focus back.
pub(super) fn row(item: Item, leave: Callback<()>) -> AnyView {
    match item {
        Item::Choice(choice) => choice_row(choice, leave).into_any(),
        Item::Heading(words) => {
            view! { <div class="menu__heading" role="presentation">{words}</div> }.into_any()
        }
        Item::Rule => view! { <div class="menu__rule" role="separator"></div> }.into_any(),
    }
}

fn choice_row(choice: Choice, leave: Callback<()>) -> impl IntoView {
    let (role, checked) = choice.state.role();
    let why = match &choice.state {
        State::Blocked(why) => Some(why.clone()),
        _ => None,
    };
    let is_blocked = why.is_some();
    let why = why.filter(|why| !why.is_empty());
    let icon = if checked == Some("true") { Some(Icon::Tick) } else { choice.icon };
    let press = move |_| {
        if !is_blocked {
            leave.run(());
            (choice.run)();
        }
    };
    view! {
        <button
            type="button"
            class="menu__item"
            role=role
            tabindex="-1"
            data-tone=(choice.state == State::Danger).then_some("danger")
            aria-checked=checked
            aria-disabled=is_blocked.then_some("true")
            on:click=press
        >
            {icon.map(|icon| view! { <IconView icon=icon /> })}
            <span class="menu__label">{choice.label}</span>
            <span class="menu__key">{choice.keys}</span>
            {why.map(|why| view! { <span class="menu__why">{why}</span> })}
        </button>
    }
}

/// Where a key leads from `here` among the choices of these names; a letter goes to the next that begins with it.
pub(super) fn after(key: &str, here: Option<usize>, names: &[String]) -> Option<usize> {
    let last = names.len().checked_sub(1)?;
    match key {
        "ArrowDown" => Some(here.map_or(0, |here| if here == last { 0 } else { here + 1 })),
        "ArrowUp" => Some(here.map_or(last, |here| if here == 0 { last } else { here - 1 })),
        "Home" => Some(0),
        "End" => Some(last),
        letter if letter.chars().count() == 1 && letter != " " => {
            let start = here.map_or(0, |here| here + 1);
            let begins = |place: &usize| names[*place].to_lowercase().starts_with(&letter.to_lowercase());
            (start..=last).chain(0..start.min(names.len())).find(begins)
        }
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(key: &str, here: Option<usize>, expected: Option<usize>) {
        let names = ["Add below", "Add inside", "Delete"].map(str::to_owned);
        assert_eq!(after(key, here, &names), expected, "{key} from {here:?}");
    }

    #[test]
    fn u3_keys_move_through_a_menu() {
        check("ArrowDown", None, Some(0));
        check("ArrowDown", Some(2), Some(0));
        check("ArrowUp", None, Some(2));
        check("ArrowUp", Some(0), Some(2));
        check("End", Some(0), Some(2));
        check("Home", Some(2), Some(0));
        check("a", Some(0), Some(1));
        check("A", Some(1), Some(0));
        check("d", None, Some(2));
        check("x", Some(1), None);
        check("Enter", Some(1), None);
    }

    #[test]
    fn u3_what_can_hold_together_is_ticked() {
        for (state, role, checked) in [
            (State::Ready, "menuitem", None),
            (State::Blocked(String::new()), "menuitem", None),
            (State::Chosen, "menuitemradio", Some("true")),
            (State::NotChosen, "menuitemradio", Some("false")),
            (State::Ticked, "menuitemcheckbox", Some("true")),
            (State::NotTicked, "menuitemcheckbox", Some("false")),
        ] {
            assert_eq!(state.role(), (role, checked), "{state:?}");
        }
    }

    #[test]
    fn u3_an_empty_menu_has_nowhere_to_go() {
        assert_eq!(after("ArrowDown", None, &[]), None);
    }
}
