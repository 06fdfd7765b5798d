//! The address of a film or a page: https only, whoever wrote it and wherever it came from.

use leptos::prelude::*;
use model::edit::CardField;

use super::Subject;
use super::whole::{Kind, WholeField};
use crate::language::say;

/// Why a text is not kept as an address.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Fault {
    /// It leads elsewhere than to https.
    NotSecure,
    /// It is none.
    Odd,
}

const SECURE: &str = "https://";

/// The field, and the link it leads to.
#[component]
pub fn AddressField(
    /// The card.
    subject: Subject,
) -> impl IntoView {
    let value = subject.part(|card| card.address.clone());
    let finish = move |written: String| match typed(&written) {
        Ok(address) => {
            subject.set(CardField::Address(address));
            None
        }
        Err(Fault::NotSecure) => Some(say().details_address_not_secure()),
        Err(Fault::Odd) => Some(say().details_address_odd()),
    };
    view! {
        <div class="details__address" data-address>
            <WholeField label=say().details_address() value kind=Kind::Address finish />
            {move || value.with(|address| link(address))}
        </div>
    }
}

/// What an address leads to, in a new tab; one that is not safe is never a link.
pub(super) fn link(address: &str) -> Option<AnyView> {
    if address.is_empty() {
        return None;
    }
    if !is_safe(address) {
        return Some(view! { <p class="field__hint">{say().details_address_hidden()}</p> }.into_any());
    }
    let shown = address.get(SECURE.len()..).unwrap_or_default().trim_end_matches('/').to_owned();
    let link = view! {
        <a class="details__link" href=address.to_owned() target="_blank" rel="noopener noreferrer">
            {shown}<span class="unseen">{format!(" – {}", say().details_address_open())}</span>
        </a>
    };
    Some(link.into_any())
}

/// What was typed, as an address to keep; `https://` may be left out.
fn typed(text: &str) -> Result<String, Fault> {
    let text = text.trim();
    if text.is_empty() || is_safe(text) {
        return Ok(text.to_owned());
    }
    let scheme = text.split_once(':').map(|(scheme, _)| scheme);
    let is_port = |rest: &str| rest.starts_with(|letter: char| letter.is_ascii_digit());
    match (scheme, text.split_once(':')) {
        (Some(scheme), _) if scheme.eq_ignore_ascii_case("https") => Err(Fault::Odd),
        (Some(scheme), Some((_, rest))) if !(scheme.contains('.') && is_port(rest)) => Err(Fault::NotSecure),
        _ => {
            let whole = format!("{SECURE}{text}");
            let host = text.split(['/', '?', '#', ':']).next().unwrap_or_default();
            let has_name = host.split('.').count() > 1 && host.split('.').all(|part| !part.is_empty());
            if has_name && is_safe(&whole) { Ok(whole) } else { Err(Fault::Odd) }
        }
    }
}

/// Whether an address leads to https and to where it seems to: no name before the host, nothing that browsers read
/// otherwise than people do.
pub(super) fn is_safe(address: &str) -> bool {
    let secure = address.get(..SECURE.len()).is_some_and(|start| start.eq_ignore_ascii_case(SECURE));
    let plain =
        |letter: char| !letter.is_control() && !letter.is_whitespace() && !"\\\"<>`{}|^".contains(letter);
    let rest = address.get(SECURE.len()..).unwrap_or_default();
    let host = rest.split(['/', '?', '#']).next().unwrap_or_default();
    let named = host.starts_with(|letter: char| letter.is_alphanumeric() || letter == '[');
    secure && named && !host.contains('@') && address.chars().all(plain)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn i1_an_address_leads_to_https_or_nowhere() {
        let kept = |text: &str| Ok(text.to_owned());
        for (text, expected) in [
            ("", kept("")),
            ("  ", kept("")),
            ("https://example.org/film?v=1#t", kept("https://example.org/film?v=1#t")),
            (" HTTPS://example.org ", kept("HTTPS://example.org")),
            ("example.org/film", kept("https://example.org/film")),
            ("www.nhs.wales", kept("https://www.nhs.wales")),
            ("example.org:8443/film", kept("https://example.org:8443/film")),
            ("https://[2001:db8::1]/film", kept("https://[2001:db8::1]/film")),
            ("http://example.org", Err(Fault::NotSecure)),
            ("javascript:alert(1)", Err(Fault::NotSecure)),
            ("JavaScript:alert(1)//example.org", Err(Fault::NotSecure)),
            ("data:text/html,<p>", Err(Fault::NotSecure)),
            ("mailto:sam@example.org", Err(Fault::NotSecure)),
            ("file:///etc/passwd", Err(Fault::NotSecure)),
            ("https:example.org", Err(Fault::Odd)),
            ("https://", Err(Fault::Odd)),
            ("https:///example.org", Err(Fault::Odd)),
            ("https://example.org@elsewhere.org", Err(Fault::Odd)),
            ("https://example.org\\@elsewhere.org", Err(Fault::Odd)),
            ("https://example.org/a b", Err(Fault::Odd)),
            ("the film of the team", Err(Fault::Odd)),
            ("film", Err(Fault::Odd)),
            ("..", Err(Fault::Odd)),
        ] {
            assert_eq!(typed(text), expected, "{text}");
        }
    }

    #[test]
    fn i1_what_came_from_elsewhere_is_a_link_only_where_it_is_safe() {
        for (address, expected) in [
            ("https://example.org", true),
            ("http://example.org", false),
            ("javascript:alert(1)", false),
            ("java\nscript:alert(1)", false),
            (" https://example.org", false),
            ("https://example.org/\u{0}", false),
            ("https://a@b.org", false),
            ("éé", false),
            ("//example.org", false),
        ] {
            assert_eq!(is_safe(address), expected, "{address}");
        }
    }
}
