//! Headings of columns, in English and in Welsh: what each is called when it is nothing else.

use super::choice::Role;

/// What a heading says, and what it says it of: `Falls numerator` is the numerator of `falls`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Heading {
    pub(super) role: Role,
    pub(super) of: String,
}

const NAMES: &[(Role, &[&str])] = &[
    (
        Role::Date,
        &[
            "date",
            "day",
            "week",
            "week commencing",
            "w/c",
            "wc",
            "month",
            "period",
            "quarter",
            "year",
            "financial year",
            "dyddiad",
            "diwrnod",
            "wythnos",
            "mis",
            "cyfnod",
            "chwarter",
            "blwyddyn",
        ],
    ),
    (
        Role::Value,
        &["value", "values", "result", "measurement", "score", "gwerth", "gwerthoedd", "canlyniad"],
    ),
    (Role::Numerator, &["numerator", "num", "events", "cases", "rhifiadur"]),
    (
        Role::Denominator,
        &[
            "denominator",
            "denom",
            "den",
            "total",
            "out of",
            "bed days",
            "occupied bed days",
            "obd",
            "sample size",
            "enwadur",
            "cyfanswm",
            "allan o",
        ],
    ),
    (
        Role::Note,
        &[
            "note",
            "notes",
            "comment",
            "comments",
            "annotation",
            "annotations",
            "nodyn",
            "nodiadau",
            "sylw",
            "sylwadau",
        ],
    ),
    (Role::Ghost, &["ghost", "exclude", "excluded", "left out", "wedi’i hepgor", "hepgor", "gadael allan"]),
];

/// Stems of columns of single measurements: `value1`, `x 2`.
const NUMBERED: &[&str] =
    &["value", "measurement", "reading", "sample", "observation", "x", "gwerth", "mesuriad"];

/// What columns are called that spreadsheets compute of numerator and denominator.
const QUOTIENTS: &[&str] =
    &["%", "percent", "percentage", "per cent", "rate", "proportion", "canran", "cyfradd", "cyfran"];

/// Whether a column beside numerator and denominator only says what they come to.
pub(super) fn is_quotient(text: &str) -> bool {
    QUOTIENTS.contains(&text.trim().to_lowercase().as_str())
}

/// What a heading says; nothing where it is only a name.
pub(super) fn heading(text: &str) -> Option<Heading> {
    let text = text.trim().to_lowercase().replace(['_', '\u{a0}'], " ");
    let text = text.split_whitespace().collect::<Vec<_>>().join(" ");
    let stem = text.trim_end_matches(|letter: char| letter.is_ascii_digit());
    if stem.len() < text.len() && NUMBERED.contains(&stem.trim_end()) {
        return Some(Heading { role: Role::Subgroup, of: String::new() });
    }
    NAMES.iter().find_map(|(role, names)| {
        let of = names.iter().find_map(|name| beside(&text, name))?;
        // “patients per day” is no day
        (of.is_empty() || *role != Role::Date).then_some(Heading { role: *role, of })
    })
}

/// What stands beside a name: `falls` of `falls: numerator` and of `numerator (falls)`.
fn beside(text: &str, name: &str) -> Option<String> {
    let is_apart = |letter: char| !letter.is_alphanumeric();
    if text == name {
        return Some(String::new());
    }
    let text = text.trim_end_matches(')');
    let rest = text.strip_suffix(name).filter(|before| before.ends_with(is_apart));
    let rest =
        rest.or_else(|| text.strip_prefix(name).filter(|after| after.trim_start().starts_with('(')))?;
    Some(rest.trim_matches(is_apart).to_owned())
}
