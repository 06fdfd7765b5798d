//! The pages on which people send ideas with nothing but a link: plain HTML, complete without script.

use std::sync::Arc;

use axum::{
    body::Body,
    extract::{Path, Query, State},
    http::{HeaderMap, StatusCode, header},
    response::{Html, IntoResponse, Response},
};
use document::protocol::Key;
use maud::Markup;
use model::role::Action;
use serde::Deserialize;
use words::{Language, Words};

use super::{
    body::{BodyError, whole},
    caller::Caller,
    short,
};
use crate::{
    Relay,
    access::AccessError,
    contribution::{self, Facts, Fault, Receipt, Refusal, Sender, nhs},
    id::{self, ProjectId},
    storage::Link,
};

use form::{Form, cookie, cookie_of};
use page::{Mine, Place, Problem, Thanks};

mod form;
mod page;

pub(super) use page::{STYLE_PATH, style};

/// Bytes of a form: far more than anybody may send, so that what is too long comes back to be made shorter.
const MOST: u64 = 128 << 10;

/// What an address says beside the key.
#[derive(Default, Deserialize)]
#[serde(default)]
pub(super) struct Asked {
    lang: Option<String>,
    sent: Option<String>,
    receipt: Option<String>,
}

/// Somebody who came through a link that is good.
struct Guest {
    project: ProjectId,
    link: Link,
    place: Place,
}

impl Guest {
    async fn of(relay: &Relay, key: String, words: Words) -> Result<Guest, Response> {
        let place = Place { key, words };
        let found = relay.access.find(&Key(place.key.clone())).await;
        let (project, link) = found.map_err(|error| short::refused(words, &error))?;
        if !link.kind.role().is_some_and(|role| role.may(Action::Contribute)) {
            return Err(short::refused(words, &AccessError::WrongKey));
        }
        Ok(Guest { project, link, place })
    }

    /// What the project says; nothing where that cannot be told now, since an idea can be sent all the same.
    async fn facts(&self, relay: &Relay) -> Arc<Facts> {
        relay.facts.recent(relay, &self.project).await.unwrap_or_default()
    }
}

/// Shows the page with the form.
pub(super) async fn open(
    State(relay): State<Arc<Relay>>,
    Path(key): Path<String>,
    Query(asked): Query<Asked>,
    (headers, caller): (HeaderMap, Caller),
) -> Response {
    let words = spoken(&headers, asked.lang.as_deref());
    let guest = match Guest::of(&relay, key, words).await {
        Ok(guest) => guest,
        Err(refused) => return refused,
    };
    let known = cookie_of(&headers);
    let secret = known.clone().unwrap_or_else(|| id::new_key().0);
    let author = contribution::author_of(&relay, &guest.project, &secret);
    let mine = mine(&relay, (&guest, &author)).await;
    let thanks = thanks(&asked, (&caller.public_address(&relay), &guest.place.key));
    let markup = page::form(&guest.place, &Form::new(), (&mine, thanks.as_ref(), &[]));
    let answer = shown(StatusCode::OK, &markup);
    if known.is_some() {
        answer
    } else {
        ([(header::SET_COOKIE, cookie(&secret, caller.is_secure()))], answer).into_response()
    }
}

/// Takes the form: the page again with what is wrong and all that was typed, or on to the thanks.
pub(super) async fn send(
    State(relay): State<Arc<Relay>>,
    Path(key): Path<String>,
    Query(asked): Query<Asked>,
    (headers, caller): (HeaderMap, Caller),
    body: Body,
) -> Response {
    let words = spoken(&headers, asked.lang.as_deref());
    let guest = match Guest::of(&relay, key, words).await {
        Ok(guest) => guest,
        Err(refused) => return refused,
    };
    let body = match whole(&relay, (body, MOST), || {}).await {
        Ok(body) => body,
        Err(BodyError::TooLarge(_)) => {
            let said = (words.contribute_large(), words.contribute_large_why());
            return shown(StatusCode::PAYLOAD_TOO_LARGE, &page::said(&guest.place, said));
        }
        Err(error) => return super::Problem::from(error).into_response(),
    };
    if !is_form(&headers) {
        let said = (words.contribute_form(), words.contribute_form_why());
        return shown(StatusCode::UNSUPPORTED_MEDIA_TYPE, &page::said(&guest.place, said));
    }
    let mut form = Form::read(&body);
    let secret = cookie_of(&headers);
    match kept((&relay, &guest), (&form, secret.as_deref()), caller.same_origin(&relay).is_ok()).await {
        Ok(receipt) => {
            let address =
                guest.place.address(&format!("sent={}&receipt={}", receipt.number, receipt.receipt));
            (StatusCode::SEE_OTHER, [(header::LOCATION, address)], NOT_KEPT).into_response()
        }
        Err((status, problems)) => {
            if problems.iter().any(|problem| problem.renew) {
                form.key = id::new_key().0;
            }
            let author = secret.map(|secret| contribution::author_of(&relay, &guest.project, &secret));
            let mine = mine(&relay, (&guest, author.as_deref().unwrap_or_default())).await;
            shown(status, &page::form(&guest.place, &form, (&mine, None, &problems)))
        }
    }
}

/// Shows what became of one sender's ideas, to whoever has their private address.
pub(super) async fn mine_alone(
    State(relay): State<Arc<Relay>>,
    Path((key, receipt)): Path<(String, String)>,
    Query(asked): Query<Asked>,
    headers: HeaderMap,
) -> Response {
    let words = spoken(&headers, asked.lang.as_deref());
    let guest = match Guest::of(&relay, key, words).await {
        Ok(guest) => guest,
        Err(refused) => return refused,
    };
    let kept = relay.storage.contributions(&guest.project).await.unwrap_or_default();
    let author = kept.into_iter().map(|kept| kept.author);
    let author =
        author.into_iter().find(|author| contribution::receipt(&relay, &guest.project, author) == receipt);
    let Some(author) = author else { return short::refused(words, &AccessError::WrongKey) };
    let mine = mine(&relay, (&guest, &author)).await;
    shown(StatusCode::OK, &page::mine(&guest.place, &receipt, &mine))
}

/// Keeps what a form says, if nothing is wrong with it.
async fn kept(
    (relay, guest): (&Relay, &Guest),
    (form, secret): (&Form, Option<&str>),
    same_origin: bool,
) -> Result<Receipt, (StatusCode, Vec<Problem>)> {
    let words = guest.place.words;
    if !same_origin {
        return Err((
            StatusCode::FORBIDDEN,
            vec![Problem::whole(words.contribute_fault_origin().to_owned())],
        ));
    }
    let refused = |faults: Vec<Fault>| {
        let problems = faults.into_iter().map(|fault| Problem::of(fault, words)).collect();
        (StatusCode::UNPROCESSABLE_ENTITY, problems)
    };
    let sound = form.wish().check().map_err(refused)?;
    let doubtful = nhs::looks_like_nhs_number(&sound.text) || nhs::looks_like_nhs_number(&sound.by);
    if doubtful && !form.sure {
        return Err((StatusCode::UNPROCESSABLE_ENTITY, vec![Problem::asks(words)]));
    }
    let sender = Sender { project: &guest.project, link: &guest.link.id, secret };
    contribution::send(relay, sender, sound).await.map_err(|error| match error {
        Refusal::Fault(fault) => refused(vec![fault]),
        Refusal::Conflict => (StatusCode::CONFLICT, vec![Problem::again(words)]),
        Refusal::TooMany => {
            let problem = Problem::whole(words.contribute_fault_many().to_owned());
            (StatusCode::TOO_MANY_REQUESTS, vec![problem])
        }
        Refusal::Refused(_) | Refusal::Closed(_) | Refusal::Read(_) => {
            tracing::warn!(project = %guest.project, %error, "a contribution is not kept");
            let problem = Problem::whole(words.contribute_fault_later().to_owned());
            (StatusCode::SERVICE_UNAVAILABLE, vec![problem])
        }
    })
}

/// What the pages show: the project, and which of the ideas in it are this author's.
async fn mine(relay: &Relay, (guest, author): (&Guest, &str)) -> Mine {
    let kept = relay.storage.contributions(&guest.project).await.unwrap_or_default();
    let kept: Vec<_> = kept.into_iter().filter(|kept| kept.author == author).collect();
    let mut facts = guest.facts(relay).await;
    let known = |facts: &Facts, id: &str| facts.contributions.iter().any(|one| one.id == id);
    // who has just sent something sees it at once
    if kept.iter().any(|kept| !known(&facts, &kept.id)) {
        facts = relay.facts.now(relay, &guest.project).await.unwrap_or(facts);
    }
    Mine { facts, kept }
}

/// Thanks, and the private address, as the form's answer named them.
fn thanks(asked: &Asked, (address, key): (&str, &str)) -> Option<Thanks> {
    let number: u32 = asked.sent.as_ref()?.parse().ok()?;
    let hexadecimal = |text: &&String| text.len() == 32 && text.bytes().all(|byte| byte.is_ascii_hexdigit());
    let receipt = asked.receipt.as_ref().filter(hexadecimal)?;
    let address = format!("{address}/c/{key}/mine/{receipt}");
    Some(Thanks { number, receipt: receipt.clone(), address })
}

fn is_form(headers: &HeaderMap) -> bool {
    let kind = headers.get(header::CONTENT_TYPE).and_then(|kind| kind.to_str().ok()).unwrap_or_default();
    kind.split(';')
        .next()
        .is_some_and(|kind| kind.trim().eq_ignore_ascii_case("application/x-www-form-urlencoded"))
}

/// What such a page says may change at any time, and is for one person. Without a referrer browsers would call the
/// origin of its form `null`, as they do that of a stranger's; other sites learn nothing of the address either way.
const NOT_KEPT: [(header::HeaderName, &str); 2] =
    [(header::CACHE_CONTROL, "no-store"), (header::REFERRER_POLICY, "same-origin")];

fn shown(status: StatusCode, markup: &Markup) -> Response {
    (status, NOT_KEPT, Html(markup.0.clone())).into_response()
}

/// The language of the address, else the one that the browser asks for.
fn spoken(headers: &HeaderMap, asked: Option<&str>) -> Words {
    match asked.and_then(Language::of_tag) {
        Some(language) => Words::new(language),
        None => short::spoken(headers),
    }
}
