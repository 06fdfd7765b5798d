//! Projects as a whole: make one, read it, delete it.

use std::{collections::BTreeMap, sync::Arc};

use axum::{
    Json,
    body::Body,
    extract::{Path, State},
    http::{StatusCode, header},
    response::IntoResponse,
};
use bytes::BytesMut;
use document::protocol::Close;
use exchange::project::Fault;
use model::{Project, role::Action};
use serde::Serialize;

use super::{Problem, body::message, caller::Caller};
use crate::{Relay, project, storage::LinkKind};

/// A new project, its keys and the addresses that carry them.
#[derive(Serialize)]
pub(super) struct Created {
    id: String,
    keys: BTreeMap<&'static str, String>,
    addresses: BTreeMap<&'static str, String>,
}

/// Makes a project: blank, or from a project JSON.
pub(super) async fn create(
    State(relay): State<Arc<Relay>>,
    caller: Caller,
    body: Body,
) -> Result<(StatusCode, Json<Created>), Problem> {
    caller.same_origin(&relay)?;
    if !relay.access.may_create(caller.key.as_ref()) {
        return Err(Problem::CreationKey);
    }
    let body = message(&relay, body).await?;
    let content = if body.is_empty() { None } else { Some(parse(body).await?) };
    let created = project::create(&relay, content).await?;
    let public_address = caller.public_address(&relay);
    let keys = created.keys.iter().filter(|(kind, _)| kind.role().is_some());
    let keys = keys.map(|(kind, key)| (kind.as_str(), key.0.clone())).collect();
    let address = |kind: LinkKind| (kind.as_str(), created.address(&public_address, kind));
    let addresses = LinkKind::all().map(address).collect();
    Ok((StatusCode::CREATED, Json(Created { id: created.id.to_string(), keys, addresses })))
}

/// A project as JSON, read by a worker.
pub(super) async fn read(
    State(relay): State<Arc<Relay>>,
    Path(project): Path<String>,
    caller: Caller,
) -> Result<impl IntoResponse, Problem> {
    let (project, _) = caller.allowed(&relay, (&project, Action::Read)).await?;
    let json = project::read(&relay, &project).await?;
    Ok(([(header::CONTENT_TYPE, "application/json"), (header::CACHE_CONTROL, "no-store")], json))
}

/// Deletes a project for good; everyone in it is told.
pub(super) async fn delete(
    State(relay): State<Arc<Relay>>,
    Path(project): Path<String>,
    caller: Caller,
) -> Result<StatusCode, Problem> {
    let (project, _) = caller.allowed(&relay, (&project, Action::Own)).await?;
    relay.storage.delete_project(&project).await?;
    relay.lobby.close(&project, Close::NoSuchProject).await;
    Ok(StatusCode::NO_CONTENT)
}

async fn parse(body: BytesMut) -> Result<Project, Problem> {
    let read = move || {
        let text = std::str::from_utf8(&body).map_err(|error| Fault {
            path: String::new(),
            message: format!("This file is no text in UTF-8 from byte {} on", error.valid_up_to()),
        })?;
        Ok(exchange::project::from_json(text)?)
    };
    // a panic in there is a fault of ours, and still only this request's
    tokio::task::spawn_blocking(read).await.unwrap_or(Err(Problem::Fault))
}
