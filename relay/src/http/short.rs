//! The short addresses, `/v/…`, `/c/…` and `/e/…`: they lead into the app, or say in plain words why they do not.

use std::sync::Arc;

use axum::{
    extract::{Path, State},
    http::{StatusCode, header},
    response::{Html, IntoResponse, Response},
};
use document::protocol::Key;

use crate::{Relay, access::AccessError, storage::Link};

/// What a page says, and under which status.
struct Words {
    status: StatusCode,
    title: &'static str,
    text: &'static str,
}

const UNKNOWN: Words = Words {
    status: StatusCode::NOT_FOUND,
    title: "This link opens nothing",
    text: "The address may be cut short, or the project was deleted. Please ask whoever sent it to you for a new one.",
};
const EXPIRED: Words = Words {
    status: StatusCode::GONE,
    title: "This link has expired",
    text: "It was made for a limited time. Please ask whoever sent it to you for a new one.",
};
const REVOKED: Words = Words {
    status: StatusCode::GONE,
    title: "This link was ended",
    text: "An owner of the project has ended it. Please ask whoever sent it to you for a new one.",
};
const NO_PICTURE: Words = Words {
    status: StatusCode::NOT_FOUND,
    title: "There is no picture at this address",
    text: "This version makes no pictures for slides and other pages. \
           The link for reading opens the diagram in a browser.",
};
const UNAVAILABLE: Words = Words {
    status: StatusCode::SERVICE_UNAVAILABLE,
    title: "This link cannot be opened now",
    text: "What is kept cannot be reached for the moment. Nothing is lost. Please try again in a minute.",
};

/// Opens the project of a viewer's or contributor's key in the app. The key goes behind `#`, where no further log
/// sees it.
pub(super) async fn open(State(relay): State<Arc<Relay>>, Path(key): Path<String>) -> Response {
    let key = Key(key);
    match relay.access.find(&key).await {
        Ok((project, Link { kind, .. })) if kind.role().is_some() => {
            let address = format!("/p/{project}#{}", key.0);
            (StatusCode::SEE_OTHER, [(header::LOCATION, address)], NOT_KEPT).into_response()
        }
        Ok(_) => page(&UNKNOWN),
        Err(error) => refused(&error),
    }
}

/// Says that there are no pictures; of a key that is over, that it is.
pub(super) async fn embed(State(relay): State<Arc<Relay>>, Path(file): Path<String>) -> Response {
    let key = file.split_once('.').map_or(file.as_str(), |(key, _)| key);
    match relay.access.find(&Key(key.to_owned())).await {
        Ok(_) => page(&NO_PICTURE),
        Err(error) => refused(&error),
    }
}

/// Whether an address opens something may change at any time.
const NOT_KEPT: [(header::HeaderName, &str); 1] = [(header::CACHE_CONTROL, "no-store")];

fn refused(error: &AccessError) -> Response {
    match error {
        AccessError::NoSuchProject | AccessError::WrongKey => page(&UNKNOWN),
        AccessError::Expired => page(&EXPIRED),
        AccessError::Revoked => page(&REVOKED),
        AccessError::Storage(error) => {
            tracing::error!(%error, "opening a short address");
            page(&UNAVAILABLE)
        }
    }
}

/// Without style and script: the browser's own letters are large enough, and follow what its owner has set.
fn page(words: &Words) -> Response {
    let Words { status, title, text } = words;
    let html = format!(
        "<!doctype html><html lang=\"en\"><head><meta charset=\"utf-8\">\
         <meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\
         <meta name=\"color-scheme\" content=\"light dark\"><title>{title} – Tributary</title></head>\
         <body><main><h1>{title}</h1><p>{text}</p><p><a href=\"/\">To the start page</a></p></main></body></html>"
    );
    (*status, NOT_KEPT, Html(html)).into_response()
}
