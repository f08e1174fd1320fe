//! Reads the fixtures into the columns that the analysis takes.

#![allow(dead_code, reason = "each test file uses a part")]

use std::collections::HashMap;
use std::path::{Path, PathBuf};

use chrono::NaiveDate;
use kith::analysis::columns::{Day, Orders};
use kith::analysis::segment::Segment;

/// The three logs of orders, with the as-of day their expected values were computed for.
pub const LOGS: [(&str, &str); 3] =
    [("cdnow", "1998-07-01"), ("online_retail", "2011-12-10"), ("rfm_orders", "2006-12-31")];

/// Orders of customers, who are known by the names in the file.
pub struct Log {
    pub names: Vec<String>,
    pub customer: Vec<u32>,
    pub day: Vec<Day>,
    pub amount: Vec<i64>,
}

impl Log {
    pub fn orders(&self) -> Orders<'_> {
        Orders::new(self.names.len(), &self.customer, &self.day, &self.amount).unwrap()
    }

    pub fn number(&self) -> HashMap<&str, usize> {
        self.names.iter().enumerate().map(|(i, name)| (name.as_str(), i)).collect()
    }

    /// Customers are numbered in the sequence of the file of scores, those it leaves out come last.
    pub fn read(log: &str) -> Self {
        let rows = match log {
            "cdnow" => rows("data/cdnow_transactions.csv", |r| (r[0].into(), day(&r[1]), minor(&r[3], 2))),
            "rfm_orders" => rows("data/rfm_orders.csv", |r| (r[0].into(), day(&r[1]), minor(&r[2], 2))),
            _ => invoices(),
        };
        let mut names: Vec<String> = table(&format!("expected/20_rfm_{log}.csv"), |r| r[0].to_owned());
        let mut number: HashMap<String, u32> = names.iter().cloned().zip(0..).collect();
        let (mut customer, mut days, mut amount) = (Vec::new(), Vec::new(), Vec::new());
        for (name, day, money) in rows {
            let next = u32::try_from(names.len()).unwrap();
            customer.push(*number.entry(name.clone()).or_insert_with(|| {
                names.push(name);
                next
            }));
            days.push(day);
            amount.push(money);
        }
        Self { names, customer, day: days, amount }
    }
}

/// The lines of an invoice are one order; a cancellation is a refund since its quantities are below zero.
fn invoices() -> Vec<(String, Day, i64)> {
    let lines = table("data/online_retail_sample.csv", |r| {
        let quantity: i64 = r[2].parse().unwrap();
        (r[0].to_owned(), r[4].to_owned(), day(&r[5][..10]), quantity * minor(&r[3], 2))
    });
    let mut place: HashMap<String, usize> = HashMap::new();
    let mut sums: Vec<(String, Day, i64)> = Vec::new();
    for (invoice, customer, day, money) in lines.into_iter().filter(|line| !line.1.is_empty()) {
        let i = *place.entry(invoice).or_insert_with(|| {
            sums.push((customer, day, 0));
            sums.len() - 1
        });
        sums[i].2 += money;
    }
    sums
}

fn rows(file: &str, row: impl Fn(&csv::StringRecord) -> (String, Day, i64)) -> Vec<(String, Day, i64)> {
    table(file, row)
}

pub fn table<T>(file: &str, row: impl Fn(&csv::StringRecord) -> T) -> Vec<T> {
    csv::Reader::from_path(fixture(file)).unwrap().records().map(|record| row(&record.unwrap())).collect()
}

pub fn json(file: &str) -> serde_json::Value {
    serde_json::from_reader(std::fs::File::open(fixture(file)).unwrap()).unwrap()
}

fn fixture(file: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/fixtures").join(file)
}

pub fn day(text: &str) -> Day {
    text.parse::<NaiveDate>().unwrap().to_epoch_days()
}

/// A decimal number as whole units of its last place, exactly.
pub fn minor(text: &str, places: usize) -> i64 {
    let (whole, part) = text.split_once('.').unwrap_or((text, ""));
    let digits = part.trim_end_matches('0');
    assert!(digits.len() <= places, "{text} has more than {places} places");
    format!("{whole}{digits:0<places$}").parse().unwrap()
}

/// A number that went through floating point, back to the place it was rounded to.
pub fn rounded(text: &str, places: i32) -> i64 {
    (text.parse::<f64>().unwrap() * 10f64.powi(places)).round() as i64
}

pub fn close(found: f64, expected: f64) -> bool {
    (found - expected).abs() <= 1e-9
}

/// The names the expected values use.
pub fn segment(name: &str) -> Option<Segment> {
    Some(match name {
        "Hibernating" => Segment::Hibernating,
        "At risk" => Segment::AtRisk,
        "Can't lose them" => Segment::CannotLose,
        "About to sleep" => Segment::AboutToSleep,
        "Need attention" => Segment::NeedAttention,
        "Loyal customers" => Segment::Loyal,
        "Promising" => Segment::Promising,
        "New customers" => Segment::New,
        "Potential loyalists" => Segment::PotentialLoyalist,
        "Champions" => Segment::Champion,
        "No purchases" => return None,
        other => panic!("unknown segment {other}"),
    })
}

/// Whether two numbers agree to a relative tolerance; zero only to zero, up to rounding.
pub fn near(found: f64, expected: f64, relative: f64) -> bool {
    (found - expected).abs() <= relative * expected.abs().max(1e-300) || (expected == 0.0 && found.abs() < 1e-14)
}

pub fn number(text: &str) -> f64 {
    text.parse().unwrap()
}
