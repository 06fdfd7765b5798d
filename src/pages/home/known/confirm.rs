//! Asks before the owner link goes: perhaps nobody else has it.

use leptos::{prelude::*, task::spawn_local};
use model::Role;

use super::forgetting::Forgetting;
use super::title;
use crate::app::project_address;
use crate::language::say;
use crate::ui::{Button, ByHand, Dialog, Icon, Kind, copied};

/// How it went with the clipboard.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Copying {
    Unasked,
    Done,
    Refused,
}

/// The question; it opens when a project is to be forgotten of which this device has the owner link.
#[component]
pub fn Confirm() -> impl IntoView {
    let forgetting = Forgetting::expect();
    let heading =
        Signal::derive(move || forgetting.asked.with(|known| say().home_forget_really(&title(known))));
    view! {
        <Dialog title=heading open=forgetting.asking>
            <Question forgetting=forgetting />
        </Dialog>
    }
}

#[component]
fn Question(forgetting: Forgetting) -> impl IntoView {
    let known = forgetting.asked.get_untracked();
    let address =
        StoredValue::new(project_address(&known.id, known.keys.of(Role::Owner).unwrap_or_default()));
    let copying = RwSignal::new(Copying::Unasked);
    let copy = move |()| {
        spawn_local(async move {
            let done = copied(&address.get_value()).await;
            copying.set(if done { Copying::Done } else { Copying::Refused });
        });
    };
    let close = move |()| forgetting.asking.set(false);
    let forget = move |()| {
        close(());
        forgetting.forget(known.clone());
    };
    let told = move || match copying.get() {
        Copying::Unasked => "",
        Copying::Done => say().home_owner_link_copied(),
        Copying::Refused => say().home_owner_link_not_copied(),
    };
    view! {
        <p>{say().home_owner_link_goes()}</p>
        <p role="status">{told}</p>
        <Show when=move || copying.get() == Copying::Refused>
            <ByHand label=say().home_owner_link() text=address.get_value() />
        </Show>
        <p class="dialog__foot">
            <Button label=say().ui_cancel() on_press=close />
            <Button label=say().home_forget() kind=Kind::Danger on_press=forget />
            <Button label=say().home_owner_link_copy() icon=Icon::Copy kind=Kind::Filled on_press=copy />
        </p>
    }
}
