//! Has the relay built again when the app was: a release carries the app, and cargo does not see that by itself.
#![allow(clippy::print_stdout, reason = "this is how a build script speaks to cargo")]

fn main() {
    println!("cargo:rerun-if-changed=build.rs");
    // other builds read the app from disk; a folder that is missing would have them built every time
    if std::env::var("PROFILE").is_ok_and(|profile| profile == "release") {
        println!("cargo:rerun-if-changed=../dist");
    }
}
