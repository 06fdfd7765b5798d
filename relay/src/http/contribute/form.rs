//! What a form holds, however it comes, and the cookie by which its sender is known again.

use axum::http::{HeaderMap, header};

use crate::{contribution::Wish, id};

/// The cookie with a sender's secret.
const COOKIE: &str = "tributary-contributor";
/// A year, in seconds: an idea may wait for long.
const COOKIE_AGE: u32 = 31_536_000;

/// A form as it was filled in.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(super) struct Form {
    pub(super) text: String,
    pub(super) on: String,
    pub(super) by: String,
    pub(super) key: String,
    /// Whether what looks like an NHS number is to be sent all the same.
    pub(super) sure: bool,
}

impl Form {
    /// An empty one, whose sending twice makes one idea.
    pub(super) fn new() -> Form {
        Form { key: id::new_key().0, ..Form::default() }
    }

    /// Reads what was sent; what is missing is empty, and bytes that are no letters show as such.
    pub(super) fn read(body: &[u8]) -> Form {
        let mut form = Form::default();
        for (name, value) in form_urlencoded::parse(body) {
            match name.as_ref() {
                "text" => form.text = value.into_owned(),
                "on" => form.on = value.into_owned(),
                "by" => form.by = value.into_owned(),
                "idempotency_key" => form.key = value.into_owned(),
                "sure" => form.sure = value == "yes",
                _ => {}
            }
        }
        form
    }

    pub(super) fn wish(&self) -> Wish {
        Wish {
            kind: "idea".to_owned(),
            text: self.text.clone(),
            on: self.on.clone(),
            by: self.by.clone(),
            idempotency_key: self.key.clone(),
        }
    }
}

/// The secret of a sender who was here before. Anything else under that name is none.
pub(super) fn cookie_of(headers: &HeaderMap) -> Option<String> {
    let all = headers.get_all(header::COOKIE).iter().filter_map(|value| value.to_str().ok());
    let mut pairs = all.flat_map(|line| line.split(';')).filter_map(|pair| pair.trim().split_once('='));
    let (_, secret) = pairs.find(|(name, secret)| *name == COOKIE && is_secret(secret))?;
    Some(secret.to_owned())
}

fn is_secret(text: &str) -> bool {
    text.len() == 32 && text.bytes().all(|byte| byte.is_ascii_lowercase() || (b'2'..=b'7').contains(&byte))
}

/// Makes the browser keep a secret, for these pages alone.
pub(super) fn cookie(secret: &str, secure: bool) -> String {
    let secure = if secure { "; Secure" } else { "" };
    format!("{COOKIE}={secret}; Path=/c/; Max-Age={COOKIE_AGE}; HttpOnly; SameSite=Lax{secure}")
}
