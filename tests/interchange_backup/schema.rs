//! The schema that the repository hands out says what the program writes.

use boon::{Compiler, SchemaIndex, Schemas};
use proptest::prelude::*;
use serde_json::{Value, json};

use super::books::{sample, workspace, write, write_chunks};

fn schema() -> (Schemas, SchemaIndex) {
    let schema = serde_json::from_str(include_str!("../../src/interchange/backup/schema.json")).unwrap();
    let (mut schemas, mut compiler) = (Schemas::new(), Compiler::new());
    compiler.add_resource("backup.json", schema).unwrap();
    let index = compiler.compile("backup.json", &mut schemas).unwrap();
    (schemas, index)
}

fn fits(backup: &Value) -> Result<(), String> {
    let (schemas, index) = schema();
    schemas.validate(backup, index).map_err(|error| format!("{error:#}"))
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    #[test]
    fn every_backup_fits_the_schema(workspace in workspace(0..40)) {
        let backup = serde_json::from_slice(&write(&workspace)).unwrap();
        prop_assert_eq!(fits(&backup), Ok(()));
    }
}

#[test]
fn a_backup_without_history_fits_the_schema() {
    let (chunks, _) = write_chunks(&sample(), false).unwrap();
    assert_eq!(fits(&serde_json::from_slice(&chunks.concat()).unwrap()), Ok(()));
}

#[test]
fn the_schema_refuses_what_the_program_refuses() {
    let sound: Value = serde_json::from_slice(&write(&sample())).unwrap();
    for (place, wrong) in [
        ("/kith", json!(4)),
        ("/saved", json!("yesterday")),
        ("/records/party/0/name", json!("")),
        ("/records/party/0/roles/0", json!("friend")),
        ("/records/order/0/lines", json!([])),
        ("/records/order/0/lines/0/amount", json!(12.5)),
        ("/records/order/0/lines/0/quantity", json!(1)),
        ("/records/order/0/lines/0/colour", json!(1)),
        ("/records/note", json!(null)),
        ("/records/view/0/name", json!("")),
        ("/records/survey/0/answer", json!(6)),
        ("/records/survey/0/question", json!("mood")),
        ("/records/interaction/0/channel", json!(null)),
        ("/records/interaction/0/minutes", json!(10_081)),
        ("/records/task/0/title", json!("")),
        ("/records/task/0/minute", json!(1_440)),
        ("/records/task/0/repeat/every", json!(0)),
        ("/records/promise/0/state", json!({ "kept": "2026-02-28", "broken": "2026-02-28" })),
        ("/records/promise/0/by", json!(null)),
        ("/records/deal/0/title", json!(" ".repeat(1_001))),
        ("/records/deal/0/probability", json!(101)),
        ("/records/deal/0/standing", json!("maybe")),
        ("/records/quote", json!([])),
        ("/history/0/change/what", json!("eat")),
        ("/history/0/ops", json!("oQ==")),
    ] {
        let mut backup = sound.clone();
        let (object, name) = place.rsplit_once('/').unwrap();
        match backup.pointer_mut(object).unwrap() {
            Value::Array(list) => list[name.parse::<usize>().unwrap()] = wrong,
            object => object[name] = wrong,
        }
        assert!(fits(&backup).is_err(), "{place}");
    }
}
