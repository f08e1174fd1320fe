//! A table of any length. [`VirtualTable`] keeps some forty row elements and moves them; the arithmetic is in `window`.
//!
//! What the user may do with it beyond reading, each where a page asks for it: choose, order and widen columns (`layout`, `shown`,
//! `arranging`, `chooser`), sort by several (`sorting`), tick rows (`ticking`, `bulk_bar`), change cells where they stand (`editing`, `cells`,
//! `editor`, `clipboard`), and see rows in groups with their totals (`lines`, `group`).

mod acting;
mod arranging;
mod bulk_bar;
mod cells;
mod chooser;
mod clipboard;
mod column;
mod editing;
mod editor;
mod following;
mod group;
mod head;
mod keys;
mod layout;
mod lines;
mod row;
mod shown;
mod sorting;
mod state;
mod ticking;
mod viewport;
mod virtual_table;
mod window;

pub use bulk_bar::BulkBar;
pub use chooser::ColumnChooser;
pub use column::{Align, CardSlot, Column};
pub use editing::{CellChange, CellDraft, CellKind, Editing, Pasted, Saved};
pub use group::Totals;
pub use layout::ColumnsState;
pub use lines::Group;
pub use sorting::Sort;
pub use state::{Selection, TablePlace};
pub use virtual_table::VirtualTable;
