//! One card on the picture: its band, its lines, its status, who is in it, and its name for those who listen.

use document::presence::{self, Presence};
use figure::diagram::Placed;
use figure::{Colour, Colouring};
use leptos::attr::custom::custom_attribute;
use leptos::prelude::*;
use model::role::Action;
use model::{CardId, Level, Status, Structure, TextField};

use super::badges::{self, Badges};
use super::called::StatusChip;
use super::caret::Carets;
use super::picture::{CardPicture, Face};
use crate::language::say;
use crate::state::ProjectState;
use crate::state::presence::Participant;
use crate::ui::Icon;

/// Branches and people share the hues.
const HUES: usize = presence::HUES as usize;

/// The hue of a branch, 1 to 6; none for what hangs from no primary driver.
pub fn hue(branch: Option<usize>) -> Option<String> {
    branch.map(|branch| (branch % HUES + 1).to_string())
}

/// A card, placed by `left` and `top`: a transform of its own would make the browser's compositing explode.
#[component]
pub fn CardView(
    /// The card.
    id: CardId,
    /// Its picture.
    picture: CardPicture,
) -> impl IntoView {
    let state = ProjectState::expect();
    let CardPicture { place, face } = picture;
    let pixels = move |side: fn(&Placed) -> f64| {
        let place = place.clone();
        move || format!("{}px", side(&place.read()))
    };
    let branch = {
        let (id, placed) = (id.clone(), state.picture.placed);
        Memo::new(move |_| placed.with(|placed| hue(placed.card(&id).and_then(|card| card.branch))))
    };
    let chosen = state.session.is_subject(&id);
    let stop = {
        let id = id.clone();
        Memo::new(move |_| tab_stop(&state).as_ref() == Some(&id))
    };
    let here = {
        let id = id.clone();
        Memo::new(move |_| state.presence.in_card(&id))
    };
    let status = face_status(face.clone());
    let level = {
        let face = face.clone();
        Memo::new(move |_| face.read().card.level)
    };
    let open = {
        let id = id.clone();
        Memo::new(move |_| {
            let hangs = state.document.structure.with(|structure| !structure.children(&id).is_empty());
            hangs.then(|| state.session.view.closed.with(|closed| !closed.contains(&id)))
        })
    };
    let context = {
        let id = id.clone();
        let context = Memo::new(move |_| state.picture.part.with(|part| part.is_context(&id)));
        move || context.get().then_some("")
    };
    let colour = {
        let id = id.clone();
        Memo::new(move |_| state.picture.colouring.with(|colouring| hue_of(colouring.as_deref(), &id)))
    };
    let name = spoken(state, id.clone(), (face.clone(), here));
    let place_in_tree = {
        let id = id.clone();
        Memo::new(move |_| state.picture.structure.with(|structure| TreePlace::of(structure, &id)))
    };
    let places = (
        custom_attribute("aria-level", move || place_in_tree.read().depth.to_string()),
        custom_attribute("aria-posinset", move || place_in_tree.read().place.to_string()),
        custom_attribute("aria-setsize", move || place_in_tree.read().of.to_string()),
    );
    let card = id.clone();
    let enter = {
        let id = id.clone();
        move |_| {
            if state.session.current.get_untracked().as_ref() != Some(&id) {
                state.session.current.set(Some(id.clone()));
            }
        }
    };
    view! {
        <div
            class="card"
            role="treeitem"
            {..places}
            data-card=id.to_string()
            data-level=move || level.get().as_str()
            data-hue=move || branch.get()
            data-status=status
            data-context=context
            data-edged=move || colour.read().1.then_some("")
            style=("--hue", move || colour.read().0.clone())
            aria-expanded=move || open.get().map(|open| open.to_string())
            data-selected=move || chosen.get().then_some("")
            data-writing=move || (!here.read().is_empty()).then_some("")
            aria-label=name
            aria-selected=move || chosen.get().to_string()
            tabindex=move || if stop.get() { "0" } else { "-1" }
            style:left=pixels.clone()(|card| card.x)
            style:top=pixels.clone()(|card| card.y)
            style:width=pixels.clone()(|card| card.width)
            style:height=pixels(|card| card.height)
            on:focus=enter
        >
            {who(here)}
            {lines(face.clone())}
            <Carets card=id.clone() face=face.clone() />
            {foot(card, face)}
            {turn(state, id.clone(), open)}
            {handle(state, level)}
        </div>
    }
}

/// A colour as the style sheet knows it.
pub fn token(colour: Colour) -> String {
    format!("var(--{})", colour.name())
}

/// The colour of a card's band as a token, where the branch's place does not say it, and whether an idea's edge has it too.
fn hue_of(colouring: Option<&Colouring>, card: &CardId) -> (Option<String>, bool) {
    let token = colouring.map(|colouring| token(colouring.card(card)));
    (token, colouring.is_some_and(|colouring| colouring.edge(card).is_some()))
}

/// What a link is drawn from; without a drag, *Link to…* does the same.
fn handle(state: ProjectState, level: Memo<Level>) -> impl IntoView {
    let may = move || level.get() != Level::Aim && state.role.get().may(Action::Edit);
    move || {
        may().then(
            || view! { <span class="card__handle" aria-hidden="true" title=say().card_handle()></span> },
        )
    }
}

/// What opens and closes the branch by mouse and touch; the keyboard and the menu have their own ways.
fn turn(state: ProjectState, id: CardId, open: Memo<Option<bool>>) -> impl IntoView {
    move || {
        let open = open.get()?;
        let id = id.clone();
        let below = state.picture.part.with(|part| part.hidden_below.get(&id).copied().unwrap_or_default());
        let title = if open { say().card_collapse().to_owned() } else { say().card_expand_count(below) };
        // Everything below a closed card may be shown elsewhere too.
        let face = match (open, below) {
            (true, _) => "−".to_owned(),
            (false, 0) => "+".to_owned(),
            (false, below) => format!("+{below}"),
        };
        let press = move |_| super::part::turn(&state, &id);
        Some(view! {
            <button type="button" class="card__turn" tabindex="-1" aria-hidden="true" title=title data-open=open.to_string()
                on:click=press>{face}</button>
        })
    }
}

/// The card that Tab leads to: the one the keyboard is on, else the first.
fn tab_stop(state: &ProjectState) -> Option<CardId> {
    let current = state.session.current.get();
    state.picture.structure.with(|structure| {
        current
            .filter(|current| structure.seat(current).is_some())
            .or_else(|| structure.roots().first().cloned())
    })
}

/// The text, line by line exactly as the figure crate broke it, so that screen and export agree.
fn lines(face: ArcRwSignal<std::sync::Arc<Face>>) -> impl IntoView {
    move || {
        let face = face.get();
        let line = |line: &figure::Line| {
            // The space at which a line was broken: for those who copy, and for programs that compare text and name.
            let text = format!("{} ", face.card.text.get(line.range.clone()).unwrap_or_default());
            view! { <span class="card__line" aria-hidden="true">{text}</span> }
        };
        face.text.lines.iter().map(line).collect_view()
    }
}

fn face_status(face: ArcRwSignal<std::sync::Arc<Face>>) -> impl Fn() -> Option<&'static str> {
    move || face.read().card.status.map(Status::as_str)
}

/// The status, and how much is said, measured and tested about the card.
fn foot(card: CardId, face: ArcRwSignal<std::sync::Arc<Face>>) -> impl IntoView {
    let shown = Memo::new(move |_| {
        let face = face.read();
        (face.card.status, face.counts)
    });
    move || {
        let (status, counts) = shown.get();
        let chip = |status: Status| view! { <StatusChip status attr:aria-hidden="true" /> };
        (status.is_some() || !counts.is_empty()).then(|| {
            view! { <span class="card__foot">{status.map(chip)}<Badges card=card.clone() counts /></span> }
        })
    }
}

/// A status as a drawing, beside its word: colour never speaks alone.
pub const fn status_icon(status: Status) -> Icon {
    match status {
        Status::Suggested => Icon::CircleEmpty,
        Status::Planned => Icon::CircleQuarter,
        Status::Testing => Icon::CircleHalf,
        Status::Adopted => Icon::CircleFull,
        Status::Parked => Icon::Bars,
        Status::Stopped => Icon::Cross,
    }
}

/// Drawn by the style sheet, as badges are: a card's text and its name agree.
fn who(here: Memo<Vec<Participant>>) -> impl IntoView {
    move || {
        here.with(|here| {
            let first = here.first()?;
            let more = here.len() - 1;
            let name = first.presence.name.clone();
            let words = if more == 0 { name } else { format!("{name} +{more}") };
            Some(view! { <span class="card__who" aria-hidden="true" data-who=words data-hue=first.presence.color.to_string()></span> })
        })
    }
}

/// Where a card stands in the tree, as assistive technology counts.
#[derive(Debug, Clone, PartialEq, Default)]
struct TreePlace {
    depth: usize,
    place: usize,
    of: usize,
}

impl TreePlace {
    fn of(structure: &Structure, id: &CardId) -> Self {
        let mut depth = 1;
        let mut parent = structure.home(id);
        while let Some(above) = parent {
            depth += 1;
            parent = structure.home(above);
        }
        let siblings = structure.siblings(id, structure.home(id));
        let place = siblings.iter().position(|sibling| sibling == id).map_or(1, |at| at + 1);
        Self { depth, place, of: siblings.len().max(1) }
    }
}

/// How many cards of each level hang from a card.
fn children(structure: &Structure, id: &CardId) -> Vec<(Level, usize)> {
    let levels: Vec<Level> =
        structure.children(id).iter().filter_map(|child| structure.level(child)).collect();
    let count = |level: &Level| levels.iter().filter(|other| *other == level).count();
    Level::ALL.into_iter().map(|level| (level, count(&level))).filter(|(_, count)| *count > 0).collect()
}

/// The card's name as it is spoken: text, level and place, what hangs from it, what else it works on, who is in it.
pub fn spoken(
    state: ProjectState,
    id: CardId,
    (face, here): (ArcRwSignal<std::sync::Arc<Face>>, Memo<Vec<Participant>>),
) -> impl Fn() -> String {
    move || {
        let text = face.read().card.text.clone();
        let structure = state.picture.structure.read();
        let level = structure.level(&id).unwrap_or(Level::Idea);
        let TreePlace { place, of, .. } = TreePlace::of(&structure, &id);
        let text = if text.is_empty() { say().card_empty() } else { text.trim_end_matches('.') };
        let mut said = vec![format!("{text}.")];
        if let Some(status) = face.read().card.status {
            said.push(format!("{}.", say().status(status)));
        }
        said.push(match level {
            Level::Aim => format!("{}.", say().level(level)),
            level => say().card_place(say().level(level), place, of),
        });
        // What is closed hangs from it all the same.
        for (level, count) in state.document.structure.with(|whole| children(whole, &id)) {
            said.push(format!("{}.", say().level_count(level.as_str(), count)));
        }
        if level != Level::Aim && structure.home(&id).is_none() {
            said.push(say().card_not_linked().to_owned());
        }
        said.extend(badges::spoken(face.read().counts));
        for parent in structure.parents(&id).iter().skip(1) {
            if let Some(parent) = state.document.card_now(parent) {
                said.push(say().card_also_under(&parent.text));
            }
        }
        for other in here.read().iter() {
            let Presence { name, caret, .. } = &other.presence;
            let field = TextField::CardText(id.clone());
            let writes = caret.as_ref().is_some_and(|caret| caret.field == field);
            said.push(if writes { say().card_written_in(name) } else { say().card_visited(name) });
        }
        said.join(" ")
    }
}
