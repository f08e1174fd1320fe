//! Files that are no backup, or no longer one: each is refused with its reason and its place, and none brings the page down.

use kith::{
    domain::{
        flaw::{FieldError, Flaw},
        order::Order,
        party::Party,
        record::Kind,
    },
    interchange::backup::{Backup, Cause, Looks, MAX_RECORD, Place, ReadError, Reader, Section, TOO_LARGE},
};
use proptest::prelude::*;

use super::books::{contents, id, read, read_in, sample, workspace, write};

/// The sample as text, without its checksum: so that a change of the text is met by the check that it is meant for.
fn bare() -> String {
    let text = String::from_utf8(write(&sample())).unwrap();
    let (before, _) = text.split_once(",\n\"sha256\"").unwrap();
    format!("{before}}}")
}

/// The sample with one text replaced by another; the first has to be there.
fn with(what: &str, by: &str) -> String {
    let text = bare();
    assert!(text.contains(what), "{what}");
    text.replacen(what, by, 1)
}

/// Why a file is refused; the same whatever the size of its pieces.
fn refused(text: impl AsRef<[u8]>) -> ReadError {
    let text = text.as_ref();
    let error = read(text).expect_err("this has to be refused");
    assert_eq!(read_in(text, 3).expect_err("this has to be refused"), error);
    error
}

fn cause(text: impl AsRef<[u8]>) -> Cause {
    refused(text).cause
}

fn party(number: u8) -> String {
    id::<Party>(number).to_string()
}

#[test]
fn a_backup_cut_at_any_byte_is_refused() {
    let text = write(&sample());
    for end in 0..text.len() {
        let error = read(&text[..end]).expect_err("a part is no backup");
        let expected = if end == 0 { Cause::WrongFile(Looks::Empty) } else { Cause::Cut };
        assert_eq!(error.cause, expected, "cut at {end}");
    }
    let bare = bare();
    for end in 1..bare.len() {
        assert_eq!(read(&bare.as_bytes()[..end]).unwrap_err().cause, Cause::Cut, "cut at {end}");
    }
}

#[test]
fn a_backup_with_any_byte_changed_is_refused_or_says_the_same() {
    let text = write(&sample());
    let sound = contents(&read(&text).unwrap().book);
    for at in 0..text.len() {
        for flip in [0x01, 0x04, 0x20, 0x80, 0xFF] {
            let mut damaged = text.clone();
            damaged[at] ^= flip;
            if let Ok(Backup { book, history, .. }) = read(&damaged) {
                assert_eq!(contents(&book), sound, "byte {at} ^ {flip}");
                assert_eq!(history, Some(sample().journal), "byte {at} ^ {flip}");
            }
        }
    }
}

#[test]
fn without_a_checksum_changed_bytes_bring_nothing_down() {
    let text = bare().into_bytes();
    for at in 0..text.len() {
        for flip in [0x01, 0x02, 0x10, 0x20, 0x80] {
            let mut damaged = text.clone();
            damaged[at] ^= flip;
            let _ = read(&damaged);
        }
    }
}

proptest! {
    #[test]
    fn no_bytes_bring_the_reader_down(bytes: Vec<u8>, piece in 1..30_usize) {
        prop_assert!(read_in(&bytes, piece).is_err());
    }

    #[test]
    fn no_text_between_braces_brings_the_reader_down(inside in "[\\[\\]{}\",:a0-9\\\\ ]{0,60}", piece in 1..30_usize) {
        let text = format!("{{\"kith\":1,{inside}}}");
        prop_assert!(read_in(text.as_bytes(), piece).is_err());
    }

    #[test]
    fn pieces_taken_out_or_doubled_are_noticed(workspace in workspace(1..12), from: prop::sample::Index, to: prop::sample::Index, double: bool) {
        let text = write(&workspace);
        let (from, to) = (from.index(text.len()), to.index(text.len()));
        let (from, to) = (from.min(to), from.max(to));
        prop_assume!(from < to);
        let other = if double { [&text[..to], &text[from..]].concat() } else { [&text[..from], &text[to..]].concat() };
        prop_assume!(other.trim_ascii_end() != text);
        if let Ok(back) = read(&other) {
            prop_assert_eq!(contents(&back.book), contents(&workspace.book));
        }
    }
}

#[test]
fn a_wrong_file_is_recognised() {
    let looks = |bytes: &[u8]| match cause(bytes) {
        Cause::WrongFile(looks) => looks,
        other => panic!("{other}"),
    };
    assert_eq!(looks(b""), Looks::Empty);
    assert_eq!(looks(b" \n\n "), Looks::Empty);
    assert_eq!(looks(b"\xEF\xBB\xBF"), Looks::Empty);
    assert_eq!(looks(b"PK\x03\x04\x14\0\x06\0rest"), Looks::Zip);
    assert_eq!(looks(b"\x1F\x8B\x08\0\0\0\0\0\0\x03"), Looks::Gzip);
    assert_eq!(looks(b"\x89PNG\r\n\x1A\n\0\0"), Looks::Picture);
    assert_eq!(looks(b"\xFF\xD8\xFF\xE0\0\x10JFIF"), Looks::Picture);
    assert_eq!(looks(b"\0\0\0\x18ftypheic"), Looks::Picture);
    assert_eq!(looks(b"%PDF-1.7\n"), Looks::Pdf);
    assert_eq!(looks(b"\xFF\xFE{\0\"\0k\0i\0"), Looks::Utf16);
    assert_eq!(looks(b"\0{\0\"\0k\0i\0t"), Looks::Utf16);
    assert_eq!(looks("姓名,電話\n王小明,02-1234\n".as_bytes()), Looks::Text);
    assert_eq!(looks(b"\"name\",\"phone\"\n"), Looks::Text);
    assert_eq!(looks(b"<html>"), Looks::Text);
    assert_eq!(looks(b"a"), Looks::Text);
    assert_eq!(looks(b"\x7FELF\x02\x01\x01\0\0"), Looks::Binary);
    assert_eq!(looks(b"[1,2,3,4,5,6]"), Looks::OtherJson);
    assert_eq!(looks(b"{\"name\":\"package\",\"version\":\"1.0\"}"), Looks::OtherJson);
    assert_eq!(looks(b"{\"kith\":\"an app\"}"), Looks::OtherJson);
    assert_eq!(looks(b"{\"kith\":0,\"saved\":1}"), Looks::OtherJson);
    assert_eq!(looks(b"{\"kith\":1e308}"), Looks::OtherJson);
    assert_eq!(looks(b"{\"saved\":\"2026-03-01T09:30:00Z\",\"kith\":1}"), Looks::OtherJson);
}

#[test]
fn a_backup_of_a_newer_kith_is_refused_before_anything_else_is_read() {
    let newer = with("\"kith\":3", "\"kith\":4").replace("\"records\"", "\"deals\"");
    assert_eq!(cause(newer), Cause::Newer { format: 4 });
    assert_eq!(cause("{\"kith\" : 4294967296 , garbage"), Cause::Newer { format: 1 << 32 });
}

#[test]
fn a_file_that_is_too_large_is_refused_before_it_is_read() {
    assert_eq!(Reader::new(TOO_LARGE).unwrap_err().cause, Cause::TooLarge);
    assert!(Reader::new(TOO_LARGE - 1).is_ok());
    // One that turns out to be larger than it said.
    let mut reader = Reader::new(10).unwrap();
    let blanks = vec![b' '; 50_000_000];
    let refused = (0..20).find_map(|_| reader.feed(&blanks).err()).unwrap();
    assert_eq!(refused.cause, Cause::TooLarge);
    assert_eq!(reader.finish().unwrap_err(), refused);
}

#[test]
fn the_outermost_object_has_its_names_once_and_in_their_places() {
    assert_eq!(cause(with("\"saved\"", "\"made\"")), Cause::UnknownKey("made".into()));
    assert_eq!(cause(with("\"saved\"", "\"kith\"")), Cause::DoubleKey("kith".into()));
    assert_eq!(cause("{\"kith\":1}"), Cause::MissingKey("saved".into()));
    assert_eq!(cause("{\"kith\":1,\"saved\":\"2026-03-01T09:30:00Z\"}"), Cause::MissingKey("records".into()));
    assert_eq!(cause("{\"kith\":1,\"sha256\":\"\",\"saved\":1}"), Cause::Misplaced("saved".into()));
    assert!(matches!(cause(with("\"2026-03-01T09:30:00.000Z\"", "\"yesterday\"")), Cause::WrongType(_)));
    assert!(matches!(cause(with("\"2026-03-01T09:30:00.000Z\"", "17")), Cause::WrongType(_)));
    assert!(matches!(cause("{\"kith\":1,\"records\":[]}"), Cause::WrongType(_)));
    assert!(matches!(cause("{\"kith\":1,\"records\":null}"), Cause::WrongType(_)));
    assert!(matches!(cause("{\"kith\":1,\"history\":{}}"), Cause::WrongType(_)));
    assert_eq!(cause(bare() + "x"), Cause::Syntax);
    assert_eq!(cause(bare() + &bare()), Cause::Syntax);
    assert_eq!(cause("{\"kith\":1,}"), Cause::Syntax);
}

#[test]
fn the_lists_of_records_are_all_there_once_and_in_order() {
    assert_eq!(cause(with("\"link\":[", "\"quote\":[")), Cause::UnknownKey("quote".into()));
    assert_eq!(cause(with("\"link\":[", "\"party\":[")), Cause::DoubleKey("party".into()));
    assert_eq!(cause(with("\"link\":[", "\"order\":[")), Cause::Misplaced("order".into()));
    let (before, after) = bare().split_once(",\n\"note\":[").map(|(a, b)| (a.to_owned(), b.to_owned())).unwrap();
    let (_, after) = after.split_once("]\n").unwrap();
    let error = refused(format!("{before}{after}").replace("\"note\":1", "\"note\":0"));
    assert_eq!(error.cause, Cause::MissingKey("note".into()));
    assert!(matches!(cause(with("\"product\":[]", "\"product\":{}")), Cause::WrongType(_)));
    assert!(matches!(cause(with("\"product\":[]", "\"product\":[7]")), Cause::WrongType(_)));
    let counted = refused(with("\"party\":2", "\"party\":3"));
    assert_eq!(counted.cause, Cause::WrongCount { said: 3, found: 2 });
    assert_eq!(counted.place.section, Some(Section::Records(Kind::Party)));
    // Counts that come behind what they count.
    let text = bare();
    let counts = text.lines().find(|line| line.starts_with("\"counts\"")).unwrap();
    let late = text.replacen(counts, "", 1).replacen("\"history\":", &format!("{counts}\"history\":"), 1);
    assert_eq!(cause(late), Cause::Misplaced("counts".into()));
}

#[test]
fn a_wrong_record_is_named_with_its_place_and_its_field() {
    let error = refused(with("\"amount\":1250", "\"amount\":1e308"));
    assert!(matches!(error.cause, Cause::OutOfRange(_)), "{error}");
    let text = bare();
    let before = text.split("\"amount\":1250").next().unwrap();
    let expected = Place {
        byte: error.place.byte,
        line: before.lines().count() as u64,
        column: error.place.column,
        section: Some(Section::Records(Kind::Order)),
        index: Some(0),
        id: Some(id::<Order>(1).uuid()),
        title: Some("A-1".into()),
        field: Some("lines[0].amount".into()),
    };
    assert_eq!(*error.place, expected);
    let at = before.len() as u64 + "\"amount\":".len() as u64;
    assert!((at..at + 8).contains(&error.place.byte), "{} is not at {at}", error.place.byte);
    assert_eq!(
        error.to_string().split(" (").nth(1).unwrap().split(", line ").next(),
        Some("order 1 “A-1”, lines[0].amount")
    );
}

#[test]
fn a_record_with_a_wrong_field_is_refused_with_the_reason() {
    assert_eq!(cause(with("\"pinned\"", "\"colour\"")), Cause::UnknownKey("colour".into()));
    assert_eq!(cause(with("\"pinned\":true", "\"at\":1")), Cause::DoubleKey("at".into()));
    assert_eq!(cause(with(",\"pinned\":true", "")), Cause::MissingKey("pinned".into()));
    assert!(matches!(cause(with("\"pinned\":true", "\"pinned\":1")), Cause::WrongType(_)));
    assert!(matches!(cause(with("2026-02-28", "2026-02-30")), Cause::OutOfRange(_)));
    assert!(matches!(cause(with("\"amount\":1250", "\"amount\":99999999999999999999")), Cause::OutOfRange(_)));
    assert!(matches!(cause(with("\"quantity\":\"1\"", "\"quantity\":\"1e308\"")), Cause::WrongType(_)));
    assert!(matches!(cause(with("\"quantity\":\"1\"", "\"quantity\":\"9e\"")), Cause::WrongType(_)));
    assert!(matches!(cause(with("\"quantity\":\"1\"", "\"quantity\":\"99999999999999999999\"")), Cause::OutOfRange(_)));
    let flaw = |number, index, flaw| Cause::Flaw(FieldError { number, index, flaw });
    assert_eq!(cause(with("\"2026-02-28\"", "\"0026-02-28\"")), flaw(2, None, Flaw::OutOfRange));
    assert_eq!(cause(with("\"amount\":1250", "\"amount\":1000000000000001")), flaw(5, Some(0), Flaw::OutOfRange));
    assert_eq!(cause(with("\"name\":\"Ada\"", "\"name\":\" \"")), flaw(1, None, Flaw::Missing));
    let site = "\"websites\":[{\"used_for\":\"work\",\"value\":\"javascript:alert(1)\"}],\"name\":\"Ada\"";
    let error = refused(with("\"name\":\"Ada\"", site));
    assert_eq!(error.cause, flaw(10, Some(0), Flaw::NotAWebAddress));
    assert_eq!((error.place.index, error.place.title.as_deref()), (Some(0), Some("Ada")));
    assert_eq!(error.place.id, Some(id::<Party>(1).uuid()));
}

#[test]
fn ids_are_ids_and_stand_once() {
    assert_eq!(cause(with(&format!("\"id\":\"{}\",", party(1)), "")), Cause::MissingKey("id".into()));
    let error = refused(with(&format!("\"id\":\"{}\"", party(2)), &format!("\"id\":\"{}\"", party(1))));
    assert_eq!(error.cause, Cause::DoubleId(id::<Party>(1).uuid()));
    assert_eq!((error.place.index, error.place.title.as_deref()), (Some(1), Some("Byte \"Ltd\"")));
    assert!(matches!(cause(with(&format!("\"id\":\"{}\"", party(2)), "\"id\":\"7\"")), Cause::WrongType(_)));
    assert!(matches!(cause(with(&format!("\"id\":\"{}\"", party(2)), "\"id\":7")), Cause::WrongType(_)));
    let nil = "\"id\":\"00000000-0000-0000-0000-000000000000\"";
    assert_eq!(cause(with(nil, &format!("\"id\":\"{}\"", party(1)))), Cause::NotTheSettings);
}

#[test]
fn what_belongs_to_a_party_that_is_not_there_is_refused() {
    let of = |number: u8| format!("\"party\":\"{}\"", party(number));
    for (who, kind) in [(1, Kind::Order), (2, Kind::Note)] {
        let error = refused(with(&of(who), &of(9)));
        assert_eq!(error.cause, Cause::Dangling(id::<Party>(9).uuid()));
        assert_eq!(error.place.section, Some(Section::Records(kind)));
    }
    let error = refused(with(&format!("\"to\":\"{}\"", party(2)), &format!("\"to\":\"{}\"", party(9))));
    assert_eq!(error.cause, Cause::Dangling(id::<Party>(9).uuid()));
}

#[test]
fn what_is_not_json_is_refused_where_it_begins() {
    let error = refused(with("\"name\":\"Ada\"", "\"name\":Ada"));
    assert_eq!(error.cause, Cause::Syntax);
    assert_eq!((error.place.section, error.place.index), (Some(Section::Records(Kind::Party)), Some(0)));
    let text = bare();
    let before = text.split("\"Ada\"").next().unwrap();
    assert_eq!(error.place.line, before.lines().count() as u64);
    assert!(error.place.byte.abs_diff(before.len() as u64) <= 1);
    assert_eq!(cause(with("\"name\":\"Ada\"", "\"name\":\"A\nda\"")), Cause::Syntax);
    assert_eq!(cause(with("\"name\":\"Ada\"", "\"name\":\"\\ud800\"")), Cause::Syntax);
    assert_eq!(cause(with("\"name\":\"Ada\"", "\"name\":\"Ada\"]")), Cause::Syntax);
    assert_eq!(cause(with("\"amount\":1250", "\"amount\":0x10")), Cause::Syntax);
    assert_eq!(cause(with("\"amount\":1250", "\"amount\":NaN")), Cause::Syntax);
}

#[test]
fn text_that_is_not_utf_8_is_refused_where_it_begins() {
    let text = bare();
    let at = text.find("\"Ada\"").unwrap() + 2;
    let mut bytes = text.into_bytes();
    bytes[at] = 0xC4;
    let error = refused(&bytes);
    assert_eq!(error.cause, Cause::NotUtf8);
    assert_eq!((error.place.byte, error.place.index), (at as u64, Some(0)));
}

#[test]
fn nesting_without_end_is_refused() {
    let deep = "[".repeat(100_000);
    assert_eq!(cause(&deep), Cause::WrongFile(Looks::OtherJson));
    assert_eq!(cause(with("\"pinned\":true", &format!("\"pinned\":{deep}"))), Cause::TooDeep);
    assert_eq!(cause(with("\"pinned\":true", &format!("\"pinned\":{}", "{\"a\":".repeat(100_000)))), Cause::TooDeep);
    assert_eq!(cause(format!("{{\"kith\":{deep}")), Cause::TooDeep);
    assert_eq!(cause(with("\"product\":[]", &format!("\"product\":[{deep}]"))), Cause::TooDeep);
    // Just not too deep for being split, and still no record.
    let bearable = format!("\"pinned\":{}{}", "[".repeat(31), "]".repeat(31));
    assert!(matches!(cause(with("\"pinned\":true", &bearable)), Cause::WrongType(_)));
}

#[test]
fn a_record_without_end_is_refused() {
    let long = "a".repeat(MAX_RECORD);
    let error = read(with("Likes tea", &long).as_bytes()).unwrap_err();
    assert_eq!(error.cause, Cause::TooLong);
    assert_eq!(error.place.section, Some(Section::Records(Kind::Note)));
    assert_eq!(cause(format!("{{\"kith\":1,\"{}\":1}}", "a".repeat(2_000))), Cause::TooLong);
}

#[test]
fn a_checksum_that_differs_is_refused() {
    let text = String::from_utf8(write(&sample())).unwrap();
    assert_eq!(cause(text.replacen("Likes tea", "Likes tee", 1)), Cause::Checksum);
    assert_eq!(cause(text.replacen("\"saved\"", " \"saved\"", 1)), Cause::Checksum);
    let short = text.rfind("\"sha256\":\"").unwrap() + 10;
    assert_eq!(cause(format!("{}\"}}", &text[..short])), Cause::Checksum);
    assert!(matches!(
        cause(format!("{}}}", text[..short].replace("\"sha256\":\"", "\"sha256\":1"))),
        Cause::WrongType(_)
    ));
}

#[test]
fn a_change_that_cannot_be_read_is_refused() {
    let text = bare();
    let (_, entry) = text.split_once("\"head\":\"").unwrap();
    let (head, rest) = entry.split_once('"').unwrap();
    let ops = rest.split('"').nth(3).unwrap();
    let error = refused(with(head, "oQ=="));
    assert!(matches!(error.cause, Cause::BadChange(_)), "{error}");
    assert_eq!((error.place.section, error.place.index), (Some(Section::History), Some(0)));
    assert!(matches!(cause(with(ops, "oQ==")), Cause::BadChange(_)));
    assert!(matches!(cause(with(ops, "!!")), Cause::WrongType(_)));
    assert!(matches!(cause(with(&format!("[\"{ops}\"]"), "[]")), Cause::BadChange(_)));
    assert!(matches!(cause(with(&format!("[\"{ops}\"]"), &format!("[\"{ops}\",\"AA==\"]"))), Cause::BadChange(_)));
    assert!(matches!(cause(with(&format!("[\"{ops}\"]"), "7")), Cause::WrongType(_)));
    assert!(matches!(cause(with("\"what\":\"edit\"", "\"what\":\"eat\"")), Cause::WrongType(_)));
    assert_eq!(cause(with("\"what\":\"edit\"", "\"what\":\"bulk\"")), Cause::OtherChange);
    assert_eq!(cause(with("\"subject\":\"Tea\"", "\"subject\":\"Tee\"")), Cause::OtherChange);
    assert_eq!(cause(with("\"ops\":", "\"op\":")), Cause::UnknownKey("op".into()));
    assert_eq!(cause(with("\"ops\":", "\"head\":")), Cause::DoubleKey("head".into()));
    assert_eq!(cause(with("{\"change\":", "{\"ops\":")), Cause::Misplaced("ops".into()));
    let (before, line) = text.split_once("{\"change\":").unwrap();
    let first = format!("{{\"change\":{}", line.lines().next().unwrap());
    let double = refused(format!("{before}{first}\n{{\"change\":{line}"));
    assert_eq!(double.cause, Cause::DoubleChange);
    assert_eq!(double.place.index, Some(1));
    assert_eq!(cause(with(&format!(",\"ops\":[\"{ops}\"]"), "")), Cause::MissingKey("ops".into()));
}

#[test]
fn a_reader_that_has_refused_goes_on_refusing() {
    let text = with("\"pinned\"", "\"colour\"");
    let mut reader = Reader::new(text.len() as u64).unwrap();
    let error = reader.feed(text.as_bytes()).unwrap_err();
    assert_eq!(reader.feed(b"}").unwrap_err(), error);
    assert_eq!(reader.finish().unwrap_err(), error);
}
