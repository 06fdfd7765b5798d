//! For office programs: measures as a file, and a workbook as tables for the page that imports it.

use std::sync::Arc;

use axum::{
    body::Body,
    extract::{Path, Query, State},
    http::{HeaderValue, header},
    response::IntoResponse,
};
use bytes::Bytes;
use exchange::observations::LONGEST;
use model::role::Action;
use serde::Deserialize;
use words::Language;

use super::{Problem, body::whole, caller::Caller};
use crate::{
    Relay,
    export::{Exported, Format, Part, Wish},
    project,
    worker::{Done, Kind},
};

/// The largest workbook that is taken, in bytes: as large as a table.
const LARGEST: u64 = LONGEST as u64;

/// What is asked for, as it was written.
#[derive(Deserialize)]
pub(super) struct Asked {
    to: Option<String>,
    part: Option<String>,
    language: Option<String>,
}

/// Measures as a file, made by a worker.
pub(super) async fn export(
    State(relay): State<Arc<Relay>>,
    Path(project): Path<String>,
    Query(asked): Query<Asked>,
    caller: Caller,
) -> Result<impl IntoResponse, Problem> {
    let (project, _) = caller.allowed(&relay, (&project, Action::Read)).await?;
    let wish = wish(&asked)?;
    let Exported { name, content } = project::export(&relay, &project, &wish).await?;
    let headers = [
        (header::CONTENT_TYPE, HeaderValue::from_static(wish.format.content_type())),
        (header::CONTENT_DISPOSITION, disposition(&name)),
        (header::CACHE_CONTROL, HeaderValue::from_static("no-store")),
    ];
    Ok((headers, content))
}

/// The sheets of a workbook, read by a worker. Nothing of it is kept.
pub(super) async fn sheets(
    State(relay): State<Arc<Relay>>,
    Path(project): Path<String>,
    caller: Caller,
    body: Body,
) -> Result<impl IntoResponse, Problem> {
    caller.allowed(&relay, (&project, Action::Edit)).await?;
    let workbook = whole(&relay, (body, LARGEST), || {}).await?.freeze();
    let turn = relay.workers.turn(Kind::Sheets).await;
    let Done { bytes, .. } = turn.run_apart(workbook).await.map_err(Problem::of_workbook)?;
    let body: Bytes = [b"{\"sheets\":", &bytes[..], b"}"].concat().into();
    Ok(([(header::CONTENT_TYPE, "application/json"), (header::CACHE_CONTROL, "no-store")], body))
}

fn wish(asked: &Asked) -> Result<Wish, Problem> {
    let invalid = |path: &str, message: &str| Problem::Invalid { path: path.into(), message: message.into() };
    let format = asked.to.as_deref().and_then(Format::parse);
    let part = asked.part.as_deref().map_or(Some(Part::Measures), Part::parse);
    let language = asked.language.as_deref().map_or(Some(Language::English), Language::of_tag);
    Ok(Wish {
        format: format.ok_or_else(|| invalid("to", "csv or xlsx is expected"))?,
        part: part.ok_or_else(|| invalid("part", "measures or measure:ID is expected"))?,
        language: language.ok_or_else(|| invalid("language", "en or cy is expected"))?,
    })
}

/// A file to be kept, with its name for programs of today, and for older ones without the letters they do not know.
fn disposition(name: &str) -> HeaderValue {
    let plain: String = name.chars().map(|letter| if is_plain(letter) { letter } else { '_' }).collect();
    let exact: String = name.bytes().map(spelt).collect();
    let value = format!("attachment; filename=\"{plain}\"; filename*=UTF-8''{exact}");
    HeaderValue::from_str(&value).unwrap_or(HeaderValue::from_static("attachment"))
}

fn is_plain(letter: char) -> bool {
    letter.is_ascii_alphanumeric() || matches!(letter, '-' | '.' | '_')
}

/// A byte as RFC 8187 has it.
fn spelt(byte: u8) -> String {
    if is_plain(char::from(byte)) { char::from(byte).to_string() } else { format!("%{byte:02X}") }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn r19_a_file_name_goes_as_it_is_and_never_breaks_its_header() {
        for (name, expected) in [
            ("Falls.csv", "attachment; filename=\"Falls.csv\"; filename*=UTF-8''Falls.csv"),
            ("ŵy.csv", "attachment; filename=\"_y.csv\"; filename*=UTF-8''%C5%B5y.csv"),
            (
                "a\"\r\nb: c.csv",
                "attachment; filename=\"a___b__c.csv\"; filename*=UTF-8''a%22%0D%0Ab%3A%20c.csv",
            ),
        ] {
            assert_eq!(disposition(name), expected);
        }
    }
}
