//! What is seen: shell, components that know no noun, pages that mirror the URLs.

pub mod charts;
pub mod components;

mod app;
mod listing;
mod notify;
mod pages;
mod preferences;
mod route;
mod router;
mod shell;
mod words;

pub use app::App;
