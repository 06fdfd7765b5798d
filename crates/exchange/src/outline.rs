//! stub
/// stub
pub struct Outline;
