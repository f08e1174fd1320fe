//! How one customer buys from month to month: how steadily ([`super::xyz`]), and, where months stay empty, what a month can be expected
//! to bring ([`super::intermittent`]).

use super::columns::Day;
use super::history::Row;
use super::intermittent::{CROSTON_ALPHA, Pattern, Shape, croston, sba, tsb};
use super::period::Period;
use super::xyz::{CUTS, Spread, Steadiness, series};

/// Fewer months with an order than this estimate nothing.
pub const FEWEST_DEMANDS: usize = 3;

/// One customer's demand.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Demand {
    /// How much the months differ.
    pub spread: Spread,
    /// The class of that; none with too few months.
    pub steadiness: Option<Steadiness>,
    /// How many months lie between orders, and how much the amounts differ; none with fewer than [`FEWEST_DEMANDS`].
    pub shape: Option<Shape>,
    /// What a month brings; none where months are seldom empty, since the mean says it then.
    pub lumpy: Option<Lumpy>,
}

/// What a month brings, in minor units, by three methods for demand with empty months.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Lumpy {
    /// Croston.
    pub croston: f64,
    /// Syntetos and Boylan: Croston without its bias.
    pub sba: f64,
    /// Teunter, Syntetos and Babai: falls while nothing comes.
    pub tsb: f64,
}

impl Demand {
    /// Of rows sorted by day, in months that are over on the as-of day.
    #[must_use]
    pub fn of(rows: &[Row], as_of: Day) -> Self {
        let spread = Spread::of(rows, Period::Month, as_of);
        let months = series(rows, Period::Month, as_of);
        let shape = Shape::of(&months).filter(|shape| shape.nonzero >= FEWEST_DEMANDS);
        let lumpy =
            shape.filter(|shape| matches!(shape.pattern(), Pattern::Intermittent | Pattern::Lumpy)).map(|_| Lumpy {
                croston: croston(&months, CROSTON_ALPHA),
                sba: sba(&months, CROSTON_ALPHA),
                tsb: tsb(&months, CROSTON_ALPHA, CROSTON_ALPHA),
            });
        Self { spread, steadiness: spread.class(CUTS), shape, lumpy }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Amounts in the months from January 1970 on, as of a day in the month after the last.
    fn demand(months: &[i64]) -> Demand {
        let day = |month: usize| Period::Month.first_day(1970 * 12 + month as i32);
        let rows: Vec<Row> = months
            .iter()
            .enumerate()
            .filter(|(_, amount)| **amount != 0)
            .map(|(month, amount)| Row { day: day(month) + 3, amount: *amount })
            .collect();
        Demand::of(&rows, day(months.len()) + 10)
    }

    #[test]
    fn who_buys_every_month_alike_is_steady_and_needs_no_other_estimate() {
        let found = demand(&[100, 100, 110, 90, 100, 100]);
        assert_eq!((found.steadiness, found.lumpy), (Some(Steadiness::X), None));
        assert_eq!((found.spread.periods, found.spread.mean), (6, 100.0));
    }

    #[test]
    fn who_buys_now_and_then_is_estimated_and_falls_silent_by_tsb_alone() {
        let busy = demand(&[300, 0, 0, 100, 0, 0, 700, 0, 0, 200]);
        let quiet = demand(&[300, 0, 0, 100, 0, 0, 700, 0, 0, 200, 0, 0, 0, 0, 0, 0]);
        let (busy, quiet) = (busy.lumpy.unwrap(), quiet.lumpy.unwrap());
        assert_eq!(busy.croston, quiet.croston);
        assert!(busy.sba < busy.croston && quiet.tsb < busy.tsb);
        assert_eq!(demand(&[300, 0, 0, 0, 100]).lumpy, None, "two orders are too few");
        assert_eq!(demand(&[]), Demand::default());
    }
}
