//! The languages, and how each counts.

/// A language that everything can be said in.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
#[expect(missing_docs, reason = "the words explain themselves")]
pub enum Language {
    #[default]
    English,
    Welsh,
}

impl Language {
    /// All of them.
    pub const ALL: [Language; 2] = [Language::English, Language::Welsh];

    /// Its BCP 47 tag.
    pub const fn tag(self) -> &'static str {
        match self {
            Language::English => "en-GB",
            Language::Welsh => "cy",
        }
    }

    /// What its speakers call it.
    pub const fn own_name(self) -> &'static str {
        match self {
            Language::English => "English",
            Language::Welsh => "Cymraeg",
        }
    }

    /// The language of a tag such as `cy`, `cy-GB` or `en-US`; none for one that we do not speak.
    pub fn of_tag(tag: &str) -> Option<Language> {
        let main = tag.split(['-', '_']).next().unwrap_or_default();
        match main.to_ascii_lowercase().as_str() {
            "en" => Some(Language::English),
            "cy" => Some(Language::Welsh),
            _ => None,
        }
    }

    /// The language that a browser likes best among ours, by its `Accept-Language` (RFC 9110, 12.5.4).
    pub fn accepted(header: &str) -> Language {
        let mut best = (0.0, Language::default());
        for part in header.split(',') {
            let (tag, quality) = part.split_once(';').unwrap_or((part, ""));
            let quality =
                quality.trim().strip_prefix("q=").map_or(1.0, |quality| quality.parse().unwrap_or(0.0));
            // of two that are liked alike the first counts
            if let Some(language) = Language::of_tag(tag.trim()).filter(|_| quality > best.0) {
                best = (quality, language);
            }
        }
        best.1
    }

    /// The plural category of a number (Unicode CLDR 48, cardinal rules of `en` and `cy`).
    pub(crate) fn category(self, number: f64) -> &'static str {
        match self {
            Language::English if number == 1.0 => "one",
            Language::English => "other",
            Language::Welsh => match number {
                0.0 => "zero",
                1.0 => "one",
                2.0 => "two",
                3.0 => "few",
                6.0 => "many",
                _ => "other",
            },
        }
    }
}
