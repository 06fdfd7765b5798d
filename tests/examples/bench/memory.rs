//! What an open project keeps in memory.

use anyhow::Result;
use serde_json::json;

use crate::figures::Setting;
use crate::window::Window;

const BYTES_IN_MB: f64 = 1_000_000.0;

/// After a collection: objects of scripts, objects of the page (elements, styles), and memory of the app's program.
pub(crate) async fn measure(window: &Window, setting: Setting) -> Result<()> {
    window.tools.call("HeapProfiler.collectGarbage", json!({})).await?;
    let usage = window.tools.call("Runtime.getHeapUsage", json!({})).await?;
    let bytes = |name: &str| usage[name].as_f64().unwrap_or_default();
    let program = window.number("seen.memories.reduce((sum, memory) => sum + memory.buffer.byteLength, 0)");
    let parts = [
        ("heap of scripts", bytes("usedSize")),
        ("heap of page objects", bytes("embedderHeapUsedSize")),
        ("WebAssembly memory", program.await?),
    ];
    for (name, bytes) in parts {
        setting.figure(name, bytes / BYTES_IN_MB, "MB");
    }
    let sum: f64 = parts.iter().map(|part| part.1).sum();
    setting.figure("heap, these three together", sum / BYTES_IN_MB, "MB");
    let nodes = window.number("document.querySelectorAll('*').length").await?;
    setting.figure("elements in the page", nodes, "elements");
    Ok(())
}
