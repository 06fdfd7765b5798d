//! C1 to C5: what contributors send is checked, written by the relay once, and seen by everybody.

use document::protocol::{Frame, NackCode};
use model::contribution::Contribution;
use relay::{project::Created, storage::LinkKind};
use serde_json::{Value, json};

use crate::{
    house::{House, key},
    line::WAYS,
    page::Page,
    request::{Response, ask},
};

use LinkKind::{Contributor, Editor, Embed, Owner, Viewer};

fn idea(text: &str, idempotency_key: &str) -> Value {
    json!({"kind": "idea", "text": text, "by": "Ann", "idempotency_key": idempotency_key})
}

async fn post(house: &House, (project, kind): (&Created, LinkKind), body: &Value) -> Response {
    let path = format!("/api/projects/{}/contributions", project.id);
    ask(&house.address, ("POST", &path, &key(project, kind)), &body.to_string()).await
}

/// Merges what comes in until so many contributions are there.
async fn seen(page: &mut Page, count: usize) -> Vec<Contribution> {
    while page.document.project().contributions.len() < count {
        page.sees_one().await;
    }
    page.document.project().contributions
}

#[tokio::test]
async fn c5_what_is_sent_is_seen_by_everybody_and_numbered() {
    let house = House::open().await;
    let project = house.project().await;
    let mut pages = Vec::new();
    for kind in [Editor, Viewer] {
        pages.push(Page::open(&house.address, &project, kind).await);
    }
    for (number, kind) in (1..).zip([Contributor, Editor, Owner]) {
        let made =
            post(&house, (&project, kind), &idea(&format!("Idea {number}"), &format!("key-{number:04}")))
                .await;
        assert_eq!((made.status, &made.json()["number"]), (201, &json!(number)), "{}", made.text());
        assert_eq!(made.json()["receipt"].as_str().unwrap().len(), 32);
    }
    for kind in [Viewer, Embed] {
        let status = post(&house, (&project, kind), &idea("No", "key-0009")).await.status;
        assert!(status == 403 || status == 401, "{kind:?}: {status}");
    }
    for mut page in pages {
        let mut texts: Vec<_> = seen(&mut page, 3).await.into_iter().map(|one| one.text).collect();
        texts.sort();
        assert_eq!(texts, ["Idea 1", "Idea 2", "Idea 3"]);
    }
}

#[tokio::test]
async fn c5_the_same_again_is_one_at_once_and_after_a_restart() {
    let house = House::open().await;
    let project = house.project().await;
    let body = idea("A quiet room", "key-0001");
    let who = (&project, Contributor);
    let doubled = tokio::join!(post(&house, who, &body), post(&house, who, &body), post(&house, who, &body));
    let first = doubled.0.json();
    assert_eq!(first["number"], json!(1));
    assert_eq!((doubled.1.json(), doubled.2.json()), (first.clone(), first.clone()));
    let data = house.close().await;
    let house = House::again(data, |_| {}).await;
    let again = post(&house, who, &body).await;
    assert_eq!((again.status, again.json()), (201, first));
    let other = post(&house, who, &idea("Something else", "key-0001")).await;
    assert_eq!((other.status, other.code().as_str()), (409, "conflict"));
    let next = post(&house, who, &idea("A warm drink", "key-0002")).await;
    assert_eq!(next.json()["number"], json!(2), "{}", next.text());
    let mut page = Page::open(&house.address, &project, Viewer).await;
    assert_eq!(seen(&mut page, 2).await.len(), 2);
}

#[tokio::test]
async fn c2_what_is_wrong_is_refused_with_its_field() {
    let house = House::open().await;
    let project = house.project().await;
    for (change, field) in [
        (json!({"text": "x".repeat(2_001)}), "text"),
        (json!({"text": "\u{7} \n"}), "text"),
        (json!({"kind": "vote"}), "kind"),
        (json!({"on": "nowhere"}), "on"),
        (json!({"by": "x".repeat(61)}), "by"),
        (json!({"idempotency_key": "short"}), "idempotency_key"),
    ] {
        let mut body = idea("A quiet room", "key-0001");
        body.as_object_mut().unwrap().extend(change.as_object().unwrap().clone());
        let answer = post(&house, (&project, Contributor), &body).await;
        assert_eq!((answer.status, &answer.json()["field"]), (422, &json!(field)), "{}", answer.text());
    }
    let answer = post(&house, (&project, Contributor), &json!("no object")).await;
    assert_eq!((answer.status, answer.code().as_str()), (422, "invalid"));
    let answer = post(&house, (&project, Contributor), &idea(&"x".repeat(40_000), "key-0001")).await;
    assert_eq!(answer.status, 413);
}

#[tokio::test]
async fn c3_a_thousand_through_one_link_are_slowed_down_and_what_is_kept_is_kept_once() {
    let house = House::open().await;
    let project = house.project().await;
    let mut kept = 0;
    for number in 0..1_000 {
        let answer = post(&house, (&project, Contributor), &idea("x", &format!("key-{number:04}"))).await;
        match answer.status {
            201 => kept += 1,
            429 => {
                assert_eq!(answer.code(), "rate_limited");
                break;
            }
            other => panic!("{other}: {}", answer.text()),
        }
    }
    assert!((200..1_000).contains(&kept), "{kept}");
    // who holds another link is not held up
    assert_eq!(post(&house, (&project, Editor), &idea("y", "key-9999")).await.status, 201);
}

#[tokio::test]
async fn c5_pages_of_the_app_contribute_over_their_line() {
    for way in WAYS {
        let house = House::open().await;
        let project = house.project().await;
        for (kind, expected) in [(Contributor, Ok(())), (Editor, Ok(())), (Viewer, Err(NackCode::ReadOnly))] {
            let mut page = Page::over(way, &house.address, (&project, kind)).await;
            let json = idea("From the app", &format!("key-{kind:?}")).to_string();
            page.line.send(&Frame::Contribute { push_id: 7, json }).await;
            assert_eq!(page.answer(7).await.map(drop), expected, "{kind:?}");
            if expected.is_ok() {
                assert!(!page.document.project().contributions.is_empty(), "it comes before its Ack");
            }
        }
        let mut page = Page::over(way, &house.address, (&project, Contributor)).await;
        for (push_id, json, code) in [
            (1, "no json".to_owned(), NackCode::InvalidUpdate),
            (2, idea(&"x".repeat(2_001), "key-0001").to_string(), NackCode::TooLarge),
        ] {
            page.line.send(&Frame::Contribute { push_id, json }).await;
            assert_eq!(page.answer(push_id).await, Err(code));
        }
    }
}

#[tokio::test]
async fn c1_what_does_not_fit_any_more_leaves_no_gap_behind() {
    let house = House::with(|config| config.limits.project_bytes = 3_000).await;
    let project = house.project().await;
    let who = (&project, Contributor);
    let first = post(&house, who, &idea("One", "key-0001")).await;
    assert_eq!(first.status, 201, "{}", first.text());
    let large = post(&house, who, &idea(&"☂".repeat(1_500), "key-0002")).await;
    assert_eq!((large.status, large.code().as_str()), (507, "project_full"));
    let last = post(&house, who, &idea("Two", "key-0003")).await;
    assert_eq!((last.status, &last.json()["number"]), (201, &json!(2)), "{}", last.text());
    let mut page = Page::open(&house.address, &project, Viewer).await;
    let mut texts: Vec<_> = seen(&mut page, 2).await.into_iter().map(|one| one.text).collect();
    texts.sort();
    assert_eq!(texts, ["One", "Two"]);
}

#[tokio::test]
async fn c5_an_idea_about_a_card_names_one_that_is_there() {
    let house = House::open().await;
    let content = json!({"format": "tributary/project", "version": 1, "title": "T", "links": [], "measures": [], "cycles": [],
        "cards": [{"id": "aim", "level": "aim", "text": "Less waiting"}]});
    let content = exchange::project::from_json(&content.to_string()).unwrap();
    let project = relay::project::create(&house.relay, Some(content)).await.unwrap();
    let mut body = idea("A quiet room", "key-0001");
    body["on"] = json!("aim");
    assert_eq!(post(&house, (&project, Contributor), &body).await.status, 201);
    let path = format!("/api/projects/{}", project.id);
    let read = ask(&house.address, ("GET", &path, &key(&project, Viewer)), "").await.json();
    let kept = &read["contributions"][0];
    assert_eq!(
        (&kept["on"], &kept["text"], &kept["by"]),
        (&json!("aim"), &json!("A quiet room"), &json!("Ann"))
    );
    assert_eq!(kept["author"].as_str().unwrap().len(), 32);
}
