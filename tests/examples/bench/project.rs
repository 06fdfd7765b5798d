//! The projects that are opened.

use serde_json::json;

const LEVELS: [&str; 5] = ["aim", "primary", "secondary", "tertiary", "idea"];

/// Project JSON of that many cards: a tree that is as wide as it takes to have no more than five levels.
pub(crate) fn of(count: usize) -> String {
    let wide = (1_usize..).find(|wide| (0..5).map(|depth| wide.pow(depth)).sum::<usize>() >= count).unwrap();
    let parent = |number: usize| (number - 1) / wide;
    let depth =
        |number: usize| std::iter::successors(Some(number), |at| (*at > 0).then(|| parent(*at))).count() - 1;
    let card = |number: usize| {
        let text = format!("One sentence that says what card {number} is about");
        json!({ "id": format!("c{number}"), "level": LEVELS[depth(number)], "text": text })
    };
    let cards: Vec<_> = (0..count).map(card).collect();
    let links: Vec<_> = (1..count)
        .map(|number| {
            let (from, to) = (format!("c{number}"), format!("c{}", parent(number)));
            json!({ "from": from, "to": to, "strength": "strong" })
        })
        .collect();
    json!({
        "format": "tributary/project", "version": 1, "title": "Measured",
        "charter": { "why": "", "scope": "", "team": [], "messages": { "why": "", "what": "", "benefits": "" }, "milestones": [] },
        "cards": cards, "links": links, "measures": [], "cycles": [],
    })
    .to_string()
}
