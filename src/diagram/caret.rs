//! Carets and selections of others, where they are in the text of a card.

use std::ops::Range;
use std::sync::Arc;

use figure::{CardStyle, Line, measure};
use leptos::prelude::*;
use model::{CardId, TextField};

use super::picture::Face;
use crate::state::ProjectState;

/// Somebody else's caret, resolved to places in the text as it is now.
#[derive(Debug, Clone, PartialEq, Eq)]
struct Resolved {
    hue: u8,
    /// Where the selection began, and where the caret is, in UTF-16 units.
    anchor: u32,
    head: u32,
}

/// What is drawn for one caret; lengths in pixels from the card's upper left corner.
#[derive(Debug, Clone, PartialEq)]
struct Drawn {
    caret: Spot,
    /// What is selected: one piece for each line.
    selected: Vec<(Spot, f64)>,
}

/// A place in a card's text: the left edge of a letter, and the top of its line.
#[derive(Debug, Clone, Copy, PartialEq)]
struct Spot {
    left: f64,
    top: f64,
}

/// The carets of others in one card.
#[component]
pub fn Carets(
    /// The card.
    card: CardId,
    /// Its text, line by line.
    face: ArcRwSignal<Arc<Face>>,
) -> impl IntoView {
    let state = ProjectState::expect();
    let field = TextField::CardText(card);
    let resolved = {
        let face = face.clone();
        Memo::new(move |_| {
            let others = carets_in(&state, &field);
            if !others.is_empty() {
                // Letters that come in move the carets behind them.
                face.track();
            }
            others
        })
    };
    move || {
        let resolved = resolved.get();
        if resolved.is_empty() {
            return None;
        }
        let face = face.read();
        let style = CardStyle::of(face.card.level);
        let pixels = |length: f64| format!("{length}px");
        let one = |caret: &Resolved| {
            let drawn = Drawn::of(&face.card.text, &face.text.lines, (style, caret));
            let hue = caret.hue.to_string();
            let piece = |(spot, width): &(Spot, f64)| {
                view! {
                    <span class="range" data-hue=hue.clone() style:left=pixels(spot.left) style:top=pixels(spot.top)
                        style:width=pixels(*width)></span>
                }
            };
            view! {
                {drawn.selected.iter().map(piece).collect_view()}
                <span class="caret" data-hue=hue.clone() style:left=pixels(drawn.caret.left) style:top=pixels(drawn.caret.top)></span>
            }
        };
        Some(
            view! { <span class="carets" aria-hidden="true">{resolved.iter().map(one).collect_view()}</span> },
        )
    }
}

fn carets_in(state: &ProjectState, field: &TextField) -> Vec<Resolved> {
    state.presence.others.with(|others| {
        let in_field = others.iter().filter_map(|other| {
            let caret = other.presence.caret.as_ref().filter(|caret| caret.field == *field)?;
            Some((other.presence.color, caret))
        });
        let resolve = |(hue, caret): (u8, &document::presence::Caret)| {
            let places = state.with_document(|document| {
                Some((document.place(&caret.anchor)?, document.place(&caret.head)?))
            });
            places.map(|(anchor, head)| Resolved { hue, anchor, head })
        };
        in_field.filter_map(resolve).collect()
    })
}

impl Drawn {
    /// A caret in a text that is broken into lines.
    fn of(text: &str, lines: &[Line], (style, caret): (&CardStyle, &Resolved)) -> Self {
        let (anchor, head) = (byte_at(text, caret.anchor), byte_at(text, caret.head));
        let set = Setting { text, lines, style };
        let (from, to) = (anchor.min(head), anchor.max(head));
        Self { caret: set.spot(head), selected: set.pieces(from..to) }
    }
}

/// A text as it is set on a card.
struct Setting<'a> {
    text: &'a str,
    lines: &'a [Line],
    style: &'a CardStyle,
}

impl Setting<'_> {
    /// Where a byte of the text stands. One among the spaces at which a line was broken stands at that line's end.
    fn spot(&self, byte: usize) -> Spot {
        let line = self.lines.iter().rposition(|line| line.range.start <= byte).unwrap_or_default();
        let start = self.lines.get(line).map_or(0, |line| line.range.start);
        self.spot_on(line, start..byte.max(start))
    }

    /// The right edge of what stands on a line.
    fn spot_on(&self, line: usize, range: Range<usize>) -> Spot {
        let width = self.text.get(range).map_or(0.0, |before| measure(before, self.style.font));
        Spot {
            left: self.style.text_left() + width.min(self.style.text_width()),
            top: self.style.padding_y + line as f64 * self.style.line_height,
        }
    }

    /// What of each line lies in a part of the text, with its width.
    fn pieces(&self, part: Range<usize>) -> Vec<(Spot, f64)> {
        let piece = |(at, line): (usize, &Line)| {
            let (from, to) = (part.start.max(line.range.start), part.end.min(line.range.end));
            let start = self.spot_on(at, line.range.start..from.max(line.range.start));
            let end = self.spot_on(at, line.range.start..to.max(line.range.start));
            (from < to).then_some((start, end.left - start.left))
        };
        self.lines.iter().enumerate().filter_map(piece).collect()
    }
}

/// The byte at which a place in UTF-16 units lies; a place within a character is before it, one beyond the text its end.
fn byte_at(text: &str, place: u32) -> usize {
    let mut units = 0;
    for (byte, letter) in text.char_indices() {
        if units + letter.len_utf16() as u32 > place {
            return byte;
        }
        units += letter.len_utf16() as u32;
    }
    text.len()
}

#[cfg(test)]
mod tests {
    use figure::{Footer, card_box};
    use model::Level;

    use super::*;

    #[test]
    fn i4_a_place_in_utf16_units_is_found_as_a_byte() {
        for (text, place, expected) in [
            ("abc", 0, 0),
            ("abc", 2, 2),
            ("abc", 9, 3),
            ("é!", 1, 2),
            ("👩!", 1, 0),
            ("👩!", 2, 4),
            ("", 3, 0),
        ] {
            assert_eq!(byte_at(text, place), expected, "{text} {place}");
        }
    }

    /// Line, and whether the caret is right of the line's beginning, and the lines that are selected.
    fn drawn(text: &str, anchor: u32, head: u32) -> (usize, bool, Vec<usize>) {
        let style = CardStyle::of(Level::Secondary);
        let lines = card_box(Level::Secondary, text, Footer::Absent).lines;
        let drawn = Drawn::of(text, &lines, (style, &Resolved { hue: 1, anchor, head }));
        let line = |spot: &Spot| ((spot.top - style.padding_y) / style.line_height) as usize;
        let widths_fit = |(spot, width): &(Spot, f64)| {
            *width > 0.0 && spot.left + width <= style.text_left() + style.text_width() + 0.01
        };
        assert!(drawn.selected.iter().all(widths_fit), "{text}: {drawn:?}");
        let lines = drawn.selected.iter().map(|(spot, _)| line(spot)).collect();
        (line(&drawn.caret), drawn.caret.left > style.text_left(), lines)
    }

    #[test]
    fn i4_a_caret_stands_on_its_line_and_a_selection_on_each_of_its_lines() {
        let two = "Both teams know who is waiting and why";
        for (text, anchor, head, expected) in [
            ("", 0, 0, (0, false, vec![])),
            ("Rotas", 0, 0, (0, false, vec![])),
            ("Rotas", 5, 5, (0, true, vec![])),
            ("Rotas ", 6, 6, (0, true, vec![])),
            ("Rotas", 99, 99, (0, true, vec![])),
            ("Rotas", 4, 1, (0, true, vec![0])),
            (two, 38, 38, (1, true, vec![])),
            (two, 0, 38, (1, true, vec![0, 1])),
            (two, 38, 0, (0, false, vec![0, 1])),
        ] {
            assert_eq!(drawn(text, anchor, head), expected, "{text} {anchor} {head}");
        }
    }

    #[test]
    fn i4_a_trailing_space_moves_the_caret_and_never_out_of_the_card() {
        let style = CardStyle::of(Level::Idea);
        let left = |text: &str| {
            let lines = card_box(Level::Idea, text, Footer::Absent).lines;
            let end = text.encode_utf16().count() as u32;
            Drawn::of(text, &lines, (style, &Resolved { hue: 1, anchor: end, head: end })).caret.left
        };
        assert!(left("Rotas ") > left("Rotas"));
        let far = format!("Rotas{}", " ".repeat(200));
        assert!(left(&far) <= style.text_left() + style.text_width());
    }
}
