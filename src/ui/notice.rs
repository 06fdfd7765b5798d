//! Notices: what was done, with what one may still want to do about it ("Undo · Keep the 7").

use std::{sync::Arc, time::Duration};

use leptos::prelude::*;
use wasm_bindgen::JsCast;
use web_sys::{FocusEvent, HtmlElement};

use super::button::{Button, IconButton, Kind};
use super::focus;
use super::icon::Icon;
use super::live::Live;
use crate::language::say;

/// More than these would hide the page.
const MOST: usize = 3;
/// How long a sentence stays.
const BRIEF: Duration = Duration::from_secs(8);
/// How long one with something to do stays; what it offers can be done in another way later.
const LONG: Duration = Duration::from_secs(20);

/// Something that a notice offers.
#[derive(Clone)]
pub struct Action {
    /// The words of its button.
    pub label: String,
    /// What it does; the notice goes away. Not a `Callback`: what made the notice may be gone from the page by now,
    /// and its callbacks with it.
    pub run: Arc<dyn Fn() + Send + Sync>,
}

impl Action {
    /// An offer.
    pub fn new(label: impl Into<String>, run: impl Fn() + Send + Sync + 'static) -> Self {
        Self { label: label.into(), run: Arc::new(run) }
    }
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Tone {
    Plain,
    Error,
}

#[derive(Clone)]
struct Notice {
    id: u32,
    /// What it is about, where a newer one about the same makes it pointless.
    topic: Option<&'static str>,
    text: String,
    tone: Tone,
    /// Whether it goes away by itself.
    stays: bool,
    actions: Vec<Action>,
}

/// The notices of a page. Provided once, in `app.rs`, after `Live`.
#[derive(Clone, Copy)]
pub struct Notices {
    list: RwSignal<Vec<Notice>>,
    next: StoredValue<u32>,
    /// What had the focus before one went to the notices.
    came_from: StoredValue<Option<HtmlElement>, LocalStorage>,
    live: Live,
}

impl Notices {
    /// Makes them and gives them to everything below.
    pub fn provide() -> Self {
        let notices = Self {
            list: RwSignal::new(Vec::new()),
            next: StoredValue::new(0),
            came_from: StoredValue::new_local(None),
            live: Live::expect(),
        };
        provide_context(notices);
        notices
    }

    /// The notices of this page.
    pub fn expect() -> Self {
        use_context().expect("Notices are provided in app.rs")
    }

    /// Says something.
    pub fn say(self, text: impl Into<String>) {
        self.offer(text, Vec::new());
    }

    /// Says something and offers what can be done about it.
    pub fn offer(self, text: impl Into<String>, actions: Vec<Action>) {
        let (id, text) = (self.fresh_id(), text.into());
        self.push(Notice { id, topic: None, text, tone: Tone::Plain, stays: false, actions });
    }

    /// The same, until it is closed.
    pub fn offer_until_closed(self, text: impl Into<String>, actions: Vec<Action>) {
        let (id, text) = (self.fresh_id(), text.into());
        self.push(Notice { id, topic: None, text, tone: Tone::Plain, stays: true, actions });
    }

    /// The same, in the place of the notice of that topic, if one still stands: what that one offered is over.
    pub fn offer_as(self, topic: &'static str, text: impl Into<String>, actions: Vec<Action>) {
        self.withdraw(topic);
        let (id, topic, text) = (self.fresh_id(), Some(topic), text.into());
        self.push(Notice { id, topic, text, tone: Tone::Plain, stays: false, actions });
    }

    /// Takes away the notice of that topic, if one still stands, because what it says or offers is over.
    pub fn withdraw(self, topic: &'static str) {
        let stands = |list: &Vec<Notice>| list.iter().any(|notice| notice.topic == Some(topic));
        if self.list.try_with_untracked(stands) == Some(true) {
            self.list.update(|list| list.retain(|notice| notice.topic != Some(topic)));
        }
    }

    /// Says what went wrong and what can be done; stays until it is closed.
    pub fn fail(self, text: impl Into<String>, actions: Vec<Action>) {
        let (id, text) = (self.fresh_id(), text.into());
        self.push(Notice { id, topic: None, text, tone: Tone::Error, stays: true, actions });
    }

    fn fresh_id(self) -> u32 {
        let id = self.next.get_value();
        self.next.set_value(id + 1);
        id
    }

    fn push(self, notice: Notice) {
        self.live.say(spoken(&notice.text, &notice.actions));
        self.list.update(|list| {
            list.push(notice);
            let surplus = list.len().saturating_sub(MOST);
            list.drain(..surplus);
        });
    }

    /// Closes a notice one is in, and gives the focus back to where one came from.
    fn leave(self, id: u32) {
        if let Some(came_from) = self.came_from.try_update_value(Option::take).flatten() {
            focus(&came_from);
        }
        self.close(id);
    }

    /// Remembers what has lost the focus to a notice, unless that is in one too.
    fn entered(self, event: &FocusEvent) {
        let from = event.related_target().and_then(|from| from.dyn_into::<HtmlElement>().ok());
        let is_outside = |from: &HtmlElement| matches!(from.closest(".notices"), Ok(None));
        if let Some(from) = from.filter(is_outside) {
            self.came_from.set_value(Some(from));
        }
    }

    fn close(self, id: u32) {
        // None after the app is gone.
        self.list.try_update(|list| list.retain(|notice| notice.id != id));
    }

    /// Closes a notice after a while, but never while it is pointed at or holds the focus.
    fn close_later(self, id: u32, after: Duration, held: RwSignal<bool>) {
        let close = move || match held.try_get_untracked() {
            Some(true) => self.close_later(id, after, held),
            _ => self.close(id),
        };
        set_timeout(close, after);
    }
}

fn spoken(text: &str, actions: &[Action]) -> String {
    let offers: Vec<&str> = actions.iter().map(|action| action.label.as_str()).collect();
    if offers.is_empty() { text.to_owned() } else { format!("{text} {}.", offers.join(", ")) }
}

/// Where the notices appear; once in a page.
#[component]
pub fn NoticeArea() -> impl IntoView {
    let notices = Notices::expect();
    view! {
        <section class="notices" aria-label=say().ui_notices() on:focusin=move |event| notices.entered(&event)>
            <For each=move || notices.list.get() key=|notice| notice.id let(notice)>
                <Toast notice=notice />
            </For>
        </section>
    }
}

#[component]
fn Toast(notice: Notice) -> impl IntoView {
    let notices = Notices::expect();
    let id = notice.id;
    let held = RwSignal::new(false);
    if !notice.stays {
        notices.close_later(id, if notice.actions.is_empty() { BRIEF } else { LONG }, held);
    }
    let actions: Vec<_> = notice.actions.into_iter().map(|action| offer(id, action)).collect();
    let tone = (notice.tone == Tone::Error).then_some("error");
    view! {
        <div
            class="toast"
            data-tone=tone
            on:pointerenter=move |_| held.set(true)
            on:pointerleave=move |_| held.set(false)
            on:focusin=move |_| held.set(true)
            on:focusout=move |_| held.set(false)
        >
            <p class="toast__text">{notice.text}</p>
            <div class="toast__actions">
                {actions} <IconButton label=say().ui_close() icon=Icon::Close on_press=move |()| notices.leave(id) />
            </div>
        </div>
    }
}

fn offer(id: u32, action: Action) -> impl IntoView {
    let notices = Notices::expect();
    let press = move |()| {
        notices.leave(id);
        (action.run)();
    };
    view! { <Button label=action.label kind=Kind::Link on_press=press /> }
}
