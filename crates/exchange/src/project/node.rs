//! The tree that a project file is written from: as JSON, but its fields keep their order and list items their keys.

use std::borrow::Cow;

use serde_json::Value;

/// The largest whole number that is printed without a fraction: beyond it, numbers skip whole ones.
const LARGEST_WHOLE: f64 = 9_007_199_254_740_992.0;

/// A value of the file to be.
#[derive(Debug, Clone, PartialEq)]
pub(super) enum Node {
    /// A number, `true`, `false` or `null`, as it is written.
    Literal(String),
    Text(String),
    Object(Vec<(Cow<'static, str>, Node)>),
    List(List),
}

/// A list and how its items are told apart.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct List {
    pub(super) key: Key,
    pub(super) items: Vec<(String, Node)>,
}

/// What tells the items of a list apart.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) enum Key {
    /// Their `id`.
    Id,
    /// Their `from` and `to`.
    Ends,
    /// Their `date`, and how many of that date came before.
    Date,
    /// They are texts: themselves.
    Text,
    /// Their place in the list.
    Place,
}

/// The key of an item that has none but its place; sorts as the places do.
pub(super) fn place_key(index: usize) -> String {
    format!("n{index:06}")
}

/// How deep objects and lists lie in each other in a JSON text.
pub(super) fn nesting(text: &str) -> usize {
    let (mut depth, mut deepest) = (0usize, 0);
    let (mut quoted, mut escaped) = (false, false);
    for byte in text.bytes() {
        match byte {
            _ if escaped => escaped = false,
            b'\\' => escaped = quoted,
            b'"' => quoted = !quoted,
            _ if quoted => {}
            b'{' | b'[' => {
                depth += 1;
                deepest = deepest.max(depth);
            }
            b'}' | b']' => depth = depth.saturating_sub(1),
            _ => {}
        }
    }
    deepest
}

impl Node {
    pub(super) fn object() -> Self {
        Node::Object(Vec::new())
    }

    pub(super) fn list(key: Key, items: impl IntoIterator<Item = (String, Node)>) -> Self {
        Node::List(List { key, items: items.into_iter().collect() })
    }

    /// A list whose items are told apart by their places.
    pub(super) fn places(items: impl IntoIterator<Item = Node>) -> Self {
        Self::list(Key::Place, items.into_iter().enumerate().map(|(index, node)| (place_key(index), node)))
    }

    /// A list of texts.
    pub(super) fn texts<Texts: IntoIterator<Item: ToString>>(texts: Texts) -> Self {
        let item = |text: String| (text.clone(), Node::Text(text));
        Self::list(Key::Text, texts.into_iter().map(|text| item(text.to_string())))
    }

    /// A number; whole ones without a fraction, and null for what JSON cannot say.
    pub(super) fn number(number: f64) -> Self {
        Node::Literal(match number {
            whole if whole.fract() == 0.0 && whole.abs() < LARGEST_WHOLE => (whole as i64).to_string(),
            other => Value::from(other).to_string(),
        })
    }

    /// A number or null.
    pub(super) fn number_or_null(number: Option<f64>) -> Self {
        number.map_or(Self::null(), Self::number)
    }

    /// Yes or no.
    pub(super) fn flag(flag: bool) -> Self {
        Node::Literal(flag.to_string())
    }

    pub(super) fn null() -> Self {
        Node::Literal("null".into())
    }

    /// The same as a value that was read.
    pub(super) fn of(value: &Value) -> Self {
        match value {
            Value::String(text) => Node::Text(text.clone()),
            Value::Array(items) => Node::places(items.iter().map(Node::of)),
            Value::Object(fields) => Node::Object(
                fields.iter().map(|(name, value)| (name.clone().into(), Node::of(value))).collect(),
            ),
            scalar => Node::Literal(scalar.to_string()),
        }
    }

    /// Whether it says nothing.
    pub(super) fn is_empty(&self) -> bool {
        match self {
            Node::Literal(literal) => literal == "null",
            Node::Text(text) => text.is_empty(),
            Node::Object(fields) => fields.iter().all(|(_, node)| node.is_empty()),
            Node::List(list) => list.items.is_empty(),
        }
    }

    /// This object with one field more.
    pub(super) fn with(mut self, name: impl Into<Cow<'static, str>>, node: Node) -> Self {
        if let Node::Object(fields) = &mut self {
            fields.push((name.into(), node));
        }
        self
    }

    /// This object with one field more, unless that says nothing.
    pub(super) fn some(self, name: &'static str, node: Node) -> Self {
        if node.is_empty() { self } else { self.with(name, node) }
    }

    /// This object with a text more, empty or not.
    pub(super) fn text(self, name: &'static str, text: &str) -> Self {
        self.with(name, Node::Text(text.to_owned()))
    }

    /// This object with a text more, unless it is empty.
    pub(super) fn said(self, name: &'static str, text: &str) -> Self {
        self.some(name, Node::Text(text.to_owned()))
    }

    /// This object with a number more, where there is one.
    pub(super) fn counted(self, name: &'static str, number: Option<f64>) -> Self {
        self.some(name, Node::number_or_null(number))
    }

    /// This object with a word more, where one is said.
    pub(super) fn word(self, name: &'static str, word: Option<&'static str>) -> Self {
        self.said(name, word.unwrap_or_default())
    }

    /// This object with `true` more, where it is.
    pub(super) fn mark(self, name: &'static str, flag: bool) -> Self {
        if flag { self.with(name, Node::flag(true)) } else { self }
    }
}
