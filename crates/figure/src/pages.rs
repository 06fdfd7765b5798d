//! A diagram on pages of one size: slides that are read from the back of a room, and paper.
//!
//! What does not fit on one page in letters that are large enough is split at branches; nothing is ever made smaller
//! than its sheet allows.

mod deck;
mod fit;
mod full;
mod paint;
mod sheet;
mod split;

use model::{CardId, Level, Project};

use crate::{
    colouring::ColourBy,
    picture::{Look, PictureOptions},
    scene::Scene,
    text::{Font, Weight},
};
use deck::{Deck, Item};
pub use sheet::{Paper, Ratio, Sheet};

/// One page before it is painted: which cards stand on it, and under what heading.
#[derive(Debug, Clone, PartialEq)]
struct Page {
    heading: String,
    /// The cards, by their index in the deck, in that order.
    cards: Vec<usize>,
    kind: Kind,
}

/// What a page is for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Kind {
    /// The whole diagram, or its first levels: cards say how many stand below them on other pages.
    Overview,
    Part,
}

/// The diagram as slides: one where it fits, else an overview, a page or more for each branch, and what hangs from
/// nothing last. Slides name nobody: where colours are to say the owner, they say the branch.
pub fn slide(project: &Project, options: &PictureOptions, ratio: Ratio) -> Vec<Scene> {
    let mut options = options.clone();
    if options.colour_by == ColourBy::Owner {
        options.colour_by = ColourBy::Branch;
    }
    let sheet = ratio.sheet();
    let look = look(project, &options, &sheet);
    let deck = Deck::new(&look, sheet);
    let pages = whole(&deck).map_or_else(|| slides(&deck), |page| vec![page]);
    paint::scenes(&deck, pages)
}

/// The diagram on paper: as many pages as it takes, split where a branch ends as far as that leaves no page half empty.
pub fn pages(project: &Project, options: &PictureOptions, paper: Paper) -> Vec<Scene> {
    let sheet = paper.sheet();
    let look = look(project, options, &sheet);
    let deck = Deck::new(&look, sheet);
    let pages = whole(&deck).map_or_else(|| sheets(&deck), |page| vec![page]);
    paint::scenes(&deck, pages)
}

fn look<'a>(project: &'a Project, options: &PictureOptions, sheet: &Sheet) -> Look<'a> {
    Look::new(project, options, Font { weight: Weight::Regular, size: sheet.small })
}

/// Everything on one page, where it fits.
fn whole(deck: &Deck<'_>) -> Option<Page> {
    let cards: Vec<usize> = (0..deck.len()).collect();
    let page = Page { heading: deck.title(), cards, kind: Kind::Overview };
    (page.cards.is_empty() || deck.fits(&page.cards, 1.0)).then_some(page)
}

fn slides(deck: &Deck<'_>) -> Vec<Page> {
    let structure = deck.structure();
    let aim = structure.aim();
    let mut pages = aim.map(|aim| overview(deck, aim)).unwrap_or_default();
    for branch in aim.map_or(&[][..], |aim| structure.children(aim)) {
        if structure.children(branch).is_empty() {
            continue;
        }
        let items = deck.items([branch], aim);
        pages.extend(parts(deck, &items, &deck.text(branch)));
    }
    let rest: Vec<&CardId> = structure.roots().iter().filter(|root| Some(*root) != aim).collect();
    let items = deck.items(rest, None);
    if !items.is_empty() {
        pages.extend(parts(deck, &items, deck.look.words.picture_unlinked()));
    }
    pages
}

/// The aim and as many levels of drivers as fit on one page; where not even what drives the aim fits, several pages.
fn overview(deck: &Deck<'_>, aim: &CardId) -> Vec<Page> {
    let items = deck.items([aim], None);
    let near: Vec<Item> = items.iter().filter(|item| item.depth <= 1).cloned().collect();
    for deepest in [Level::Tertiary, Level::Secondary] {
        let shows = |item: &&Item| item.depth <= 1 || deck.level(item.card) <= deepest;
        let mut cards: Vec<usize> = items.iter().filter(shows).map(|item| item.card).collect();
        model::sort::by_key(&mut cards, |card| *card);
        if deck.fits(&cards, 1.0) {
            return vec![Page { heading: deck.title(), cards, kind: Kind::Overview }];
        }
    }
    let pages = parts(deck, &near, &deck.title());
    pages.into_iter().map(|page| Page { kind: Kind::Overview, ..page }).collect()
}

/// The pages that some cards take, all under one heading, counted where there are several.
fn parts(deck: &Deck<'_>, items: &[Item], heading: &str) -> Vec<Page> {
    let pages = split::spread(deck, items);
    let count = pages.len();
    let named = |(place, cards): (usize, Vec<usize>)| {
        let words = deck.look.words;
        let heading =
            if count == 1 { heading.to_owned() } else { words.picture_part(heading, place + 1, count) };
        Page { heading, cards, kind: Kind::Part }
    };
    pages.into_iter().enumerate().map(named).collect()
}

fn sheets(deck: &Deck<'_>) -> Vec<Page> {
    let items = deck.items(deck.structure().roots(), None);
    let page = |(place, cards): (usize, Vec<usize>)| {
        let title = deck.title();
        let heading = if place == 0 { title } else { deck.look.words.picture_continued(&title) };
        Page { heading, cards, kind: Kind::Part }
    };
    split::spread(deck, &items).into_iter().enumerate().map(page).collect()
}
