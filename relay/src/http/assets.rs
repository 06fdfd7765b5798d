//! The built app: from a folder, or from inside this program; packed as the browser likes it, kept by hash.

use std::{
    borrow::Cow,
    path::{Component, Path, PathBuf},
    sync::Arc,
};

use axum::{
    body::Bytes,
    extract::{Request, State},
    http::{HeaderMap, HeaderValue, StatusCode, header},
    response::{Html, IntoResponse, Response},
};
use rust_embed::RustEmbed;

use super::Problem;
use crate::Relay;

#[derive(RustEmbed)]
#[folder = "../dist"]
#[allow_missing = true]
struct Dist;

/// The page that every address of the app shows.
const PAGE: &str = "index.html";

const NOT_BUILT: &str = "<!doctype html><html lang=en><meta charset=utf-8><title>Tributary</title>\
    <h1>The relay is running, but the app is not built</h1>\
    <p>Run <code>cargo xtask serve</code>, which builds both.</p></html>";

/// How a file may be packed: the name in `Accept-Encoding`, the ending on disk. The smaller first.
const PACKINGS: [(&str, &str); 2] = [("br", ".br"), ("gzip", ".gz")];

struct File {
    bytes: Cow<'static, [u8]>,
    packing: Option<&'static str>,
}

/// Answers everything that no other route does.
pub(super) async fn file(State(relay): State<Arc<Relay>>, request: Request) -> Response {
    let path = request.uri().path().trim_start_matches('/');
    let page = path.is_empty() || path.starts_with("p/");
    let name = if page { PAGE.to_owned() } else { path.to_owned() };
    let headers = request.headers().clone();
    let looked_for = name.clone();
    let find = move || find(relay.config.dist.as_deref(), &looked_for, &accepted(&headers));
    // a folder is read from disk, which may take its time
    match tokio::task::spawn_blocking(find).await.ok().flatten() {
        Some(file) => answer(&name, file, request.headers()),
        None if page => (StatusCode::OK, Html(NOT_BUILT)).into_response(),
        None => Problem::NotFound.into_response(),
    }
}

fn answer(name: &str, file: File, asked: &HeaderMap) -> Response {
    let tag = format!("\"{}\"", &blake3::hash(&file.bytes).to_hex()[..32]);
    let kept = if hashed(name) { "public, max-age=31536000, immutable" } else { "no-cache" };
    let mime = mime_guess::from_path(name).first_or_octet_stream();
    let unchanged = asked.get(header::IF_NONE_MATCH).is_some_and(|known| known.as_bytes() == tag.as_bytes());
    let body = match file.bytes {
        _ if unchanged => Bytes::new(),
        Cow::Borrowed(embedded) => Bytes::from_static(embedded),
        Cow::Owned(read) => read.into(),
    };
    let status = if unchanged { StatusCode::NOT_MODIFIED } else { StatusCode::OK };
    let mut response = (status, body).into_response();
    let headers = response.headers_mut();
    let packing = file.packing.map(|packing| (header::CONTENT_ENCODING, packing));
    let always = [
        (header::CONTENT_TYPE, mime.essence_str()),
        (header::CACHE_CONTROL, kept),
        (header::ETAG, tag.as_str()),
        (header::VARY, "accept-encoding"),
    ];
    for (name, value) in always.into_iter().chain(packing) {
        if let Ok(value) = HeaderValue::from_str(value) {
            headers.insert(name, value);
        }
    }
    response
}

fn find(folder: Option<&Path>, name: &str, accepted: &[(&'static str, &'static str)]) -> Option<File> {
    // only plain names: nothing outside the folder is ever served
    if !Path::new(name).components().all(|part| matches!(part, Component::Normal(_))) {
        return None;
    }
    let packed = accepted.iter().find_map(|(packing, ending)| {
        let bytes = read(folder, &format!("{name}{ending}"))?;
        Some(File { bytes, packing: Some(packing) })
    });
    packed.or_else(|| Some(File { bytes: read(folder, name)?, packing: None }))
}

fn read(folder: Option<&Path>, name: &str) -> Option<Cow<'static, [u8]>> {
    match folder {
        Some(folder) => std::fs::read(PathBuf::from(folder).join(name)).ok().map(Cow::Owned),
        None => Dist::get(name).map(|file| file.data),
    }
}

fn accepted(headers: &HeaderMap) -> Vec<(&'static str, &'static str)> {
    let accepted = headers.get(header::ACCEPT_ENCODING).and_then(|value| value.to_str().ok()).unwrap_or("");
    let takes = |packing: &str| {
        accepted.split(',').any(|part| {
            let (name, quality) = part.split_once(';').unwrap_or((part, ""));
            name.trim().eq_ignore_ascii_case(packing) && quality.trim() != "q=0"
        })
    };
    PACKINGS.into_iter().filter(|(packing, _)| takes(packing)).collect()
}

/// Whether a name carries the hash of its content, as trunk writes it: then it never changes.
fn hashed(name: &str) -> bool {
    let hash = |part: &str| part.len() >= 12 && part.bytes().all(|byte| byte.is_ascii_hexdigit());
    name.split(['-', '_', '.', '/']).any(hash)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn r17_only_names_with_a_hash_are_kept_for_ever() {
        for (name, expected) in [
            ("tributary-app-0c1f2a3b4c5d6e7f.js", true),
            ("tributary-app-0c1f2a3b4c5d6e7f_bg.wasm", true),
            ("index.html", false),
            ("sw.js", false),
            ("examples/crisis-care.json", false),
            ("fonts/atkinson-400.woff2", false),
        ] {
            assert_eq!(hashed(name), expected, "{name}");
        }
    }

    #[test]
    fn r12_nothing_outside_the_folder_is_served() {
        let folder = tempfile::tempdir().unwrap();
        let inside = folder.path().join("dist");
        std::fs::create_dir(&inside).unwrap();
        std::fs::write(folder.path().join("secret"), "secret").unwrap();
        std::fs::write(inside.join("a.js"), "plain").unwrap();
        std::fs::write(inside.join("a.js.br"), "packed").unwrap();
        for (name, expected) in [("a.js", Some("plain")), ("../secret", None), ("/secret", None), ("", None)]
        {
            let found = find(Some(&inside), name, &[]).map(|file| file.bytes.into_owned());
            assert_eq!(found.as_deref(), expected.map(str::as_bytes), "{name}");
        }
        let packed = find(Some(&inside), "a.js", &[("br", ".br")]).unwrap();
        assert_eq!((&packed.bytes[..], packed.packing), (&b"packed"[..], Some("br")));
    }
}
