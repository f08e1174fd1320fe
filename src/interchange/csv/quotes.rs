//! Quotation marks that do not fit. The reader of the `csv` crate takes them all without a word; here a row's own text is looked at,
//! so that the user can be told where.

/// What is wrong with the marks of a row.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Misfit {
    /// The mark at this byte of the row opens a cell that the row does not close.
    Open(usize),
    /// The mark at this byte opens a cell; text stands between its end and the next delimiter.
    TextAfter(usize),
}

/// Looks at the text of one row. The first misfit counts; an open cell counts more.
pub fn misfit(row: &[u8], delimiter: u8, quote: u8) -> Option<Misfit> {
    let mut first = None;
    let mut at = 0;
    // Blank lines before the row belong to its text.
    while matches!(row.get(at), Some(b'\r' | b'\n')) {
        at += 1;
    }
    while at < row.len() {
        if row[at] == quote {
            let opened = at;
            at += 1;
            loop {
                match (row.get(at), row.get(at + 1)) {
                    (None, _) => return Some(Misfit::Open(opened)),
                    (Some(byte), Some(next)) if *byte == quote && *next == quote => at += 2,
                    (Some(byte), _) if *byte == quote => break,
                    _ => at += 1,
                }
            }
            at += 1;
            if row.get(at).is_some_and(|byte| *byte != delimiter && !matches!(byte, b'\r' | b'\n')) {
                first = first.or(Some(Misfit::TextAfter(opened)));
            }
        }
        match row[at.min(row.len())..].iter().position(|byte| *byte == delimiter) {
            Some(next) => at += next + 1,
            None => break,
        }
    }
    first
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn marks_that_do_not_fit_are_found_where_they_open() {
        let misfit = |row: &str| misfit(row.as_bytes(), b',', b'"');
        for sound in [
            "",
            "a,b",
            "\"a\",\"b\"\r\n",
            "a \"b\" c,5\" disk",
            "\"a\"\"b\",\"\"\"\"",
            "\"\"",
            "\"a\nb\",c",
            "\n\r\n\"a\"",
        ] {
            assert_eq!(misfit(sound), None, "{sound:?}");
        }
        assert_eq!(misfit("a,\"b"), Some(Misfit::Open(2)));
        assert_eq!(misfit("\""), Some(Misfit::Open(0)));
        assert_eq!(misfit("\"a\"\""), Some(Misfit::Open(0)));
        assert_eq!(misfit("x,\"a\"b,c"), Some(Misfit::TextAfter(2)));
        assert_eq!(misfit("\"a\" ,\"b\n"), Some(Misfit::Open(5)));
    }
}
