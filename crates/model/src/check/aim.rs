//! VA: what the aim says.

use super::{About, Date, Finding, Lack, Rule, Says, ground::Ground, lexicon::Language, text::Text, when};
use crate::{
    diagram::{Card, Level},
    measure::{Kind, Measure},
};

/// Three sentences (rule VA4), and as many words as three sentences that are read in one breath.
const MOST_SENTENCES: usize = 3;
const MOST_WORDS: usize = 60;

/// What an unknown in brackets stands for, by a word in it; the start page asks in these words.
const ASKED: &[(Lack, &[&str])] = &[
    (Lack::HowMuch, &["much", "many", "faint"]),
    (Lack::ByWhen, &["when", "pryd"]),
    (Lack::ForWhom, &["whom", "who", "where", "bwy", "pwy", "ble"]),
];

pub(super) fn look(ground: &Ground<'_>, findings: &mut Vec<Finding>) {
    let aims: Vec<&Card> = ground.cards(Level::Aim).filter(|card| !card.text.trim().is_empty()).collect();
    if aims.is_empty() && ground.cards_with_text().next().is_some() {
        let about = ground.column(Level::Aim).first().map_or(About::Project, |aim| About::Card(aim.clone()));
        findings.push(Finding::new(Rule::Va1, about, Says::NoAim));
    }
    for aim in aims {
        let text = Text::of(&aim.text);
        let mut say = |rule, says| findings.push(Finding::new(rule, About::Card(aim.id.clone()), says));
        if let Some(language) = &ground.language {
            look_at_words(&text, language, &mut say);
        }
        if text.sentences() > MOST_SENTENCES || text.len() > MOST_WORDS {
            say(Rule::Va4, Says::AimLong { sentences: text.sentences(), words: text.len() });
        }
        if let Some(day) = day(ground, aim, &text).filter(|day| *day < ground.today)
            && !is_reviewed(ground, aim, day)
        {
            say(Rule::Va6, Says::AimPast(day));
        }
    }
    for measure in &ground.measures {
        let found = placeholders(&Text::of(&measure.goal_date), ground.language.as_ref());
        if !found.words.is_empty() {
            let about = About::Measure(measure.id.clone());
            findings.push(Finding::new(Rule::Va5, about, Says::Placeholders(found.words)));
        }
    }
}

fn look_at_words(text: &Text<'_>, language: &Language, say: &mut impl FnMut(Rule, Says)) {
    let placeholders = placeholders(text, Some(language));
    let whens = when::all(text, language);
    let direction = (0..text.len()).find(|at| language.directions.contains(text.word(*at)));
    let mut lacks = Vec::new();
    if !says_how_much(text, language, &whens) {
        lacks.push(Lack::HowMuch);
    }
    if whens.is_empty() {
        lacks.push(Lack::ByWhen);
    }
    if !says_for_whom(text, language, &whens) {
        lacks.push(Lack::ForWhom);
    }
    // What is asked for in the aim itself is VA5, and not missing twice.
    lacks.retain(|lack| !placeholders.stands_for.contains(lack));
    let only_directs = lacks.contains(&Lack::HowMuch) && lacks.contains(&Lack::ByWhen);
    if !lacks.is_empty() {
        say(Rule::Va1, Says::AimLacks(lacks));
    }
    if let Some(direction) = direction.filter(|_| only_directs) {
        say(Rule::Va2, Says::AimOnlyDirects(text.written(direction).to_lowercase()));
    }
    if let Some(how) = how(text, language, &whens) {
        say(Rule::Va3, Says::AimTellsHow(how));
    }
    let jargon = jargon(text, language);
    if !jargon.is_empty() && text.sentences() <= MOST_SENTENCES && text.len() <= MOST_WORDS {
        say(Rule::Va4, Says::AimJargon(jargon));
    }
    if !placeholders.words.is_empty() {
        say(Rule::Va5, Says::Placeholders(placeholders.words));
    }
}

/// A number that is neither a date nor a label such as an age, a ward or a time of day.
fn says_how_much(text: &Text<'_>, language: &Language, whens: &[when::When]) -> bool {
    let directs = text.words().any(|word| language.directions.contains(word));
    let mut labels = language.labels.all(text);
    if directs {
        // “Reduce returns within 30 days” says what is counted; “from 140 to within 60 minutes” says how much.
        let said = |at: usize| at > 0 && matches!(text.word(at - 1), "to" | "i");
        labels.extend(language.within.all(text).into_iter().filter(|within| !said(within.start)));
    }
    let is_label = |at: usize| {
        labels.iter().any(|range| range.contains(&at)) || whens.iter().any(|when| when.words.contains(&at))
    };
    (0..text.len()).filter(|at| !is_label(*at)).any(|at| {
        let word = text.word(at);
        (super::pattern::is_number(text, at) && is_amount(text, at))
            || language.amounts.contains(word)
            || (!directs && language.everyone.contains(word))
    })
}

/// Not `8:30`, `24/7`, `75+`, `4-hour`, nor the second part of `1,000`.
fn is_amount(text: &Text<'_>, at: usize) -> bool {
    let (before, after) = (at.checked_sub(1).map_or("", |before| text.gap(before)), text.gap(at));
    let hyphen = after == "-" && text.number(at + 1).is_none();
    !matches!(before, ":" | "/" | ",") && !matches!(after, ":" | "/") && !after.starts_with('+') && !hyphen
}

/// People or a place, or a name.
fn says_for_whom(text: &Text<'_>, language: &Language, whens: &[when::When]) -> bool {
    let is_name = |at: usize| {
        let mut letters = text.written(at).chars();
        let capital = letters.next().is_some_and(char::is_uppercase);
        let begins = at == 0 || text.gap(at - 1).contains(['.', '!', '?', ':', '[']);
        capital && !begins && letters.next().is_some_and(char::is_lowercase)
    };
    let is_when = |at: usize| whens.iter().any(|when| when.words.contains(&at));
    (0..text.len()).any(|at| language.whom.contains(text.word(at)) || (is_name(at) && !is_when(at)))
}

/// The words that tell how; “by halving” says how much.
fn how(text: &Text<'_>, language: &Language, whens: &[when::When]) -> Option<String> {
    let all = language.how.all(text).into_iter();
    let mut fitting = all.filter(|words| {
        let is_amount = words.clone().any(|at| language.amounts.contains(text.word(at)));
        !is_amount && !whens.iter().any(|when| when.words.contains(&(words.end - 1)))
    });
    Some(text.quoted(fitting.next()?))
}

/// Words that not everybody knows, and abbreviations that are not explained in brackets.
fn jargon(text: &Text<'_>, language: &Language) -> Vec<String> {
    const KNOWN: &[&str] =
        &["NHS", "USA", "HIV", "DNA", "MRI", "ICU", "COVID", "AIDS", "RSV", "GIG", "DU", "III", "BBC", "GPS"];
    let count = |is: fn(char) -> bool| text.raw.chars().filter(|letter| is(*letter)).count();
    let shouts = count(char::is_uppercase) > count(char::is_lowercase);
    let is_abbreviation = |at: usize| {
        let word = text.written(at);
        let explained = at > 0 && text.gap(at - 1).ends_with('(');
        word.len() >= 3 && word.bytes().all(|byte| byte.is_ascii_uppercase()) && !explained && !KNOWN.contains(&word)
            // what a placeholder is made of
            && !word.bytes().all(|byte| byte == b'X')
            && !language.placeholders.all(text).iter().any(|range| range.contains(&at))
    };
    let is_jargon =
        |at: &usize| language.jargon.contains(text.word(*at)) || (!shouts && is_abbreviation(*at));
    let mut words: Vec<String> = Vec::new();
    for at in (0..text.len()).filter(is_jargon) {
        let word = text.written(at).to_owned();
        if !words.contains(&word) {
            words.push(word);
        }
    }
    words
}

/// What stands for something that is not known yet.
#[derive(Default)]
struct Placeholders {
    words: Vec<String>,
    stands_for: Vec<Lack>,
}

fn placeholders(text: &Text<'_>, language: Option<&Language>) -> Placeholders {
    let mut found = Placeholders::default();
    for bracketed in
        text.raw.split('[').skip(1).filter_map(|rest| rest.split_once(']')).map(|(inner, _)| inner)
    {
        let words = Text::of(bracketed);
        let asked = ASKED.iter().filter(|(_, asked)| words.words().any(|word| asked.contains(&word)));
        let asked: Vec<Lack> = asked.map(|(lack, _)| *lack).collect();
        if !asked.is_empty() || bracketed.trim().is_empty() || bracketed.contains(['?', '…']) {
            found.words.push(format!("[{bracketed}]"));
            found.stands_for.extend(asked);
        }
    }
    for at in 0..text.len() {
        let word = text.written(at);
        let percent = text.gap(at).trim_start().starts_with('%');
        let single = word == "X" && !text.gap(at).starts_with(['-', '‑']);
        let unknown = word.len() > 1 && word.bytes().all(|byte| matches!(byte, b'X' | b'x'));
        if single || unknown || (percent && matches!(word, "x" | "X" | "Y" | "y" | "N" | "n" | "Z" | "z")) {
            found.words.push(format!("{word}{}", if percent { "%" } else { "" }));
            found.stands_for.push(Lack::HowMuch);
        } else if word.len() == 4 && word.starts_with("20") && word[2..].eq_ignore_ascii_case("xx") {
            found.words.push(word.to_owned());
            found.stands_for.push(Lack::ByWhen);
        }
    }
    for words in language.into_iter().flat_map(|language| language.placeholders.all(text)) {
        let words = text.quoted(words);
        if !found.words.contains(&words) {
            found.words.push(words);
        }
        found.stands_for.extend([Lack::HowMuch, Lack::ByWhen]);
    }
    if text.raw.contains("___") || text.raw.contains("??") {
        found.words.push(if text.raw.contains("___") { "___" } else { "??" }.to_owned());
        found.stands_for.extend([Lack::HowMuch, Lack::ByWhen]);
    }
    found
}

/// The last day that the aim names, else that of its outcome measures' goals.
fn day(ground: &Ground<'_>, aim: &Card, text: &Text<'_>) -> Option<Date> {
    let language = ground.language.as_ref();
    let named =
        language.and_then(|language| when::all(text, language).into_iter().filter_map(|when| when.end).max());
    let is_outcome =
        |measure: &&&Measure| measure.kind == Some(Kind::Outcome) && measure.cards.contains(&aim.id);
    let goals = ground.measures.iter().filter(is_outcome).filter_map(|measure| when::iso(&measure.goal_date));
    named.or_else(|| goals.max())
}

/// Whether somebody looked at the aim after its day: by evidence on it, a word in its note, or a later milestone.
fn is_reviewed(ground: &Ground<'_>, aim: &Card, day: Date) -> bool {
    let note = Text::of(&aim.note);
    let noted = ground
        .language
        .as_ref()
        .is_some_and(|language| note.words().any(|word| language.reviews.contains(word)));
    let later = |date: &str| when::iso(date).is_some_and(|date| date > day);
    noted
        || aim.evidence.iter().any(|evidence| later(&evidence.at))
        || ground.project.charter.milestones.iter().any(|milestone| later(&milestone.date))
}
