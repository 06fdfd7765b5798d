//! Who asks: the key in `Authorization: Bearer`, the address they used, the page they come from.

use std::{convert::Infallible, sync::Arc};

use axum::{
    extract::FromRequestParts,
    http::{HeaderMap, HeaderName, header, request::Parts},
};
use document::protocol::Key;
use model::role::Action;

use super::Problem;
use crate::{
    Relay,
    access::{AccessError, Grant},
    id::ProjectId,
};

/// What a request says of who sends it.
#[derive(Debug)]
pub(super) struct Caller {
    pub(super) key: Option<Key>,
    host: Option<String>,
    origin: Option<String>,
}

impl FromRequestParts<Arc<Relay>> for Caller {
    type Rejection = Infallible;

    async fn from_request_parts(parts: &mut Parts, _: &Arc<Relay>) -> Result<Self, Infallible> {
        let bearer = text(&parts.headers, header::AUTHORIZATION);
        let key = bearer.and_then(|bearer| Some(Key(bearer.strip_prefix("Bearer ")?.trim().to_owned())));
        let host =
            text(&parts.headers, header::HOST).or_else(|| parts.uri.authority().map(ToString::to_string));
        Ok(Caller { key, host, origin: text(&parts.headers, header::ORIGIN) })
    }
}

impl Caller {
    /// What the caller's key gives in that project, if it allows the action.
    pub(super) async fn allowed(
        &self,
        relay: &Relay,
        (project, action): (&str, Action),
    ) -> Result<(ProjectId, Grant), Problem> {
        let project = ProjectId::parse(project).ok_or(AccessError::NoSuchProject)?;
        let key = self.key.as_ref().ok_or(AccessError::WrongKey)?;
        let grant = relay.access.grant(&project, key).await?;
        if grant.role.may(action) { Ok((project, grant)) } else { Err(Problem::Forbidden) }
    }

    /// Refuses what another site's page sends, where the browser says so.
    pub(super) fn same_origin(&self, relay: &Relay) -> Result<(), Problem> {
        let Some(origin) = &self.origin else { return Ok(()) };
        let host = origin.split_once("://").map_or(origin.as_str(), |(_, host)| host);
        let public = relay.config.public_address.as_ref();
        let ours = self.host.as_deref() == Some(host)
            || public.is_some_and(|public| public.eq_ignore_ascii_case(origin))
            || relay.config.listen.ip().is_loopback() && is_loopback(host);
        if ours { Ok(()) } else { Err(Problem::Origin) }
    }

    /// The address under which the caller reaches this relay.
    pub(super) fn public_address(&self, relay: &Relay) -> String {
        match (&relay.config.public_address, &self.host) {
            (None, Some(host)) => format!("http://{host}"),
            _ => relay.public_address(),
        }
    }
}

/// Whether a page of this very machine asks: trunk serves the app from another port while it is being worked on.
fn is_loopback(host: &str) -> bool {
    let name = host.rsplit_once(':').map_or(host, |(name, _)| name);
    matches!(name, "localhost" | "127.0.0.1" | "[::1]")
}

fn text(headers: &HeaderMap, name: HeaderName) -> Option<String> {
    headers.get(name)?.to_str().ok().map(ToOwned::to_owned)
}
