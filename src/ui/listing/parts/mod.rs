//! What a list looks like: its page, with views, search, chips, rail, table and totals.

mod arrange;
mod chips;
mod columns;
mod filter_dialog;
mod filter_draft;
mod layout;
mod page;
mod rail;
mod search_line;
mod searching;
mod totals;
mod views;

pub use arrange::Arrange;
pub use columns::columns;
pub use filter_dialog::{Editing as FilterEditing, FilterDialog};
pub use page::{Beside, ListPage};
pub use totals::total_text;
pub use views::{NameDialog, NamedView};
