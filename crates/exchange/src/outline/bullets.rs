//! An outline as a list that word processors, chats and Markdown show as one. Reading it gives the same diagram.

use model::Project;

use super::write::{unlinked_heading, write_project};

/// Writes the diagram of a project as bullets; each idea is led by what an idea is called in the reader's language, and
/// so is what is not linked yet.
pub fn write_bullets(project: &Project, idea: &str, unlinked: &str) -> String {
    let outline = write_project(project, unlinked);
    let heading = unlinked_heading(unlinked);
    let mut text = String::with_capacity(outline.len() * 2);
    for line in outline.lines() {
        let content = line.trim_start();
        let indent = &line[..line.len() - content.len()];
        match content.strip_prefix("> ") {
            Some(content) => text.push_str(&format!("{indent}- {idea}: {content}\n")),
            // What says that no line is an idea; here names say which are.
            None if content == ">" => {}
            None if content == heading => text.push_str(&format!("\n{heading}\n\n")),
            None => text.push_str(&format!("{indent}- {content}\n")),
        }
    }
    text
}
