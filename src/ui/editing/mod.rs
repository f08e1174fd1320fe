//! Records changed where they are listed: a cell, a block of cells from a spreadsheet, one field of many records.
//!
//! `field` is the bridge between what is typed and what is set; `cell` serves the table, `selected` its bar with the dialogs of `bulk`,
//! `paste` asks before several cells are filled, `changing` is all of it for one list.

mod bulk;
mod cell;
mod changing;
mod field;
mod outcome;
mod paste;
mod selected;
mod tags;
mod value_input;

pub use bulk::{BulkDialog, BulkJob};
pub use cell::{save_cell, with_editable};
pub use changing::Changing;
pub use field::{OrderField, PartyField, ProductField};
pub use paste::PasteDialog;
pub use tags::in_use as tags_in_use;
