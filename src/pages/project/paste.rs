//! Pasted lines, seen before they become cards.

use std::sync::Arc;

use exchange::outline::{Outline, OutlineCard};
use gloo_timers::future::TimeoutFuture;
use leptos::{prelude::*, task::spawn_local};
use model::action::Spot;

use crate::diagram::clipboard;
use crate::language::say;
use crate::state::ProjectState;
use crate::ui::{Button, Kind, Progress, after_paint, dialog, focus_at};

/// How many cards are shown.
const SHOWN: usize = 12;
/// From so many lines on, reading them or making cards of them takes long enough to be announced.
const MANY: usize = 300;
/// What takes long is not begun before the page has painted that it will be, in milliseconds.
const PAINTED_MS: u32 = 50;

/// How far a paste is.
#[derive(Clone)]
enum Stage {
    /// So many lines are being read
    Reading(usize),
    /// They cannot be read, for this reason
    Fault(String),
    /// They can become these cards
    Read(Arc<Outline>),
    /// So many cards are being made
    Making(usize),
}

/// One paste; what is under way ends when its dialog is closed.
#[derive(Clone, Copy)]
struct Paste {
    state: ProjectState,
    spot: StoredValue<Spot>,
    text: StoredValue<String>,
    stage: RwSignal<Stage>,
}

/// What the lines would become, where they would go, and the button that makes them cards.
#[component]
pub fn Preview(
    /// Where they would go.
    spot: Spot,
    /// The pasted text.
    text: String,
) -> impl IntoView {
    let lines = text.lines().count();
    let paste = Paste {
        state: ProjectState::expect(),
        spot: StoredValue::new(spot),
        text: StoredValue::new(text),
        stage: RwSignal::new(Stage::Reading(lines)),
    };
    if lines < MANY {
        paste.read()
    } else {
        paste.read_soon()
    }
    let close = Callback::new(move |()| paste.close());
    move || match paste.stage.get() {
        Stage::Reading(lines) => {
            view! { <Progress label=say().paste_reading(lines) on_cancel=close /> }.into_any()
        }
        Stage::Making(cards) => {
            view! { <Progress label=say().paste_making(cards) on_cancel=close /> }.into_any()
        }
        Stage::Fault(fault) => view! {
            <p role="alert">{fault}</p>
            <p class="dialog__foot"><Button label=say().paste_close() on_press=close /></p>
        }
        .into_any(),
        Stage::Read(outline) => view! { <Cards paste outline /> }.into_any(),
    }
}

/// The cards that would be made, or the first of them.
#[component]
fn Cards(paste: Paste, outline: Arc<Outline>) -> impl IntoView {
    let row = |card: &OutlineCard| {
        view! {
            <li class="list__row">
                <span class="list__text">{card.text.clone()}</span>
                <span class="list__more">{say().level(card.level)}</span>
            </li>
        }
    };
    let shown = outline.cards.iter().take(SHOWN).map(row).collect_view();
    let more = outline.cards.len().saturating_sub(SHOWN);
    view! {
        <p>{paste.summary(&outline)}</p>
        <ul class="list">{shown}</ul>
        {(more > 0).then(|| view! { <p class="list__more">{say().paste_more(more)}</p> })}
        <p class="dialog__foot">
            <Button label=say().paste_cancel() on_press=move |()| paste.close() />
            <Button label=say().paste_make() kind=Kind::Filled on_press=move |()| paste.make(outline.clone()) />
        </p>
    }
}

impl Paste {
    fn close(self) {
        self.state.session.dialog.set(None);
    }

    fn summary(self, outline: &Outline) -> String {
        let parent = self.spot.with_value(|spot| spot.parent.clone());
        let under = parent.and_then(|parent| self.state.document.card_now(&parent));
        let preview = outline.preview();
        let cards = say().outline_brings(&preview.columns, preview.shared, preview.unlinked);
        match under {
            Some(parent) => say().paste_becomes_under(&cards, &parent.text),
            None => say().paste_becomes(&cards),
        }
    }

    fn read(self) {
        let read = self
            .spot
            .with_value(|spot| self.text.with_value(|text| clipboard::read(&self.state, spot, text)));
        self.stage.set(match read {
            Ok(outline) => Stage::Read(Arc::new(outline)),
            Err(fault) => Stage::Fault(fault),
        });
    }

    fn read_soon(self) {
        spawn_local(async move {
            TimeoutFuture::new(PAINTED_MS).await;
            // Nobody waits for it any more when the dialog is gone.
            if self.stage.try_with_untracked(|_| ()).is_some() {
                self.read();
                after_paint(|| {
                    focus_at(".dialog__body [data-kind=filled]");
                });
            }
        });
    }

    /// Makes the cards; many of them while the page says so, unless it is cancelled before they are written.
    fn make(self, outline: Arc<Outline>) {
        let (state, spot, cards) = (self.state, self.spot.get_value(), outline.cards.len());
        let make = move || {
            // From the first of the new cards the focus must not go back to where it was.
            dialog::shut();
            self.close();
            clipboard::make_cards(&state, &spot, &outline);
        };
        if cards < MANY {
            return make();
        }
        self.stage.set(Stage::Making(cards));
        // The button that was pressed has gone.
        request_animation_frame(|| {
            focus_at(".dialog__body button");
        });
        spawn_local(async move {
            TimeoutFuture::new(PAINTED_MS).await;
            if self.stage.try_with_untracked(|_| ()).is_some() {
                make();
            }
        });
    }
}
