//! From rows to a tree: what stands under what, and how deep.

use std::collections::{BTreeSet, HashMap};

use model::Level;

use super::{
    Effect, Fault, Ground, OutlineLink,
    line::named,
    source::{Indent, Row, Rows},
};

/// Cards without levels yet.
#[derive(Debug, Clone, Default)]
pub(super) struct Tree {
    pub(super) cards: Vec<TreeCard>,
    pub(super) links: Vec<TreeLink>,
    /// Whether a `>` said which cards are ideas.
    pub(super) marked: bool,
}

#[derive(Debug, Clone)]
pub(super) struct TreeCard {
    pub(super) line: usize,
    pub(super) text: String,
    pub(super) depth: usize,
    pub(super) idea: bool,
    /// A `\` said to take the text as it is.
    pub(super) literal: bool,
    pub(super) level: Option<Level>,
    /// Whether it stands in the part of what is not linked, where depth says the column.
    pub(super) unlinked: bool,
}

#[derive(Debug, Clone)]
pub(super) struct TreeLink {
    pub(super) line: usize,
    pub(super) link: OutlineLink,
}

/// A line that later ones may stand under.
struct Branch {
    width: usize,
    depth: usize,
    card: usize,
}

struct Growth {
    tree: Tree,
    /// The cards of each text, in order.
    texts: HashMap<String, Vec<usize>>,
    branches: Vec<Branch>,
    drawn: BTreeSet<OutlineLink>,
    ground: Ground,
    unlinked: bool,
}

impl Tree {
    pub(super) fn grow(rows: Rows, ground: Ground) -> Result<Self, Fault> {
        let marked = rows.marked;
        let (rows, counted) = widths(rows.rows, ground);
        let tree = Tree { marked, ..Tree::default() };
        let mut growth = Growth {
            tree,
            texts: HashMap::new(),
            branches: Vec::new(),
            drawn: BTreeSet::new(),
            ground,
            unlinked: false,
        };
        for (row, width) in rows {
            if row.line.is_unlinked_heading() && width == 0 {
                growth.unlinked = true;
                growth.branches.clear();
            } else {
                growth.add(row, width, counted)?;
            }
        }
        Ok(growth.tree)
    }
}

/// Whether depth is the number of tabs, or one more than that of the line it stands under.
#[derive(Clone, Copy, PartialEq)]
enum Depth {
    Tabs,
    OneMore,
}

impl Growth {
    fn add(&mut self, row: Row, width: usize, depth: Depth) -> Result<(), Fault> {
        while self.branches.last().is_some_and(|branch| branch.width >= width) {
            self.branches.pop();
        }
        let parent = self.branches.last();
        let depth = match (depth, parent) {
            (Depth::Tabs, _) => width,
            (Depth::OneMore, Some(parent)) => parent.depth + 1,
            (Depth::OneMore, None) if self.unlinked => width / 2,
            (Depth::OneMore, None) => 0,
        };
        let effect = match parent {
            Some(parent) => Some(Effect::Card(parent.card)),
            None => self.ground.effect().filter(|_| !self.unlinked),
        };
        let line = row.number;
        let card = self.card(row, depth)?;
        let link = effect.map(|to| OutlineLink { from: card, to }).filter(|link| self.drawn.insert(*link));
        self.tree.links.extend(link.map(|link| TreeLink { line, link }));
        self.branches.push(Branch { width, depth, card });
        Ok(())
    }

    /// The card of a row: a new one, or the one it repeats.
    fn card(&mut self, row: Row, depth: usize) -> Result<usize, Fault> {
        let text = row.line.text;
        let cards = self.texts.entry(text.clone()).or_default();
        if let Some(back) = row.line.repeats {
            let place = cards.len().checked_sub(back.max(1));
            let card = place.map(|place| cards[place]).or_else(|| self.named_card(&text, back));
            let message = format!("repeats “{}”, but no line before it says that", shown(&text));
            return card.ok_or(Fault { line: row.number, message });
        }
        let card = self.tree.cards.len();
        cards.push(card);
        let (line, level, literal) = (row.number, row.level, row.line.literal);
        // Of what hangs from nothing no depth says that it is an idea; its name does.
        let says_idea = || !literal && named(&text).is_some_and(|(level, _)| level == Level::Idea);
        let idea = row.line.idea || (self.unlinked && depth == 0 && says_idea());
        self.tree.cards.push(TreeCard { line, text, depth, idea, literal, level, unlinked: self.unlinked });
        Ok(card)
    }

    /// The card that says the same behind the name of its level: "= Staffing" for "Primary driver: Staffing".
    fn named_card(&self, text: &str, back: usize) -> Option<usize> {
        let same = |(_, card): &(usize, &TreeCard)| bare(&card.text) == bare(text);
        self.tree.cards.iter().enumerate().rev().filter(same).nth(back.max(1) - 1).map(|(place, _)| place)
    }
}

/// A text without the name of its level.
fn bare(text: &str) -> &str {
    named(text).map_or(text, |(_, rest)| rest)
}

/// A text, short enough to show in a sentence.
pub(super) fn shown(text: &str) -> String {
    let cut: String = text.chars().take(40).collect();
    if cut.len() < text.len() { format!("{cut}…") } else { cut }
}

/// How far each row is indented, with what headings and bullets say where nothing is.
fn widths(rows: Vec<Row>, ground: Ground) -> (Vec<(Row, usize)>, Depth) {
    let depth = if rows.iter().any(|row| row.indent.tabs > 0) { Depth::Tabs } else { Depth::OneMore };
    let width = |indent: Indent| match depth {
        Depth::Tabs => indent.tabs + indent.spaces / 2,
        Depth::OneMore => indent.spaces,
    };
    let least = rows.iter().map(|row| width(row.indent)).min().unwrap_or_default();
    let mut widths: Vec<usize> = rows.iter().map(|row| width(row.indent) - least).collect();
    if widths.iter().all(|width| *width == 0) {
        widths = by_signs(&rows, ground);
    }
    add_headings(&rows, &mut widths);
    // The first line is the aim, however far it is indented: where others stand further left, all go under it.
    if widths.first().is_some_and(|first| *first > 0) || leads_list(&rows, &widths) {
        widths.iter_mut().for_each(|width| *width += 1);
        widths[0] = 0;
    }
    (rows.into_iter().zip(widths).collect(), depth)
}

/// Whether the first line is no item of the list that follows at the same indentation.
fn leads_list(rows: &[Row], widths: &[usize]) -> bool {
    let plain = |row: &Row| row.line.bullet.is_none();
    let mut others = rows.iter().zip(widths).skip(1).filter(|(_, width)| **width == 0).peekable();
    rows.first().is_some_and(plain) && others.peek().is_some() && others.all(|(row, _)| !plain(row))
}

/// The depths of lines without any indentation: each kind of bullet is one deeper than the kind that appeared before it.
/// Where there is none either, the lines stand under the first.
fn by_signs(rows: &[Row], ground: Ground) -> Vec<usize> {
    let mut kinds: Vec<Option<char>> = Vec::new();
    for row in rows.iter().filter(|row| row.line.heading == 0 && !row.line.is_unlinked_heading()) {
        if !kinds.contains(&row.line.bullet) {
            kinds.push(row.line.bullet);
        }
    }
    let linked = rows.iter().position(|row| row.line.is_unlinked_heading()).unwrap_or(rows.len());
    let headed = rows.iter().any(|row| row.line.heading > 0);
    let flat = kinds.len() <= 1 && !headed && ground == Ground::WHOLE;
    let depth = |(place, row): (usize, &Row)| match kinds.iter().position(|kind| *kind == row.line.bullet) {
        _ if row.line.is_unlinked_heading() || row.line.heading > 0 => 0,
        _ if flat => usize::from(place > 0 && place < linked && !rows[0].line.idea),
        kind => kind.unwrap_or_default(),
    };
    rows.iter().enumerate().map(depth).collect()
}

/// Puts what follows a Markdown heading under it, and headings under those with fewer `#`.
fn add_headings(rows: &[Row], widths: &mut [usize]) {
    let levels = || rows.iter().map(|row| row.line.heading);
    let Some(top) = levels().filter(|heading| *heading > 0).min() else { return };
    let mut base = 0;
    for (row, width) in rows.iter().zip(widths) {
        if row.line.heading > 0 {
            base = row.line.heading - top + 1;
            *width = base - 1;
        } else if base > 0 {
            *width += base;
        }
    }
}
