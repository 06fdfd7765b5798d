//! The slides of a project: each can be copied or saved, and all of them saved one after another.

use std::sync::Arc;

use leptos::prelude::*;

use super::dialog::Preview;
use super::drawing::Drawing;
use super::studio::{Form, Studio};
use crate::language::say;
use crate::ui::{Button, Icon, Kind};

/// More thumbnails at once would make a page with a thousand of them slow.
const AT_ONCE: usize = 60;

/// All slides, the overview first.
#[component]
pub fn Slides(
    /// What is drawn
    studio: Studio,
) -> impl IntoView {
    let count =
        move || studio.drawing.with(|drawing| drawing.as_ref().map_or(0, |drawing| drawing.scenes.len()));
    let blocked = Signal::derive(move || studio.is_busy());
    let shown = RwSignal::new(AT_ONCE);
    let rows = move || studio.drawing.get().map(|drawing| rows(studio, &drawing, shown.get()));
    view! {
        <p class="pictures__hint">{move || say().pictures_slides_hint(count())}</p>
        <Show when=move || 1 < count()>
            <div class="pictures__row">
                <Button label=say().pictures_save_all() icon=Icon::Download blocked on_press=move |()| studio.save_all() />
            </div>
        </Show>
        <ol class="pictures__slides">{rows}</ol>
        <Show when=move || shown.get() < count()>
            <Button label=say().pictures_more_slides() on_press=move |()| shown.update(|shown| *shown += AT_ONCE) />
        </Show>
    }
}

fn rows(studio: Studio, drawing: &Arc<Drawing>, most: usize) -> Vec<impl IntoView + use<>> {
    (0..drawing.scenes.len().min(most)).map(|place| row(studio, drawing, place)).collect()
}

fn row(studio: Studio, drawing: &Arc<Drawing>, place: usize) -> impl IntoView + use<> {
    let blocked = Signal::derive(move || studio.work.get().is_some());
    let heading = drawing.scenes[place].title.clone();
    let number = place + 1;
    let (copy_name, save_name) = (say().pictures_copy_slide_of(number), say().pictures_save_slide_of(number));
    let kind = if place == 0 { Kind::Filled } else { Kind::Plain };
    // A thumbnail is drawn of its own scene alone.
    let alone = Drawing { scenes: vec![drawing.scenes[place].clone()], ..head(drawing) };
    view! {
        <li class="pictures__slide">
            <Preview drawing=alone place=0 />
            <p class="pictures__name">{heading}</p>
            <div class="pictures__row">
                <Button attr:aria-label=copy_name label=say().pictures_copy_short() icon=Icon::Copy kind blocked
                    on_press=move |()| studio.copy(place) />
                <Button attr:aria-label=save_name label=say().pictures_save_short() icon=Icon::Download blocked
                    on_press=move |()| studio.save(place, Form::Png) />
            </div>
        </li>
    }
}

/// The same picture without its scenes.
fn head(drawing: &Drawing) -> Drawing {
    let Drawing { what, theme, .. } = *drawing;
    Drawing { what, theme, title: drawing.title.clone(), date: drawing.date.clone(), scenes: Vec::new() }
}
