//! What the rules look for in texts, by language: tables of words and phrases.

mod english;
mod welsh;

use std::collections::BTreeSet;

use super::pattern::Phrases;

/// The words and phrases of one language, as the tables hold them. [`super::pattern`] says how phrases are written.
pub(super) struct Lexicon {
    /// How a word changes its beginning in a sentence, beside the word itself.
    pub mutations: fn(&str) -> Vec<String>,
    /// Names of words that phrases use as `{name}`.
    pub classes: &'static [(&'static str, &'static str)],
    /// The months, January first; variants with `|`.
    pub months: [&'static str; 12],
    /// Months that are words of their own too: they count only beside a number or a word such as “by”.
    pub doubtful_months: &'static str,
    /// Seasons and feasts, with the month in whose end they surely are over.
    pub seasons: &'static [(&'static str, u32)],
    /// Words before a month or season that make a date of it.
    pub before_dates: &'static str,
    /// Times from now on.
    pub periods: &'static [&'static str],
    /// Numbers that do not say how much.
    pub labels: &'static [&'static str],
    /// A time within which something is to happen to somebody.
    pub within: &'static [&'static str],
    /// Words that say how much without digits.
    pub amounts: &'static str,
    /// Words that say how much unless the aim only names a direction.
    pub everyone: &'static str,
    /// People and places.
    pub whom: &'static str,
    /// Words of direction in an aim.
    pub directions: &'static str,
    /// Words that begin to tell how.
    pub how: &'static [&'static str],
    /// Words that not everybody knows.
    pub jargon: &'static str,
    /// What stands for something that is not known yet.
    pub placeholders: &'static [&'static str],
    /// What a driver begins with that is an action.
    pub doing: &'static [&'static str],
    /// What an idea begins with that is a task.
    pub tasks: &'static [&'static str],
    /// What a card begins with that belongs in the project's plan.
    pub project_tasks: &'static [&'static str],
    /// What an idea begins with that says no more than a direction.
    pub vague: &'static [&'static str],
    /// Words that make an idea no clearer.
    pub empty: &'static str,
    /// Words that say how: with one of them an idea is not vague.
    pub means: &'static str,
    /// A measure's name that holds a direction: at its beginning, and anywhere.
    pub directed: (&'static [&'static str], &'static [&'static str]),
    /// A measure that is a percentage or a rate, by its name or unit.
    pub ratios: &'static [&'static str],
    /// Collection that is rarer than monthly.
    pub rare: &'static [&'static str],
    /// Words of a note that a review left.
    pub reviews: &'static str,
    /// What patient partners are called.
    pub partners: &'static [&'static str],
    /// Words that tell ideas apart from nothing.
    pub stops: &'static str,
}

impl Lexicon {
    /// The tables of a language, by its tag. A project that says none is read as English, the language of the app.
    pub(super) fn of(tag: &str) -> Option<&'static Lexicon> {
        match tag.split(['-', '_']).next().unwrap_or_default().to_ascii_lowercase().as_str() {
            "" | "en" => Some(&english::LEXICON),
            "cy" => Some(&welsh::LEXICON),
            _ => None,
        }
    }

    /// The words that a table's word stands for: of a class, with the changes of their beginning.
    pub(super) fn forms(&self, word: &str) -> Vec<String> {
        let class = word.strip_prefix('{').and_then(|word| word.strip_suffix('}'));
        let Some(class) = class else {
            let mut forms = (self.mutations)(word);
            forms.push(word.to_owned());
            return forms;
        };
        let words = self.classes.iter().find(|(name, _)| *name == class).map_or("", |(_, words)| *words);
        words.split_whitespace().flat_map(|word| self.forms(word)).collect()
    }

    fn set(&self, words: &str) -> BTreeSet<String> {
        words.split_whitespace().flat_map(|word| self.forms(word)).collect()
    }
}

/// A language's tables, made ready to be looked into.
pub(super) struct Language {
    pub lexicon: &'static Lexicon,
    pub months: Vec<BTreeSet<String>>,
    pub doubtful_months: BTreeSet<String>,
    pub before_dates: BTreeSet<String>,
    pub amounts: BTreeSet<String>,
    pub everyone: BTreeSet<String>,
    pub whom: BTreeSet<String>,
    pub directions: BTreeSet<String>,
    pub jargon: BTreeSet<String>,
    pub empty: BTreeSet<String>,
    pub means: BTreeSet<String>,
    pub reviews: BTreeSet<String>,
    pub stops: BTreeSet<String>,
    pub periods: Phrases,
    pub labels: Phrases,
    pub within: Phrases,
    pub how: Phrases,
    pub placeholders: Phrases,
    pub doing: Phrases,
    pub tasks: Phrases,
    pub project_tasks: Phrases,
    pub vague: Phrases,
    pub directed_first: Phrases,
    pub directed: Phrases,
    pub ratios: Phrases,
    pub rare: Phrases,
    pub partners: Phrases,
}

impl Language {
    /// The language of a tag, if we know it.
    pub(super) fn of(tag: &str) -> Option<Self> {
        let lexicon = Lexicon::of(tag)?;
        let set = |words: &str| lexicon.set(words);
        let phrases = |list: &[&str]| Phrases::of(list, lexicon);
        Some(Self {
            lexicon,
            months: lexicon.months.iter().map(|names| set(&names.replace('|', " "))).collect(),
            doubtful_months: set(lexicon.doubtful_months),
            before_dates: set(lexicon.before_dates),
            amounts: set(lexicon.amounts),
            everyone: set(lexicon.everyone),
            whom: set(lexicon.whom),
            directions: set(lexicon.directions),
            jargon: set(lexicon.jargon),
            empty: set(lexicon.empty),
            means: set(lexicon.means),
            reviews: set(lexicon.reviews),
            stops: set(lexicon.stops),
            periods: phrases(lexicon.periods),
            labels: phrases(lexicon.labels),
            within: phrases(lexicon.within),
            how: phrases(lexicon.how),
            placeholders: phrases(lexicon.placeholders),
            doing: phrases(lexicon.doing),
            tasks: phrases(lexicon.tasks),
            project_tasks: phrases(lexicon.project_tasks),
            vague: phrases(lexicon.vague),
            directed_first: phrases(lexicon.directed.0),
            directed: phrases(lexicon.directed.1),
            ratios: phrases(lexicon.ratios),
            rare: phrases(lexicon.rare),
            partners: phrases(lexicon.partners),
        })
    }
}
