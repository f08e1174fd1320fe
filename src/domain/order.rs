//! An order: what a customer bought on a day, line by line. A refund is an order whose total is negative.

use chrono::NaiveDate;
use minicbor::{Decode, Encode};
use serde::{Deserialize, Serialize};

use super::{
    bill::Bill,
    decimal::Decimal,
    flaw::{FieldError, Flaw, LINE, TEXT, length},
    id::Id,
    money::{Currency, Money},
    party::Party,
    product::Product,
    record::{Kind, Record},
};

/// One line of an order. Amounts are minor units of the order's currency.
#[derive(Debug, Clone, PartialEq, Encode, Decode, Serialize, Deserialize)]
#[cbor(map)]
#[serde(deny_unknown_fields)]
pub struct Line {
    /// What was bought, when it is in the list of products.
    #[n(0)]
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub product: Option<Id<Product>>,
    /// What stands on the line, when it is not the product's name.
    #[cbor(n(1), skip_if = "is_blank")]
    #[serde(default, skip_serializing_if = "is_blank")]
    pub text: Box<str>,
    /// How many; negative for what came back.
    #[n(2)]
    pub quantity: Decimal,
    /// The price of one in major units, when it is known; the amount counts, not this.
    #[n(3)]
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub price: Option<Decimal>,
    /// The line's amount before the discount; negative for what came back.
    #[n(4)]
    pub amount: i64,
    /// What is taken off.
    #[cbor(n(5), skip_if = "is_zero")]
    #[serde(default, skip_serializing_if = "is_zero")]
    pub discount: i64,
    /// What the whole line cost us, when it is known.
    #[n(6)]
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub cost: Option<i64>,
}

fn is_blank(text: &str) -> bool {
    text.is_empty()
}

fn is_zero(amount: &i64) -> bool {
    *amount == 0
}

impl Line {
    /// A line of one piece at that amount.
    pub fn of_amount(amount: i64) -> Self {
        Self { product: None, text: "".into(), quantity: Decimal::ONE, price: None, amount, discount: 0, cost: None }
    }

    /// What the customer pays for it.
    pub fn net(&self) -> i64 {
        self.amount.saturating_sub(self.discount)
    }
}

/// What a customer bought, or gave back, on one day.
#[derive(Debug, Clone, PartialEq, Encode, Decode, Serialize, Deserialize)]
#[cbor(map)]
#[serde(deny_unknown_fields)]
pub struct Order {
    /// Who bought.
    #[n(0)]
    pub party: Id<Party>,
    /// The number on the invoice; imports find the order again by this.
    #[cbor(n(1), skip_if = "is_blank")]
    #[serde(default, skip_serializing_if = "is_blank")]
    pub number: Box<str>,
    /// The civil day, in the workspace's time zone.
    #[cbor(n(2), with = "super::cbor::day")]
    pub day: NaiveDate,
    /// Minutes after midnight, when they are known.
    #[n(3)]
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub minute: Option<u16>,
    /// The currency of every amount in it.
    #[n(4)]
    pub currency: Currency,
    /// What was bought.
    #[n(5)]
    pub lines: Vec<Line>,
    /// The order that this one takes back, when it is known.
    #[n(6)]
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub refunds: Option<Id<Order>>,
    /// What is worth knowing of it.
    #[cbor(n(7), skip_if = "is_blank")]
    #[serde(default, skip_serializing_if = "is_blank")]
    pub note: Box<str>,
    /// Its payment; none where nobody keeps track of it.
    #[n(8)]
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub bill: Option<Box<Bill>>,
}

impl Record for Order {
    const KIND: Kind = Kind::Order;
    const FIELDS: &'static [u32] = &[0, 1, 2, 3, 4, 5, 6, 7, 8];

    fn title(&self) -> &str {
        &self.number
    }
}

impl Order {
    /// An order of lines on a day, without anything else.
    pub fn new(party: Id<Party>, day: NaiveDate, currency: Currency, lines: Vec<Line>) -> Self {
        let (number, note) = ("".into(), "".into());
        Self { party, number, day, minute: None, currency, lines, refunds: None, note, bill: None }
    }

    /// Years that an order may be of.
    pub const YEARS: std::ops::RangeInclusive<i32> = 1900..=2200;
    /// The largest amount of a line, either way: a trillion major units of a currency with three digits. Sums of a million
    /// such lines stay within `i128`, and everything a person could mean stays within the bound.
    pub const MAX_AMOUNT: i64 = 1_000_000_000_000_000;

    /// What the customer pays, in minor units; negative for a refund.
    pub fn total(&self) -> i64 {
        self.lines.iter().fold(0, |sum, line| sum.saturating_add(line.net()))
    }

    /// The total with its currency.
    pub fn money(&self) -> Money {
        Money { minor: self.total(), currency: self.currency }
    }

    /// What it cost us, when that is known of every line.
    pub fn cost(&self) -> Option<i64> {
        self.lines.iter().try_fold(0_i64, |sum, line| Some(sum.saturating_add(line.cost?)))
    }

    /// Whether something came back, on the whole.
    pub fn is_refund(&self) -> bool {
        self.total() < 0
    }

    /// Everything that is wrong with it, by field; empty when it may be saved.
    pub fn flaws(&self) -> Vec<FieldError> {
        use chrono::Datelike;
        let mut flaws: Vec<FieldError> =
            [length(1, &self.number, LINE), length(7, &self.note, TEXT)].into_iter().flatten().collect();
        if !Self::YEARS.contains(&self.day.year()) {
            flaws.push(FieldError::of(2, Flaw::OutOfRange));
        }
        if self.minute.is_some_and(|minute| minute >= 24 * 60) {
            flaws.push(FieldError::of(3, Flaw::OutOfRange));
        }
        flaws.extend(self.bill.iter().flat_map(|bill| bill.flaws(8)));
        if self.lines.is_empty() {
            flaws.push(FieldError::of(5, Flaw::Missing));
        }
        for (index, line) in self.lines.iter().enumerate() {
            let amounts = [Some(line.amount), Some(line.discount), line.cost];
            if amounts.into_iter().flatten().any(|amount| amount.unsigned_abs() > Self::MAX_AMOUNT as u64) {
                flaws.push(FieldError::at(5, index, Flaw::OutOfRange));
            } else if let Some(error) = length(5, &line.text, LINE) {
                flaws.push(FieldError::at(5, index, error.flaw));
            }
        }
        flaws
    }
}
