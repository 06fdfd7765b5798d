//! Contributions: what somebody sends who never writes the document. Checked here, written by the room.

use document::protocol::{Close, NackCode};
use model::contribution::Contribution;

use crate::{
    Relay, clock,
    id::{LinkId, ProjectId},
    project::ReadError,
    room::{NotTaken, Sent, Taken},
};

pub use check::{Fault, LONGEST_NAME, LONGEST_TEXT, Sound, Wish};
pub use facts::{Facts, Known};
pub use rates::{Rates, TooOften};

mod check;
mod facts;
pub mod nhs;
mod rates;

/// Who sends something.
pub struct Sender<'a> {
    /// Into which project.
    pub project: &'a ProjectId,
    /// Through which link.
    pub link: &'a LinkId,
    /// The secret by which this sender is known again; without one each contribution is somebody's own.
    pub secret: Option<&'a str>,
}

/// What became of it.
#[derive(Debug, Clone)]
pub struct Receipt {
    /// Its id in the document.
    pub id: String,
    /// Its number in the project.
    pub number: u32,
    /// What opens the page about all that the same sender has sent.
    pub receipt: String,
    /// The entry that holds it, or a later one.
    pub seq: u64,
}

/// Why it is not kept.
#[derive(Debug, thiserror::Error)]
pub enum Refusal {
    /// It was sent, with other words.
    #[error("something else was sent under this idempotency key; send this under a new one")]
    Conflict,
    /// Too many from one sender or through one link.
    #[error("too many contributions in a short time; send it again in a minute")]
    TooMany,
    /// The card that it is about is not there.
    #[error("{}: {}", .0.field(), .0.english())]
    Fault(Fault),
    /// As a push would be refused.
    #[error("it is not kept: {}", .0.as_str())]
    Refused(NackCode),
    /// The project cannot be opened.
    #[error("the project cannot be opened: {}", .0.as_str())]
    Closed(Close),
    /// Whether the card is there cannot be told now.
    #[error(transparent)]
    Read(#[from] ReadError),
}

/// Keeps a contribution. The same one again gives the same receipt, and nothing new.
pub async fn send(relay: &Relay, sender: Sender<'_>, sound: Sound) -> Result<Receipt, Refusal> {
    let Sender { project, link, .. } = sender;
    let author = author(relay, &sender, &sound);
    relay.rates.take(link, &author).map_err(|TooOften| Refusal::TooMany)?;
    if !sound.on.is_empty() && !relay.facts.has_card(relay, (project, &sound.on)).await? {
        return Err(Refusal::Fault(Fault::NoSuchCard));
    }
    let sent = sent(project, author, sound);
    let taken = relay.lobby.contribute(project, &sent).await;
    let Taken { kept, seq } = taken.map_err(Refusal::from)?;
    let receipt = receipt(relay, project, &kept.author);
    Ok(Receipt { id: kept.id, number: kept.number, receipt, seq })
}

/// What opens the page about all that an author has sent: nobody makes it who only knows the author from the document.
pub fn receipt(relay: &Relay, project: &ProjectId, author: &str) -> String {
    relay.access.pseudonym(["receipt", project.as_str(), author])
}

/// Who somebody is in this project who is known by a secret.
pub fn author_of(relay: &Relay, project: &ProjectId, secret: &str) -> String {
    relay.access.pseudonym(["author", project.as_str(), secret])
}

fn author(relay: &Relay, sender: &Sender<'_>, sound: &Sound) -> String {
    match sender.secret {
        Some(secret) => author_of(relay, sender.project, secret),
        None => author_of(relay, sender.project, &format!("{}/{}", sender.link, sound.key)),
    }
}

fn sent(project: &ProjectId, author: String, sound: Sound) -> Sent {
    let Sound { kind, text, on, by, key } = sound;
    let id = hash(&[project.as_str(), &author, &key]).to_hex()[..32].to_owned();
    let digest = *hash(&[&kind, &text, &on, &by]).as_bytes();
    #[expect(clippy::cast_precision_loss, reason = "milliseconds since 1970 have 41 bits")]
    let at = clock::now() as f64;
    let (status, reply) = (String::new(), String::new());
    Sent { contribution: Contribution { id, kind, text, on, by, author, at, status, reply }, digest }
}

/// The hash of several texts, so that no two lists of texts are alike.
fn hash(parts: &[&str]) -> blake3::Hash {
    let mut hasher = blake3::Hasher::new();
    for part in parts {
        hasher.update(&(part.len() as u64).to_le_bytes()).update(part.as_bytes());
    }
    hasher.finalize()
}

impl From<NotTaken> for Refusal {
    fn from(error: NotTaken) -> Self {
        match error {
            NotTaken::Conflict => Refusal::Conflict,
            NotTaken::Refused(code) => Refusal::Refused(code),
            NotTaken::Closed(close) => Refusal::Closed(close),
            NotTaken::Closing => Refusal::Closed(Close::Draining),
        }
    }
}

impl Refusal {
    /// The code that a page of ours is told.
    pub fn nack(&self) -> NackCode {
        match self {
            Refusal::TooMany => NackCode::RateLimited,
            Refusal::Fault(Fault::TooLong(_)) => NackCode::TooLarge,
            Refusal::Refused(code) => *code,
            Refusal::Closed(_) | Refusal::Read(_) => NackCode::StoreUnavailable,
            Refusal::Conflict | Refusal::Fault(_) => NackCode::InvalidUpdate,
        }
    }
}
