//! The short addresses, `/v/…`, `/c/…` and `/e/…`: they lead into the app, or say in plain words why they do not.

use std::sync::Arc;

use axum::{
    extract::{Path, State},
    http::{HeaderMap, StatusCode, header},
    response::{Html, IntoResponse, Response},
};
use document::protocol::Key;
use words::{Language, Words};

use crate::{Relay, access::AccessError, storage::Link};

/// What a page says, and under which status.
struct Page {
    status: StatusCode,
    title: fn(Words) -> &'static str,
    text: fn(Words) -> &'static str,
}

const UNKNOWN: Page =
    Page { status: StatusCode::NOT_FOUND, title: Words::relay_unknown, text: Words::relay_unknown_why };
const EXPIRED: Page =
    Page { status: StatusCode::GONE, title: Words::relay_expired, text: Words::relay_expired_why };
const REVOKED: Page =
    Page { status: StatusCode::GONE, title: Words::relay_revoked, text: Words::relay_revoked_why };
const NO_PICTURE: Page =
    Page { status: StatusCode::NOT_FOUND, title: Words::relay_no_picture, text: Words::relay_no_picture_why };
const UNAVAILABLE: Page = Page {
    status: StatusCode::SERVICE_UNAVAILABLE,
    title: Words::relay_unavailable,
    text: Words::relay_unavailable_why,
};

/// Opens the project of a viewer's or contributor's key in the app. The key goes behind `#`, where no further log
/// sees it.
pub(super) async fn open(
    State(relay): State<Arc<Relay>>,
    Path(key): Path<String>,
    headers: HeaderMap,
) -> Response {
    let words = spoken(&headers);
    let key = Key(key);
    match relay.access.find(&key).await {
        Ok((project, Link { kind, .. })) if kind.role().is_some() => {
            let address = format!("/p/{project}#{}", key.0);
            (StatusCode::SEE_OTHER, [(header::LOCATION, address)], NOT_KEPT).into_response()
        }
        Ok(_) => page(words, &UNKNOWN),
        Err(error) => refused(words, &error),
    }
}

/// Says that there are no pictures; of a key that is over, that it is.
pub(super) async fn embed(
    State(relay): State<Arc<Relay>>,
    Path(file): Path<String>,
    headers: HeaderMap,
) -> Response {
    let words = spoken(&headers);
    let key = file.split_once('.').map_or(file.as_str(), |(key, _)| key);
    match relay.access.find(&Key(key.to_owned())).await {
        Ok(_) => page(words, &NO_PICTURE),
        Err(error) => refused(words, &error),
    }
}

/// Whether an address opens something may change at any time.
const NOT_KEPT: [(header::HeaderName, &str); 1] = [(header::CACHE_CONTROL, "no-store")];

/// The language that the browser asks for: whoever opens such a link has perhaps never been here.
pub(super) fn spoken(headers: &HeaderMap) -> Words {
    let accepted = headers.get(header::ACCEPT_LANGUAGE).and_then(|value| value.to_str().ok());
    Words::new(Language::accepted(accepted.unwrap_or_default()))
}

pub(super) fn refused(words: Words, error: &AccessError) -> Response {
    match error {
        AccessError::NoSuchProject | AccessError::WrongKey => page(words, &UNKNOWN),
        AccessError::Expired => page(words, &EXPIRED),
        AccessError::Revoked => page(words, &REVOKED),
        AccessError::Storage(error) => {
            tracing::error!(%error, "opening a short address");
            page(words, &UNAVAILABLE)
        }
    }
}

/// Without style and script: the browser's own letters are large enough, and follow what its owner has set.
fn page(words: Words, page: &Page) -> Response {
    let (title, text, name) = ((page.title)(words), (page.text)(words), words.ui_name());
    let (tag, to_start) = (words.language().tag(), words.relay_to_start());
    let html = format!(
        "<!doctype html><html lang=\"{tag}\"><head><meta charset=\"utf-8\">\
         <meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\
         <meta name=\"color-scheme\" content=\"light dark\"><title>{title} – {name}</title></head>\
         <body><main><h1>{title}</h1><p>{text}</p><p><a href=\"/\">{to_start}</a></p></main></body></html>"
    );
    (page.status, NOT_KEPT, Html(html)).into_response()
}
