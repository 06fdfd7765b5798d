//! Pasting an outline: text on one side, what it becomes on the other, before anything is made.

use exchange::{Outline, outline, project};
use leptos::prelude::*;
use model::{CardId, Level, action::Pen};

use crate::language::say;
use crate::pages::home::creation::{Creation, Wanted};
use crate::random::random;
use crate::ui::{Button, Dialog, Field, Kind, Lines, Size};

/// How many cards of a column are shown.
const SHOWN: usize = 6;

/// The dialog.
#[component]
pub fn PasteOutline(
    /// Whether it is open
    open: RwSignal<bool>,
) -> impl IntoView {
    let text = RwSignal::new(String::new());
    view! {
        <Dialog title=say().home_outline_title() open=open size=Size::Large>
            <Paste open=open text=text />
        </Dialog>
    }
}

#[component]
fn Paste(open: RwSignal<bool>, text: RwSignal<String>) -> impl IntoView {
    let creation = Creation::expect();
    let read = Memo::new(move |_| text.with(|text| read(text)));
    let fault = Signal::derive(move || read.get().err().map(|fault| fault.to_string()).unwrap_or_default());
    let nothing = Signal::derive(move || !matches!(read.get(), Ok(Some(_))));
    let make = move |()| {
        if let Ok(Some(outline)) = read.get_untracked() {
            open.set(false);
            creation.make(wanted(&outline));
        }
    };
    let sample = move |()| text.set(say().home_outline_sample().to_owned());
    let preview = move || match read.get() {
        Ok(Some(outline)) => view! { <Columns outline=outline /> }.into_any(),
        _ => view! { <p class="columns__empty">{say().home_outline_empty()}</p> }.into_any(),
    };
    view! {
        <Field
            label=say().home_outline_label()
            value=text
            hint=say().home_outline_hint()
            error=fault
            lines=Lines::Block(10)
            longest=outline::LONGEST as i32
            focus=true
        />
        <section class="columns" aria-label=say().home_outline_columns()>
            {preview}
        </section>
        <p class="dialog__foot">
            // What somebody wrote or pasted is not written over.
            <Show when=move || text.with(|text| text.trim().is_empty())>
                <Button label=say().home_outline_show() kind=Kind::Link on_press=sample />
            </Show>
            <Button label=say().ui_cancel() on_press=move |()| open.set(false) />
            <Button label=say().home_outline_make() kind=Kind::Filled on_press=make blocked=nothing />
        </p>
    }
}

#[component]
fn Columns(outline: Outline) -> impl IntoView {
    let preview = outline.preview();
    let brings = say().outline_brings(&preview.columns, preview.shared, preview.unlinked);
    let columns =
        preview.columns.iter().map(|(level, count)| column(&outline, *level, *count)).collect_view();
    view! {
        <p class="columns__counts">{format!("{brings}.")}</p>
        <div class="columns__list">{columns}</div>
    }
}

fn column(outline: &Outline, level: Level, count: usize) -> impl IntoView + use<> {
    let cards = outline.cards.iter().filter(|card| card.level == level).take(SHOWN);
    let cards = cards.map(|card| view! { <li class="columns__card">{card.text.clone()}</li> }).collect_view();
    let more = count.saturating_sub(SHOWN);
    view! {
        <div class="columns__column" data-level=level.as_str()>
            <h3 class="columns__name">{say().levels(level)}</h3>
            <ul>{cards}</ul>
            {(more > 0).then(|| view! { <p class="columns__more">{say().home_outline_rest(more)}</p> })}
        </div>
    }
}

/// None when there is nothing to read.
fn read(text: &str) -> Result<Option<Outline>, outline::Fault> {
    if text.trim().is_empty() {
        return Ok(None);
    }
    Outline::parse(text).map(|outline| Some(outline).filter(|outline| !outline.cards.is_empty()))
}

fn wanted(outline: &Outline) -> Wanted {
    let pen = Pen { by: String::new(), at: js_sys::Date::now(), jitter: random() as u64 };
    let mut project = outline.project(&pen, || CardId::from_random(random()));
    project.language = say().language().tag().to_owned();
    Wanted { title: project.title.clone(), json: Some(project::to_json(&project)), ..Wanted::default() }
}

#[cfg(test)]
mod tests {
    use words::{Language, Words};

    use super::*;

    #[test]
    fn h11_the_sample_outline_shows_every_kind_of_line() {
        for language in Language::ALL {
            let outline = read(Words::new(language).home_outline_sample()).unwrap().unwrap();
            let levels: Vec<(Level, usize)> = outline.preview().columns;
            assert_eq!(
                levels,
                [(Level::Aim, 1), (Level::Primary, 2), (Level::Secondary, 2), (Level::Idea, 3)]
            );
        }
        assert_eq!(read(" \n\t").unwrap(), None);
    }
}
