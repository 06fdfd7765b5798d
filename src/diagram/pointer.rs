//! What fingers and mice mean: presses, drags, pans, pinches and marquees, told apart without a page.

use model::CardId;

use super::viewport::Point;

/// How far a mouse may tremble during a click, in screen pixels.
const MOUSE_SLACK: f64 = 4.0;
/// How far a finger may tremble during a tap or a hold, in screen pixels.
const TOUCH_SLACK: f64 = 8.0;

/// What presses.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[expect(missing_docs, reason = "the words explain themselves")]
pub enum Tool {
    Mouse,
    Touch,
}

/// Something that happened on the canvas; places are in screen pixels within it.
#[derive(Debug, Clone, PartialEq)]
pub enum Input {
    /// A button or a finger went down.
    Down {
        /// Which finger.
        pointer: i32,
        /// A mouse (or pen) or a finger.
        tool: Tool,
        /// Where.
        at: Point,
        /// The card under it.
        card: Option<CardId>,
        /// With Shift held.
        shift: bool,
    },
    /// It moved.
    Move {
        /// Which finger.
        pointer: i32,
        /// Where to.
        at: Point,
    },
    /// It went up.
    Up {
        /// Which finger.
        pointer: i32,
    },
    /// The 400 ms of a hold are over.
    Held,
    /// The browser took the pointer away, or Escape was pressed.
    Cancel,
}

/// What it means.
#[derive(Debug, Clone, PartialEq)]
#[expect(missing_docs, reason = "the words explain themselves")]
pub enum Meaning {
    /// A click or tap on a card (with Shift: add to the selection), or on the ground.
    Tap { card: Option<CardId>, shift: bool },
    /// Start the clock of a hold.
    MayHold,
    /// A card was lifted.
    Lift(CardId),
    /// The lifted card is here now.
    Drag(Point),
    /// The lifted card was dropped.
    Drop(Point),
    /// The lifted card goes back.
    GoBack,
    /// The ground moves by so much.
    Pan(Point),
    /// The picture zooms by a factor around a place and moves.
    Pinch { factor: f64, at: Point, by: Point },
    /// A marquee from one corner to another.
    Marquee(Point, Point),
    /// The marquee is done.
    MarqueeDone,
}

/// What is going on.
#[derive(Debug, Clone, PartialEq, Default)]
pub enum Gesture {
    /// Nothing.
    #[default]
    Idle,
    /// Pressed, and not yet known what for.
    Pressed(Press),
    /// A card is in hand.
    Dragging(i32, Point),
    /// The ground is in hand.
    Panning(i32, Point),
    /// A rectangle is drawn.
    Marquee(i32, Point),
    /// Two fingers.
    Pinching((i32, Point), (i32, Point)),
}

/// A press whose meaning is open.
#[derive(Debug, Clone, PartialEq)]
pub struct Press {
    pointer: i32,
    tool: Tool,
    at: Point,
    card: Option<CardId>,
    shift: bool,
}

impl Gesture {
    /// Takes in what happened and says what it means.
    pub fn take(&mut self, input: Input) -> Vec<Meaning> {
        let (next, meanings) = match (std::mem::take(self), input) {
            (gesture, Input::Down { pointer, tool, at, card, shift }) => {
                gesture.down(Press { pointer, tool, at, card, shift })
            }
            (gesture, Input::Move { pointer, at }) => gesture.moved(pointer, at),
            (gesture, Input::Up { pointer }) => gesture.up(pointer),
            (Gesture::Pressed(press), Input::Held) if press.card.is_some() && press.tool == Tool::Touch => {
                let lift = press.card.clone().map(Meaning::Lift);
                (Gesture::Dragging(press.pointer, press.at), lift.into_iter().collect())
            }
            (gesture, Input::Held) => (gesture, vec![]),
            (Gesture::Dragging(..), Input::Cancel) => (Gesture::Idle, vec![Meaning::GoBack]),
            (Gesture::Marquee(..), Input::Cancel) => (Gesture::Idle, vec![Meaning::MarqueeDone]),
            (_, Input::Cancel) => (Gesture::Idle, vec![]),
        };
        *self = next;
        meanings
    }

    fn down(self, press: Press) -> (Gesture, Vec<Meaning>) {
        match self {
            Gesture::Idle if press.tool == Tool::Touch => (Gesture::Pressed(press), vec![Meaning::MayHold]),
            Gesture::Idle => (Gesture::Pressed(press), vec![]),
            Gesture::Pressed(Press { pointer, at, .. }) | Gesture::Panning(pointer, at) => {
                (Gesture::Pinching((pointer, at), (press.pointer, press.at)), vec![])
            }
            // A second finger cancels a drag and zooms.
            Gesture::Dragging(pointer, at) => {
                (Gesture::Pinching((pointer, at), (press.pointer, press.at)), vec![Meaning::GoBack])
            }
            other => (other, vec![]),
        }
    }

    fn moved(self, pointer: i32, at: Point) -> (Gesture, Vec<Meaning>) {
        match self {
            Gesture::Pressed(press) if press.pointer == pointer => press.moved(at),
            Gesture::Dragging(own, _) if own == pointer => {
                (Gesture::Dragging(own, at), vec![Meaning::Drag(at)])
            }
            Gesture::Panning(own, last) if own == pointer => {
                (Gesture::Panning(own, at), vec![Meaning::Pan(at.minus(last))])
            }
            Gesture::Marquee(own, start) if own == pointer => {
                (Gesture::Marquee(own, start), vec![Meaning::Marquee(start, at)])
            }
            Gesture::Pinching(one, other) if one.0 == pointer => pinched(other, one, at),
            Gesture::Pinching(one, other) if other.0 == pointer => pinched(one, other, at),
            other => (other, vec![]),
        }
    }

    fn up(self, pointer: i32) -> (Gesture, Vec<Meaning>) {
        match self {
            Gesture::Pressed(press) if press.pointer == pointer => {
                let Press { card, shift, .. } = press;
                (Gesture::Idle, vec![Meaning::Tap { card, shift }])
            }
            Gesture::Dragging(own, at) if own == pointer => (Gesture::Idle, vec![Meaning::Drop(at)]),
            Gesture::Panning(own, _) if own == pointer => (Gesture::Idle, vec![]),
            Gesture::Marquee(own, _) if own == pointer => (Gesture::Idle, vec![Meaning::MarqueeDone]),
            Gesture::Pinching(one, other) if one.0 == pointer => (Gesture::Panning(other.0, other.1), vec![]),
            Gesture::Pinching(one, other) if other.0 == pointer => (Gesture::Panning(one.0, one.1), vec![]),
            other => (other, vec![]),
        }
    }
}

impl Press {
    fn moved(self, at: Point) -> (Gesture, Vec<Meaning>) {
        let way = at.minus(self.at);
        let slack = if self.tool == Tool::Mouse { MOUSE_SLACK } else { TOUCH_SLACK };
        if way.length() <= slack {
            return (Gesture::Pressed(self), vec![]);
        }
        match (self.tool, self.card, self.shift) {
            (Tool::Mouse, Some(card), false) => {
                (Gesture::Dragging(self.pointer, at), vec![Meaning::Lift(card), Meaning::Drag(at)])
            }
            (Tool::Mouse, _, true) => {
                (Gesture::Marquee(self.pointer, self.at), vec![Meaning::Marquee(self.at, at)])
            }
            _ => (Gesture::Panning(self.pointer, at), vec![Meaning::Pan(way)]),
        }
    }
}

/// One finger stays, the other moves.
fn pinched(still: (i32, Point), moving: (i32, Point), at: Point) -> (Gesture, Vec<Meaning>) {
    let before = moving.1.minus(still.1).length().max(1.0);
    let after = at.minus(still.1).length().max(1.0);
    let middle = |one: Point, other: Point| Point::new((one.x + other.x) / 2.0, (one.y + other.y) / 2.0);
    let centre = middle(at, still.1);
    let by = centre.minus(middle(moving.1, still.1));
    (
        Gesture::Pinching(still, (moving.0, at)),
        vec![Meaning::Pinch { factor: after / before, at: centre, by }],
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    fn card() -> Option<CardId> {
        Some(CardId::parse("c").unwrap())
    }

    fn down(pointer: i32, tool: Tool, card: Option<CardId>) -> Input {
        Input::Down { pointer, tool, at: Point::new(100.0, 100.0), card, shift: false }
    }

    fn to(pointer: i32, x: f64) -> Input {
        Input::Move { pointer, at: Point::new(x, 100.0) }
    }

    fn check(inputs: Vec<Input>, expected: &[&str]) {
        let mut gesture = Gesture::default();
        let said: Vec<String> = inputs
            .into_iter()
            .flat_map(|input| gesture.take(input))
            .map(|said| format!("{said:?}"))
            .collect();
        let words: Vec<&str> = said.iter().map(|said| said.split([' ', '(']).next().unwrap()).collect();
        assert_eq!(words, expected, "{said:?}");
    }

    #[test]
    fn k3_a_mouse_drags_cards_and_pans_the_ground() {
        let up = Input::Up { pointer: 1 };
        check(vec![down(1, Tool::Mouse, card()), to(1, 102.0), up.clone()], &["Tap"]);
        check(vec![down(1, Tool::Mouse, card()), to(1, 140.0), up.clone()], &["Lift", "Drag", "Drop"]);
        check(vec![down(1, Tool::Mouse, None), to(1, 140.0), up.clone()], &["Pan"]);
        check(
            vec![down(1, Tool::Mouse, card()), to(1, 140.0), Input::Cancel, up],
            &["Lift", "Drag", "GoBack"],
        );
    }

    #[test]
    fn k4_a_finger_pans_holds_to_lift_and_two_fingers_zoom() {
        let up = Input::Up { pointer: 1 };
        check(vec![down(1, Tool::Touch, card()), to(1, 140.0), up.clone()], &["MayHold", "Pan"]);
        check(vec![down(1, Tool::Touch, card()), to(1, 106.0), up.clone()], &["MayHold", "Tap"]);
        let lifted = vec![down(1, Tool::Touch, card()), Input::Held, to(1, 140.0), up.clone()];
        check(lifted, &["MayHold", "Lift", "Drag", "Drop"]);
        let cancelled =
            vec![down(1, Tool::Touch, card()), Input::Held, down(2, Tool::Touch, None), to(2, 200.0), up];
        check(cancelled, &["MayHold", "Lift", "GoBack", "Pinch"]);
        check(vec![down(1, Tool::Touch, card()), to(1, 140.0), Input::Held], &["MayHold", "Pan"]);
    }
}
