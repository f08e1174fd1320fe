//! What the cells of each column look like, over all rows: numbers, dates, addresses, how many differ. Worked out in slices.

use rustc_hash::{FxHashSet, FxHasher};
use std::hash::Hasher;

use super::{date_forms, marks, table::Table, text};
use crate::domain::contact::{is_email, web_address};

/// What one column holds.
#[derive(Debug, Clone, Default)]
pub struct Column {
    /// Cells that are not empty.
    pub filled: usize,
    /// What they say about the decimal mark, if they are numbers.
    pub numbers: marks::Tally,
    /// What they say about the order of dates, if they are dates.
    pub dates: date_forms::Tally,
    /// Cells that are e-mail addresses.
    pub emails: usize,
    /// Cells that are web addresses with `http` or `www`.
    pub websites: usize,
    /// Cells of letters and blanks with at least one blank, or of two to four Chinese characters.
    pub names: usize,
    /// Cells that begin with `#` and a digit.
    pub hashes: usize,
    /// How many of the first rows were compared, and how many different texts they hold.
    pub compared: usize,
    /// Different texts among `compared`.
    pub different: usize,
    seen: FxHashSet<u64>,
}

/// Rows that are compared to find out whether a column tells rows apart.
const COMPARED: usize = 20_000;
/// After so many cells of which less than a tenth was a number, a column is none of numbers; likewise dates.
const PATIENCE: usize = 500;

impl Column {
    /// Whether at least that share (in percent) of the filled cells is `part`.
    pub fn mostly(&self, part: usize, percent: usize) -> bool {
        self.filled > 0 && part * 100 >= self.filled * percent
    }

    /// Whether the column holds numbers.
    pub fn is_numeric(&self) -> bool {
        self.mostly(self.numbers.numbers(), 80)
    }

    /// Whether the column holds dates that are no plain numbers.
    pub fn is_date(&self) -> bool {
        self.mostly(self.dates.dates(), 80)
    }

    /// Whether no two of the compared cells are the same.
    pub fn is_unique(&self) -> bool {
        self.compared > 1 && self.different == self.compared
    }

    fn add(&mut self, cell: &str) {
        let cell = cell.trim();
        if cell.is_empty() {
            return;
        }
        let hopeless = |part: usize, filled: usize| filled > PATIENCE && part * 10 < filled;
        if !hopeless(self.numbers.numbers(), self.filled) {
            self.numbers.add(cell);
        }
        let digits = cell.chars().any(char::is_numeric);
        if digits && !hopeless(self.dates.dates_if_named(), self.filled) {
            self.dates.add(cell);
        } else {
            self.dates.miss();
        }
        self.filled += 1;
        self.emails += usize::from(cell.contains('@') && is_email(cell));
        self.websites +=
            usize::from((cell.starts_with("http") || cell.starts_with("www.")) && web_address(cell).is_some());
        self.names += usize::from(!digits && is_name(cell));
        self.hashes +=
            usize::from(cell.strip_prefix('#').is_some_and(|rest| rest.starts_with(|c: char| c.is_ascii_digit())));
        if self.compared < COMPARED {
            let mut hasher = FxHasher::default();
            hasher.write(text::line(cell).text.as_bytes());
            self.compared += 1;
            self.different += usize::from(self.seen.insert(hasher.finish()));
        } else {
            self.seen = FxHashSet::default();
        }
    }
}

fn is_name(cell: &str) -> bool {
    let letters = |c: char| c.is_alphabetic() || " .,'’-&·".contains(c);
    let hanzi = cell.chars().all(|c| ('\u{4E00}'..='\u{9FFF}').contains(&c)) && (2..=4).contains(&cell.chars().count());
    hanzi || (cell.contains(' ') && cell.chars().all(letters))
}

/// Looks at a table in slices.
#[derive(Debug, Clone)]
pub struct Profiler {
    columns: Vec<Column>,
    row: usize,
}

impl Profiler {
    /// A profiler at the first row.
    pub fn new(table: &Table) -> Self {
        Self { columns: vec![Column::default(); table.width()], row: 0 }
    }

    /// Looks at the next rows; `false` when none are left.
    pub fn step(&mut self, table: &Table, rows: usize) -> bool {
        let end = self.row.saturating_add(rows).min(table.len());
        for row in self.row..end {
            for (column, cell) in self.columns.iter_mut().zip(table.row(row)) {
                column.add(cell);
            }
        }
        self.row = end;
        end < table.len()
    }

    /// Rows that were looked at, for the progress.
    pub fn rows(&self) -> usize {
        self.row
    }

    /// What was found.
    pub fn finish(self) -> Vec<Column> {
        self.columns
    }
}

/// Looks at a whole table in one go: for tests and small files.
pub fn profile(table: &Table) -> Vec<Column> {
    let mut profiler = Profiler::new(table);
    while profiler.step(table, 10_000) {}
    profiler.finish()
}
