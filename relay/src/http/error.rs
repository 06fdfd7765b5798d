//! How a request is refused: one table of statuses and codes, as `application/problem+json`.

use axum::{
    body::to_bytes,
    http::{HeaderValue, StatusCode, header},
    response::{IntoResponse, Response},
};
use document::protocol::{Close, NackCode};
use publish::xlsx;
use serde::Serialize;
use words::{Language, Words};

use crate::{
    access::AccessError,
    contribution::Refusal,
    export,
    project::{CreateError, ReadError},
    storage::StorageError,
    worker::WorkerError,
};

/// Why a request is refused.
#[derive(Debug, thiserror::Error)]
pub enum Problem {
    /// The key does not allow it, or is none.
    #[error(transparent)]
    Access(#[from] AccessError),
    /// The role does not allow it.
    #[error("the key of this link does not allow that")]
    Forbidden,
    /// Only holders of the creation key make projects here.
    #[error("this relay asks for a creation key to make a project")]
    CreationKey,
    /// The body is no project file; why, in a sentence for whoever wanted to open it.
    #[error(transparent)]
    File(#[from] exchange::project::Fault),
    /// The body is not what is expected; where and why.
    #[error("{path}: {message}")]
    Invalid {
        /// The JSON path.
        path: String,
        /// What is wrong there.
        message: String,
    },
    /// The body or what it would make is larger than allowed.
    #[error("more than {0} bytes")]
    TooLarge(u64),
    /// The project that is asked for would be full from the beginning.
    #[error("{0}")]
    Full(CreateError),
    /// There is nothing at this address.
    #[error("there is nothing at this address")]
    NotFound,
    /// The project would have no owner any more.
    #[error("a project keeps one owner link that does not end; make another one first")]
    LastOwner,
    /// The request does not come from this relay's own pages.
    #[error("this request comes from another site")]
    Origin,
    /// A worker cannot read this project; why.
    #[error("the project cannot be read now, but what people write is kept: {0}")]
    Unreadable(WorkerError),
    /// A contribution is not kept; why.
    #[error("{0}")]
    Contribution(Refusal),
    /// No measure has that id or name, or several have it.
    #[error("there is no measure of this id, and not just one of this name")]
    Measure,
    /// There is more than such a file can hold.
    #[error("these measures do not fit into a workbook, which has at most 255 of them; csv holds them all")]
    DoesNotFit,
    /// The body is no workbook that can be read.
    #[error("{}", Words::new(Language::English).workbook_refusal(.0.name()))]
    Workbook(xlsx::Refusal),
    /// Reading the workbook would take more memory or time than it may.
    #[error(
        "reading this workbook takes more memory or time than it may; save only the sheets with the data"
    )]
    Demanding,
    /// Nobody can read workbooks now; why.
    #[error("workbooks cannot be read now: {0}")]
    NoReader(WorkerError),
    /// A fault of ours.
    #[error("something went wrong here")]
    Fault,
    /// The request is none that this address takes, or does not come whole; often in the words of axum, which has seen
    /// that first.
    #[error("{1}")]
    Malformed(StatusCode, String),
    /// A session over long-polling has ended, or its frames are broken.
    #[error("the session has ended: {}", .0.as_str())]
    Closed(Close),
    /// Storage does not answer.
    #[error("what is kept cannot be reached now")]
    Storage(#[from] StorageError),
}

impl From<CreateError> for Problem {
    fn from(error: CreateError) -> Self {
        match error {
            CreateError::TooLarge { .. } => Problem::Full(error),
            CreateError::Storage(error) => Problem::Storage(error),
        }
    }
}

impl From<ReadError> for Problem {
    fn from(error: ReadError) -> Self {
        match error {
            ReadError::Storage(error) => Problem::Storage(error),
            ReadError::Gone => AccessError::NoSuchProject.into(),
            ReadError::Worker(WorkerError::Refused(name)) => match name.as_str() {
                export::NO_SUCH_MEASURE => Problem::Measure,
                export::DOES_NOT_FIT => Problem::DoesNotFit,
                _ => Problem::Fault,
            },
            ReadError::Worker(error) => Problem::Unreadable(error),
        }
    }
}

impl Problem {
    /// Why a workbook is not read: it is to blame for whatever goes wrong, but for a machine without time or room.
    pub(super) fn of_workbook(error: WorkerError) -> Problem {
        match error {
            WorkerError::Refused(name) => {
                xlsx::Refusal::named(&name).map_or(Problem::Fault, Problem::Workbook)
            }
            WorkerError::Failed(_) => Problem::Workbook(xlsx::Refusal::Damaged),
            WorkerError::Killed | WorkerError::Marked => Problem::Demanding,
            WorkerError::Late | WorkerError::Unavailable(_) | WorkerError::Storage(_) => {
                Problem::NoReader(error)
            }
        }
    }
}

/// The body, as RFC 9457 names its fields.
#[derive(Serialize)]
struct Body {
    r#type: &'static str,
    title: &'static str,
    status: u16,
    detail: String,
    code: &'static str,
    #[serde(skip_serializing_if = "Option::is_none")]
    close: Option<u16>,
    /// Which field of what was sent is wrong.
    #[serde(skip_serializing_if = "Option::is_none")]
    field: Option<&'static str>,
}

impl Problem {
    /// The one table: status, code, title.
    fn row(&self) -> (StatusCode, &'static str, &'static str) {
        match self {
            Problem::Access(AccessError::NoSuchProject) => {
                (StatusCode::NOT_FOUND, "no_such_project", "No such project")
            }
            Problem::Access(AccessError::WrongKey) => {
                (StatusCode::UNAUTHORIZED, "unauthenticated", "Wrong key")
            }
            Problem::Access(AccessError::Expired) => (StatusCode::FORBIDDEN, "expired", "Link expired"),
            Problem::Access(AccessError::Revoked) => (StatusCode::FORBIDDEN, "revoked", "Link revoked"),
            Problem::Forbidden => (StatusCode::FORBIDDEN, "forbidden", "Not allowed"),
            Problem::CreationKey => (StatusCode::UNAUTHORIZED, "creation_key_needed", "Creation key needed"),
            Problem::File(_) | Problem::Invalid { .. } => {
                (StatusCode::UNPROCESSABLE_ENTITY, "invalid", "Not understood")
            }
            Problem::TooLarge(_) | Problem::Full(_) => {
                (StatusCode::PAYLOAD_TOO_LARGE, "too_large", "Too large")
            }
            Problem::NotFound => (StatusCode::NOT_FOUND, "not_found", "Not found"),
            Problem::LastOwner => (StatusCode::CONFLICT, "last_owner", "Last owner link"),
            Problem::Origin => (StatusCode::FORBIDDEN, "foreign_origin", "Other site"),
            Problem::Unreadable(WorkerError::Marked) => {
                (StatusCode::SERVICE_UNAVAILABLE, "project_marked", "Not readable")
            }
            Problem::Unreadable(_) => (StatusCode::SERVICE_UNAVAILABLE, "unreadable", "Not readable now"),
            Problem::Contribution(refusal) => of_contribution(refusal),
            Problem::Measure => (StatusCode::NOT_FOUND, "no_such_measure", "No such measure"),
            Problem::DoesNotFit => (StatusCode::UNPROCESSABLE_ENTITY, "does_not_fit", "Does not fit"),
            Problem::Workbook(refusal) => of_refusal(*refusal),
            Problem::Demanding => {
                (StatusCode::UNPROCESSABLE_ENTITY, "workbook_too_demanding", "Workbook not read")
            }
            Problem::NoReader(_) => (StatusCode::SERVICE_UNAVAILABLE, "unreadable", "Not readable now"),
            Problem::Malformed(status, _) => malformed(*status),
            Problem::Fault => (StatusCode::INTERNAL_SERVER_ERROR, "fault", "Fault"),
            Problem::Closed(close) => (StatusCode::GONE, close.as_str(), "Session ended"),
            Problem::Storage(_) | Problem::Access(AccessError::Storage(_)) => {
                (StatusCode::SERVICE_UNAVAILABLE, "store_unavailable", "Storage unavailable")
            }
        }
    }
}

fn of_contribution(refusal: &Refusal) -> (StatusCode, &'static str, &'static str) {
    let (status, code) = match refusal {
        Refusal::Fault(_) => (StatusCode::UNPROCESSABLE_ENTITY, "invalid"),
        Refusal::Conflict => (StatusCode::CONFLICT, "conflict"),
        Refusal::TooMany => (StatusCode::TOO_MANY_REQUESTS, "rate_limited"),
        Refusal::Refused(NackCode::ProjectFull) => (StatusCode::INSUFFICIENT_STORAGE, "project_full"),
        Refusal::Refused(code) => (StatusCode::SERVICE_UNAVAILABLE, code.as_str()),
        Refusal::Closed(close) => (StatusCode::SERVICE_UNAVAILABLE, close.as_str()),
        Refusal::Read(_) => (StatusCode::SERVICE_UNAVAILABLE, "unreadable"),
    };
    (status, code, "Not kept")
}

fn of_refusal(refusal: xlsx::Refusal) -> (StatusCode, &'static str, &'static str) {
    let code = match refusal {
        xlsx::Refusal::NotAWorkbook => "not_a_workbook",
        xlsx::Refusal::Old => "old_workbook",
        xlsx::Refusal::Encrypted => "encrypted_workbook",
        xlsx::Refusal::UnpacksTooLarge => "workbook_too_large",
        xlsx::Refusal::TooManySheets => "too_many_sheets",
        xlsx::Refusal::TooLong => "sheets_too_long",
        xlsx::Refusal::Empty => "empty_workbook",
        xlsx::Refusal::Damaged => "damaged_workbook",
    };
    (StatusCode::UNPROCESSABLE_ENTITY, code, "Workbook not read")
}

fn malformed(status: StatusCode) -> (StatusCode, &'static str, &'static str) {
    let code = match status {
        StatusCode::METHOD_NOT_ALLOWED => "method_not_allowed",
        StatusCode::PAYLOAD_TOO_LARGE => "too_large",
        StatusCode::UPGRADE_REQUIRED => "upgrade_required",
        StatusCode::REQUEST_TIMEOUT => "timeout",
        StatusCode::SERVICE_UNAVAILABLE => Close::Draining.as_str(),
        _ => "bad_request",
    };
    (status, code, status.canonical_reason().unwrap_or("Not understood"))
}

/// Gives a refusal of axum's own the shape of ours. What else it says, as which methods there are, stays.
pub(super) async fn shaped(response: Response) -> Response {
    const WORDS: usize = 1 << 10;
    let kind = response.headers().get(header::CONTENT_TYPE).map(HeaderValue::as_bytes);
    let plain = kind.is_none_or(|kind| kind.starts_with(b"text/plain"));
    if !(response.status().is_client_error() && plain) {
        return response;
    }
    let (parts, body) = response.into_parts();
    // words that are too long, or that break off, are left out
    let words = to_bytes(body, WORDS).await.unwrap_or_default();
    let words = match String::from_utf8_lossy(&words) {
        words if words.is_empty() => malformed(parts.status).2.to_owned(),
        words => words.into_owned(),
    };
    let mut problem = Problem::Malformed(parts.status, words).into_response();
    // how long the answer is, that is another one now
    for (name, value) in parts.headers.iter().filter(|(name, _)| *name != header::CONTENT_LENGTH) {
        problem.headers_mut().entry(name).or_insert(value.clone());
    }
    problem
}

impl IntoResponse for Problem {
    fn into_response(self) -> Response {
        let (status, code, title) = self.row();
        if let Problem::Storage(error) | Problem::Access(AccessError::Storage(error)) = &self {
            tracing::error!(%error, "answering a request");
        }
        let close = if let Problem::Closed(close) = &self { Some(close.code()) } else { None };
        let field = match &self {
            Problem::Contribution(Refusal::Fault(fault)) => Some(fault.field()),
            _ => None,
        };
        let detail = self.to_string();
        let body = Body { r#type: "about:blank", title, status: status.as_u16(), detail, code, close, field };
        let body = serde_json::to_string(&body).expect("a problem is plain text and numbers");
        (status, [(header::CONTENT_TYPE, "application/problem+json")], body).into_response()
    }
}
