//! What is chosen in the dialog of pictures, what is drawn of it, and what is done with that.

use std::sync::Arc;

use figure::Theme;
use gloo_timers::future::TimeoutFuture;
use leptos::{prelude::*, task::spawn_local};

use super::copy::{self, Copied};
use super::drawing::{Drawing, Faces, theme_on_screen};
use super::names::{self, Part};
use super::png::{SVG, png};
use super::size::PixelSize;
use super::{PAINTED_MS, PICTURES, not_copied};
use crate::language::say;
use crate::pages::project::save;
use crate::state::ProjectState;
use crate::state::session::{Notice, Pictured};

/// Everything the dialog's parts share.
#[derive(Clone, Copy)]
pub struct Studio {
    /// The project.
    pub state: ProjectState,
    /// What of it.
    pub what: RwSignal<Pictured>,
    /// The theme that was chosen; none for what is usual.
    pub theme: RwSignal<Option<Theme>>,
    /// The size that was chosen; none for what is usual.
    pub size: RwSignal<Option<PixelSize>>,
    /// The picture; none while it is drawn.
    pub drawing: RwSignal<Option<Arc<Drawing>>>,
    /// The fonts; none until they are here.
    pub faces: RwSignal<Option<Arc<Faces>>>,
    /// What takes its time.
    pub work: RwSignal<Option<Work>>,
}

/// Something that takes its time. It ends when it is taken away.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Work {
    /// A picture is being made.
    Picture,
    /// So many slides of so many are saved.
    Slides(usize, usize),
}

/// What a scene is saved as.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[expect(missing_docs, reason = "the words explain themselves")]
pub enum Form {
    Svg,
    Png,
}

impl Studio {
    /// Begins with the fonts; draws whenever something else is chosen, after the page has painted that it will.
    pub fn new(state: ProjectState, what: Pictured) -> Self {
        let studio = Self {
            state,
            what: RwSignal::new(what),
            theme: RwSignal::new(None),
            size: RwSignal::new(None),
            drawing: RwSignal::new(None),
            faces: RwSignal::new(None),
            work: RwSignal::new(None),
        };
        spawn_local(async move {
            let faces = Faces::load().await;
            // Nobody waits for them any more when the dialog is gone.
            studio.faces.try_set(Some(Arc::new(faces)));
        });
        let wanted = move || (studio.what.get(), studio.theme_now());
        Effect::new(move |_| {
            let now = wanted();
            studio.drawing.set(None);
            spawn_local(async move {
                TimeoutFuture::new(PAINTED_MS).await;
                let still =
                    studio.what.try_get_untracked() == Some(now.0) && untrack(|| studio.theme_now()) == now.1;
                if still {
                    let drawing = Drawing::of(&state, now.0, now.1);
                    studio.drawing.try_set(Some(Arc::new(drawing)));
                }
            });
        });
        studio
    }

    /// The theme: slides are light, everything else as on the screen, where nothing else was chosen.
    pub fn theme_now(&self) -> Theme {
        let usual = || match self.what.try_get() {
            Some(Pictured::Slides) | None => Theme::Light,
            Some(_) => theme_on_screen(),
        };
        self.theme.try_get().flatten().unwrap_or_else(usual)
    }

    /// The size.
    pub fn size_now(&self) -> PixelSize {
        self.size.get().unwrap_or_else(|| PixelSize::of(self.what.get()))
    }

    /// Whether something is being done, and so nothing else can be.
    pub fn is_busy(&self) -> bool {
        self.drawing.with(Option::is_none) || self.work.get().is_some()
    }

    fn drawn(&self) -> Option<(Arc<Drawing>, Arc<Faces>)> {
        let drawing = self.drawing.get_untracked()?;
        Some((drawing, self.faces.get_untracked().unwrap_or_default()))
    }

    /// Saves one scene.
    pub fn save(self, place: usize, form: Form) {
        let Some((drawing, faces)) = self.drawn() else { return };
        let name = name(&drawing, place, form);
        if form == Form::Svg {
            save::file(&self.state, save::blob(&drawing.svg(place, &faces), SVG), &name);
            return;
        }
        let pixels = drawing.pixels(place, untrack(|| self.size_now())).pixels;
        self.work.set(Some(Work::Picture));
        spawn_local(async move {
            TimeoutFuture::new(PAINTED_MS).await;
            let bytes = png(&drawing.svg(place, &faces), pixels).await;
            if !self.is_stopped() {
                match bytes {
                    Ok(bytes) => save::file(&self.state, Ok(bytes), &name),
                    Err(_) => self.told(Notice::text(say().pictures_not_made())),
                }
            }
            self.work.try_set(None);
        });
    }

    /// Saves all scenes, one file after another, until it is stopped or the dialog closed.
    pub fn save_all(self) {
        let Some((drawing, faces)) = self.drawn() else { return };
        let (count, size) = (drawing.scenes.len(), untrack(|| self.size_now()));
        self.work.set(Some(Work::Slides(0, count)));
        spawn_local(async move {
            for place in 0..count {
                TimeoutFuture::new(PAINTED_MS).await;
                let bytes = png(&drawing.svg(place, &faces), drawing.pixels(place, size).pixels).await;
                if self.is_stopped() {
                    return;
                }
                let saved = bytes.and_then(|bytes| save::offer(&bytes, &name(&drawing, place, Form::Png)));
                if saved.is_err() {
                    self.told(Notice::text(say().pictures_not_made()));
                    self.work.try_set(None);
                    return;
                }
                self.work.try_set(Some(Work::Slides(place + 1, count)));
            }
            self.told(Notice::text(say().pictures_saved_slides(count)));
            self.work.try_set(None);
        });
    }

    /// Puts one scene on the clipboard.
    pub fn copy(self, place: usize) {
        let Some((drawing, faces)) = self.drawn() else { return };
        let pixels = drawing.pixels(place, untrack(|| self.size_now())).pixels;
        let count = drawing.scenes.len();
        self.work.set(Some(Work::Picture));
        let copied = copy::copied(async move { png(&drawing.svg(place, &faces), pixels).await });
        spawn_local(async move {
            self.told(match copied.await {
                Copied::Yes if count > 1 => Notice::text(say().pictures_copied_slide(place + 1, count)),
                Copied::Yes => Notice::text(say().pictures_copied()),
                failed => not_copied(failed),
            });
            self.work.try_set(None);
        });
    }

    /// Ends what is being done.
    pub fn stop(self) {
        self.work.set(None);
    }

    fn is_stopped(self) -> bool {
        self.work.try_get_untracked().flatten().is_none()
    }

    fn told(self, notice: Notice) {
        self.state.session.notify(notice.about(PICTURES));
    }
}

fn name(drawing: &Drawing, place: usize, form: Form) -> String {
    let of = drawing.scenes.len();
    let part = (drawing.what == Pictured::Slides && of > 1).then_some(Part { number: place + 1, of });
    let ending = if form == Form::Svg { "svg" } else { "png" };
    format!("{}.{ending}", names::file_name(say(), (&drawing.title, &drawing.date), part))
}
