//! Makes typed functions of the Fluent messages: a message that is not there, or one that lacks a value, does not
//! compile, and no page carries a parser of Fluent.

use std::{env, fs, path::Path};

mod compile;
mod emit;
mod read;

/// Folders of `messages`, in the order of `Language`; the first says which messages there are.
const LANGUAGES: [&str; 2] = ["en", "cy"];

#[expect(clippy::print_stdout, reason = "so one speaks with cargo")]
fn main() {
    println!("cargo::rerun-if-changed=messages");
    println!("cargo::rerun-if-changed=build");
    let catalogues = LANGUAGES.map(|language| read::catalogue(&Path::new("messages").join(language)));
    let code = emit::code(&catalogues);
    let out = env::var("OUT_DIR").expect("cargo says where built code goes");
    fs::write(Path::new(&out).join("messages.rs"), code).expect("the folder for built code can be written");
}
