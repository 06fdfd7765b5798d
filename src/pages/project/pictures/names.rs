//! What a picture's file is called: by the project, its slide and its day.

use words::Words;

use super::super::save::plain_words;

/// A slide among the others: its number from 1, and how many there are.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[expect(missing_docs, reason = "the words explain themselves")]
pub struct Part {
    pub number: usize,
    pub of: usize,
}

/// The name without its ending. Numbers are as long as the last one, so that files sort in the order of the slides.
pub fn file_name(say: Words, (title, date): (&str, &str), part: Option<Part>) -> String {
    let title = plain_words(title);
    let title = if title.is_empty() { say.project_untitled() } else { &title };
    match part {
        Some(Part { number, of }) => {
            let of = of.to_string();
            let number = format!("{number:0width$}", width = of.len());
            say.pictures_file_slide(title, &number, &of, date)
        }
        None => say.pictures_file(title, date),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn w3_a_picture_is_named_by_its_project_its_slide_and_its_day() {
        let part = |number, of| Some(Part { number, of });
        for (title, part, expected) in [
            ("Crisis care: 1/2", None, "Crisis care 1 2 – 22 November 2026"),
            ("Crisis care", part(2, 5), "Crisis care – slide 2 of 5 – 22 November 2026"),
            ("Crisis care", part(2, 12), "Crisis care – slide 02 of 12 – 22 November 2026"),
            ("../..", None, "Untitled project – 22 November 2026"),
        ] {
            let name = file_name(Words::default(), (title, "22 November 2026"), part);
            assert_eq!(name, expected);
        }
    }
}
