//! Text as it is searched: small letters without their marks, so that "cafe" finds "Café".

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

/// Appends a text as it is searched.
pub(super) fn fold_into(out: &mut String, text: &str) {
    for character in text.chars() {
        if character.is_ascii() {
            out.push(character.to_ascii_lowercase());
        } else {
            character.to_lowercase().for_each(|small| fold_letter(out, small));
        }
    }
}

/// A text as it is searched.
pub(super) fn fold(text: &str) -> String {
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
            assert_eq!(fold(text), expected, "{text}");
        }
    }
}
