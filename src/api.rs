//! Plain requests to the relay: create a project, read it as JSON, its links.

use gloo_net::http::{Request, RequestBuilder, Response};
use model::Role;
use serde::de::DeserializeOwned;
use serde::{Deserialize, Serialize};
use thiserror::Error;

/// The keys of a project, one a role; those that this device has.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Keys {
    /// Opens everything; never put in the bar.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub owner: Option<String>,
    /// Changes anything in the document.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub editor: Option<String>,
    /// Sends ideas, comments and votes.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub contributor: Option<String>,
    /// Reads.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub viewer: Option<String>,
}

impl Keys {
    /// The key of a role.
    pub fn of(&self, role: Role) -> Option<&str> {
        let Keys { owner, editor, contributor, viewer } = self;
        let key = match role {
            Role::Owner => owner,
            Role::Editor => editor,
            Role::Contributor => contributor,
            Role::Viewer => viewer,
        };
        key.as_deref()
    }

    /// Where the key of a role is kept.
    pub fn slot(&mut self, role: Role) -> &mut Option<String> {
        match role {
            Role::Owner => &mut self.owner,
            Role::Editor => &mut self.editor,
            Role::Contributor => &mut self.contributor,
            Role::Viewer => &mut self.viewer,
        }
    }

    /// Takes a key away, whatever its role.
    pub fn lose(&mut self, key: &str) {
        for role in Role::ALL {
            let slot = self.slot(role);
            if slot.as_deref() == Some(key) {
                *slot = None;
            }
        }
    }
}

/// The addresses of a project, as the relay writes them; empty where it gives none.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Addresses {
    /// For the one who made it.
    pub owner: String,
    /// For the team; this one stands in the bar.
    pub editor: String,
    /// For ideas.
    pub contributor: String,
    /// For readers.
    pub viewer: String,
    /// For slides and pages.
    pub embed: String,
}

/// A project that was just made.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
pub struct Created {
    /// Its id.
    pub id: String,
    /// Its keys.
    pub keys: Keys,
    /// Its addresses.
    #[serde(default)]
    pub addresses: Addresses,
}

/// What a new project begins with, and by what right.
#[derive(Debug, Clone, Default)]
pub struct Beginning {
    /// Project JSON; `None` begins an empty project.
    pub project: Option<String>,
    /// The creation key, where the relay asks for one.
    pub creation_key: Option<String>,
}

/// A link of a project, as its owner and editors see it. Times are in milliseconds since 1970.
#[derive(Debug, Clone, Default, PartialEq, Eq, Deserialize)]
#[serde(default)]
pub struct Link {
    /// The link's id.
    pub id: String,
    /// What it allows: `owner`, `editor`, `contributor`, `viewer`, `embed`.
    pub role: String,
    /// What its maker called it; may be empty.
    pub label: String,
    /// When it was made.
    pub created_at: i64,
    /// When it ends by itself.
    pub expires_at: Option<i64>,
    /// When it was revoked.
    pub revoked_at: Option<i64>,
    /// Its key, in the answer to its making only.
    pub key: Option<String>,
    /// Its address, in the answer to its making only.
    pub address: Option<String>,
}

#[derive(Deserialize)]
struct Links {
    links: Vec<Link>,
}

/// What a link is to be; what is not said stays as it is, or as the relay makes it.
#[derive(Debug, Clone, Default, Serialize)]
pub struct Wish {
    /// The role's name.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub role: Option<String>,
    /// What its maker calls it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub label: Option<String>,
    /// When it ends, in milliseconds since 1970; `Some(None)` for never.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub expires_at: Option<Option<i64>>,
}

/// Why a request had no result.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
pub enum Failure {
    /// The relay was not reached.
    #[error("There is no connection just now.")]
    Offline,
    /// The relay said no, in a sentence for people and a code.
    #[error("{detail}")]
    Refused {
        /// The HTTP status.
        status: u16,
        /// The code of `application/problem+json`; empty when there was none.
        code: String,
        /// The relay's own words.
        detail: String,
    },
    /// The answer is not what this app understands.
    #[error("The relay gave an answer that this app does not understand. Reload to get the newest version.")]
    Strange,
}

/// Makes a project.
pub async fn create(beginning: Beginning) -> Result<Created, Failure> {
    let request = with_key(Request::post("/api/projects"), beginning.creation_key.as_deref());
    let sent = match &beginning.project {
        Some(json) => request.header("content-type", "application/json").body(json.as_str()),
        None => request.build(),
    };
    read(answer(sent).await?).await
}

/// The project as JSON text (format `tributary/project`), as the relay has it.
pub async fn project(id: &str, key: &str) -> Result<String, Failure> {
    let request = with_key(Request::get(&address(id, "")), Some(key));
    answer(request.build()).await?.text().await.map_err(|_| Failure::Offline)
}

/// Its links, ended ones included, for owners and editors.
pub async fn links(id: &str, key: &str) -> Result<Vec<Link>, Failure> {
    let request = with_key(Request::get(&address(id, "/links")), Some(key));
    let Links { links } = read(answer(request.build()).await?).await?;
    Ok(links)
}

/// Makes a link; the answer holds its key, once. For owners.
pub async fn make_link(id: &str, key: &str, wish: &Wish) -> Result<Link, Failure> {
    let request = with_key(Request::post(&address(id, "/links")), Some(key));
    read(answer(request.json(wish)).await?).await
}

/// Changes a link: its role, label or end. Who came by it learns of it at once. For owners.
pub async fn change_link((id, link): (&str, &str), key: &str, wish: &Wish) -> Result<Link, Failure> {
    let request = with_key(Request::post(&link_address(id, link)), Some(key));
    read(answer(request.json(wish)).await?).await
}

/// Revokes a link: whoever is in by it is out within seconds. For owners.
pub async fn revoke_link((id, link): (&str, &str), key: &str) -> Result<(), Failure> {
    answer(with_key(Request::delete(&link_address(id, link)), Some(key)).build()).await.map(|_| ())
}

/// Deletes the project for good. For owners.
pub async fn delete(id: &str, key: &str) -> Result<(), Failure> {
    answer(with_key(Request::delete(&address(id, "")), Some(key)).build()).await.map(|_| ())
}

fn address(id: &str, rest: &str) -> String {
    format!("/api/projects/{}{rest}", js_sys::encode_uri_component(id))
}

fn link_address(id: &str, link: &str) -> String {
    address(id, &format!("/links/{}", js_sys::encode_uri_component(link)))
}

fn with_key(request: RequestBuilder, key: Option<&str>) -> RequestBuilder {
    match key {
        Some(key) => request.header("authorization", &format!("Bearer {key}")),
        None => request,
    }
}

async fn answer(request: Result<Request, gloo_net::Error>) -> Result<Response, Failure> {
    let request = request.map_err(|_| Failure::Strange)?;
    let response = request.send().await.map_err(|_| Failure::Offline)?;
    if response.ok() {
        return Ok(response);
    }
    let said = response.text().await.unwrap_or_default();
    Err(refusal(response.status(), &said))
}

async fn read<T: DeserializeOwned>(response: Response) -> Result<T, Failure> {
    let text = response.text().await.map_err(|_| Failure::Offline)?;
    serde_json::from_str(&text).map_err(|_| Failure::Strange)
}

#[derive(Default, Deserialize)]
#[serde(default)]
struct Problem {
    title: String,
    detail: String,
    code: String,
}

/// What a refused request says: the relay's own sentence if there is one.
fn refusal(status: u16, body: &str) -> Failure {
    let problem: Problem = serde_json::from_str(body).unwrap_or_default();
    let detail = [problem.detail, problem.title].into_iter().find(|text| !text.is_empty());
    // a proxy's page of HTML is nothing for people to read
    let detail = detail.unwrap_or_else(|| format!("The relay answered {status}."));
    Failure::Refused { status, code: problem.code, detail }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a1_a_refusal_is_told_in_the_relays_own_words() {
        for (body, code, detail) in [
            (r#"{"title":"No","detail":"The file is newer.","code":"newer"}"#, "newer", "The file is newer."),
            (r#"{"title":"Not found","status":404}"#, "", "Not found"),
            ("<html>Bad gateway</html>", "", "The relay answered 404."),
        ] {
            let expected = Failure::Refused { status: 404, code: code.into(), detail: detail.into() };
            assert_eq!(refusal(404, body), expected);
        }
    }

    #[test]
    fn a1_a_wish_says_only_what_is_to_change() {
        for (wish, json) in [
            (Wish::default(), "{}"),
            (Wish { expires_at: Some(None), ..Wish::default() }, r#"{"expires_at":null}"#),
            (Wish { role: Some("viewer".into()), ..Wish::default() }, r#"{"role":"viewer"}"#),
        ] {
            assert_eq!(serde_json::to_string(&wish).unwrap(), json);
        }
    }

    #[test]
    fn a1_keys_that_are_missing_stay_missing() {
        let created: Created = serde_json::from_str(r#"{"id":"p","keys":{"editor":"k"}}"#).unwrap();
        assert_eq!(created.keys, Keys { editor: Some("k".into()), ..Keys::default() });
        assert_eq!(serde_json::to_string(&created.keys).unwrap(), r#"{"editor":"k"}"#);
    }
}
