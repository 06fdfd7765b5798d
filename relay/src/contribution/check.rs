//! What a contribution may be: the one place where it is checked, whichever way it comes.

use model::{CardId, id::IdError};
use serde::Deserialize;
use words::{Language, Words};

/// Characters of an idea or comment, after trimming.
pub const LONGEST_TEXT: usize = 2_000;
/// Characters of a name.
pub const LONGEST_NAME: usize = 60;
/// Characters of an idempotency key.
const KEY: std::ops::RangeInclusive<usize> = 8..=64;

/// A contribution as it is sent.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(default)]
pub struct Wish {
    /// Idea, comment or vote.
    pub kind: String,
    /// What they write.
    pub text: String,
    /// The card it is about; empty when not sure.
    pub on: String,
    /// The name they give; empty when none.
    pub by: String,
    /// Chosen by the sender for each contribution, so that one sent twice is one.
    pub idempotency_key: String,
}

/// A contribution that was checked.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Sound {
    /// Idea or comment.
    pub kind: String,
    /// 1 to 2,000 characters.
    pub text: String,
    /// The id of a card, or nothing.
    pub on: String,
    /// At most 60 characters.
    pub by: String,
    /// The idempotency key.
    pub key: String,
}

/// What is wrong with one.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Fault {
    /// It is neither an idea nor a comment.
    Kind,
    /// It is a vote, and nothing is voted on.
    NoVoteOpen,
    /// It says nothing.
    Empty,
    /// It has that many characters.
    TooLong(usize),
    /// There is no such card.
    NoSuchCard,
    /// The name is too long.
    Name,
    /// The idempotency key is none.
    Key,
}

impl Wish {
    /// Checks all of it: what is sound, or everything that is wrong.
    pub fn check(&self) -> Result<Sound, Vec<Fault>> {
        let text = text(&self.text);
        let by = text_of_one_line(&self.by);
        let (kind, on, key) = (self.kind.clone(), self.on.clone(), self.idempotency_key.clone());
        let length = text.chars().count();
        let faults = [
            (kind == "vote", Fault::NoVoteOpen),
            (!["idea", "comment", "vote"].contains(&kind.as_str()), Fault::Kind),
            (says_nothing(&text), Fault::Empty),
            (length > LONGEST_TEXT, Fault::TooLong(length)),
            (!on.is_empty() && CardId::parse(&on) == Err(IdError), Fault::NoSuchCard),
            (by.chars().count() > LONGEST_NAME, Fault::Name),
            (!is_key(&key), Fault::Key),
        ];
        let faults: Vec<Fault> = faults.into_iter().filter_map(|(is, fault)| is.then_some(fault)).collect();
        if faults.is_empty() { Ok(Sound { kind, text, on, by, key }) } else { Err(faults) }
    }
}

impl Fault {
    /// The field it is about, by its name in JSON and in the form.
    pub fn field(self) -> &'static str {
        match self {
            Fault::Kind | Fault::NoVoteOpen => "kind",
            Fault::Empty | Fault::TooLong(_) => "text",
            Fault::NoSuchCard => "on",
            Fault::Name => "by",
            Fault::Key => "idempotency_key",
        }
    }

    /// What is wrong, and what to do.
    pub fn said(self, words: Words) -> String {
        match self {
            Fault::Kind => words.contribute_fault_kind().to_owned(),
            Fault::NoVoteOpen => words.contribute_fault_vote().to_owned(),
            Fault::Empty => words.contribute_fault_empty().to_owned(),
            Fault::TooLong(length) => words.contribute_fault_long(length as f64),
            Fault::NoSuchCard => words.contribute_fault_card().to_owned(),
            Fault::Name => words.contribute_fault_name().to_owned(),
            Fault::Key => words.contribute_fault_key().to_owned(),
        }
    }

    /// The same in English, for programs.
    pub fn english(self) -> String {
        self.said(Words::new(Language::English))
    }
}

fn is_key(key: &str) -> bool {
    KEY.contains(&key.len()) && key.bytes().all(|byte| byte.is_ascii_alphanumeric() || b"_-".contains(&byte))
}

/// A text without what nobody sees: control characters but line breaks, and what turns the order of letters around.
fn text(text: &str) -> String {
    let text = text.replace("\r\n", "\n").replace('\r', "\n");
    let kept: String = text.chars().filter(|letter| *letter == '\n' || !is_hidden(*letter)).collect();
    kept.trim().to_owned()
}

fn text_of_one_line(line: &str) -> String {
    let kept: String = text(line).replace('\n', " ");
    kept.trim().to_owned()
}

fn is_hidden(letter: char) -> bool {
    let turns = matches!(letter, '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}' | '\u{feff}');
    letter.is_control() || turns
}

fn says_nothing(text: &str) -> bool {
    let unseen =
        |letter: char| letter.is_whitespace() || matches!(letter, '\u{200b}'..='\u{200f}' | '\u{2060}');
    text.chars().all(unseen)
}

#[cfg(test)]
mod tests {
    use super::*;

    /// What is changed, and what is said of it.
    type Case = (fn(&mut Wish), Result<(), Vec<Fault>>);

    fn wish() -> Wish {
        let key = "0123abcd".to_owned();
        Wish {
            kind: "idea".to_owned(),
            text: "A quiet room".to_owned(),
            idempotency_key: key,
            ..Wish::default()
        }
    }

    #[test]
    fn c2_each_field_is_checked_and_all_faults_are_named() {
        let with = |change: fn(&mut Wish)| {
            let mut wish = wish();
            change(&mut wish);
            wish.check().map(drop)
        };
        let cases: [Case; 14] = [
            (|_| {}, Ok(())),
            (|wish| wish.kind = "comment".into(), Ok(())),
            (|wish| wish.kind = "vote".into(), Err(vec![Fault::NoVoteOpen])),
            (|wish| wish.kind = "king".into(), Err(vec![Fault::Kind])),
            (|wish| wish.text = " \n\u{200b}\t".into(), Err(vec![Fault::Empty])),
            (|wish| wish.text = "☂".repeat(2_000), Ok(())),
            (|wish| wish.text = format!("  {}\u{0}\r\n", "x".repeat(2_000)), Ok(())),
            (|wish| wish.text = "x".repeat(2_001), Err(vec![Fault::TooLong(2_001)])),
            (|wish| wish.on = "no card!".into(), Err(vec![Fault::NoSuchCard])),
            (|wish| wish.by = "é".repeat(60), Ok(())),
            (|wish| wish.by = "é".repeat(61), Err(vec![Fault::Name])),
            (|wish| wish.idempotency_key = "short".into(), Err(vec![Fault::Key])),
            (|wish| wish.idempotency_key = "not/allowed".into(), Err(vec![Fault::Key])),
            (|wish| *wish = Wish::default(), Err(vec![Fault::Kind, Fault::Empty, Fault::Key])),
        ];
        for (place, (change, expected)) in cases.into_iter().enumerate() {
            assert_eq!(with(change), expected, "case {place}");
        }
    }

    #[test]
    fn c2_what_nobody_sees_is_taken_out_and_lines_stay() {
        let wish =
            Wish { text: " One\r\n<b>two</b>\u{7}\u{202e} ".into(), by: " Ann\nof ward 7 ".into(), ..wish() };
        let sound = wish.check().unwrap();
        assert_eq!((sound.text.as_str(), sound.by.as_str()), ("One\n<b>two</b>", "Ann of ward 7"));
    }
}
