//! How a project leaves for office programs, and how what they hold comes in: workbooks of measures.
//!
//! Native only: the libraries for it are far too large for a page. It knows neither the relay nor files; who calls has
//! the bytes.
#![cfg_attr(test, allow(clippy::unwrap_used))]

pub mod xlsx;
