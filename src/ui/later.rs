//! A view whose code is fetched when it is first shown: nothing while that is quick, then a quiet word; a plain
//! sentence and another try where it cannot be fetched.

mod held;

use std::cell::RefCell;
use std::future::Future;
use std::pin::Pin;
use std::time::Duration;

use futures_util::FutureExt;
use leptos::prelude::*;
use leptos::task::spawn_local;
use leptos::wasm_split::SplitLoaderError;
use wasm_bindgen::JsCast;
use web_sys::HtmlElement;

use super::button::{Button, Kind};
use super::{focus, focused, starting};
use crate::language::say;
use held::Held;

/// How long nothing is said while code is fetched.
const QUIET: Duration = Duration::from_millis(800);

/// Makes a view, once its code is there.
pub type Make = Box<dyn Fn() -> AnyView>;
/// What a function gives whose code comes in a chunk of its own.
pub type Chunk = Result<Make, SplitLoaderError>;
/// The same, while it is being fetched.
pub type Fetched = Pin<Box<dyn Future<Output = Chunk>>>;

/// What a chunk gives: a view that is made when it is shown, under whatever shows it.
pub fn here<View: IntoView + 'static>(make: impl Fn() -> View + 'static) -> Chunk {
    Ok(Box::new(move || make().into_any()))
}

/// For whom keys are that are pressed while a view is on its way.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Keys {
    /// For whatever has the focus.
    #[default]
    Others,
    /// For the view, which takes the focus when it is there.
    Its,
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Stage {
    /// Nobody has waited long.
    Coming,
    Late,
    Here,
    Failed,
}

#[derive(Clone, Copy)]
struct Wait {
    stage: RwSignal<Stage>,
    make: StoredValue<Option<Make>, LocalStorage>,
    fetch: StoredValue<Box<dyn Fn() -> Fetched>, LocalStorage>,
    held: StoredValue<Option<Held>, LocalStorage>,
    opener: StoredValue<Option<HtmlElement>, LocalStorage>,
    keys: Keys,
    on_close: Option<Callback<()>>,
}

impl Wait {
    /// Asks for the code. What was fetched before is there at once, without a turn in which nothing is shown.
    fn begin(self) {
        let mut coming = self.fetch.with_value(|fetch| fetch());
        if let Some(chunk) = coming.as_mut().now_or_never() {
            return self.end(chunk);
        }
        if self.keys == Keys::Its {
            self.held.set_value(Some(Held::begin(self.on_close)));
        }
        spawn_local(async move {
            self.end(coming.await);
            arrived();
        });
        set_timeout(move || self.late(), QUIET);
    }

    /// Whoever has left meanwhile is told nothing.
    fn end(self, chunk: Chunk) {
        let stage = if chunk.is_ok() { Stage::Here } else { Stage::Failed };
        // A value that cannot be set any more is given back.
        if self.make.try_set_value(chunk.ok()).is_some() {
            return;
        }
        let held = self.held.try_update_value(Option::take).flatten();
        self.stage.set(stage);
        match (stage, held) {
            (Stage::Here, Some(held)) => held.give(),
            (Stage::Failed, Some(_)) => focus_first(vec!["[data-later=again]".into()]),
            _ => {}
        }
    }

    fn late(self) {
        if self.stage.try_get_untracked() == Some(Stage::Coming) {
            self.stage.set(Stage::Late);
        }
    }

    fn again(self) {
        self.stage.set(Stage::Coming);
        self.begin();
    }

    fn close(self, on_close: Callback<()>) {
        let opener = self.opener.get_value();
        on_close.run(());
        if let Some(opener) = opener {
            focus(&opener);
        }
    }
}

/// Shows a view as soon as its code is there.
#[component]
pub fn Later(
    /// Asks for it; asked again when somebody tries again.
    fetch: Box<dyn Fn() -> Fetched>,
    /// For whom keys are until then.
    #[prop(optional)]
    keys: Keys,
    /// What closes it, where it can be closed.
    #[prop(optional, into)]
    on_close: Option<Callback<()>>,
) -> impl IntoView {
    let wait = Wait {
        stage: RwSignal::new(Stage::Coming),
        make: StoredValue::new_local(None),
        fetch: StoredValue::new_local(fetch),
        held: StoredValue::new_local(None),
        opener: StoredValue::new_local(focused()),
        keys,
        on_close,
    };
    wait.begin();
    move || match wait.stage.get() {
        Stage::Here => wait.make.with_value(|make| make.as_ref().map(|make| make())),
        Stage::Coming => None,
        Stage::Late => {
            Some(view! { <p class="later" role="status">{say().ui_later_opening()}</p> }.into_any())
        }
        Stage::Failed => Some(view! { <Failed wait /> }.into_any()),
    }
}

#[component]
fn Failed(wait: Wait) -> impl IntoView {
    starting::end();
    let close = wait.on_close.map(|on_close| {
        view! { <Button label=say().ui_close() on_press=move |()| wait.close(on_close) /> }
    });
    view! {
        <div class="later" role="alert">
            <p>{say().ui_later_failed()}</p>
            <p class="later__actions">
                <Button attr:data-later="again" label=say().ui_later_again() kind=Kind::Filled on_press=move |()| wait.again() />
                {close}
            </p>
        </div>
    }
}

/// Does what a chunk does: at once where it was fetched before, else as soon as it has come.
pub fn now_or_soon<Done: 'static>(
    doing: impl Future<Output = Result<Done, SplitLoaderError>> + 'static,
    then: impl FnOnce(Result<Done, SplitLoaderError>) + 'static,
) {
    let mut doing = Box::pin(doing);
    match doing.as_mut().now_or_never() {
        Some(done) => then(done),
        None => spawn_local(async move { then(doing.await) }),
    }
}

thread_local! {
    /// Where the focus was sent before the view was there that has the place.
    static WANTED: RefCell<Vec<String>> = const { RefCell::new(Vec::new()) };
}

/// Gives the focus to the first of these that is on the page; else to the first that a view brings that is on its way.
pub fn focus_first(selectors: Vec<String>) {
    match first(&selectors) {
        Some(found) => focus(&found),
        None => WANTED.set(selectors),
    }
}

/// A view has come, and is on the page after the next paint.
fn arrived() {
    request_animation_frame(|| {
        if let Some(found) = first(&WANTED.take()) {
            focus(&found);
        }
    });
}

fn first(selectors: &[String]) -> Option<HtmlElement> {
    let found = selectors.iter().find_map(|selector| document().query_selector(selector).ok().flatten());
    found?.dyn_into().ok()
}
