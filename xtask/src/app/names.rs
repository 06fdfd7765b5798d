//! The names of a split app's files. They follow contents, so that every page finds the files of its own build only.

use std::fs;
use std::path::Path;

use anyhow::{Context, Result};

use super::short_hash;

/// The script that fetches chunks, as what is split names it.
pub(super) const LOADER: &str = "./chunks.js";

/// The two scripts, each of which names the other.
pub(super) struct Texts {
    pub script: String,
    pub loader: String,
}

/// The two scripts under their names: that of the app first.
pub(super) struct Named {
    pub files: [(String, String); 2],
}

impl Texts {
    /// Gives a file that they name another name.
    pub(super) fn rename(&mut self, old: &str, new: &str) {
        for text in [&mut self.script, &mut self.loader] {
            for (before, after) in [("\"", "\""), ("'", "'"), ("/", "\""), ("/", "'")] {
                *text = text.replace(&format!("{before}{old}{after}"), &format!("{before}{new}{after}"));
            }
        }
    }

    /// Both get the same hash, of both: neither can be hashed after the other.
    pub(super) fn named(mut self, script: &str) -> Named {
        let hash = short_hash(format!("{}\n{}", self.script, self.loader).as_bytes());
        let stem = script.trim_end_matches(".js");
        let names = [format!("{stem}-{hash}.js"), format!("chunks-{hash}.js")];
        self.rename(script, &names[0]);
        // Only where it is fetched: the WebAssembly itself asks for it by the name it had.
        self.script = self.script.replace(&format!("from \"{LOADER}\""), &format!("from \"./{}\"", names[1]));
        let [script, loader] = names;
        Named { files: [(script, self.script), (loader, self.loader)] }
    }
}

/// What trunk called the files of the app before it was split.
pub(super) struct Whole {
    script: String,
    wasm: String,
}

impl Whole {
    /// Finds them among the files that trunk wrote.
    pub(super) fn find(stage: &Path) -> Result<Whole> {
        let names = fs::read_dir(stage)?.map(|entry| Ok(entry?.file_name().to_string_lossy().into_owned()));
        let wasm = names.collect::<Result<Vec<_>>>()?.into_iter().find(|name| name.ends_with("_bg.wasm"));
        let wasm = wasm.context("trunk built no WebAssembly")?;
        Ok(Whole { script: wasm.replace("_bg.wasm", ".js"), wasm })
    }

    pub(super) fn remove(&self, stage: &Path) -> Result<()> {
        for name in [&self.script, &self.wasm] {
            fs::remove_file(stage.join(name)).with_context(|| format!("trunk wrote no {name}"))?;
        }
        Ok(())
    }

    /// The page with the files of the split app. The script that fetches chunks is fetched with the app's own, which
    /// would name it only when it has come.
    pub(super) fn replaced(&self, page: &str, named: &Named, wasm: &str) -> String {
        let [(script, _), (loader, _)] = &named.files;
        let ahead = format!("<link crossorigin href=\"/{loader}\" rel=modulepreload></head>");
        page.replace(&self.script, script).replace(&self.wasm, wasm).replacen("</head>", &ahead, 1)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn texts() -> Texts {
        Texts {
            script:
                "import * as a from \"./chunks.js\"; give({\"./chunks.js\": a}); new URL('app_bg.wasm', x)"
                    .to_owned(),
            loader: "import { initSync } from \"./app.js\"; new URL(\"./split_home.wasm\", x)".to_owned(),
        }
    }

    #[test]
    fn both_scripts_name_each_other_and_what_they_fetch() {
        let mut texts = texts();
        texts.rename("app_bg.wasm", "app-1.wasm");
        texts.rename("split_home.wasm", "app-2.wasm");
        let [(script, text), (loader, of_loader)] = texts.named("app.js").files;
        assert_eq!(
            text,
            format!(
                "import * as a from \"./{loader}\"; give({{\"./chunks.js\": a}}); new URL('app-1.wasm', x)"
            )
        );
        assert_eq!(
            of_loader,
            format!("import {{ initSync }} from \"./{script}\"; new URL(\"./app-2.wasm\", x)")
        );
    }

    #[test]
    fn both_names_change_with_what_any_part_holds() {
        let names = |wasm| {
            let mut texts = texts();
            texts.rename("split_home.wasm", wasm);
            texts.named("app.js").files.map(|(name, _)| name)
        };
        let ([script, loader], [other_script, other_loader]) = (names("app-2.wasm"), names("app-3.wasm"));
        assert_eq!(names("app-2.wasm"), [script.clone(), loader.clone()]);
        assert!(script != other_script && loader != other_loader);
    }

    #[test]
    fn the_page_loads_the_split_app() {
        let whole = Whole { script: "app-0.js".to_owned(), wasm: "app-0_bg.wasm".to_owned() };
        let named = Named {
            files: [("app-1.js".to_owned(), String::new()), ("chunks-1.js".to_owned(), String::new())],
        };
        let page = "<head><script>load('/app-0.js', '/app-0_bg.wasm')</script></head><body>";
        let expected = "<head><script>load('/app-1.js', '/app-2.wasm')</script>\
            <link crossorigin href=\"/chunks-1.js\" rel=modulepreload></head><body>";
        assert_eq!(whole.replaced(page, &named, "app-2.wasm"), expected);
    }
}
