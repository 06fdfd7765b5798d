//! What others do, said to those who listen: gathered, by name where it can be known (rule U2).

use leptos::prelude::*;
use model::CardId;

use super::ProjectState;
use super::document::Doing;
use super::presence::Participant;
use crate::language::say;
use crate::sync::Peer;
use crate::ui::Heard;

/// More cards than so many at once are one doing.
const MANY: usize = 10;

/// Says what others did to cards.
pub(super) fn tell(state: &ProjectState, doings: &[(CardId, Doing)]) {
    if doings.len() > MANY {
        let what = say().others_many(doings.len());
        return hear(state, say().others_somebody(), (what, String::new()));
    }
    let others = state.presence.others.read_untracked();
    for (card, doing) in doings {
        let who = who(&others, card);
        hear(state, who, (words(*doing), card.to_string()));
    }
}

/// Takes in who came, moved or went, and says who came and who went.
pub(super) fn meet(state: &ProjectState, peers: &[Peer]) {
    let names = |state: &ProjectState| -> Vec<(u64, String)> {
        let others = state.presence.others.read_untracked();
        others.iter().map(|other| (other.client_id, other.presence.name.clone())).collect()
    };
    let before = names(state);
    state.presence.patch(peers);
    let now = names(state);
    let missing = |from: &[(u64, String)], id: u64| from.iter().all(|(other, _)| *other != id);
    let said = |people: &[(u64, String)], others: &[(u64, String)], what: &str| {
        for (id, name) in people.iter().filter(|(id, _)| missing(others, *id)) {
            hear(state, name, (what.to_owned(), id.to_string()));
        }
    };
    said(&now, &before, say().others_came());
    said(&before, &now, say().others_left());
}

fn hear(state: &ProjectState, who: &str, (what, about): (String, String)) {
    state.session.live.hear(Heard { who: who.to_owned(), what, about });
}

fn words(doing: Doing) -> String {
    match doing {
        Doing::Added => say().others_added(),
        Doing::Written => say().others_wrote(),
        Doing::Deleted => say().others_deleted(),
        Doing::Restored => say().others_restored(),
        Doing::Changed => say().others_changed(),
    }
    .to_owned()
}

/// An edit does not say whose it is: it is of the one who is in that card, or of the only one who is here.
fn who<'a>(others: &'a [Participant], card: &CardId) -> &'a str {
    let mut inside = others.iter().filter(|other| other.presence.card.as_ref() == Some(card));
    match (inside.next(), inside.next(), others) {
        (Some(one), None, _) | (None, None, [one]) => &one.presence.name,
        _ => say().others_somebody(),
    }
}

#[cfg(test)]
mod tests {
    use document::presence::Presence;

    use super::*;

    fn someone(client_id: u64, name: &str, card: Option<&str>) -> Participant {
        let presence = Presence {
            name: name.to_owned(),
            card: card.map(|card| CardId::parse(card).unwrap()),
            ..Presence::default()
        };
        Participant { client_id, presence }
    }

    #[test]
    fn u2_a_doing_has_a_name_only_where_it_can_be_known() {
        let card = CardId::parse("p1").unwrap();
        let (sam, amina) = (someone(1, "Sam", None), someone(2, "Amina", Some("p1")));
        let other = someone(3, "Lee", Some("p1"));
        for (others, expected) in [
            (vec![], "Somebody"),
            (vec![sam.clone()], "Sam"),
            (vec![sam.clone(), amina.clone()], "Amina"),
            (vec![amina.clone(), other], "Somebody"),
            (vec![sam.clone(), someone(4, "Kit", None)], "Somebody"),
        ] {
            assert_eq!(who(&others, &card), expected, "{others:?}");
        }
    }
}
