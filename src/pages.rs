//! The pages: home, and a project.

pub mod home;
pub mod project;
