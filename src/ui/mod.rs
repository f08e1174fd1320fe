//! What is seen: shell, components that know no noun, pages that mirror the URLs.

pub mod charts;
pub mod components;

mod app;
mod commands;
mod drafts;
mod dropped_file;
mod editing;
mod first_run;
mod history_query;
mod later;
mod list_query;
mod listing;
mod marked;
mod notify;
mod pages;
mod palette;
mod preferences;
mod recents;
mod records;
mod route;
mod router;
mod shell;
mod words;

pub use app::App;
