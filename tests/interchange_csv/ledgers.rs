//! The three public ledgers come in as they are.

use kith::interchange::csv::{
    Confidence, Encoding, Target, Value,
    check::read_row,
    columns::{FileKind, lacks},
    date::Form,
    marks,
    number::Mark,
    scaled::{Rounding, Scaled},
};

use crate::{Opened, open};

fn ledger(name: &str) -> Opened {
    let path = format!("{}/tests/fixtures/data/{name}", env!("CARGO_MANIFEST_DIR"));
    let opened = open(&std::fs::read(path).unwrap()).unwrap();
    assert_eq!(opened.recognised.encoding.encoding, Encoding::Utf8);
    assert_eq!(opened.recognised.confidence, Confidence::Certain);
    assert_eq!(opened.suggested.plan.kind, FileKind::Orders);
    assert_eq!(lacks(opened.suggested.plan.kind, &opened.suggested.plan.targets), []);
    assert_eq!(opened.checked.problems, []);
    opened
}

/// The sum over a column in cents.
fn cents(opened: &Opened, amount: impl Fn(&dyn Fn(Target) -> Scaled) -> Scaled) -> i64 {
    let mut problems = Vec::new();
    let rows = (0..opened.table.len()).map(|row| {
        let row = read_row(&opened.table, &opened.suggested.plan, row, &mut problems);
        let number = |target| match row.get(target) {
            Some(Value::Number(number)) => number.value,
            other => panic!("{target:?} is {other:?}"),
        };
        amount(&number).to_units(2, Rounding::Refuse).unwrap()
    });
    rows.sum()
}

#[test]
fn invoice_lines_with_refunds_come_in() {
    let opened = ledger("online_retail_sample.csv");
    assert_eq!(opened.table.len(), 21_806);
    assert_eq!(
        opened.fields(),
        [
            ("invoice", Target::OrderNumber),
            ("sku", Target::ProductCode),
            ("qty", Target::Quantity),
            ("price", Target::UnitPrice),
            ("customer_id", Target::CustomerReference),
            ("datetime", Target::OrderDate),
            ("country", Target::Country),
        ]
    );
    assert_eq!(opened.row(0), ["536477", "21314", "48", "1.85", "16210", "2010-12-01 12:27", "United Kingdom"]);
    assert_eq!(opened.suggested.plan.marks[3], Mark::Point);
    assert_eq!(opened.suggested.marks[3], marks::Evidence::Certain);
    assert_eq!(opened.suggested.plan.forms[5], Form::Ymd);
    let price = cents(&opened, |number| number(Target::Quantity).times(number(Target::UnitPrice)).unwrap());
    let refunds = (0..opened.table.len()).filter(|row| opened.table.cell(*row, 2).starts_with('-')).count();
    // Computed with Python's `decimal`.
    assert_eq!((price, refunds), (76_381_298, 505));
}

#[test]
fn single_purchases_come_in() {
    let opened = ledger("cdnow_transactions.csv");
    assert_eq!(opened.table.len(), 6_919);
    assert_eq!(
        opened.fields(),
        [
            ("customer_id", Target::CustomerReference),
            ("date", Target::OrderDate),
            ("quantity", Target::Quantity),
            ("amount", Target::LineTotal),
        ]
    );
    assert_eq!(cents(&opened, |number| number(Target::LineTotal)), 24_409_194);
}

#[test]
fn a_customer_id_that_is_a_name_is_taken_for_the_name() {
    let opened = ledger("rfm_orders.csv");
    assert_eq!(opened.table.len(), 4_906);
    assert_eq!(
        opened.fields(),
        [("customer_id", Target::CustomerName), ("order_date", Target::OrderDate), ("revenue", Target::LineTotal)]
    );
    assert_eq!(cents(&opened, |number| number(Target::LineTotal)), 46_415_800);
}
