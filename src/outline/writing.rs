//! The text field over the row one writes in.

use leptos::{html, prelude::*};
use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlElement};

use crate::diagram::writer::{Place, Writer};
use crate::state::ProjectState;
use crate::state::session::view::Hand;

/// The field; it stands where the text of its row stands, and is as high.
#[component]
pub fn RowWriter(
    /// What the rows stand in.
    list: NodeRef<html::Div>,
) -> impl IntoView {
    let state = ProjectState::expect();
    let card = state.session.written_in(Hand::Outline);
    let place = RwSignal::new(None);
    let measure = move || {
        place.try_set(list.try_get_untracked().flatten().and_then(|list| text_of(&list)));
    };
    Effect::new(move |_| {
        let Some(card) = card.get() else { return place.set(None) };
        state.outline.rows.track();
        if let Some(picture) = state.picture.card(&card) {
            picture.face.track();
        }
        // The row takes the new letters within this frame, before it is painted.
        request_animation_frame(measure);
    });
    // The keyboard of a phone takes half of the screen when it comes.
    crate::ui::on_size(list, move || {
        measure();
        request_animation_frame(move || {
            let field = list
                .try_get_untracked()
                .flatten()
                .and_then(|list| list.query_selector(".writer").ok().flatten());
            field.iter().for_each(crate::ui::into_sight);
        });
    });
    let place = Signal::derive(move || place.get().unwrap_or_default());
    move || card.get().map(|card| view! { <Writer card place /> })
}

/// Where the text of the current row stands, from the upper left of the list.
fn text_of(list: &Element) -> Option<Place> {
    let text = list.query_selector(".row[data-current] .row__line").ok().flatten()?;
    let text: HtmlElement = text.dyn_into().ok()?;
    let (field, list_box) = (text.get_bounding_client_rect(), list.get_bounding_client_rect());
    Some(Place {
        left: field.left() - list_box.left(),
        top: field.top() - list_box.top() + f64::from(list.scroll_top()),
        width: field.width(),
        height: field.height(),
    })
}
