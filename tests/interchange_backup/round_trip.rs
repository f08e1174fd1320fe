//! What goes out comes back.

use kith::{
    domain::{
        change::{Op, inverse},
        edit::revert,
        fields::Key,
        id::{Id, Mint},
        order::{Line, Order},
        party::Party,
        record::{Kind, Record, Row},
    },
    interchange::{
        backup::{Cause, Reader, WriteError, Writer},
        journal,
    },
};
use proptest::prelude::*;

use super::books::{SAVED, Workspace, contents, id, read, read_in, restored, sample, workspace, write, write_chunks};

proptest! {
    #[test]
    fn a_backup_brings_back_every_record_and_every_change(workspace in workspace(0..30), piece in 1..2_000_usize) {
        let text = write(&workspace);
        let backup = read_in(&text, piece).unwrap();
        prop_assert_eq!(backup.saved, SAVED);
        let back = restored(backup);
        prop_assert_eq!(contents(&back.book), contents(&workspace.book));
        prop_assert_eq!(&back.journal, &workspace.journal);
        let order = |workspace: &Workspace| workspace.book.orders.iter().map(|(_, row)| row.id).collect::<Vec<_>>();
        prop_assert_eq!(order(&back), order(&workspace));
        prop_assert_eq!(write(&back), text);
    }

    #[test]
    fn undo_goes_on_working_after_a_restore(workspace in workspace(1..20)) {
        let back = restored(read(&write(&workspace)).unwrap());
        let undone = |workspace: &Workspace| {
            let mut book = workspace.book.clone();
            for entry in workspace.journal.iter().rev() {
                let taken = revert(&book, inverse(journal::decode_ops(&entry.body).unwrap()));
                taken.ops.iter().for_each(|op| book.apply(op, 99).unwrap());
            }
            contents(&book)
        };
        prop_assert_eq!(undone(&back), undone(&workspace));
    }

    #[test]
    fn one_record_is_one_line(workspace in workspace(0..20)) {
        let text = String::from_utf8(write(&workspace)).unwrap();
        let lines = text.lines().filter(|line| line.starts_with("{\"id\":")).count();
        let records: usize = Kind::ALL.into_iter().map(|kind| workspace.book.count(kind)).sum();
        prop_assert_eq!(lines, records);
        prop_assert_eq!(text.lines().filter(|line| line.starts_with("{\"change\":")).count(), workspace.journal.len());
    }
}

/// A backup without records as another format has it, without its checksum and the lists that did not exist then.
fn earlier(format: u32, without: &[&str]) -> String {
    let text = String::from_utf8(write(&Workspace::default())).unwrap();
    let mut old = text.replace("\"kith\":3", &format!("\"kith\":{format}"));
    for list in without {
        old = old.replace(&format!(",\"{list}\":0"), "").replace(&format!(",\n\"{list}\":[]"), "");
    }
    format!("{}}}", old.split(",\n\"sha256\"").next().unwrap())
}

#[test]
fn a_backup_of_before_there_were_views_or_answers_is_read() {
    for (format, without) in [
        (1, vec!["view", "survey", "interaction", "task", "promise", "deal"]),
        (2, vec!["survey", "interaction", "task", "promise", "deal"]),
    ] {
        let old = earlier(format, &without);
        assert!(read(old.as_bytes()).is_ok(), "{old}");
        let missing = earlier(format + 1, &without);
        assert_eq!(read(missing.as_bytes()).unwrap_err().cause, Cause::MissingKey(without[0].into()));
    }
}

#[test]
fn a_change_whose_one_operation_is_longer_than_many_pieces_comes_back() {
    let mut workspace = sample();
    let order = workspace.book.get::<Order>(id(1)).unwrap().data.clone();
    let lines = (0..200_000).map(Line::of_amount).collect();
    let record = Row::new(id::<Order>(5), Order { lines, ..order }).encode();
    assert!(record.len() > 20 * Writer::CHUNK);
    workspace.change(vec![Op::Create { kind: Kind::Order, id: id::<Order>(5).uuid(), record }], "long");
    let back = restored(read(&write(&workspace)).unwrap());
    assert_eq!(back.journal, workspace.journal);
    assert_eq!(contents(&back.book), contents(&workspace.book));
}

#[test]
fn other_programs_read_a_backup() {
    let workspace = sample();
    let json: serde_json::Value = serde_json::from_slice(&write(&workspace)).unwrap();
    assert_eq!(json["kith"], 3);
    assert_eq!(json["records"]["survey"][0]["question"], "csat");
    assert_eq!(json["records"]["survey"][0]["channel"], "phone");
    assert_eq!(json["records"]["interaction"][0]["mood"], "pleased");
    assert_eq!(json["records"]["deal"][0]["standing"], "won");
    assert_eq!(json["saved"], "2026-03-01T09:30:00.000Z");
    assert_eq!(json["counts"]["party"], 2);
    let order = &json["records"]["order"][0];
    assert_eq!(order["id"], id::<Order>(1).to_string());
    assert_eq!(order["lines"][0]["amount"], 1250);
    assert_eq!(order["day"], "2026-02-28");
    assert_eq!(json["records"]["party"][1]["_unknown"]["900"], "ZWxhdGVy");
    let entries = json["history"].as_array().unwrap();
    let change = entries.iter().map(|entry| &entry["change"]).find(|change| change["subject"] == "Tea").unwrap();
    assert_eq!(change["deleted"], 1);
    let mut turns = entries.iter().map(|entry| &entry["change"]["turn"]["undo"]);
    assert!(turns.any(|undone| undone == "2023-11-14T22:13:20.000Z/0/ab"));
}

#[test]
fn an_empty_workspace_comes_back_empty() {
    let back = restored(read(&write(&Workspace::default())).unwrap());
    assert!(contents(&back.book).is_empty() && back.journal.is_empty());
}

#[test]
fn history_that_is_left_out_is_said_to_be() {
    let (chunks, written) = write_chunks(&sample(), false).unwrap();
    let text = chunks.concat();
    assert!(written.is_sound());
    assert!(String::from_utf8_lossy(&text).contains("\"history\":null"));
    let backup = read(&text).unwrap();
    assert_eq!(backup.history, None);
    assert_eq!(contents(&backup.book), contents(&sample().book));
}

#[test]
fn a_byte_order_mark_and_blanks_do_no_harm() {
    let text = write(&sample());
    let marked = [b"\xEF\xBB\xBF", &text[..]].concat();
    assert!(read(&marked).is_ok() && read_in(&marked, 1).is_ok());
    assert!(read(&[&text[..], b"\r\n\n"].concat()).is_ok());
    // Laid out anew by another program, without the checksum.
    let mut json: serde_json::Map<String, serde_json::Value> = serde_json::from_slice(&text).unwrap();
    json.remove("sha256");
    let mut pretty = String::from("\n {\"kith\": 3");
    for key in ["history", "saved", "counts", "records"] {
        // serde_json's map sorts its names; the lists of records have an order of their own.
        let value = match key {
            "records" => {
                let of = |kind: &str| format!("\n\"{kind}\" :\t{:#}", json["records"][kind]);
                let kinds = Kind::ALL.map(|kind| of(serde_json::to_value(kind).unwrap().as_str().unwrap()));
                format!("{{{}}}", kinds.join(" ,"))
            }
            "history" => {
                let of = |entry: &serde_json::Value| {
                    format!(
                        "{{\"change\":{:#},\"head\":{},\"ops\":{:#}}}",
                        entry["change"], entry["head"], entry["ops"]
                    )
                };
                format!("[{}]", json["history"].as_array().unwrap().iter().map(of).collect::<Vec<_>>().join(",\n\n"))
            }
            _ => format!("{:#}", json[key]),
        };
        pretty += &format!(",\r\n  \"{key}\" : {value}");
    }
    pretty += " }\n";
    let back = restored(read_in(pretty.as_bytes(), 7).unwrap());
    assert_eq!(write(&back), text);
}

#[test]
fn a_field_that_was_unknown_when_it_was_saved_is_known_to_a_later_version() {
    // The version that saved this did not know field 17, "about", yet.
    let text = String::from_utf8(write(&sample())).unwrap();
    let (before, _) = text.split_once(",\n\"sha256\"").unwrap();
    let older = before.replace("\"_unknown\":{\"900\":\"ZWxhdGVy\"}", "\"_unknown\":{\"17\":\"ZWxhdGVy\"}") + "}";
    let back = read(older.as_bytes()).unwrap().book;
    let row = back.get::<Party>(id(2)).unwrap();
    assert_eq!(row.data.about, "later");
    assert!(row.unknown().is_empty());
    assert!(row.fields().get(Key::field(17)).is_some());
}

#[test]
fn a_book_that_changes_while_it_is_written_is_told() {
    let mut workspace = sample();
    let mut writer = Writer::new(&workspace.book, SAVED, true);
    let record = Row::new(id::<Party>(4), Party::customer("Late")).encode();
    workspace.change(vec![Op::Create { kind: Kind::Party, id: id::<Party>(4).uuid(), record }], "Late");
    assert_eq!(writer.next_chunk(&workspace.book), Err(WriteError::Changed));
    assert_eq!(writer.finish(&workspace.book), Err(WriteError::Changed));
}

#[test]
fn a_change_that_cannot_be_read_is_told_before_it_spoils_the_backup() {
    for spoil in
        [|body: &mut Vec<u8>| body.truncate(3), |body: &mut Vec<u8>| body.push(0), |body: &mut Vec<u8>| body.clear()]
    {
        let mut workspace = sample();
        spoil(&mut workspace.journal[2].body);
        assert!(matches!(write_chunks(&workspace, true), Err(WriteError::Damaged { index: 2, .. })));
        assert!(write_chunks(&workspace, false).is_ok());
    }
    let mut workspace = sample();
    workspace.journal[1].head.pop();
    assert!(matches!(write_chunks(&workspace, true), Err(WriteError::Damaged { index: 1, .. })));
}

#[test]
fn a_record_for_which_the_backup_would_be_refused_is_told_when_it_is_saved() {
    let mut workspace = sample();
    let orphan = Order { party: id(77), ..workspace.book.get::<Order>(id(1)).unwrap().data.clone() };
    let record = Row::new(id::<Order>(7), orphan).encode();
    workspace.change(vec![Op::Create { kind: Kind::Order, id: id::<Order>(7).uuid(), record }], "");
    let record = Row::new(id::<Party>(8), Party::customer(" ")).encode();
    workspace.change(vec![Op::Create { kind: Kind::Party, id: id::<Party>(8).uuid(), record }], "");
    let (chunks, written) = write_chunks(&workspace, true).unwrap();
    assert!(!written.is_sound());
    let told: Vec<_> = written.faults.iter().map(|fault| (fault.kind, fault.id, fault.cause.clone())).collect();
    let refused = read(&chunks.concat()).unwrap_err();
    assert_eq!(told[0], (Kind::Party, id::<Party>(8).uuid(), refused.cause));
    assert_eq!(told[1], (Kind::Order, id::<Order>(7).uuid(), Cause::Dangling(id::<Party>(77).uuid())));
}

/// What a shop of ten years has, brought in by one import.
fn large(parties: u32, orders: u32) -> Workspace {
    let mut mint = Mint::new([1, 2, 3, 4, 5, 6]);
    let mut now = 1_700_000_000_000;
    fn create<T: Record>(ops: &mut Vec<Op>, id: Id<T>, data: T) {
        ops.push(Op::Create { kind: T::KIND, id: id.uuid(), record: Row::new(id, data).encode() });
    }
    let mut ops = Vec::new();
    for number in 0..parties {
        let party: Id<Party> = mint.id(now);
        let reference = format!("K{number}");
        create(&mut ops, party, Party { reference, ..Party::customer(format!("Customer {number} 客戶")) });
        for order in 0..orders {
            now += 1;
            let data = Order {
                number: format!("{number}-{order}").into(),
                ..Order::new(
                    party,
                    chrono::NaiveDate::from_yo_opt(2024, 1 + (number + order) % 366).unwrap(),
                    kith::domain::money::Currency::EUR,
                    vec![Line::of_amount(i64::from(number) * 7 + i64::from(order))],
                )
            };
            create(&mut ops, mint.id(now), data);
        }
    }
    let mut workspace = Workspace::default();
    workspace.change(ops, "orders.csv");
    workspace
}

#[test]
fn a_hundred_thousand_customers_come_back_with_their_import() {
    let workspace = large(100_000, 1);
    let (chunks, written) = write_chunks(&workspace, true).unwrap();
    let (last, full) = chunks.split_last().unwrap();
    assert!(full.iter().all(|chunk| (Writer::CHUNK..2 * Writer::CHUNK).contains(&chunk.len())));
    assert!(last.len() < 2 * Writer::CHUNK && written.is_sound());
    let text = chunks.concat();
    let backup = read_in(&text, Reader::PIECE).unwrap();
    assert_eq!(backup.book.count(Kind::Party), 100_000);
    let back = restored(backup);
    assert_eq!(back.journal, workspace.journal);
    assert!(write(&back) == text);
    let party = back.book.parties.at(99_999).unwrap();
    assert_eq!(party.data.name, "Customer 99999 客戶");
    assert_eq!(back.book.slots_of::<Order>(party.id).len(), 1);
}
