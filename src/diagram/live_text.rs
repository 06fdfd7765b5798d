//! A field in which others may be writing too: their letters come in between mine, and my caret stays where it is
//! (rule D9). An input method is left alone until it has finished.

use document::Anchor;
use document::presence::Caret;
use leptos::prelude::*;
use model::{Change, Edit, TextChange, TextField};
use web_sys::{HtmlTextAreaElement, InputEvent};

use crate::state::ProjectState;

/// One text of the document in one field of the page.
#[derive(Clone, Copy)]
pub struct LiveText {
    state: ProjectState,
    field: StoredValue<TextField>,
    known: StoredValue<Known>,
    element: StoredValue<Option<HtmlTextAreaElement>, LocalStorage>,
}

/// What the field knew last: its text, where its caret was, and whether an input method is composing.
#[derive(Default)]
struct Known {
    text: String,
    caret: Option<(Anchor, Anchor)>,
    composing: bool,
}

impl LiveText {
    /// For that text; what the page shows of it is given by `attach`.
    pub fn new(state: ProjectState, field: TextField) -> Self {
        Self {
            state,
            field: StoredValue::new(field),
            known: StoredValue::new(Known::default()),
            element: StoredValue::new_local(None),
        }
    }

    /// Takes the element, an input or a textarea (what is used of them is the same), and fills it.
    pub fn attach(self, element: HtmlTextAreaElement, text: &str) {
        element.set_value(text);
        self.known.update_value(|known| text.clone_into(&mut known.text));
        self.element.set_value(Some(element));
    }

    /// Takes in what others write, from now on.
    pub fn follow(self, text: impl Fn() -> String + 'static) {
        Effect::new(move |_| {
            let text = text();
            let Some(element) = self.element.get_value() else { return };
            let stale = self.known.with_value(|known| known.text != text && !known.composing);
            if !stale {
                return;
            }
            let caret = self.known.with_value(|known| known.caret.clone());
            element.set_value(&text);
            self.known.update_value(|known| known.text = text);
            let places = caret.and_then(|(start, end)| {
                self.state.with_document(|document| Some((document.place(&start)?, document.place(&end)?)))
            });
            if !has_focus(&element) {
                return;
            }
            if let Some((start, end)) = places {
                put_caret(&element, start, end);
            }
            self.remember_caret();
        });
    }

    /// What was typed since the field was last looked at, as one delete and one insert around the caret, and the text
    /// as it is now. A text of one line takes line breaks as spaces.
    pub fn change(self) -> Option<(TextChange, String)> {
        let element = self.element.get_value()?;
        if self.known.with_value(|known| known.composing) {
            return None;
        }
        let raw = element.value();
        let text = if self.has_lines() { raw.clone() } else { raw.replace(['\r', '\n'], " ") };
        let caret = element.selection_end().ok().flatten().unwrap_or(units(&text));
        if text != raw {
            element.set_value(&text);
            put_caret(&element, caret, caret);
        }
        let before = self.known.with_value(|known| known.text.clone());
        let change = document::text::change(&before, &text, caret);
        self.known.update_value(|known| known.text.clone_from(&text));
        change.map(|change| (change, text))
    }

    /// Writes what was typed into the document.
    pub fn typed(self) {
        if let Some((change, _)) = self.change() {
            self.state.dispatch(&Edit::one(Change::Text(self.field.get_value(), change)));
        }
        self.remember_caret();
    }

    /// An input method has begun: others' letters wait.
    pub fn compose(self) {
        self.known.update_value(|known| known.composing = true);
        self.state.hold();
    }

    /// The input method has finished. False where the field is gone, and with it what was composed.
    pub fn composed(self) -> bool {
        self.known.try_update_value(|known| known.composing = false).is_some()
    }

    /// The input method has finished: what it made is written, and others' letters come in.
    pub fn settle(self) {
        if self.composed() {
            self.typed();
            self.state.release();
        }
    }

    /// The browser's own undo would take back what others wrote; ours takes its place.
    pub fn history(self, event: &InputEvent) {
        match event.input_type().as_str() {
            "historyUndo" => {
                event.prevent_default();
                self.state.undo();
            }
            "historyRedo" => {
                event.prevent_default();
                self.state.redo();
            }
            _ => {}
        }
    }

    /// Sticky places of the caret, taken before a remote change moves the letters around it.
    pub fn remember_caret(self) {
        let Some(element) = self.element.get_value() else { return };
        let selection = |place: Result<Option<u32>, _>| place.ok().flatten().unwrap_or(0);
        let (start, end) = (selection(element.selection_start()), selection(element.selection_end()));
        let field = self.field.get_value();
        let caret = self
            .state
            .with_document(|document| Some((document.anchor(&field, start)?, document.anchor(&field, end)?)));
        let shown = caret.clone().map(|(anchor, head)| Caret { field, anchor, head });
        self.known.update_value(|known| known.caret = caret);
        self.state.session.caret.set(shown);
    }

    /// I write somewhere else now, or nowhere.
    pub fn leave(self) {
        let Some(field) = self.field.try_get_value() else { return };
        let here = self
            .state
            .session
            .caret
            .with_untracked(|caret| caret.as_ref().is_some_and(|caret| caret.field == field));
        if here {
            self.state.session.caret.set(None);
        }
    }

    /// Puts the caret behind the last letter.
    pub fn caret_to_end(self) {
        if let Some(element) = self.element.get_value() {
            let end = units(&element.value());
            put_caret(&element, end, end);
            self.remember_caret();
        }
    }

    /// Whether nothing is written in the field.
    pub fn is_empty(self) -> bool {
        self.element.with_value(|element| element.as_ref().is_none_or(|element| element.value().is_empty()))
    }

    fn has_lines(self) -> bool {
        self.field.with_value(|field| !matches!(field, TextField::CardText(_) | TextField::Title))
    }
}

fn has_focus(element: &HtmlTextAreaElement) -> bool {
    document().active_element().is_some_and(|active| active.is_same_node(Some(element)))
}

/// Places beyond the text are clamped by the browser.
fn put_caret(element: &HtmlTextAreaElement, start: u32, end: u32) {
    element.set_selection_range(start, end).ok();
}

/// The length of a text as browsers count, in UTF-16 units.
pub fn units(text: &str) -> u32 {
    u32::try_from(text.encode_utf16().count()).unwrap_or(u32::MAX)
}
