//! What holds for every file.

use kith::interchange::csv::{
    Chosen, Dialect, Encoding, Limits, Reader, Table, reader::read_all, recognise::recognise,
};
use proptest::prelude::*;

use crate::{encodings::encode, open};

/// Cells of every kind that a delimiter, a mark or a line end could break.
fn cell() -> impl Strategy<Value = String> {
    prop_oneof![
        3 => "[a-zA-Z0-9 .,;|'\"\t\r\n=-]{0,8}",
        1 => "[客户金额订单日期é€]{0,6}",
        1 => Just(String::new()),
    ]
}

fn tables() -> impl Strategy<Value = Vec<Vec<String>>> {
    (1..6_usize).prop_flat_map(|width| prop::collection::vec(prop::collection::vec(cell(), width), 1..12))
}

fn cells(table: &Table) -> Vec<Vec<String>> {
    (0..table.len()).map(|row| (0..table.width()).map(|column| table.cell(row, column).to_owned()).collect()).collect()
}

/// The rows as the table has them: blank ones are passed over, and only what is not blank counts behind the last filled cell.
fn kept(rows: &[Vec<String>]) -> Vec<Vec<String>> {
    let filled = rows.iter().filter(|row| row.iter().any(|cell| !cell.trim().is_empty()));
    let without_blank_end = |row: &Vec<String>| {
        let end = row.iter().rposition(|cell| !cell.trim().is_empty()).map_or(0, |last| last + 1);
        row.iter().enumerate().map(|(at, cell)| if at < end { cell.clone() } else { String::new() }).collect()
    };
    filled.map(without_blank_end).collect()
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 400, ..ProptestConfig::default() })]

    #[test]
    fn a_table_written_in_any_dialect_and_encoding_reads_back_the_same(
        rows in tables(),
        delimiter in prop::sample::select(vec![b',', b';', b'\t', b'|']),
        quote in prop::sample::select(vec![b'"', b'\'']),
        encoding in prop::sample::select(vec![
            Encoding::Utf8, Encoding::Utf16Le, Encoding::Utf16Be, Encoding::Gb18030, Encoding::Big5,
        ]),
        ends in prop::sample::select(vec![csv::Terminator::CRLF, csv::Terminator::Any(b'\n'), csv::Terminator::Any(b'\r')]),
        mark: bool,
        size in 1..200_usize,
    ) {
        let rows: Vec<Vec<String>> = if encoding == Encoding::Big5 {
            rows.iter().map(|row| row.iter().map(|cell| cell.replace(['户', '额', '订', '单', 'é', '€'], "金")).collect()).collect()
        } else {
            rows
        };
        let mut writer = csv::WriterBuilder::new().delimiter(delimiter).quote(quote).terminator(ends).from_writer(Vec::new());
        let names: Vec<String> = (0..rows[0].len()).map(|column| format!("n{column}")).collect();
        writer.write_record(&names).unwrap();
        rows.iter().for_each(|row| writer.write_record(row).unwrap());
        let text = String::from_utf8(writer.into_inner().unwrap()).unwrap();
        let text = if mark && encoding != Encoding::Big5 { format!("\u{FEFF}{text}") } else { text };
        let bytes = encode(&text, encoding);

        let dialect = Dialect { delimiter, quote: Some(quote), ..Dialect::default() };
        let mut reader = Reader::new(encoding, dialect, Limits::default());
        bytes.chunks(size).try_for_each(|piece| reader.push(piece)).unwrap();
        let expected = kept(&rows);
        match reader.finish() {
            Ok(table) => {
                prop_assert_eq!(table.names(), &names[..]);
                prop_assert_eq!(cells(&table), expected);
                prop_assert_eq!(table.problems(), &[]);
            }
            Err(problem) => prop_assert!(expected.is_empty(), "{:?}", problem),
        }
    }

    #[test]
    fn where_the_pieces_are_cut_makes_no_difference(bytes in hostile_bytes(), size in 1..50_usize, encoding in 0..6_usize) {
        let encoding = Encoding::ALL[encoding];
        let whole = read_all(&bytes, encoding, Dialect::default(), Limits::default());
        let mut reader = Reader::new(encoding, Dialect::default(), Limits::default());
        let pieces = bytes.chunks(size).try_for_each(|piece| reader.push(piece)).and_then(|()| reader.finish());
        match (whole, pieces) {
            (Ok(whole), Ok(pieces)) => {
                prop_assert_eq!(cells(&whole), cells(&pieces));
                prop_assert_eq!(whole.problems(), pieces.problems());
                for row in 0..whole.len() {
                    prop_assert_eq!(whole.line(row), pieces.line(row));
                }
            }
            (whole, pieces) => prop_assert_eq!(place(whole.err()), place(pieces.err())),
        }
    }

    #[test]
    fn no_bytes_make_the_way_of_a_file_panic(bytes in prop_oneof![hostile_bytes(), prop::collection::vec(any::<u8>(), 0..300)]) {
        if let Ok(opened) = open(&bytes) {
            prop_assert_eq!(opened.checked.rows, opened.table.len());
            for problem in &opened.checked.problems {
                prop_assert!(problem.line >= 1 && problem.row < opened.table.len());
                prop_assert!(opened.table.excerpt(problem).chars().count() <= 61);
            }
        }
        for encoding in Encoding::ALL {
            let chosen = Chosen { encoding: Some(encoding), quote: Some(None) };
            let _ = recognise(&bytes, bytes.len() as u64, chosen, &Limits::default());
        }
    }

    #[test]
    fn lines_rise_from_row_to_row(bytes in hostile_bytes()) {
        if let Ok(opened) = open(&bytes) {
            let lines: Vec<u64> = (0..opened.table.len()).map(|row| opened.table.line(row)).collect();
            prop_assert!(lines.windows(2).all(|pair| pair[0] < pair[1]));
        }
    }
}

/// What a problem says, without the guess of another encoding, which may see more of the file in larger pieces.
fn place(problem: Option<kith::interchange::csv::FileProblem>) -> Option<String> {
    use kith::interchange::csv::FileProblem::Undecodable;
    problem.map(|problem| match problem {
        Undecodable { encoding, offset, line, bytes, .. } => format!("{encoding:?} {offset} {line} {bytes:?}"),
        other => format!("{other:?}"),
    })
}

/// Bytes that look like a table and are broken in every way.
fn hostile_bytes() -> impl Strategy<Value = Vec<u8>> {
    let part = prop_oneof![
        4 => prop::sample::select(vec![",", ";", "\t", "|", "\"", "\"\"", "'", "\n", "\r", "\r\n", "\n\n"]).prop_map(|part| part.as_bytes().to_vec()),
        3 => prop::sample::select(vec!["a", "customer", "date", "amount", "1.5", "1,234", "2024-01-31", "31/01/24", "€ 5", "é", "客户", "\u{202E}", "=x", "a@b.co"])
            .prop_map(|part| part.as_bytes().to_vec()),
        1 => prop::sample::select(vec![&b"\0"[..], b"\xFF", b"\xB0\xA1", b"\xA4\x40", b"\xEF\xBB\xBF", b"sep=;\n", b"\x1A", b"\xD8\x00"])
            .prop_map(<[u8]>::to_vec),
    ];
    prop::collection::vec(part, 0..60).prop_map(|parts| parts.concat())
}
