//! How a project looks: text measured and wrapped, cards placed, scenes drawn, SVG written.
//!
//! This crate knows no browser, no network and no document: plain values in, plain geometry out, the same everywhere.
#![cfg_attr(test, allow(clippy::unwrap_used))]

pub mod card;
pub mod chart;
pub mod colouring;
pub mod diagram;
pub mod measured;
pub mod mini;
mod number;
pub mod pages;
pub mod picture;
pub mod said;
pub mod scene;
pub mod svg;
pub mod text;
pub mod theme;

pub use card::{CardBox, CardStyle, Footer, card_box, footer};
pub use chart::{Annotation, ChartLook, ChartPicture, chart, small_chart};
pub use colouring::{ColourBy, Colouring};
pub use diagram::{Input, Layout, layout};
pub use mini::{Area, Mini, mini};
pub use pages::{Paper, Ratio, Sheet, pages, slide};
pub use picture::{PictureOptions, picture};
pub use scene::Scene;
pub use svg::{Fonts, svg};
pub use text::{Font, Line, Weight, measure, wrap};
pub use theme::{Colour, Theme};
