//! How a table is written: delimiter, quotation mark, lines before the table, column names or not. Recognised by what makes the
//! rows of the sample equally wide.

use csv::{ReaderBuilder, StringRecord};

use super::{encoding::Confidence, heading, lines::Lines};

/// How a table is written. Every part may be changed by the user.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Dialect {
    /// Between two cells; one byte of ASCII.
    pub delimiter: u8,
    /// Around a cell, doubled inside of it; `None` when marks are plain text.
    pub quote: Option<u8>,
    /// The line in which the table begins, counted from 1: whatever stands before is passed over.
    pub first_line: u64,
    /// Whether the first row holds the names of the columns.
    pub has_header: bool,
    /// Whether cells that are missing at the end of a row are taken as empty. Some programs leave them out.
    pub short_rows: bool,
}

impl Default for Dialect {
    /// RFC 4180.
    fn default() -> Self {
        Self { delimiter: b',', quote: Some(b'"'), first_line: 1, has_header: true, short_rows: false }
    }
}

/// A dialect and how sure it is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Recognised {
    /// How the table is written.
    pub dialect: Dialect,
    /// How sure the delimiter is.
    pub confidence: Confidence,
    /// How many columns most rows of the sample have.
    pub columns: usize,
}

/// The delimiters that are looked for and offered, in the order of precedence when one stands inside of the other's cells.
pub const DELIMITERS: [u8; 4] = [b',', b';', b'|', b'\t'];

/// Rows of the sample that are looked at.
const ROWS: usize = 300;
/// A table begins at most that many rows down.
const PREAMBLE: usize = 30;

/// Recognises the dialect of the first text of a file. `whole` when nothing follows; else the last row may be cut. With `chosen` the
/// quotation mark is the user's.
pub fn recognise(sample: &str, whole: bool, chosen: Option<Option<u8>>) -> Recognised {
    let quote = |sample: &str| chosen.unwrap_or_else(|| quote(sample));
    if let Some(delimiter) = announced(sample) {
        let rest = &sample[sample.find(['\n', '\r']).unwrap_or(sample.len())..];
        let rest = rest.strip_prefix("\r\n").or_else(|| rest.strip_prefix(['\n', '\r'])).unwrap_or(rest);
        let shape = Shape::of(rest, whole, delimiter, quote(rest));
        let first_line = 1 + shape.start_line();
        return shape.recognised(first_line, Confidence::Certain);
    }
    let quote = quote(sample);
    let mut shapes = DELIMITERS.map(|delimiter| Shape::of(sample, whole, delimiter, quote));
    shapes.sort_by(|a, b| b.score.total_cmp(&a.score));
    let [best, second, ..] = &shapes;
    let confidence = match (best.score, second.score) {
        (best, _) if best < 0.3 => Confidence::Guess,
        (best, second) if best > 0.6 && second < best / 2.0 => Confidence::Certain,
        (best, second) if second < best * 0.8 => Confidence::Likely,
        _ => Confidence::Guess,
    };
    let single = Shape::of(sample, whole, b',', quote);
    let shape = if best.score < 0.3 { &single } else { best };
    shape.recognised(shape.start_line(), confidence)
}

/// The delimiter that the first line announces: `sep=;`, as Excel reads and some programs write it.
fn announced(sample: &str) -> Option<u8> {
    let line = sample.split(['\n', '\r']).next()?.trim_matches('"');
    let (word, rest) = line.split_at_checked(4)?;
    match rest.as_bytes() {
        [delimiter]
            if word.eq_ignore_ascii_case("sep=") && (delimiter.is_ascii_punctuation() || *delimiter == b'\t') =>
        {
            Some(*delimiter)
        }
        _ => None,
    }
}

/// The quotation mark: the single one only where whole cells stand in single ones and no double one is in sight.
fn quote(sample: &str) -> Option<u8> {
    let cells = || sample.split(['\n', '\r', ',', ';', '\t', '|']).filter(|cell| !cell.is_empty()).take(2000);
    let single = cells().filter(|cell| cell.len() > 1 && cell.starts_with('\'') && cell.ends_with('\'')).count();
    let seldom = sample.contains('"') || single * 3 < cells().count() || single == 0;
    Some(if seldom { b'"' } else { b'\'' })
}

/// What the sample looks like with one delimiter.
struct Shape {
    delimiter: u8,
    quote: Option<u8>,
    rows: Vec<(u64, StringRecord)>,
    width: usize,
    /// Index of the first row of the table.
    start: usize,
    score: f64,
}

impl Shape {
    fn of(sample: &str, whole: bool, delimiter: u8, quote: Option<u8>) -> Self {
        let rows = rows(sample, whole, delimiter, quote);
        let width = common_width(&rows);
        // A title over the table is one filled cell in a row of many.
        let filled = |row: &StringRecord| row.iter().filter(|cell| !cell.trim().is_empty()).count();
        let begins = |row: &StringRecord| row.len() == width && (width < 3 || filled(row) > 1);
        let start = rows.iter().take(PREAMBLE).position(|(_, row)| begins(row)).unwrap_or(0);
        let mut shape = Self { delimiter, quote, rows, width, start, score: 0.0 };
        shape.score = shape.score();
        shape
    }

    fn score(&self) -> f64 {
        let table = &self.rows[self.start.min(self.rows.len())..];
        if self.width < 2 || table.is_empty() {
            return 0.0;
        }
        let share = |part: usize, of: usize| part as f64 / of.max(1) as f64;
        let even = share(table.iter().filter(|(_, row)| row.len() == self.width).count(), table.len());
        let covered = share(table.len(), self.rows.len());
        // A mark inside of a cell, or another delimiter that hardly stands in text, says that the cell was cut wrongly.
        let stronger = DELIMITERS.iter().skip_while(|other| **other != self.delimiter).skip(1);
        let odd: Vec<char> = stronger.chain(self.quote.iter()).map(|byte| char::from(*byte)).collect();
        let cells = table.iter().flat_map(|(_, row)| row.iter());
        let (all, clean) =
            cells.fold((0, 0), |(all, clean), cell| (all + 1, clean + usize::from(!cell.contains(&odd[..]))));
        even * even * (0.5 + 0.5 * covered) * (0.4 + 0.6 * share(clean, all)) * (1.0 - 1.0 / (self.width as f64 + 1.0))
    }

    /// The line of the table's first row within the sample, counted from 1.
    fn start_line(&self) -> u64 {
        self.rows.get(self.start).map_or(1, |(line, _)| *line)
    }

    fn recognised(&self, first_line: u64, confidence: Confidence) -> Recognised {
        let table: Vec<&StringRecord> = self.rows.iter().skip(self.start).map(|(_, row)| row).collect();
        let has_header = heading::is_heading(&table);
        let dialect =
            Dialect { delimiter: self.delimiter, quote: self.quote, first_line, has_header, short_rows: false };
        Recognised { dialect, confidence, columns: self.width }
    }
}

/// The first rows of the sample, each with the line in which it begins.
fn rows(sample: &str, whole: bool, delimiter: u8, quote: Option<u8>) -> Vec<(u64, StringRecord)> {
    let mut reader = reader(sample, delimiter, quote);
    let (mut rows, mut lines, mut record) = (Vec::new(), Lines::default(), StringRecord::new());
    let mut from = 0;
    while rows.len() < ROWS && matches!(reader.read_record(&mut record), Ok(true)) {
        let to = (reader.position().byte() as usize).min(sample.len());
        if to == sample.len() && !whole && !rows.is_empty() {
            break;
        }
        let row = &sample.as_bytes()[from..to];
        let ends = row.iter().take_while(|byte| matches!(byte, b'\r' | b'\n')).count();
        lines.pass(&row[..ends]);
        if record.iter().any(|cell| !cell.trim().is_empty()) {
            rows.push((lines.line(), record.clone()));
        }
        lines.pass(&row[ends..]);
        from = to;
    }
    rows
}

/// A reader that takes rows of any width.
pub(super) fn reader(text: &str, delimiter: u8, quote: Option<u8>) -> csv::Reader<&[u8]> {
    ReaderBuilder::new()
        .delimiter(delimiter)
        .quote(quote.unwrap_or(b'"'))
        .quoting(quote.is_some())
        .flexible(true)
        .has_headers(false)
        .from_reader(text.as_bytes())
}

/// The width that most rows have, the larger one of two; 1 for no rows.
fn common_width(rows: &[(u64, StringRecord)]) -> usize {
    let mut widths: Vec<usize> = rows.iter().map(|(_, row)| row.len()).collect();
    widths.sort_unstable();
    widths.chunk_by(|a, b| a == b).max_by_key(|same| (same.len(), same[0])).map_or(1, |same| same[0])
}
