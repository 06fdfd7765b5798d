//! Moves scripts that stand in the page into files, so that the relay may forbid inline scripts.

use std::fs;
use std::path::Path;

use anyhow::{Context, Result};

use super::short_hash;

/// A page without inline scripts, and the files that they became.
struct Moved {
    page: String,
    files: Vec<(String, String)>,
}

/// Rewrites `index.html` of a built app: trunk puts the start of the app into the page.
pub(super) fn move_out(stage: &Path) -> Result<()> {
    let path = stage.join("index.html");
    let page = fs::read_to_string(&path).context("trunk wrote no index.html")?;
    let moved = moved(&page)?;
    for (name, script) in &moved.files {
        fs::write(stage.join(name), script)?;
    }
    Ok(fs::write(path, moved.page)?)
}

fn moved(page: &str) -> Result<Moved> {
    let mut moved = Moved { page: String::new(), files: Vec::new() };
    let mut rest = page;
    while let Some(start) = rest.find("<script") {
        let (before, script) = rest.split_at(start);
        let (tag, body) = script.split_once('>').context("a script in index.html does not open")?;
        let (body, after) = body.split_once("</script>").context("a script in index.html does not end")?;
        moved.page.push_str(before);
        let script = match is_inline(tag, body) {
            true => format!("{tag} src=\"/{}\"></script>", moved.keep(body)),
            false => format!("{tag}>{body}</script>"),
        };
        moved.page.push_str(&script);
        rest = after;
    }
    moved.page.push_str(rest);
    Ok(moved)
}

impl Moved {
    /// Keeps a script as a file and returns its name.
    fn keep(&mut self, script: &str) -> String {
        let name = format!("start-{}.js", short_hash(script.as_bytes()));
        self.files.push((name.clone(), script.trim().to_owned()));
        name
    }
}

/// Scripts with a source stand outside already, and data is never run.
fn is_inline(tag: &str, body: &str) -> bool {
    let is_data = tag.contains("json");
    !tag.contains(" src") && !is_data && !body.trim().is_empty()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(page: &str, expected: &str, scripts: &[&str]) {
        let moved = moved(page).unwrap();
        let mut expected = expected.to_owned();
        for (name, _) in &moved.files {
            expected = expected.replacen("FILE", name, 1);
        }
        assert_eq!(moved.page, expected);
        assert_eq!(moved.files.iter().map(|(_, script)| script.as_str()).collect::<Vec<_>>(), scripts);
    }

    #[test]
    fn the_start_of_the_app_becomes_a_file() {
        check(
            "<head><script type=\"module\">\nstart()\n</script></head>",
            "<head><script type=\"module\" src=\"/FILE\"></script></head>",
            &["start()"],
        );
    }

    #[test]
    fn every_inline_script_becomes_a_file_of_its_own() {
        check(
            "<script>a</script>-<script>b</script>",
            "<script src=\"/FILE\"></script>-<script src=\"/FILE\"></script>",
            &["a", "b"],
        );
    }

    #[test]
    fn other_scripts_stay_as_they_are() {
        for page in [
            "<script src=\"/x.js\"></script>",
            "<script type=\"application/json\">{}</script>",
            "<p>none</p>",
        ] {
            check(page, page, &[]);
        }
    }
}
