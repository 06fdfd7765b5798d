//! R8: a link that is revoked, expired or changed closes what came through it.

use document::protocol::Close;
use model::Role;
use relay::{clock, project::Created, storage::LinkKind};
use serde_json::{Value, json};

use crate::{
    house::{House, key},
    line::{Line, WAYS, Way},
    page::{Page, hello, new_document},
    request::{Response, ask},
};

async fn owner(house: &House, project: &Created, what: (&str, &str), body: &str) -> Response {
    let path = format!("/api/projects/{}/links{}", project.id, what.1);
    ask(&house.address, (what.0, &path, &key(project, LinkKind::Owner)), body).await
}

/// A link of that role that was just made: its id, and the project with its key in place of the first one.
async fn made(house: &House, project: &Created, body: Value) -> (String, Created) {
    let answer = owner(house, project, ("POST", ""), &body.to_string()).await;
    assert_eq!(answer.status, 201, "{}", answer.text());
    let link = answer.json();
    let kind = LinkKind::parse(body["role"].as_str().unwrap()).unwrap();
    let secret = document::protocol::Key(link["key"].as_str().unwrap().to_owned());
    (link["id"].as_str().unwrap().to_owned(), Created { id: project.id.clone(), keys: vec![(kind, secret)] })
}

#[tokio::test]
async fn r8_who_came_through_a_link_that_is_revoked_is_sent_away() {
    for way in WAYS {
        let house = House::open().await;
        let project = house.project().await;
        let (link, guest) = made(&house, &project, json!({"role": "editor", "label": "Ward 7"})).await;
        let mut guest_page = Page::over(way, &house.address, (&guest, LinkKind::Editor)).await;
        let mut other = Page::over(way, &house.address, (&project, LinkKind::Editor)).await;
        guest_page.keeps("hello").await;
        let answer = owner(&house, &project, ("DELETE", &format!("/{link}")), "").await;
        assert_eq!(answer.status, 204);
        assert_eq!(guest_page.line.closed().await, Some(Close::Revoked));
        let line = Line::open(&house.address, &project, way).await;
        let back = Page::begin(line, new_document(), hello(&guest, LinkKind::Editor)).await;
        assert_eq!(back.err(), Some(Some(Close::Revoked)));
        other.keeps("still here").await;
        let list = owner(&house, &project, ("GET", ""), "").await.json();
        let row = list["links"].as_array().unwrap().iter().find(|row| row["id"] == json!(link)).unwrap();
        assert_eq!((&row["label"], row["revoked_at"].is_number()), (&json!("Ward 7"), true));
        assert_eq!(row.get("key"), None, "a key is shown once");
    }
}

#[tokio::test]
async fn r8_a_role_that_changes_is_met_at_the_next_welcome() {
    for way in WAYS {
        let house = House::open().await;
        let project = house.project().await;
        let (link, guest) = made(&house, &project, json!({"role": "editor"})).await;
        let mut page = Page::over(way, &house.address, (&guest, LinkKind::Editor)).await;
        let answer = owner(&house, &project, ("POST", &format!("/{link}")), "{\"role\":\"viewer\"}").await;
        assert_eq!((answer.status, &answer.json()["role"]), (200, &json!("viewer")));
        assert_eq!(page.line.closed().await, Some(Close::RoleChanged));
        let page = Page::over(way, &house.address, (&guest, LinkKind::Editor)).await;
        assert_eq!(page.welcome.role, Role::Viewer);
    }
}

#[tokio::test]
async fn r8_a_link_ends_when_it_said_it_would() {
    let house = House::open().await;
    let project = house.project().await;
    let soon = clock::now() + 1_500;
    let (_, guest) = made(&house, &project, json!({"role": "viewer", "expires_at": soon})).await;
    let mut page = Page::over(Way::Socket, &house.address, (&guest, LinkKind::Viewer)).await;
    assert_eq!(page.line.closed().await, Some(Close::Unauthenticated));
    assert!(clock::now() >= soon);
    let path = format!("/api/projects/{}", project.id);
    let answer = ask(&house.address, ("GET", &path, &key(&guest, LinkKind::Viewer)), "").await;
    assert_eq!((answer.status, answer.code().as_str()), (403, "expired"));
}

#[tokio::test]
async fn r8_a_project_keeps_an_owner() {
    let house = House::open().await;
    let project = house.project().await;
    let links = house.relay.storage.links(&project.id).await.unwrap();
    let first = links.iter().find(|link| link.kind == LinkKind::Owner).unwrap().id.to_string();
    for (method, body) in [("DELETE", ""), ("POST", "{\"role\":\"editor\"}")] {
        let answer = owner(&house, &project, (method, &format!("/{first}")), body).await;
        assert_eq!((answer.status, answer.code().as_str()), (409, "last_owner"), "{method}");
    }
    let answer = owner(&house, &project, ("POST", &format!("/{first}")), "{\"label\":\"Ann\"}").await;
    assert_eq!(answer.status, 200, "{}", answer.text());
    let (_, second) = made(&house, &project, json!({"role": "owner"})).await;
    let answer = owner(&house, &second, ("DELETE", &format!("/{first}")), "").await;
    assert_eq!(answer.status, 204, "{}", answer.text());
    let answer = owner(&house, &project, ("GET", ""), "").await;
    assert_eq!((answer.status, answer.code().as_str()), (403, "revoked"));
}

#[tokio::test]
async fn r12_wishes_that_make_no_sense_are_refused_with_their_place() {
    let house = House::open().await;
    let project = house.project().await;
    for (body, place) in [
        ("{\"role\":\"king\"}", "role"),
        ("{}", "role"),
        ("{\"role\":\"viewer\",\"expires_at\":1}", "expires_at"),
        ("{\"role\":\"viewer\",\"label\":\"LONG\"}", "label"),
        ("{\"rolle\":\"viewer\"}", "rolle"),
        ("no json", "line 1"),
    ] {
        let body = body.replace("LONG", &"x".repeat(201));
        let answer = owner(&house, &project, ("POST", ""), &body).await;
        assert_eq!((answer.status, answer.code().as_str()), (422, "invalid"), "{body}");
        assert!(answer.json()["detail"].as_str().unwrap().contains(place), "{body}: {}", answer.text());
    }
}
