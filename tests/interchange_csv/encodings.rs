//! Files in the encodings that programs write.

use encoding_rs::{BIG5, GB18030, WINDOWS_1252};
use kith::interchange::csv::{
    Confidence, Encoding, FileProblem, date::Form, decode::decode, encoding::recognise, number::Mark,
};

use crate::{Target, open};

/// Bytes of a text in one of the encodings.
pub fn encode(text: &str, encoding: Encoding) -> Vec<u8> {
    let table = match encoding {
        Encoding::Utf8 => return text.as_bytes().to_vec(),
        Encoding::Utf16Le => return text.encode_utf16().flat_map(u16::to_le_bytes).collect(),
        Encoding::Utf16Be => return text.encode_utf16().flat_map(u16::to_be_bytes).collect(),
        Encoding::Gb18030 => GB18030,
        Encoding::Big5 => BIG5,
        _ => WINDOWS_1252,
    };
    let (bytes, _, lossy) = table.encode(text);
    assert!(!lossy, "{text} is not all in {encoding:?}");
    bytes.into_owned()
}

const SIMPLIFIED: &str = "客户,订单日期,金额,数量,备注\r\n王小明,2024年1月31日,\"1,234.50\",2,加急\r\n深圳市宏发科技有限公司,2024年2月3日,88.00,1,\r\n";
const TRADITIONAL: &str = "客戶名稱,訂單日期,金額,數量,備註\r\n陳怡君,113/01/31,\"1,234\",2,急件\r\n台北市宏達貿易有限公司,113/02/03,880,1,\r\n";
const GERMAN: &str =
    "Kunde;Datum;Betrag;Währung\r\nMüller & Söhne;31.12.2024;1.234,56;EUR\r\nGroß;01.12.2024;12,00;EUR\r\n";

#[test]
fn chinese_files_are_recognised_in_the_encodings_of_both_sides_of_the_strait() {
    for (text, encodings) in [
        (SIMPLIFIED, [Encoding::Gb18030, Encoding::Utf8, Encoding::Utf16Le, Encoding::Utf16Be]),
        (TRADITIONAL, [Encoding::Big5, Encoding::Utf8, Encoding::Utf16Le, Encoding::Gb18030]),
    ] {
        for encoding in encodings {
            let opened = open(&encode(text, encoding)).unwrap();
            assert_eq!(opened.recognised.encoding.encoding, encoding);
            assert_eq!(opened.column(Target::CustomerName), opened.table.names().first().map(String::as_str));
            let targets = [Target::OrderDate, Target::LineTotal, Target::Quantity, Target::Note];
            assert_eq!(opened.suggested.plan.targets[1..], targets, "{encoding:?}");
            assert_eq!(opened.checked.problems, []);
        }
    }
    let opened = open(&encode(TRADITIONAL, Encoding::Big5)).unwrap();
    assert_eq!(opened.suggested.plan.forms[1], Form::Minguo);
}

#[test]
fn a_few_chinese_characters_are_enough() {
    for (text, encoding) in [
        ("姓名,金额\n张伟,100\n", Encoding::Gb18030),
        ("姓名,金額\n林志豪,100\n", Encoding::Big5),
        ("客户\n李娜\n", Encoding::Gb18030),
        ("客戶\n王美玲\n", Encoding::Big5),
        ("name,city,amount\nWang,北京,12\nLi,上海,13\n", Encoding::Gb18030),
        ("name,city,amount\nWang,台北,12\nLin,高雄,13\n", Encoding::Big5),
        ("訂單編號,顧客\nA1,蘋果\n", Encoding::Big5),
        ("订单号,顾客\nA1,苹果\n", Encoding::Gb18030),
    ] {
        let found = recognise(&encode(text, encoding), true);
        assert_eq!(found.encoding, encoding, "{text}");
    }
}

#[test]
fn western_files_are_not_taken_for_chinese_ones() {
    let found = recognise(&encode(GERMAN, Encoding::Windows1252), true);
    assert_eq!((found.encoding, found.confidence), (Encoding::Windows1252, Confidence::Likely));
    for text in [
        "nom;ville\nAndré;Orléans\nHélène;Besançon\n",
        "Preis €;Größe\n12,50 €;5\n",
        "nombre,año\nNúñez,2024\nPeña,2023\n",
        "name,note\nO’Neil,“fine”\n",
        "Name\nBjörn Åström\nJørgen Ærø\n",
        "name,price\nAnn,£12\nBob,£13\n",
    ] {
        assert_eq!(recognise(&encode(text, Encoding::Windows1252), true).encoding, Encoding::Windows1252, "{text}");
    }
    let opened = open(&encode(GERMAN, Encoding::Windows1252)).unwrap();
    assert_eq!(opened.row(0), ["Müller & Söhne", "31.12.2024", "1.234,56", "EUR"]);
    assert_eq!((opened.suggested.plan.marks[2], opened.suggested.plan.forms[1]), (Mark::Comma, Form::Dmy));
    assert_eq!(opened.recognised.dialect.delimiter, b';');
    assert_eq!(opened.checked.problems, []);
}

#[test]
fn a_byte_order_mark_decides_and_is_no_part_of_the_first_name() {
    for encoding in [Encoding::Utf8, Encoding::Utf16Le, Encoding::Utf16Be, Encoding::Gb18030] {
        let opened = open(&encode(&format!("\u{FEFF}{SIMPLIFIED}"), encoding)).unwrap();
        assert_eq!(
            (opened.recognised.encoding.encoding, opened.recognised.encoding.confidence),
            (encoding, Confidence::Certain)
        );
        assert_eq!(opened.table.names()[0], "客户");
    }
    let quoted = open("\u{FEFF}\"客户\",\"金额\"\n\"王\",\"1\"\n".as_bytes()).unwrap();
    assert_eq!(quoted.table.names(), ["客户", "金额"]);
}

#[test]
fn unicode_text_from_a_spreadsheet_is_tabs_in_utf16() {
    let opened = open(&encode("\u{FEFF}Name\tDatum\tBetrag\r\nÄrger\t31.12.2024\t1,5\r\n", Encoding::Utf16Le)).unwrap();
    assert_eq!((opened.recognised.dialect.delimiter, opened.table.len()), (b'\t', 1));
}

#[test]
fn broken_utf8_is_an_error_with_its_place_and_a_remedy() {
    let mut bytes = "name,city\n".as_bytes().to_vec();
    for row in 0..50 {
        bytes.extend(format!("Zoë {row},Köln\n").bytes());
    }
    let place = bytes.len() as u64 + 2;
    bytes.extend(b"Bj\xF6rn,Ulm\n");
    let problem = open(&bytes).unwrap_err();
    let FileProblem::Undecodable { encoding, offset: found, line, bytes: shown, likely } = problem else {
        panic!("{problem:?}")
    };
    assert_eq!((encoding, found, line, shown), (Encoding::Utf8, place, 52, vec![0xF6]));
    assert_eq!(likely, Some(Encoding::Windows1252));
}

#[test]
fn a_place_is_exact_wherever_the_pieces_are_cut() {
    use kith::interchange::csv::{Dialect, Limits, Reader};
    let bytes = b"a,b\r\n\xC3\xA9,1\r\n\xE5\xAE\xA2,2\rx,\xE5\xAE,\n";
    for size in 1..bytes.len() {
        let mut reader = Reader::new(Encoding::Utf8, Dialect::default(), Limits::default());
        let problem = bytes.chunks(size).try_for_each(|piece| reader.push(piece)).unwrap_err();
        let FileProblem::Undecodable { offset, line, bytes: shown, .. } = problem else { panic!("{problem:?}") };
        assert_eq!((offset, line, shown), (19, 4, vec![0xE5, 0xAE]), "pieces of {size}");
    }
}

#[test]
fn a_character_cut_at_the_end_of_the_file_is_an_error() {
    assert!(matches!(
        decode(b"a\xE5\xAE", true, Encoding::Utf8),
        Err(FileProblem::Undecodable { offset: 1, line: 1, .. })
    ));
    assert_eq!(decode(b"a\xE5\xAE", false, Encoding::Utf8).as_deref(), Ok("a"));
    assert!(decode(b"a\xE5", true, Encoding::Gb18030).is_err());
    assert!(decode(b"a\0b", true, Encoding::Utf16Le).is_err());
    assert!(decode(b"\xD8\x00\x00\x41", true, Encoding::Utf16Be).is_err());
}

#[test]
fn ascii_far_into_the_file_does_not_hide_an_older_encoding() {
    let mut bytes = b"name,amount\n".to_vec();
    while bytes.len() < 400_000 {
        bytes.extend(b"Smith,12.50\n");
    }
    let line = bytes.iter().filter(|byte| **byte == b'\n').count() as u64 + 1;
    bytes.extend(encode("王小明,1\n李先生,2\n", Encoding::Gb18030));
    let Err(FileProblem::Undecodable { line: found, likely, .. }) = open(&bytes) else { panic!() };
    assert_eq!((found, likely), (line, Some(Encoding::Gb18030)));
}

#[test]
fn marks_between_joined_files_are_no_letters_and_no_lines() {
    let opened = open("\u{FEFF}name,amount\nAnn,1\n\u{FEFF}\"Bob, Jr\",2\n".as_bytes()).unwrap();
    assert_eq!(opened.row(1), ["Bob, Jr", "2"]);
    let Err(FileProblem::Undecodable { line, offset, .. }) = decode(b"\r\xEF\xBB\xBF\n\xFF", true, Encoding::Utf8)
    else {
        panic!()
    };
    assert_eq!((line, offset), (2, 5));
}
