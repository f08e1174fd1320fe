//! What a file may measure. Each limit is far above what a ledger holds and far below what would harm the tab.

/// The limits of one file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Limits {
    /// Bytes of the file; asked before anything is read.
    pub bytes: u64,
    /// Rows without the column names.
    pub rows: usize,
    /// Columns of the table.
    pub columns: usize,
    /// Bytes of one cell as UTF-8; a longer one is a problem of its row.
    pub cell: usize,
    /// Bytes of one row as UTF-8; a longer one ends the reading, since it is mostly a quotation mark that nobody closed.
    pub row: usize,
}

impl Default for Limits {
    fn default() -> Self {
        Self { bytes: 256 << 20, rows: 2_000_000, columns: 1_000, cell: 100_000, row: 4 << 20 }
    }
}
