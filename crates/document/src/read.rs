//! Reading: from a shared document, whatever is in it, to a project. It never fails, and says the same everywhere (rule D11).

use std::collections::BTreeMap;

use model::{Project, TextField, id::Id};
use yrs::{Any, GetString, Map, MapRef, Out, ReadTxn, TextRef};

use crate::{
    roots::Roots,
    schema::{self, Root, field},
    touched::Touched,
};

use value::{Nested, Scalars};

mod charter;
mod cycles;
mod diagram;
mod measures;
mod remarks;
pub(crate) mod value;

/// A document while it is read.
pub(crate) struct Reading<'a, T> {
    pub(crate) transaction: &'a T,
    pub(crate) roots: &'a Roots,
}

/// All of a kind, or one of them.
#[derive(Clone, Copy)]
pub(crate) enum Which<'a> {
    All,
    One(&'a str),
}

impl Which<'_> {
    /// Whether a key that begins with an owner can be about what is wanted.
    fn begins(self, key: &str) -> bool {
        match self {
            Which::All => true,
            Which::One(owner) => key.starts_with(owner),
        }
    }
}

impl<'a, T: ReadTxn> Reading<'a, T> {
    /// The whole project.
    pub(crate) fn project(&self) -> Project {
        let meta = Nested { transaction: self.transaction, map: self.roots.map(Root::Meta).clone() };
        Project {
            title: self.text(&TextField::Title).unwrap_or_default(),
            language: meta.word(field::LANGUAGE),
            created_at: meta.number(field::CREATED_AT).unwrap_or_default(),
            from: meta.word(field::FROM),
            charter: self.charter(),
            cards: self.cards(Which::All),
            links: self.links(),
            measures: self.measures(Which::All),
            cycles: self.cycles(Which::All),
            comments: self.comments(),
            contributions: self.contributions(),
            votes: self.votes(),
            dismissed: self.dismissed(),
            extra: self.extra(),
        }
    }

    /// Reads again what was touched, and nothing else.
    pub(crate) fn patch(&self, project: &mut Project, touched: &Touched) {
        if touched.title {
            project.title = self.text(&TextField::Title).unwrap_or_default();
        }
        if touched.charter {
            project.charter = self.charter();
        }
        for id in &touched.cards {
            put(&mut project.cards, id, self.cards(Which::One(id.as_str())).remove(id));
        }
        for key in &touched.links {
            put(&mut project.links, key, self.link(key));
        }
        for id in &touched.measures {
            put(&mut project.measures, id, self.measures(Which::One(id.as_str())).remove(id));
        }
        for id in &touched.cycles {
            put(&mut project.cycles, id, self.cycles(Which::One(id.as_str())).remove(id));
        }
        self.patch_rest(project, touched);
    }

    fn patch_rest(&self, project: &mut Project, touched: &Touched) {
        if touched.meta {
            let meta = Nested { transaction: self.transaction, map: self.roots.map(Root::Meta).clone() };
            project.language = meta.word(field::LANGUAGE);
            project.created_at = meta.number(field::CREATED_AT).unwrap_or_default();
            project.from = meta.word(field::FROM);
        }
        if touched.comments {
            project.comments = self.comments();
        }
        if touched.contributions {
            project.contributions = self.contributions();
        }
        if touched.votes {
            project.votes = self.votes();
        }
        if touched.dismissed {
            project.dismissed = self.dismissed();
        }
        if touched.extra {
            project.extra = self.extra();
        }
    }

    /// The lowest schema that may write this document; 1 where it is not said.
    pub(crate) fn min_writer(&self) -> f64 {
        let meta = Nested { transaction: self.transaction, map: self.roots.map(Root::Meta).clone() };
        meta.number(field::MIN_WRITER).unwrap_or(1.0)
    }

    /// One text; none where what it belongs to does not exist.
    pub(crate) fn text(&self, field: &TextField) -> Option<String> {
        self.text_ref(field).map(|text| text.get_string(self.transaction))
    }

    /// Where one text lies.
    pub(crate) fn text_ref(&self, field: &TextField) -> Option<TextRef> {
        if let Some(text) = self.roots.text(field) {
            return Some(text.clone());
        }
        let (root, entry, key) = schema::nested_text(field)?;
        match self.nested_map(root, &entry)?.get(self.transaction, key) {
            Some(Out::YText(text)) => Some(text),
            _ => None,
        }
    }

    /// The nested Map under a root's key.
    pub(crate) fn nested_map(&self, root: Root, entry: &str) -> Option<MapRef> {
        match self.roots.map(root).get(self.transaction, entry) {
            Some(Out::YMap(map)) => Some(map),
            _ => None,
        }
    }

    /// The nested Maps of a root whose keys are ids, in the order of their ids.
    fn things<Kind>(&self, root: Root, which: Which<'_>) -> Vec<(Id<Kind>, Nested<'a, T>)> {
        let map = self.roots.map(root);
        let nested = |key: &str, value: Out| match (Id::parse(key), value) {
            (Ok(id), Out::YMap(map)) => Some((id, Nested { transaction: self.transaction, map })),
            _ => None,
        };
        if let Which::One(key) = which {
            return map.get(self.transaction, key).and_then(|value| nested(key, value)).into_iter().collect();
        }
        let mut things: Vec<_> =
            map.iter(self.transaction).filter_map(|(key, value)| nested(key, value)).collect();
        model::sort::by(&mut things, |(left, _), (right, _)| left.cmp(right));
        things
    }

    /// The scalars of a root whose keys begin with what is wanted, in no order.
    fn scalars(&self, root: Root, which: Which<'a>) -> impl Iterator<Item = (&'a str, Any)> + use<'a, T> {
        self.roots.map(root).iter(self.transaction).filter_map(move |(key, value)| match value {
            Out::Any(any) if which.begins(key) => Some((key, any)),
            _ => None,
        })
    }
}

fn put<Key: Ord + Clone, Value>(map: &mut BTreeMap<Key, Value>, key: &Key, value: Option<Value>) {
    match value {
        Some(value) => map.insert(key.clone(), value),
        None => map.remove(key),
    };
}
