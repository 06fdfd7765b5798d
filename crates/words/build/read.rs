//! Reads the Fluent files of one language.

use std::{collections::BTreeMap, fs, path::Path};

use fluent_syntax::ast::{Entry, Pattern};
use fluent_syntax::parser;

/// The messages of one language, by id. Terms keep their dash.
pub(crate) type Catalogue = BTreeMap<String, Pattern<String>>;

/// All messages of a folder. Whatever Fluent allows and we do not use is refused with its place.
pub(crate) fn catalogue(folder: &Path) -> Catalogue {
    let mut messages = Catalogue::new();
    for entry in fs::read_dir(folder).unwrap_or_else(|error| panic!("{}: {error}", folder.display())) {
        let path = entry.expect("a folder can be listed").path();
        if path.extension().is_none_or(|kind| kind != "ftl") {
            continue;
        }
        let text = fs::read_to_string(&path).unwrap_or_else(|error| panic!("{}: {error}", path.display()));
        let resource =
            parser::parse(text).unwrap_or_else(|(_, errors)| panic!("{}: {errors:?}", path.display()));
        for entry in resource.body {
            let (id, pattern) = match entry {
                Entry::Message(message) if message.attributes.is_empty() => (message.id.name, message.value),
                Entry::Term(term) if term.attributes.is_empty() => {
                    (format!("-{}", term.id.name), Some(term.value))
                }
                Entry::Comment(_) | Entry::GroupComment(_) | Entry::ResourceComment(_) => continue,
                other => panic!("{}: no attributes, and nothing unreadable: {other:?}", path.display()),
            };
            let pattern = pattern.unwrap_or_else(|| panic!("{}: {id} says nothing", path.display()));
            let twice = messages.insert(id.clone(), pattern);
            assert!(twice.is_none(), "{}: {id} is there twice", path.display());
        }
    }
    messages
}
