//! Single values: each is looked at as what it should be, and is nothing when it is something else.

use std::{collections::HashMap, str::FromStr};

use model::{Order, diagram::Deleted};
use yrs::{Any, GetString, Map, MapRef, Out, ReadTxn};

use crate::schema::field;

/// Something with scalars under keys: a nested Map, or a scalar that is itself a small map.
pub(crate) trait Scalars {
    /// The scalar under a key.
    fn scalar(&self, key: &str) -> Option<Any>;

    /// A text; empty where none is said.
    fn word(&self, key: &str) -> String {
        self.scalar(key).as_ref().and_then(word).unwrap_or_default()
    }

    /// A finite number.
    fn number(&self, key: &str) -> Option<f64> {
        self.scalar(key).as_ref().and_then(number)
    }

    /// Yes or no; none where it is not said.
    fn said(&self, key: &str) -> Option<bool> {
        match self.scalar(key) {
            Some(Any::Bool(said)) => Some(said),
            _ => None,
        }
    }

    /// Whether it is said to be so.
    fn flag(&self, key: &str) -> bool {
        self.said(key) == Some(true)
    }

    /// One of the words of a small enum.
    fn name<Name: FromStr>(&self, key: &str) -> Option<Name> {
        self.word(key).parse().ok()
    }

    /// The place among its siblings.
    fn order(&self) -> Order {
        Order::read(&self.word(field::ORDER))
    }

    /// Who deleted it and when, while it is deleted.
    fn deleted(&self) -> Option<Deleted> {
        let deleted = self.scalar(field::DELETED)?;
        let record = Record::of(&deleted)?;
        Some(Deleted { by: record.word(field::BY), at: record.number(field::AT).unwrap_or_default() })
    }
}

/// A nested Map.
pub(crate) struct Nested<'a, T> {
    pub(crate) transaction: &'a T,
    pub(crate) map: MapRef,
}

impl<T: ReadTxn> Nested<'_, T> {
    /// A text that several people may type in; empty where there is none.
    pub(crate) fn text(&self, key: &str) -> String {
        match self.map.get(self.transaction, key) {
            Some(Out::YText(text)) => text.get_string(self.transaction),
            _ => String::new(),
        }
    }
}

impl<T: ReadTxn> Scalars for Nested<'_, T> {
    fn scalar(&self, key: &str) -> Option<Any> {
        match self.map.get(self.transaction, key) {
            Some(Out::Any(any)) => Some(any),
            _ => None,
        }
    }
}

/// A scalar that is a small map.
pub(crate) struct Record<'a>(&'a HashMap<String, Any>);

impl<'a> Record<'a> {
    /// A scalar as a small map, if it is one.
    pub(crate) fn of(any: &'a Any) -> Option<Self> {
        match any {
            Any::Map(map) => Some(Self(map)),
            _ => None,
        }
    }

    /// A list of finite numbers; one that is none is left out.
    pub(crate) fn numbers(&self, key: &str) -> Option<Vec<f64>> {
        match self.0.get(key) {
            Some(Any::Array(values)) => Some(values.iter().filter_map(number).collect()),
            _ => None,
        }
    }
}

impl Scalars for Record<'_> {
    fn scalar(&self, key: &str) -> Option<Any> {
        self.0.get(key).cloned()
    }
}

/// A scalar as text.
pub(crate) fn word(any: &Any) -> Option<String> {
    match any {
        Any::String(text) => Some(text.to_string()),
        _ => None,
    }
}

/// A scalar as a finite number.
pub(crate) fn number(any: &Any) -> Option<f64> {
    match any {
        Any::Number(number) => number.as_f64().filter(|number| number.is_finite()),
        _ => None,
    }
}
