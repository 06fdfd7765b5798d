//! Schema 1: the names of everything in a shared document, in one place. Names, once released, never change.

use model::{
    CardId, CycleId, LinkKey, MeasureId, TextField,
    cycle::CycleText,
    edit::{QuestionText, Subject},
    id::{EntryId, Id},
};

/// The schema that this build writes.
pub const SCHEMA: u32 = 1;

/// Whether a person's own changes of a root can be undone.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Undo {
    Tracked,
    Never,
}

/// The root Y.Maps.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(crate) enum Root {
    Meta,
    Team,
    Milestones,
    Readiness,
    Cards,
    CardTags,
    Links,
    Evidence,
    Measures,
    MeasureCards,
    DefinitionNotes,
    Observations,
    Cycles,
    Questions,
    Tasks,
    Contributions,
    Comments,
    Votes,
    Dismissed,
    Extra,
}

/// The root Y.Maps with their names, each at the place of its number.
pub(crate) const ROOTS: [(Root, &str, Undo); 20] = [
    (Root::Meta, "meta", Undo::Tracked),
    (Root::Team, "team", Undo::Tracked),
    (Root::Milestones, "milestones", Undo::Tracked),
    (Root::Readiness, "readiness", Undo::Tracked),
    (Root::Cards, "cards", Undo::Tracked),
    (Root::CardTags, "card_tags", Undo::Tracked),
    (Root::Links, "links", Undo::Tracked),
    (Root::Evidence, "evidence", Undo::Tracked),
    (Root::Measures, "measures", Undo::Tracked),
    (Root::MeasureCards, "measure_cards", Undo::Tracked),
    (Root::DefinitionNotes, "definition_notes", Undo::Tracked),
    (Root::Observations, "observations", Undo::Tracked),
    (Root::Cycles, "cycles", Undo::Tracked),
    (Root::Questions, "questions", Undo::Tracked),
    (Root::Tasks, "tasks", Undo::Tracked),
    (Root::Contributions, "contributions", Undo::Never),
    (Root::Comments, "comments", Undo::Never),
    (Root::Votes, "votes", Undo::Never),
    (Root::Dismissed, "dismissed", Undo::Tracked),
    (Root::Extra, "extra", Undo::Tracked),
];

/// The root Y.Texts. A root needs no creation, so two people cannot create it twice.
pub(crate) const ROOT_TEXTS: [(TextField, &str); 7] = [
    (TextField::Title, "title"),
    (TextField::Why, "charter/why"),
    (TextField::Scope, "charter/scope"),
    (TextField::ProtectedTime, "charter/protected_time"),
    (TextField::MessageWhy, "charter/message_why"),
    (TextField::MessageWhat, "charter/message_what"),
    (TextField::MessageBenefits, "charter/message_benefits"),
];

/// The keys inside nested Maps and scalars.
pub(crate) mod field {
    pub(crate) const ACT: &str = "act";
    pub(crate) const ADDRESS: &str = "address";
    pub(crate) const AT: &str = "at";
    pub(crate) const AUTHOR: &str = "author";
    pub(crate) const BY: &str = "by";
    pub(crate) const CARRIED_OUT: &str = "carried_out";
    pub(crate) const CREATED_AT: &str = "created_at";
    pub(crate) const DATE: &str = "date";
    pub(crate) const DEFINITION: &str = "definition";
    pub(crate) const DELETED: &str = "deleted";
    pub(crate) const DENOMINATOR: &str = "d";
    pub(crate) const DIRECTION: &str = "direction";
    pub(crate) const DONE: &str = "done";
    pub(crate) const EFFORT: &str = "effort";
    pub(crate) const END: &str = "end";
    pub(crate) const FROM: &str = "from";
    pub(crate) const GHOST: &str = "ghost";
    pub(crate) const GOAL_DATE: &str = "goal_date";
    pub(crate) const IDEA: &str = "idea";
    pub(crate) const IMPACT: &str = "impact";
    pub(crate) const KIND: &str = "kind";
    pub(crate) const LANGUAGE: &str = "lang";
    pub(crate) const LEVEL: &str = "level";
    pub(crate) const MATCHED: &str = "matched";
    pub(crate) const MATTERS: &str = "matters";
    pub(crate) const MIN_WRITER: &str = "min_writer";
    pub(crate) const NAME: &str = "name";
    pub(crate) const NOTE: &str = "note";
    pub(crate) const NUMBER: &str = "number";
    pub(crate) const NUMERATOR: &str = "n";
    pub(crate) const ON: &str = "on";
    pub(crate) const ORDER: &str = "order";
    pub(crate) const OWNER: &str = "owner";
    pub(crate) const REASON: &str = "reason";
    pub(crate) const REPLY_TO: &str = "reply_to";
    pub(crate) const ROLE: &str = "role";
    pub(crate) const SCALE: &str = "scale";
    pub(crate) const SCHEMA: &str = "schema";
    pub(crate) const SCORE: &str = "score";
    pub(crate) const SCREEN: &str = "screen";
    pub(crate) const START: &str = "start";
    pub(crate) const STATE: &str = "state";
    pub(crate) const STATEMENT: &str = "statement";
    pub(crate) const STATUS: &str = "status";
    pub(crate) const TEXT: &str = "text";
    pub(crate) const VALUE: &str = "v";
    pub(crate) const VALUES: &str = "values";
    pub(crate) const WHAT: &str = "what";
    pub(crate) const WHEN: &str = "when";
    pub(crate) const WHERE: &str = "where";
    pub(crate) const WHO: &str = "who";
}

/// What stands behind `#` in a key.
pub(crate) mod part {
    pub(crate) const REPLY: &str = "reply";
    pub(crate) const RESOLVED: &str = "resolved";
    pub(crate) const STATUS: &str = "status";
    pub(crate) const STRENGTH: &str = "strength";
    pub(crate) const WHY: &str = "why";
}

/// The texts of a question and their keys.
pub(crate) const QUESTION_TEXTS: [(QuestionText, &str); 3] = [
    (QuestionText::Question, "question"),
    (QuestionText::Prediction, "prediction"),
    (QuestionText::Result, "result"),
];

/// The key of one text of a question.
pub(crate) fn question_text(text: QuestionText) -> &'static str {
    let row = QUESTION_TEXTS.iter().find(|(field, _)| *field == text);
    row.map(|(_, key)| *key).expect("the table names every text of a question")
}

/// Where a text that lies in a nested Map is: its root, the key of the Map, and the key within.
pub(crate) fn nested_text(text: &TextField) -> Option<(Root, String, &'static str)> {
    Some(match text {
        TextField::CardText(card) => (Root::Cards, card.to_string(), field::TEXT),
        TextField::CardNote(card) => (Root::Cards, card.to_string(), field::NOTE),
        TextField::MeasureName(measure) => (Root::Measures, measure.to_string(), field::NAME),
        TextField::MeasureDefinition(measure) => (Root::Measures, measure.to_string(), field::DEFINITION),
        TextField::Cycle(cycle, text) => (Root::Cycles, cycle.to_string(), text.as_str()),
        TextField::Question(cycle, id, text) => (Root::Questions, listed(cycle, id), question_text(*text)),
        _ => return None,
    })
}

/// The texts of the thing under `key` in a root; none for a root or key that has none.
pub(crate) fn texts_of(root: Root, key: &str) -> Vec<(TextField, &'static str)> {
    match root {
        Root::Cards => CardId::parse(key).map_or(Vec::new(), |card| {
            vec![(TextField::CardText(card.clone()), field::TEXT), (TextField::CardNote(card), field::NOTE)]
        }),
        Root::Measures => MeasureId::parse(key).map_or(Vec::new(), |measure| {
            let definition = TextField::MeasureDefinition(measure.clone());
            vec![(TextField::MeasureName(measure), field::NAME), (definition, field::DEFINITION)]
        }),
        Root::Cycles => CycleId::parse(key).map_or(Vec::new(), |cycle| {
            let text = |text: CycleText| (TextField::Cycle(cycle.clone(), text), text.as_str());
            CycleText::ALL.map(text).into()
        }),
        Root::Questions => split_listed::<model::id::kind::Cycle>(key).map_or(Vec::new(), |(cycle, id)| {
            let text = |(text, key)| (TextField::Question(cycle.clone(), id.clone(), text), key);
            QUESTION_TEXTS.map(text).into()
        }),
        _ => Vec::new(),
    }
}

/// How a text is named where it is pointed at: the root's name, or `<root>/<key>/<text>`.
pub(crate) fn text_name(text: &TextField) -> String {
    if let Some((_, name)) = ROOT_TEXTS.iter().find(|(field, _)| field == text) {
        return (*name).to_owned();
    }
    let (root, entry, key) = nested_text(text).expect("a text that is no root lies in a nested Map");
    format!("{}/{entry}/{key}", ROOTS[root as usize].1)
}

/// Reads the name of a text.
pub(crate) fn text_of_name(name: &str) -> Option<TextField> {
    if let Some((field, _)) = ROOT_TEXTS.iter().find(|(_, root)| *root == name) {
        return Some(field.clone());
    }
    let (root, rest) = name.split_once('/')?;
    let (entry, key) = rest.rsplit_once('/')?;
    let (root, ..) = ROOTS.iter().find(|(_, name, _)| *name == root)?;
    texts_of(*root, entry).into_iter().find(|(_, text)| *text == key).map(|(field, _)| field)
}

/// The key of something listed under an owner: `<owner>/<id>`.
pub(crate) fn listed<Kind>(owner: &Id<Kind>, id: &EntryId) -> String {
    format!("{owner}/{id}")
}

/// Reads `<owner>/<id>`.
pub(crate) fn split_listed<Kind>(key: &str) -> Option<(Id<Kind>, EntryId)> {
    let (owner, id) = key.split_once('/')?;
    Some((Id::parse(owner).ok()?, EntryId::parse(id).ok()?))
}

/// The key of a link's order: `<from>><to>`.
pub(crate) fn link(key: &LinkKey) -> String {
    format!("{}>{}", key.from, key.to)
}

/// Reads `<from>><to>`.
pub(crate) fn split_link(key: &str) -> Option<LinkKey> {
    let (from, to) = key.split_once('>')?;
    Some(LinkKey { from: CardId::parse(from).ok()?, to: CardId::parse(to).ok()? })
}

/// The key of a part of something: `<key>#<part>`.
pub(crate) fn with_part(key: &str, part: &str) -> String {
    format!("{key}#{part}")
}

/// The key of a measure's card: `<measure>><card>`.
pub(crate) fn measure_card(measure: &MeasureId, card: &CardId) -> String {
    format!("{measure}>{card}")
}

/// Reads `<measure>><card>`.
pub(crate) fn split_measure_card(key: &str) -> Option<(MeasureId, CardId)> {
    let (measure, card) = key.split_once('>')?;
    Some((MeasureId::parse(measure).ok()?, CardId::parse(card).ok()?))
}

/// The key of an observation: `<measure>/<yyyy-mm-dd>[~<random>]`.
pub(crate) fn observation(measure: &MeasureId, key: &str) -> String {
    format!("{measure}/{key}")
}

/// Reads the key of an observation.
pub(crate) fn split_observation(key: &str) -> Option<(MeasureId, &str)> {
    let (measure, rest) = key.split_once('/')?;
    is_observation_key(rest).then_some((MeasureId::parse(measure).ok()?, rest))
}

/// Whether a text has the shape `yyyy-mm-dd` or `yyyy-mm-dd~<id>`.
pub(crate) fn is_observation_key(text: &str) -> bool {
    let (date, event) = text.split_once('~').map_or((text, None), |(date, event)| (date, Some(event)));
    let shape = |(place, byte): (usize, u8)| match place {
        4 | 7 => byte == b'-',
        _ => byte.is_ascii_digit(),
    };
    date.len() == 10
        && date.bytes().enumerate().all(shape)
        && event.is_none_or(|event| EntryId::parse(event).is_ok())
}

/// How the subject of evidence is written in keys.
pub(crate) fn subject(subject: &Subject) -> String {
    match subject {
        Subject::Card(card) => card.to_string(),
        Subject::Link(key) => link(key),
    }
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::*;

    #[test]
    fn d1_every_root_stands_at_the_place_of_its_number() {
        for (place, (root, name, _)) in ROOTS.iter().enumerate() {
            assert_eq!(*root as usize, place, "{name}");
        }
    }

    #[test]
    fn d1_every_text_has_a_name_of_its_own() {
        let roots = ROOT_TEXTS.iter().map(|(field, _)| field.clone());
        let nested =
            [(Root::Cards, "a"), (Root::Measures, "a"), (Root::Cycles, "a"), (Root::Questions, "a/b")];
        let nested =
            nested.into_iter().flat_map(|(root, entry)| texts_of(root, entry)).map(|(field, _)| field);
        let fields: BTreeSet<_> = roots.chain(nested).collect();
        let names: BTreeSet<_> = fields.iter().map(text_name).collect();
        assert_eq!((fields.len(), names.len()), (23, 23));
        for field in fields {
            assert_eq!(text_of_name(&text_name(&field)), Some(field));
        }
        for odd in ["", "cards", "cards/a", "cards/a b/text", "cards/a/level", "title/", "links/a>b/why"] {
            assert_eq!(text_of_name(odd), None, "{odd}");
        }
    }

    #[test]
    fn d1_keys_of_another_shape_are_not_read() {
        assert!(split_link("a>b").is_some());
        for odd in ["a", "a>", ">b", "a>b>c", "a b>c", "a>b#why"] {
            assert_eq!(split_link(odd), None, "{odd}");
        }
        for good in ["2024-01-31", "2024-01-31~x1"] {
            assert!(is_observation_key(good), "{good}");
        }
        for odd in ["", "2024-1-31", "2024-01-31~", "2024-01-31~a b", "2024/01/31", "20240131xx"] {
            assert!(!is_observation_key(odd), "{odd}");
        }
    }
}
