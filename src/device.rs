//! The projects that this device knows, and whether it is a shared computer.

use serde::{Deserialize, Serialize};
use web_sys::Storage;

use crate::api::Keys;
use crate::outbox;

mod shared;

/// A project that was opened here.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Known {
    /// Its id.
    pub id: String,
    /// Its title when it was last open here.
    pub title: String,
    /// The name of the role that this device has.
    pub role: String,
    /// The keys that this device has.
    pub keys: Keys,
    /// When it was last open here, in milliseconds since 1970.
    pub opened_at: u64,
}

/// What this device keeps after the browser is closed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Keeping {
    /// Projects, keys and copies of documents, until they are forgotten.
    Everything,
    /// Nothing: this is a shared computer.
    Nothing,
}

const PROJECTS: &str = "tributary.projects";
const NAME: &str = "tributary.name";
const HUE: &str = "tributary.hue";
const TAB_LEAVES: &str = "tributary.tab_leaves";
const FORGETTING: &str = "tributary.forgetting";
const LANGUAGE: &str = "tributary.language";
const SHOWS: &str = "tributary.shows";
/// All that this device keeps besides the documents.
const KEYS: [&str; 7] = [PROJECTS, NAME, HUE, TAB_LEAVES, FORGETTING, LANGUAGE, SHOWS];

/// The projects that this device knows, the last opened first.
pub fn projects() -> Vec<Known> {
    read(&text(PROJECTS))
}

/// One of them.
pub fn project(id: &str) -> Option<Known> {
    projects().into_iter().find(|known| known.id == id)
}

/// Keeps what is known of a project now. Keys that are not given this time stay.
pub fn remember(known: Known) {
    spare(&known.id);
    write(&remembered(projects(), known));
}

/// Forgets a key that opens nothing any more.
pub fn lose_key(id: &str, key: &str) {
    let mut list = projects();
    list.iter_mut().filter(|known| known.id == id).for_each(|known| known.keys.lose(key));
    write(&list);
}

/// Takes a project from the list, to be forgotten: at the latest when the start page is opened again.
pub fn set_aside(id: &str) {
    let mut left = projects();
    left.retain(|known| known.id != id);
    write(&left);
    let mut ids = set_aside_ids();
    ids.push(id.to_owned());
    put(FORGETTING, &ids.join(" "));
}

/// Takes a project out of those that are to be forgotten, because somebody opens it again.
pub fn spare(id: &str) {
    let mut ids = set_aside_ids();
    let before = ids.len();
    ids.retain(|other| other != id);
    if ids.len() < before {
        put(FORGETTING, &ids.join(" "));
    }
}

/// Forgets the copies of all projects that were set aside.
pub async fn forget_set_aside() {
    for id in set_aside_ids() {
        forget(&id).await;
    }
}

/// Forgets the copy of a project that was set aside and not spared since. Edits that the relay does not have yet are
/// lost with it.
pub async fn forget(id: &str) {
    if set_aside_ids().iter().any(|other| other == id) {
        outbox::forget(id).await;
        spare(id);
    }
}

fn set_aside_ids() -> Vec<String> {
    text(FORGETTING).split_whitespace().map(str::to_owned).collect()
}

/// The name its person goes by; empty when nobody has said one.
pub fn name() -> String {
    text(NAME)
}

/// Keeps that name.
pub fn set_name(name: &str) {
    put(NAME, name);
}

/// The colour its person chose; none before.
pub fn hue() -> Option<u8> {
    text(HUE).parse().ok()
}

/// Keeps that colour.
pub fn set_hue(hue: u8) {
    put(HUE, &hue.to_string());
}

/// Whether Tab leaves a card also while one writes in it.
pub fn tab_leaves() -> bool {
    !text(TAB_LEAVES).is_empty()
}

/// Keeps that.
pub fn set_tab_leaves(leaves: bool) {
    put(TAB_LEAVES, if leaves { "1" } else { "" });
}

/// The tag of the language its person chose; empty before.
pub fn language() -> String {
    text(LANGUAGE)
}

/// Keeps that language.
pub fn set_language(tag: &str) {
    put(LANGUAGE, tag);
}

/// How the diagram was shown last; empty before.
pub fn shows() -> String {
    text(SHOWS)
}

/// Keeps that.
pub fn set_shows(name: &str) {
    put(SHOWS, name);
}

/// Whether this device keeps anything.
pub fn keeping() -> Keeping {
    if shared::is_on() { Keeping::Nothing } else { Keeping::Everything }
}

/// Changes that. On a shared computer the list and the rest move into the session, and copies of documents go, save edits that
/// the relay does not have yet: they go once it has them.
pub async fn keep(keeping: Keeping) {
    let kept = KEYS.map(|key| (key, text(key)));
    let forgotten = match keeping {
        Keeping::Nothing => local(),
        Keeping::Everything => session(),
    };
    for key in KEYS {
        // a storage that refuses to forget has nothing that could be done about it here
        forgotten.as_ref().and_then(|storage| storage.remove_item(key).ok());
    }
    shared::turn(keeping == Keeping::Nothing);
    kept.iter().for_each(|(key, text)| put(key, text));
    if keeping == Keeping::Nothing {
        outbox::forget_copies().await;
    }
}

fn storage() -> Option<Storage> {
    match keeping() {
        Keeping::Everything => local(),
        Keeping::Nothing => session(),
    }
}

fn local() -> Option<Storage> {
    web_sys::window()?.local_storage().ok().flatten()
}

fn session() -> Option<Storage> {
    web_sys::window()?.session_storage().ok().flatten()
}

fn text(key: &str) -> String {
    storage().and_then(|storage| storage.get_item(key).ok().flatten()).unwrap_or_default()
}

fn put(key: &str, text: &str) {
    // a full or forbidden storage only means that it is not there next time
    storage().and_then(|storage| storage.set_item(key, text).ok());
}

fn write(known: &[Known]) {
    put(PROJECTS, &serde_json::to_string(known).expect("a list of texts and numbers is JSON"));
}

/// A list that cannot be read is an empty one, and an entry that cannot be read is left out.
fn read(text: &str) -> Vec<Known> {
    let entries: Vec<serde_json::Value> = serde_json::from_str(text).unwrap_or_default();
    let known = entries.into_iter().filter_map(|entry| serde_json::from_value(entry).ok());
    let mut known: Vec<Known> = known.filter(|known: &Known| !known.id.is_empty()).collect();
    model::sort::by(&mut known, |a, b| b.opened_at.cmp(&a.opened_at).then_with(|| a.id.cmp(&b.id)));
    known
}

fn remembered(mut list: Vec<Known>, mut known: Known) -> Vec<Known> {
    if let Some(place) = list.iter().position(|other| other.id == known.id) {
        let before = list.remove(place);
        known.keys = joined(known.keys, before.keys);
    }
    list.insert(0, known);
    list
}

fn joined(new: Keys, old: Keys) -> Keys {
    Keys {
        owner: new.owner.or(old.owner),
        editor: new.editor.or(old.editor),
        contributor: new.contributor.or(old.contributor),
        viewer: new.viewer.or(old.viewer),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn known(id: &str, opened_at: u64) -> Known {
        Known { id: id.into(), opened_at, ..Known::default() }
    }

    #[test]
    fn a2_a_project_is_listed_once_with_every_key_that_was_ever_given() {
        let owner = Keys { owner: Some("o".into()), ..Keys::default() };
        let editor = Keys { editor: Some("e".into()), ..Keys::default() };
        let list = remembered(vec![known("b", 1)], Known { keys: owner, ..known("a", 2) });
        let list = remembered(list, Known { keys: editor, title: "Title".into(), ..known("a", 3) });
        assert_eq!(list.iter().map(|known| known.id.as_str()).collect::<Vec<_>>(), ["a", "b"]);
        let keys = Keys { owner: Some("o".into()), editor: Some("e".into()), ..Keys::default() };
        assert_eq!((&list[0].keys, list[0].title.as_str()), (&keys, "Title"));
    }

    #[test]
    fn a2_a_broken_list_loses_only_what_is_broken() {
        for (text, expected) in [
            ("", vec![]),
            ("{", vec![]),
            (
                r#"[{"id":"a","opened_at":1},{"id":7},{"title":"no id"},{"id":"b","opened_at":2}]"#,
                vec!["b", "a"],
            ),
        ] {
            let ids: Vec<String> = read(text).into_iter().map(|known| known.id).collect();
            assert_eq!(ids, expected);
        }
    }
}
