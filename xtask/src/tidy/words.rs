//! Words: every message is said somewhere (rule W9), and no words stand in the views beside the catalogue.

use super::Fault;
use super::files::{Files, TextFile};

/// Where the messages are, in the language that says which there are.
const MESSAGES: &str = "crates/words/messages/en/";

/// Makes the functions, and so says none of them.
const MAKER: &str = "crates/words/build/";

/// Attributes that people read or hear.
const SPOKEN: &[&str] = &["label=", "title=", "aria-label=", "placeholder=", "hint=", "alt="];

/// Messages that nothing says.
pub(super) fn unsaid(files: &Files) -> Vec<Fault> {
    let is_source = |file: &&TextFile| file.path.ends_with(".rs") && !file.path.starts_with(MAKER);
    let sources: Vec<&TextFile> = files.all.iter().filter(is_source).collect();
    let is_said = |name: &str| sources.iter().any(|file| has_word(&file.text, name));
    let catalogue = files.all.iter().filter(|file| file.path.starts_with(MESSAGES));
    let messages = catalogue.flat_map(|file| {
        file.lines().filter_map(move |(line, text)| Some((file, line, message(text)?.replace('-', "_"))))
    });
    let advice = |name| format!("nothing says {name}: say it, or take it out of every language");
    messages
        .filter(|(file, _, name)| !is_said(name) && !is_said_by_another(file, name))
        .map(|(file, line, name)| Fault { path: file.path.clone(), line, advice: advice(name) })
        .collect()
}

/// Literal words in the views.
pub(super) fn loose(files: &Files) -> Vec<Fault> {
    let is_view = |file: &&TextFile| file.path.starts_with("src/") && file.path.ends_with(".rs");
    files.all.iter().filter(is_view).flat_map(in_file).collect()
}

fn in_file(file: &TextFile) -> Vec<Fault> {
    let mut faults = Vec::new();
    // where a text node may stand: after a tag that was closed, or alone on its line
    let mut is_after_tag = false;
    for (line, text) in file.lines_before_tests().filter(|(_, text)| !text.trim_start().starts_with("//")) {
        for words in literals(text, is_after_tag) {
            let advice = format!("“{words}” are words: put them into {MESSAGES} and say() them");
            faults.push(Fault { path: file.path.clone(), line, advice });
        }
        is_after_tag = text.trim_end().ends_with('>') && !text.trim_end().ends_with("=>");
    }
    faults
}

/// The texts of a line that people read: text nodes, and attributes that are spoken.
fn literals(line: &str, is_after_tag: bool) -> impl Iterator<Item = &str> {
    let quotes: Vec<usize> = line.match_indices('"').map(|(at, _)| at).collect();
    let texts: Vec<(usize, usize)> = quotes.chunks_exact(2).map(|pair| (pair[0], pair[1])).collect();
    texts.into_iter().filter_map(move |(start, end)| {
        let (before, text) = (line[..start].trim_end(), &line[start + 1..end]);
        let is_node = before.ends_with('>') && !before.ends_with("=>") || before.is_empty() && is_after_tag;
        let is_attribute = SPOKEN.iter().any(|name| before.ends_with(name));
        ((is_node || is_attribute) && are_words(text)).then_some(text)
    })
}

/// A sentence, or one word that begins large; not a name such as `toast__text`.
fn are_words(text: &str) -> bool {
    let mut letters = text.chars().peekable();
    let begins_large = letters.peek().is_some_and(|first| first.is_uppercase());
    let has_gap = text.trim().contains(' ');
    text.chars().any(char::is_alphabetic) && (begins_large || has_gap)
}

/// The id of the message that a line begins.
fn message(line: &str) -> Option<&str> {
    let (id, _) = line.split_once(" =")?;
    let is_id = |letter: char| letter.is_ascii_alphanumeric() || letter == '-';
    (id.starts_with(|first: char| first.is_ascii_lowercase()) && id.chars().all(is_id)).then_some(id)
}

/// Whether another message of its file puts it in: `{ level-aim }`.
fn is_said_by_another(file: &TextFile, name: &str) -> bool {
    file.text.contains(&format!("{{ {} }}", name.replace('_', "-")))
}

/// Whether a text names it as a whole word.
fn has_word(text: &str, name: &str) -> bool {
    let is_part = |letter: char| letter.is_alphanumeric() || letter == '_';
    text.match_indices(name)
        .any(|(at, _)| !text[..at].ends_with(is_part) && !text[at + name.len()..].starts_with(is_part))
}

#[cfg(test)]
mod tests {
    use super::{loose, unsaid};
    use crate::tidy::tests::check;

    #[test]
    fn w9_a_message_that_nothing_says_is_found() {
        let messages = "# Said.\nhome-start = Start\nhome-stop = { $n ->\n    [one] = 1\n   *[other] = n\n}\nui-in = in\nui-out = { ui-in } out\n";
        let files = [
            ("crates/words/messages/en/home.ftl", messages),
            ("crates/words/build/emit.rs", "home_stop()"),
            ("src/a.rs", "say().home_start(), say().ui_out(), home_stop_now()"),
        ];
        let expected = ["crates/words/messages/en/home.ftl:3: nothing says home_stop"];
        check(unsaid, &files, &expected);
    }

    #[test]
    fn w9_words_in_a_view_are_found() {
        let view = "<p class=\"a b\">\"Nobody is here\"</p>\n<Field\n    label=\"Name\"\n/>\n<p>\n    \"so it is\"\n</p>\n";
        let expected = ["src/a.rs:1: “Nobody is here”", "src/a.rs:3: “Name”", "src/a.rs:6: “so it is”"];
        check(loose, &[("src/a.rs", view)], &expected);
    }

    #[test]
    fn w9_names_signs_and_tests_are_no_words() {
        let view = "<p class=\"A b\" data-kind=\"Quiet one\">{say().home()}\" · \"</p>\nmatch key {\n    \"Enter\" => \"Go on\",\n}\n// <p>\"A comment\"</p>\n#[cfg(test)]\n<p>\"Words of a test\"</p>\n";
        check(loose, &[("src/a.rs", view)], &[]);
    }
}
