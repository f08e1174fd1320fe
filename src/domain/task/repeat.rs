//! When a task comes again.

use chrono::{Datelike, Days, Months, NaiveDate};
use minicbor::{Decode, Encode};
use serde::{Deserialize, Serialize};

use crate::domain::flaw::Flaw;

/// What a repetition is counted in.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default, Encode, Decode, Serialize, Deserialize)]
#[cbor(index_only)]
#[serde(rename_all = "kebab-case")]
pub enum Unit {
    /// Days.
    #[n(0)]
    Days,
    /// Weeks.
    #[default]
    #[n(1)]
    Weeks,
    /// Months.
    #[n(2)]
    Months,
    /// Years.
    #[n(3)]
    Years,
}

impl Unit {
    /// Every unit, in the order in which a form offers them.
    pub const ALL: [Self; 4] = [Self::Days, Self::Weeks, Self::Months, Self::Years];
}

/// Every so many days, weeks, months or years.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Encode, Decode, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Repeat {
    /// How many: 1 to [`Repeat::MOST`].
    #[n(0)]
    pub every: u16,
    /// Of what.
    #[n(1)]
    pub unit: Unit,
    /// The day of the month on which it really falls, 29 to 31, while a shorter month makes it fall earlier.
    #[n(2)]
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub anchor: Option<u8>,
}

impl Repeat {
    /// The most units between two.
    pub const MOST: u16 = 999;

    /// What is wrong with it, if anything is.
    pub fn flaw(self) -> Option<Flaw> {
        let is_sound = (1..=Self::MOST).contains(&self.every) && self.anchor.is_none_or(|day| (29..=31).contains(&day));
        (!is_sound).then_some(Flaw::OutOfRange)
    }

    /// The day after `due` on which it comes again, the first that is not before `today`, with the repetition as it goes on from
    /// there. None beyond the calendar, and for a repetition that has a flaw.
    pub fn after(self, due: NaiveDate, today: NaiveDate) -> Option<(NaiveDate, Self)> {
        let every = u32::from(self.every);
        if self.flaw().is_some() {
            return None;
        }
        match self.unit {
            Unit::Days => Some((in_days(due, every, today)?, Self { anchor: None, ..self })),
            Unit::Weeks => Some((in_days(due, every * 7, today)?, Self { anchor: None, ..self })),
            Unit::Months => self.in_months(due, every, today),
            Unit::Years => self.in_months(due, every * 12, today),
        }
    }

    fn in_months(self, due: NaiveDate, step: u32, today: NaiveDate) -> Option<(NaiveDate, Self)> {
        // The anchor counts only where the month is why the day is another one: not after somebody moved the due day.
        let is_last = due.succ_opt().is_some_and(|next| next.day() == 1);
        let anchor = self.anchor.map(u32::from).filter(|anchor| is_last && *anchor > due.day()).unwrap_or(due.day());
        let first = due.with_day(1)?;
        let at = |steps: u32| {
            let month = first.checked_add_months(Months::new(step.checked_mul(steps)?))?;
            let last = (28..=31).rev().find_map(|day| month.with_day(day))?;
            Some(month.with_day(anchor).unwrap_or(last))
        };
        let apart = (today.year() - due.year()) * 12 + today.month() as i32 - due.month() as i32;
        let mut steps = (u32::try_from(apart).unwrap_or_default() / step).max(1);
        let mut next = at(steps)?;
        while next < today {
            steps += 1;
            next = at(steps)?;
        }
        let anchor = (anchor > 28).then_some(anchor as u8);
        Some((next, Self { anchor, ..self }))
    }
}

fn in_days(due: NaiveDate, step: u32, today: NaiveDate) -> Option<NaiveDate> {
    let apart = u64::try_from(today.signed_duration_since(due).num_days()).unwrap_or_default();
    let steps = apart.div_ceil(u64::from(step)).max(1);
    due.checked_add_days(Days::new(steps * u64::from(step)))
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn day(text: &str) -> NaiveDate {
        text.parse().unwrap()
    }

    fn chain(every: u16, unit: Unit, from: &str, times: usize) -> Vec<String> {
        let (mut due, mut repeat) = (day(from), Repeat { every, unit, anchor: None });
        (0..times)
            .map(|_| {
                (due, repeat) = repeat.after(due, due).unwrap();
                due.to_string()
            })
            .collect()
    }

    #[test]
    fn the_thirty_first_comes_back_after_a_shorter_month() {
        let days = chain(1, Unit::Months, "2026-01-31", 4);
        assert_eq!(days, ["2026-02-28", "2026-03-31", "2026-04-30", "2026-05-31"]);
        let leaps = chain(1, Unit::Years, "2024-02-29", 4);
        assert_eq!(leaps, ["2025-02-28", "2026-02-28", "2027-02-28", "2028-02-29"]);
        assert_eq!(chain(2, Unit::Months, "2026-12-30", 2), ["2027-02-28", "2027-04-30"]);
    }

    #[test]
    fn a_due_day_that_was_moved_forgets_the_thirty_first() {
        let repeat = Repeat { every: 1, unit: Unit::Months, anchor: Some(31) };
        let (next, repeat) = repeat.after(day("2026-02-20"), day("2026-02-20")).unwrap();
        assert_eq!((next, repeat.anchor), (day("2026-03-20"), None));
    }

    #[test]
    fn what_was_missed_is_not_caught_up_with() {
        let weekly = Repeat { every: 1, unit: Unit::Weeks, anchor: None };
        assert_eq!(weekly.after(day("2026-03-02"), day("2026-03-16")).unwrap().0, day("2026-03-16"));
        assert_eq!(weekly.after(day("2026-03-02"), day("2026-03-17")).unwrap().0, day("2026-03-23"));
        assert_eq!(weekly.after(day("2026-03-02"), day("2026-02-20")).unwrap().0, day("2026-03-09"), "done early");
    }

    #[test]
    fn beyond_the_calendar_nothing_comes_again() {
        let yearly = Repeat { every: 999, unit: Unit::Years, anchor: None };
        assert_eq!(yearly.after(NaiveDate::MAX, NaiveDate::MAX), None);
        assert_eq!(Repeat { every: 0, ..yearly }.after(day("2026-01-01"), day("2026-01-01")), None);
    }

    fn days() -> impl Strategy<Value = NaiveDate> {
        (0..40_000_i32).prop_map(|number| crate::domain::day::from_number(number).unwrap())
    }

    proptest! {
        #[test]
        fn the_next_one_is_after_the_due_day_not_past_and_the_first_of_those(
            every in 1..40_u16,
            unit in prop::sample::select(Unit::ALL.to_vec()),
            due in days(),
            today in days(),
        ) {
            let repeat = Repeat { every, unit, anchor: None };
            let (next, going_on) = repeat.after(due, today).unwrap();
            prop_assert!(next > due && next >= today);
            prop_assert_eq!(going_on.flaw(), None);
            // One after the other comes to the same day.
            let (mut one, mut by_one) = repeat.after(due, due).unwrap();
            while one < today {
                (one, by_one) = by_one.after(one, one).unwrap();
            }
            prop_assert_eq!((one, by_one), (next, going_on));
        }
    }
}
