//! Crates know only whom they may know: read from their manifests.

use super::Fault;
use super::files::{Files, TextFile};

/// Whom of ours each package may name, tests aside.
const MAY_KNOW: &[(&str, &[&str])] = &[
    ("tributary-app", &["document", "exchange", "figure", "statistics", "words", "model"]),
    ("relay", &["document", "exchange", "publish", "figure", "statistics", "words", "model"]),
    ("publish", &["figure", "exchange", "words", "model"]),
    ("figure", &["statistics", "words", "model"]),
    ("words", &["model"]),
    ("document", &["model"]),
    ("exchange", &["model"]),
    ("statistics", &[]),
    ("model", &[]),
    ("stories", &["document", "exchange", "figure", "words", "model"]),
    ("xtask", &[]),
];

/// Libraries that only one package may name, in its tests too.
const ONLY: &[(&str, &str)] = &[
    ("yrs", "document"),
    ("leptos", "tributary-app"),
    ("leptos_meta", "tributary-app"),
    ("leptos_router", "tributary-app"),
    ("web-sys", "tributary-app"),
    ("async-nats", "relay"),
    ("axum", "relay"),
    ("calamine", "publish"),
    ("rust_xlsxwriter", "publish"),
    ("rusqlite", "relay"),
];

const KINDS: &[&str] = &["dependencies", "build-dependencies", "dev-dependencies"];

/// Manifests that name somebody whom their package may not know.
pub(super) fn faults(files: &Files) -> Vec<Fault> {
    let manifests =
        files.all.iter().filter(|file| file.path == "Cargo.toml" || file.path.ends_with("/Cargo.toml"));
    manifests.flat_map(in_manifest).collect()
}

fn in_manifest(manifest: &TextFile) -> Vec<Fault> {
    let Ok(table) = manifest.text.parse::<toml::Table>() else {
        return vec![fault(manifest, "", "this is not TOML".to_owned())];
    };
    let Some(package) = table.get("package").and_then(|package| package.get("name")?.as_str()) else {
        return Vec::new();
    };
    let Some((_, known)) = MAY_KNOW.iter().find(|(name, _)| *name == package) else {
        let advice = format!("say in xtask/src/tidy/arrows.rs whom the new package {package} may know");
        return vec![fault(manifest, "name", advice)];
    };
    let tables = KINDS.iter().filter_map(|kind| Some((*kind, table.get(*kind)?.as_table()?)));
    let named = tables.flat_map(|(kind, names)| names.keys().map(move |name| (kind, name.as_str())));
    let complaint =
        |(kind, name)| Some(fault(manifest, name, Arrow { package, kind, name }.complaint(known)?));
    named.filter_map(complaint).collect()
}

/// A package names another in a table of its manifest.
struct Arrow<'a> {
    package: &'a str,
    kind: &'a str,
    name: &'a str,
}

impl Arrow<'_> {
    fn complaint(&self, known: &[&str]) -> Option<String> {
        let Arrow { package, kind, name } = self;
        let only = ONLY.iter().find(|(library, owner)| library == name && owner != package);
        if let Some((library, owner)) = only {
            return Some(format!("only {owner} names {library}: ask {owner} for what {package} needs"));
        }
        let is_ours = MAY_KNOW.iter().any(|(ours, _)| ours == name);
        let is_wrong = is_ours && !known.contains(name) && *kind != "dev-dependencies";
        is_wrong.then(|| {
            format!("{package} may not know {name}: see “Who may know whom” in docs/architecture.md")
        })
    }
}

fn fault(manifest: &TextFile, name: &str, advice: String) -> Fault {
    let names = |line: &str| line.starts_with(&format!("{name} ")) || line.starts_with(&format!("{name}."));
    // The root manifest also lists shared versions, above the package's own dependencies.
    let lines: Vec<usize> =
        manifest.lines().filter(|(_, line)| names(line)).map(|(number, _)| number).collect();
    Fault { path: manifest.path.clone(), line: lines.last().copied().unwrap_or(1), advice }
}

#[cfg(test)]
mod tests {
    use super::faults;
    use crate::tidy::tests::check;

    #[test]
    fn an_arrow_that_is_not_allowed_is_found() {
        let manifest = "[package]\nname = \"model\"\n[dependencies]\ndocument = { workspace = true }\n";
        check(
            faults,
            &[("crates/model/Cargo.toml", manifest)],
            &["crates/model/Cargo.toml:4: model may not know document"],
        );
    }

    #[test]
    fn tests_may_know_more_of_ours_but_not_a_library_of_another() {
        let manifest =
            "[package]\nname = \"document\"\n[dev-dependencies]\nexchange.workspace = true\nyrs = \"1\"\n";
        check(faults, &[("crates/document/Cargo.toml", manifest)], &[]);
        let manifest =
            "[package]\nname = \"relay\"\n[dev-dependencies]\nexchange.workspace = true\nyrs = \"1\"\n";
        check(faults, &[("relay/Cargo.toml", manifest)], &["relay/Cargo.toml:5: only document names yrs"]);
    }

    #[test]
    fn shared_versions_are_no_arrows() {
        let manifest = "[workspace.dependencies]\nyrs = \"1\"\n[package]\nname = \"tributary-app\"\n[dependencies]\nyrs = \"1\"\n";
        check(faults, &[("Cargo.toml", manifest)], &["Cargo.toml:6: only document names yrs"]);
    }

    #[test]
    fn a_new_package_is_asked_for() {
        check(faults, &[("new/Cargo.toml", "[package]\nname = \"new\"\n")], &["new/Cargo.toml:2: say in"]);
    }
}
