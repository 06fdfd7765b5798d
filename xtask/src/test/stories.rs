//! The stories in one browser: what they are told, what is left out there, and the display that one of them needs.

use std::io::{BufRead, BufReader};
use std::process::{Child, Command, Stdio};

use anyhow::{Context, Result};

use super::steps::NATIVE;
use crate::tools::Browser;
use crate::{command, say, surroundings};

/// Stories that cannot be told in a browser, and why; each is said aloud in every run.
const LEFT_OUT: &[(Browser, &str, &str)] = &[
    (Browser::WebKit, "k4_a_finger", "its driver turns a finger into a mouse, which is not held but pressed"),
    (Browser::Firefox, "k4_two_fingers", FINGERS),
    (Browser::WebKit, "k4_two_fingers", FINGERS),
    (Browser::Firefox, "k8_a_screen_reader", TREE),
    (Browser::WebKit, "k8_a_screen_reader", TREE),
    (Browser::Firefox, "k11_", TREE),
    (Browser::WebKit, "k11_", TREE),
    (Browser::Firefox, "w11_", MEDIA),
    (Browser::WebKit, "w11_", MEDIA),
    (Browser::Firefox, "w13_", MEDIA),
    (Browser::WebKit, "w13_", MEDIA),
    (Browser::Firefox, "o5_without_scripts", "its driver cannot switch scripts off"),
    (Browser::WebKit, "o5_without_scripts", "its driver cannot switch scripts off"),
    (Browser::Firefox, "o6_the_app_can_be_installed", "it does not say what it thinks of an app"),
    (Browser::WebKit, "o6_the_app_can_be_installed", "it does not say what it thinks of an app"),
    (Browser::Firefox, "e6_a_card_that_is_cut_goes", CARDS),
    (Browser::Firefox, "e6_cards_go_from_project", CARDS),
    (
        Browser::WebKit,
        "o1_a_newer_build",
        "asked there after a reload, it does not say whether there is a newer build",
    ),
];

const CARDS: &str = "without a screen its clipboard keeps text alone, and not the cards beside it";
const FINGERS: &str = "its driver has one finger";
const TREE: &str = "its driver does not give what a screen reader is given";
const MEDIA: &str =
    "its driver sets neither paper, nor the colours of the system, nor a size without a window";

/// What Firefox and WebKit are told in every run: the main job, by keyboard, mouse and phone, alone and together. All of
/// the others take a quarter of an hour more; `TRIBUTARY_ALL_STORIES=1` tells them too.
const CORE: &[&str] =
    &["r5_", "k1_", "k8_", "k9_", "l13_", "l15_", "d10_undo_takes", "h9_one_sentence", "w9_the_page", "n6_"];

/// Runs the stories in a browser, save those that cannot be told there: all of them in Chromium, the core elsewhere.
pub(super) fn told_in(browser: Browser) -> Result<()> {
    // The relay's program comes with its tests; to build the package alone would compile its libraries once more,
    // because cargo joins the features of whatever it builds together.
    command::run(command::cargo(NATIVE).arg("--no-run"))?;
    let mut command = command::cargo(["test", "--package", "stories", "--no-fail-fast"]);
    surroundings::tell_browser(&mut command, browser)?;
    surroundings::tell_places(&mut command, "debug");
    let display = (browser == Browser::WebKit).then(Display::open).transpose()?;
    if let Some(display) = &display {
        command.env("DISPLAY", &display.name);
    }
    command.arg("--");
    if browser != Browser::Chromium && std::env::var_os("TRIBUTARY_ALL_STORIES").is_none() {
        say::line("told here: those of the main job; TRIBUTARY_ALL_STORIES=1 tells all");
        command.args(CORE);
    }
    for (_, story, why) in LEFT_OUT.iter().filter(|(left_out, ..)| *left_out == browser) {
        say::line(&format!("left out here: {story}, because {why}"));
        command.args(["--skip", story]);
    }
    command::run(&mut command)
}

/// A display that nobody sees; it ends with this value.
struct Display {
    name: String,
    server: Child,
}

impl Display {
    /// Opens one under a number that no other has.
    fn open() -> Result<Self> {
        let mut server = Command::new("Xvfb")
            .args(["-displayfd", "1", "-screen", "0", "1600x1200x24", "-nolisten", "tcp"])
            .stdout(Stdio::piped())
            .stderr(Stdio::null())
            .spawn()
            .context("cannot start Xvfb")?;
        let mut number = String::new();
        BufReader::new(server.stdout.take().expect("its output is piped")).read_line(&mut number)?;
        Ok(Self { name: format!(":{}", number.trim()), server })
    }
}

impl Drop for Display {
    fn drop(&mut self) {
        // It may have ended by itself; then there is nothing to end.
        self.server.kill().ok();
        self.server.wait().ok();
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::place;

    #[test]
    fn what_is_named_is_there() {
        let folder = place::root().join("tests/tests/stories");
        let files = std::fs::read_dir(folder)
            .unwrap()
            .map(|file| std::fs::read_to_string(file.unwrap().path()).unwrap());
        let stories = files.collect::<String>();
        for (browser, story, _) in LEFT_OUT {
            assert!(stories.contains(&format!("async fn {story}")), "{browser:?}: {story}");
        }
        for story in CORE {
            assert!(stories.contains(&format!("async fn {story}")), "{story}");
        }
    }
}
