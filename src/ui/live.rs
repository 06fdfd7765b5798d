//! The one polite live region: says what just happened, and groups what others do, so that nobody is talked down.

use std::{collections::BTreeMap, time::Duration};

use leptos::prelude::*;

use crate::language::say;

/// Time for what one does oneself to come together, and for the region to be seen as emptied before it is filled.
const OWN: Duration = Duration::from_millis(150);
/// Time for what others do to come together.
const OTHERS: Duration = Duration::from_secs(5);

/// Something that somebody else did.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Heard {
    /// The name they go by.
    pub who: String,
    /// What they did, as it goes on after the name: "added a card".
    pub what: String,
    /// What it was done to; twice to the same counts once.
    pub about: String,
}

/// Where all pages put what screen readers should say. Provided once, in `app.rs`.
#[derive(Clone, Copy)]
pub struct Live {
    words: RwSignal<String>,
    own: StoredValue<Vec<String>>,
    others: StoredValue<Vec<Heard>>,
}

impl Live {
    /// Makes it and gives it to everything below.
    pub fn provide() -> Self {
        let live = Self {
            words: RwSignal::new(String::new()),
            own: StoredValue::new(Vec::new()),
            others: StoredValue::new(Vec::new()),
        };
        provide_context(live);
        live
    }

    /// The region of this page.
    pub fn expect() -> Self {
        use_context().expect("Live is provided in app.rs")
    }

    /// Says what one did oneself, soon.
    pub fn say(self, text: impl Into<String>) {
        let is_first = self.own.with_value(Vec::is_empty);
        self.own.update_value(|own| own.push(text.into()));
        if is_first {
            // A region that says the same twice is silent the second time, unless it was empty in between.
            self.words.set(String::new());
            set_timeout(move || self.speak(), OWN);
        }
    }

    /// Takes back what was said of oneself: it is no longer so.
    pub fn hush(self) {
        self.own.update_value(Vec::clear);
        self.words.set(String::new());
    }

    /// Keeps what somebody else did, and says it together with what follows within some seconds.
    pub fn hear(self, heard: Heard) {
        let is_first = self.others.with_value(Vec::is_empty);
        self.others.update_value(|others| {
            if !others.contains(&heard) {
                others.push(heard);
            }
        });
        if is_first {
            set_timeout(move || self.gather(), OTHERS);
        }
    }

    fn gather(self) {
        // None after the app is gone.
        if let Some(others) = self.others.try_update_value(std::mem::take) {
            self.say(grouped(&others));
        }
    }

    fn speak(self) {
        // Nothing is left of what was taken back.
        if let Some(own) = self.own.try_update_value(std::mem::take).filter(|own| !own.is_empty()) {
            self.words.set(own.join(" "));
        }
    }
}

/// Says many doings in few words: one sentence a person, "3 times" for what they repeated.
pub fn grouped(heard: &[Heard]) -> String {
    let mut people: BTreeMap<&str, Vec<(&str, usize)>> = BTreeMap::new();
    for Heard { who, what, .. } in heard {
        let doings = people.entry(who).or_default();
        match doings.iter_mut().find(|(known, _)| known == what) {
            Some((_, times)) => *times += 1,
            None => doings.push((what, 1)),
        }
    }
    let sentences: Vec<String> = people.iter().map(|(who, doings)| sentence(who, doings)).collect();
    sentences.join(" ")
}

fn sentence(who: &str, doings: &[(&str, usize)]) -> String {
    let parts: Vec<String> = doings
        .iter()
        .map(
            |(what, times)| if *times == 1 { (*what).to_owned() } else { say().ui_live_times(*what, *times) },
        )
        .collect();
    say().ui_live_doings(who, &parts.join("; "))
}

/// The region itself; once in a page.
#[component]
pub fn LiveRegion() -> impl IntoView {
    let live = Live::expect();
    view! {
        <div class="unseen" role="status" aria-live="polite" aria-atomic="true">
            {move || live.words.get()}
        </div>
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(heard: &[(&str, &str)], expected: &str) {
        let heard: Vec<Heard> = heard
            .iter()
            .map(|(who, what)| Heard {
                who: (*who).to_owned(),
                what: (*what).to_owned(),
                about: String::new(),
            })
            .collect();
        assert_eq!(grouped(&heard), expected);
    }

    #[test]
    fn u2_what_others_do_is_said_in_one_sentence_each() {
        check(&[], "");
        check(&[("Sam", "added a card")], "Sam added a card.");
        check(
            &[
                ("Sam", "added a card"),
                ("Amina", "deleted “Flow”"),
                ("Sam", "added a card"),
                ("Sam", "drew a link"),
            ],
            "Amina deleted “Flow”. Sam added a card, 2 times; drew a link.",
        );
    }
}
