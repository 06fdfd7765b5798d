//! Generated projects: as large as wished, the same for the same seed.

use model::{Card, CardId, Level, Link, Order, Project, Status, Strength};

const WORDS: [&str; 24] = [
    "ward",
    "team",
    "every",
    "patient",
    "handover",
    "within",
    "hours",
    "medicines",
    "shared",
    "round",
    "people",
    "know",
    "early",
    "discharge",
    "summary",
    "from",
    "night",
    "staff",
    "checklist",
    "family",
    "rehabilitation",
    "the",
    "and",
    "on",
];
const STATUSES: [Option<Status>; 4] =
    [None, Some(Status::Suggested), Some(Status::Testing), Some(Status::Adopted)];

/// A small generator of numbers.
struct Numbers(u64);

impl Numbers {
    /// The next number below a limit.
    fn below(&mut self, limit: usize) -> usize {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        (self.0 >> 33) as usize % limit
    }

    fn text(&mut self) -> String {
        let count = 3 + self.below(10);
        (0..count).map(|_| WORDS[self.below(WORDS.len())]).collect::<Vec<_>>().join(" ")
    }
}

/// A project with so many cards: an aim, about five children a card, some cards shared, some links that skip a level,
/// some cards without a link.
pub(crate) fn generate(count: usize, seed: u64) -> Project {
    let mut numbers = Numbers(seed);
    let mut project = Project { title: format!("Generated, {count} cards"), ..Project::default() };
    let orders = Order::run(None, None, count.max(1), 0);
    let mut cards: Vec<Card> = Vec::with_capacity(count);
    for (index, order) in orders.into_iter().take(count).enumerate() {
        let level = level_of(index, count);
        let id = CardId::parse(&format!("c{index}")).unwrap();
        let mut card = Card::new(id, level, numbers.text());
        card.status = if level == Level::Idea { STATUSES[numbers.below(STATUSES.len())] } else { None };
        card.order = order.clone();
        link(&mut project, &mut numbers, &cards, &card);
        cards.push(card);
    }
    project.cards = cards.into_iter().map(|card| (card.id.clone(), card)).collect();
    project
}

/// One aim, then about a tenth of primary and a quarter of secondary drivers, a few tertiary ones, the rest ideas.
fn level_of(index: usize, count: usize) -> Level {
    match index * 100 / count.max(1) {
        _ if index == 0 => Level::Aim,
        0..12 => Level::Primary,
        12..38 => Level::Secondary,
        38..42 => Level::Tertiary,
        _ => Level::Idea,
    }
}

fn link(project: &mut Project, numbers: &mut Numbers, above: &[Card], card: &Card) {
    let parents: Vec<&Card> = above.iter().filter(|parent| card.level.can_drive(parent.level)).collect();
    // A parent of the next column mostly, one further left now and then.
    let near = parents.iter().rposition(|parent| Some(parent.level) == card.level.higher());
    let links = [1, 1, 1, 1, 2, 2, 3, 0][numbers.below(8)];
    for _ in 0..if card.level == Level::Primary { 1 } else { links } {
        let skip = numbers.below(12) == 0 || near.is_none();
        let choice = if skip { parents.len() } else { near.unwrap_or_default() + 1 };
        let Some(parent) = parents.get(numbers.below(choice.max(1))) else { continue };
        let order = Order::between(Some(&card.order), None, numbers.below(1 << 20) as u64);
        let mut link = Link::new(card.id.clone(), parent.id.clone(), order);
        if numbers.below(5) == 0 {
            link.strength = Strength::Weak;
        }
        project.links.insert(link.key.clone(), link);
    }
}
