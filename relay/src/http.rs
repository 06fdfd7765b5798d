//! The routes, and what every answer carries.

use std::sync::Arc;

use axum::{
    Router,
    extract::Request,
    http::{HeaderName, HeaderValue, header},
    middleware::{self, Next},
    response::{IntoResponse, Response},
    routing::{get, post},
};
use document::protocol;

use crate::Relay;

mod assets;
mod body;
mod caller;
mod contribute;
mod contributions;
mod door;
mod error;
mod health;
mod heard;
mod links;
mod office;
mod poll;
mod projects;
mod short;
mod socket;

pub(crate) use door::{listen, serve};
pub use error::Problem;
pub use poll::Polls;

/// What the pages may load and do: only what comes from here. WebAssembly needs its own word.
const POLICY: &str = "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self'; \
    img-src 'self' data: blob:; font-src 'self'; connect-src 'self'; manifest-src 'self'; worker-src 'self'; \
    base-uri 'none'; form-action 'self'; frame-ancestors 'none'";

const HEADERS: [(HeaderName, &str); 4] = [
    (header::CONTENT_SECURITY_POLICY, POLICY),
    (header::REFERRER_POLICY, "no-referrer"),
    (header::X_CONTENT_TYPE_OPTIONS, "nosniff"),
    (HeaderName::from_static("x-robots-tag"), "noindex"),
];

/// All routes of a relay.
pub fn router(relay: Arc<Relay>) -> Router {
    Router::new()
        .route("/live", get(health::live))
        .route("/ready", get(health::ready))
        .route("/metrics", get(health::metrics))
        .route("/api/openapi.json", get(described))
        .route("/api/projects", post(projects::create))
        .route("/api/projects/{project}", get(projects::read).delete(projects::delete))
        .route("/api/projects/{project}/export", get(office::export))
        .route("/api/projects/{project}/sheets", post(office::sheets))
        .route("/api/projects/{project}/contributions", post(contributions::create))
        .route("/api/projects/{project}/links", get(links::list).post(links::create))
        .route("/api/projects/{project}/links/{link}", post(links::change).delete(links::revoke))
        .route("/sync/{project}", get(socket::open))
        .route(&protocol::poll::path("{project}"), get(poll::down).post(poll::up).delete(poll::end))
        .route("/v/{key}", get(short::open))
        .route("/c/{key}", get(contribute::open).post(contribute::send))
        .route("/c/{key}/live", get(short::open))
        .route("/c/{key}/mine/{receipt}", get(contribute::mine_alone))
        .route(contribute::STYLE_PATH, get(contribute::style))
        .route("/e/{file}", get(short::embed))
        .fallback(get(assets::file))
        .layer(middleware::from_fn(guarded))
        .with_state(relay)
}

/// What programs may ask for; written by hand, because it is a promise and not whatever the code happens to do.
async fn described() -> impl IntoResponse {
    ([(header::CONTENT_TYPE, "application/json")], include_str!("http/openapi.json"))
}

async fn guarded(request: Request, next: Next) -> Response {
    let mut response = error::shaped(next.run(request).await).await;
    for (name, value) in HEADERS {
        response.headers_mut().entry(name).or_insert(HeaderValue::from_static(value));
    }
    response
}
