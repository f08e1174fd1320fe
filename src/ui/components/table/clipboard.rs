//! What a spreadsheet puts on the clipboard: lines of cells between tabs, those with a mark in them between quotes.

/// The cells of a block, line by line. One cell alone is a block of one line.
pub(super) fn block(text: &str) -> Vec<Vec<String>> {
    let mut lines = vec![vec![String::new()]];
    let mut chars = text.chars().peekable();
    let mut quoted = false;
    while let Some(char) = chars.next() {
        let line = lines.last_mut().expect("there is always a line");
        let cell = line.last_mut().expect("a line has a cell");
        match char {
            '"' if quoted && chars.peek() == Some(&'"') => cell.extend(chars.next()),
            '"' if quoted => quoted = false,
            // A quote within a cell is a sign of inches; and one that never ends is none either.
            '"' if cell.is_empty() && closes(chars.clone()) => quoted = true,
            '\t' if !quoted => line.push(String::new()),
            '\r' if chars.peek() == Some(&'\n') => {}
            '\n' | '\r' if !quoted => lines.push(vec![String::new()]),
            char => cell.push(char),
        }
    }
    // The last line ends with a mark, too.
    if lines.len() > 1 && lines.last().is_some_and(|last| last.len() == 1 && last[0].is_empty()) {
        lines.pop();
    }
    lines
}

/// Whether a quote that was opened is closed at the end of a cell.
fn closes(mut rest: impl Iterator<Item = char>) -> bool {
    let mut before = None;
    loop {
        match (before, rest.next()) {
            (Some('"'), Some('"')) => before = None,
            (Some('"'), Some('\t' | '\n' | '\r') | None) => return true,
            (_, None) => return false,
            (_, char) => before = char,
        }
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::block;

    #[test]
    fn cells_come_apart_at_tabs_and_ends_of_lines() {
        assert_eq!(block("a\tb\r\nc\t\r\n"), [["a", "b"], ["c", ""]]);
        assert_eq!(block("one"), [["one"]]);
        assert_eq!(block(""), [[""]]);
        assert_eq!(block("a\n\nb"), [["a"], [""], ["b"]]);
    }

    #[test]
    fn quotes_hold_marks_together_and_stay_where_they_are_no_quotes() {
        assert_eq!(block("\"two\nlines\"\tb"), [["two\nlines", "b"]]);
        assert_eq!(block("\"she said \"\"yes\"\"\""), [["she said \"yes\""]]);
        assert_eq!(block("19\"\tx"), [["19\"", "x"]]);
        assert_eq!(block("\"open\tb"), [["\"open", "b"]]);
        assert_eq!(block("\"a\" b\tc"), [["\"a\" b", "c"]]);
    }

    proptest! {
        #[test]
        fn what_a_spreadsheet_writes_comes_back(cells in prop::collection::vec(prop::collection::vec("[a\"\t\n,é客]{0,6}", 2), 1..5)) {
            let quoted = |cell: &String| format!("\"{}\"", cell.replace('"', "\"\""));
            let lines: Vec<String> = cells.iter().map(|line| line.iter().map(quoted).collect::<Vec<_>>().join("\t")).collect();
            prop_assert_eq!(block(&lines.join("\n")), cells);
        }

        #[test]
        fn no_text_makes_it_panic(text: String) {
            prop_assert!(!block(&text).is_empty());
        }
    }
}
