//! The names of the columns: whether the first row holds them, and making them distinct.

use csv::StringRecord;
use rustc_hash::FxHashSet;

use super::{text, words};

/// Wider rows are not looked into: they are more than a table may have.
const ENOUGH: usize = 2_000;

/// Whether the first of these rows holds names and not data.
pub fn is_heading(rows: &[&StringRecord]) -> bool {
    let Some((first, below)) = rows.split_first() else { return true };
    if first.len() > ENOUGH {
        return true;
    }
    let filled = first.iter().filter(|cell| !cell.trim().is_empty()).count();
    let data = first.iter().filter(|cell| is_data(cell)).count();
    let known = first.iter().filter(|cell| words::lookup(cell).is_some()).count();
    if data > 0 {
        // A year or a month as a name among names that are known.
        return known > 0 && known >= data && data * 2 < filled;
    }
    let column_of_data = |column: usize| {
        let cells = below.iter().filter_map(|row| row.get(column)).filter(|cell| !cell.trim().is_empty());
        let (all, data) = cells.fold((0, 0), |(all, data), cell| (all + 1, data + usize::from(is_data(cell))));
        all > 0 && data * 2 > all
    };
    // Words over columns of words: names are distinct, and they do not come again below.
    known > 0 || below.is_empty() || (0..first.len()).any(column_of_data) || {
        let mut seen = FxHashSet::default();
        first.iter().all(|cell| seen.insert(cell))
            && !below.iter().any(|row| row.iter().zip(first.iter()).any(|(a, b)| a == b))
    }
}

/// Whether a cell is rather a number, a date, an identifier or an e-mail address than a name.
fn is_data(cell: &str) -> bool {
    let (digits, letters) = cell.chars().fold((0, 0), |(digits, letters), c| {
        (digits + usize::from(c.is_numeric()), letters + usize::from(c.is_alphabetic()))
    });
    digits > letters || (cell.contains('@') && cell.contains('.') && !cell.contains(' '))
}

/// The names as they are shown: trimmed, never empty, each one once. An empty one takes the letters of its column (`C`, `AB`), as
/// spreadsheets show them; one that comes again takes a number.
pub fn distinct<'a>(names: impl Iterator<Item = &'a str>) -> Vec<String> {
    let mut seen = FxHashSet::default();
    let shown = names.enumerate().map(|(column, name)| {
        let name = text::line(name).text;
        let name = if name.is_empty() { letters(column) } else { name.into_owned() };
        let mut distinct = name.clone();
        let mut number = 2;
        while !seen.insert(distinct.clone()) {
            distinct = format!("{name} ({number})");
            number += 1;
        }
        distinct
    });
    shown.collect()
}

/// The letters of a column in a spreadsheet: A, B … Z, AA, AB …
pub fn letters(column: usize) -> String {
    let mut letters = Vec::new();
    let mut rest = column + 1;
    while rest > 0 {
        letters.push(b'A' + ((rest - 1) % 26) as u8);
        rest = (rest - 1) / 26;
    }
    letters.iter().rev().map(|byte| char::from(*byte)).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_are_made_distinct_and_never_empty() {
        let names = distinct(["Phone", " Phone ", "", "Phone (2)", "\u{200B}", "Phone"].into_iter());
        assert_eq!(names, ["Phone", "Phone (2)", "C", "Phone (2) (2)", "E", "Phone (3)"]);
        assert_eq!(
            (letters(25), letters(26), letters(701), letters(702)),
            ("Z".into(), "AA".into(), "ZZ".into(), "AAA".into())
        );
    }

    #[test]
    fn a_thousand_columns_of_one_name_are_told_apart() {
        let names = distinct(std::iter::repeat_n("x", 1000));
        assert_eq!(names.iter().collect::<FxHashSet<_>>().len(), 1000);
    }

    fn heading(rows: &[&[&str]]) -> bool {
        let rows: Vec<StringRecord> = rows.iter().map(|row| StringRecord::from(row.to_vec())).collect();
        is_heading(&rows.iter().collect::<Vec<_>>())
    }

    #[test]
    fn a_first_row_of_data_is_no_heading() {
        assert!(heading(&[&["invoice", "date"], &["1", "2010-12-01"]]));
        assert!(heading(&[&["foo", "bar"], &["1", "x"]]));
        assert!(heading(&[&["客户", "金额"]]));
        assert!(heading(&[&["foo", "bar"], &["a", "b"], &["c", "d"]]));
        assert!(!heading(&[&["1", "2010-12-01", "12.5"], &["2", "2010-12-02", "7"]]));
        assert!(!heading(&[&["Ann", "ann@example.com"], &["Bob", "bob@example.com"]]));
        assert!(!heading(&[&["Ann", "Berlin"], &["Bob", "Berlin"]]));
        assert!(heading(&[&["Name", "City", "2024"], &["Ann", "Ulm", "2"]]));
    }
}
