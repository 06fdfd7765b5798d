//! What outlines call the levels and what is not linked, in every language that the app speaks: an outline is read in
//! all of them, whoever pastes it.

use model::Level;

/// What stands before a card's text where there are no columns.
const LEVELS: [(Level, &str); 11] = [
    (Level::Aim, "aim"),
    (Level::Aim, "nod"),
    (Level::Primary, "primary driver"),
    (Level::Primary, "prif yrrwr"),
    (Level::Secondary, "secondary driver"),
    (Level::Secondary, "gyrrwr eilaidd"),
    (Level::Tertiary, "tertiary driver"),
    (Level::Tertiary, "gyrrwr trydyddol"),
    (Level::Idea, "change idea"),
    (Level::Idea, "syniad am newid"),
    (Level::Idea, "idea"),
];
/// What else stands above the columns of spreadsheets.
const HEADINGS: [(Level, &str); 30] = [
    (Level::Aim, "aims"),
    (Level::Aim, "aim statement"),
    (Level::Aim, "aim statements"),
    (Level::Aim, "goal"),
    (Level::Aim, "goals"),
    (Level::Aim, "nodau"),
    (Level::Aim, "datganiad nod"),
    (Level::Primary, "primary drivers"),
    (Level::Primary, "prif yrwyr"),
    (Level::Secondary, "secondary drivers"),
    (Level::Secondary, "gyrwyr eilaidd"),
    (Level::Tertiary, "tertiary drivers"),
    (Level::Tertiary, "gyrwyr trydyddol"),
    (Level::Idea, "change ideas"),
    (Level::Idea, "syniadau am newid"),
    (Level::Primary, "primary"),
    (Level::Primary, "prif"),
    (Level::Secondary, "secondary"),
    (Level::Secondary, "eilaidd"),
    (Level::Tertiary, "tertiary"),
    (Level::Tertiary, "trydyddol"),
    (Level::Idea, "ideas"),
    (Level::Idea, "syniad"),
    (Level::Idea, "syniadau"),
    (Level::Idea, "change"),
    (Level::Idea, "changes"),
    (Level::Idea, "newid"),
    (Level::Idea, "intervention"),
    (Level::Idea, "interventions"),
    (Level::Idea, "ymyriad"),
];
/// What stands above what hangs from nothing.
const UNLINKED: [&str; 2] = ["not linked yet", "heb ei gysylltu eto"];

/// The level that a name before a card's text means.
pub(super) fn level(name: &str) -> Option<Level> {
    found(&LEVELS, name)
}

/// The level that the heading of a column means.
pub(super) fn heading(cell: &str) -> Option<Level> {
    let name = cell.trim().to_lowercase();
    found(&LEVELS, &name).or_else(|| found(&HEADINGS, &name))
}

/// Whether a text says that from here on nothing hangs from anything before.
pub(super) fn is_unlinked(text: &str) -> bool {
    let name = text.trim_end_matches(':').trim_end();
    UNLINKED.iter().any(|known| name.eq_ignore_ascii_case(known))
}

fn found(names: &[(Level, &str)], name: &str) -> Option<Level> {
    names.iter().find(|(_, known)| name.eq_ignore_ascii_case(known)).map(|(level, _)| *level)
}
