//! Files are short enough to read: at most 400 lines, tests aside.

use super::Fault;
use super::files::{Files, TextFile};

/// A reader still holds this much in mind; most files are far shorter.
const MOST_LINES: usize = 400;

const ENDINGS: &[&str] = &[".css", ".js", ".rs"];

/// Source files that are too long.
pub(super) fn faults(files: &Files) -> Vec<Fault> {
    let sources = ENDINGS.iter().flat_map(|ending| files.ending(ending)).filter(|file| !file.is_test());
    sources.filter_map(too_long).collect()
}

fn too_long(file: &TextFile) -> Option<Fault> {
    let lines = file.lines_before_tests().count();
    let advice =
        format!("{lines} lines before its tests, {MOST_LINES} at most: split it by reason to change");
    (lines > MOST_LINES).then(|| Fault { path: file.path.clone(), line: MOST_LINES, advice })
}

#[cfg(test)]
mod tests {
    use super::faults;
    use crate::tidy::tests::check;

    #[test]
    fn a_long_file_is_found_but_its_tests_do_not_count() {
        let lines = |count| "x\n".repeat(count);
        let with_tests = format!("{}#[cfg(test)]\n{}", lines(400), lines(300));
        let files = [("src/a.rs", lines(401)), ("src/b.rs", with_tests), ("relay/tests/c.rs", lines(500))];
        let files = files.each_ref().map(|(path, text)| (*path, text.as_str()));
        check(faults, &files, &["src/a.rs:400: 401 lines"]);
    }
}
