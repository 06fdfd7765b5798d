//! Every path that `docs/architecture.md` names exists.

use super::Fault;
use super::files::Files;

const PAGE: &str = "docs/architecture.md";

/// Endings by which a word without `/` is known as a file.
const ENDINGS: &[&str] = &[".css", ".html", ".js", ".md", ".rs", ".sql", ".toml"];

/// Paths in backticks that lead nowhere.
pub(super) fn faults(files: &Files) -> Vec<Fault> {
    let Some(text) = files.text(PAGE) else {
        return vec![Fault {
            path: PAGE.to_owned(),
            line: 1,
            advice: "write the one page on architecture".to_owned(),
        }];
    };
    let words = (1..).zip(text.lines()).flat_map(|(line, text)| quoted(text).map(move |word| (line, word)));
    let missing = words.filter(|(_, word)| is_path(word) && !exists(files, word));
    let advice = |word| format!("{word} does not exist: name what does, from the root of the repository");
    missing.map(|(line, word)| Fault { path: PAGE.to_owned(), line, advice: advice(word) }).collect()
}

/// What stands in backticks on a line.
fn quoted(line: &str) -> impl Iterator<Item = &str> {
    line.split('`').skip(1).step_by(2)
}

/// Addresses begin with `/`, patterns have signs of their own, and commands have spaces.
fn is_path(word: &str) -> bool {
    let is_plain = !word.starts_with('/') && !word.contains([' ', '<', '*', ':', '…']);
    is_plain && (word.contains('/') || ENDINGS.iter().any(|ending| word.ends_with(ending)))
}

fn exists(files: &Files, path: &str) -> bool {
    let path = path.trim_end_matches('/');
    let inside = format!("{path}/");
    files.all.iter().any(|file| file.path == path || file.path.starts_with(&inside))
}

#[cfg(test)]
mod tests {
    use super::faults;
    use crate::tidy::tests::check;

    #[test]
    fn a_path_that_leads_nowhere_is_found() {
        let page = "The app is in `src/`, its state in `src/state.rs`,\nthe rest in `src/rest.rs` and `Trunk.toml`.\n";
        let files = [("docs/architecture.md", page), ("src/state.rs", "")];
        let expected = [
            "docs/architecture.md:2: src/rest.rs does not exist",
            "docs/architecture.md:2: Trunk.toml does not exist",
        ];
        check(faults, &files, &expected);
    }

    #[test]
    fn addresses_patterns_and_commands_are_no_paths() {
        check(
            faults,
            &[("docs/architecture.md", "`/sync/<project>` `decisions/*.md` `cargo xtask a/b` `ui`")],
            &[],
        );
    }
}
