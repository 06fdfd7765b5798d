//! What people say about a card: comments with replies, settled when they are done with.

use leptos::{html, prelude::*};
use model::about::Thread;
use model::contribution::Comment;
use model::edit::Presence;
use model::id::EntryId;
use model::{Change, Edit};

use super::{Subject, Unsent};
use crate::days;
use crate::diagram::badges::Part;
use crate::diagram::keys;
use crate::language::say;
use crate::random::random;
use crate::state::ProjectState;
use crate::ui::{Button, Kind, focus_at, focus_in, unique_id};

/// All comments of a card, and a field for more.
#[component]
pub fn Comments(
    /// The card.
    subject: Subject,
    /// Whether one may only read.
    reader: Memo<bool>,
    /// Comments that were begun and not sent.
    unsent: Unsent,
) -> impl IntoView {
    let state = subject.state;
    let about = state.document.about(&subject.id());
    let threads = Memo::new(move |_| about.read().threads.clone());
    let ids = move |resolved: bool| {
        let of_kind = |thread: &&Thread| thread.first.resolved == resolved;
        threads.with(|threads| {
            threads.iter().filter(of_kind).map(|thread| thread.first.id.clone()).collect::<Vec<String>>()
        })
    };
    let open = Memo::new(move |_| ids(false));
    let settled = Memo::new(move |_| ids(true));
    let shows_settled = RwSignal::new(false);
    let fold = Signal::derive(move || {
        let count = settled.with(Vec::len);
        if shows_settled.get() { say().comments_resolved_hide(count) } else { say().comments_resolved(count) }
    });
    let none = || view! { <p class="list__more">{say().comments_none()}</p> };
    view! {
        <section class="details__section" data-comments>
            <h3 class="details__heading" tabindex="-1" data-part=Part::Comments.name()>{say().comments_title()}</h3>
            <Show when=move || !threads.read().is_empty() fallback=none>
                <ul class="comments">
                    <For each=move || open.get() key=String::clone let:id><ThreadView id threads reader /></For>
                </ul>
            </Show>
            <Show when=move || !settled.read().is_empty()>
                <div><Button label=fold kind=Kind::Link attr:aria-expanded=move || shows_settled.get().to_string()
                    on_press=move |()| shows_settled.update(|shown| *shown = !*shown) /></div>
                <Show when=move || shows_settled.get()>
                    <ul class="comments" data-settled>
                        <For each=move || settled.get() key=String::clone let:id><ThreadView id threads reader /></For>
                    </ul>
                </Show>
            </Show>
            <Show when=move || !reader.get() fallback=|| view! { <p class="list__more">{say().comments_read_only()}</p> }>
                <NewComment subject unsent />
            </Show>
        </section>
    }
}

/// A comment with its replies.
#[component]
fn ThreadView(id: String, threads: Memo<Vec<Thread>>, reader: Memo<bool>) -> impl IntoView {
    let state = ProjectState::expect();
    let thread = Memo::new(move |_| {
        threads.with(|threads| threads.iter().find(|thread| thread.first.id == id).cloned())
    });
    let first = move || thread.get_untracked().map(|thread| thread.first);
    let replying = RwSignal::new(false);
    let opener = NodeRef::<html::P>::new();
    let stop = move || {
        replying.set(false);
        // The buttons come back with the next frame.
        request_animation_frame(move || focus_first(opener.try_get_untracked().flatten().map(Into::into)));
    };
    let settle = move |()| {
        let Some(Comment { id, resolved, .. }) = first() else { return };
        let presence = if resolved { Presence::Absent } else { Presence::Present };
        if let Ok(id) = EntryId::parse(&id) {
            state.dispatch(&Edit::one(Change::Resolve(id, presence)));
            // The button goes with its thread to the other list.
            request_animation_frame(|| {
                focus_at("[data-comments] [data-part]");
            });
        }
    };
    let send = move |text: String| {
        if let Some(first) = first() {
            say_of(&state, first.on, (text, first.id));
        }
        stop();
    };
    let author = move || thread.read().as_ref().map(|thread| author(&thread.first)).unwrap_or_default();
    let resolved = move || thread.read().as_ref().is_some_and(|thread| thread.first.resolved);
    let settle_words = Signal::derive(move || {
        if resolved() { say().comments_reopen() } else { say().comments_resolve() }.to_owned()
    });
    let settle_name = move || match resolved() {
        true => say().comments_reopen_of(&author()),
        false => say().comments_resolve_of(&author()),
    };
    let remarks = move || {
        let all = thread
            .get()
            .map(|thread| std::iter::once(thread.first).chain(thread.replies).collect::<Vec<_>>());
        all.unwrap_or_default().into_iter().map(remark).collect_view()
    };
    view! {
        <li class="thread" data-thread>
            <ul class="thread__remarks">{remarks}</ul>
            <Show when=move || !reader.get()>
                <Show when=move || replying.get() fallback=move || view! {
                    <p class="thread__actions" node_ref=opener>
                        <Button label=say().comments_reply() kind=Kind::Link attr:aria-label=move || say().comments_reply_to(&author()) on_press=move |()| replying.set(true) />
                        <Button label=settle_words kind=Kind::Link attr:aria-label=settle_name on_press=settle />
                    </p>
                }>
                    <Reply name=untrack(author) on_send=Callback::new(send) on_cancel=Callback::new(move |()| stop()) />
                </Show>
            </Show>
        </li>
    }
}

/// One thing that was said.
fn remark(comment: Comment) -> impl IntoView {
    let when = days::moment(comment.at);
    view! {
        <li class="remark">
            <p class="remark__head"><span class="remark__by">{author(&comment)}</span>" "<span class="list__more">{when}</span></p>
            <p class="details__prose">{comment.text}</p>
        </li>
    }
}

fn author(comment: &Comment) -> String {
    if comment.by.is_empty() { say().comments_guest().to_owned() } else { comment.by.clone() }
}

/// The field for a new comment. What is begun for a card waits there.
#[component]
fn NewComment(subject: Subject, unsent: Unsent) -> impl IntoView {
    let card = subject.id();
    let text = RwSignal::new(unsent.with_value(|unsent| unsent.get(&card).cloned()).unwrap_or_default());
    let keep = move |words: String| {
        unsent.update_value(|unsent| drop(unsent.insert(subject.id(), words.clone())));
        text.set(words);
    };
    let send = move |words: String| {
        say_of(&subject.state, subject.id().to_string(), (words, String::new()));
        keep(String::new());
    };
    view! { <WriteComment label=say().comments_write().to_owned() text on_input=Callback::new(keep) on_send=Callback::new(send) /> }
}

/// The field for a reply; it takes the focus.
#[component]
fn Reply(name: String, on_send: Callback<String>, on_cancel: Callback<()>) -> impl IntoView {
    let text = RwSignal::new(String::new());
    let escape = move |event: web_sys::KeyboardEvent| {
        if event.key() == "Escape" && !event.is_composing() {
            event.stop_propagation();
            on_cancel.run(());
        }
    };
    let part = NodeRef::<html::Div>::new();
    part.on_load(move |part| request_animation_frame(move || focus_first(Some(part.into()))));
    view! {
        <div class="thread__reply" node_ref=part on:keydown=escape>
            <WriteComment label=say().comments_write_reply(&name) text on_input=Callback::new(move |words| text.set(words)) on_send />
            <Button label=say().comments_cancel() kind=Kind::Quiet on_press=on_cancel />
        </div>
    }
}

/// A field and a button; Ctrl+Enter (⌘ on a Mac) sends too.
#[component]
fn WriteComment(
    label: String,
    text: RwSignal<String>,
    on_input: Callback<String>,
    on_send: Callback<String>,
) -> impl IntoView {
    let (id, hint) = (unique_id("comment"), unique_id("comment-hint"));
    let empty = Memo::new(move |_| text.with(|text| text.trim().is_empty()));
    let send = move || {
        let words = text.get_untracked().trim().to_owned();
        if !words.is_empty() {
            on_send.run(words);
        }
    };
    let key = move |event: web_sys::KeyboardEvent| {
        if event.key() == "Enter" && (event.ctrl_key() || event.meta_key()) && !event.is_composing() {
            event.prevent_default();
            send();
        }
    };
    view! {
        <div class="field">
            <label class="field__label" for=id.clone()>{label}</label>
            <textarea id=id class="field__input" rows="2" maxlength="4000" aria-describedby=hint.clone() data-comment prop:value=text
                on:input=move |event| on_input.run(event_target_value(&event)) on:keydown=key></textarea>
            <p class="details__actions">
                <Button label=say().comments_send() blocked=empty on_press=move |()| send() />
                <span class="list__more" id=hint>{say().comments_hint(&keys::shown("Ctrl+Enter"))}</span>
            </p>
        </div>
    }
}

/// Gives the focus to the first field or button in a part of the page.
fn focus_first(part: Option<web_sys::Element>) {
    if let Some(part) = part {
        focus_in(&part, "textarea, button");
    }
}

/// Says something about a card, or answers what was said.
fn say_of(state: &ProjectState, on: String, (text, reply_to): (String, String)) {
    let pen = state.session.pen();
    let id = EntryId::from_random(random()).to_string();
    let comment = Comment { id, on, by: pen.by, at: pen.at, text, reply_to, resolved: false };
    state.dispatch(&Edit::one(Change::Comment(Box::new(comment))));
}
