//! From an outline to cards: a new project, or an edit of one.

use std::collections::BTreeMap;

use model::{
    Card, CardId, Change, Edit, Level, Link, Order, Project,
    action::{Board, NewCard, Pen, Spot, paste},
};

use super::{Effect, Outline, OutlineLink};

/// A project's title that is made of its aim has at most about so many characters.
const TITLE: usize = 80;

impl Outline {
    /// A project with this diagram. `new_id` gives fresh ids.
    pub fn project(&self, pen: &Pen, new_id: impl FnMut() -> CardId) -> Project {
        let ids: Vec<CardId> = std::iter::repeat_with(new_id).take(self.cards.len()).collect();
        let cards = self.cards(&ids, pen).into_iter().map(|card| (card.id.clone(), card));
        let links = self.links(&ids, pen).into_iter().map(|link| (link.key.clone(), link));
        let aim = self.cards.iter().find(|card| card.level == Level::Aim);
        Project {
            title: aim.map_or(String::new(), |aim| title(&aim.text)),
            cards: cards.collect(),
            links: links.collect(),
            ..Project::default()
        }
    }

    /// The edit that pastes this at a spot, behind what stands there. `new_id` gives fresh ids.
    pub fn edit(&self, (board, spot): (Board<'_>, &Spot), pen: &Pen, new_id: impl FnMut() -> CardId) -> Edit {
        let ids: Vec<CardId> = std::iter::repeat_with(new_id).take(self.cards.len()).collect();
        let outermost = self.outermost(spot);
        let new = outermost
            .iter()
            .map(|place| NewCard { id: ids[*place].clone(), text: self.cards[*place].text.clone() });
        let mut edit = paste(board, spot, new.collect(), pen);
        let levels: BTreeMap<&CardId, Level> =
            ids.iter().zip(self.cards.iter().map(|card| card.level)).collect();
        for change in &mut edit.changes {
            if let Change::AddCard(card) = change {
                card.level = levels[&card.id];
            }
        }
        let inner = |(place, card)| Some(card).filter(|_| outermost.binary_search(&place).is_err());
        let cards = self.cards(&ids, pen).into_iter().enumerate().filter_map(inner);
        edit.changes.extend(cards.map(|card| Change::AddCard(Box::new(card))));
        edit.changes.extend(self.links(&ids, pen).into_iter().map(|link| Change::Link(Box::new(link))));
        edit
    }

    /// The cards that stand at the spot itself, by their places, ascending.
    fn outermost(&self, spot: &Spot) -> Vec<usize> {
        let on_ground = |link: &&OutlineLink| link.to == Effect::Ground;
        let mut places: Vec<usize> = if spot.parent.is_some() {
            self.links.iter().filter(on_ground).map(|link| link.from).collect()
        } else {
            let mut linked = vec![false; self.cards.len()];
            self.links.iter().for_each(|link| linked[link.from] = true);
            (0..self.cards.len()).filter(|place| !linked[*place]).collect()
        };
        places.sort_unstable();
        places
    }

    fn cards(&self, ids: &[CardId], pen: &Pen) -> Vec<Card> {
        let orders = Order::run(None, None, self.cards.len(), pen.jitter);
        let card = |((card, id), order): ((&super::OutlineCard, &CardId), Order)| Card {
            order,
            by: pen.by.clone(),
            at: pen.at,
            ..Card::new(id.clone(), card.level, card.text.clone())
        };
        self.cards.iter().zip(ids).zip(orders).map(card).collect()
    }

    /// The links among the cards, each behind those before it.
    fn links(&self, ids: &[CardId], pen: &Pen) -> Vec<Link> {
        let orders = Order::run(None, None, self.links.len(), pen.jitter);
        let link = |(link, order): (&OutlineLink, Order)| match link.to {
            Effect::Card(effect) => Some(Link::new(ids[link.from].clone(), ids[effect].clone(), order)),
            Effect::Ground => None,
        };
        self.links.iter().zip(orders).filter_map(link).collect()
    }
}

/// An aim as a title: cut at a word where it is long.
fn title(aim: &str) -> String {
    let Some((end, _)) = aim.char_indices().nth(TITLE) else { return aim.to_owned() };
    let cut = aim[..end].rfind(char::is_whitespace).unwrap_or(end);
    format!("{}…", aim[..cut].trim_end())
}
