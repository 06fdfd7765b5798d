//! The same project as text: a flat tree in causal order, equal to the picture.

use std::ops::Range;
use std::sync::Arc;

use leptos::prelude::*;
use model::CardId;

use crate::diagram::picture::PictureState;
use crate::state::session::SessionState;

pub mod commands;
pub mod list;
pub mod row;
pub mod rows;
pub mod walk;
pub mod window;
pub mod writing;

use rows::{RowKey, Rows};

/// The rows as they are now, and what was typed to find one.
#[derive(Clone, Copy)]
pub struct OutlineState {
    /// The rows.
    pub rows: Memo<Arc<Rows>>,
    /// The row the keyboard is on; none where the card one is on has no row.
    pub current: Memo<Option<RowKey>>,
    /// Which of the rows are in the page.
    pub drawn: RwSignal<Range<usize>>,
    /// Letters typed one after another, and when the last was, in milliseconds since 1970.
    pub typed: StoredValue<(String, f64)>,
}

impl OutlineState {
    /// The outline of what the picture shows.
    pub fn new(session: &SessionState, picture: &PictureState) -> Self {
        let (structure, view, card) = (picture.open, session.view, session.current);
        let rows = Memo::new(move |_| {
            Arc::new(structure.with(|structure| view.closed.with(|closed| Rows::of(structure, closed))))
        });
        let current = Memo::new(move |_| {
            let card: CardId = card.get()?;
            rows.read().of_card(&card, view.under.get().as_ref()).map(|row| row.key.clone())
        });
        Self { rows, current, drawn: RwSignal::new(0..0), typed: StoredValue::default() }
    }
}
