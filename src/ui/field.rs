//! Fields: a label, a hint, an input and what is wrong with it, tied together for screen readers.

use leptos::{ev, html, prelude::*};

use super::button::Size;
use super::icon::{Icon, IconSize, IconView};
use super::unique_id;

/// What a field holds, and how much of it is seen.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Lines {
    /// One line
    #[default]
    One,
    /// One line that nobody may read over one's shoulder
    Secret,
    /// Prose, with so many lines in sight
    Prose(u32),
    /// Lines that are not wrapped, with so many in sight
    Block(u32),
}

/// What else a label is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Labelling {
    /// A label only
    #[default]
    Plain,
    /// The heading of its page
    Heading,
}

/// A labelled field of text. An `on:keydown` on it hears the keys of its input.
#[component]
pub fn Field(
    /// What is asked
    #[prop(into)]
    label: Signal<String>,
    /// What is written
    value: RwSignal<String>,
    /// What helps to answer; empty when nothing
    #[prop(optional, into)]
    hint: Signal<String>,
    /// What is wrong; empty when nothing
    #[prop(optional, into)]
    error: Signal<String>,
    /// One line or several
    #[prop(optional)]
    lines: Lines,
    /// How large
    #[prop(optional)]
    size: Size,
    /// What else the label is
    #[prop(optional)]
    labelling: Labelling,
    /// The longest text that is taken, in UTF-16 units
    #[prop(default = 2000)]
    longest: i32,
    /// Takes the focus as soon as it is there
    #[prop(optional)]
    focus: bool,
) -> impl IntoView {
    let ids = Ids::new();
    let wiring = Wiring { ids: ids.clone(), value, hint, error, longest };
    let label_line = label_line(&ids.input, label, labelling);
    let error_line = {
        let id = ids.error.clone();
        move || error_line(&id, error.get())
    };
    view! {
        <div class="field" data-size=size.name()>
            {label_line}
            <p class="field__hint" id=ids.hint.clone() hidden=move || hint.with(String::is_empty)>
                {move || hint.get()}
            </p>
            {wiring.input(lines, focus)}
            {error_line}
        </div>
    }
}

/// A box to tick, with its words.
#[component]
pub fn Check(
    /// What is ticked
    #[prop(into)]
    label: Signal<String>,
    /// Whether it is
    #[prop(into)]
    checked: Signal<bool>,
    /// Called with what it becomes
    #[prop(into)]
    on_change: Callback<bool>,
) -> impl IntoView {
    view! {
        <label class="check">
            <input
                type="checkbox"
                class="check__box"
                prop:checked=checked
                on:change=move |event| on_change.run(event_target_checked(&event))
            />
            <span>{move || label.get()}</span>
        </label>
    }
}

#[derive(Clone)]
struct Ids {
    input: String,
    hint: String,
    error: String,
}

impl Ids {
    fn new() -> Self {
        let input = unique_id("field");
        Self { hint: format!("{input}-hint"), error: format!("{input}-error"), input }
    }
}

/// What an input has to do with the rest of its field.
struct Wiring {
    ids: Ids,
    value: RwSignal<String>,
    hint: Signal<String>,
    error: Signal<String>,
    longest: i32,
}

impl Wiring {
    fn input(self, lines: Lines, focus: bool) -> AnyView {
        match lines {
            Lines::One => self.line("text", focus),
            Lines::Secret => self.line("password", focus),
            Lines::Prose(rows) => self.area(rows, None, focus),
            Lines::Block(rows) => self.area(rows, Some("text-block"), focus),
        }
    }

    fn line(self, kind: &'static str, focus: bool) -> AnyView {
        let element = NodeRef::<html::Input>::new();
        if focus {
            element.on_load(|input| focus_soon(input.into()));
        }
        view! {
            <input
                node_ref=element
                type=kind
                id=self.ids.input.clone()
                class="field__input"
                autocomplete="off"
                maxlength=self.longest
                aria-describedby=self.described()
                aria-invalid=self.invalid()
                prop:value=self.value
                on:input=self.written()
            />
        }
        .into_any()
    }

    fn area(self, rows: u32, shape: Option<&'static str>, focus: bool) -> AnyView {
        let element = NodeRef::<html::Textarea>::new();
        if focus {
            element.on_load(|area| focus_soon(area.into()));
        }
        view! {
            <textarea
                node_ref=element
                rows=rows
                id=self.ids.input.clone()
                class="field__input"
                data-shape=shape
                autocomplete="off"
                maxlength=self.longest
                aria-describedby=self.described()
                aria-invalid=self.invalid()
                prop:value=self.value
                on:input=self.written()
            ></textarea>
        }
        .into_any()
    }

    fn written(&self) -> impl Fn(ev::Event) + 'static {
        let value = self.value;
        move |event| value.set(event_target_value(&event))
    }

    fn invalid(&self) -> impl Fn() -> Option<&'static str> + Send + 'static {
        let error = self.error;
        move || (!error.with(String::is_empty)).then_some("true")
    }

    fn described(&self) -> impl Fn() -> Option<String> + Send + 'static {
        let (hint, error, ids) = (self.hint, self.error, self.ids.clone());
        move || {
            let parts = [(hint, &ids.hint), (error, &ids.error)];
            let named: Vec<&str> = parts
                .iter()
                .filter(|(text, _)| !text.with(String::is_empty))
                .map(|(_, id)| id.as_str())
                .collect();
            (!named.is_empty()).then(|| named.join(" "))
        }
    }
}

fn label_line(input: &str, label: Signal<String>, labelling: Labelling) -> AnyView {
    let input = input.to_owned();
    let line = view! {
        <label class="field__label" for=input>
            {move || label.get()}
        </label>
    };
    match labelling {
        Labelling::Plain => line.into_any(),
        Labelling::Heading => view! { <h1 class="field__heading">{line}</h1> }.into_any(),
    }
}

/// After what is being built stands in the page, for only then can it be focused.
fn focus_soon(element: web_sys::HtmlElement) {
    request_animation_frame(move || super::focus(&element));
}

fn error_line(id: &str, text: String) -> Option<impl IntoView + use<>> {
    let id = id.to_owned();
    (!text.is_empty()).then(|| {
        view! {
            <p class="field__error" id=id role="alert">
                <IconView icon=Icon::Warning size=IconSize::Small />
                <span>{text}</span>
            </p>
        }
    })
}
