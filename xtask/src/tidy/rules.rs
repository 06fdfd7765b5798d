//! Every rule of `docs/rules.md` has a test whose name begins with its id, and every such test names a known rule.

use std::collections::BTreeMap;

use super::Fault;
use super::files::{Files, TextFile};

const RULES: &str = "docs/rules.md";

/// Written behind the id of a rule that nobody can break yet.
const LATER: &str = "(later)";

/// A test that begins with a rule's id in lower case.
struct Test<'a> {
    path: &'a str,
    line: usize,
    rule: String,
}

/// Rules without a test, and tests of no rule.
pub(super) fn faults(files: &Files) -> Vec<Fault> {
    let Some(text) = files.text(RULES) else {
        return vec![Fault {
            path: RULES.to_owned(),
            line: 1,
            advice: "write down the rules, one a line".to_owned(),
        }];
    };
    let rules: BTreeMap<String, (usize, &str)> = (1..).zip(text.lines()).filter_map(rule).collect();
    let tests: Vec<Test> = files.ending(".rs").flat_map(tests).collect();
    let untested = rules
        .iter()
        .filter(|(id, (_, text))| !text.contains(LATER) && !tests.iter().any(|test| test.rule == **id));
    let unknown = tests.iter().filter(|test| !rules.contains_key(&test.rule));
    untested.map(|(id, (line, _))| no_test(id, *line)).chain(unknown.map(no_rule)).collect()
}

/// The id of a line such as `- **D9** Typing keeps the caret.`
fn rule((line, text): (usize, &str)) -> Option<(String, (usize, &str))> {
    let (id, rest) = text.trim_start().strip_prefix("- **")?.split_once("**")?;
    is_id(&id.to_lowercase()).then(|| (id.to_owned(), (line, rest)))
}

fn tests(file: &TextFile) -> Vec<Test<'_>> {
    let mut found = Vec::new();
    let mut is_test = false;
    for (line, text) in file.lines() {
        let text = text.trim_start();
        if text.starts_with("#[") {
            is_test |= text.contains("test");
            continue;
        }
        if is_test && let Some(rule) = tested(text) {
            found.push(Test { path: &file.path, line, rule });
        }
        is_test &= text.starts_with("//");
    }
    found
}

/// The rule that a function is named after: `D9` for `fn d9_typing_keeps_the_caret()`.
fn tested(line: &str) -> Option<String> {
    let name = line.strip_prefix("async ").unwrap_or(line).strip_prefix("fn ")?;
    let (id, _) = name.split_once('_')?;
    is_id(id).then(|| id.to_uppercase())
}

/// One or two letters and a number.
fn is_id(word: &str) -> bool {
    let letters = word.chars().take_while(char::is_ascii_lowercase).count();
    let digits = &word[letters..];
    (1..=2).contains(&letters) && !digits.is_empty() && digits.chars().all(|digit| digit.is_ascii_digit())
}

fn no_test(id: &str, line: usize) -> Fault {
    let begin = id.to_lowercase();
    let advice =
        format!("{id} has no test: write `fn {begin}_…`, or {LATER} behind the id while nobody can break it");
    Fault { path: RULES.to_owned(), line, advice }
}

fn no_rule(test: &Test) -> Fault {
    let advice =
        format!("{} is no rule of {RULES}: write it down there, or name the test otherwise", test.rule);
    Fault { path: test.path.to_owned(), line: test.line, advice }
}

#[cfg(test)]
mod tests {
    use super::faults;
    use crate::tidy::tests::check;

    const TESTS: &str = "#[test]\nfn d1_a_thing() {}\n\n/// Why.\n#[tokio::test]\n#[ignore]\nasync fn va2_another() {}\n\nfn d7_is_no_test() {}\n";

    #[test]
    fn rules_and_tests_meet() {
        let rules = "# Rules\n- **D1** One.\n- **VA2** Two.\n- **D9** (later) Not yet.\n";
        check(faults, &[("docs/rules.md", rules), ("a.rs", TESTS)], &[]);
    }

    #[test]
    fn a_rule_without_a_test_is_found() {
        let rules = "- **D1** One.\n- **D3** Three.\n- **VA2** Two.\n";
        check(faults, &[("docs/rules.md", rules), ("a.rs", TESTS)], &["docs/rules.md:2: D3 has no test"]);
    }

    #[test]
    fn a_test_without_a_rule_is_found() {
        let files = [("docs/rules.md", "- **D1** One.\n"), ("a.rs", TESTS)];
        check(faults, &files, &["a.rs:7: VA2 is no rule"]);
    }

    #[test]
    fn the_rules_must_be_there() {
        check(faults, &[], &["docs/rules.md:1: write down"]);
    }
}
