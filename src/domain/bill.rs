//! What is known of the payment of an order: until when, and what has come in.

use chrono::{Datelike, NaiveDate};
use minicbor::{Decode, Encode};
use serde::{Deserialize, Serialize};

use super::{
    flaw::{FieldError, Flaw},
    order::Order,
};

/// Money that came in for an order, in minor units of its currency.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Encode, Decode, Serialize, Deserialize)]
#[cbor(map)]
#[serde(deny_unknown_fields)]
pub struct Payment {
    /// The civil day.
    #[cbor(n(0), with = "super::cbor::day")]
    pub day: NaiveDate,
    /// How much; below zero for what was paid back.
    #[n(1)]
    pub amount: i64,
}

/// The payment of an order that somebody keeps track of.
#[derive(Debug, Clone, PartialEq, Eq, Default, Encode, Decode, Serialize, Deserialize)]
#[cbor(map)]
#[serde(deny_unknown_fields)]
pub struct Bill {
    /// The last day on which it is paid in time; none where nothing was agreed on.
    #[cbor(n(0), with = "super::cbor::optional_day", skip_if = "Option::is_none")]
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub due: Option<NaiveDate>,
    /// What came in, in the order in which it was written down.
    #[cbor(n(1), skip_if = "Vec::is_empty")]
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub payments: Vec<Payment>,
}

/// How it stands with the payment of an order.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Paid {
    /// All of it, or more.
    Whole,
    /// Not all, and there is time, or no day was agreed on.
    Open,
    /// Not all, and the day is gone.
    Late {
        /// Since so many days.
        days: i32,
    },
}

impl Bill {
    /// The most payments of one order.
    pub const MOST: usize = 1_000;

    /// What came in up to a day.
    pub fn received(&self, on: NaiveDate) -> i64 {
        let came = self.payments.iter().filter(|payment| payment.day <= on);
        came.fold(0, |sum, payment| sum.saturating_add(payment.amount))
    }

    /// Everything that is wrong with it, each as a flaw of the field `number`: without a place of the due day, with one of a payment.
    pub(super) fn flaws(&self, number: u32) -> Vec<FieldError> {
        let is_wrong = |day: &NaiveDate| !Order::YEARS.contains(&day.year());
        let mut flaws = Vec::new();
        if self.due.as_ref().is_some_and(is_wrong) || self.payments.len() > Self::MOST {
            flaws.push(FieldError::of(number, Flaw::OutOfRange));
        }
        for (place, payment) in self.payments.iter().enumerate() {
            if is_wrong(&payment.day) || payment.amount.unsigned_abs() > Order::MAX_AMOUNT as u64 {
                flaws.push(FieldError::at(number, place, Flaw::OutOfRange));
            } else if payment.amount == 0 {
                flaws.push(FieldError::at(number, place, Flaw::Missing));
            }
        }
        flaws
    }
}

impl Order {
    /// What has still to come in, minor units; nothing of what nobody keeps track of, of refunds, and of what is paid.
    pub fn owed(&self, on: NaiveDate) -> i64 {
        let Some(bill) = &self.bill else { return 0 };
        self.total().saturating_sub(bill.received(on)).max(0)
    }

    /// How it stands with the payment; none where nobody keeps track of it, and of refunds.
    pub fn paid(&self, on: NaiveDate) -> Option<Paid> {
        let bill = self.bill.as_ref().filter(|_| self.total() > 0)?;
        if self.owed(on) == 0 {
            return Some(Paid::Whole);
        }
        let late = bill.due.map(|due| (on - due).num_days() as i32).filter(|days| *days > 0);
        Some(late.map_or(Paid::Open, |days| Paid::Late { days }))
    }

    /// The order with what was owed paid on a day.
    #[must_use]
    pub fn settled(mut self, on: NaiveDate) -> Self {
        let amount = match &self.bill {
            None => self.total().max(0),
            Some(_) => self.owed(on),
        };
        if amount > 0 {
            self.bill.get_or_insert_default().payments.push(Payment { day: on, amount });
        }
        self
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;
    use uuid::Uuid;

    use super::*;
    use crate::domain::{id::Id, money::Currency, order::Line};

    fn day(text: &str) -> NaiveDate {
        text.parse().unwrap()
    }

    fn order(amount: i64, bill: Option<Bill>) -> Order {
        let lines = vec![Line::of_amount(amount)];
        Order { bill: bill.map(Box::new), ..Order::new(Id::new(Uuid::nil()), day("2026-01-10"), Currency::EUR, lines) }
    }

    #[test]
    fn what_nobody_keeps_track_of_is_neither_open_nor_paid() {
        assert_eq!(order(500, None).paid(day("2030-01-01")), None);
        assert_eq!(order(500, None).owed(day("2030-01-01")), 0);
        assert_eq!(order(-500, Some(Bill::default())).paid(day("2030-01-01")), None, "a refund is owed by us");
    }

    #[test]
    fn an_order_is_late_from_the_day_after_it_was_due_until_all_has_come_in() {
        let part = Payment { day: day("2026-02-01"), amount: 200 };
        let order = order(500, Some(Bill { due: Some(day("2026-01-24")), payments: vec![part] }));
        assert_eq!(order.paid(day("2026-01-24")), Some(Paid::Open));
        assert_eq!(order.paid(day("2026-01-25")), Some(Paid::Late { days: 1 }));
        assert_eq!((order.owed(day("2026-01-31")), order.owed(day("2026-02-01"))), (500, 300));
        let order = order.settled(day("2026-02-03"));
        assert_eq!(order.paid(day("2026-02-03")), Some(Paid::Whole));
        assert_eq!(order.paid(day("2026-02-02")), Some(Paid::Late { days: 9 }), "as it stood before");
    }

    #[test]
    fn a_payment_of_nothing_and_days_of_other_centuries_are_flaws() {
        let bad = Bill {
            due: Some(day("0026-01-24")),
            payments: vec![
                Payment { day: day("2026-01-01"), amount: 0 },
                Payment { day: day("3026-01-01"), amount: 1 },
            ],
        };
        let found = bad.flaws(8);
        assert_eq!(found.iter().map(|flaw| flaw.index).collect::<Vec<_>>(), [None, Some(0), Some(1)]);
    }

    proptest! {
        #[test]
        fn settling_leaves_nothing_owed_and_settling_twice_is_settling_once(
            amount in -1_000..1_000i64,
            part in 0..1_500i64,
            tracked in any::<bool>(),
        ) {
            let on = day("2026-03-01");
            let bill = Bill { due: None, payments: vec![Payment { day: on, amount: part }] };
            let settled = order(amount, tracked.then_some(bill)).settled(on);
            prop_assert_eq!(settled.owed(on), 0);
            prop_assert_eq!(settled.clone().settled(on), settled);
        }
    }
}
