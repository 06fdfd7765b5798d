//! What a file says beyond what a [`Project`](model::Project) knows: found when it is read, put back when it is written.
//!
//! A file and the tree that we would write for it are compared. What differs is kept under the path where it stood, with
//! keys in place of numbers (`cards[i1].colour`), so that it stays with its card when others come or go:
//! - `<object>.<field>`: a field we would not write, as JSON; where we would write an empty one, `null` or `-` for none;
//! - `<list>[]`: the order of the keys, where ours is another one;
//! - `<number>=`: a number that was written otherwise, such as `1.0`; `<list>[]=`: all whole numbers of a list were.
//!
//! None of it can bring back what was changed since: each counts only where the tree says the same or nothing.

use std::{
    borrow::Cow,
    collections::{BTreeMap, HashMap},
};

use serde_json::Value;

use super::{
    DEEPEST,
    measures::date_key,
    node::{Key, List, Node, nesting, place_key},
};

type Kept = BTreeMap<String, String>;
type Fields = [(Cow<'static, str>, Node)];

const LEFT_OUT: &str = "-";
const POINTED: &str = "1.0";

/// How the whole numbers around a place are written.
#[derive(Clone, Copy, PartialEq)]
enum Wholes {
    Bare,
    Pointed,
}

/// What `file` says and `tree` does not.
pub(super) fn differences(tree: &Node, file: &Value) -> Kept {
    let mut search = Search { kept: Kept::new(), wholes: Wholes::Bare };
    search.compare(tree, file, "");
    search.kept
}

struct Search {
    kept: Kept,
    wholes: Wholes,
}

impl Search {
    fn compare(&mut self, ours: &Node, theirs: &Value, path: &str) {
        match (ours, theirs) {
            (Node::Object(fields), Value::Object(_)) => self.compare_fields(fields, theirs, path),
            (Node::List(list), Value::Array(items)) => self.compare_items(list, items, path),
            (Node::Literal(literal), Value::Number(number)) => {
                let written = number.to_string();
                if written != self.wholes.write(literal) {
                    self.kept.insert(format!("{path}="), written);
                }
            }
            _ => {}
        }
    }

    fn compare_fields(&mut self, fields: &Fields, theirs: &Value, path: &str) {
        let ours: HashMap<&str, &Node> = fields.iter().map(|(name, node)| (name.as_ref(), node)).collect();
        for (name, value) in theirs.as_object().into_iter().flatten() {
            match ours.get(name.as_str()) {
                Some(_) if value.is_null() => {
                    self.kept.insert(field_path(path, name), value.to_string());
                }
                Some(node) => self.compare(node, value, &field_path(path, name)),
                None => {
                    self.kept.insert(field_path(path, name), value.to_string());
                }
            }
        }
        for (name, node) in ours {
            if node.is_empty() && theirs.get(name).is_none() {
                self.kept.insert(field_path(path, name), LEFT_OUT.into());
            }
        }
    }

    fn compare_items(&mut self, list: &List, theirs: &[Value], path: &str) {
        let keys = keys(list.key, theirs);
        if !keys.iter().eq(list.items.iter().map(|(key, _)| key)) {
            self.kept.insert(format!("{path}[]"), Value::from(keys.clone()).to_string());
        }
        let outer = self.wholes;
        if list.key == Key::Date && all_pointed(theirs) {
            self.kept.insert(format!("{path}[]="), POINTED.into());
            self.wholes = Wholes::Pointed;
        }
        let ours: HashMap<&str, &Node> = list.items.iter().map(|(key, node)| (key.as_str(), node)).collect();
        for (key, value) in keys.iter().zip(theirs) {
            if let Some(node) = ours.get(key.as_str()) {
                self.compare(node, value, &item_path(path, key));
            }
        }
        self.wholes = outer;
    }
}

impl Wholes {
    fn write(self, literal: &str) -> String {
        let whole = literal.bytes().all(|byte| byte.is_ascii_digit() || byte == b'-');
        if whole && self == Wholes::Pointed { format!("{literal}.0") } else { literal.to_owned() }
    }
}

fn keys(key: Key, items: &[Value]) -> Vec<String> {
    let mut dates = BTreeMap::new();
    let text =
        |item: &Value, name: &str| item.get(name).and_then(Value::as_str).unwrap_or_default().to_owned();
    let mut key_of = |(index, item): (usize, &Value)| match key {
        Key::Id => text(item, "id"),
        Key::Ends => format!("{}>{}", text(item, "from"), text(item, "to")),
        Key::Date => date_key(&text(item, "date"), &mut dates),
        Key::Text => item.as_str().unwrap_or_default().to_owned(),
        Key::Place => place_key(index),
    };
    items.iter().enumerate().map(&mut key_of).collect()
}

/// Whether there are whole numbers here, and each is written with a fraction of 0.
fn all_pointed(items: &[Value]) -> bool {
    let (mut pointed, mut bare) = (0usize, 0usize);
    let mut count = |value: &Value| match value {
        Value::Number(number) if number.is_f64() => {
            pointed += usize::from(number.to_string().ends_with(".0"))
        }
        Value::Number(_) => bare += 1,
        _ => {}
    };
    for value in items.iter().filter_map(Value::as_object).flat_map(|item| item.values()) {
        count(value);
        value.as_array().into_iter().flatten().for_each(&mut count);
    }
    pointed > 0 && bare == 0
}

fn field_path(path: &str, name: &str) -> String {
    if path.is_empty() { safe(name) } else { format!("{path}.{}", safe(name)) }
}

fn item_path(path: &str, key: &str) -> String {
    format!("{path}[{}]", safe(key))
}

/// A name without the characters that paths are made of.
fn safe(name: &str) -> String {
    let mut safe = String::with_capacity(name.len());
    for character in name.chars() {
        match character {
            '.' | '[' | ']' | '=' | '%' => safe.push_str(&format!("%{:02X}", u32::from(character))),
            other => safe.push(other),
        }
    }
    safe
}

/// The name that [`safe`] was made of.
fn plain(safe: &str) -> String {
    let mut parts = safe.split('%');
    let mut plain = parts.next().unwrap_or_default().to_owned();
    for part in parts {
        let code = part.get(..2).and_then(|code| u8::from_str_radix(code, 16).ok());
        plain.extend(code.map(char::from));
        plain.push_str(part.get(2..).unwrap_or_default());
    }
    plain
}

/// Puts what was kept back where it stood, as far as that is still there.
pub(super) fn restore(tree: &mut Node, kept: &Kept) {
    let mut fields: HashMap<&str, Vec<(&str, &str)>> = HashMap::new();
    for (path, text) in kept.iter().filter(|(path, _)| !path.ends_with(['=', ']'])) {
        let (object, name) = path.rsplit_once('.').unwrap_or(("", path));
        fields.entry(object).or_default().push((name, text));
    }
    Restore { kept, fields, wholes: Wholes::Bare }.node(tree, "");
}

struct Restore<'a> {
    kept: &'a Kept,
    fields: HashMap<&'a str, Vec<(&'a str, &'a str)>>,
    wholes: Wholes,
}

impl Restore<'_> {
    fn node(&mut self, node: &mut Node, path: &str) {
        match node {
            Node::Literal(literal) => self.number(literal, path),
            Node::Text(_) => {}
            Node::Object(fields) => {
                for (name, node) in fields.iter_mut() {
                    self.node(node, &field_path(path, name));
                }
                if let Some(kept) = self.fields.get(path) {
                    restore_fields(fields, kept, path);
                }
            }
            Node::List(list) => self.list(list, path),
        }
    }

    fn number(&self, literal: &mut String, path: &str) {
        let Ok(number) = literal.parse::<f64>() else { return };
        let written = self.kept.get(&format!("{path}="));
        match written.filter(|written| is_number(written) && written.parse() == Ok(number)) {
            Some(written) => literal.clone_from(written),
            None => *literal = self.wholes.write(literal),
        }
    }

    fn list(&mut self, list: &mut List, path: &str) {
        let outer = self.wholes;
        if self.kept.get(&format!("{path}[]=")).is_some_and(|text| text == POINTED) {
            self.wholes = Wholes::Pointed;
        }
        for (key, node) in &mut list.items {
            self.node(node, &item_path(path, key));
        }
        self.wholes = outer;
        let order = self.kept.get(&format!("{path}[]"));
        if let Some(Ok(keys)) = order.map(|text| serde_json::from_str::<Vec<String>>(text)) {
            let mut places = HashMap::new();
            for (place, key) in keys.into_iter().enumerate() {
                places.entry(key).or_insert(place);
            }
            model::sort::by_key(&mut list.items, |(key, _)| places.get(key).copied().unwrap_or(usize::MAX));
        }
    }
}

fn restore_fields(fields: &mut Vec<(Cow<'static, str>, Node)>, kept: &[(&str, &str)], path: &str) {
    let mut kept: BTreeMap<String, &str> =
        model::sort::map(kept.iter().map(|(name, text)| (plain(name), *text)));
    fields.retain_mut(|(name, node)| {
        let text = kept.remove(name.as_ref()).filter(|_| node.is_empty());
        if text == Some("null") {
            *node = Node::null();
        }
        text != Some(LEFT_OUT)
    });
    for (name, text) in kept {
        if text != LEFT_OUT && nesting(text) + depth(path) <= DEEPEST {
            let value: Option<Value> = serde_json::from_str(text).ok();
            fields.extend(value.map(|value| (name.into(), Node::of(&value))));
        }
    }
}

/// How deep the object at a path lies.
fn depth(path: &str) -> usize {
    if path.is_empty() { 1 } else { 2 + path.matches(['.', '[']).count() }
}

/// Whether a text is a number as JSON writes it.
fn is_number(text: &str) -> bool {
    matches!(serde_json::from_str(text), Ok(Value::Number(_)))
}
