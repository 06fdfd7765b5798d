//! For whoever runs the relay: does it live, can it be used, what does it do.

use std::sync::Arc;

use axum::{
    extract::State,
    http::{StatusCode, header},
    response::IntoResponse,
};

use crate::Relay;

/// The process answers.
pub(super) async fn live() -> &'static str {
    "live\n"
}

/// A commit goes through, and the relay is not about to stop.
pub(super) async fn ready(State(relay): State<Arc<Relay>>) -> impl IntoResponse {
    if relay.stopping.is_cancelled() {
        return (StatusCode::SERVICE_UNAVAILABLE, "stopping\n");
    }
    match relay.storage.probe().await {
        Ok(()) => (StatusCode::OK, "ready\n"),
        Err(error) => {
            tracing::error!(%error, "the readiness probe");
            (StatusCode::SERVICE_UNAVAILABLE, "storage does not answer\n")
        }
    }
}

/// Everything that is counted.
pub(super) async fn metrics(State(relay): State<Arc<Relay>>) -> impl IntoResponse {
    ([(header::CONTENT_TYPE, "text/plain; version=0.0.4")], relay.metrics.render())
}
