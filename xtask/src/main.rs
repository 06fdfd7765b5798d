//! `cargo xtask`: everything a developer does with this repository.
#![allow(clippy::print_stdout, reason = "a command line speaks on standard output")]
#![cfg_attr(test, allow(clippy::unwrap_used))]

mod serve;

mod dev;

mod test;

mod check;

mod tidy;

mod bench;

mod bless;

mod app;

mod tools;

mod surroundings;

mod place;

mod command;

mod lock;

mod say;

use std::path::PathBuf;
use std::process::ExitCode;

use clap::{Args, Parser, Subcommand};

/// Sets up what is missing, builds, serves, tests and measures Tributary.
#[derive(Parser)]
#[command(bin_name = "cargo xtask")]
struct Xtask {
    #[command(subcommand)]
    command: Command,
}

#[derive(Subcommand)]
enum Command {
    /// Build app and relay in release, and serve them
    Serve(Serve),
    /// Run everything that is checked, and end in one summary
    Test(Test),
    /// Build anew whenever a file changes, beside a running relay
    Dev(Serve),
    /// Format, lints, the habits of this repository, licences
    Check,
    /// The habits of this repository alone
    Tidy,
    /// Set up every tool, and build nothing
    Setup,
    /// Build the app into dist/
    App,
    /// Measure, print a table, and write target/bench.json
    Bench,
    /// Accept what snapshot tests now show
    Bless,
}

/// Where the relay listens and keeps its projects.
#[derive(Args)]
struct Serve {
    /// The port on 127.0.0.1
    #[arg(long, default_value_t = 8787)]
    port: u16,
    /// Where projects are kept
    #[arg(long, default_value = "data")]
    data: PathBuf,
    /// Start with an example project and print its addresses
    #[arg(long)]
    demo: bool,
}

#[derive(Args)]
struct Test {
    /// Leave out what needs a browser
    #[arg(long)]
    fast: bool,
}

fn main() -> ExitCode {
    match run(Xtask::parse().command) {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("error: {error:#}");
            ExitCode::FAILURE
        }
    }
}

fn run(command: Command) -> anyhow::Result<()> {
    match command {
        Command::Serve(options) => serve::run(&options),
        Command::Test(Test { fast: true }) => test::without_browsers(),
        Command::Test(Test { fast: false }) => test::everything(),
        Command::Dev(options) => dev::run(&options),
        Command::Check => check::run(),
        Command::Tidy => tidy::run(),
        Command::Setup => tools::Tools::open()?.everything(),
        Command::App => app::build(app::Kind::Release),
        Command::Bench => bench::run(),
        Command::Bless => bless::run(),
    }
}
