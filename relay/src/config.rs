//! Every setting: its flag, its variable, its key in the file, its default.

use std::{
    net::SocketAddr,
    path::{Path, PathBuf},
    time::Duration,
};

use clap::Args;
use document::protocol::{Limits, limits};
use serde::Deserialize;

/// What a flag, a `TRIBUTARY_…` variable or the TOML file may say. A flag wins over a variable, that over the file.
#[derive(Debug, Default, Args, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Settings {
    /// Where to listen
    #[arg(long, env = "TRIBUTARY_LISTEN", value_name = "ADDRESS:PORT")]
    pub listen: Option<SocketAddr>,
    /// The folder in which everything is kept
    #[arg(long, env = "TRIBUTARY_DATA", value_name = "FOLDER")]
    pub data: Option<PathBuf>,
    /// A file with the key that one must have to make a project
    #[arg(long, env = "TRIBUTARY_CREATION_KEY", value_name = "FILE")]
    pub creation_key: Option<PathBuf>,
    /// Let anybody who reaches this relay make projects, also when it is not only this machine
    #[arg(long, env = "TRIBUTARY_ANYONE_MAY_CREATE", value_parser = clap::builder::FalseyValueParser::new())]
    #[serde(default)]
    pub anyone_may_create: bool,
    /// The address under which people reach this relay, when a proxy stands before it
    #[arg(long, env = "TRIBUTARY_PUBLIC_ADDRESS", value_name = "URL")]
    pub public_address: Option<String>,
    /// A folder with the built app, in place of the one inside this program
    #[arg(long, env = "TRIBUTARY_DIST", value_name = "FOLDER")]
    pub dist: Option<PathBuf>,
    /// Start with an example project, made once, and print its addresses
    #[arg(long, env = "TRIBUTARY_DEMO", value_parser = clap::builder::FalseyValueParser::new())]
    #[serde(default)]
    pub demo: bool,
    /// How much to write to standard error
    #[arg(long, env = "TRIBUTARY_LOG", value_name = "LEVEL")]
    pub log: Option<LogLevel>,
    /// A TOML file with any of these settings (underscores in place of dashes)
    #[arg(long, env = "TRIBUTARY_CONFIG", value_name = "FILE")]
    #[serde(skip)]
    pub config: Option<PathBuf>,
}

/// How much of what the relay does is written down. Never a key, never text of a project.
#[derive(Debug, Default, Clone, Copy, PartialEq, Eq, clap::ValueEnum, Deserialize)]
#[serde(rename_all = "lowercase")]
#[expect(missing_docs, reason = "the words explain themselves")]
pub enum LogLevel {
    Error,
    #[default]
    Warn,
    Info,
    Debug,
    Trace,
}

impl LogLevel {
    /// As `tracing` names it.
    pub fn as_str(self) -> &'static str {
        match self {
            LogLevel::Error => "error",
            LogLevel::Warn => "warn",
            LogLevel::Info => "info",
            LogLevel::Debug => "debug",
            LogLevel::Trace => "trace",
        }
    }
}

/// Why the settings cannot be used.
#[derive(Debug, thiserror::Error)]
pub enum ConfigError {
    /// A file could not be read.
    #[error("{path} cannot be read: {error}")]
    Unreadable {
        /// The file.
        path: PathBuf,
        /// What the system said.
        error: std::io::Error,
    },
    /// The settings file is not understood.
    #[error("{path} is not understood: {error}")]
    Toml {
        /// The file.
        path: PathBuf,
        /// Where and why.
        error: toml::de::Error,
    },
    /// A creation key is too easy to guess.
    #[error("the creation key in {0} must have at least 16 characters")]
    WeakCreationKey(PathBuf),
    /// The public address is not one.
    #[error("the public address must begin with http:// or https:// and have no path: {0}")]
    PublicAddress(String),
}

/// Who may make projects.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Creation {
    /// Whoever reaches the relay: the default where only this machine does.
    Anyone,
    /// Who sends this key: the one of the file, or one made and kept in the data folder.
    Key(Option<String>),
}

/// All that a relay is built from.
#[derive(Debug, Clone)]
pub struct Config {
    /// Where to listen.
    pub listen: SocketAddr,
    /// The folder in which everything is kept.
    pub data: PathBuf,
    /// Who may make projects.
    pub creation: Creation,
    /// The address people use, without a slash at its end; made from the listening one when not set.
    pub public_address: Option<String>,
    /// A folder with the built app, in place of the embedded one.
    pub dist: Option<PathBuf>,
    /// Whether to make an example project.
    pub demo: bool,
    /// How much is written down.
    pub log: LogLevel,
    /// The program that is started as `worker`.
    pub worker: PathBuf,
    /// How long things take.
    pub timing: Timing,
    /// How much things may be.
    pub limits: Limits,
}

/// How long the relay waits. Tests shorten it, people never need to.
#[derive(Debug, Clone, Copy)]
pub struct Timing {
    /// Before the first frame.
    pub hello: Duration,
    /// Between two heartbeats.
    pub heartbeat: Duration,
    /// Silence after which a session counts as gone.
    pub dead: Duration,
    /// Between looks at expiry, presence and idle rooms.
    pub tick: Duration,
    /// How long an empty room stays open, for the page that reloads.
    pub linger: Duration,
    /// Between two folds of one project.
    pub fold: Duration,
    /// A long poll is answered by then: below the minute after which proxies cut.
    pub poll: Duration,
    /// From SIGTERM to the end, at most.
    pub stop: Duration,
}

impl Default for Timing {
    fn default() -> Self {
        Timing {
            hello: limits::HELLO_TIMEOUT,
            heartbeat: limits::HEARTBEAT,
            dead: limits::DEAD_AFTER,
            tick: Duration::from_secs(2),
            linger: Duration::from_secs(5),
            fold: Duration::from_secs(30),
            poll: Duration::from_secs(20),
            stop: Duration::from_secs(8),
        }
    }
}

impl Settings {
    /// Fills what is not said here from the TOML file, if one is named.
    pub fn with_file(self) -> Result<Settings, ConfigError> {
        let Some(path) = self.config.clone() else { return Ok(self) };
        let text = read(&path)?;
        let file: Settings = toml::from_str(&text).map_err(|error| ConfigError::Toml { path, error })?;
        Ok(Settings {
            listen: self.listen.or(file.listen),
            data: self.data.or(file.data),
            creation_key: self.creation_key.or(file.creation_key),
            anyone_may_create: self.anyone_may_create || file.anyone_may_create,
            log: self.log.or(file.log),
            public_address: self.public_address.or(file.public_address),
            dist: self.dist.or(file.dist),
            demo: self.demo || file.demo,
            config: self.config,
        })
    }
}

impl Config {
    /// The defaults, on a free port of this machine, for that folder.
    pub fn local(data: &Path, worker: PathBuf) -> Config {
        Config {
            listen: SocketAddr::from(([127, 0, 0, 1], 0)),
            data: data.to_owned(),
            creation: Creation::Anyone,
            public_address: None,
            dist: None,
            demo: false,
            log: LogLevel::default(),
            worker,
            timing: Timing::default(),
            limits: Limits::default(),
        }
    }

    /// The configuration that these settings mean; `worker` is this program itself.
    pub fn new(settings: Settings, worker: PathBuf) -> Result<Config, ConfigError> {
        let settings = settings.with_file()?;
        let listen = settings.listen.unwrap_or(SocketAddr::from(([127, 0, 0, 1], 8787)));
        let creation = match &settings.creation_key {
            Some(path) => Creation::Key(Some(creation_key(path)?)),
            None if settings.anyone_may_create || listen.ip().is_loopback() => Creation::Anyone,
            None => Creation::Key(None),
        };
        Ok(Config {
            listen,
            creation,
            public_address: settings.public_address.map(public_address).transpose()?,
            dist: settings.dist,
            demo: settings.demo,
            log: settings.log.unwrap_or_default(),
            ..Config::local(&settings.data.unwrap_or_else(|| PathBuf::from("./data")), worker)
        })
    }
}

fn creation_key(path: &Path) -> Result<String, ConfigError> {
    let key = read(path)?.trim().to_owned();
    if key.len() < 16 { Err(ConfigError::WeakCreationKey(path.to_owned())) } else { Ok(key) }
}

fn public_address(text: String) -> Result<String, ConfigError> {
    let address = text.trim_end_matches('/');
    let host = address.strip_prefix("https://").or_else(|| address.strip_prefix("http://"));
    match host {
        Some(host) if !host.is_empty() && !host.contains(['/', '?', '#']) => Ok(address.to_owned()),
        _ => Err(ConfigError::PublicAddress(text)),
    }
}

fn read(path: &Path) -> Result<String, ConfigError> {
    let path = path.to_owned();
    std::fs::read_to_string(&path).map_err(|error| ConfigError::Unreadable { path, error })
}
