//! A diagram as an outline. Reading it gives the same cards, levels and links, and the same order within each column.

use std::{
    cmp::Reverse,
    collections::{BTreeSet, HashMap},
};

use model::{CardId, Level, Project, Structure, action::Board};

use super::line::{on_one_line, written};

/// Writes the diagram of a project; `unlinked` is what stands above what is not linked yet, in the reader's language.
pub fn write_project(project: &Project, unlinked: &str) -> String {
    write(Board::of(project, &Structure::of(project)), unlinked)
}

/// Writes a whole diagram: the first aim and what hangs from it, then under that heading what is not linked yet.
pub fn write(board: Board<'_>, heading: &str) -> String {
    let aim = board.structure.aim();
    let mut unlinked: Vec<&CardId> =
        board.structure.roots().iter().filter(|root| Some(*root) != aim).collect();
    // A driver's depth says its column only as long as nothing further to the left stands before it.
    model::sort::by_key(&mut unlinked, |root| {
        Reverse(board.structure.level(root).filter(|level| *level != Level::Idea))
    });
    let mut writer = Writer::new(board, Level::Aim);
    if let Some(root) = aim {
        writer.branch(root, 0);
    }
    if !unlinked.is_empty() {
        writer.lines.push(Written { depth: 0, text: unlinked_heading(heading) });
    }
    for root in unlinked {
        let depth = writer.depth_of_driver(root).unwrap_or(0);
        writer.by_tabs |= depth > 0;
        writer.branch(root, depth);
    }
    writer.finish()
}

/// A heading as a line of its own.
pub(super) fn unlinked_heading(unlinked: &str) -> String {
    format!("{unlinked}:")
}

/// Writes some cards and what hangs from them, to be pasted elsewhere: each at the left, once.
pub fn write_branches(board: Board<'_>, cards: &[CardId]) -> String {
    let chosen: BTreeSet<&CardId> = cards.iter().collect();
    let mut below = BTreeSet::new();
    for card in cards {
        below.extend(board.structure.hanging_from(std::slice::from_ref(card)).into_iter().skip(1));
    }
    let outermost: Vec<&CardId> = chosen.into_iter().filter(|card| !below.contains(*card)).collect();
    let level = outermost.iter().filter_map(|card| board.structure.level(card)).min().unwrap_or(Level::Aim);
    let mut writer = Writer::new(board, level);
    for card in cards.iter().filter(|card| outermost.contains(card)) {
        writer.branch(card, 0);
    }
    writer.finish()
}

struct Written {
    depth: usize,
    text: String,
}

struct Writer<'a> {
    board: Board<'a>,
    /// The level that stands at the left.
    left: Level,
    lines: Vec<Written>,
    /// The cards of each text that are written, in order.
    texts: HashMap<String, Vec<&'a CardId>>,
    seen: BTreeSet<&'a CardId>,
    /// Whether a driver skips a column, which only tabs can say.
    by_tabs: bool,
}

impl<'a> Writer<'a> {
    fn new(board: Board<'a>, left: Level) -> Self {
        Writer { board, left, lines: vec![], texts: HashMap::new(), seen: BTreeSet::new(), by_tabs: false }
    }

    fn level(&self, card: &CardId) -> Level {
        self.board.structure.level(card).unwrap_or(Level::Idea)
    }

    /// How far right a driver stands; none for an idea, which stands under whatever it hangs from.
    fn depth_of_driver(&self, card: &CardId) -> Option<usize> {
        let level = self.level(card);
        let place = |level| Level::ALL.iter().position(|each| *each == level);
        (level != Level::Idea)
            .then(|| place(level).unwrap_or(0).saturating_sub(place(self.left).unwrap_or(0)))
    }

    fn branch(&mut self, card: &CardId, depth: usize) {
        let Some((card, content)) = self.board.cards.get_key_value(card) else { return };
        let text = on_one_line(&content.text);
        if !self.seen.insert(card) {
            return self.repeat(card, &text, depth);
        }
        let mark = if content.level == Level::Idea { "> " } else { "" };
        self.lines.push(Written { depth, text: format!("{mark}{}", written(&text)) });
        self.texts.entry(text).or_default().push(card);
        for child in self.children(card) {
            let own = self.depth_of_driver(child).unwrap_or(depth + 1).max(depth + 1);
            self.by_tabs |= own > depth + 1;
            self.branch(child, own);
        }
    }

    /// A card's children; drivers that skip columns come first, lest they seem to hang from those that do not.
    fn children(&self, card: &CardId) -> Vec<&'a CardId> {
        let next = self.level(card).lower();
        let mut children: Vec<&CardId> = self.board.structure.children(card).iter().collect();
        let skips = |level: Level| level != Level::Idea && Some(level) > next;
        model::sort::by_key(&mut children, |child| {
            Reverse(Some(self.level(child)).filter(|level| skips(*level)))
        });
        children
    }

    fn repeat(&mut self, card: &CardId, text: &str, depth: usize) {
        let cards = self.texts.get(text).map_or(&[][..], Vec::as_slice);
        let back = cards.iter().rev().position(|each| *each == card).unwrap_or(0) + 1;
        let number = if back == 1 { String::new() } else { back.to_string() };
        self.lines.push(Written { depth, text: format!("={number} {text}") });
    }

    fn finish(mut self) -> String {
        let unmarked = !self.lines.iter().any(|line| line.text.starts_with('>'));
        if unmarked && self.lines.iter().any(|line| line.depth >= 3) {
            // An empty mark says that no line is an idea, however deep it stands.
            self.lines.push(Written { depth: 0, text: ">".into() });
        }
        let step = if self.by_tabs { "\t" } else { "  " };
        let mut text = String::new();
        for line in self.lines {
            text.extend(std::iter::repeat_n(step, line.depth));
            text.push_str(line.text.trim_end());
            text.push('\n');
        }
        text
    }
}
