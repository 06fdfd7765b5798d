//! How far each character moves the pen, in thousandths of the font size.

use unicode_segmentation::UnicodeSegmentation;

use super::Weight;

include!(concat!(env!("OUT_DIR"), "/advances.rs"));

/// The width of one emoji, whatever joins it: the widest that common emoji fonts use, rounded up.
const EMOJI: u32 = 1400;
/// The width of a character that neither the font nor the table below knows.
const UNKNOWN: u32 = 1000;

/// Safe widths for what the font lacks, by first and last character: as wide as other fonts may draw it. Sorted.
const SAFE: [(u32, u32, u32); 47] = [
    (0x0000, 0x0008, 0),
    (0x0009, 0x000d, 250),
    (0x000e, 0x001f, 0),
    (0x007f, 0x0084, 0),
    (0x0085, 0x0085, 250),
    (0x0086, 0x009f, 0),
    (0x00ad, 0x00ad, 0),
    (0x0180, 0x02ff, 800),
    (0x0300, 0x036f, 0),
    (0x0370, 0x0482, 850),
    (0x0483, 0x0489, 0),
    (0x048a, 0x0590, 850),
    (0x0591, 0x05bd, 0),
    (0x05be, 0x060f, 700),
    (0x0610, 0x061a, 0),
    (0x061b, 0x064a, 850),
    (0x064b, 0x065f, 0),
    (0x0660, 0x08ff, 850),
    (0x0900, 0x10ff, 900),
    (0x1ab0, 0x1aff, 0),
    (0x1dc0, 0x1dff, 0),
    (0x200b, 0x200f, 0),
    (0x2010, 0x2027, 700),
    (0x2028, 0x2029, 250),
    (0x202a, 0x202e, 0),
    (0x202f, 0x205f, 700),
    (0x2060, 0x206f, 0),
    (0x2070, 0x20cf, 800),
    (0x20d0, 0x20ff, 0),
    (0x231a, 0x231b, EMOJI),
    (0x23e9, 0x23fa, EMOJI),
    (0x2600, 0x27bf, EMOJI),
    (0x2b05, 0x2b55, EMOJI),
    (0xfdf0, 0xfdfc, 3000),
    (0xfdfd, 0xfdfd, 10_000),
    (0xfe00, 0xfe0f, 0),
    (0xfe20, 0xfe2f, 0),
    (0xfe70, 0xfefe, 850),
    (0xfeff, 0xfeff, 0),
    (0xff61, 0xffdc, 600),
    (0xfff0, 0xfffb, 0),
    (0x12000, 0x1254f, 3000),
    (0x1f000, 0x1faff, EMOJI),
    (0xe0000, 0xe01ef, 0),
    (0xf0000, 0xffffd, UNKNOWN),
    (0x10_0000, 0x10_fffd, UNKNOWN),
    (0x10_fffe, 0x10_ffff, 0),
];

/// How far a text moves the pen when it is set on one line.
pub(super) fn of(text: &str, weight: Weight) -> u32 {
    let known: Option<u32> = text.chars().map(|character| known(character, weight)).sum();
    known.unwrap_or_else(|| text.graphemes(true).map(|grapheme| of_grapheme(grapheme, weight)).sum())
}

/// The same of those characters only that the font has.
pub(super) fn of_known(text: &str, weight: Weight) -> u32 {
    text.chars().filter_map(|character| known(character, weight)).sum()
}

/// An emoji counts once however many characters make it; anything else is the sum of its characters.
fn of_grapheme(grapheme: &str, weight: Weight) -> u32 {
    if is_emoji(grapheme) {
        return EMOJI;
    }
    grapheme.chars().map(|character| known(character, weight).unwrap_or_else(|| safe(character))).sum()
}

fn is_emoji(grapheme: &str) -> bool {
    let shown_as_emoji = |character| matches!(character, '\u{fe0f}' | '\u{20e3}');
    grapheme.chars().next().is_some_and(|first| safe(first) == EMOJI) || grapheme.contains(shown_as_emoji)
}

/// What the font says.
fn known(character: char, weight: Weight) -> Option<u32> {
    let code = character as u32;
    let run = RUNS.partition_point(|run| run.1 < code);
    let (first, _, index) = *RUNS.get(run).filter(|run| run.0 <= code)?;
    let place = usize::from(index) + (code - first) as usize;
    Some(u32::from(ADVANCES[weight as usize][place]))
}

fn safe(character: char) -> u32 {
    let code = character as u32;
    let row = SAFE.partition_point(|row| row.1 < code);
    SAFE.get(row).filter(|row| row.0 <= code).map_or(UNKNOWN, |row| row.2)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn l1_both_tables_are_sorted_and_do_not_overlap() {
        assert!(RUNS.windows(2).all(|pair| pair[0].1 < pair[1].0));
        assert!(SAFE.iter().all(|row| row.0 <= row.1));
        assert!(SAFE.windows(2).all(|pair| pair[0].1 < pair[1].0));
    }

    #[test]
    fn l1_the_font_has_what_welsh_and_measures_need() {
        for character in "ŵŷẁẃẅỳÿŴŶÂÊÎÔÛâêîôûáéíóúïö≥≤×±–—…‘’“”•·€£½²°".chars()
        {
            assert!(known(character, Weight::Regular).is_some(), "{character}");
        }
    }
}
