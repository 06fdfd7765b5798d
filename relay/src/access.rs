//! From a key to a role: keys are 160 random bits, kept only as hashes under a secret of this relay.

use std::{
    fs::OpenOptions,
    io::{ErrorKind, Write},
    path::{Path, PathBuf},
};

use document::protocol::Key;
use model::Role;
use subtle::ConstantTimeEq;

use crate::{
    clock::{self, Millis},
    config::Creation,
    id::{self, LinkId, ProjectId},
    storage::{Link, LinkKind, NewLink, Storage, StorageError},
};

/// The file with the secret under which keys are hashed.
const SECRET_FILE: &str = "secret";
/// The file with the creation key that a relay makes when it is not given one.
const CREATION_FILE: &str = "creation-key";

/// A key under the relay's secret: of no use to whoever reads the database.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct KeyHash(pub [u8; 32]);

/// What a key gives.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Grant {
    /// The link it belongs to.
    pub link: LinkId,
    /// What its holder may do.
    pub role: Role,
    /// When that ends by itself.
    pub expires_at: Option<Millis>,
}

/// Why a key gives nothing.
#[derive(Debug, thiserror::Error)]
pub enum AccessError {
    /// There is no such project.
    #[error("there is no such project")]
    NoSuchProject,
    /// The key is missing, wrong, or for something else.
    #[error("this key does not open the project")]
    WrongKey,
    /// Its time is over.
    #[error("this link has expired")]
    Expired,
    /// An owner has ended it.
    #[error("this link was revoked")]
    Revoked,
    /// Nobody can tell now.
    #[error(transparent)]
    Storage(#[from] StorageError),
}

/// Checks keys.
#[derive(Clone)]
pub struct Access {
    storage: Storage,
    secret: [u8; 32],
    /// The hash of the creation key, if one is needed.
    creation: Option<KeyHash>,
}

/// Why keys cannot be checked.
#[derive(Debug, thiserror::Error)]
pub enum SecretError {
    /// The file cannot be read or made.
    #[error("the file {0}: {1}")]
    File(PathBuf, std::io::Error),
    /// The file is there, and says nothing: it may be all that is left of one that counted.
    #[error("the file {0} is empty: put the one of a backup in its place, or delete it if this relay is new")]
    Empty(PathBuf),
    /// Keys were given out under a secret that is gone.
    #[error(
        "the file {0} is gone, and without it no link that was given out opens: put the one of a backup there"
    )]
    Gone(PathBuf),
    /// Whether keys were given out is not known.
    #[error(transparent)]
    Storage(#[from] StorageError),
}

impl Access {
    /// Reads the secret of the data folder. Makes it where no key depends on it yet.
    pub fn open(storage: Storage, data: &Path, creation: &Creation) -> Result<Access, SecretError> {
        let fresh = || blake3::Hash::from_bytes(id::random()).to_hex().to_string();
        let path = data.join(SECRET_FILE);
        if storage.has_links()? && !exists(&path)? {
            return Err(SecretError::Gone(path));
        }
        let secret = kept(&path, fresh)?;
        let mut access =
            Access { storage, secret: *blake3::hash(secret.as_bytes()).as_bytes(), creation: None };
        access.creation = match creation {
            Creation::Anyone => None,
            Creation::Key(Some(key)) => Some(access.hash(key)),
            Creation::Key(None) => Some(access.hash(&kept(&data.join(CREATION_FILE), || id::new_key().0)?)),
        };
        Ok(access)
    }

    /// Whether somebody with this creation key, or none, may make a project.
    pub fn may_create(&self, key: Option<&Key>) -> bool {
        match (self.creation, key) {
            (None, _) => true,
            (Some(_), None) => false,
            (Some(expected), Some(key)) => same(expected, self.hash(&key.0)),
        }
    }

    /// What this key gives in this project.
    pub async fn grant(&self, project: &ProjectId, key: &Key) -> Result<Grant, AccessError> {
        let hash = self.hash(&key.0);
        match self.storage.link_by_key(project, hash).await? {
            Some((link, stored)) if same(stored, hash) => {
                let role = link.kind.role().ok_or(AccessError::WrongKey)?;
                let link = valid(link)?;
                Ok(Grant { link: link.id, role, expires_at: link.expires_at })
            }
            _ if self.storage.project(project).await?.is_none() => Err(AccessError::NoSuchProject),
            _ => Err(AccessError::WrongKey),
        }
    }

    /// What this key opens, whatever project it belongs to: for addresses that hold nothing but a key.
    pub async fn find(&self, key: &Key) -> Result<(ProjectId, Link), AccessError> {
        let hash = self.hash(&key.0);
        match self.storage.link_anywhere(hash).await? {
            Some((project, link, stored)) if same(stored, hash) => Ok((project, valid(link)?)),
            _ => Err(AccessError::WrongKey),
        }
    }

    /// A new link and its key, which is shown once.
    pub fn new_link(&self, kind: LinkKind) -> (NewLink, Key) {
        let key = id::new_key();
        let key_hash = self.hash(&key.0);
        (NewLink { id: LinkId::random(), kind, label: String::new(), key_hash, expires_at: None }, key)
    }

    /// A name in place of something that is not told: the same for the same parts, and of no use to find them.
    pub fn pseudonym(&self, parts: [&str; 3]) -> String {
        let mut hasher = blake3::Hasher::new_keyed(&self.secret);
        for part in parts {
            hasher.update(&(part.len() as u64).to_le_bytes()).update(part.as_bytes());
        }
        hasher.finalize().to_hex()[..32].to_owned()
    }

    fn hash(&self, key: &str) -> KeyHash {
        KeyHash(*blake3::keyed_hash(&self.secret, key.as_bytes()).as_bytes())
    }
}

fn valid(link: Link) -> Result<Link, AccessError> {
    if link.revoked_at.is_some() {
        return Err(AccessError::Revoked);
    }
    match link.expires_at {
        Some(end) if end <= clock::now() => Err(AccessError::Expired),
        _ => Ok(link),
    }
}

fn same(one: KeyHash, other: KeyHash) -> bool {
    one.0.ct_eq(&other.0).into()
}

/// The text of a file that only its owner may read; made on first use, and never written again.
fn kept(path: &Path, fresh: impl FnOnce() -> String) -> Result<String, SecretError> {
    let failed = |error| SecretError::File(path.to_owned(), error);
    if !exists(path)? {
        let text = fresh();
        match write_secret(OpenOptions::new().create_new(true), (path, &text)) {
            Ok(()) => return Ok(text),
            // another program has begun at the same moment: its secret is the one
            Err(error) if error.kind() == ErrorKind::AlreadyExists => {}
            Err(error) => return Err(failed(error)),
        }
    }
    secret_text(path).map_err(failed)?.ok_or_else(|| SecretError::Empty(path.to_owned()))
}

fn exists(path: &Path) -> Result<bool, SecretError> {
    path.try_exists().map_err(|error| SecretError::File(path.to_owned(), error))
}

/// The text of a secret file; nothing if there is none yet.
pub fn secret_text(path: &Path) -> std::io::Result<Option<String>> {
    match std::fs::read_to_string(path) {
        Ok(text) => Ok(Some(text.trim().to_owned()).filter(|text| !text.is_empty())),
        Err(error) if error.kind() == std::io::ErrorKind::NotFound => Ok(None),
        Err(error) => Err(error),
    }
}

/// Writes a file that only its owner may read, in place of one that may be there.
pub fn keep_secret(path: &Path, text: &str) -> std::io::Result<()> {
    write_secret(OpenOptions::new().create(true).truncate(true), (path, text))
}

fn write_secret(options: &mut OpenOptions, (path, text): (&Path, &str)) -> std::io::Result<()> {
    std::os::unix::fs::OpenOptionsExt::mode(options, 0o600);
    let mut file = options.write(true).open(path)?;
    let written = file.write_all(text.as_bytes()).and_then(|()| file.sync_all());
    if written.is_err() {
        // half a secret is none; if even this fails, the file is found to be empty or too short to open anything
        std::fs::remove_file(path).ok();
    }
    written
}
