//! What there is to say about a project: advice and what needs attention, looked at again when nobody types.

use std::collections::BTreeSet;
use std::sync::Arc;
use std::time::Duration;

use leptos::leptos_dom::helpers::TimeoutHandle;
use leptos::prelude::*;
use leptos::wasm_split::{SplitLoaderError, wasm_split};
use model::attention::{Matter, attention};
use model::check::{self, About, Date, Finding, Heading, Rule};
use model::{CardId, Project, Structure};
use words::Words;
use words::finding::Sentences;

use super::ProjectState;
use super::session::Panel;
use super::session::view::Section;
use crate::language::say;
use crate::ui::later::now_or_soon;

/// What is told with the matters above, with what mends them, and not once more under its heading.
const TOLD_ABOVE: [Rule; 2] = [Rule::Vi1, Rule::Vl1];

/// Everything there is to say, in the order in which it is shown.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Advice {
    /// What needs attention.
    pub matters: Vec<Told<Matter>>,
    /// The findings that are open, by heading.
    pub open: Vec<Told<Finding>>,
    /// The findings that are not for this team.
    pub dismissed: Vec<Told<Finding>>,
    /// Whether there is anything to look at.
    pub looked: bool,
}

/// Something with its words.
#[derive(Debug, Clone, PartialEq)]
pub struct Told<Fact> {
    /// The same for as long as it is about the same.
    pub key: String,
    /// What it is.
    pub fact: Fact,
    /// What it says.
    pub title: String,
    /// What is written in what it is about; empty for the project as a whole.
    pub about: String,
    /// Why it matters, who says so, and what "not for us" is said of; none where no guide speaks of it.
    pub advice: Option<Reason>,
}

/// Why something is said.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[expect(missing_docs, reason = "the words explain themselves")]
pub struct Reason {
    pub rule: Rule,
    pub why: &'static str,
    pub source: &'static str,
}

impl Advice {
    /// Looks at a project on a day. `written` as in [`attention`].
    pub fn of(
        (project, structure): (&Project, &Structure),
        written: &BTreeSet<CardId>,
        (words, today): (Words, Date),
    ) -> Self {
        let findings = check::check_with(project, structure, today);
        let (open, dismissed) = check::split(project, findings);
        let tell = |finding: Finding| tell(words, finding, project);
        let matter = |matter: Matter| Told {
            key: matter.key(),
            title: words::attention::sentence(words, &matter, project),
            about: String::new(),
            advice: reason(words, &matter, &open, project),
            fact: matter,
        };
        let matters = attention(project, structure, written).into_iter().map(matter).collect();
        let under_headings = open.iter().filter(|finding| !TOLD_ABOVE.contains(&finding.rule));
        Self {
            matters,
            open: under_headings.cloned().map(tell).collect(),
            dismissed: dismissed.into_iter().map(tell).collect(),
            looked: !structure.is_empty(),
        }
    }

    /// How much is listed, what was put aside not counted.
    pub fn count(&self) -> usize {
        self.matters.len() + self.open.len()
    }

    /// The keys of the open findings under a heading.
    pub fn under(&self, heading: Heading) -> Vec<String> {
        let under = self.open.iter().filter(|told| told.fact.heading() == heading);
        under.map(|told| told.key.clone()).collect()
    }
}

fn tell(words: Words, finding: Finding, project: &Project) -> Told<Finding> {
    let Sentences { title, why, source } = words::finding::sentences(words, &finding, project);
    let about = match finding.about {
        About::Project => String::new(),
        _ => finding.about.text(project),
    };
    let advice = Some(Reason { rule: finding.rule, why, source });
    Told { key: finding.key(), title, about, advice, fact: finding }
}

/// Why a matter is one, from the finding that speaks of it too.
fn reason(words: Words, matter: &Matter, open: &[Finding], project: &Project) -> Option<Reason> {
    let speaks = |finding: &&Finding| match matter {
        Matter::Unlinked(_) => finding.rule == Rule::Vi1,
        Matter::Link(key, _) => finding.rule == Rule::Vl1 && finding.about == About::Link(key.clone()),
        _ => false,
    };
    open.iter().find(speaks).and_then(|finding| tell(words, finding.clone(), project).advice)
}

/// How long to wait until one looks again, in milliseconds.
#[derive(Debug, Clone, Copy)]
struct Pace {
    /// After the last change.
    pause: f64,
    /// After the first change that was not looked at.
    longest: f64,
}

/// While the list is read it follows, but never letter by letter.
const READ: Pace = Pace { pause: 400.0, longest: 5_000.0 };
/// For the number on the button, nobody has to wait for a look.
const SHUT: Pace = Pace { pause: 3_000.0, longest: f64::INFINITY };

impl Pace {
    /// How long from now, when the first change that was not looked at is so old.
    fn wait(self, age: f64) -> f64 {
        self.pause.min(self.longest - age).max(0.0)
    }
}

/// What there is to say, as the page reads it.
#[derive(Clone, Copy)]
pub struct AdviceState {
    /// As it was at the last look.
    pub now: RwSignal<Arc<Advice>>,
    /// Deleted cards that somebody was seen to write in.
    written: StoredValue<BTreeSet<CardId>>,
    waits: StoredValue<Waits>,
}

/// What is going to be looked at.
#[derive(Default)]
struct Waits {
    /// When the first change came that was not looked at, in milliseconds since 1970.
    since: Option<f64>,
    timer: Option<TimeoutHandle>,
}

impl Default for AdviceState {
    fn default() -> Self {
        Self::new()
    }
}

impl AdviceState {
    /// Nothing was looked at yet.
    pub fn new() -> Self {
        Self {
            now: RwSignal::new(Arc::default()),
            written: StoredValue::new(BTreeSet::new()),
            waits: StoredValue::new(Waits::default()),
        }
    }

    /// The project changed: looks again soon.
    pub(super) fn touched(&self, state: ProjectState) {
        let measures = state.session.view.section.with_untracked(Section::measures);
        let reads = measures || state.session.panel.get_untracked() == Some(Panel::Check);
        let pace = if reads { READ } else { SHUT };
        let now = js_sys::Date::now();
        self.waits.update_value(|waits| {
            let since = *waits.since.get_or_insert(now);
            if let Some(timer) = waits.timer.take() {
                timer.clear();
            }
            let wait = Duration::from_millis(pace.wait(now - since) as u64);
            // No browser refuses a timer; without one, the list follows when it is opened.
            waits.timer = set_timeout_with_handle(move || state.advice.look(&state), wait).ok();
        });
    }

    /// Looks now.
    pub fn look(&self, state: &ProjectState) {
        // A page that was left has nothing to look at.
        let Some(waits) = self.waits.try_update_value(std::mem::take) else { return };
        if let Some(timer) = waits.timer {
            timer.clear();
        }
        // Until the checks have come, the number stays as it was; their panel says when they cannot.
        now_or_soon(looked(*state), drop);
    }

    /// Somebody was seen to write in cards that are deleted.
    pub fn written(&self, cards: impl IntoIterator<Item = CardId>) {
        self.written.update_value(|written| written.extend(cards));
    }

    /// A deleted card may stay so, whatever was written in it.
    pub fn let_go(&self, card: &CardId) {
        self.written.update_value(|written| {
            written.remove(card);
        });
    }

    /// Looks no more.
    pub(super) fn stop(&self) {
        let timer = self.waits.try_update_value(|waits| waits.timer.take()).flatten();
        if let Some(timer) = timer {
            timer.clear();
        }
    }
}

/// Looks; how a project is checked, and in which words, is fetched when it is first looked at.
#[wasm_split(beside, wasm_split_path = leptos::wasm_split, fallible)]
fn looked(state: ProjectState) -> Result<(), SplitLoaderError> {
    let AdviceState { now, written, .. } = state.advice;
    // A page that was left while this was fetched has nothing to look at.
    let Some(structure) = state.document.structure.try_get_untracked() else { return Ok(()) };
    let advice = state.document.with_project(|project| {
        // What is back counts no more, also when it is deleted another time.
        let is_deleted = |card: &CardId| project.cards.get(card).is_some_and(|card| card.deleted.is_some());
        written.update_value(|written| written.retain(is_deleted));
        let on = (project, &*structure);
        written.with_value(|written| Advice::of(on, written, (say(), today())))
    });
    if **now.read_untracked() != advice {
        now.set(Arc::new(advice));
    }
    Ok(())
}

/// The day here.
fn today() -> Date {
    let words::Day { year, month, day } = crate::days::today();
    Date::from_ymd_opt(year, month.into(), day.into()).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use model::{Card, Level, Link, LinkKey, Order};
    use words::Language;

    use super::*;

    fn id(text: &str) -> CardId {
        CardId::parse(text).unwrap()
    }

    /// The matters and open findings of a project of `id` or `id>effect` (the first letter is the level), and their count.
    fn check(words: &str, dismissed: &[&str], expected: &str) {
        let mut project = Project::default();
        for word in words.split_whitespace() {
            let (from, to) = word.split_once('>').map_or((word, None), |(from, to)| (from, Some(to)));
            let level = Level::ALL.into_iter().find(|level| level.as_str().starts_with(&from[..1])).unwrap();
            let card = Card::new(id(from), level, format!("Card {from}"));
            project.cards.entry(id(from)).or_insert(card);
            if let Some(to) = to {
                let key = LinkKey { from: id(from), to: id(to) };
                project.links.insert(key, Link::new(id(from), id(to), Order::default()));
            }
        }
        project.dismissed.extend(dismissed.iter().map(|key| (*key).to_owned()));
        let structure = Structure::of(&project);
        let words = Words::new(Language::English);
        let today = Date::from_ymd_opt(2026, 5, 3).unwrap();
        let advice = Advice::of((&project, &structure), &BTreeSet::new(), (words, today));
        assert!(advice.looked || advice.count() == 0, "an empty project is taught, not advised");
        let matters = advice.matters.iter().map(|told| told.key.as_str());
        let about_links = |told: &&Told<Finding>| matches!(told.fact.rule, Rule::Vi1 | Rule::Vl1);
        let open = advice.open.iter().filter(about_links).map(|told| told.key.as_str());
        let aside = advice.dismissed.iter().filter(about_links).map(|told| told.key.as_str());
        let said = [matters.collect::<Vec<_>>(), open.collect(), vec!["|"], aside.collect()].concat();
        assert_eq!(said.join(" "), expected, "{words:?}", words = project.links.keys());
        assert_eq!(
            advice.count(),
            advice.matters.len()
                + Heading::ALL.map(|heading| advice.under(heading).len()).iter().sum::<usize>()
        );
    }

    #[test]
    fn n6_what_is_listed_once_is_not_listed_twice() {
        check("", &[], "|");
        check("aim p1>aim i1>p1", &[], "|");
        check("aim p1>aim i1 i2", &[], "unlinked |");
        check("aim p1>aim i1 i2 i3 i4 i5 i6 i7", &[], "unlinked |");
        check("aim p1>aim i1", &["VI1/i1"], "| VI1/i1");
        check("aim p1>aim p2>aim p1>p2 p2>p1", &[], "link/p1>p2 link/p2>p1 |");
        check("aim p1>aim p2>aim p1>p2 p2>p1", &["VL1/p1>p2"], "link/p2>p1 | VL1/p1>p2");
    }

    #[test]
    fn n7_one_looks_when_nobody_types_and_not_much_later() {
        for (pace, age, expected) in [
            (READ, 0.0, 400.0),
            (READ, 4_500.0, 400.0),
            (READ, 4_900.0, 100.0),
            (READ, 6_000.0, 0.0),
            (SHUT, 0.0, 3_000.0),
            (SHUT, 3_600_000.0, 3_000.0),
        ] {
            assert_eq!(pace.wait(age), expected, "{pace:?} {age}");
        }
    }
}
