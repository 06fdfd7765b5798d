//! What a worker has found in a project that the plain pages show: kept for as long as the log stays as it is, and for
//! two seconds when it does not.

use std::{
    collections::{HashMap, HashSet},
    sync::{Arc, Mutex, MutexGuard, PoisonError},
    time::Duration,
};

use document::protocol::Mark;
use model::{Level, Project, contribution::Contribution};
use tokio::time::Instant;

use crate::{
    Relay,
    id::ProjectId,
    project::{self, ReadError},
    worker::WorkerError,
};

/// How old what a page shows may be while people write.
const FRESH: Duration = Duration::from_secs(2);
/// Projects of which it is kept.
const MOST: usize = 500;

/// What the plain pages show of a project.
#[derive(Debug, Default)]
pub struct Facts {
    /// Its title.
    pub title: String,
    /// What the team wants.
    pub aim: String,
    /// The drivers, primary ones first: id, level and text.
    pub drivers: Vec<(String, Level, String)>,
    /// The ids of all cards.
    pub cards: HashSet<String>,
    /// What was contributed, the oldest first.
    pub contributions: Vec<Contribution>,
}

/// What is known of the projects that were asked for last.
#[derive(Default)]
pub struct Known(Mutex<HashMap<ProjectId, Read>>);

#[derive(Clone)]
struct Read {
    head: Mark,
    at: Instant,
    facts: Arc<Facts>,
}

impl Known {
    /// What a project says, at most two seconds ago.
    pub async fn recent(&self, relay: &Relay, project: &ProjectId) -> Result<Arc<Facts>, ReadError> {
        let head = relay.storage.head(project).await?.ok_or(ReadError::Gone)?;
        let known = self.lock().get(project).cloned();
        match known {
            Some(read) if read.head == head || read.at.elapsed() < FRESH => Ok(read.facts),
            _ => self.read(relay, (project, head)).await,
        }
    }

    /// What a project says now.
    pub async fn now(&self, relay: &Relay, project: &ProjectId) -> Result<Arc<Facts>, ReadError> {
        let head = relay.storage.head(project).await?.ok_or(ReadError::Gone)?;
        let known = self.lock().get(project).cloned();
        match known {
            Some(read) if read.head == head => Ok(read.facts),
            _ => self.read(relay, (project, head)).await,
        }
    }

    /// Whether a project has that card: a worker is asked again only for one that is not known.
    pub async fn has_card(
        &self,
        relay: &Relay,
        (project, card): (&ProjectId, &str),
    ) -> Result<bool, ReadError> {
        let known = self.lock().get(project).is_some_and(|read| read.facts.cards.contains(card));
        Ok(known || self.now(relay, project).await?.cards.contains(card))
    }

    async fn read(
        &self,
        relay: &Relay,
        (project, head): (&ProjectId, Mark),
    ) -> Result<Arc<Facts>, ReadError> {
        let json = project::read(relay, project).await?;
        let facts = tokio::task::spawn_blocking(move || Facts::of_json(&json)).await.ok().flatten();
        let unread = || WorkerError::Failed("this is no project of a worker".to_owned());
        let facts = Arc::new(facts.ok_or_else(unread)?);
        let mut known = self.lock();
        if known.len() >= MOST {
            known.clear();
        }
        known.insert(project.clone(), Read { head, at: Instant::now(), facts: facts.clone() });
        Ok(facts)
    }

    fn lock(&self) -> MutexGuard<'_, HashMap<ProjectId, Read>> {
        // no code that could panic runs under this lock
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl Facts {
    fn of_json(json: &[u8]) -> Option<Facts> {
        let project = exchange::project::from_json(std::str::from_utf8(json).ok()?).ok()?;
        Some(Facts::of(project))
    }

    fn of(project: Project) -> Facts {
        let mut cards: Vec<_> = project.cards.values().filter(|card| card.deleted.is_none()).collect();
        cards.sort_by(|one, other| {
            (one.level, &one.order, &one.id).cmp(&(other.level, &other.order, &other.id))
        });
        let drivers = cards.iter().filter(|card| card.level.is_driver() && !card.text.trim().is_empty());
        let aim = cards.iter().find(|card| card.level == Level::Aim);
        Facts {
            aim: aim.map(|card| card.text.clone()).unwrap_or_default(),
            drivers: drivers.map(|card| (card.id.to_string(), card.level, card.text.clone())).collect(),
            cards: cards.iter().map(|card| card.id.to_string()).collect(),
            title: project.title,
            contributions: project.contributions,
        }
    }
}
