//! Workbooks as they leave and as they come in (rules X41 to X43).
#![allow(clippy::unwrap_used)]

mod analysts;
mod made;
mod random;
mod refused;
mod written;
