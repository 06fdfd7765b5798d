//! Project JSON: format `tributary/project`, version 1.
//!
//! Reading is all or nothing: the first fault is reported with its JSON path. What we do not know is kept in
//! [`Project::extra`] and leaves again where it stood, so that a file that was read leaves as it came.

use model::Project;
use serde_json::Value;

mod charter;
mod cycles;
mod diagram;
mod kept;
mod measures;
mod node;
mod print;
mod read;
mod remarks;

pub(crate) use measures::date_key;
use node::Node;
use read::Place;

/// The `format` of every project file.
pub const FORMAT: &str = "tributary/project";
/// The version that is written, and the only one that is read so far.
pub const VERSION: f64 = 1.0;
/// The longest text that is read, in bytes: some hundred times a large project.
pub const LONGEST: usize = 10_000_000;
/// How deep objects and lists may lie in each other: far beyond any project, far below what a stack bears.
pub const DEEPEST: usize = 64;

/// What is wrong with a file, in one sentence for whoever wanted to open it.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("{}{path}{}{message}.", if .path.is_empty() { "" } else { "In this file, " }, if .path.is_empty() { "" } else { " " })]
pub struct Fault {
    /// Where, as a JSON path such as `cards[3].level`; empty for the file as a whole.
    pub path: String,
    /// What, in words that follow the path; a sentence of its own where there is none.
    pub message: String,
}

impl Fault {
    fn whole(message: impl Into<String>) -> Self {
        Self { path: String::new(), message: message.into() }
    }
}

/// Reads a project file, or says what is wrong with it. Nothing is ever half read.
pub fn from_json(text: &str) -> Result<Project, Fault> {
    let file = parse(text)?;
    let place = Place::whole(&file)?;
    check_version(&place)?;
    let mut project =
        Project { title: place.text("title")?, language: place.text("language")?, ..Project::default() };
    project.charter = charter::read(&place.object("charter")?)?;
    project.cards = diagram::read_cards(&place)?;
    project.links = diagram::read_links(&place)?;
    project.measures = measures::read(&place)?;
    project.cycles = cycles::read(&place)?;
    remarks::read(&place, &mut project)?;
    project.extra = kept::differences(&tree(&project), &file);
    Ok(project)
}

/// Writes a project file: indented, its fields in a fixed order, ending in a line break. What is deleted is left out,
/// with the links to it.
pub fn to_json(project: &Project) -> String {
    let mut tree = tree(project);
    kept::restore(&mut tree, &project.extra);
    print::print(&tree)
}

/// The cards and links of a project alone, as they stand in its file.
pub(crate) fn cards_to_json(project: &Project) -> String {
    let node = Node::object();
    print::print(
        &node.with("cards", diagram::cards_node(project)).with("links", diagram::links_node(project)),
    )
}

/// Reads them again.
pub(crate) fn cards_from_json(text: &str) -> Result<Project, Fault> {
    let file = parse(text)?;
    let place = Place::whole(&file)?;
    let (cards, links) = (diagram::read_cards(&place)?, diagram::read_links(&place)?);
    Ok(Project { cards, links, ..Project::default() })
}

fn parse(text: &str) -> Result<Value, Fault> {
    let text = text.strip_prefix('\u{feff}').unwrap_or(text);
    if text.len() > LONGEST {
        return Err(Fault::whole(format!(
            "This file is longer than {} MB, and no project is",
            LONGEST / 1_000_000
        )));
    }
    if node::nesting(text) > DEEPEST {
        return Err(Fault::whole(format!(
            "This file is nested more than {DEEPEST} levels deep, and no project is"
        )));
    }
    if text.trim().is_empty() {
        return Err(Fault::whole("This file is empty"));
    }
    serde_json::from_str(text).map_err(|error| not_json(&error))
}

/// Where a file stops being JSON, in words for people who never heard of it.
fn not_json(error: &serde_json::Error) -> Fault {
    let place = format!("line {}, column {}", error.line(), error.column());
    Fault::whole(match error.is_eof() {
        true => format!("This file breaks off at {place}: a part of it is missing"),
        false => format!("This is no project file, or it was damaged: it is not JSON from {place} on"),
    })
}

fn check_version(file: &Place<'_>) -> Result<(), Fault> {
    if file.field("format").raw().is_none() {
        return Err(file.field("format").fault("is missing: this is not a project that Tributary saved"));
    }
    if file.needed("format")? != FORMAT {
        let message =
            format!("must be “{FORMAT}”: this is the file of another program, or of a newer Tributary");
        return Err(file.field("format").fault(message));
    }
    match file.number("version")? {
        Some(VERSION) => Ok(()),
        Some(newer) if newer > VERSION => {
            let message =
                format!("is {newer}, which only a newer Tributary can open: this one reads {VERSION}");
            Err(file.field("version").fault(message))
        }
        _ => Err(file.field("version").fault(format!("must be {VERSION}"))),
    }
}

fn tree(project: &Project) -> Node {
    Node::object()
        .text("format", FORMAT)
        .with("version", Node::number(VERSION))
        .text("title", &project.title)
        .said("language", &project.language)
        .with("charter", charter::node(&project.charter))
        .with("cards", diagram::cards_node(project))
        .with("links", diagram::links_node(project))
        .with("measures", measures::node(project))
        .with("cycles", cycles::node(project))
        .some("comments", remarks::comments_node(project))
        .some("contributions", remarks::contributions_node(project))
        .some("votes", remarks::votes_node(project))
        .some("dismissed", remarks::dismissed_node(project))
}
