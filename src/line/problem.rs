//! What a refused request of a poll means, in the close codes of a socket.

use document::protocol::Close;
use gloo_net::http::Response;
use serde::Deserialize;

/// The part of `application/problem+json` that matters here.
#[derive(Default, Deserialize)]
#[serde(default)]
struct Problem {
    code: String,
    close: Option<u16>,
}

/// Refusals that come before there is a session, by their code.
const BEFORE: [(&str, Close); 4] = [
    ("no_such_project", Close::NoSuchProject),
    ("unauthenticated", Close::Unauthenticated),
    ("expired", Close::Unauthenticated),
    ("revoked", Close::Revoked),
];

/// The close code that a refused request stands for; none if there is no reason to give up.
pub(super) async fn close_code(response: Response) -> Option<u16> {
    // a proxy's page is no refusal of the relay
    close_code_of(&response.text().await.unwrap_or_default())
}

fn close_code_of(body: &str) -> Option<u16> {
    let problem: Problem = serde_json::from_str(body).ok()?;
    let before = || BEFORE.iter().find(|row| row.0 == problem.code).map(|row| row.1.code());
    problem.close.or_else(before)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a5_a_refused_request_says_the_same_as_a_close() {
        for (body, expected) in [
            (r#"{"status":410,"code":"role_changed","close":4503}"#, Some(4503)),
            (r#"{"status":403,"code":"revoked"}"#, Some(4403)),
            (r#"{"status":403,"code":"expired"}"#, Some(4401)),
            (r#"{"status":404,"code":"no_such_project"}"#, Some(4404)),
            (r#"{"status":503,"code":"store_unavailable"}"#, None),
            ("<html>403 Forbidden by Proxy</html>", None),
        ] {
            assert_eq!(close_code_of(body), expected, "{body}");
        }
    }
}
