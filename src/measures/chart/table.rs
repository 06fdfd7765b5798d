//! The chart as a table, for those who read rather than see, and for whoever checks a number.

use figure::said;
use leptos::prelude::*;
use statistics::Plotted;

use crate::language::say;
use crate::measures::lines::Reading;
use crate::measures::plan;

/// The table; it is made when it is opened.
#[component]
pub fn Table(
    /// What is told.
    reading: Memo<Reading>,
) -> impl IntoView {
    let open = RwSignal::new(false);
    let heads = [
        say().measures_date(),
        say().measures_value(),
        say().table_centre(),
        say().table_lower(),
        say().table_upper(),
        say().table_says(),
    ];
    let rows = move || {
        reading.with(|reading| {
            let row = |(place, point): (usize, &Plotted)| {
                let number =
                    |value: Option<f64>| value.map_or_else(String::new, |value| said::number(value, say()));
                let value =
                    point.value.map_or_else(String::new, |value| plan::value(value, &reading.look.unit));
                let limits = point.limits.as_ref();
                let says = said::rule_at(&reading.chart, place, say());
                view! {
                    <tr>
                        <th scope="row">{said::date(point.day, say())}</th>
                        <td>{value}</td>
                        <td>{number(point.centre)}</td>
                        <td>{number(limits.map(|limits| limits.lower[2]))}</td>
                        <td>{number(limits.map(|limits| limits.upper[2]))}</td>
                        <td>{says}</td>
                    </tr>
                }
            };
            reading.chart.points.iter().enumerate().map(row).collect_view()
        })
    };
    view! {
        <details class="chart__table" on:toggle=move |event| open.set(is_open(&event))>
            <summary class="more__summary">{say().table_title()}</summary>
            <Show when=move || open.get()>
                <div class="chart__scroll" tabindex="0" role="region" aria-label=say().table_title()>
                    <table class="plan">
                        <thead><tr>{heads.map(|head| view! { <th scope="col">{head}</th> }).collect_view()}</tr></thead>
                        <tbody>{rows}</tbody>
                    </table>
                </div>
            </Show>
        </details>
    }
}

/// Whether what was opened or shut is open.
pub fn is_open(event: &leptos::ev::Event) -> bool {
    use wasm_bindgen::JsCast;
    let details = event.target().and_then(|target| target.dyn_into::<web_sys::Element>().ok());
    details.is_some_and(|details| details.has_attribute("open"))
}
