//! The aim, composed of one sentence and three answers. What nobody knows yet stands there as a question.

use words::Words;

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

impl Question {
    /// All three, in order.
    pub const ALL: [Question; 3] = [Question::Whom, Question::HowMuch, Question::When];
    /// What stands for an answer that nobody knows yet.
    fn unknown(self, words: Words) -> &'static str {
        match self {
            Question::Whom => words.aim_unknown_whom(),
            Question::HowMuch => words.aim_unknown_how_much(),
            Question::When => words.aim_unknown_when(),
        }
    }

    /// A part of the aim, with what parts it from the one before.
    fn part(self, words: Words, part: &str) -> String {
        match self {
            Question::Whom => words.aim_part_whom(part),
            Question::HowMuch => words.aim_part_how_much(part),
            Question::When => words.aim_part_when(part),
        }
    }

    /// Whether an answer needs no other word to join it than its own first one.
    fn is_joined_by(self, words: Words, first: &str) -> bool {
        let openings = match self {
            Question::Whom => words.aim_openings_whom(),
            Question::HowMuch => "",
            Question::When => words.aim_openings_when(),
        };
        openings.split(' ').any(|opening| opening == first)
    }
}

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

/// What stands in a message for a part that is put in afterwards, because it is known or not. Nothing else of the
/// message that says the order is looked at, and nothing that somebody wrote.
const PLACES: [&str; 4] = ["\u{1}", "\u{2}", "\u{3}", "\u{4}"];

/// The aim in parts, to be read one after the other with nothing between them, in the order of the language. Empty when
/// the sentence is empty.
///
/// `answers` belong to the questions in their order.
pub fn parts(words: Words, sentence: &str, answers: &[Answer; 3]) -> Vec<Part> {
    let sentence = unended(&tidy(sentence));
    if sentence.is_empty() {
        return Vec::new();
    }
    let [first, whom, how_much, when] = PLACES;
    let order = words.aim_whole(first, whom, how_much, when);
    let mut parts = Vec::new();
    for letter in order.chars().map(String::from) {
        match PLACES.iter().position(|place| *place == letter) {
            None => parts.push(Part::Known(letter)),
            Some(0) => parts.push(Part::Known(sentence.clone())),
            Some(place) => {
                let place = place - 1;
                parts.extend(answered(words, Question::ALL[place], &answers[place]));
            }
        }
    }
    parts
}

/// What an answer adds, with what stands before it and after it.
fn answered(words: Words, question: Question, answer: &Answer) -> Vec<Part> {
    match answer {
        Answer::Unasked => Vec::new(),
        Answer::Said(text) => {
            vec![Part::Known(question.part(words, &joined(words, question, &unended(text))))]
        }
        Answer::Unknown => {
            let around = question.part(words, PLACES[0]);
            let (before, after) = around.split_once(PLACES[0]).unwrap_or((&around, ""));
            let unknown = Part::Unknown(question.unknown(words).to_owned());
            let parts = [Part::Known(before.to_owned()), unknown, Part::Known(after.to_owned())];
            parts.into_iter().filter(|part| !part.words().is_empty()).collect()
        }
    }
}

/// The aim as the text of its card.
pub fn composed(words: Words, sentence: &str, answers: &[Answer; 3]) -> String {
    parts(words, sentence, answers).iter().map(Part::words).collect()
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
fn joined(words: Words, question: Question, text: &str) -> String {
    let first = text.split(' ').next().unwrap_or_default().to_lowercase();
    match question {
        _ if question.is_joined_by(words, &first) => lower_first(words, text),
        Question::Whom => words.aim_joined_whom(text),
        Question::HowMuch if is_range(words, text) => words.aim_joined_range(text),
        Question::HowMuch => lower_first(words, text),
        Question::When => words.aim_joined_when(text),
    }
}

/// "140 to 60 minutes" reads as a range: "from 140 to 60 minutes".
fn is_range(words: Words, text: &str) -> bool {
    let begins_with_number =
        text.trim_start_matches(['£', '~']).starts_with(|letter: char| letter.is_ascii_digit());
    let to = words.aim_range();
    begins_with_number && text.split(' ').any(|word| word == to || word.contains('→'))
}

/// In the middle of a sentence a first word begins small, unless it looks like a name or an abbreviation.
fn lower_first(words: Words, text: &str) -> String {
    let (first, rest) = text.split_once(' ').map_or((text, ""), |(first, rest)| (first, rest));
    let small = first.to_lowercase();
    if !words.aim_small().split(' ').any(|ordinary| ordinary == small) {
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
    use words::Language;

    use super::*;

    fn said(texts: [&str; 3]) -> [Answer; 3] {
        texts.map(|text| Answer::Said(text.to_owned()))
    }

    fn check(sentence: &str, answers: [Answer; 3], expected: &str) {
        assert_eq!(composed(Words::new(Language::English), sentence, &answers), expected);
    }

    fn check_welsh(sentence: &str, answers: [Answer; 3], expected: &str) {
        assert_eq!(composed(Words::new(Language::Welsh), sentence, &answers), expected);
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
        let unknown: Vec<_> = parts(Words::new(Language::English), "Fewer falls", &answers)
            .into_iter()
            .filter(|part| matches!(part, Part::Unknown(_)))
            .collect();
        assert_eq!(unknown.len(), 3);
        let some = [Answer::Said("ward 7".into()), Answer::Unknown, Answer::Unasked];
        check("Fewer falls", some, "Fewer falls for ward 7, [how much?]");
    }

    #[test]
    fn h2_an_aim_in_welsh_is_a_welsh_sentence() {
        check_welsh(
            "Lleihau’r amser aros canolrifol o gyrraedd i gael asesiad.",
            said(["oedolion mewn argyfwng", "140 i 60 munud", "30 Mehefin 2027"]),
            "Lleihau’r amser aros canolrifol o gyrraedd i gael asesiad ar gyfer oedolion mewn argyfwng, o 140 i 60 munud, erbyn 30 Mehefin 2027",
        );
        check_welsh(
            "Llai o gwympiadau",
            said(["Ar ward 7", "O 12 i 6 y mis", "Cyn y Nadolig"]),
            "Llai o gwympiadau ar ward 7, o 12 i 6 y mis, cyn y Nadolig",
        );
        check_welsh(
            "Llai o gwympiadau",
            said(["staff y GIG", "Hanner", "mis Mai"]),
            "Llai o gwympiadau ar gyfer staff y GIG, hanner, erbyn mis Mai",
        );
        check_welsh(
            "Llai o gwympiadau",
            [Answer::Unknown, Answer::Unknown, Answer::Unknown],
            "Llai o gwympiadau [ar gyfer pwy, ac ymhle?], [faint?], [erbyn pryd?]",
        );
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
