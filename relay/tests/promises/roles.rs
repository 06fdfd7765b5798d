//! R7: each role × each frame and route. What is not allowed is refused, and told.

use document::protocol::{
    Close, Frame, Key, NackCode, SyncMessage,
    awareness::{self, Entry},
};
use relay::{id::ProjectId, project::Created, storage::LinkKind};
use serde_json::json;

use crate::{
    house::{House, key},
    line::{Line, WAYS},
    page::{Page, hello, new_document},
    request::{Request, ask, send},
};

use LinkKind::{Contributor, Editor, Owner, Viewer};

const ROLES: [LinkKind; 4] = [Owner, Editor, Contributor, Viewer];

fn shown(client_id: u64, clock: u32) -> Frame {
    let entry = Entry { client_id, clock, state: Some("{\"name\":\"Ann\"}".to_owned()) };
    Frame::Awareness(awareness::encode([&entry]))
}

/// The next frame that is neither a heartbeat nor presence.
async fn answer(line: &mut Line) -> Result<Frame, Close> {
    loop {
        match line.next().await {
            Ok(Frame::Ping(_) | Frame::Awareness(_)) => {}
            Ok(frame) => return Ok(frame),
            Err(code) => return Err(Close::from_code(code).unwrap()),
        }
    }
}

#[tokio::test]
async fn r7_only_editors_and_owners_push() {
    for way in WAYS {
        let house = House::open().await;
        let project = house.project().await;
        for (kind, allowed) in [(Owner, true), (Editor, true), (Contributor, false), (Viewer, false)] {
            let mut page = Page::over(way, &house.address, (&project, kind)).await;
            assert_eq!(Some(page.welcome.role), kind.role());
            page.up_to_date().await;
            let push = page.types("x").await;
            let expected = if allowed { Ok(()) } else { Err(NackCode::ReadOnly) };
            assert_eq!(page.answer(push).await.map(drop), expected, "{kind:?}");
        }
    }
}

#[tokio::test]
async fn r7_all_but_viewers_are_present() {
    for way in WAYS {
        let house = House::open().await;
        let project = house.project().await;
        let mut watcher = Page::over(way, &house.address, (&project, Viewer)).await;
        for (kind, allowed) in [(Viewer, false), (Contributor, true), (Editor, true), (Owner, true)] {
            let mut page = Page::over(way, &house.address, (&project, kind)).await;
            let client_id = page.welcome.client_id;
            page.line.send(&shown(client_id, 1)).await;
            if !allowed {
                let refusal = answer(&mut page.line).await.unwrap();
                assert!(
                    matches!(&refusal, Frame::Nack(nack) if nack.code == NackCode::ReadOnly),
                    "{refusal:?}"
                );
                continue;
            }
            let Frame::Awareness(bytes) = watcher.line.next().await.unwrap() else {
                panic!("presence is expected")
            };
            assert_eq!(awareness::decode(&bytes).unwrap()[0].client_id, client_id, "{kind:?}");
            page.line.send(&Frame::QueryAwareness).await;
            let Frame::Awareness(bytes) = page.line.next().await.unwrap() else {
                panic!("presence is expected")
            };
            assert_eq!(awareness::decode(&bytes).unwrap().len(), 1, "only who is here");
            page.line.send(&Frame::Awareness(awareness::encode([&Entry::gone(client_id, 2)]))).await;
            let Frame::Awareness(bytes) = watcher.line.next().await.unwrap() else {
                panic!("presence is expected")
            };
            assert_eq!(awareness::decode(&bytes).unwrap()[0].state, None);
        }
    }
}

#[tokio::test]
async fn r7_who_goes_is_gone_from_every_screen() {
    let house = House::open().await;
    let project = house.project().await;
    let mut watcher = Page::open(&house.address, &project, Viewer).await;
    let mut page = Page::open(&house.address, &project, Editor).await;
    let client_id = page.welcome.client_id;
    page.line.send(&shown(client_id, 7)).await;
    assert!(matches!(watcher.line.next().await.unwrap(), Frame::Awareness(_)));
    let mut late = Page::open(&house.address, &project, Viewer).await;
    assert!(matches!(late.line.next().await.unwrap(), Frame::Awareness(_)), "also for who comes later");
    page.line.cut();
    let Frame::Awareness(bytes) = watcher.line.next().await.unwrap() else { panic!("presence is expected") };
    assert_eq!(awareness::decode(&bytes).unwrap(), [Entry::gone(client_id, 7)]);
}

#[tokio::test]
async fn r7_frames_that_no_page_may_send_end_its_session() {
    let frames = [
        Frame::Ack { push_id: 1, seq: 1 },
        Frame::Update { seq: 1, update: vec![0, 0] },
        Frame::Denied("no".to_owned()),
        Frame::Workshop("{}".to_owned()),
        Frame::Sync(SyncMessage::Step1(vec![0])),
        Frame::Sync(SyncMessage::Update(vec![0, 0])),
        Frame::Awareness(vec![9, 9, 9]),
    ];
    let house = House::open().await;
    let project = house.project().await;
    for way in WAYS {
        for frame in &frames {
            let mut page = Page::over(way, &house.address, (&project, Owner)).await;
            page.line.send(frame).await;
            assert_eq!(page.line.closed().await, Some(Close::BadFrame), "{frame:?}");
        }
    }
    let mut page = Page::open(&house.address, &project, Owner).await;
    page.line.send(&Frame::Ping(42)).await;
    assert_eq!(page.line.next().await.unwrap(), Frame::Pong(42), "the room lives on");
}

#[tokio::test]
async fn r7_a_key_opens_its_own_project_and_no_other() {
    let house = House::open().await;
    let (project, other) = (house.project().await, house.project().await);
    let none = Created { id: ProjectId::random(), keys: Vec::new() };
    for way in WAYS {
        let attempts = [
            (&other, key(&project, Owner), Close::Unauthenticated),
            (&project, String::new(), Close::Unauthenticated),
            (&project, key(&project, LinkKind::Embed), Close::Unauthenticated),
            (&none, key(&project, Owner), Close::NoSuchProject),
        ];
        for (place, secret, expected) in attempts {
            let mut hello = hello(&project, Owner);
            hello.key = Key(secret);
            let line = Line::open(&house.address, place, way).await;
            assert_eq!(Page::begin(line, new_document(), hello).await.err(), Some(Some(expected)));
        }
    }
}

#[tokio::test]
async fn r7_each_role_on_each_route() {
    let house = House::open().await;
    // method, path, body, the status for owner, editor, contributor, viewer
    let routes = [
        ("GET", "", "", [200, 200, 200, 200]),
        ("GET", "/export?to=csv", "", [200, 200, 200, 200]),
        ("POST", "/sheets", "no workbook", [422, 422, 403, 403]),
        ("GET", "/links", "", [200, 200, 403, 403]),
        ("POST", "/links", "{\"role\":\"viewer\"}", [201, 403, 403, 403]),
        ("POST", "/links/LINK", "{\"label\":\"Ward 7\"}", [200, 403, 403, 403]),
        ("DELETE", "/links/LINK", "", [204, 403, 403, 403]),
        ("DELETE", "", "", [204, 403, 403, 403]),
    ];
    for (method, path, body, statuses) in routes {
        for (kind, status) in ROLES.into_iter().zip(statuses) {
            let project = house.project().await;
            let links = house.relay.storage.links(&project.id).await.unwrap();
            let viewer = links.iter().find(|link| link.kind == Viewer).unwrap();
            let path = format!("/api/projects/{}{}", project.id, path.replace("LINK", viewer.id.as_str()));
            let answer = ask(&house.address, (method, &path, &key(&project, kind)), body).await;
            assert_eq!(answer.status, status, "{kind:?} {method} {path}: {}", answer.text());
            if status == 403 {
                assert_eq!(answer.code(), "forbidden");
                assert_eq!(answer.json()["status"], json!(403));
            }
            let wrong = ask(&house.address, (method, &path, "wrong"), body).await;
            assert!(matches!(wrong.status, 401 | 404), "{method} {path} with a wrong key: {}", wrong.status);
        }
    }
}

#[tokio::test]
async fn r7_the_rest_of_the_project_is_gone_with_it() {
    let house = House::open().await;
    let project = house.project().await;
    let mut page = Page::open(&house.address, &project, Editor).await;
    page.keeps("soon gone").await;
    let path = format!("/api/projects/{}", project.id);
    let answer = ask(&house.address, ("DELETE", &path, &key(&project, Owner)), "").await;
    assert_eq!(answer.status, 204);
    assert_eq!(page.line.closed().await, Some(Close::NoSuchProject));
    let answer = ask(&house.address, ("GET", &path, &key(&project, Owner)), "").await;
    assert_eq!((answer.status, answer.code().as_str()), (404, "no_such_project"));
    assert_eq!(house.relay.storage.log(&project.id).await.unwrap(), None);
}

#[tokio::test]
async fn r7_who_may_make_projects_is_a_setting() {
    let secret = "a creation key of some length";
    let house = House::with(|config| config.creation = relay::Creation::Key(Some(secret.to_owned()))).await;
    for (key, status) in [("", 401), ("another key", 401), (secret, 201)] {
        let answer = ask(&house.address, ("POST", "/api/projects", key), "").await;
        assert_eq!(answer.status, status, "{key}");
    }
    let own = House::with(|config| config.creation = relay::Creation::Key(None)).await;
    let made = std::fs::read_to_string(own.data.path().join("creation-key")).unwrap();
    assert_eq!(ask(&own.address, ("POST", "/api/projects", made.trim()), "").await.status, 201);
    assert_eq!(ask(&own.address, ("POST", "/api/projects", ""), "").await.status, 401);
}

#[tokio::test]
async fn r7_other_sites_are_refused_where_the_browser_names_them() {
    let house =
        House::with(|config| config.public_address = Some("https://tributary.example".to_owned())).await;
    let project = house.project().await;
    let path = format!("/sync/{}", project.id);
    let own = house.address.clone();
    for (origin, allowed) in [
        ("https://tributary.example", true),
        (own.as_str(), true),
        ("https://evil.example", false),
        // another program of this very machine, at another port
        ("http://localhost:9", false),
        ("http://127.0.0.1:9", false),
        ("null", false),
    ] {
        let line = Line::socket(&house.address, &path, &[("origin", origin)]).await;
        assert_eq!(line.is_ok(), allowed, "{origin}");
        let headers = [("origin", origin)];
        let request = Request { method: "POST", path: "/api/projects", headers: &headers, body: b"" };
        let answer = send(&house.address, request).await;
        assert_eq!(answer.status == 201, allowed, "{origin}: {}", answer.text());
    }
}

#[tokio::test]
async fn r7_secrets_are_readable_by_their_owner_alone_and_keys_are_nowhere() {
    use std::os::unix::fs::PermissionsExt;
    let house = House::open().await;
    let project = house.project().await;
    let secret = house.data.path().join("secret");
    assert_eq!(secret.metadata().unwrap().permissions().mode() & 0o777, 0o600);
    for name in ["tributary.sqlite", "tributary.sqlite-wal"] {
        let bytes = std::fs::read(house.data.path().join(name)).unwrap_or_default();
        for kind in LinkKind::all() {
            let key = key(&project, kind).into_bytes();
            assert!(!bytes.windows(key.len()).any(|window| window == key), "{kind:?} in {name}");
        }
    }
}
