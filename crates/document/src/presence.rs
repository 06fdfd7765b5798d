//! What a participant shows of itself: shared, not kept. As JSON text in awareness, so that any Yjs program sees the name.

use model::{CardId, TextField};
use serde_json::{Value, json};

use crate::{anchor::Anchor, schema};

/// The hues that a participant can have are 1 to this.
pub const HUES: u8 = 6;
/// A longer name is cut here: it stands beside a caret.
const LONGEST_NAME: usize = 60;
/// A longer word (session, view) is cut here.
const LONGEST_WORD: usize = 64;

/// Who someone is and what they point at.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Presence {
    /// The name they go by.
    pub name: String,
    /// The hue they chose, 1 to [`HUES`]; whatever was said, reading gives one of them.
    pub color: u8,
    /// Which of a person's pages this is; empty when not said.
    pub session: String,
    /// The card they are on or in.
    pub card: Option<CardId>,
    /// Where they write.
    pub caret: Option<Caret>,
    /// The part of the app they look at; empty when not said.
    pub view: String,
}

/// A caret or selection in a text.
#[derive(Debug, Clone, PartialEq)]
pub struct Caret {
    /// The text.
    pub field: TextField,
    /// Where the selection began.
    pub anchor: Anchor,
    /// Where it ends, and where the caret is.
    pub head: Anchor,
}

impl Presence {
    /// As compact JSON text.
    pub fn to_json(&self) -> String {
        let said = |text: &str| (!text.is_empty()).then(|| Value::from(text));
        let fields = [
            ("user", Some(json!({ "name": self.name, "hue": self.color }))),
            ("session", said(&self.session)),
            ("card", self.card.as_ref().map(|card| Value::from(card.as_str()))),
            ("caret", self.caret.as_ref().map(Caret::to_value)),
            ("view", said(&self.view)),
        ];
        let said = fields.into_iter().filter_map(|(key, value)| Some((key.to_owned(), value?)));
        Value::Object(said.collect()).to_string()
    }

    /// Reads what this or any Yjs program says of itself; a part that is something else is left out. None where it is
    /// no JSON object.
    pub fn parse(json: &str) -> Option<Self> {
        let value: Value = serde_json::from_str(json).ok()?;
        let user = value.as_object()?.get("user").unwrap_or(&Value::Null);
        let name = word(&user["name"], LONGEST_NAME);
        Some(Self {
            color: hue(user, &name),
            name,
            session: word(&value["session"], LONGEST_WORD),
            card: value["card"].as_str().and_then(|card| CardId::parse(card).ok()),
            caret: Caret::from_value(&value["caret"]),
            view: word(&value["view"], LONGEST_WORD),
        })
    }
}

impl Caret {
    fn to_value(&self) -> Value {
        json!({
            "field": schema::text_name(&self.field),
            "anchor": self.anchor.to_value(),
            "head": self.head.to_value(),
        })
    }

    fn from_value(value: &Value) -> Option<Self> {
        let field = schema::text_of_name(value["field"].as_str()?)?;
        let anchor = Anchor::from_value(&value["anchor"])?;
        Some(Self { field, anchor, head: Anchor::from_value(&value["head"])? })
    }
}

/// The hue that is said; else one that is the same for the same name and colour.
fn hue(user: &Value, name: &str) -> u8 {
    let said = user["hue"].as_u64().and_then(|hue| u8::try_from(hue).ok());
    let color = user["color"].as_str().unwrap_or(name);
    let made = || 1 + (color.bytes().map(usize::from).sum::<usize>() % usize::from(HUES)) as u8;
    said.filter(|hue| (1..=HUES).contains(hue)).unwrap_or_else(made)
}

/// A text without control characters, cut where it is too long.
fn word(value: &Value, longest: usize) -> String {
    let text = value.as_str().unwrap_or_default();
    text.chars().filter(|letter| !letter.is_control()).take(longest).collect()
}

#[cfg(test)]
mod tests {
    use std::sync::Arc;

    use model::Project;

    use super::*;
    use crate::{Document, create};

    fn document() -> Document {
        let mut document = Document::new(7, Arc::new(|| 0));
        let project = Project { title: "Fewer falls".to_owned(), ..Project::default() };
        document.load(&create(&project, 1)).unwrap();
        document
    }

    #[test]
    fn d9_presence_says_the_same_after_its_way_through_awareness() {
        let document = document();
        let anchor = document.anchor(&TextField::Title, 5).unwrap();
        let caret = Caret { field: TextField::Title, head: anchor.clone(), anchor };
        let card = CardId::parse("c1").ok();
        let presence = Presence {
            name: "Ada".into(),
            color: 3,
            session: "s".into(),
            card,
            caret: Some(caret),
            view: "".into(),
        };
        let read = Presence::parse(&presence.to_json()).unwrap();
        assert_eq!(read, presence);
        assert_eq!(document.place(&read.caret.unwrap().head), Some(5));
    }

    #[test]
    fn d9_presence_of_other_programs_is_read_as_far_as_it_goes() {
        let guest =
            Presence::parse(r##"{"user":{"name":"Bo\nb","color":"#30bced"},"caret":{"field":7}}"##).unwrap();
        assert_eq!((guest.name.as_str(), guest.caret), ("Bob", None));
        for odd in ["", "null", "[]", "7", "{", "\"text\""] {
            assert_eq!(Presence::parse(odd), None, "{odd}");
        }
        for odd in ["{}", r#"{"user":7,"card":"a b","view":[]}"#, r#"{"user":{"hue":-1,"name":{}}}"#] {
            let presence = Presence::parse(odd).unwrap();
            assert!((1..=HUES).contains(&presence.color), "{odd}");
            assert_eq!(presence.card, None, "{odd}");
        }
        let long = format!(r#"{{"user":{{"name":"{}","hue":250}}}}"#, "x".repeat(5_000));
        assert_eq!(Presence::parse(&long).unwrap().name.len(), LONGEST_NAME);
    }
}
