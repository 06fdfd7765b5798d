//! A relay for one test: a fresh folder, a free port, gone at the end.

use std::{future::Future, path::PathBuf, sync::Arc, time::Duration};

use relay::{Config, Relay, project, project::Created, storage::LinkKind};
use tempfile::TempDir;
use tokio::task::JoinHandle;

/// Nothing in these tests takes this long unless it never happens.
pub(crate) const DEADLINE: Duration = Duration::from_secs(30);

/// Waits for something that has to happen.
pub(crate) async fn soon<T>(what: &str, future: impl Future<Output = T>) -> T {
    tokio::time::timeout(DEADLINE, future).await.unwrap_or_else(|_| panic!("waited in vain for: {what}"))
}

/// Asks again and again, without a pause, until something has come true elsewhere.
pub(crate) async fn until<F: Future<Output = bool>>(what: &str, mut holds: impl FnMut() -> F) {
    soon(what, async {
        while !holds().await {
            tokio::task::yield_now().await;
        }
    })
    .await;
}

pub(crate) struct House {
    pub(crate) relay: Arc<Relay>,
    pub(crate) address: String,
    pub(crate) data: Arc<TempDir>,
    serving: JoinHandle<()>,
}

impl House {
    pub(crate) async fn open() -> House {
        House::with(|_| {}).await
    }

    /// A relay with other settings than the usual ones.
    pub(crate) async fn with(change: impl FnOnce(&mut Config)) -> House {
        House::again(Arc::new(tempfile::tempdir().unwrap()), change).await
    }

    /// A relay on a folder that another one has left.
    pub(crate) async fn again(data: Arc<TempDir>, change: impl FnOnce(&mut Config)) -> House {
        let mut config = Config::local(data.path(), PathBuf::from(env!("CARGO_BIN_EXE_tributary")));
        config.timing.linger = Duration::ZERO;
        config.timing.tick = Duration::from_millis(20);
        change(&mut config);
        let (relay, listener) = Relay::bind(config).await.unwrap();
        let serving = tokio::spawn(relay.clone().serve(listener));
        House { address: format!("http://{}", relay.config.listen), relay, data, serving }
    }

    pub(crate) async fn project(&self) -> Created {
        project::create(&self.relay, None).await.unwrap()
    }

    /// Ends as after SIGTERM; the folder stays.
    pub(crate) async fn close(self) -> Arc<TempDir> {
        self.relay.stopping.cancel();
        soon("the relay to stop", self.serving).await.unwrap();
        self.data
    }

    /// What `/metrics` says under that name.
    pub(crate) fn counted(&self, name: &str) -> u64 {
        let text = self.relay.metrics.render();
        let line = text.lines().find_map(|line| line.strip_prefix(name)?.strip_prefix(' '));
        line.unwrap_or_else(|| panic!("{name} is not counted")).parse().unwrap()
    }
}

/// The key of that kind, as text.
pub(crate) fn key(created: &Created, kind: LinkKind) -> String {
    created.key(kind).0.clone()
}
