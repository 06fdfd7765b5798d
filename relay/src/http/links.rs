//! Links: who holds which key, until when. Owners make and end them; editors may see that they exist.

use std::sync::Arc;

use axum::{
    Json,
    body::Body,
    extract::{Path, State},
    http::StatusCode,
};
use model::role::Action;
use serde::{Deserialize, Deserializer, Serialize};

use super::{Problem, body::message, caller::Caller};
use crate::{
    Relay,
    clock::{self, Millis},
    id::{LinkId, ProjectId},
    project,
    storage::{Link, LinkKind},
};

/// Characters of a label: "Ward 7, poster in the staff room".
const LONGEST_LABEL: usize = 200;

/// A link as the API shows it. Times are milliseconds since 1970.
#[derive(Serialize)]
pub(super) struct Shown {
    id: String,
    role: &'static str,
    label: String,
    created_at: Millis,
    expires_at: Option<Millis>,
    revoked_at: Option<Millis>,
    /// Only in the answer that made the link.
    #[serde(skip_serializing_if = "Option::is_none")]
    key: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    address: Option<String>,
}

#[derive(Serialize)]
pub(super) struct List {
    links: Vec<Shown>,
}

/// What a link is to be, or what of it is to change: what is not named stays.
#[derive(Default, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Wish {
    role: Option<String>,
    label: Option<String>,
    #[serde(default, deserialize_with = "named")]
    expires_at: Option<Option<Millis>>,
}

/// All links of a project, ended ones included.
pub(super) async fn list(
    State(relay): State<Arc<Relay>>,
    Path(project): Path<String>,
    caller: Caller,
) -> Result<Json<List>, Problem> {
    let (project, _) = caller.allowed(&relay, (&project, Action::Edit)).await?;
    let links = relay.storage.links(&project).await?;
    Ok(Json(List { links: links.into_iter().map(Shown::from).collect() }))
}

/// Makes a link and shows its key, this once.
pub(super) async fn create(
    State(relay): State<Arc<Relay>>,
    Path(project): Path<String>,
    caller: Caller,
    body: Body,
) -> Result<(StatusCode, Json<Shown>), Problem> {
    let (project, _) = caller.allowed(&relay, (&project, Action::Own)).await?;
    let wish = checked(&message(&relay, body).await?)?;
    let kind = wish.kind()?.ok_or_else(|| invalid("role", "which role?"))?;
    let (mut link, key) = relay.access.new_link(kind);
    link.label = wish.label.unwrap_or_default();
    link.expires_at = wish.expires_at.flatten();
    let id = link.id.clone();
    relay.storage.add_link(&project, link).await?;
    let link = found(&relay, (&project, &id)).await?;
    let address = project::address(&caller.public_address(&relay), (&project, kind), &key);
    let shown = Shown { key: Some(key.0), address: Some(address), ..Shown::from(link) };
    Ok((StatusCode::CREATED, Json(shown)))
}

/// Changes a link: its role, label or expiry. Who has come through it learns of it at once.
pub(super) async fn change(
    State(relay): State<Arc<Relay>>,
    Path((project, link)): Path<(String, String)>,
    caller: Caller,
    body: Body,
) -> Result<Json<Shown>, Problem> {
    let (project, _) = caller.allowed(&relay, (&project, Action::Own)).await?;
    let wish = checked(&message(&relay, body).await?)?;
    let kind = wish.kind()?;
    let link = LinkId::parse(&link).ok_or(Problem::NotFound)?;
    let old = found(&relay, (&project, &link)).await?;
    let new = Link {
        kind: kind.unwrap_or(old.kind),
        label: wish.label.unwrap_or(old.label),
        expires_at: wish.expires_at.unwrap_or(old.expires_at),
        ..old
    };
    store(&relay, (&project, new.clone())).await?;
    Ok(Json(Shown::from(new)))
}

/// Ends a link. Who has come through it is sent away.
pub(super) async fn revoke(
    State(relay): State<Arc<Relay>>,
    Path((project, link)): Path<(String, String)>,
    caller: Caller,
) -> Result<StatusCode, Problem> {
    let (project, _) = caller.allowed(&relay, (&project, Action::Own)).await?;
    let link = LinkId::parse(&link).ok_or(Problem::NotFound)?;
    let old = found(&relay, (&project, &link)).await?;
    // the first time stands: when somebody lost access is not rewritten
    let revoked_at = old.revoked_at.or(Some(clock::now()));
    store(&relay, (&project, Link { revoked_at, ..old })).await?;
    Ok(StatusCode::NO_CONTENT)
}

async fn found(relay: &Relay, (project, link): (&ProjectId, &LinkId)) -> Result<Link, Problem> {
    let links = relay.storage.links(project).await?;
    links.into_iter().find(|other| other.id == *link).ok_or(Problem::NotFound)
}

async fn store(relay: &Relay, (project, link): (&ProjectId, Link)) -> Result<(), Problem> {
    if !relay.storage.change_link(project, link.clone()).await? {
        return Err(Problem::LastOwner);
    }
    relay.lobby.link_changed(project, link).await;
    Ok(())
}

fn checked(body: &[u8]) -> Result<Wish, Problem> {
    let wish: Wish = serde_json::from_slice(body).map_err(|error| invalid("", &error.to_string()))?;
    if wish.label.as_ref().is_some_and(|label| label.chars().count() > LONGEST_LABEL) {
        return Err(invalid("label", "more than 200 characters"));
    }
    if wish.expires_at.flatten().is_some_and(|end| end <= clock::now()) {
        return Err(invalid("expires_at", "a time that is over; milliseconds since 1970 are expected"));
    }
    Ok(wish)
}

fn invalid(path: &str, message: &str) -> Problem {
    Problem::Invalid { path: path.to_owned(), message: message.to_owned() }
}

/// A field that is named counts, also when it says `null`.
fn named<'de, D: Deserializer<'de>>(from: D) -> Result<Option<Option<Millis>>, D::Error> {
    Option::deserialize(from).map(Some)
}

impl Wish {
    fn kind(&self) -> Result<Option<LinkKind>, Problem> {
        let Some(role) = &self.role else { return Ok(None) };
        let kind = LinkKind::parse(role);
        kind.map(Some)
            .ok_or_else(|| invalid("role", "owner, editor, contributor, viewer or embed is expected"))
    }
}

impl From<Link> for Shown {
    fn from(link: Link) -> Self {
        Shown {
            id: link.id.to_string(),
            role: link.kind.as_str(),
            label: link.label,
            created_at: link.created_at,
            expires_at: link.expires_at,
            revoked_at: link.revoked_at,
            key: None,
            address: None,
        }
    }
}
