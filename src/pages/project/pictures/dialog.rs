//! The dialog of pictures: what, how it looks, how large; a preview; save or copy.

use figure::Theme;
use leptos::prelude::*;
use model::shown::View;
use words::Words;

use super::drawing::{Drawing, Faces, Held, on_screen};
use super::outline::OutlineAsText;
use super::png::SVG;
use super::size::{Fitted, PixelSize};
use super::slides::Slides;
use super::studio::{Form, Studio, Work};
use crate::language::say;
use crate::pages::project::save::blob;
use crate::state::ProjectState;
use crate::state::session::Pictured;
use crate::ui::{Button, Icon, IconSize, IconView, Kind, Progress, unique_id};

type Said = fn(Words) -> &'static str;

const SIZES: [(PixelSize, Said); 4] = [
    (PixelSize::Once, Words::pictures_size_once),
    (PixelSize::Twice, Words::pictures_size_twice),
    (PixelSize::Slide, Words::pictures_size_slide),
    (PixelSize::WideSlide, Words::pictures_size_wide_slide),
];

/// What is in the dialog.
#[component]
pub fn Pictures(
    /// What is chosen at first
    what: Pictured,
) -> impl IntoView {
    let studio = Studio::new(ProjectState::expect(), what);
    let slides = move || studio.what.get() == Pictured::Slides;
    view! {
        <div class="pictures">
            <div class="pictures__choices">
                <What studio />
                <Colours studio />
                <Sizes studio />
            </div>
            <div class="pictures__side" aria-busy=move || studio.is_busy().to_string()>
                <Busy studio />
                <Show when=slides fallback=move || view! { <One studio /> }>
                    <Slides studio />
                </Show>
            </div>
        </div>
        <OutlineAsText />
    }
}

/// What of the diagram; where the screen shows all of it, that is one choice less.
#[component]
fn What(studio: Studio) -> impl IntoView {
    let is_part = on_screen(&studio.state) != View::default();
    let screen: Said = if is_part { Words::pictures_screen } else { Words::pictures_diagram };
    let whole: Option<(Pictured, Said)> = is_part.then_some((Pictured::Whole, Words::pictures_whole));
    let choices = [Some((Pictured::Screen, screen)), whole, Some((Pictured::Slides, Words::pictures_slides))];
    let row = move |(what, words): (Pictured, Said)| {
        let (chosen, choose) = (move || studio.what.get() == what, move |()| studio.what.set(what));
        view! { <Radio group="pictures-what" words=words(say()) chosen=Signal::derive(chosen) choose /> }
    };
    view! {
        <fieldset class="pictures__group">
            <legend class="field__label">{say().pictures_what()}</legend>
            {choices.into_iter().flatten().map(row).collect_view()}
        </fieldset>
    }
}

#[component]
fn Colours(studio: Studio) -> impl IntoView {
    let themes: [(Theme, Said); 2] =
        [(Theme::Light, Words::pictures_light), (Theme::Dark, Words::pictures_dark)];
    let row = move |(theme, words): (Theme, Said)| {
        let chosen = move || studio.theme_now() == theme;
        let choose = move |()| studio.theme.set(Some(theme));
        view! { <Radio group="pictures-theme" words=words(say()) chosen=Signal::derive(chosen) choose /> }
    };
    view! {
        <fieldset class="pictures__group">
            <legend class="field__label">{say().pictures_theme()}</legend>
            {themes.map(row).collect_view()}
        </fieldset>
    }
}

/// One of several.
#[component]
fn Radio(
    group: &'static str,
    words: &'static str,
    chosen: Signal<bool>,
    #[prop(into)] choose: Callback<()>,
) -> impl IntoView {
    view! {
        <label class="check">
            <input type="radio" class="check__box" name=group prop:checked=chosen on:change=move |_| choose.run(()) />
            <span>{words}</span>
        </label>
    }
}

/// How large a PNG is, and what to know where it cannot be as large.
#[component]
fn Sizes(studio: Studio) -> impl IntoView {
    let id = unique_id("size");
    let chosen = move |event| {
        let name = event_target_value(&event);
        studio.size.set(PixelSize::ALL.into_iter().find(|size| size.name() == name));
    };
    let option = move |(size, words): (PixelSize, Said)| {
        let chosen = move || studio.size_now() == size;
        view! { <option value=size.name() prop:selected=chosen>{words(say())}</option> }
    };
    let fitted = move || studio.drawing.get().map(|drawing| drawing.pixels(0, studio.size_now()));
    let pixels = move || fitted().map(|fitted| sides(&fitted));
    let less = move || fitted().filter(Fitted::is_less).map(|fitted| too_large(&fitted));
    view! {
        <div class="field">
            <label class="field__label" for=id.clone()>{say().pictures_size()}</label>
            <select class="field__input" id=id on:change=chosen>{SIZES.map(option).collect_view()}</select>
            <p class="field__hint" data-pixels="">{pixels}</p>
            {move || less().map(|words| view! {
                <p class="pictures__less" role="status">
                    <IconView icon=Icon::Warning size=IconSize::Small />
                    <span>{words}</span>
                </p>
            })}
        </div>
    }
}

fn sides(fitted: &Fitted) -> String {
    say().pictures_pixels(fitted.pixels.width as usize, fitted.pixels.height as usize)
}

fn too_large(fitted: &Fitted) -> String {
    let (width, height) = (fitted.wanted.width as usize, fitted.wanted.height as usize);
    let percent = (fitted.scale * 100.0).floor();
    match fitted.is_readable() {
        true => say().pictures_less(width, height, percent),
        false => say().pictures_unreadable(width, height, percent),
    }
}

/// What takes its time, and a way to stop it.
#[component]
fn Busy(studio: Studio) -> impl IntoView {
    let label = move || match studio.work.get() {
        Some(Work::Slides(done, of)) => say().pictures_saving_slides(done, of),
        _ => say().pictures_making().to_owned(),
    };
    let share = move || match studio.work.get() {
        Some(Work::Slides(done, of)) => Some(done as f64 / of.max(1) as f64),
        _ => None,
    };
    let stop = Callback::new(move |()| studio.stop());
    view! {
        <Show when=move || studio.is_busy()>
            <div class="pictures__busy">
                <Progress label=Signal::derive(label) share=Signal::derive(share) />
                <Show when=move || studio.work.get().is_some()>
                    <Button label=say().pictures_stop() on_press=stop />
                </Show>
            </div>
        </Show>
    }
}

/// One picture, and what is done with it.
#[component]
fn One(studio: Studio) -> impl IntoView {
    let blocked = Signal::derive(move || studio.is_busy());
    let preview = move || {
        let (drawing, faces) = (studio.drawing.get()?, studio.faces.get()?);
        Some(view! { <Preview drawing=(*drawing).clone() place=0 faces=(*faces).clone() /> })
    };
    view! {
        <div class="pictures__preview">{preview}</div>
        <div class="pictures__row">
            <Button label=say().pictures_copy() icon=Icon::Copy kind=Kind::Filled blocked on_press=move |()| studio.copy(0) />
            <Button label=say().pictures_save_png() icon=Icon::Download blocked on_press=move |()| studio.save(0, Form::Png) />
            <Button label=say().pictures_save_svg() icon=Icon::Download blocked on_press=move |()| studio.save(0, Form::Svg) />
        </div>
        <p class="pictures__hint">{say().pictures_svg_hint()}</p>
    }
}

/// A scene as it will be, made smaller by the page.
#[component]
pub fn Preview(
    /// Of which picture
    drawing: Drawing,
    /// Which of its scenes
    place: usize,
    /// With the fonts; without any, as a thumbnail
    #[prop(optional)]
    faces: Faces,
) -> impl IntoView {
    let words = drawing.scenes.get(place).map(|scene| scene.description.clone());
    let held = blob(&drawing.svg(place, &faces), SVG).ok().and_then(|svg| Held::new(&svg));
    let address = held.as_ref().map(|held| held.address().to_owned());
    let held = StoredValue::new(held);
    // The address is given back with what it holds.
    on_cleanup(move || drop(held.try_update_value(Option::take)));
    view! { <img class="pictures__image" src=address alt=words loading="lazy" decoding="async" /> }
}
