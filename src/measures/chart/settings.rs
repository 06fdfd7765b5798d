//! What a person decides about a chart: its kind, its rules with their lengths, which points the lines come from, and
//! where they begin anew, with a reason.

use figure::said;
use leptos::prelude::*;
use model::edit::MeasureField;
use model::measure::{PhaseStart, PlanField, PlanNumber};
use statistics::{ChartKind, RuleSet};

use crate::days;
use crate::language::say;
use crate::measures::edit::Subject;
use crate::measures::fields::NumberField;
use crate::measures::lines::Reading;
use crate::ui::{Button, Check, Icon, IconButton, Kind as Tone, unique_id};

/// The settings.
#[component]
pub fn Settings(
    /// The measure.
    subject: Subject,
    /// What its numbers say.
    reading: Memo<Reading>,
    /// Whether one may only read.
    reader: Memo<bool>,
) -> impl IntoView {
    let kind = Memo::new(move |_| reading.with(|reading| reading.chart.settings.kind));
    let rules = Memo::new(move |_| reading.with(|reading| reading.chart.settings.rules));
    let has_lengths = move || rules.get().has_lengths();
    let screens = move || kind.get().screens();
    let screened = subject.part(|measure| measure.screen);
    let (kind_id, rules_id) = (unique_id("kind"), unique_id("rules"));
    let set = move |field: PlanField| {
        move |event: web_sys::Event| {
            let mut fields = vec![MeasureField::Plan(field, event_target_value(&event))];
            if field == PlanField::Rules {
                // Lengths are those of a rule set, until they are set.
                fields.push(MeasureField::Number(PlanNumber::Shift, None));
                fields.push(MeasureField::Number(PlanNumber::Trend, None));
            }
            subject.set_all(fields);
        }
    };
    view! {
        <details class="chart__settings">
            <summary class="more__summary">{say().settings_title()}</summary>
            <fieldset class="more__group" disabled=move || reader.get()>
                <div class="field">
                    <label class="field__label" for=kind_id.clone()>{say().settings_kind()}</label>
                    <select id=kind_id class="field__input" data-chart-kind="" on:change=set(PlanField::Chart)>
                        {ChartKind::all().map(|one| view! {
                            <option value=one.name() prop:selected=move || kind.get() == one>{said::kind(one, say())}</option>
                        }).collect_view()}
                    </select>
                </div>
                <div class="field">
                    <label class="field__label" for=rules_id.clone()>{say().settings_rules()}</label>
                    <select id=rules_id class="field__input" on:change=set(PlanField::Rules)>
                        {RuleSet::ALL.map(|one| view! {
                            <option value=one.name() prop:selected=move || rules.get() == one>{said::rules(one, say())}</option>
                        }).collect_view()}
                    </select>
                </div>
                <Show when=has_lengths>
                    <NumberField subject number=PlanNumber::Shift label=say().settings_shift() />
                    <NumberField subject number=PlanNumber::Trend label=say().settings_trend() />
                </Show>
                <NumberField subject number=PlanNumber::Freeze label=say().settings_freeze() />
                <Show when=screens><Check label=say().settings_screen() checked=screened on_change=move |screen| subject.set(MeasureField::Screen(screen)) /></Show>
                <Phases subject reader />
            </fieldset>
        </details>
    }
}

/// Where the lines begin anew. A phase is made only with a reason.
#[component]
fn Phases(subject: Subject, reader: Memo<bool>) -> impl IntoView {
    let phases = Memo::new(move |_| subject.with(exchange::phases::read));
    let (date, reason, fault) =
        (RwSignal::new(String::new()), RwSignal::new(String::new()), RwSignal::new(""));
    let write = move |phases: Vec<PhaseStart>| {
        subject.set(MeasureField::Plan(PlanField::Phases, exchange::phases::write(&phases)));
    };
    let add = move |()| {
        let (on, why) = (date.get_untracked(), reason.get_untracked());
        if figure::measured::day_of(&on).is_none() {
            return fault.set(say().phase_no_date());
        }
        if why.trim().is_empty() {
            return fault.set(say().phase_no_reason());
        }
        let mut all = phases.get_untracked();
        all.retain(|phase| phase.date != on);
        all.push(PhaseStart { date: on, reason: why.trim().to_owned() });
        write(all);
        fault.set("");
        date.set(String::new());
        reason.set(String::new());
    };
    let row = move |phase: PhaseStart| {
        let words = format!("{} – {}", days::written(&phase.date), phase.reason);
        let name = say().phase_remove(&words);
        let gone = phase.clone();
        view! {
            <li class="watched">
                <span>{words}</span>
                <Show when=move || !reader.get()>
                    <IconButton label=name.clone() icon=Icon::Close on_press={
                        let gone = gone.clone();
                        move |()| write(phases.get_untracked().into_iter().filter(|one| *one != gone).collect())
                    } />
                </Show>
            </li>
        }
    };
    let (date_id, reason_id) = (unique_id("phase"), unique_id("phase-reason"));
    view! {
        <div class="chart__phases">
            <h3 class="details__heading">{say().phase_title()}</h3>
            <p class="measures__hint">{say().phase_hint()}</p>
            <ul class="watched__list">{move || phases.get().into_iter().map(row).collect_view()}</ul>
            <Show when=move || !reader.get()>
                <div class="field">
                    <label class="field__label" for=date_id.clone()>{say().phase_date()}</label>
                    <input id=date_id.clone() class="field__input" type="date" prop:value=move || date.get()
                        on:input=move |event| date.set(event_target_value(&event)) />
                </div>
                <div class="field">
                    <label class="field__label" for=reason_id.clone()>{say().phase_reason()}</label>
                    <input id=reason_id.clone() class="field__input" type="text" maxlength="200" prop:value=move || reason.get()
                        on:input=move |event| reason.set(event_target_value(&event)) />
                </div>
                <p class="field__error" role="alert" hidden=move || fault.get().is_empty()>{move || fault.get()}</p>
                <Button label=say().phase_add() icon=Icon::Plus kind=Tone::Plain on_press=add />
            </Show>
        </div>
    }
}
