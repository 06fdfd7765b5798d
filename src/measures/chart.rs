//! The chart of a measure: which one, what it shows, what it says in words, and the same as a table.

use figure::measured::{self, Preset};
use figure::said;
use leptos::prelude::*;
use model::edit::MeasureField;
use model::measure::{PlanField, PlanNumber};
use statistics::{ChartKind, Proposal as Fitting, Reason, RuleSet};

use super::edit::Subject;
use super::lines::Reading;
use crate::language::say;
use crate::pages::project::details::segments::Segments;
use crate::ui::{Button, Kind as Tone};

pub mod picture;
pub mod settings;
pub mod table;

/// The name of any other chart among the presets.
const OTHER: &str = "other";

/// The chart.
#[component]
pub fn ChartOf(
    /// The measure.
    subject: Subject,
    /// What its numbers say.
    reading: Memo<Reading>,
    /// Whether one may only read.
    reader: Memo<bool>,
) -> impl IntoView {
    let fitting = Memo::new(move |_| subject.with(measured::proposal));
    let patterns = move || {
        let sentences = reading.with(|reading| said::patterns(&reading.chart, say()));
        sentences.into_iter().map(|sentence| view! { <li>{sentence}</li> }).collect_view()
    };
    view! {
        <section class="chart" aria-label=say().measures_chart()>
            <header class="chart__head">
                <h2>{say().measures_chart()}</h2>
                <fieldset class="chart__presets" disabled=move || reader.get()><Presets subject reading fitting /></fieldset>
            </header>
            <picture::Picture reading />
            <picture::Spread subject reading />
            <div class="chart__said">
                <h3 class="details__heading">{say().measures_says()}</h3>
                <ul class="chart__patterns" data-patterns="">{patterns}</ul>
                <Proposal subject reading reader fitting />
                <Disagreement subject reading fitting />
            </div>
            <settings::Settings subject reading reader />
            <table::Table reading />
            <picture::Save reading />
        </section>
    }
}

/// Sets a chart with its rules; lengths go back to those of the rules.
pub fn choose(subject: Subject, (kind, rules): (ChartKind, RuleSet)) {
    subject.set_all([
        MeasureField::Plan(PlanField::Chart, kind.name().to_owned()),
        MeasureField::Plan(PlanField::Rules, rules.name().to_owned()),
        MeasureField::Number(PlanNumber::Shift, None),
        MeasureField::Number(PlanNumber::Trend, None),
    ]);
}

fn preset_name(preset: Preset) -> &'static str {
    match preset {
        Preset::Team => "team",
        Preset::Board => "board",
    }
}

/// The two ways most people read a measure, and any other.
#[component]
fn Presets(subject: Subject, reading: Memo<Reading>, fitting: Memo<Fitting>) -> impl IntoView {
    let now = Memo::new(move |_| {
        reading.with(|reading| Preset::of(&reading.chart.settings).map_or(OTHER, preset_name))
    });
    let options =
        vec![("team", say().preset_team()), ("board", say().preset_board()), (OTHER, say().preset_other())];
    let on_choose =
        move |name: &'static str| match Preset::ALL.into_iter().find(|preset| preset_name(*preset) == name) {
            Some(preset) => choose(subject, preset.chart()),
            None => {
                let proposal = fitting.get_untracked();
                let kind = if takes_other_data(&proposal) { ChartKind::Xmr } else { proposal.kind };
                choose(subject, (kind, RuleSet::Shewhart));
                crate::ui::after_paint(|| {
                    crate::ui::focus_at("[data-chart-kind]");
                });
            }
        };
    let hint = move || match now.get() {
        "team" => say().preset_team_hint(),
        "board" => say().preset_board_hint(),
        _ => say().preset_other_hint(),
    };
    view! {
        <Segments label=say().preset_label() now options on_choose />
        <p class="measures__hint">{hint}</p>
    }
}

/// Whether a proposed chart is one of data that were to be collected otherwise, so that it cannot be drawn of these.
fn takes_other_data(proposal: &Fitting) -> bool {
    proposal.reason == Reason::MostlyZero
}

/// The chart that fits the data, with the reason; one tap takes it.
#[component]
fn Proposal(
    subject: Subject,
    reading: Memo<Reading>,
    reader: Memo<bool>,
    fitting: Memo<Fitting>,
) -> impl IntoView {
    let proposal = Memo::new(move |_| {
        let proposal = fitting.get();
        let now = reading.with(|reading| reading.chart.settings.kind);
        // A run chart asks nothing of the data: it fits whatever they are.
        let fits = [ChartKind::Run, proposal.kind].contains(&now) || Some(now) == proposal.beside;
        (!fits && !reading.with(|reading| reading.chart.points.is_empty())).then_some(proposal)
    });
    move || {
        proposal.get().map(|proposal| {
            let words = said::reason(&proposal, say());
            view! {
                <p class="chart__proposal">{words}" "
                    <Show when=move || !reader.get() && !takes_other_data(&proposal)>
                        <Button label=say().measures_use_it() kind=Tone::Link on_press=move |()| choose(subject, (proposal.kind, RuleSet::Shewhart)) />
                    </Show>
                </p>
            }
        })
    }
}

/// Where the board's chart and the chart that fits the data have other points outside, and why.
#[component]
fn Disagreement(subject: Subject, reading: Memo<Reading>, fitting: Memo<Fitting>) -> impl IntoView {
    let disagreement = Memo::new(move |_| {
        let chart = reading.with(|reading| reading.chart.clone());
        if fitting.with(takes_other_data) {
            return None;
        }
        let fitting = fitting.get().kind;
        let other = if chart.settings.kind == fitting { ChartKind::Xmr } else { fitting };
        if chart.settings.kind == ChartKind::Run || other == ChartKind::Run {
            return None;
        }
        let series = subject.with(measured::series);
        let mut settings = chart.settings.clone();
        settings.kind = other;
        settings.multiplier = subject.with(|measure| measured::multiplier_on(measure, other));
        let second = statistics::chart(&series, &settings).shown();
        let found = statistics::disagreement(&chart, &second)?;
        Some(said::disagreement(&chart, &second, &found, say()))
    });
    move || disagreement.get().map(|words| view! { <p class="chart__proposal">{words}</p> })
}
