//! A picture before it is a file: what it shows, its scenes, its SVG.

use figure::{Fonts, PictureOptions, Ratio, Scene, Theme, picture, slide, svg};
use futures_util::future::join;
use gloo_net::http::Request;
use leptos::prelude::*;
use model::shown::View;
use web_sys::{Blob, Url};

use super::size::{Fitted, Limits, PixelSize, fit};
use crate::days::today_in_words;
use crate::language::say;
use crate::state::ProjectState;
use crate::state::session::Pictured;

/// The picture, or the slides, of a project as it was when it was drawn.
#[derive(Debug, Clone, PartialEq)]
pub struct Drawing {
    /// What of the diagram.
    pub what: Pictured,
    /// Light or dark.
    pub theme: Theme,
    /// What the project is called.
    pub title: String,
    /// The day, as people write it.
    pub date: String,
    /// One, or one for each slide.
    pub scenes: Vec<Scene>,
}

/// The files of the two weights; empty where there is no network and the browser has not kept them.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Faces {
    regular: Vec<u8>,
    semibold: Vec<u8>,
}

/// What part of the diagram the screen shows.
pub fn on_screen(state: &ProjectState) -> View {
    state.session.view.part(None)
}

/// How a picture of this page is made: in its language and colours, of today.
pub fn options(state: &ProjectState, view: View) -> PictureOptions {
    let colour_by = state.session.view.colour_by.get_untracked();
    PictureOptions { words: say(), view, colour_by, dated: Some(today_in_words()) }
}

/// The theme of the page.
pub fn theme_on_screen() -> Theme {
    let root = document().document_element();
    let chosen = root.and_then(|root| root.get_attribute("data-theme"));
    let dark = match chosen.as_deref() {
        Some(theme) => theme == "dark",
        None => {
            let query = window().match_media("(prefers-color-scheme: dark)").ok().flatten();
            query.is_some_and(|query| query.matches())
        }
    };
    if dark { Theme::Dark } else { Theme::Light }
}

impl Drawing {
    /// Draws what there is now.
    pub fn of(state: &ProjectState, what: Pictured, theme: Theme) -> Self {
        let project = state.with_document(|document| document.project());
        let view = if what == Pictured::Whole { View::default() } else { on_screen(state) };
        let options = options(state, view);
        let scenes = match what {
            Pictured::Slides => slide(&project, &options, Ratio::Wide),
            Pictured::Screen | Pictured::Whole => vec![picture(&project, &options)],
        };
        Self { what, theme, title: project.title, date: options.dated.unwrap_or_default(), scenes }
    }

    /// One of its scenes as SVG.
    pub fn svg(&self, place: usize, faces: &Faces) -> String {
        self.scenes.get(place).map(|scene| svg(scene, self.theme, faces.fonts())).unwrap_or_default()
    }

    /// How many pixels one of its scenes has at a size, in this browser.
    pub fn pixels(&self, place: usize, size: PixelSize) -> Fitted {
        let sides = self.scenes.get(place).map_or((1.0, 1.0), |scene| (scene.width, scene.height));
        fit(sides, size, Limits::here())
    }
}

impl Faces {
    /// Asks for both files.
    pub async fn load() -> Self {
        let (regular, semibold) = join(face("regular"), face("semibold")).await;
        regular.zip(semibold).map(|(regular, semibold)| Self { regular, semibold }).unwrap_or_default()
    }

    /// The fonts inside a picture: most programs that open it do not have them.
    pub fn fonts(&self) -> Fonts<'_> {
        match self.regular.is_empty() {
            true => Fonts::Named,
            false => Fonts::Embedded { regular: &self.regular, semibold: &self.semibold },
        }
    }
}

async fn face(weight: &str) -> Option<Vec<u8>> {
    let address = format!("/fonts/atkinson-hyperlegible-next-{weight}.woff2");
    let answer = Request::get(&address).send().await.ok()?;
    if answer.ok() { answer.binary().await.ok() } else { None }
}

/// The address of bytes that this page holds, until it is dropped.
#[derive(Debug)]
pub struct Held(String);

impl Held {
    /// Holds them.
    pub fn new(blob: &Blob) -> Option<Self> {
        Url::create_object_url_with_blob(blob).ok().map(Self)
    }

    /// Where they are.
    pub fn address(&self) -> &str {
        &self.0
    }
}

impl Drop for Held {
    fn drop(&mut self) {
        // An address that is none is released already.
        Url::revoke_object_url(&self.0).ok();
    }
}
