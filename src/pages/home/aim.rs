//! The aim, composed of one sentence and three answers. What nobody knows yet stands there as a question.

/// What was answered to one question.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub enum Answer {
    /// Not asked, or not asked yet: the aim says nothing of it
    #[default]
    Unasked,
    /// "Don't know yet": the aim shows the question
    Unknown,
    /// What somebody wrote
    Said(String),
}

impl Answer {
    /// What a field holds when it is left: nothing written is "don't know yet".
    pub fn of(text: &str) -> Self {
        let text = tidy(text);
        if text.is_empty() { Answer::Unknown } else { Answer::Said(text) }
    }
}

/// The three questions, in the order in which they are asked and in which the aim says them.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Question {
    /// For whom, and where?
    Whom,
    /// How much, from what to what?
    HowMuch,
    /// By when?
    When,
}

/// What joins an answer to what stands before it.
pub struct Joint {
    /// What stands before an answer that does not begin with a word of `openings`.
    pub before: &'static str,
    /// Words that an answer may begin with already, in lower case.
    pub openings: &'static [&'static str],
    /// What stands for an answer that nobody knows yet.
    pub unknown: &'static str,
}

impl Question {
    /// All three, in order.
    pub const ALL: [Question; 3] = [Question::Whom, Question::HowMuch, Question::When];

    /// How its answer becomes a part of the sentence.
    pub fn joint(self) -> &'static Joint {
        &JOINTS[self as usize]
    }
}

const JOINTS: [Joint; 3] = [
    Joint {
        before: "for",
        openings: &[
            "for", "in", "at", "on", "among", "amongst", "of", "with", "within", "across", "who", "to",
            "from",
        ],
        unknown: "[for whom, and where?]",
    },
    Joint { before: "", openings: &[], unknown: "[how much?]" },
    Joint {
        before: "by",
        openings: &[
            "by", "before", "until", "till", "within", "in", "at", "on", "from", "over", "during", "no",
        ],
        unknown: "[by when?]",
    },
];

/// A part of an aim, as a preview tells them apart.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Part {
    /// What was written, with what joins it
    Known(String),
    /// What nobody knows yet
    Unknown(String),
}

impl Part {
    /// Its words.
    pub fn words(&self) -> &str {
        match self {
            Part::Known(words) | Part::Unknown(words) => words,
        }
    }
}

/// The aim in parts, to be read one after the other with nothing between them. Empty when the sentence is empty.
///
/// `answers` belong to the questions in their order.
pub fn parts(sentence: &str, answers: &[Answer; 3]) -> Vec<Part> {
    let sentence = unended(&tidy(sentence));
    if sentence.is_empty() {
        return Vec::new();
    }
    let mut parts = vec![Part::Known(sentence)];
    for (question, answer) in Question::ALL.into_iter().zip(answers) {
        let gap = if question == Question::Whom { " " } else { ", " };
        match answer {
            Answer::Unasked => {}
            Answer::Unknown => {
                parts.push(Part::Known(gap.to_owned()));
                parts.push(Part::Unknown(question.joint().unknown.to_owned()));
            }
            Answer::Said(text) => {
                parts.push(Part::Known(format!("{gap}{}", joined(question, &unended(text)))))
            }
        }
    }
    parts
}

/// The aim as the text of its card.
pub fn composed(sentence: &str, answers: &[Answer; 3]) -> String {
    parts(sentence, answers).iter().map(Part::words).collect()
}

/// The longest title that is made of a sentence, in characters.
const LONGEST_TITLE: usize = 72;

/// A project's title, made of the sentence: cut at a word where it is long.
pub fn title(sentence: &str) -> String {
    let sentence = unended(&tidy(sentence));
    if sentence.chars().count() <= LONGEST_TITLE {
        return sentence;
    }
    let room: String = sentence.chars().take(LONGEST_TITLE).collect();
    let cut = room.rfind(' ').map_or(room.as_str(), |space| &room[..space]);
    format!("{}…", unended(cut))
}

/// An answer with the word that joins it, unless it brings its own.
fn joined(question: Question, text: &str) -> String {
    let joint = question.joint();
    let first = text.split(' ').next().unwrap_or_default().to_lowercase();
    if joint.openings.contains(&first.as_str()) {
        return lower_first(text);
    }
    let before = if question == Question::HowMuch { range(text) } else { joint.before };
    if before.is_empty() { lower_first(text) } else { format!("{before} {text}") }
}

/// "140 to 60 minutes" reads as a range: "from 140 to 60 minutes".
fn range(text: &str) -> &'static str {
    let begins_with_number =
        text.trim_start_matches(['£', '~']).starts_with(|letter: char| letter.is_ascii_digit());
    let is_range = text.contains(" to ") || text.contains('→');
    if begins_with_number && is_range { "from" } else { "" }
}

/// In the middle of a sentence a first word begins small, unless it looks like a name or an abbreviation.
fn lower_first(text: &str) -> String {
    const ORDINARY: &[&str] = &[
        "a", "about", "all", "almost", "an", "as", "at", "before", "by", "cut", "double", "down", "every",
        "fewer", "for", "from", "half", "halve", "in", "increase", "less", "more", "most", "no", "on",
        "over", "reduce", "the", "to", "twice", "under", "until", "up", "within", "among", "across", "with",
        "of", "who", "none", "nobody", "everyone", "during",
    ];
    let (first, rest) = text.split_once(' ').map_or((text, ""), |(first, rest)| (first, rest));
    let small = first.to_lowercase();
    if !ORDINARY.contains(&small.as_str()) {
        return text.to_owned();
    }
    if rest.is_empty() { small } else { format!("{small} {rest}") }
}

/// On one line, with single spaces.
fn tidy(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// Without what ends or interrupts a sentence, since more may follow.
fn unended(text: &str) -> String {
    text.trim_end_matches(['.', ',', ';', ':', ' ']).to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn said(texts: [&str; 3]) -> [Answer; 3] {
        texts.map(|text| Answer::Said(text.to_owned()))
    }

    fn check(sentence: &str, answers: [Answer; 3], expected: &str) {
        assert_eq!(composed(sentence, &answers), expected);
    }

    #[test]
    fn h1_a_sentence_alone_is_the_aim() {
        let unasked = || [Answer::Unasked, Answer::Unasked, Answer::Unasked];
        check("Fewer falls", unasked(), "Fewer falls");
        check("  Fewer\n falls. ", unasked(), "Fewer falls");
        check("Can we have fewer falls?", unasked(), "Can we have fewer falls?");
        check(" \n", said(["adults", "half", "May"]), "");
    }

    #[test]
    fn h2_answers_join_the_sentence() {
        check(
            "Cut the median wait from arrival to assessment",
            said(["adults in crisis at St Mary's", "140 to 60 minutes", "30 June 2027"]),
            "Cut the median wait from arrival to assessment for adults in crisis at St Mary's, from 140 to 60 minutes, by 30 June 2027",
        );
        check(
            "Fewer falls",
            said(["on ward 7", "by half", "before Christmas"]),
            "Fewer falls on ward 7, by half, before Christmas",
        );
    }

    #[test]
    fn h3_an_answer_may_bring_its_own_joining_word() {
        check(
            "Fewer falls.",
            said(["In care homes.", "From 12 to 6 a month,", "Within a year"]),
            "Fewer falls in care homes, from 12 to 6 a month, within a year",
        );
        check(
            "Fewer falls",
            said(["NHS staff", "£4 to £2", "NHS year end"]),
            "Fewer falls for NHS staff, from £4 to £2, by NHS year end",
        );
    }

    #[test]
    fn h4_what_nobody_knows_stands_as_a_question() {
        let answers = [Answer::Unknown, Answer::Unknown, Answer::Unknown];
        check("Fewer falls", answers.clone(), "Fewer falls [for whom, and where?], [how much?], [by when?]");
        let unknown: Vec<_> = parts("Fewer falls", &answers)
            .into_iter()
            .filter(|part| matches!(part, Part::Unknown(_)))
            .collect();
        assert_eq!(unknown.len(), 3);
        let some = [Answer::Said("ward 7".into()), Answer::Unknown, Answer::Unasked];
        check("Fewer falls", some, "Fewer falls for ward 7, [how much?]");
    }

    #[test]
    fn h4_nothing_written_is_not_known_yet() {
        for (text, expected) in
            [("", Answer::Unknown), (" \n ", Answer::Unknown), (" ward  7 ", Answer::Said("ward 7".into()))]
        {
            assert_eq!(Answer::of(text), expected);
        }
    }

    #[test]
    fn h5_a_title_is_the_sentence_cut_at_a_word() {
        assert_eq!(title("Fewer falls."), "Fewer falls");
        assert_eq!(title(""), "");
        let long = "Cut the median wait from arrival to a mental health assessment for all adults who come in crisis";
        let cut = title(long);
        assert!(cut.chars().count() <= LONGEST_TITLE + 1, "{cut}");
        assert_eq!(cut, "Cut the median wait from arrival to a mental health assessment for all…");
        assert_eq!(title(&"x".repeat(100)).chars().count(), LONGEST_TITLE + 1);
    }
}
