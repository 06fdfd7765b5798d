//! Who asks: the key in `Authorization: Bearer`, the address they used, the page they come from.

use std::{convert::Infallible, net::Ipv6Addr, sync::Arc};

use axum::{
    extract::FromRequestParts,
    http::{HeaderMap, HeaderName, header, request::Parts, uri::Authority},
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
    forwarded: Option<String>,
}

impl FromRequestParts<Arc<Relay>> for Caller {
    type Rejection = Infallible;

    async fn from_request_parts(parts: &mut Parts, _: &Arc<Relay>) -> Result<Self, Infallible> {
        let bearer = text(&parts.headers, header::AUTHORIZATION);
        let key = bearer.and_then(|bearer| Some(Key(bearer.strip_prefix("Bearer ")?.trim().to_owned())));
        let host =
            text(&parts.headers, header::HOST).or_else(|| parts.uri.authority().map(ToString::to_string));
        let host = host.filter(|host| is_host(host));
        let origin = text(&parts.headers, header::ORIGIN);
        Ok(Caller { key, host, origin, forwarded: forwarded(&parts.headers) })
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

    /// Refuses what another site's page sends, where the browser says so. Another port is another site, also on
    /// this very machine.
    pub(super) fn same_origin(&self, relay: &Relay) -> Result<(), Problem> {
        let Some(origin) = &self.origin else { return Ok(()) };
        let public = relay.config.public_address.as_ref();
        let ours =
            self.own_scheme().is_some() || public.is_some_and(|public| public.eq_ignore_ascii_case(origin));
        if ours { Ok(()) } else { Err(Problem::Origin) }
    }

    /// The address under which the caller reaches this relay.
    pub(super) fn public_address(&self, relay: &Relay) -> String {
        match (&relay.config.public_address, &self.host) {
            (None, Some(host)) => format!("{}://{host}", self.scheme()),
            _ => relay.public_address(),
        }
    }

    /// Whether the line to the caller is encrypted, as far as that was told.
    pub(super) fn is_secure(&self) -> bool {
        self.scheme() == "https"
    }

    /// How the caller reaches us, when nobody has configured it. Both headers are the caller's own words, which does
    /// no harm: the addresses that are made of them go back to the caller, and nowhere else.
    fn scheme(&self) -> &str {
        let told = self.own_scheme().or(self.forwarded.as_deref());
        if told == Some("https") { "https" } else { "http" }
    }

    /// The scheme of the page that asks, if it comes from the host that is asked.
    fn own_scheme(&self) -> Option<&str> {
        let (scheme, host) = self.origin.as_ref()?.split_once("://")?;
        self.host.as_ref().is_some_and(|own| own.eq_ignore_ascii_case(host)).then_some(scheme)
    }
}

/// What a proxy that ends TLS before us says of the line to its own caller; of several proxies, the first.
fn forwarded(headers: &HeaderMap) -> Option<String> {
    let schemes = text(headers, HeaderName::from_static("x-forwarded-proto"))?;
    schemes.split(',').next().map(|scheme| scheme.trim().to_ascii_lowercase())
}

/// Whether a text is a name or an address, with a port or without: only such a one is put into addresses.
fn is_host(text: &str) -> bool {
    let Ok(authority) = text.parse::<Authority>() else { return false };
    let named = |byte: u8| byte.is_ascii_alphanumeric() || b"-._".contains(&byte);
    let host = authority.host();
    let numbered = host.strip_prefix('[').and_then(|rest| rest.strip_suffix(']'));
    let sound = match numbered {
        Some(address) => address.parse::<Ipv6Addr>().is_ok(),
        None => !host.is_empty() && host.bytes().all(named),
    };
    let port = text.strip_prefix(host).unwrap_or("@");
    sound && (port.is_empty() || port.strip_prefix(':').is_some_and(|port| port.parse::<u16>().is_ok()))
}

fn text(headers: &HeaderMap, name: HeaderName) -> Option<String> {
    headers.get(name)?.to_str().ok().map(ToOwned::to_owned)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn r17_a_host_is_a_name_or_an_address_with_a_port_or_without() {
        for (text, expected) in [
            ("tributary.example", true),
            ("localhost:8787", true),
            ("my_box.local:80", true),
            ("10.0.0.7:8787", true),
            ("[::1]:8787", true),
            ("[::1]", true),
            ("", false),
            (":80", false),
            ("a:b", false),
            ("a:99999", false),
            ("user@a", false),
            ("a/p/x#y", false),
            ("a b", false),
            ("\"><script>", false),
            ("javascript:alert(1)", false),
            ("[zz]", false),
        ] {
            assert_eq!(is_host(text), expected, "{text}");
        }
    }
}
