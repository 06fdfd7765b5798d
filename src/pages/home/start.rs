//! The first box and the three questions after it, one at a time.

pub mod draft;

pub mod sketch;

use leptos::prelude::*;
use web_sys::KeyboardEvent;
use words::Words;

use super::aim::Question;
use super::beginning;
use super::creation::Creation;
use crate::language::say;
use crate::random::random;
use crate::ui::{Button, Field, Icon, Kind, Labelling, Lines, Size};
use draft::Draft;
use sketch::Sketch;

/// The box, or the question that is asked just now, with the aim beside it.
#[component]
pub fn Start() -> impl IntoView {
    let draft = Draft::new(Creation::expect());
    let step = move || match draft.asked.get() {
        None => view! { <Sentence draft=draft /> }.into_any(),
        Some(question) => view! { <Asked draft=draft question=question /> }.into_any(),
    };
    view! {
        <section class="start">
            <div class="start__words">{step}</div>
            <Sketch draft=draft />
        </section>
    }
}

#[component]
fn Sentence(draft: Draft) -> impl IntoView {
    let error = RwSignal::new(String::new());
    let with_sentence = move |go: fn(Draft)| {
        let is_missing = draft.sentence.with_untracked(|text| text.trim().is_empty());
        error.set(if is_missing { say().home_start_missing().to_owned() } else { String::new() });
        if !is_missing {
            go(draft);
        }
    };
    let next = move |()| with_sentence(Draft::ask_next);
    let was_asked = draft.has_begun();
    view! {
        <Field
            label=say().home_question()
            labelling=Labelling::Heading
            value=draft.sentence
            hint=say().home_question_hint()
            error=error
            lines=Lines::Prose(2)
            size=Size::Large
            longest=1000
            focus=was_asked
            on:keydown=move |event| on_enter(&event, draft, next)
        />
        <div class="start__actions">
            <Button label=say().home_start() kind=Kind::Filled size=Size::Large on_press=next blocked=draft.blocked() />
            <Button label=say().home_start_now() kind=Kind::Link on_press=move |()| with_sentence(make) blocked=draft.blocked() />
        </div>
        <p class="start__note">{say().home_start_next()}</p>
    }
}

#[component]
fn Asked(draft: Draft, question: Question) -> impl IntoView {
    let is_last = question == Question::When;
    let answer = draft.answers[question as usize];
    let next = move |()| {
        draft.keep_written(question);
        if is_last { make(draft) } else { draft.ask_next() }
    };
    let unknown = move |()| {
        answer.set(String::new());
        next(());
    };
    let now = move |()| {
        draft.keep_if_written(question);
        make(draft);
    };
    view! {
        <p class="start__place">{say().aim_place(question as usize + 1, Question::ALL.len())}</p>
        <Field
            label=asked(say(), question)
            labelling=Labelling::Heading
            value=answer
            hint=hint(say(), question)
            size=Size::Large
            longest=500
            focus=true
            on:keydown=move |event| on_enter(&event, draft, next)
        />
        <div class="start__actions">
            <Button
                label=if is_last { say().home_finish() } else { say().home_next() }
                kind=Kind::Filled
                size=Size::Large
                on_press=next
                blocked=draft.blocked()
            />
            <Button label=say().home_unknown() size=Size::Large on_press=unknown blocked=draft.blocked() />
        </div>
        <div class="start__ways">
            <Button label=say().home_back() icon=Icon::ArrowLeft kind=Kind::Quiet on_press=move |()| draft.back() />
            {(!is_last).then(|| view! { <Button label=say().home_skip_rest() kind=Kind::Link on_press=now blocked=draft.blocked() /> })}
        </div>
    }
}

fn asked(words: Words, question: Question) -> &'static str {
    match question {
        Question::Whom => words.aim_question_whom(),
        Question::HowMuch => words.aim_question_how_much(),
        Question::When => words.aim_question_when(),
    }
}

fn hint(words: Words, question: Question) -> &'static str {
    match question {
        Question::Whom => words.aim_hint_whom(),
        Question::HowMuch => words.aim_hint_how_much(),
        Question::When => words.aim_hint_when(),
    }
}

fn make(draft: Draft) {
    let id = model::CardId::from_random(random());
    let text = draft.sentence.get_untracked();
    draft.creation.make(beginning::of_sentence(say(), (&text, &draft.given.get_untracked()), id));
}

/// Enter goes on; with Shift, or while an input method is at work, it belongs to the text.
fn on_enter(event: &KeyboardEvent, draft: Draft, next: impl Fn(())) {
    const INPUT_METHOD: u32 = 229;
    let is_composing = event.is_composing() || event.key_code() == INPUT_METHOD;
    if event.key() == "Enter" && !event.shift_key() && !is_composing {
        event.prevent_default();
        if !draft.blocked().get_untracked() {
            next(());
        }
    }
}
