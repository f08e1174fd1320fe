//! The questions of insights and their answers as contents of parcels.

use crate::{
    analysis::{
        columns::ColumnsError,
        curve::Curve,
        insights::{
            forecast::Forecast,
            hours::Hours,
            movement::Movement,
            outlook::{Model, Outlook},
            overview::{Overview, Stretch},
            profitability::{Profitability, SHARES},
            retention::Retention,
            steadiness::Steadiness,
            together::{Lines, Together},
            trial::Trial,
            unusual::Unusual,
        },
        ladder::{Flag, Missing, Rung, Standing},
        period::Period,
        rules::baskets::BasketsError,
        whale::Whale,
    },
    domain::settings::Measure,
};

use super::{
    line::Topic,
    parcel::{Carried, Parcel, carried},
    question::Asked,
};

/// Orders and their lines as columns.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct LinesAsked {
    /// How many customers there are.
    pub customers: u32,
    /// How many products there are.
    pub items: u32,
    /// The slot of who placed each order.
    pub buyer: Vec<u32>,
    /// The order of each line, by its place in `buyer`.
    pub order: Vec<u32>,
    /// The slot of the product of each line.
    pub item: Vec<u32>,
}

impl LinesAsked {
    /// Looks for what is bought together.
    ///
    /// # Errors
    /// Never for lines read from a book.
    pub fn answer(&self) -> Result<Together, BasketsError> {
        Together::new(&Lines {
            customers: self.customers as usize,
            items: self.items as usize,
            buyer: &self.buyer,
            order: &self.order,
            item: &self.item,
        })
    }
}

/// Answers a question about orders; `detail` is the number of days, or the period, as the topic has it.
///
/// # Errors
/// Never for columns from a ledger.
pub fn answer_insight(topic: Topic, asked: &Asked, detail: i32, reply: &mut Parcel) -> Result<(), ColumnsError> {
    let (orders, as_of) = (asked.orders()?, asked.as_of());
    match topic {
        Topic::Outlook => reply.put(&Outlook::new(&orders, as_of)),
        Topic::Retention => reply.put(&Retention::new(&orders, as_of, period(detail))),
        Topic::Unusual => reply.put(&Unusual::new(&orders, as_of)),
        Topic::Overview => reply.put(&Overview::new(&orders, as_of, detail)),
        Topic::Movement => {
            let margin = asked.measure() == Measure::Margin;
            reply.put(&Movement::new(&orders, as_of, detail, asked.cuts(), margin, asked.scale()));
        }
        Topic::Steadiness => {
            let margin = asked.measure() == Measure::Margin;
            reply.put(&Steadiness::new(&orders, as_of, asked.cuts(), margin));
        }
        _ => {}
    }
    Ok(())
}

/// Works out who earns and who costs, with the minutes that each customer took.
///
/// # Errors
/// Never for columns from a ledger.
pub fn answer_profitability(asked: &Asked, minutes: &[u32]) -> Result<Profitability, ColumnsError> {
    Ok(Profitability::new(&asked.orders()?, asked.as_of(), asked.cuts(), minutes))
}

/// The period of a code; months for codes that are none.
fn period(code: i32) -> Period {
    match code {
        1 => Period::Quarter,
        2 => Period::Year,
        _ => Period::Month,
    }
}

carried! {
    LinesAsked { customers, items, buyer, order, item }
    Missing { customers, repeats, backtest }
    Standing { rung, missing }
    Model { parameters, k }
    Forecast {
        customer, alive, soon, year, early, middle, late, spend, spend_low, spend_high, worth, lifetime, cash,
    }
    Trial {
        cut, days, customers, predicted, actual, naive, error, naive_error, bias, auc, skill, chance_hidden,
        orders_hidden, frequency_n, frequency_predicted, frequency_actual, tenth_n, tenth_predicted, tenth_actual,
        tenth_low, tenth_high,
    }
    Outlook { customers, repeats, history, standing, flags, model, trial, gamma_gamma, margin, forecast }
    Retention {
        from, to, size, ages, active, weighted, last_is_over, customers, came_back, day, back, low, high, watched,
        median,
    }
    Curve { customers, share }
    Whale { total, peak, peak_at, losing, lost, share_at, curve }
    Hours { customers, minutes, rate, customer, hourly, took }
    Profitability {
        customers, known, revenue, profit, whale, losing, losing_profit, overrated, overrated_revenue,
        overrated_profit, hours,
    }
    Together { baskets, mixed, item, other, both, with_item, with_other, gap_customer, gap_rule }
    Unusual { looked_at, customer, day, amount, usual, z, count, rare, rare_by }
    Stretch { from, to, revenue, orders, gross, buyers, new, silent, rhythmic }
    Overview {
        now, before, comparable, gone, gone_revenue, month, month_revenue, month_orders,
    }
    Movement {
        then, up, down, new, customer, class_then, class_now, segment_then, segment_now, value,
    }
    Steadiness { customers, value }
}

impl Carried for bool {
    fn put(&self, parcel: &mut Parcel) {
        u8::from(*self).put(parcel);
    }

    fn take(parcel: &mut Parcel) -> Option<Self> {
        parcel.take::<u8>().map(|code| code != 0)
    }
}

macro_rules! several {
    ($($count:expr),+) => {$(
        impl Carried for [f64; $count] {
            fn put(&self, parcel: &mut Parcel) {
                parcel.put(&self.to_vec());
            }

            fn take(parcel: &mut Parcel) -> Option<Self> {
                parcel.take::<Vec<f64>>()?.try_into().ok()
            }
        }
    )+};
}
several!(4, SHARES);

impl Carried for Rung {
    fn put(&self, parcel: &mut Parcel) {
        parcel.put(&(*self as u8));
    }

    fn take(parcel: &mut Parcel) -> Option<Self> {
        [Self::Facts, Self::Words, Self::Numbers].get(usize::from(parcel.take::<u8>()?)).copied()
    }
}

impl Carried for Vec<Flag> {
    fn put(&self, parcel: &mut Parcel) {
        parcel.put(&self.iter().map(|flag| *flag as u8).collect::<Vec<u8>>());
    }

    fn take(parcel: &mut Parcel) -> Option<Self> {
        let codes: Vec<u8> = parcel.take()?;
        codes.into_iter().map(|code| Flag::ALL.into_iter().find(|flag| *flag as u8 == code)).collect()
    }
}
