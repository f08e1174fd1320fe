//! Changing cells where they stand: what a page says of its cells, and what it is told.

use std::future::Future;
use std::pin::Pin;
use std::sync::Arc;

use leptos::prelude::*;

use crate::ui::components::Choice;

/// What a cell takes while it is changed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum CellKind {
    /// A line of text.
    Text,
    /// A number, typed as people write it.
    Number,
    /// An amount; the sign of its currency stands before it.
    Money(String),
    /// A day, as `YYYY-MM-DD`.
    Day,
    /// One of these.
    Choice(Vec<Choice>),
    /// Several words, each on a line of the text; with those in use elsewhere.
    Tags(Vec<String>),
}

/// A cell as it is changed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CellDraft {
    /// What it takes.
    pub kind: CellKind,
    /// What stands in it.
    pub text: String,
}

/// What was typed into a cell.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CellChange<T> {
    /// The row.
    pub id: T,
    /// The key of the column.
    pub key: String,
    /// What stands there now.
    pub text: String,
}

/// Cells that were pasted over rows and columns, from the one that one was at to the right and down.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Pasted<T> {
    /// The cells that can be filled, line by line.
    pub cells: Vec<CellChange<T>>,
    /// How many lines the block has.
    pub lines: usize,
    /// How many columns it has.
    pub columns: usize,
    /// How many of its cells find no place: beyond the last row or column, or where nothing can be changed.
    pub left_over: usize,
}

/// What becomes of a change: nothing more to say, or the sentence to be shown at the cell.
pub type Saved = Pin<Box<dyn Future<Output = Result<(), String>>>>;

/// How the cells of a table are changed. Columns whose cells can be changed are [`super::Column::editable`].
pub struct Editing<T: Send + Sync + 'static> {
    /// What stands in the cell of a row and the column of this key, as it is typed; `None` where it cannot be changed. Read signals in it:
    /// the cell follows while it is open, and says when somebody else changes it.
    pub begin: Callback<(T, String), Option<CellDraft>>,
    /// Writes what was typed.
    pub save: Callback<CellChange<T>, Saved>,
    /// Told the sentence of a change that failed after its cell was closed, or its table with it.
    pub on_lost: StoredValue<Arc<dyn Fn(String) + Send + Sync>>,
    /// Told of a block of cells; nothing has been written.
    pub on_paste: Callback<Pasted<T>>,
    /// The sentence that a cell was changed elsewhere while it was open, and what stands there now.
    pub changed: Callback<String, String>,
    /// What the button that takes one of several words away says, given the word.
    pub remove_label: Callback<String, String>,
}

impl<T: Send + Sync> Clone for Editing<T> {
    fn clone(&self) -> Self {
        *self
    }
}

impl<T: Send + Sync> Copy for Editing<T> {}

/// Where to go once a cell is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Then {
    /// To wherever the user went.
    Stay,
    /// Back to the cell.
    Back,
    /// To the cell below.
    Down,
    /// To the next cell that can be changed, and to open it.
    Next,
    /// To the one before.
    Before,
}

/// The next of the columns that can be changed, from one on; none at the end.
pub(super) fn next_editable(editable: &[bool], from: usize, then: Then) -> Option<usize> {
    match then {
        Then::Next => (from + 1..editable.len()).find(|place| editable[*place]),
        Then::Before => (0..from.min(editable.len())).rev().find(|place| editable[*place]),
        Then::Stay | Then::Back | Then::Down => None,
    }
}

/// Lays a block over rows and columns. `rows` and `columns` begin with the cell that one is at; `None` stands for a column that cannot be
/// changed.
pub(super) fn lay<T: Clone>(block: Vec<Vec<String>>, rows: &[T], columns: &[Option<&str>]) -> Pasted<T> {
    let (lines, widest) = (block.len(), block.iter().map(Vec::len).max().unwrap_or_default());
    let mut pasted = Pasted { cells: Vec::new(), lines, columns: widest, left_over: 0 };
    for (at, line) in block.into_iter().enumerate() {
        for (place, text) in line.into_iter().enumerate() {
            match (rows.get(at), columns.get(place).copied().flatten()) {
                (Some(id), Some(key)) => pasted.cells.push(CellChange { id: id.clone(), key: key.to_owned(), text }),
                _ => pasted.left_over += 1,
            }
        }
    }
    pasted
}

#[cfg(test)]
mod tests {
    use super::{CellChange, Then, lay, next_editable};

    #[test]
    fn a_block_fills_what_can_be_changed_and_counts_the_rest() {
        let block = vec![vec!["a".to_owned(), "b".to_owned()], vec!["c".to_owned()], vec!["d".to_owned()]];
        let pasted = lay(block, &[7, 8], &[Some("name"), None]);
        let cell = |id: u32, text: &str| CellChange { id, key: "name".to_owned(), text: text.to_owned() };
        assert_eq!(pasted.cells, [cell(7, "a"), cell(8, "c")]);
        assert_eq!((pasted.lines, pasted.columns, pasted.left_over), (3, 2, 2));
    }

    #[test]
    fn tab_goes_to_the_next_cell_that_can_be_changed() {
        let editable = [true, false, true, false];
        assert_eq!(next_editable(&editable, 0, Then::Next), Some(2));
        assert_eq!(next_editable(&editable, 2, Then::Next), None);
        assert_eq!(next_editable(&editable, 2, Then::Before), Some(0));
        assert_eq!(next_editable(&editable, 0, Then::Before), None);
        assert_eq!(next_editable(&editable, 0, Then::Down), None);
    }
}
