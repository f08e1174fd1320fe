//! A small table as CSV that a spreadsheet opens as it is meant.

use csv::{Terminator, WriterBuilder};

use super::text::guard_formula;

/// Rows as CSV (RFC 4180) with a byte order mark, without which spreadsheets take Chinese for something else. No cell runs as a formula.
pub fn written<'a>(rows: impl IntoIterator<Item = &'a Vec<String>>) -> Vec<u8> {
    let mut writer = WriterBuilder::new().flexible(true).terminator(Terminator::CRLF).from_writer("\u{FEFF}".into());
    for row in rows {
        let cells = row.iter().map(|cell| guard_formula(cell).into_owned());
        writer.write_record(cells).expect("a vector takes every byte, and rows may be of any width");
    }
    writer.into_inner().expect("a vector takes every byte")
}

#[cfg(test)]
mod tests {
    use super::written;

    #[test]
    fn cells_are_quoted_where_they_must_be_and_never_run() {
        let rows = [vec!["Kunde, \"A\"".to_owned(), "=1+1".to_owned()], vec!["客戶".to_owned(), "-5 %".to_owned()]];
        let text = String::from_utf8(written(&rows)).unwrap();
        assert_eq!(text, "\u{FEFF}\"Kunde, \"\"A\"\"\",'=1+1\r\n客戶,'-5 %\r\n");
    }
}
