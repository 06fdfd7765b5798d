//! Contributions of programs: one at a time, as JSON.

use std::sync::Arc;

use axum::{
    Json,
    body::Body,
    extract::{Path, State},
    http::StatusCode,
};
use model::role::Action;
use serde::Serialize;

use super::{Problem, body::whole, caller::Caller};
use crate::{
    Relay,
    contribution::{self, Refusal, Sender, Wish},
};

/// Bytes of a contribution: 2,000 characters written as JSON's longest escapes, and the rest.
const MOST: u64 = 32 << 10;

/// What its sender is told.
#[derive(Serialize)]
pub(super) struct Made {
    id: String,
    number: u32,
    receipt: String,
}

/// Keeps a contribution. The same one again is answered as the first time.
pub(super) async fn create(
    State(relay): State<Arc<Relay>>,
    Path(project): Path<String>,
    caller: Caller,
    body: Body,
) -> Result<(StatusCode, Json<Made>), Problem> {
    caller.same_origin(&relay)?;
    let (project, grant) = caller.allowed(&relay, (&project, Action::Contribute)).await?;
    let body = whole(&relay, (body, MOST), || {}).await?;
    let wish: Wish = serde_json::from_slice(&body)
        .map_err(|error| Problem::Invalid { path: String::new(), message: error.to_string() })?;
    let sound = wish.check().map_err(|faults| Problem::Contribution(Refusal::Fault(faults[0])))?;
    // a program speaks for many: each of its contributions is somebody's own
    let sender = Sender { project: &project, link: &grant.link, secret: None };
    let kept = contribution::send(&relay, sender, sound).await.map_err(Problem::Contribution)?;
    Ok((StatusCode::CREATED, Json(Made { id: kept.id, number: kept.number, receipt: kept.receipt })))
}
