//! A table of any length. [`VirtualTable`] keeps some forty row elements and moves them; the arithmetic is in `window`.

mod column;
mod following;
mod head;
mod keys;
mod row;
mod state;
mod ticking;
mod viewport;
mod virtual_table;
mod window;

pub use column::{Align, CardSlot, Column};
pub use state::{Selection, Sort, TablePlace};
pub use virtual_table::VirtualTable;
