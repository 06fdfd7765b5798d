//! The example project of `--demo`: made once for a data folder, and found again at every start.

use anyhow::Context;
use document::protocol::Key;
use exchange::Example;
use relay::{
    Relay, access,
    id::ProjectId,
    project::{self, Created},
    storage::LinkKind,
};

const EXAMPLE: &str = "crisis-care";
/// Keeps the keys: those of a project to look at are no secret from whoever may read the data folder.
const FILE: &str = "demo";

/// The example, made now if it is not there.
pub(crate) async fn project(relay: &Relay) -> anyhow::Result<Created> {
    let path = relay.config.data.join(FILE);
    if let Some(kept) = access::secret_text(&path).context("the demo file")?.as_deref().and_then(read)
        && relay.storage.project(&kept.id).await?.is_some()
    {
        return Ok(kept);
    }
    let example = Example::named(EXAMPLE).context("the example is not among the examples")?;
    let content = exchange::project::from_json(example.json())?;
    let created = project::create(relay, Some(content)).await?;
    access::keep_secret(&path, &write(&created)).context("the demo file")?;
    Ok(created)
}

fn write(created: &Created) -> String {
    let keys = created.keys.iter().map(|(kind, Key(key))| format!("{}={key}\n", kind.as_str()));
    std::iter::once(format!("{}\n", created.id)).chain(keys).collect()
}

fn read(text: &str) -> Option<Created> {
    let (id, keys) = text.split_once('\n')?;
    let key = |line: &str| {
        let (kind, key) = line.split_once('=')?;
        Some((LinkKind::parse(kind)?, Key(key.to_owned())))
    };
    let keys: Vec<_> = keys.lines().map(key).collect::<Option<_>>()?;
    let complete = LinkKind::all().all(|kind| keys.iter().any(|(other, _)| *other == kind));
    complete.then_some(Created { id: ProjectId::parse(id)?, keys })
}
