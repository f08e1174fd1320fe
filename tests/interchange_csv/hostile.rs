//! Files that are broken, wrong, or made to harm. Each ends in a problem with its place, or comes in; nothing panics.

use kith::interchange::csv::{
    Chosen, Dialect, Encoding, FileProblem, Limits, Problem, Reader, foreign::Foreign, reader::read_all, recognise,
};

use crate::open;

#[test]
fn an_empty_file_and_one_with_names_only_are_told() {
    for empty in [&b""[..], b"\xEF\xBB\xBF", b"\r\n \t\r\n", b"\0\0\0\0", b"\xFF\xFE", b"\x1A"] {
        assert_eq!(open(empty).unwrap_err(), FileProblem::Empty, "{empty:?}");
    }
    assert_eq!(open(b"customer,date,amount\r\n").unwrap_err(), FileProblem::HeaderOnly { columns: 3 });
    assert_eq!(open(b"customer,date,amount\n,,\n\n").unwrap_err(), FileProblem::HeaderOnly { columns: 3 });
}

#[test]
fn the_wrong_file_is_named() {
    for (bytes, what) in [
        (&b"PK\x03\x04\x14\0\x06\0xl/workbook.xml"[..], Foreign::Xlsx),
        (b"%PDF-1.4\n1 0 obj", Foreign::Pdf),
        (b"{\"format\":\"kith\"}", Foreign::Json),
        (b"\x89PNG\r\n\x1A\n\0\0\0\rIHDR", Foreign::Picture),
        (b"\xFF\xFE<\0h\0t\0m\0l\0>\0", Foreign::Html),
        (b"\x7F\x01\x02\x03\xFF\xFE\x00\x00\x01\x02\x03\x04", Foreign::Binary),
    ] {
        assert_eq!(open(bytes).unwrap_err(), FileProblem::WrongFile { what });
    }
}

#[test]
fn a_file_too_big_is_refused_before_it_is_read() {
    let limits = Limits::default();
    let problem = recognise(b"a,b\n", 1 << 30, Chosen::default(), &limits).unwrap_err();
    assert_eq!(problem, FileProblem::TooBig { bytes: 1 << 30, limit: 256 << 20 });
    // Nor is a file read on that is larger than it said.
    let mut reader = Reader::new(Encoding::Utf8, Dialect::default(), Limits { bytes: 10, ..limits });
    assert_eq!(reader.push(b"a,b\n1,2\n3,4\n").unwrap_err(), FileProblem::TooBig { bytes: 12, limit: 10 });
}

#[test]
fn ten_thousand_columns_are_too_many() {
    let row = vec!["x"; 10_000].join(",");
    let text = format!("\n{row}\n{row}\n");
    assert_eq!(
        open(text.as_bytes()).unwrap_err(),
        FileProblem::TooManyColumns { line: 2, found: 10_000, limit: 1_000 }
    );
    let text = format!("a,b\n1,2\n{row}\n3,4\n1,2\n3,4\n");
    let opened = open(text.as_bytes()).unwrap();
    assert_eq!(opened.table.problems()[0].kind, Problem::TooManyCells { expected: 2, found: 10_000 });
    assert_eq!(opened.table.len(), 5);
}

#[test]
fn rows_beyond_the_limit_are_told_with_their_line() {
    let limits = Limits { rows: 3, ..Limits::default() };
    let text = "a\n1\n2\n\n3\n4\n5\n";
    let problem = read_all(text.as_bytes(), Encoding::Utf8, Dialect::default(), limits).unwrap_err();
    assert_eq!(problem, FileProblem::TooManyRows { line: 6, limit: 3 });
}

#[test]
fn a_line_of_fifty_megabytes_ends_early() {
    let line = vec![b'x'; 50 << 20];
    assert_eq!(open(&line).unwrap_err(), FileProblem::RowTooLong { line: 1, limit: 4 << 20 });
    let mut commas = b"a,b\n".to_vec();
    commas.resize(50 << 20, b',');
    assert_eq!(open(&commas).unwrap_err(), FileProblem::RowTooLong { line: 2, limit: 4 << 20 });
}

#[test]
fn a_mark_that_swallows_fifty_megabytes_is_told_where_it_opens() {
    let mut bytes = b"a,b\n1,2\n3,\"4\n".to_vec();
    while bytes.len() < 50 << 20 {
        bytes.extend(b"5,6\n");
    }
    let FileProblem::UnclosedQuote { line, .. } = open(&bytes).unwrap_err() else { panic!() };
    assert_eq!(line, 3);
}

#[test]
fn a_cell_too_long_leaves_its_row_out() {
    let text = format!("a,b\n1,{}\n3,4\n", "é".repeat(60_000));
    let opened = open(text.as_bytes()).unwrap();
    assert_eq!(opened.table.problems()[0].kind, Problem::CellTooLong { length: 120_000, limit: 100_000 });
    assert_eq!((opened.checked.rows, opened.table.cell(0, 1).len()), (2, 100_000));
}

#[test]
fn nothing_but_marks_or_line_ends_is_no_table() {
    assert!(matches!(open(&[b'"'; 1001]), Err(FileProblem::UnclosedQuote { line: 1, .. })));
    assert!(open(&[b'"'; 1000]).is_ok_and(|opened| opened.table.width() == 1) || open(&[b'"'; 1000]).is_err());
    assert_eq!(open(&b"\r".repeat(100_000)).unwrap_err(), FileProblem::Empty);
    assert_eq!(open(&b",".repeat(100)).unwrap_err(), FileProblem::Empty);
}

#[test]
fn line_ends_of_every_kind_count_as_an_editor_counts_them() {
    for end in ["\n", "\r\n", "\r"] {
        let text = ["name,amount", "Ann,1", "", "Bob,\"x", "y\"", "Cid,3"].join(end) + end;
        let opened = open(text.as_bytes()).unwrap();
        let lines: Vec<u64> = (0..opened.table.len()).map(|row| opened.table.line(row)).collect();
        assert_eq!(lines, [2, 4, 6], "{end:?}");
    }
    let opened = open(b"name,amount\rAnn,1\nBob,2\r\nCid,3").unwrap();
    assert_eq!((opened.table.len(), opened.table.line(2)), (3, 4));
}

#[test]
fn a_zero_byte_in_a_cell_is_told() {
    let mut bytes = b"name,amount\n".to_vec();
    for _ in 0..100 {
        bytes.extend(b"Ann Lee,1.50\n");
    }
    bytes.extend(b"B\0b,2\n");
    let opened = open(&bytes).unwrap();
    let problem = &opened.checked.problems[0];
    assert_eq!((problem.line, problem.column, &problem.kind), (102, Some(0), &Problem::ZeroByte));
    assert_eq!(opened.table.excerpt(problem), "B\u{FFFD}b");
}

#[test]
fn a_formula_comes_in_as_text() {
    let opened = open(b"name,date,amount\n=cmd|' /C calc'!A0,2024-01-31,5\n").unwrap();
    assert_eq!((opened.row(0)[0], opened.checked.problems.len()), ("=cmd|' /C calc'!A0", 0));
}

#[test]
fn a_row_count_of_a_million_fits() {
    // A tenth of it here; the text and the ends grow in step.
    let mut bytes = b"order,customer,date,sku,item,qty,price,country\n".to_vec();
    for row in 0..100_000 {
        bytes.extend(
            format!(
                "{row},C{},2024-01-{:02},S{},Mug,{},{}.50,Germany\n",
                row / 10,
                row % 28 + 1,
                row % 99,
                row % 7,
                row % 50
            )
            .bytes(),
        );
    }
    let opened = open(&bytes).unwrap();
    assert_eq!((opened.table.len(), opened.checked.problems.len()), (100_000, 0));
}

#[test]
fn marks_that_do_not_match_can_be_read_as_text() {
    let bytes = b"name,date,amount\nAnn,2024-01-01,1\n\"Bob,2024-01-02,2\nCid,2024-01-03,3\n";
    assert!(matches!(open(bytes).unwrap_err(), FileProblem::UnclosedQuote { line: 3, .. }));
    let chosen = Chosen { quote: Some(None), ..Chosen::default() };
    let recognised = recognise(bytes, bytes.len() as u64, chosen, &Limits::default()).unwrap();
    let table = read_all(bytes, Encoding::Utf8, recognised.dialect, Limits::default()).unwrap();
    assert_eq!((table.len(), table.cell(1, 0)), (3, "\"Bob"));
}

#[test]
fn a_table_that_begins_behind_the_end_is_told() {
    let dialect = Dialect { first_line: 9, ..Dialect::default() };
    let problem = read_all(b"a,b\n1,2\n", Encoding::Utf8, dialect, Limits::default()).unwrap_err();
    assert_eq!(problem, FileProblem::NothingFrom { line: 9 });
}
