//! Measures leave through the relay as files, and workbooks come in as tables.

use relay::{project::Created, storage::LinkKind};
use serde_json::{Value, json};
use words::{Language, Words};

use crate::{
    house::{House, key},
    kills::run,
    page::Page,
    request::{Request, Response, ask, send},
    worker::{ENDS, program},
};

const EXAMPLE: usize = 0;

/// A project of that JSON, with the path of its part of the API and its viewer's key.
async fn made(house: &House, json: &str) -> (String, String) {
    let answer = ask(&house.address, ("POST", "/api/projects", ""), json).await;
    assert_eq!(answer.status, 201, "{}", answer.text());
    let made = answer.json();
    let path = format!("/api/projects/{}", made["id"].as_str().unwrap());
    (path, made["keys"]["viewer"].as_str().unwrap().to_owned())
}

async fn sheets(house: &House, project: &Created, workbook: &[u8]) -> Response {
    let (path, bearer) = (
        format!("/api/projects/{}/sheets", project.id),
        format!("Bearer {}", key(project, LinkKind::Editor)),
    );
    let headers = [("authorization", bearer.as_str())];
    send(&house.address, Request { method: "POST", path: &path, headers: &headers, body: workbook }).await
}

fn workbook() -> Vec<u8> {
    let measures = exchange::project::from_json(exchange::EXAMPLES[EXAMPLE].json()).unwrap();
    publish::xlsx::write(relay::export::measures(&measures), Words::new(Language::English)).unwrap()
}

#[tokio::test]
async fn r19_measures_leave_as_the_command_line_writes_them() {
    let house = House::open().await;
    let mut project: Value = serde_json::from_str(exchange::EXAMPLES[EXAMPLE].json()).unwrap();
    project["title"] = "Gofal ŵyn: 1/2".into();
    let text = project.to_string();
    let (path, viewer) = made(&house, &text).await;
    let folder = tempfile::tempdir().unwrap();
    let (file, target) = (folder.path().join("project.json"), folder.path().join("exported"));
    std::fs::write(&file, &text).unwrap();
    let one = format!("measure:{}", project["measures"][1]["id"].as_str().unwrap());
    for (to, part, kind) in [
        ("csv", "measures", "text/csv; charset=utf-8"),
        ("csv", &one, "text/csv; charset=utf-8"),
        ("xlsx", "measures", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"),
        ("xlsx", &one, "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"),
    ] {
        let address = format!("{path}/export?to={to}&part={part}&language=cy");
        let answer = ask(&house.address, ("GET", &address, &viewer), "").await;
        assert_eq!(answer.status, 200, "{}", answer.text());
        let arguments =
            ["export", file.to_str().unwrap(), "--to", to, "--part", part, "--language", "cy", "-o"];
        assert_eq!(run(&[&arguments[..], &[target.to_str().unwrap()]].concat()).0, 0);
        assert!(answer.body == std::fs::read(&target).unwrap(), "{to} {part}");
        assert_eq!(answer.headers["content-type"], kind);
        assert_eq!(answer.headers["cache-control"], "no-store");
        assert!(answer.headers["content-disposition"].starts_with("attachment; "));
    }
    let answer = ask(&house.address, ("GET", &format!("{path}/export?to=csv"), &viewer), "").await;
    let name = "attachment; filename=\"Gofal-_yn-1-2.csv\"; filename*=UTF-8''Gofal-%C5%B5yn-1-2.csv";
    assert_eq!(answer.headers["content-disposition"], name);
}

#[tokio::test]
async fn r19_what_cannot_leave_is_told_with_what_can() {
    let house = House::open().await;
    let (path, viewer) = made(&house, exchange::EXAMPLES[EXAMPLE].json()).await;
    for (query, status, code, says) in [
        ("", 422, "invalid", "to: csv or xlsx is expected"),
        ("?to=doc", 422, "invalid", "to: csv or xlsx is expected"),
        ("?to=csv&part=all", 422, "invalid", "part: measures or measure:ID is expected"),
        ("?to=csv&part=measure:", 422, "invalid", "part: measures or measure:ID is expected"),
        ("?to=csv&language=fr", 422, "invalid", "language: en or cy is expected"),
        ("?to=xlsx&part=measure:none", 404, "no_such_measure", "no measure of this id"),
        ("?to=csv&to=xlsx", 400, "bad_request", "to"),
    ] {
        let answer = ask(&house.address, ("GET", &format!("{path}/export{query}"), &viewer), "").await;
        assert_eq!((answer.status, answer.code().as_str()), (status, code), "{query}");
        assert!(answer.text().contains(says), "{}", answer.text());
    }
}

#[tokio::test]
async fn r19_as_many_measures_leave_as_fit_into_a_workbook() {
    let house = House::open().await;
    for (count, status, code) in [(255, 200, ""), (256, 422, "does_not_fit")] {
        let measure = |number| {
            json!({ "id": format!("m{number}"), "name": format!("Waits {number}"), "cards": [],
                "observations": [{ "date": "2026-05-04", "value": number }] })
        };
        let measures: Vec<Value> = (0..count).map(measure).collect();
        let project =
            json!({ "format": "tributary/project", "version": 1, "title": "Many", "measures": measures });
        let (path, viewer) = made(&house, &project.to_string()).await;
        let answer = ask(&house.address, ("GET", &format!("{path}/export?to=xlsx"), &viewer), "").await;
        assert_eq!((answer.status, answer.code().as_str()), (status, code), "{}", answer.text());
        let answer = ask(&house.address, ("GET", &format!("{path}/export?to=csv"), &viewer), "").await;
        assert_eq!((answer.status, answer.text().lines().count()), (200, count + 1));
    }
    assert_eq!(house.counted("tributary_worker_kills_total"), 0);
}

#[tokio::test]
async fn r19_what_leaves_is_what_was_acknowledged() {
    let house = House::open().await;
    let project = house.project().await;
    let path = format!("/api/projects/{}/export?to=csv", project.id);
    let mut page = Page::open(&house.address, &project, LinkKind::Editor).await;
    for word in ["Fewer", " falls"] {
        page.keeps(word).await;
        let answer = ask(&house.address, ("GET", &path, &key(&project, LinkKind::Viewer)), "").await;
        let name = format!("filename=\"{}.csv\"", page.title().replace(' ', "-"));
        assert!(answer.headers["content-disposition"].contains(&name), "{:?}", answer.headers);
    }
}

#[tokio::test]
async fn r20_a_workbook_comes_as_its_sheets() {
    let house = House::open().await;
    let project = house.project().await;
    let workbook = workbook();
    let answer = sheets(&house, &project, &workbook).await;
    assert_eq!(answer.status, 200, "{}", answer.text());
    assert_eq!(answer.headers["content-type"], "application/json");
    assert_eq!(answer.headers["cache-control"], "no-store");
    let read = publish::xlsx::read(&workbook).unwrap();
    let read: Vec<Value> =
        read.into_iter().map(|sheet| json!({ "name": sheet.name, "text": sheet.text })).collect();
    assert_eq!(answer.json(), json!({ "sheets": read }));
    assert!(read.len() > 3);
}

/// A file of a few hundred kilobytes that unpacks to far more than may be.
fn bomb() -> Vec<u8> {
    use std::io::Write;
    let mut package = zip::ZipWriter::new(std::io::Cursor::new(Vec::new()));
    let zeros = vec![0; 10_000_000];
    for part in 0..30 {
        package.start_file(format!("{part}"), zip::write::SimpleFileOptions::default()).unwrap();
        package.write_all(&zeros).unwrap();
    }
    package.finish().unwrap().into_inner()
}

#[tokio::test]
async fn r20_what_is_no_workbook_has_a_code_that_says_why() {
    let house = House::open().await;
    let project = house.project().await;
    let (workbook, bomb) = (workbook(), bomb());
    assert!(bomb.len() < 1_000_000);
    for (bytes, status, code) in [
        (&b""[..], 422, "not_a_workbook"),
        (b"date,value\n", 422, "not_a_workbook"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", 422, "old_workbook"),
        (&workbook[..workbook.len() / 2], 422, "damaged_workbook"),
        (&bomb, 422, "workbook_too_large"),
        (&vec![b'P'; 10_000_001], 413, "too_large"),
        (&workbook, 200, ""),
    ] {
        let answer = sheets(&house, &project, bytes).await;
        assert_eq!((answer.status, answer.code().as_str()), (status, code), "{}", answer.text());
    }
    assert_eq!(house.counted("tributary_worker_kills_total"), 0, "each was refused, and none ended a worker");
}

#[tokio::test]
async fn r20_a_workbook_that_ends_workers_is_held_against_no_project() {
    let folder = tempfile::tempdir().unwrap();
    let (real, flag) = (env!("CARGO_BIN_EXE_tributary"), folder.path().join("flag"));
    std::fs::write(&flag, "").unwrap();
    let script = format!("if [ -e {} ]; then {ENDS}; fi; exec {real} \"$@\"", flag.display());
    let house = House::with(|config| config.worker = program(&folder, &script)).await;
    let project = house.project().await;
    let workbook = workbook();
    for _ in 0..3 {
        let answer = sheets(&house, &project, &workbook).await;
        assert_eq!((answer.status, answer.code().as_str()), (422, "workbook_too_demanding"));
    }
    assert_eq!(house.counted("tributary_worker_refusals_total"), 0);
    std::fs::remove_file(&flag).unwrap();
    assert_eq!(sheets(&house, &project, &workbook).await.status, 200, "what was said of it is forgotten");
    let path = format!("/api/projects/{}", project.id);
    let answer = ask(&house.address, ("GET", &path, &key(&project, LinkKind::Viewer)), "").await;
    assert_eq!(answer.status, 200);
}

#[tokio::test]
async fn r20_where_no_worker_can_be_started_no_workbook_is_blamed() {
    let house = House::with(|config| config.worker = "/no/such/program".into()).await;
    let project = house.project().await;
    let answer = sheets(&house, &project, &workbook()).await;
    assert_eq!((answer.status, answer.code().as_str()), (503, "unreadable"));
}
