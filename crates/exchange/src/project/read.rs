//! A place in a file that is being read: a value, and the path that leads to it.

use std::{collections::BTreeSet, str::FromStr};

use model::Id;
use serde_json::Value;

use super::Fault;

/// How much of a wrong word a fault shows, in characters.
const SHOWN: usize = 40;

/// A value of the file and how it was reached. A field that is not there, or is null, is a place without a value.
pub(super) struct Place<'a> {
    value: Option<&'a Value>,
    step: Step<'a>,
    parent: Option<&'a Place<'a>>,
}

enum Step<'a> {
    Whole,
    Field(&'a str),
    Item(usize),
}

impl<'a> Place<'a> {
    /// The file as a whole.
    pub(super) fn whole(value: &'a Value) -> Result<Self, Fault> {
        match value {
            Value::Object(_) => Ok(Place { value: Some(value), step: Step::Whole, parent: None }),
            _ => Err(Fault::whole("This is JSON, but no project")),
        }
    }

    /// A field of this object.
    pub(super) fn field<'b>(&'b self, name: &'b str) -> Place<'b> {
        let value = self.value.and_then(|value| value.get(name)).filter(|value| !value.is_null());
        Place { value, step: Step::Field(name), parent: Some(self) }
    }

    /// A fault at this place.
    pub(super) fn fault(&self, message: impl Into<String>) -> Fault {
        let mut path = String::new();
        self.write_path(&mut path);
        Fault { path, message: message.into() }
    }

    fn write_path(&self, path: &mut String) {
        if let Some(parent) = self.parent {
            parent.write_path(path);
        }
        match self.step {
            Step::Whole => {}
            Step::Field(name) if path.is_empty() => path.push_str(name),
            Step::Field(name) => path.extend([".", name]),
            Step::Item(index) => path.push_str(&format!("[{index}]")),
        }
    }

    fn read<'b, T>(
        &'b self,
        take: impl Fn(&'b Value) -> Option<T>,
        wanted: &'static str,
    ) -> Result<Option<T>, Fault> {
        self.value.map(|value| take(value).ok_or_else(|| self.fault(wanted))).transpose()
    }

    /// The text that stands here itself.
    pub(super) fn own_text(&self) -> Result<&str, Fault> {
        self.read(Value::as_str, "must be text")?.ok_or_else(|| self.fault("is missing"))
    }

    /// The number that stands here itself.
    pub(super) fn own_number(&self) -> Result<f64, Fault> {
        self.read(Value::as_f64, "must be a number")?.ok_or_else(|| self.fault("must be a number"))
    }

    /// The id that stands here itself (rule D1).
    pub(super) fn own_id<Kind>(&self) -> Result<Id<Kind>, Fault> {
        Id::parse(self.own_text()?).map_err(|error| self.fault(format!("is no id: {error}")))
    }

    /// A text; empty when it is not there.
    pub(super) fn text(&self, name: &str) -> Result<String, Fault> {
        Ok(self.field(name).read(Value::as_str, "must be text")?.unwrap_or_default().to_owned())
    }

    /// A text that must be there.
    pub(super) fn needed(&self, name: &str) -> Result<String, Fault> {
        self.field(name).own_text().map(str::to_owned)
    }

    /// A number, where there is one.
    pub(super) fn number(&self, name: &str) -> Result<Option<f64>, Fault> {
        self.field(name).read(Value::as_f64, "must be a number")
    }

    /// Yes or no, where it is said.
    pub(super) fn flag(&self, name: &str) -> Result<Option<bool>, Fault> {
        self.field(name).read(Value::as_bool, "must be true or false")
    }

    /// An id that must be there (rule D1).
    pub(super) fn id<Kind>(&self, name: &str) -> Result<Id<Kind>, Fault> {
        self.field(name).own_id()
    }

    /// The `id` of this object, which no other of its list has (rule D1).
    pub(super) fn fresh_id<Kind>(&self, seen: &mut BTreeSet<String>) -> Result<Id<Kind>, Fault> {
        let id: Id<Kind> = self.id("id")?;
        if seen.insert(id.to_string()) {
            return Ok(id);
        }
        Err(self.field("id").fault(format!("is “{id}”, which stands in this list a second time")))
    }

    /// One of a few words, where it is said.
    pub(super) fn choice<T: FromStr<Err: ToString>>(&self, name: &str) -> Result<Option<T>, Fault> {
        let place = self.field(name);
        let Some(word) = place.read(Value::as_str, "must be text")? else { return Ok(None) };
        let wrong = |error: T::Err| place.fault(format!("{}, not “{}”", error.to_string(), shown(word)));
        word.parse().map(Some).map_err(wrong)
    }

    /// An object; one that is not there has no fields.
    pub(super) fn object<'b>(&'b self, name: &'b str) -> Result<Place<'b>, Fault> {
        let place = self.field(name);
        place.check_object()?;
        Ok(place)
    }

    fn check_object(&self) -> Result<(), Fault> {
        match self.value {
            Some(Value::Object(_)) | None => Ok(()),
            Some(_) => Err(self.fault("must be an object")),
        }
    }

    /// The names of this object's fields.
    pub(super) fn names(&self) -> impl Iterator<Item = &'a str> {
        self.value.and_then(Value::as_object).into_iter().flatten().map(|(name, _)| name.as_str())
    }

    /// The value as JSON, where there is one.
    pub(super) fn raw(&self) -> Option<&'a Value> {
        self.value
    }

    /// Reads each item of a list of objects; a list that is not there has none.
    pub(super) fn each<T>(
        &self,
        name: &str,
        mut read: impl FnMut(usize, &Place<'_>) -> Result<T, Fault>,
    ) -> Result<Vec<T>, Fault> {
        self.every(name, |index, item| {
            item.check_object()?;
            read(index, item)
        })
    }

    /// Reads each item of a list of anything.
    pub(super) fn every<T>(
        &self,
        name: &str,
        mut read: impl FnMut(usize, &Place<'_>) -> Result<T, Fault>,
    ) -> Result<Vec<T>, Fault> {
        let list = self.field(name);
        let items = list.read(Value::as_array, "must be a list")?.map_or(&[][..], Vec::as_slice);
        let item = |(index, value)| {
            read(index, &Place { value: Some(value), step: Step::Item(index), parent: Some(&list) })
        };
        items.iter().enumerate().map(item).collect()
    }
}

/// A wrong word, short enough to show.
pub(super) fn shown(word: &str) -> String {
    let cut: String = word.chars().take(SHOWN).collect();
    if cut.len() < word.len() { format!("{cut}…") } else { cut }
}
