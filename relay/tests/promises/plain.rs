//! C4 and C6: the page on which people send ideas with nothing but a link.

use exchange::project::from_json;
use relay::{
    project::{self, Created},
    storage::LinkKind,
};
use serde_json::json;

use crate::{
    house::{House, key},
    request::{Request, Response, get, send},
};

const FORM: (&str, &str) = ("content-type", "application/x-www-form-urlencoded");

/// A project with an aim, drivers, and two ideas of which one is answered.
async fn told(house: &House, drivers: usize) -> Created {
    let mut cards = vec![json!({"id": "aim", "level": "aim", "text": "See people within <60> minutes"})];
    let driver = |number| {
        let level = if number % 5 == 0 { "primary" } else { "secondary" };
        json!({"id": format!("d{number}"), "level": level, "text": format!("Driver {number} {}", "x".repeat(150))})
    };
    cards.extend((0..drivers).map(driver));
    let sent = |id: &str, status: &str, reply: &str| {
        let text = format!("Idea {id} {}", "y".repeat(1_000));
        json!({"id": id, "kind": "idea", "text": text, "by": "Secret Name", "author": "a", "at": 1, "status": status, "reply": reply})
    };
    let mut contributions = vec![sent("waits", "", "")];
    contributions
        .extend((0..20).map(|number| sent(&format!("said{number}"), "accepted", "We do it <b>now</b>")));
    let text = json!({"format": "tributary/project", "version": 1, "title": "Crisis care", "cards": cards, "links": [],
        "measures": [], "cycles": [], "contributions": contributions});
    let content = from_json(&text.to_string()).unwrap();
    project::create(&house.relay, Some(content)).await.unwrap()
}

async fn post(house: &House, path: &str, (headers, body): (&[(&str, &str)], &str)) -> Response {
    send(&house.address, Request { method: "POST", path, headers, body: body.as_bytes() }).await
}

/// What stands between two texts.
fn between<'a>(text: &'a str, before: &str, after: &str) -> &'a str {
    let from = text.split_once(before).unwrap_or_else(|| panic!("no {before} in {text}")).1;
    from.split_once(after).unwrap().0
}

#[tokio::test]
async fn c6_the_page_is_whole_small_and_without_script() {
    let house = House::open().await;
    let project = told(&house, 300).await;
    let path = format!("/c/{}", key(&project, LinkKind::Contributor));
    let page = get(&house.address, &path).await;
    let text = page.text();
    assert_eq!((page.status, page.headers["content-type"].as_str()), (200, "text/html; charset=utf-8"));
    let style = get(&house.address, between(&text, "rel=\"stylesheet\" href=\"", "\"")).await;
    assert_eq!((style.status, style.headers["content-type"].as_str()), (200, "text/css; charset=utf-8"));
    assert!(style.headers["cache-control"].contains("immutable"));
    let bytes = page.body.len() + style.body.len();
    assert!(bytes <= 30 << 10, "{bytes} bytes");
    for part in ["<script", "style=", "onclick"] {
        assert!(!text.contains(part), "{part}");
    }
    for part in [
        "Crisis care",
        "within &lt;60&gt; minutes",
        "Driver 0",
        "You said, we did",
        "Idea said",
        "Not sure",
        "&lt;b&gt;now&lt;/b&gt;",
        "<html lang=\"en-GB\">",
        "/live\"",
    ] {
        assert!(text.contains(part), "{part}: {text}");
    }
    assert!(!text.contains("Idea waits") && !text.contains("Secret Name"));
    assert!(page.headers["set-cookie"].contains("HttpOnly; SameSite=Lax"));
    // else browsers say of its form that it comes from nowhere
    assert_eq!(page.headers["referrer-policy"], "same-origin");
    assert_eq!(
        (page.headers["x-robots-tag"].as_str(), page.headers["cache-control"].as_str()),
        ("noindex", "no-store")
    );
    let welsh = get(&house.address, &format!("{path}?lang=cy")).await.text();
    assert!(welsh.contains("<html lang=\"cy\">") && welsh.contains("Beth fyddai’n helpu?"));
    for kind in [LinkKind::Viewer, LinkKind::Embed] {
        assert_eq!(get(&house.address, &format!("/c/{}", key(&project, kind))).await.status, 404);
    }
}

#[tokio::test]
async fn c6_an_idea_is_sent_thanked_for_and_found_again() {
    let house = House::open().await;
    let project = told(&house, 3).await;
    let path = format!("/c/{}", key(&project, LinkKind::Contributor));
    let page = get(&house.address, &path).await;
    let cookie = page.headers["set-cookie"].split(';').next().unwrap().to_owned();
    let text = page.text();
    let idempotency = between(&text, "name=\"idempotency_key\" value=\"", "\"");
    let body =
        format!("text=A+quiet%0D%0Aroom+%E2%98%82+%3Cscript%3E&on=d1&by=&idempotency_key={idempotency}");
    let headers = [FORM, ("cookie", cookie.as_str()), ("origin", house.address.as_str())];
    let (sent, again) =
        tokio::join!(post(&house, &path, (&headers, &body)), post(&house, &path, (&headers, &body)));
    assert_eq!(
        (sent.status, &sent.headers["location"]),
        (303, &again.headers["location"]),
        "{}",
        sent.text()
    );
    let thanks = get(&house.address, &sent.headers["location"]).await.text();
    assert!(thanks.contains("Your idea is number 1."), "{thanks}");
    let private = between(&thanks, "<a class=\"tall\" href=\"", "\">What became");
    let private = private.rsplit_once("href=\"").map_or(private, |(_, last)| last);
    let mine = get(&house.address, private).await;
    assert_eq!(mine.status, 200, "{private}");
    for part in ["1. A quiet\nroom ☂ &lt;script&gt;", "Waiting for the team"] {
        assert!(mine.text().contains(part), "{part}: {}", mine.text());
    }
    let back =
        send(&house.address, Request { method: "GET", path: &path, headers: &headers, body: b"" }).await;
    assert!(back.text().contains("Your ideas") && back.text().contains("1. A quiet"), "{}", back.text());
    assert!(!get(&house.address, &path).await.text().contains("A quiet"), "others wait for the team");
    assert_eq!(get(&house.address, &format!("{path}/mine/{}", "0".repeat(32))).await.status, 404);
}

#[tokio::test]
async fn c6_what_is_wrong_is_said_beside_its_field_and_nothing_is_lost() {
    let house = House::open().await;
    let project = told(&house, 3).await;
    let path = format!("/c/{}", key(&project, LinkKind::Contributor));
    let long = format!("text={}&by=Ann&on=d1&idempotency_key=key-00001", "x".repeat(2_001));
    let other = [FORM, ("origin", "https://evil.example")];
    let hidden = [FORM, ("origin", "null")];
    let plain = [("content-type", "text/plain")];
    for (headers, body, status, parts) in [
        (&[FORM][..], "", 422, &["Write your idea first.", "href=\"#text\"", "aria-invalid"][..]),
        (&[FORM], "text=%FF%FE%00&by=%22%3E%3Cimg%3E&sure=yes", 422, &["&quot;&gt;&lt;img&gt;", "too old"]),
        (&[FORM], &long, 422, &["has 2,001 letters", "xxxxxxxxxx", "value=\"Ann\"", "value=\"d1\" selected"]),
        (
            &[FORM],
            "text=A&on=gone&idempotency_key=key-00002",
            422,
            &["no longer there", "href=\"#on\"", "\nA</textarea>"],
        ),
        (&other, "text=Kept+words&idempotency_key=key-00003", 403, &["another website", "Kept words"]),
        (&hidden, "text=Kept+words&idempotency_key=key-00003", 403, &["another website", "Kept words"]),
        (&plain, "text=A", 415, &["could not be read"]),
        (
            &[FORM],
            "text=943+476+5919&by=Ann&idempotency_key=key-00004",
            422,
            &["looks like an NHS number", "value=\"yes\"", "943 476 5919"],
        ),
        (&[FORM], "text=943+476+5919&by=Ann&idempotency_key=key-00004&sure=yes", 303, &[]),
        (&[FORM], "text=Other&by=Ann&idempotency_key=key-00004", 409, &["with other words", "Other"]),
    ] {
        let answer = post(&house, &path, (headers, body)).await;
        assert_eq!(answer.status, status, "{body}: {}", answer.text());
        for part in parts {
            assert!(answer.text().contains(part), "{part} after {body}: {}", answer.text());
        }
        assert!(!answer.text().contains("<img"));
    }
    let huge = format!("text={}", "x".repeat(200_000));
    let answer = post(&house, &path, (&[FORM], &huge)).await;
    assert_eq!((answer.status, answer.text().contains("too much to send")), (413, true));
}

#[tokio::test]
async fn c6_a_link_that_is_over_says_so_also_to_who_sends() {
    let house = House::open().await;
    let project = told(&house, 1).await;
    let path = format!("/c/{}", key(&project, LinkKind::Contributor));
    let database = rusqlite::Connection::open(house.data.path().join("tributary.sqlite")).unwrap();
    database.execute("update link set revoked_at = 1 where kind = 'contributor'", []).unwrap();
    for answer in [get(&house.address, &path).await, post(&house, &path, (&[FORM], "text=A")).await] {
        assert_eq!((answer.status, answer.text().contains("This link was ended")), (410, true));
    }
}
