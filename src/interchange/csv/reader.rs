//! A file read into a table, piece by piece: whoever pushes the bytes decides how large a piece is and what happens in between, so a
//! large file blocks nothing.

use csv::StringRecord;

use super::{
    decode::Decode,
    dialect::{self, Dialect},
    encoding::Encoding,
    heading,
    limits::Limits,
    lines::Lines,
    problem::{FileProblem, Problem, excerpt},
    quotes::{self, Misfit},
    table::Table,
};

/// A good size for a piece: some milliseconds of work.
pub const PIECE: usize = 256 << 10;

/// Reads one file.
pub struct Reader {
    decode: Decode,
    dialect: Dialect,
    limits: Limits,
    /// Text that was decoded and not yet read; it begins where a row ended.
    pending: String,
    /// Where `pending` begins.
    lines: Lines,
    table: Option<Table>,
    bytes: u64,
}

impl Reader {
    /// A reader at the start of a file.
    pub fn new(encoding: Encoding, dialect: Dialect, limits: Limits) -> Self {
        let decode = Decode::new(encoding);
        Self { decode, dialect, limits, pending: String::new(), lines: Lines::default(), table: None, bytes: 0 }
    }

    /// Bytes that were read, for the progress.
    pub fn bytes(&self) -> u64 {
        self.bytes
    }

    /// Rows that were read, for the progress.
    pub fn rows(&self) -> usize {
        self.table.as_ref().map_or(0, Table::len)
    }

    /// Reads the next bytes. After a problem the reader is of no more use.
    pub fn push(&mut self, bytes: &[u8]) -> Result<(), FileProblem> {
        for piece in bytes.chunks(PIECE) {
            self.bytes += piece.len() as u64;
            if self.bytes > self.limits.bytes {
                return Err(FileProblem::TooBig { bytes: self.bytes, limit: self.limits.bytes });
            }
            self.decode.push(piece, false, &mut self.pending, &self.lines)?;
            self.read(false)?;
        }
        Ok(())
    }

    /// Ends the file.
    pub fn finish(mut self) -> Result<Table, FileProblem> {
        self.decode.push(&[], true, &mut self.pending, &self.lines)?;
        // The end-of-file character of DOS.
        let end = self.pending.trim_end_matches('\u{1A}').len();
        self.pending.truncate(end);
        self.read(true)?;
        match self.table {
            None if self.dialect.first_line > 1 => Err(FileProblem::NothingFrom { line: self.dialect.first_line }),
            None => Err(FileProblem::Empty),
            Some(table) if table.is_empty() => Err(FileProblem::HeaderOnly { columns: table.width() }),
            Some(table) => Ok(table),
        }
    }

    /// Reads every row of `pending` that is surely complete; with `last`, all of them.
    fn read(&mut self, last: bool) -> Result<(), FileProblem> {
        if !self.pass_preamble() {
            return Ok(());
        }
        let pending = std::mem::take(&mut self.pending);
        let mut from = 0;
        let mut reader = dialect::reader(&pending, self.dialect.delimiter, self.dialect.quote);
        let mut record = StringRecord::new();
        // Text in memory that is UTF-8 and rows of any width: no kind of error is left to this reader.
        while let Ok(true) = reader.read_record(&mut record) {
            let to = (reader.position().byte() as usize).min(pending.len());
            if to == pending.len() && !last {
                break;
            }
            self.take(&record, &pending.as_bytes()[from..to])?;
            from = to;
        }
        self.pending = pending;
        self.pending.drain(..from);
        if self.pending.len() > self.limits.row {
            return Err(self.too_long(self.pending.as_bytes()));
        }
        Ok(())
    }

    /// Passes over the lines before the table; `false` when it was not reached yet.
    fn pass_preamble(&mut self) -> bool {
        let mut rest = self.pending.as_bytes();
        while self.lines.line() < self.dialect.first_line {
            let end = rest.iter().position(|byte| matches!(byte, b'\n' | b'\r'));
            let length = match end.map(|end| (end, rest[end], rest.get(end + 1))) {
                Some((end, b'\r', Some(b'\n'))) => end + 2,
                Some((end, b'\n', _) | (end, b'\r', Some(_))) => end + 1,
                // No end, or a return whose line feed may still come.
                _ => break,
            };
            self.lines.pass(&rest[..length]);
            rest = &rest[length..];
        }
        let passed = self.pending.len() - rest.len();
        self.pending.drain(..passed);
        self.lines.line() >= self.dialect.first_line
    }

    fn too_long(&self, row: &[u8]) -> FileProblem {
        let misfit = self.dialect.quote.and_then(|quote| quotes::misfit(row, self.dialect.delimiter, quote));
        if let Some(Misfit::Open(at)) = misfit {
            return self.unclosed(row, at);
        }
        let blank = row.iter().take_while(|byte| matches!(byte, b'\r' | b'\n')).count();
        FileProblem::RowTooLong { line: self.lines.after(&row[..blank]), limit: self.limits.row }
    }

    fn unclosed(&self, row: &[u8], at: usize) -> FileProblem {
        let text = String::from_utf8_lossy(&row[at..row.len().min(at + 400)]);
        FileProblem::UnclosedQuote { line: self.lines.after(&row[..at]), text: excerpt(&text) }
    }

    /// Takes one row. `raw` is its text in the file, with line ends before or behind it.
    fn take(&mut self, record: &StringRecord, raw: &[u8]) -> Result<(), FileProblem> {
        let misfit = self.dialect.quote.filter(|quote| raw.contains(quote));
        let misfit = misfit.and_then(|quote| quotes::misfit(raw, self.dialect.delimiter, quote));
        if let Some(Misfit::Open(at)) = misfit {
            return Err(self.unclosed(raw, at));
        }
        let mut lines = self.lines.clone();
        lines.pass(&raw[..raw.iter().take_while(|byte| matches!(byte, b'\r' | b'\n')).count()]);
        let line = lines.line();
        let opened = match misfit {
            Some(Misfit::TextAfter(at)) => Some(self.lines.after(&raw[..at])),
            _ => None,
        };
        self.lines.pass(raw);
        if record.iter().all(|cell| cell.trim().is_empty()) {
            if let Some(table) = &mut self.table {
                table.pass_blank();
            }
            return Ok(());
        }
        let Some(table) = &mut self.table else {
            if record.len() > self.limits.columns {
                let (found, limit) = (record.len(), self.limits.columns);
                return Err(FileProblem::TooManyColumns { line, found, limit });
            }
            let names = record.iter().map(|cell| if self.dialect.has_header { cell } else { "" });
            self.table = Some(Table::new(heading::distinct(names)));
            return if self.dialect.has_header { Ok(()) } else { self.row(record, line, opened) };
        };
        if table.len() == self.limits.rows {
            return Err(FileProblem::TooManyRows { line, limit: self.limits.rows });
        }
        self.row(record, line, opened)
    }

    /// Stores a row under the names, with what is wrong with it.
    fn row(&mut self, record: &StringRecord, line: u64, opened: Option<u64>) -> Result<(), FileProblem> {
        let Some(table) = &mut self.table else { return Ok(()) };
        let expected = table.width();
        // Empty cells at the end say nothing and are not stored.
        let filled = (0..record.len()).rfind(|cell| !record[*cell].trim().is_empty()).map_or(0, |last| last + 1);
        let found = if record.len() > expected { filled.max(expected) } else { record.len() };
        let limit = self.limits.cell;
        // Of a cell that is too long only the beginning is kept, to be shown.
        let shown = |cell: &str| if cell.len() > limit { cell.floor_char_boundary(limit) } else { cell.len() };
        let cells = record.iter().take(filled.min(self.limits.columns));
        table.push(line, cells.clone().map(|cell| &cell[..shown(cell)]));
        if let Some(line) = opened {
            table.blame(line, None, Problem::TextAfterQuote);
        }
        if found > expected {
            table.blame(line, None, Problem::TooManyCells { expected, found });
        } else if found < expected && !self.dialect.short_rows {
            table.blame(line, None, Problem::TooFewCells { expected, found });
        }
        for (column, cell) in cells.enumerate() {
            if cell.len() > limit {
                table.blame(line, Some(column), Problem::CellTooLong { length: cell.len(), limit });
            } else if cell.contains('\0') {
                table.blame(line, Some(column), Problem::ZeroByte);
            }
        }
        Ok(())
    }
}

/// Reads bytes that are all there, in one go: for tests and small files.
pub fn read_all(bytes: &[u8], encoding: Encoding, dialect: Dialect, limits: Limits) -> Result<Table, FileProblem> {
    let mut reader = Reader::new(encoding, dialect, limits);
    reader.push(bytes)?;
    reader.finish()
}
