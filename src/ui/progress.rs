//! Long work: what is being done, how far it is, and a way to stop it.

use leptos::prelude::*;

use super::button::Button;
use super::unique_id;
use crate::language::say;

/// A bar with words. Without a share it only says that something is going on.
#[component]
pub fn Progress(
    /// What is being done
    #[prop(into)]
    label: Signal<String>,
    /// How much of it is done, from 0 to 1; None when that cannot be said
    #[prop(optional, into)]
    share: Signal<Option<f64>>,
    /// Stops it, where that is possible
    #[prop(optional, into)]
    on_cancel: Option<Callback<()>>,
) -> impl IntoView {
    let id = unique_id("progress");
    let cancel = on_cancel.map(|stop| view! { <Button label=say().ui_cancel() on_press=stop /> });
    view! {
        <div class="progress">
            <p id=id.clone()>{move || label.get()}</p>
            <progress class="progress__bar" aria-labelledby=id max="1" value=move || share.get()></progress>
            {cancel}
        </div>
    }
}
