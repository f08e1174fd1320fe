//! Calendar periods as numbers: one more is one period later.

use chrono::{Datelike, NaiveDate};

use super::columns::Day;

/// How the calendar is cut.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Period {
    /// From Monday to Sunday.
    Week,
    /// Calendar months.
    #[default]
    Month,
    /// January to March and so on.
    Quarter,
    /// Calendar years.
    Year,
}

impl Period {
    /// The number of the period a day falls into. Days past the calendar count as its end.
    #[must_use]
    pub fn of(self, day: Day) -> i32 {
        if self == Self::Week {
            // 1970-01-01 was a Thursday.
            return (day + 3).div_euclid(7);
        }
        let date = date(day);
        match self {
            Self::Week | Self::Month => date.year() * 12 + date.month0() as i32,
            Self::Quarter => date.year() * 4 + date.month0() as i32 / 3,
            Self::Year => date.year(),
        }
    }

    /// The first day of a period.
    #[must_use]
    pub fn first_day(self, number: i32) -> Day {
        let (year, month0) = match self {
            Self::Week => return number.saturating_mul(7).saturating_sub(3),
            Self::Month => (number.div_euclid(12), number.rem_euclid(12)),
            Self::Quarter => (number.div_euclid(4), number.rem_euclid(4) * 3),
            Self::Year => (number, 0),
        };
        let end = if year < 0 { NaiveDate::MIN } else { NaiveDate::MAX };
        NaiveDate::from_ymd_opt(year, month0.unsigned_abs() + 1, 1).unwrap_or(end).to_epoch_days()
    }

    /// Whether a period is over at the end of a day.
    #[must_use]
    pub fn over(self, number: i32, as_of: Day) -> bool {
        as_of >= self.first_day(number.saturating_add(1)) - 1
    }
}

fn date(day: Day) -> NaiveDate {
    NaiveDate::from_epoch_days(day).unwrap_or(if day < 0 { NaiveDate::MIN } else { NaiveDate::MAX })
}

#[cfg(test)]
mod tests {
    use proptest::prelude::{prop_oneof, proptest};
    use proptest::strategy::Just;

    use super::Period;

    proptest! {
        #[test]
        fn a_day_lies_within_its_period(day in -800_000..800_000i32, period in prop_oneof![Just(Period::Week), Just(Period::Month), Just(Period::Quarter), Just(Period::Year)]) {
            let number = period.of(day);
            let (first, next) = (period.first_day(number), period.first_day(number + 1));
            assert!((first..next).contains(&day));
            assert_eq!((period.of(first), period.of(next)), (number, number + 1));
            assert_eq!((period.over(number, next - 1), period.over(number, next - 2)), (true, false));
        }
    }
}
