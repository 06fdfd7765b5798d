//! The diagram taken along: as SVG, as PNG, on the clipboard, as slides; and its outline as text.

use std::cell::Cell;
use std::future::Future;
use std::pin::Pin;
use std::rc::Rc;

use figure::Theme;
use gloo_timers::future::TimeoutFuture;
use leptos::wasm_split::{SplitLoaderError, wasm_split};
use leptos::{prelude::*, task::spawn_local};
use wasm_bindgen::JsValue;
use web_sys::Blob;

use super::dialogs::Modal;
use crate::language::say;
use crate::state::ProjectState;
use crate::state::session::{Dialog, Notice, Pictured};
use crate::ui::Size;
use crate::ui::later::{self, Chunk};

pub mod copy;
pub mod dialog;
pub mod drawing;
pub mod names;
pub mod outline;
pub mod png;
pub mod size;
pub mod slides;
pub mod studio;

use copy::Copied;
use drawing::{Drawing, Faces};
use size::PixelSize;

/// The matter of what was saved or copied last.
const PICTURES: &str = "pictures";
/// From so many cards on, making a picture takes long enough to be announced.
const MANY: usize = 400;
/// A picture is not begun before the page has painted that it will be, in milliseconds.
const PAINTED_MS: u32 = 30;

/// Puts the first slide on the clipboard, and says so; asked by a press, on which browsers insist.
pub fn copy_slide(state: ProjectState) {
    if state.document.structure.with_untracked(|structure| structure.len() > MANY) {
        state.session.notify(Notice::text(say().pictures_making()).about(PICTURES));
    }
    let count = Rc::new(Cell::new(0));
    let counted = count.clone();
    let copied = copy::copied(async move {
        TimeoutFuture::new(PAINTED_MS).await;
        first_slide(state, counted).await.map_err(|_| JsValue::NULL)?.await
    });
    spawn_local(async move {
        let told = match copied.await {
            Copied::Yes if count.get() > 1 => Notice::text(say().pictures_copied_slide(1, count.get()))
                .with(say().pictures_others(), move || open(&state, Pictured::Slides)),
            Copied::Yes => Notice::text(say().pictures_copied()),
            failed => not_copied(failed).with(say().pictures_open(), move || open(&state, Pictured::Slides)),
        };
        state.session.notify(told.about(PICTURES));
    });
}

/// The dialog, fetched when it is first opened.
#[wasm_split(pictures, wasm_split_path = leptos::wasm_split, fallible)]
pub fn later(what: Pictured) -> Chunk {
    later::here(move || {
        view! { <Modal title=say().pictures_title() size=Size::Large><dialog::Pictures what /></Modal> }
    })
}

type Made = Pin<Box<dyn Future<Output = Result<Blob, JsValue>>>>;

/// Draws the first slide, and counts how many there are.
#[wasm_split(pictures, wasm_split_path = leptos::wasm_split, fallible)]
fn first_slide(state: ProjectState, count: Rc<Cell<usize>>) -> Result<Made, SplitLoaderError> {
    Ok(Box::pin(async move {
        let drawing = Drawing::of(&state, Pictured::Slides, Theme::Light);
        count.set(drawing.scenes.len());
        let pixels = drawing.pixels(0, PixelSize::of(Pictured::Slides));
        png::png(&drawing.svg(0, &Faces::load().await), pixels.pixels).await
    }))
}

fn open(state: &ProjectState, what: Pictured) {
    state.session.dialog.set(Some(Dialog::Pictures(what)));
}

/// Why nothing is on the clipboard, and what to do instead.
fn not_copied(why: Copied) -> Notice {
    Notice::text(match why {
        Copied::NotHere => say().pictures_cannot_copy(),
        _ => say().pictures_not_copied(),
    })
}
