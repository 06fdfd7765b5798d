//! The command line: what is asked for, done, and said in plain words.

use std::process::ExitCode;

use clap::{Parser, Subcommand};
use relay::{Settings, worker::Kind};

use command::{chart, check, create, export, serve};

mod command;

/// Driver diagrams and measure plans, edited together
#[derive(Parser)]
#[command(name = "tributary", version)]
struct Arguments {
    #[command(subcommand)]
    command: Command,
}

#[derive(Subcommand)]
enum Command {
    /// Serve the app and keep what people write
    Serve(Settings),
    /// Make a project, blank or from a project JSON, and print its addresses
    New(create::Arguments),
    /// Say what a guide to driver diagrams would advise on a project JSON
    Check(check::Arguments),
    /// Draw a run chart or a control chart of data, or say its numbers
    Chart(chart::Arguments),
    /// Write what a project JSON holds for other programs
    Export(export::Arguments),
    /// Understand documents for a relay, which starts this by itself
    #[command(hide = true)]
    Worker {
        /// The kind of job
        #[arg(value_parser = |name: &str| Kind::parse(name).ok_or("no such kind of job"))]
        kind: Kind,
    },
}

fn main() -> ExitCode {
    // clap ends by itself, with status 2, when the command is not understood
    let Arguments { command } = Arguments::parse();
    let result = match command {
        Command::Serve(settings) => serve::run(settings),
        Command::New(arguments) => create::run(arguments),
        Command::Check(arguments) => check::run(arguments),
        Command::Chart(arguments) => chart::run(arguments),
        Command::Export(arguments) => export::run(arguments),
        Command::Worker { kind } => relay::worker::child::run(kind).map_err(Into::into),
    };
    match result {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("tributary: {error:#}");
            ExitCode::FAILURE
        }
    }
}
