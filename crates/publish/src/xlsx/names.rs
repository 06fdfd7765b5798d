//! Names of sheets, as Excel takes them.

use std::collections::BTreeSet;

use words::Words;

use super::write::is_sound;

/// The longest name, in UTF-16 units.
const LONGEST: usize = 31;
/// Signs that stand in addresses of cells, and so in no name.
const SIGNS: &[char] = &['[', ']', ':', '*', '?', '/', '\\'];
/// Excel keeps this name for itself.
const KEPT: &str = "history";

/// The names that are taken, in lower case.
#[derive(Default)]
pub(super) struct Names(BTreeSet<String>);

impl Names {
    /// A name for the next sheet that is most like this one.
    pub(super) fn next(&mut self, name: &str, words: Words) -> String {
        let name = match legal(name) {
            name if name.is_empty() => legal(words.measures_unnamed()),
            name => name,
        };
        let numbered = (2_u64..).map(|number| {
            let behind = format!(" ({number})");
            cut(&name, LONGEST - behind.len()) + &behind
        });
        let mut names = std::iter::once(cut(&name, LONGEST)).chain(numbered);
        let free = names.find(|name| {
            let lower = name.to_lowercase();
            lower != KEPT && self.0.insert(lower)
        });
        free.expect("numbers do not end")
    }
}

fn legal(name: &str) -> String {
    let plain = |letter| if SIGNS.contains(&letter) { ' ' } else { letter };
    let name: String = name.chars().map(plain).filter(|letter| is_sound(*letter)).collect();
    let name = name.split_whitespace().collect::<Vec<_>>().join(" ");
    trimmed(&name).to_owned()
}

fn trimmed(name: &str) -> &str {
    name.trim_matches(|letter: char| letter == '\'' || letter.is_whitespace())
}

fn cut(name: &str, most: usize) -> String {
    let mut length = 0;
    let fits = |letter: &char| {
        length += letter.len_utf16();
        length <= most
    };
    let cut: String = name.chars().take_while(fits).collect();
    trimmed(&cut).to_owned()
}

#[cfg(test)]
mod tests {
    use words::Language;

    use super::*;

    #[test]
    fn x41_sheets_have_names_that_excel_takes() {
        let words = Words::new(Language::English);
        let mut names = Names::default();
        for (name, expected) in [
            ("Measure plan", "Measure plan"),
            ("measure PLAN", "measure PLAN (2)"),
            ("Waits: [a/b] 'all'", "Waits a b 'all"),
            ("", "A measure without a name"),
            ("***", "A measure without a name (2)"),
            ("'", "A measure without a name (3)"),
            ("History", "History (2)"),
            ("HISTORY", "HISTORY (3)"),
            ("Percent of people seen within an hour", "Percent of people seen within a"),
            ("Percent of people seen within a day", "Percent of people seen with (2)"),
            ("Percent of people seen within 30' or so", "Percent of people seen within 3"),
            ("Percent of people seen within ''", "Percent of people seen within"),
            ("Aros\u{0}\n dau\u{ffff}", "Aros dau"),
            // letters of two units are not cut through
            ("123456789012345678901234567890💧", "123456789012345678901234567890"),
        ] {
            assert_eq!(names.next(name, words), expected);
        }
    }
}
