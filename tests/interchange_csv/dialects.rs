//! Delimiters, quotation marks, lines before the table.

use kith::interchange::csv::{
    Confidence, Dialect, Effect, Encoding, FileProblem, Limits, Problem, dialect::recognise, problem::RowProblem,
    reader::read_all,
};

use crate::open;

fn recognised(text: &str) -> (char, Option<char>, u64, bool, usize) {
    let found = recognise(text, true, None);
    let Dialect { delimiter, quote, first_line, has_header, .. } = found.dialect;
    (char::from(delimiter), quote.map(char::from), first_line, has_header, found.columns)
}

#[test]
fn the_delimiter_is_the_one_that_makes_rows_equally_wide() {
    assert_eq!(recognised("a,b,c\n1,2,3\n4,5,6\n"), (',', Some('"'), 1, true, 3));
    assert_eq!(
        recognised("Kunde;Betrag;Datum\nX;1.234,56;31.12.2024\nY;12,00;01.12.2024\n"),
        (';', Some('"'), 1, true, 3)
    );
    assert_eq!(recognised("Kunde;Betrag\nX;1,56\nY;12,00\nZ;3,10\n"), (';', Some('"'), 1, true, 2));
    assert_eq!(recognised("name\tnote\nAnn\ta, b; c\nBob\td, e, f\n"), ('\t', Some('"'), 1, true, 2));
    assert_eq!(recognised("id|name\n1|Lee, Ann\n2|Ray, Bob\n"), ('|', Some('"'), 1, true, 2));
    assert_eq!(recognised("name,tags\nAnn,\"a;b;c\"\nBob,\"d;e;f\"\n"), (',', Some('"'), 1, true, 2));
    assert_eq!(recognised("'name','city'\n'Ann','Ulm, Alb'\n'Bob','Bonn'\n"), (',', Some('\''), 1, true, 2));
    assert_eq!(recognised("name\nAnn\nBob\n"), (',', Some('"'), 1, true, 1));
    assert_eq!(recognised("1,2010-12-01,12.5\n2,2010-12-02,7\n"), (',', Some('"'), 1, false, 3));
    assert_eq!(recognised("a,b\r1,2\r3,4\r"), (',', Some('"'), 1, true, 2));
}

#[test]
fn a_delimiter_that_is_announced_is_believed() {
    assert_eq!(recognised("sep=;\r\na;b\r\n1;2\r\n"), (';', Some('"'), 2, true, 2));
    assert_eq!(recognised("\"sep=|\"\na|b\n1|2\n"), ('|', Some('"'), 2, true, 2));
    assert_eq!(recognised("SEP=\t\na\tb\n1\t2\n"), ('\t', Some('"'), 2, true, 2));
    assert_eq!(recognise("sep=;\na;b\n", true, None).confidence, Confidence::Certain);
    let opened = open(b"sep=;\r\nname;betrag\r\nAnn;1,5\r\n").unwrap();
    assert_eq!((opened.table.names(), opened.table.line(0)), (&["name".to_owned(), "betrag".to_owned()][..], 3));
}

#[test]
fn lines_before_the_table_are_passed_over() {
    let report =
        "Sales report;;;\nFrom 2024;;;\n\nKunde;Datum;Betrag;Ort\nAnn;01.02.2024;1,5;Ulm\nBob;02.02.2024;2,5;Bonn\n";
    assert_eq!(recognised(report), (';', Some('"'), 4, true, 4));
    let opened = open(report.as_bytes()).unwrap();
    assert_eq!(
        (opened.table.len(), opened.table.line(0), opened.row(0)),
        (2, 5, vec!["Ann", "01.02.2024", "1,5", "Ulm"])
    );
}

fn problems(text: &str) -> Vec<RowProblem> {
    let dialect = recognise(text, true, None).dialect;
    read_all(text.as_bytes(), Encoding::Utf8, dialect, Limits::default()).unwrap().problems().to_vec()
}

#[test]
fn a_row_too_wide_or_too_narrow_is_told_with_its_line() {
    let text = "a,b,c\n1,2,3\n4,5\n\n6,7,8,9\n1,2,3,,\n,,,\n1,\"x\ny\",3\n10,11\n";
    let effect = Effect::RowLeftOut;
    assert_eq!(
        problems(text),
        [
            RowProblem { row: 1, line: 3, column: None, kind: Problem::TooFewCells { expected: 3, found: 2 }, effect },
            RowProblem { row: 2, line: 5, column: None, kind: Problem::TooManyCells { expected: 3, found: 4 }, effect },
            RowProblem { row: 5, line: 10, column: None, kind: Problem::TooFewCells { expected: 3, found: 2 }, effect },
        ]
    );
    let dialect = Dialect { short_rows: true, ..Dialect::default() };
    let table = read_all(text.as_bytes(), Encoding::Utf8, dialect, Limits::default()).unwrap();
    assert_eq!((table.problems().len(), table.cell(1, 2), table.blank_rows()), (1, "", 1));
    assert_eq!(table.excerpt(&table.problems()[0]), "6 | 7 | 8 | 9");
}

#[test]
fn a_quotation_mark_that_is_never_closed_is_told_where_it_opens() {
    let text = "a,b\n1,x\n2,\"y\n3,z\n4,w\n";
    let problem = open(text.as_bytes()).unwrap_err();
    assert_eq!(problem, FileProblem::UnclosedQuote { line: 3, text: "\"y 3,z 4,w ".into() });
    // The remedy: marks are plain text.
    let dialect = Dialect { quote: None, ..Dialect::default() };
    let table = read_all(text.as_bytes(), Encoding::Utf8, dialect, Limits::default()).unwrap();
    assert_eq!((table.len(), table.cell(1, 1)), (4, "\"y"));
}

#[test]
fn text_behind_a_closing_mark_is_told_where_the_mark_opens() {
    let found = problems("a,b\n1,\"x\ny\" z\n2,3\n");
    assert_eq!(found.len(), 1);
    assert_eq!((found[0].row, found[0].line, &found[0].kind), (0, 2, &Problem::TextAfterQuote));
    assert_eq!(problems("a,b\n5\" disk,x \"y\" z\n"), []);
}
