//! The rows of a file as they were read, stored compactly: one text for all cells, an end for each cell, a start for each row. A
//! million rows of eight cells take their text and 40 MB.

use super::problem::{Problem, RowProblem, excerpt};

/// A table of text. Rows may have fewer or more cells than there are columns.
#[derive(Debug, Clone, Default)]
pub struct Table {
    names: Vec<String>,
    text: String,
    /// Where each cell ends in `text`; it begins where the one before ends.
    ends: Vec<u32>,
    rows: Vec<Start>,
    problems: Vec<RowProblem>,
    blank_rows: usize,
}

#[derive(Debug, Clone, Copy)]
struct Start {
    /// Index of the row's first cell in `ends`.
    cell: u32,
    line: u32,
}

impl Table {
    /// A table without rows. `names` are distinct.
    pub fn new(names: Vec<String>) -> Self {
        Self { names, ..Self::default() }
    }

    /// The names of the columns, distinct, as many as there are columns.
    pub fn names(&self) -> &[String] {
        &self.names
    }

    /// How many columns the table has.
    pub fn width(&self) -> usize {
        self.names.len()
    }

    /// How many rows the table has, without the names and without blank ones.
    pub fn len(&self) -> usize {
        self.rows.len()
    }

    /// Whether there are no rows.
    pub fn is_empty(&self) -> bool {
        self.rows.is_empty()
    }

    /// Rows that held nothing and were passed over.
    pub fn blank_rows(&self) -> usize {
        self.blank_rows
    }

    /// What was wrong with the rows when they were read, from top to bottom.
    pub fn problems(&self) -> &[RowProblem] {
        &self.problems
    }

    /// The line of the file in which the row begins, counted from 1; 0 for a row that is not there.
    pub fn line(&self, row: usize) -> u64 {
        self.rows.get(row).map_or(0, |start| start.line.into())
    }

    /// A cell; empty where the row or the file has none.
    pub fn cell(&self, row: usize, column: usize) -> &str {
        let cells = self.cells_of(row);
        if column < cells.len() { self.text_of(cells.start + column) } else { "" }
    }

    /// The cells of a row as they were in the file, without empty ones at the end; perhaps more than there are columns.
    pub fn row(&self, row: usize) -> impl ExactSizeIterator<Item = &str> {
        self.cells_of(row).map(|cell| self.text_of(cell))
    }

    /// The text that a problem is about, cut: the cell, or the whole row when no cell is meant.
    pub fn excerpt(&self, problem: &RowProblem) -> String {
        match problem.column {
            Some(column) => excerpt(self.cell(problem.row, column)),
            None => excerpt(&self.row(problem.row).collect::<Vec<_>>().join(" | ")),
        }
    }

    fn cells_of(&self, row: usize) -> std::ops::Range<usize> {
        let start = |row: usize| self.rows.get(row).map_or(self.ends.len(), |start| start.cell as usize);
        start(row)..start(row.saturating_add(1))
    }

    fn text_of(&self, cell: usize) -> &str {
        let from = cell.checked_sub(1).map_or(0, |before| self.ends[before] as usize);
        &self.text[from..self.ends[cell] as usize]
    }

    /// Appends a row. Sizes are bounded by the reader's limits, far below what the numbers hold.
    pub(super) fn push<'a>(&mut self, line: u64, cells: impl Iterator<Item = &'a str>) {
        let narrow = |wide: usize| u32::try_from(wide).expect("the limits keep a table below 4 GB");
        self.rows.push(Start { cell: narrow(self.ends.len()), line: u32::try_from(line).unwrap_or(u32::MAX) });
        for cell in cells {
            self.text.push_str(cell);
            self.ends.push(narrow(self.text.len()));
        }
    }

    /// Notes a problem of the last row.
    pub(super) fn blame(&mut self, line: u64, column: Option<usize>, kind: Problem) {
        let effect = kind.effect(None);
        self.problems.push(RowProblem { row: self.rows.len().saturating_sub(1), line, column, kind, effect });
    }

    pub(super) fn pass_blank(&mut self) {
        self.blank_rows += 1;
    }
}
