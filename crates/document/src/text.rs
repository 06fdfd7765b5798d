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
