//! The routes, and what every answer carries.

use std::{io, net::SocketAddr, sync::Arc};

use axum::{
    Router,
    extract::{DefaultBodyLimit, Request},
    http::{HeaderName, HeaderValue, header},
    middleware::{self, Next},
    response::Response,
    routing::{get, post},
    serve::ListenerExt,
};
use tokio::net::{TcpListener, TcpSocket, TcpStream};
use tokio_util::sync::CancellationToken;

use crate::Relay;

mod assets;
mod caller;
mod error;
mod health;
mod links;
mod poll;
mod projects;
mod socket;

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
    let limit = usize::try_from(relay.config.limits.message_bytes).unwrap_or(usize::MAX);
    Router::new()
        .route("/live", get(health::live))
        .route("/ready", get(health::ready))
        .route("/metrics", get(health::metrics))
        .route("/api/projects", post(projects::create))
        .route("/api/projects/{project}", get(projects::read).delete(projects::delete))
        .route("/api/projects/{project}/links", get(links::list).post(links::create))
        .route("/api/projects/{project}/links/{link}", post(links::change).delete(links::revoke))
        .route("/sync/{project}", get(socket::open))
        .route("/sync/{project}/frames", get(poll::down).post(poll::up))
        .fallback(get(assets::file))
        .layer(DefaultBodyLimit::max(limit))
        .layer(middleware::from_fn(guarded))
        .with_state(relay)
}

/// What the system keeps for one reader beside our own queue. By itself it would keep megabytes for each that stalls;
/// this still fills a line of 20 Mbit/s over a tenth of a second.
const SEND_BUFFER: u32 = 256 << 10;
/// Connections that wait to be accepted: a whole conference opens its laptops at once.
const BACKLOG: u32 = 1_024;

/// Takes the address.
pub(crate) fn listen(address: SocketAddr) -> io::Result<TcpListener> {
    let socket = if address.is_ipv4() { TcpSocket::new_v4() } else { TcpSocket::new_v6() }?;
    // the address of a relay that has just ended may be taken again at once
    socket.set_reuseaddr(true)?;
    socket.set_send_buffer_size(SEND_BUFFER)?;
    socket.bind(address)?;
    socket.listen(BACKLOG)
}

/// Serves until the relay is to stop, and then as long as it takes to end well, but not longer than allowed.
pub(crate) async fn serve(relay: Arc<Relay>, listener: TcpListener) -> io::Result<()> {
    // an update is a small write that somebody waits for
    let listener = listener.tap_io(|stream: &mut TcpStream| stream.set_nodelay(true).unwrap_or(()));
    let told = CancellationToken::new();
    let serving =
        axum::serve(listener, router(relay.clone())).with_graceful_shutdown(told.clone().cancelled_owned());
    let serving = tokio::spawn(serving.into_future());
    let failed = serving.abort_handle();
    relay.stopping.cancelled().await;
    let end = async {
        relay.lobby.drain().await;
        // the door stays open until those who poll have heard that they are to come back
        relay.polls.told().await;
        told.cancel();
        relay.connections.close();
        relay.connections.wait().await;
        serving.await.unwrap_or(Ok(()))
    };
    let ended = tokio::time::timeout(relay.config.timing.stop, end).await;
    failed.abort();
    ended.unwrap_or(Ok(()))
}

async fn guarded(request: Request, next: Next) -> Response {
    let mut response = next.run(request).await;
    for (name, value) in HEADERS {
        response.headers_mut().entry(name).or_insert(HeaderValue::from_static(value));
    }
    response
}
