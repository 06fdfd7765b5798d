//! Colours have names: their values stand only in `style/tokens.css`.

use super::Fault;
use super::files::{Files, TextFile};

const TOKENS: &str = "style/tokens.css";

/// Functions that make a colour of numbers.
const FUNCTIONS: &[&str] = &["rgb(", "rgba(", "hsl(", "hsla(", "oklch("];

/// How many digits a colour may have behind its `#`.
const DIGITS: &[usize] = &[3, 4, 6, 8];

/// Colours as numbers in styles and in the app.
pub(super) fn faults(files: &Files) -> Vec<Fault> {
    let is_ours = |file: &&TextFile| {
        let is_style = file.path.starts_with("style/") && file.path.ends_with(".css") && file.path != TOKENS;
        is_style || file.path.starts_with("src/") && file.path.ends_with(".rs")
    };
    files.all.iter().filter(is_ours).flat_map(in_file).collect()
}

fn in_file(file: &TextFile) -> impl Iterator<Item = Fault> {
    let found = file.lines_before_tests().filter_map(|(line, text)| Some((line, colour(text)?)));
    found.map(|(line, colour)| {
        let advice = format!("{colour} is a colour by number: name it in {TOKENS} and write var(--name)");
        Fault { path: file.path.clone(), line, advice }
    })
}

fn colour(line: &str) -> Option<&str> {
    let function = FUNCTIONS
        .iter()
        .copied()
        .find(|function| line.match_indices(function).any(|(at, _)| begins(line, at)));
    function.or_else(|| line.match_indices('#').find_map(|(at, _)| by_digits(line, at)))
}

/// Whether a word begins here.
fn begins(line: &str, at: usize) -> bool {
    !line[..at].ends_with(|before: char| before.is_alphanumeric() || before == '_' || before == '-')
}

fn by_digits(line: &str, at: usize) -> Option<&str> {
    let after = &line[at + 1..];
    let digits = after.chars().take_while(char::is_ascii_hexdigit).count();
    let ends =
        !after[digits..].starts_with(|next: char| next.is_alphanumeric() || next == '-' || next == '_');
    (DIGITS.contains(&digits) && ends && begins(line, at)).then(|| &line[at..=at + digits])
}

#[cfg(test)]
mod tests {
    use super::faults;
    use crate::tidy::tests::check;

    #[test]
    fn colours_by_number_are_found() {
        let style = "a { color: #1a2b3c; }\nb { color: rgb(1 2 3); }\nc { color: var(--ink); }\n";
        let expected = ["style/ui.css:1: #1a2b3c", "style/ui.css:2: rgb("];
        check(faults, &[("style/ui.css", style), ("style/tokens.css", style)], &expected);
    }

    #[test]
    fn other_uses_of_the_sign_are_no_colours() {
        let source = "#[derive(Debug)]\nlet a = r#\"x\"#;\nlet b = \"#add-card\";\nlet c = format!(\"/p/x#{key}\");\nargb(1);\n";
        check(faults, &[("src/a.rs", source)], &[]);
    }
}
