//! Texts as browsers count them: what a person's typing changed, and where it fits.

use std::ops::Range;

use model::TextChange;
use unicode_segmentation::UnicodeSegmentation;

/// What was typed: one delete and one insert that lead from `before` to `after`, between whole characters as people see
/// them (rule D9). `caret_utf16` is where the caret stands in `after`; what stands right of it was not typed, so that a
/// letter put among equal letters is taken to be where it was put. None where nothing changed.
pub fn change(before: &str, after: &str, caret_utf16: u32) -> Option<TextChange> {
    if before == after {
        return None;
    }
    let old: Vec<&str> = before.graphemes(true).collect();
    let new: Vec<&str> = after.graphemes(true).collect();
    let right_of_caret = new.len() - graphemes_up_to(&new, caret_utf16);
    let same = |(one, other): &(&&str, &&str)| one == other;
    let suffix = old.iter().rev().zip(new.iter().rev()).take(right_of_caret).take_while(same).count();
    let (old, new) = (&old[..old.len() - suffix], &new[..new.len() - suffix]);
    let prefix = old.iter().zip(new).take_while(same).count();
    // Where the caret was not where the typing was, the rest may still end alike.
    let (old, new, at) = (&old[prefix..], &new[prefix..], length(&old[..prefix]));
    let suffix = old.iter().rev().zip(new.iter().rev()).take_while(same).count();
    let (old, new) = (&old[..old.len() - suffix], &new[..new.len() - suffix]);
    Some(TextChange { at, delete: length(old), insert: new.concat() })
}

/// Where a change applies to a text: within it, and widened to whole characters. In UTF-16 units.
pub(crate) fn within(text: &str, change: &TextChange) -> Range<u32> {
    let wanted_end = change.at.saturating_add(change.delete);
    let (mut start, mut end) = (0, 0);
    for grapheme in text.graphemes(true) {
        if end >= wanted_end && end >= change.at {
            break;
        }
        end += utf16(grapheme);
        if end <= change.at {
            start = end;
        }
    }
    if change.delete == 0 { start..start } else { start..end.max(start) }
}

/// How many characters begin before a place.
fn graphemes_up_to(graphemes: &[&str], place: u32) -> usize {
    let mut at = 0;
    let before = |grapheme: &&&str| {
        let begins = at;
        at += utf16(grapheme);
        begins < place
    };
    graphemes.iter().take_while(before).count()
}

fn length(graphemes: &[&str]) -> u32 {
    graphemes.iter().map(|grapheme| utf16(grapheme)).sum()
}

fn utf16(text: &str) -> u32 {
    text.encode_utf16().count() as u32
}

#[cfg(test)]
mod tests {
    use super::*;

    /// `|` marks the caret after typing.
    fn check(before: &str, after: &str, expect: Option<(u32, u32, &str)>) {
        let caret = utf16(after.split('|').next().unwrap());
        let after = after.replace('|', "");
        let change = change(before, &after, caret);
        assert_eq!(
            change.as_ref().map(|one| (one.at, one.delete, one.insert.as_str())),
            expect,
            "{before} → {after}"
        );
        if let Some(change) = change {
            assert_eq!(apply(before, &change), after);
        }
    }

    fn apply(text: &str, change: &TextChange) -> String {
        let units: Vec<u16> = text.encode_utf16().collect();
        let (at, end) = (change.at as usize, (change.at + change.delete) as usize);
        let left = String::from_utf16(&units[..at]).unwrap();
        left + &change.insert + &String::from_utf16(&units[end..]).unwrap()
    }

    #[test]
    fn d9_what_was_typed_is_found_around_the_caret() {
        check("same", "sa|me", None);
        check("", "a|", Some((0, 0, "a")));
        check("aa", "a|aa", Some((0, 0, "a")));
        check("aa", "aa|a", Some((1, 0, "a")));
        check("aa", "aaa|", Some((2, 0, "a")));
        check("aaa", "a|a", Some((1, 1, "")));
        check("hello world", "hello w|", Some((7, 4, "")));
        check("abc", "abX|", Some((2, 1, "X")));
        check("one two", "one 2| two", Some((3, 0, " 2")));
        check("abc", "|abcd", Some((3, 0, "d")));
        check("gone", "|", Some((0, 4, "")));
    }

    #[test]
    fn d9_what_people_see_as_one_character_is_never_cut() {
        check("👩", "👩\u{200d}👧|", Some((0, 2, "👩\u{200d}👧")));
        check("e", "e\u{301}|", Some((0, 1, "e\u{301}")));
        check("x👨‍👩‍👧y", "x|y", Some((1, 8, "")));
        check("🇨🇭", "🇨🇭🇨🇦|", Some((4, 0, "🇨🇦")));
        check("🇨🇭🇨🇦", "🇨🇦|", Some((0, 4, "")));
        check("שלום", "של|ום", None);
        check("שלום", "שלx|ום", Some((2, 0, "x")));
    }

    fn check_within(text: &str, (at, delete): (u32, u32), expect: Range<u32>) {
        let change = TextChange { at, delete, insert: String::new() };
        assert_eq!(within(text, &change), expect, "{text} {at} {delete}");
    }

    #[test]
    fn d9_a_place_inside_a_character_or_beyond_the_end_is_moved() {
        check_within("abc", (1, 1), 1..2);
        check_within("abc", (9, 9), 3..3);
        check_within("abc", (1, u32::MAX), 1..3);
        check_within("", (0, 0), 0..0);
        check_within("a👩b", (2, 0), 1..1);
        check_within("a👩b", (2, 1), 1..3);
        check_within("a👩b", (0, 2), 0..3);
        check_within("👨‍👩‍👧", (3, 1), 0..8);
        check_within("e\u{301}x", (1, 0), 0..0);
        check_within("e\u{301}x", (2, 1), 2..3);
    }
}
