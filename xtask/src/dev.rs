//! stub
use anyhow::Result;
pub(crate) fn run(_options: &crate::Serve) -> Result<()> {
    Ok(())
}
