//! What the layout promises, over generated diagrams: rules L4 to L10.

#![allow(clippy::unwrap_used)]

mod common;

use std::collections::BTreeMap;

use figure::{
    Input, Layout,
    diagram::{BRANCH_GAP, CARD_GAP, Curve, MARGIN, Placed, Point, SizedCard, layout},
};
use model::{CardId, Level, LinkKey};
use proptest::prelude::*;

fn id(index: usize) -> CardId {
    CardId::parse(&format!("c{index}")).unwrap()
}

/// Any cards and any links, sound or not.
fn any_input() -> impl Strategy<Value = Input> {
    let card = (0usize..5, 0usize..8);
    (prop::collection::vec(card, 0..60), prop::collection::vec((0usize..60, 0usize..60), 0..120)).prop_map(
        |(cards, links)| {
            let cards = cards.into_iter().enumerate().map(|(index, (level, lines))| SizedCard {
                id: id(index),
                level: Level::ALL[level],
                height: 42.0 + 22.0 * lines as f64,
            });
            let links = links.into_iter().map(|(from, to)| LinkKey { from: id(from), to: id(to) });
            Input { cards: cards.collect(), links: links.collect() }
        },
    )
}

/// Cards of which each has one parent in the column to its left.
fn any_tree() -> impl Strategy<Value = Input> {
    (any_input(), any::<prop::sample::Index>()).prop_map(|(mut input, choice)| {
        input.cards.retain(|card| card.level != Level::Tertiary);
        let near = |card: &SizedCard| {
            if card.level == Level::Idea { Some(Level::Secondary) } else { card.level.higher() }
        };
        let parents = |card: &SizedCard| -> Vec<CardId> {
            input
                .cards
                .iter()
                .filter(|parent| Some(parent.level) == near(card))
                .map(|card| card.id.clone())
                .collect()
        };
        let link = |(index, card): (usize, &SizedCard)| {
            let parents = parents(card);
            let place = (index * 7 + choice.index(97)) % parents.len().max(1);
            Some(LinkKey { from: card.id.clone(), to: parents.get(place)?.clone() })
        };
        let links = input.cards.iter().enumerate().filter_map(link).collect();
        Input { links, ..input }
    })
}

fn columns(layout: &Layout) -> BTreeMap<Level, Vec<&Placed>> {
    let mut columns: BTreeMap<Level, Vec<&Placed>> = BTreeMap::new();
    for card in &layout.cards {
        columns.entry(card.level).or_default().push(card);
    }
    for column in columns.values_mut() {
        column.sort_by(|one, other| one.y.total_cmp(&other.y));
    }
    columns
}

fn placed(layout: &Layout) -> BTreeMap<&CardId, &Placed> {
    layout.cards.iter().map(|card| (&card.id, card)).collect()
}

/// The home parent of each card, and all home children in order.
fn homes(layout: &Layout) -> (BTreeMap<&CardId, &CardId>, BTreeMap<&CardId, Vec<&CardId>>) {
    let (mut homes, mut children) = (BTreeMap::new(), BTreeMap::new());
    for LinkKey { from, to } in layout.links.iter().map(|curve| &curve.key) {
        if !homes.contains_key(from) {
            homes.insert(from, to);
            children.entry(to).or_insert_with(Vec::new).push(from);
        }
    }
    (homes, children)
}

/// The cards in the order of the outline.
fn outline<'a>(layout: &'a Layout) -> Vec<&'a CardId> {
    let (homes, children) = homes(layout);
    let mut roots: Vec<&Placed> = layout.cards.iter().filter(|card| !homes.contains_key(&card.id)).collect();
    roots.sort_by_key(|card| card.level);
    let mut waiting: Vec<&'a CardId> = roots.into_iter().rev().map(|card| &card.id).collect();
    let mut rows = Vec::new();
    while let Some(card) = waiting.pop() {
        rows.push(card);
        waiting.extend(children.get(card).into_iter().flatten().rev());
    }
    rows
}

fn point_at(from: Point, [one, two, end]: [Point; 3], share: f64) -> Point {
    let rest = 1.0 - share;
    let weights =
        [rest * rest * rest, 3.0 * rest * rest * share, 3.0 * rest * share * share, share * share * share];
    let points = [from, one, two, end];
    let sum = |part: fn(&Point) -> f64| {
        points.iter().zip(weights).map(|(point, weight)| part(point) * weight).sum()
    };
    Point { x: sum(|point| point.x), y: sum(|point| point.y) }
}

/// Points all along a curve.
fn points(curve: &Curve) -> Vec<Point> {
    let mut from = curve.start;
    let mut points = vec![from];
    for piece in &curve.pieces {
        points.extend((1..=24).map(|step| point_at(from, *piece, f64::from(step) / 24.0)));
        from = piece[2];
    }
    points
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 200, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn l4_cards_of_a_column_keep_their_distance(input in any_input()) {
        for column in columns(&layout(&input)).values() {
            for pair in column.windows(2) {
                prop_assert!(pair[0].y + pair[0].height + CARD_GAP <= pair[1].y, "{:?}", pair);
            }
        }
    }

    #[test]
    fn l5_a_column_keeps_the_order_of_the_outline(input in any_input()) {
        let layout = layout(&input);
        let places: BTreeMap<&CardId, usize> = outline(&layout).into_iter().enumerate().map(|(place, id)| (id, place)).collect();
        prop_assert_eq!(places.len(), input.cards.len());
        for column in columns(&layout).values() {
            prop_assert!(column.windows(2).all(|pair| places[&pair[0].id] < places[&pair[1].id]));
        }
    }

    #[test]
    fn l6_a_card_stands_at_the_middle_of_its_own_children(input in any_tree()) {
        let layout = layout(&input);
        let cards = placed(&layout);
        for (parent, children) in homes(&layout).1 {
            let middle = (cards[children[0]].centre_y() + cards[children[children.len() - 1]].centre_y()) / 2.0;
            prop_assert!((cards[parent].centre_y() - middle).abs() <= 1.0, "{parent} {middle} {:?}", cards[parent]);
        }
    }

    #[test]
    fn l7_the_same_input_gives_the_same_layout(input in any_input()) {
        prop_assert_eq!(layout(&input), layout(&input.clone()));
    }

    #[test]
    fn l7_a_further_link_moves_no_idea_and_no_driver_with_ideas_of_its_own(
        input in any_tree(), from in any::<prop::sample::Index>(), to in 0usize..60,
    ) {
        let before = layout(&input);
        let (_, children) = homes(&before);
        let mut more = input.clone();
        if !input.links.is_empty() {
            more.links.push(LinkKey { from: from.get(&input.links).from.clone(), to: id(to) });
        }
        let after = layout(&more);
        for (one, other) in before.cards.iter().zip(&after.cards) {
            let driver_of_ideas = one.level == Level::Secondary && children.contains_key(&one.id);
            let stays = driver_of_ideas || one.level == Level::Idea;
            prop_assert!(!stays || (one.y - other.y).abs() <= 1.0, "{one:?} {other:?}");
        }
    }

    #[test]
    fn l8_everything_stands_within_the_margins(input in any_input()) {
        let layout = layout(&input);
        for card in &layout.cards {
            prop_assert!(card.x >= MARGIN && card.x + card.width <= layout.width - MARGIN);
            prop_assert!(card.y >= MARGIN && card.y + card.height <= layout.height - MARGIN);
            prop_assert_eq!(card.y, card.y.round());
        }
        for point in layout.links.iter().flat_map(points) {
            prop_assert!(point.x >= MARGIN && point.x <= layout.width - MARGIN);
            prop_assert!(point.y > 0.0 && point.y < layout.height, "{point:?} {}", layout.height);
        }
    }

    #[test]
    fn l9_curves_pass_between_cards(input in any_input()) {
        let layout = layout(&input);
        let cards = placed(&layout);
        for curve in &layout.links {
            let (effect, cause) = (cards[&curve.key.to], cards[&curve.key.from]);
            prop_assert_eq!(curve.start, Point { x: effect.x + effect.width, y: effect.centre_y() });
            prop_assert_eq!(curve.end(), Point { x: cause.x, y: cause.centre_y() });
            for point in points(curve) {
                let inside = layout.cards.iter().find(|card| {
                    let (right, bottom) = (card.x + card.width, card.y + card.height);
                    point.x > card.x && point.x < right && point.y > card.y - 2.0 && point.y < bottom + 2.0
                });
                prop_assert!(inside.is_none(), "{:?} {:?} {:?}", curve.key, point, inside);
            }
        }
    }

    #[test]
    fn l10_links_to_home_parents_never_cross(input in any_input()) {
        let layout = layout(&input);
        let (homes, _) = homes(&layout);
        let home_links = layout.links.iter().filter(|curve| homes[&curve.key.from] == &curve.key.to);
        let mut bends: BTreeMap<u64, Vec<(f64, f64)>> = BTreeMap::new();
        for curve in home_links {
            let mut from = curve.start;
            for piece in &curve.pieces {
                bends.entry(from.x.to_bits()).or_default().push((from.y, piece[2].y));
                from = piece[2];
            }
        }
        for bends in bends.values_mut() {
            bends.sort_by(|one, other| one.0.total_cmp(&other.0).then(one.1.total_cmp(&other.1)));
            prop_assert!(bends.windows(2).all(|pair| pair[0].1 <= pair[1].1), "{bends:?}");
        }
    }
}

#[test]
fn l7_in_the_examples_a_longer_text_moves_nothing_above_it() {
    for name in common::EXAMPLES {
        let input = common::input(&common::example(name));
        let before = layout(&input);
        for (index, card) in input.cards.iter().enumerate().filter(|(_, card)| card.level == Level::Idea) {
            let mut longer = input.clone();
            longer.cards[index].height += 22.0;
            let after = layout(&longer);
            for (one, other) in before.cards.iter().zip(&after.cards) {
                let above = one.level == Level::Idea && one.y < before.cards[index].y;
                assert!(
                    !above || one.y == other.y,
                    "{name}: {} moves {} from {} to {}",
                    card.id,
                    one.id,
                    one.y,
                    other.y
                );
            }
        }
    }
}

#[test]
fn l4_neighbours_with_different_parents_stand_further_apart() {
    let layout = layout(&common::input(&common::example("crisis-care")));
    let (homes, _) = homes(&layout);
    for pair in columns(&layout)[&Level::Idea].windows(2) {
        let room = pair[1].y - pair[0].y - pair[0].height;
        let least = if homes[&pair[0].id] == homes[&pair[1].id] { CARD_GAP } else { BRANCH_GAP };
        assert!(room >= least, "{room} {pair:?}");
    }
}

/// How often the links cross, by the heights at which they stand between each two columns.
fn crossings(layout: &Layout) -> usize {
    let mut gaps: BTreeMap<u64, Vec<(f64, f64)>> = BTreeMap::new();
    for curve in &layout.links {
        let mut from = curve.start;
        for piece in &curve.pieces {
            gaps.entry(from.x.to_bits()).or_default().push((from.y, piece[2].y));
            from = piece[2];
        }
    }
    gaps.values().map(|bends| inversions(bends)).sum()
}

/// Pairs of lines of which the one begins above and ends below the other.
fn inversions(lines: &[(f64, f64)]) -> usize {
    let crosses = |one: &(f64, f64), other: &(f64, f64)| (one.0 - other.0) * (one.1 - other.1) < 0.0;
    lines
        .iter()
        .enumerate()
        .map(|(at, one)| lines[at + 1..].iter().filter(|other| crosses(one, other)).count())
        .sum()
}

/// The fewest crossings that the barycentre heuristic finds in that order of the cards: the columns are gone through to
/// and fro, and where a link passes one, it goes to the middle between its neighbours there.
fn barycentre_bound(layout: &Layout) -> usize {
    let cards = placed(layout);
    let column =
        |id: &CardId| layout.columns.iter().position(|column| column.level == cards[id].level).unwrap();
    // Each link by its heights in the columns from its effect to its cause.
    let mut links: Vec<(usize, Vec<f64>)> = Vec::new();
    for LinkKey { from, to } in layout.links.iter().map(|curve| &curve.key) {
        let (first, last) = (column(to), column(from));
        let mut heights = vec![cards[from].centre_y(); last - first + 1];
        heights[0] = cards[to].centre_y();
        links.push((first, heights));
    }
    let count = |links: &[(usize, Vec<f64>)]| -> usize {
        let gap = |gap: usize| {
            let lines = links.iter().filter_map(|(first, heights)| {
                let at = gap.checked_sub(*first)?;
                Some((*heights.get(at)?, *heights.get(at + 1)?))
            });
            inversions(&lines.collect::<Vec<_>>())
        };
        (0..layout.columns.len()).map(gap).sum()
    };
    let mut best = count(&links);
    for _ in 0..12 {
        for (_, heights) in &mut links {
            for at in 1..heights.len() - 1 {
                heights[at] = (heights[at - 1] + heights[at + 1]) / 2.0;
            }
        }
        best = best.min(count(&links));
    }
    best
}

/// The order of the cards is people's (L5), so only what lies between them can be better or worse.
#[test]
fn l10_links_cross_no_more_often_than_the_order_of_the_cards_asks_for() {
    for name in common::EXAMPLES {
        let layout = layout(&common::input(&common::example(name)));
        let (crossings, bound) = (crossings(&layout), barycentre_bound(&layout));
        assert!(crossings <= bound, "{name}: {crossings} crossings, {bound} by barycentres");
    }
    for seed in 0..20 {
        let layout = layout(&common::input(&common::generate(80, seed)));
        let (crossings, bound) = (crossings(&layout), barycentre_bound(&layout));
        // A link that passes columns runs beside its branch, so that it crosses no home link: half more at most.
        assert!(2 * crossings <= 3 * bound, "{seed}: {crossings} crossings, {bound} by barycentres");
    }
}
