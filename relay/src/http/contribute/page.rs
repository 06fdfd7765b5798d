//! How the pages look: HTML in which everything is escaped, and one small stylesheet.

use std::sync::{Arc, LazyLock};

use axum::{http::header, response::IntoResponse};
use maud::{DOCTYPE, Markup, html};
use model::{Level, contribution::Contribution};
use words::{Language, Words};

use super::form::Form;
use crate::{
    contribution::{Facts, Fault},
    storage::Kept,
};

const STYLE: &str = include_str!("page.css");
/// Where the stylesheet is: a name with its hash, so that it is kept for ever.
pub(in crate::http) const STYLE_PATH: &str = "/plain/{file}";
static STYLE_ADDRESS: LazyLock<String> =
    LazyLock::new(|| format!("/plain/{}.css", &blake3::hash(STYLE.as_bytes()).to_hex()[..16]));

/// Drivers on a page and bytes of each, answers and ideas on a page and bytes of each text: together under 30 KB.
const MAIN_DRIVERS: usize = 6;
const DRIVERS: usize = 40;
const DRIVER_BYTES: usize = 120;
const ANSWERS: usize = 8;
const ANSWER_BYTES: usize = 300;

/// Where a page stands, and in which language.
pub(super) struct Place {
    pub(super) key: String,
    pub(super) words: Words,
}

/// What is shown of a project, and which contributions in it are this sender's.
pub(super) struct Mine {
    pub(super) facts: Arc<Facts>,
    pub(super) kept: Vec<Kept>,
}

/// Thanks for an idea that is kept.
pub(super) struct Thanks {
    pub(super) number: u32,
    pub(super) receipt: String,
    pub(super) address: String,
}

/// What is wrong with what was sent.
pub(super) struct Problem {
    field: Option<&'static str>,
    text: String,
    /// Whether it asks to be sent all the same.
    asks: bool,
    /// Whether the form needs another idempotency key.
    pub(super) renew: bool,
}

impl Problem {
    pub(super) fn of(fault: Fault, words: Words) -> Problem {
        let field = Some(fault.field()).filter(|field| ["text", "on", "by"].contains(field));
        Problem { field, text: fault.said(words), asks: false, renew: fault == Fault::Key }
    }

    pub(super) fn whole(text: String) -> Problem {
        Problem { field: None, text, asks: false, renew: false }
    }

    pub(super) fn again(words: Words) -> Problem {
        Problem { renew: true, ..Problem::whole(words.contribute_fault_again().to_owned()) }
    }

    pub(super) fn asks(words: Words) -> Problem {
        let text = words.contribute_nhs().to_owned();
        Problem { field: Some("text"), text, asks: true, renew: false }
    }
}

impl Place {
    /// The address of the form, with something behind the question mark.
    pub(super) fn address(&self, query: &str) -> String {
        let lang = match self.words.language() {
            Language::English => "en",
            Language::Welsh => "cy",
        };
        let and = if query.is_empty() { "" } else { "&" };
        format!("/c/{}?lang={lang}{and}{query}", self.key)
    }
}

/// The stylesheet.
pub(in crate::http) async fn style() -> impl IntoResponse {
    let kept = (header::CACHE_CONTROL, "public, max-age=31536000, immutable");
    ([(header::CONTENT_TYPE, "text/css; charset=utf-8"), kept], STYLE)
}

/// The page with the form, what is wrong with it, and what became of earlier ideas.
pub(super) fn form(
    place: &Place,
    form: &Form,
    (mine, thanks, problems): (&Mine, Option<&Thanks>, &[Problem]),
) -> Markup {
    let (words, facts) = (place.words, &mine.facts);
    let title = if facts.title.trim().is_empty() { words.contribute_title() } else { &facts.title };
    let error = if problems.is_empty() { "" } else { words.contribute_problem() };
    frame(
        place,
        (title, error, ""),
        &html! {
            @if let Some(thanks) = thanks { (thanked(place, thanks)) }
            @if !problems.is_empty() { (summary(words, problems)) }
            @if !facts.aim.is_empty() {
                p { (words.contribute_aim()) }
                p.aim { (short(&facts.aim, 600)) }
            }
            (drivers(words, facts))
            form.card method="post" action=(place.address("")) novalidate {
                input type="hidden" name="idempotency_key" value=(form.key);
                (text_field(words, form, problems))
                (about_field(words, (form, facts), problems))
                (name_field(words, form, problems))
                button { (words.contribute_send()) }
                @if problems.iter().any(|problem| problem.asks) {
                    button.second name="sure" value="yes" { (words.contribute_nhs_send()) }
                }
                p.hint { (words.contribute_privacy()) }
            }
            (own(words, mine, ANSWERS))
            (answered(words, mine))
            p { a href=(format!("/c/{}/live", place.key)) { (words.contribute_live()) } }
        },
    )
}

/// The main drivers, to be read before one writes.
fn drivers(words: Words, facts: &Facts) -> Markup {
    let main = || facts.drivers.iter().filter(|(_, level, _)| *level == Level::Primary).take(MAIN_DRIVERS);
    html! {
        @if main().next().is_some() {
            p { (words.contribute_drivers()) }
            ul.plain { @for (_, _, text) in main() { li { (short(text, DRIVER_BYTES)) } } }
        }
    }
}

/// What became of one sender's ideas.
pub(super) fn mine(place: &Place, receipt: &str, mine: &Mine) -> Markup {
    let words = place.words;
    frame(
        place,
        (words.contribute_mine(), "", &format!("/mine/{receipt}")),
        &html! {
            p { (words.contribute_mine_why()) }
            @if mine.kept.is_empty() { p { (words.contribute_mine_none()) } }
            (own(words, mine, usize::MAX))
            p { a href=(place.address("")) { (words.contribute_another()) } }
        },
    )
}

/// A page with one sentence, and the way back.
pub(super) fn said(place: &Place, (title, text): (&str, &str)) -> Markup {
    frame(
        place,
        (title, "", ""),
        &html! {
            p { (text) }
            p { a href=(place.address("")) { (place.words.contribute_back()) } }
        },
    )
}

fn frame(place: &Place, (title, error, under): (&str, &str, &str), inside: &Markup) -> Markup {
    let words = place.words;
    let title = short(title, ANSWER_BYTES);
    html! {
        (DOCTYPE)
        html lang=(words.language().tag()) {
            head {
                meta charset="utf-8";
                meta name="viewport" content="width=device-width, initial-scale=1";
                meta name="color-scheme" content="light dark";
                meta name="robots" content="noindex";
                title { @if !error.is_empty() { (error) ": " } (title) " – " (words.ui_name()) }
                link rel="stylesheet" href=(*STYLE_ADDRESS);
                link rel="icon" href="/favicon.svg";
            }
            body {
                main {
                    p.top { (words.contribute_wanted()) " · " (languages(place, under)) }
                    h1 { (title) }
                    (inside)
                }
            }
        }
    }
}

fn languages(place: &Place, under: &str) -> Markup {
    let tag = |language: Language| if language == Language::English { "en" } else { "cy" };
    html! {
        @for (number, language) in Language::ALL.into_iter().enumerate() {
            @if number > 0 { " | " }
            @if language == place.words.language() {
                (language.own_name())
            } @else {
                a.tall lang=(language.tag()) hreflang=(language.tag())
                    href=(format!("/c/{}{under}?lang={}", place.key, tag(language))) { (language.own_name()) }
            }
        }
    }
}

fn thanked(place: &Place, thanks: &Thanks) -> Markup {
    let words = place.words;
    let path = format!("/c/{}/mine/{}", place.key, thanks.receipt);
    html! {
        section.thanks tabindex="-1" autofocus role="status" {
            h2 { (words.contribute_thanks()) }
            p { (words.contribute_number(f64::from(thanks.number))) }
            p { (words.contribute_find()) }
            p { a.tall href=(path) { (words.contribute_mine()) } }
            p.address { (thanks.address) }
        }
    }
}

fn summary(words: Words, problems: &[Problem]) -> Markup {
    html! {
        section.problems tabindex="-1" autofocus role="alert" aria-labelledby="problems" {
            h2 #problems { (words.contribute_problem()) }
            ul {
                @for problem in problems {
                    li {
                        @match problem.field {
                            Some(field) => a.tall href=(format!("#{field}")) { (problem.text) },
                            None => (problem.text),
                        }
                    }
                }
            }
        }
    }
}

/// The error of a field, beside it.
fn error(field: &str, problems: &[Problem]) -> Option<Markup> {
    let problem = problems.iter().find(|problem| problem.field == Some(field))?;
    Some(html! { p.error id=(format!("{field}-error")) { (problem.text) } })
}

fn text_field(words: Words, form: &Form, problems: &[Problem]) -> Markup {
    let error = error("text", problems);
    let described = if error.is_some() { "text-hint text-error" } else { "text-hint" };
    html! {
        label for="text" { (words.contribute_what()) }
        p.hint #text-hint { (words.contribute_hint()) }
        @if let Some(error) = &error { (error) }
        // a line break that stands first is not shown by browsers, unless another one stands before it
        textarea #text name="text" rows="4" required aria-describedby=(described)
            aria-invalid=[error.as_ref().map(|_| "true")] { "\n" (form.text) }
    }
}

fn about_field(words: Words, (form, facts): (&Form, &Facts), problems: &[Problem]) -> Markup {
    let error = error("on", problems);
    let all = || facts.drivers.iter().take(DRIVERS);
    let main: Vec<_> = all().filter(|(_, level, _)| *level == Level::Primary).collect();
    let other: Vec<_> = all().filter(|(_, level, _)| *level != Level::Primary).collect();
    let group = |name: &str, drivers: &[&(String, Level, String)]| {
        html! {
            @if !drivers.is_empty() {
                optgroup label=(name) {
                    @for (id, _, text) in drivers {
                        option value=(id) selected[*id == form.on] { (short(text, DRIVER_BYTES)) }
                    }
                }
            }
        }
    };
    html! {
        label for="on" { (words.contribute_about()) " " span { (words.contribute_skip()) } }
        @if let Some(error) = &error { (error) }
        select #on name="on" aria-describedby=[error.as_ref().map(|_| "on-error")] {
            option value="" { (words.contribute_not_sure()) }
            (group(words.contribute_main_drivers(), &main))
            (group(words.contribute_other_drivers(), &other))
        }
    }
}

fn name_field(words: Words, form: &Form, problems: &[Problem]) -> Markup {
    let error = error("by", problems);
    html! {
        label for="by" { (words.contribute_name()) " " span { (words.contribute_skip()) } }
        @if let Some(error) = &error { (error) }
        input #by name="by" value=(form.by) autocomplete="name"
            aria-describedby=[error.as_ref().map(|_| "by-error")] aria-invalid=[error.as_ref().map(|_| "true")];
    }
}

/// This sender's ideas, the last one first, with their numbers and what became of each.
fn own(words: Words, mine: &Mine, most: usize) -> Markup {
    let said = |kept: &Kept| mine.facts.contributions.iter().find(|one| one.id == kept.id);
    html! {
        @if !mine.kept.is_empty() {
            h2 { (words.contribute_own()) }
            ul.list {
                @for kept in mine.kept.iter().rev().take(most) {
                    li {
                        b { (kept.number) ". " @if let Some(one) = said(kept) { (short(&one.text, ANSWER_BYTES)) } }
                        p { (state(words, said(kept))) }
                    }
                }
            }
            @if mine.kept.len() > most { p { (words.contribute_more((mine.kept.len() - most) as f64)) } }
        }
    }
}

/// What others sent and the team has answered; never who sent it.
fn answered(words: Words, mine: &Mine) -> Markup {
    let others = mine.facts.contributions.iter().rev().filter(|one| is_answered(one));
    let others = others.filter(|one| !mine.kept.iter().any(|kept| kept.id == one.id));
    let others: Vec<_> = others.take(ANSWERS).collect();
    html! {
        @if !others.is_empty() {
            h2 { (words.contribute_said()) }
            ul.list {
                @for one in others {
                    li {
                        b { "“" (short(&one.text, ANSWER_BYTES)) "”" }
                        p { (state(words, Some(one))) }
                    }
                }
            }
        }
    }
}

fn is_answered(contribution: &Contribution) -> bool {
    !(contribution.status.is_empty() && contribution.reply.trim().is_empty())
}

/// What became of an idea, in words, and what the team answered.
fn state(words: Words, contribution: Option<&Contribution>) -> Markup {
    let (status, reply) = contribution.map_or(("", ""), |one| (one.status.as_str(), one.reply.trim()));
    let said = match status {
        "accepted" => words.contribute_accepted(),
        "parked" => words.contribute_parked(),
        "declined" => words.contribute_declined(),
        "" if reply.is_empty() => words.contribute_waiting(),
        _ => words.contribute_answered(),
    };
    html! { (said) @if reply.is_empty() { "." } @else { ": " (short(reply, ANSWER_BYTES)) } }
}

/// A text of at most so many bytes, with a sign where more would follow.
fn short(text: &str, bytes: usize) -> String {
    let text = text.trim();
    if text.len() <= bytes {
        return text.to_owned();
    }
    let end = (0..=bytes).rev().find(|end| text.is_char_boundary(*end)).unwrap_or_default();
    format!("{}…", text[..end].trim_end())
}
