//! R17 and the security of what is served: the app, its headers, and what an operator asks.

use document::protocol::{limits, poll};
use relay::storage::LinkKind;
use serde_json::json;
use tokio::{io::AsyncWriteExt, net::TcpStream};

use crate::{
    house::{House, key},
    request::{Request, Response, ask, get, rest, send},
};

async fn served() -> (House, tempfile::TempDir) {
    let dist = tempfile::tempdir().unwrap();
    let name = "app-0123456789abcdef.js";
    for (file, text) in [
        ("index.html", "<!doctype html><title>Tributary</title>"),
        (name, "plain"),
        (&format!("{name}.br"), "brotli"),
        (&format!("{name}.gz"), "gzip"),
        ("sw.js", "worker"),
    ] {
        std::fs::write(dist.path().join(file), text).unwrap();
    }
    let folder = dist.path().to_owned();
    (House::with(|config| config.dist = Some(folder)).await, dist)
}

async fn asked(house: &House, path: &str, header: (&str, &str)) -> Response {
    send(&house.address, Request { method: "GET", path, headers: &[header], body: b"" }).await
}

#[tokio::test]
async fn r17_the_app_is_served_packed_and_kept_by_its_hash() {
    let (house, _dist) = served().await;
    let name = "/app-0123456789abcdef.js";
    for (accepted, expected) in
        [("gzip, br", "brotli"), ("gzip", "gzip"), ("br;q=0, gzip;q=1.0", "gzip"), ("", "plain")]
    {
        let answer = asked(&house, name, ("accept-encoding", accepted)).await;
        assert_eq!(answer.text(), expected, "{accepted}");
        assert_eq!(answer.headers["content-type"], "text/javascript");
        assert!(answer.headers["cache-control"].contains("immutable"));
        assert_eq!(answer.headers["vary"], "accept-encoding");
    }
    for path in ["/", "/p/abc", "/sw.js"] {
        let answer = get(&house.address, path).await;
        assert_eq!((answer.status, answer.headers["cache-control"].as_str()), (200, "no-cache"), "{path}");
        let again = asked(&house, path, ("if-none-match", &answer.headers["etag"])).await;
        assert_eq!((again.status, again.body.len()), (304, 0), "{path}");
    }
    let answer = get(&house.address, "/no-such-file.js").await;
    assert_eq!((answer.status, answer.code().as_str()), (404, "not_found"));
}

#[tokio::test]
async fn r17_without_the_app_a_plain_page_says_so() {
    let empty = tempfile::tempdir().unwrap();
    let folder = empty.path().to_owned();
    let house = House::with(|config| config.dist = Some(folder)).await;
    let answer = get(&house.address, "/").await;
    assert_eq!(answer.status, 200);
    assert!(answer.text().contains("cargo xtask serve"));
}

#[tokio::test]
async fn r7_every_answer_says_what_a_page_may_do() {
    let (house, _dist) = served().await;
    let files = ["/", "/p/abc", "/app-0123456789abcdef.js", "/nothing"];
    let answers =
        ["/live", "/metrics", "/api/projects/x", "/api/projects", "/sync/x", "/v/x", "/c/x", "/e/x.svg"];
    for path in files.into_iter().chain(answers) {
        let answer = get(&house.address, path).await;
        let policy = &answer.headers["content-security-policy"];
        assert!(
            policy.starts_with("default-src 'none'; script-src 'self' 'wasm-unsafe-eval';"),
            "{path}: {policy}"
        );
        assert!(policy.ends_with("frame-ancestors 'none'"), "{path}: {policy}");
        assert_eq!(answer.headers["referrer-policy"], "no-referrer");
        assert_eq!(answer.headers["x-content-type-options"], "nosniff");
        assert_eq!(answer.headers["x-robots-tag"], "noindex");
    }
}

#[tokio::test]
async fn r17_an_operator_is_answered() {
    let house = House::open().await;
    assert_eq!(get(&house.address, "/live").await.text(), "live\n");
    assert_eq!(get(&house.address, "/ready").await.status, 200);
    let metrics = get(&house.address, "/metrics").await.text();
    assert!(metrics.contains("tributary_pending_commits 0\n"), "{metrics}");
    let database = rusqlite::Connection::open(house.data.path().join("tributary.sqlite")).unwrap();
    database.execute_batch("alter table probe rename to gone").unwrap();
    assert_eq!(get(&house.address, "/ready").await.status, 503, "a commit has to go through");
}

#[tokio::test]
async fn x1_a_new_project_is_answered_with_its_keys_and_addresses() {
    let house = House::open().await;
    let answer = ask(&house.address, ("POST", "/api/projects", ""), "").await;
    assert_eq!(answer.status, 201);
    let made = answer.json();
    let id = made["id"].as_str().unwrap();
    let key = |role: &str| made["keys"][role].as_str().unwrap().to_owned();
    let address = |role: &str| made["addresses"][role].as_str().unwrap().to_owned();
    assert_eq!(address("owner"), format!("{}/p/{id}#{}", house.address, key("owner")));
    assert_eq!(address("editor"), format!("{}/p/{id}#{}", house.address, key("editor")));
    assert_eq!(address("contributor"), format!("{}/c/{}", house.address, key("contributor")));
    assert_eq!(address("viewer"), format!("{}/v/{}", house.address, key("viewer")));
    assert!(address("embed").starts_with(&format!("{}/e/", house.address)));
}

#[tokio::test]
async fn x1_a_file_with_a_fault_is_refused_with_its_place_and_nothing_is_made() {
    let house = House::open().await;
    for (body, place) in [
        ("not json", "This is no project file"),
        ("{\"format\":\"tributary/project\",\"version\":2}", "In this file, version"),
        (
            "{\"format\":\"tributary/project\",\"version\":1,\"cards\":[{\"id\":\"a\",\"level\":\"king\",\"text\":\"x\"}]}",
            "In this file, cards[0].level",
        ),
    ] {
        let answer = ask(&house.address, ("POST", "/api/projects", ""), body).await;
        assert_eq!((answer.status, answer.code().as_str()), (422, "invalid"), "{body}: {}", answer.text());
        let problem = answer.json();
        assert!(problem["detail"].as_str().unwrap().starts_with(place), "{problem}");
        assert_eq!((&problem["status"], &problem["type"]), (&json!(422), &json!("about:blank")));
    }
    let database = rusqlite::Connection::open(house.data.path().join("tributary.sqlite")).unwrap();
    let projects: u32 = database.query_row("select count(*) from project", [], |row| row.get(0)).unwrap();
    assert_eq!(projects, 0);
}

#[tokio::test]
async fn r10_every_refusal_is_a_problem_with_a_code() {
    let house = House::open().await;
    let project = house.project().await;
    let owner = format!("Bearer {}", key(&project, LinkKind::Owner));
    let headers = [
        ("authorization", owner.as_str()),
        ("content-type", "application/json"),
        (poll::SESSION_HEADER, "a-session-name-of-enough-letters"),
    ];
    let (links, frames) = (format!("/api/projects/{}/links", project.id), poll::path(project.id.as_str()));
    let large = format!("{{\"label\":\"{}\"}}", "x".repeat(limits::MESSAGE_BYTES)).into_bytes();
    for (method, path, body, expected) in [
        ("GET", frames.as_str(), &b""[..], (400, "bad_request")),
        ("GET", &format!("/sync/{}", project.id), b"", (400, "bad_request")),
        ("PUT", &links, b"{}", (405, "method_not_allowed")),
        ("GET", "/api/projects", b"", (405, "method_not_allowed")),
        ("POST", "/nothing", b"{}", (405, "method_not_allowed")),
        ("POST", "/api/projects/nothing/at/all", b"{}", (405, "method_not_allowed")),
        ("POST", &links, &large, (413, "too_large")),
        ("GET", "/api/projects/%ff", b"", (400, "bad_request")),
        ("GET", "/nothing", b"", (404, "not_found")),
    ] {
        let answer = send(&house.address, Request { method, path, headers: &headers, body }).await;
        assert_eq!((answer.status, answer.code().as_str()), expected, "{method} {path}: {}", answer.text());
        let problem = answer.json();
        assert_eq!(problem["status"], json!(expected.0));
        assert_ne!(problem["detail"], json!(""), "{method} {path}");
        assert_eq!(answer.headers.contains_key("allow"), expected.0 == 405, "{method} {path}");
    }
}

#[tokio::test]
async fn r7_a_short_address_opens_the_project_or_says_why_not() {
    let house = House::open().await;
    let project = house.project().await;
    for (place, kind, live) in [("v", LinkKind::Viewer, ""), ("c", LinkKind::Contributor, "/live")] {
        let key = key(&project, kind);
        let answer = get(&house.address, &format!("/{place}/{key}{live}")).await;
        assert_eq!(answer.status, 303);
        assert_eq!(answer.headers["location"], format!("/p/{}#{key}", project.id));
        assert_eq!(answer.headers["referrer-policy"], "no-referrer");
        assert_eq!(answer.headers["cache-control"], "no-store");
    }
    let embed = key(&project, LinkKind::Embed);
    let database = rusqlite::Connection::open(house.data.path().join("tributary.sqlite")).unwrap();
    let over = |column: &str, kind: &str| {
        let update = format!("update link set {column} = 1 where kind = '{kind}'");
        database.execute(&update, []).unwrap();
    };
    over("expires_at", "viewer");
    over("revoked_at", "contributor");
    for (path, status, words) in [
        ("/v/unknown".to_owned(), 404, "This link opens nothing"),
        (format!("/v/{embed}"), 404, "This link opens nothing"),
        (format!("/v/{}", key(&project, LinkKind::Viewer)), 410, "This link has expired"),
        (format!("/c/{}", key(&project, LinkKind::Contributor)), 410, "This link was ended"),
        (format!("/e/{embed}"), 404, "There is no picture at this address"),
        (format!("/e/{embed}.svg"), 404, "There is no picture at this address"),
        ("/e/unknown.png".to_owned(), 404, "This link opens nothing"),
    ] {
        let answer = get(&house.address, &path).await;
        assert_eq!(
            (answer.status, answer.headers["content-type"].as_str()),
            (status, "text/html; charset=utf-8")
        );
        assert!(answer.text().contains(&format!("<h1>{words}</h1>")), "{path}: {}", answer.text());
        assert!(!answer.text().contains("<script") && !answer.text().contains("style="));
    }
    let welsh = asked(&house, "/v/unknown", ("accept-language", "cy-GB,cy;q=0.9,en;q=0.8")).await;
    for words in
        ["<html lang=\"cy\">", "<h1>Nid yw’r ddolen hon yn agor dim</h1>", ">I’r dudalen gychwyn</a>"]
    {
        assert!(welsh.text().contains(words), "{}", welsh.text());
    }
}

#[tokio::test]
async fn r17_addresses_are_those_under_which_they_were_asked_for() {
    let house = House::open().await;
    let host = house.address.strip_prefix("http://").unwrap();
    let (own, foreign) = (format!("https://{host}"), "https://evil.example".to_owned());
    for (headers, expected) in [
        (vec![], "http"),
        (vec![("origin", own.as_str())], "https"),
        (vec![("x-forwarded-proto", "https")], "https"),
        (vec![("x-forwarded-proto", "https, http")], "https"),
        (vec![("x-forwarded-proto", "javascript")], "http"),
        (vec![("origin", house.address.as_str()), ("x-forwarded-proto", "https")], "http"),
    ] {
        let request = Request { method: "POST", path: "/api/projects", headers: &headers, body: b"" };
        let made = send(&house.address, request).await.json();
        let address = made["addresses"]["viewer"].as_str().unwrap();
        assert!(address.starts_with(&format!("{expected}://{host}/v/")), "{headers:?}: {address}");
    }
    let headers = [("origin", foreign.as_str())];
    let request = Request { method: "POST", path: "/api/projects", headers: &headers, body: b"" };
    assert_eq!(send(&house.address, request).await.status, 403);
}

#[tokio::test]
async fn r17_a_host_that_is_none_stands_in_no_address() {
    let house = House::open().await;
    let listening = house.address.strip_prefix("http://").unwrap();
    for (host, expected) in
        [("evil.example/p?", listening), ("a@b", listening), ("ward.example", "ward.example")]
    {
        let mut stream = TcpStream::connect(listening).await.unwrap();
        let head = format!("POST /api/projects HTTP/1.1\r\nhost: {host}\r\nconnection: close\r\n\r\n");
        stream.write_all(head.as_bytes()).await.unwrap();
        let address = rest(stream).await.json()["addresses"]["viewer"].as_str().unwrap().to_owned();
        assert!(address.starts_with(&format!("http://{expected}/v/")), "{host}: {address}");
    }
}

#[tokio::test]
async fn r17_what_programs_may_ask_for_is_described() {
    let house = House::open().await;
    let answer = get(&house.address, "/api/openapi.json").await;
    assert_eq!((answer.status, answer.headers["content-type"].as_str()), (200, "application/json"));
    let described = answer.json();
    let paths = described["paths"].as_object().unwrap();
    // every route of ours is described
    let routes = include_str!("../../src/http.rs").split(".route(\"").skip(1);
    let routes = routes.map(|rest| rest.split_once('"').unwrap());
    for (path, rest) in routes.filter(|(path, _)| path.starts_with("/api/projects")) {
        let line = rest.lines().next().unwrap();
        for method in ["get", "post", "delete", "put", "patch"] {
            let routed = line.contains(&format!("{method}("));
            assert_eq!(paths[path].get(method).is_some(), routed, "{method} {path}");
        }
    }
    // and whatever is described is there: without a key it is refused for that reason
    for (path, item) in paths {
        for method in item.as_object().unwrap().keys().filter(|method| *method != "parameters") {
            let project = house.project().await;
            let path = path.replace("{project}", project.id.as_str()).replace("{link}", "x");
            let answer = ask(&house.address, (&method.to_uppercase(), &path, "wrong"), "").await;
            let expected = if path == "/api/projects" { 201 } else { 401 };
            assert_eq!(answer.status, expected, "{method} {path}");
        }
    }
    let wish = &described["components"]["schemas"]["LinkRole"]["enum"];
    let kinds: Vec<&str> = LinkKind::all().map(LinkKind::as_str).collect();
    assert_eq!(*wish, json!(kinds));
}
