//! Plain requests to the relay: create a project, read it as JSON, its links.

use gloo_net::http::{Request, RequestBuilder, Response};
use model::Role;
use serde::de::DeserializeOwned;
use serde::{Deserialize, Serialize};
use thiserror::Error;

use crate::language::say;

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

/// A project that was just made.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
pub struct Created {
    /// Its id.
    pub id: String,
    /// Its keys.
    pub keys: Keys,
}

/// What a new project begins with, and by what right.
#[derive(Debug, Clone, Default)]
pub struct Beginning {
    /// Project JSON; `None` begins an empty project.
    pub project: Option<String>,
    /// The creation key, where the relay asks for one.
    pub creation_key: Option<String>,
}

/// Why a request had no result.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
pub enum Failure {
    /// The relay was not reached.
    #[error("{}", say().line_offline())]
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
    #[error("{}", say().line_strange())]
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

/// Deletes the project for good. For owners.
pub async fn delete(id: &str, key: &str) -> Result<(), Failure> {
    answer(with_key(Request::delete(&address(id, "")), Some(key)).build()).await.map(|_| ())
}

/// What workbooks are called on the line.
pub const WORKBOOK: &str = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

/// A part of a project as the relay has it, in a format of other programs.
pub async fn export((id, key): (&str, &str), to: &str, part: &str) -> Result<Vec<u8>, Failure> {
    let query = format!("/export?to={to}&part={}", js_sys::encode_uri_component(part));
    let response = answer(with_key(Request::get(&address(id, &query)), Some(key)).build()).await?;
    response.binary().await.map_err(|_| Failure::Offline)
}

/// A sheet of a workbook, as a table of text.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
pub struct Sheet {
    /// Its name
    pub name: String,
    /// Rows of cells with tabs between them
    pub text: String,
}

#[derive(Deserialize)]
struct Sheets {
    sheets: Vec<Sheet>,
}

/// Has the relay read a workbook: its sheets that hold anything.
pub async fn sheets((id, key): (&str, &str), workbook: &[u8]) -> Result<Vec<Sheet>, Failure> {
    let request = with_key(Request::post(&address(id, "/sheets")), Some(key));
    let sent = request.header("content-type", WORKBOOK).body(js_sys::Uint8Array::from(workbook));
    let Sheets { sheets } = read(answer(sent).await?).await?;
    Ok(sheets)
}

fn address(id: &str, rest: &str) -> String {
    format!("/api/projects/{}{rest}", js_sys::encode_uri_component(id))
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
    let detail = detail.unwrap_or_else(|| say().line_answered(&status.to_string()));
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
    fn a1_keys_that_are_missing_stay_missing() {
        let created: Created = serde_json::from_str(r#"{"id":"p","keys":{"editor":"k"}}"#).unwrap();
        assert_eq!(created.keys, Keys { editor: Some("k".into()), ..Keys::default() });
        assert_eq!(serde_json::to_string(&created.keys).unwrap(), r#"{"editor":"k"}"#);
    }
}
