//! How texts are searched, wherever one searches: small letters without their marks, so that "cafe" finds "Café".

/// Latin letters with marks, after the plain letters that stand for them: those of European languages. Decomposing
/// every script would cost the app more than all of its own text rules.
const MARKED: [(&str, &str); 27] = [
    ("a", "àáâãäåāăąǎ"),
    ("ae", "æ"),
    ("c", "çćĉċč"),
    ("d", "ðďđ"),
    ("e", "èéêëēĕėęěẽ"),
    ("g", "ĝğġģ"),
    ("h", "ĥħ"),
    ("i", "ìíîïĩīĭįıǐ"),
    ("j", "ĵ"),
    ("k", "ķ"),
    ("l", "ĺļľŀł"),
    ("n", "ñńņňŉ"),
    ("o", "òóôõöøōŏőǒ"),
    ("oe", "œ"),
    ("r", "ŕŗř"),
    ("s", "śŝşšșſ"),
    ("ss", "ß"),
    ("t", "ţťŧț"),
    ("th", "þ"),
    ("u", "ùúûüũūŭůűųǔ"),
    ("w", "ŵẁẃẅ"),
    ("y", "ýÿŷỳ"),
    ("z", "źżž"),
    ("'", "’‘ʼ"),
    ("-", "‐‑–—"),
    (" ", "\u{a0}\u{202f}"),
    ("", "\u{ad}\u{200b}"),
];

/// Words that are searched for, in any order, whatever their case and marks.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Search {
    /// The words, folded.
    words: Vec<String>,
}

impl Search {
    /// The words of what somebody typed.
    pub fn of(typed: &str) -> Self {
        Self { words: folded(typed).split_whitespace().map(str::to_owned).collect() }
    }

    /// Whether nothing is searched for.
    pub fn is_empty(&self) -> bool {
        self.words.is_empty()
    }

    /// Whether a text holds every word.
    pub fn finds(&self, text: &str) -> bool {
        self.finds_in(&folded(text))
    }

    /// Whether a text that is folded already holds every word.
    pub(crate) fn finds_in(&self, folded: &str) -> bool {
        self.words.iter().all(|word| folded.contains(word.as_str()))
    }
}

/// Appends a text as it is searched.
pub(crate) fn fold_into(out: &mut String, text: &str) {
    for character in text.chars() {
        if character.is_ascii() {
            out.push(character.to_ascii_lowercase());
        } else {
            character.to_lowercase().for_each(|small| fold_letter(out, small));
        }
    }
}

/// A text as it is searched and compared.
pub fn folded(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    fold_into(&mut out, text);
    out
}

fn fold_letter(out: &mut String, small: char) {
    if matches!(small, '\u{300}'..='\u{36f}') {
        return; // a mark that stands by itself
    }
    match MARKED.iter().find(|(_, marked)| marked.contains(small)) {
        Some((plain, _)) => out.push_str(plain),
        None => out.push(small),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn l16_letters_are_found_with_and_without_their_marks() {
        for (text, expected) in [
            ("Café", "cafe"),
            ("cafe\u{301}", "cafe"),
            ("TŶ BWYTA", "ty bwyta"),
            ("Siân’s Łódź", "sian's lodz"),
            ("Straße", "strasse"),
            ("İstanbul", "istanbul"),
            ("Ärzte–Team", "arzte-team"),
            ("病棟 Ωμέγα", "病棟 ωμέγα"),
            ("", ""),
        ] {
            assert_eq!(folded(text), expected, "{text}");
        }
    }
    #[test]
    fn l16_words_are_found_in_any_order_whatever_their_case_and_marks() {
        for (typed, text, expected) in [
            ("ty", "Tŷ bwyta", true),
            ("TŶ", "ty bwyta", true),
            ("bwyta ty", "Tŷ bwyta", true),
            ("bwyta tan", "Tŷ bwyta", false),
            ("sian’s", "Siân's ward", true),
            ("", "anything", true),
            (" \t", "", true),
        ] {
            assert_eq!(Search::of(typed).finds(text), expected, "{typed:?} in {text:?}");
        }
        assert!(Search::of(" \u{300} ").is_empty(), "a mark alone is no word");
    }
}
