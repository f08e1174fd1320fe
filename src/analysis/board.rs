//! The board of a pipeline: which deals stand in which step, what they would bring, and what of that is to be expected.
//!
//! The expected amount of a deal is its amount times the likelihood of its step, or its own where it has one: the weighted pipeline of
//! sales forecasting. Amounts of two currencies are never added up; beside them stands what they come to in the base currency.

use std::cmp::Reverse;

use chrono::NaiveDate;
use uuid::Uuid;

use super::listing::totals::Total;
use crate::domain::{
    deal::{Deal, Standing},
    money::{Currency, Money},
    pipeline::Pipeline,
    record::Row,
    settings::Settings,
};

/// A step with its deals.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Step {
    /// The step; nil for all of them together.
    pub stage: Uuid,
    /// Slots of the deals that go on in it: those expected to be decided first come first, of one day the larger.
    pub deals: Vec<u32>,
    /// What they would bring.
    pub total: Total,
    /// What of that is to be expected.
    pub weighted: Total,
    /// How many have stood in it for too long.
    pub stale: usize,
}

/// A pipeline with its deals.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Board {
    /// The steps, in their order.
    pub steps: Vec<Step>,
    /// All of them together.
    pub all: Step,
    /// How many were won, and lost, in the ninety days up to today.
    pub lately: (usize, usize),
}

/// For how many days what has ended counts as lately.
const LATELY: i64 = 90;

/// Amounts added up.
#[derive(Debug, Default)]
struct Tally {
    values: u32,
    amounts: Vec<(Currency, i128, u32)>,
    base: i128,
    without_rate: bool,
}

impl Tally {
    fn add(&mut self, money: Money, settings: &Settings, today: NaiveDate) {
        self.values += 1;
        match self.amounts.iter_mut().find(|(currency, ..)| *currency == money.currency) {
            Some((_, sum, count)) => (*sum, *count) = (*sum + i128::from(money.minor), *count + 1),
            None => self.amounts.push((money.currency, money.minor.into(), 1)),
        }
        match settings.convert(money.minor, money.currency, today) {
            Ok(base) => self.base += i128::from(base),
            Err(_) => self.without_rate = true,
        }
    }

    fn finish(mut self) -> Total {
        self.amounts.sort_by_key(|(currency, _, count)| (Reverse(*count), *currency));
        Total {
            values: self.values,
            number: 0,
            amounts: self.amounts.into_iter().map(|(currency, sum, _)| (currency, sum)).collect(),
            base: (!self.without_rate).then_some(self.base),
        }
    }
}

/// The board of one of the `pipelines`, with the deals of all of them given.
pub fn board<'a>(
    pipelines: &[Pipeline],
    pipeline: Uuid,
    deals: impl Iterator<Item = (u32, &'a Row<Deal>)>,
    settings: &Settings,
    today: NaiveDate,
) -> Board {
    let Some(own) = pipelines.iter().find(|other| other.id == pipeline).or(pipelines.first()) else {
        return Board::default();
    };
    let mut steps: Vec<Vec<(u32, &Deal)>> = vec![Vec::new(); own.stages.len()];
    let mut lately = (0, 0);
    for (slot, row) in deals {
        let deal = &row.data;
        let Some((of, stage)) = deal.place(pipelines).filter(|(of, _)| of.id == own.id) else { continue };
        let is_late = || deal.ended.is_some_and(|ended| (0..LATELY).contains(&(today - ended).num_days()));
        match deal.standing {
            Standing::Open => {
                let place = of.stages.iter().position(|other| other.id == stage.id).unwrap_or(0);
                steps[place].push((slot, deal));
            }
            Standing::Won if is_late() => lately.0 += 1,
            Standing::Lost if is_late() => lately.1 += 1,
            Standing::Won | Standing::Lost => {}
        }
    }
    let step = |stage: Uuid, mut deals: Vec<(u32, &Deal)>| {
        let minor = |deal: &Deal| deal.money().map_or(0, |money| money.minor);
        deals.sort_by_key(|(slot, deal)| (deal.closes.unwrap_or(NaiveDate::MAX), Reverse(minor(deal)), *slot));
        let (mut total, mut weighted) = (Tally::default(), Tally::default());
        for (_, deal) in &deals {
            deal.money().into_iter().for_each(|money| total.add(money, settings, today));
            deal.weighted(pipelines).into_iter().for_each(|money| weighted.add(money, settings, today));
        }
        Step {
            stage,
            stale: deals.iter().filter(|(_, deal)| deal.is_stale(pipelines, today)).count(),
            deals: deals.into_iter().map(|(slot, _)| slot).collect(),
            total: total.finish(),
            weighted: weighted.finish(),
        }
    };
    let all = step(Uuid::nil(), steps.iter().flatten().copied().collect());
    let steps = own.stages.iter().zip(steps).map(|(stage, deals)| step(stage.id, deals)).collect();
    Board { steps, all, lately }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::{id::Id, pipeline::Stage};

    fn day(text: &str) -> NaiveDate {
        text.parse().unwrap()
    }

    fn row(number: u32, change: impl FnOnce(&mut Deal)) -> (u32, Row<Deal>) {
        let party = Id::new(Uuid::from_u128(1));
        let mut deal = Deal::new(party, &Pipeline::usual(), Currency::EUR, day("2026-01-01"));
        deal.title = format!("Deal {number}");
        change(&mut deal);
        (number, Row::new(Id::new(Uuid::from_u128(u128::from(number) + 10)), deal))
    }

    #[test]
    fn deals_stand_in_their_steps_and_sums_never_mix_currencies() {
        let usd = Currency::parse("USD").unwrap();
        let rows = [
            row(0, |deal| deal.amount = Some(10_000)),
            row(1, |deal| (deal.amount, deal.closes) = (Some(5_000), Some(day("2026-02-01")))),
            row(2, |deal| (deal.amount, deal.currency) = (Some(7_000), usd)),
            row(3, |deal| deal.stage = Stage::USUAL[2]),
            row(4, |deal| (deal.standing, deal.ended) = (Standing::Won, Some(day("2026-01-09")))),
            row(5, |deal| (deal.standing, deal.ended) = (Standing::Lost, Some(day("2025-01-09")))),
            // Its step was deleted.
            row(6, |deal| deal.stage = Uuid::from_u128(99)),
        ];
        let settings = Settings::default();
        let deals = rows.iter().map(|(slot, row)| (*slot, row));
        let board = board(&settings.pipelines(), Pipeline::USUAL, deals, &settings, day("2026-01-20"));
        assert_eq!(board.steps[0].deals, [1, 0, 2, 6]);
        assert_eq!(board.steps[0].stale, 4);
        assert_eq!(board.steps[0].total.amounts, [(Currency::EUR, 15_000), (usd, 7_000)]);
        assert_eq!((board.steps[0].total.values, board.steps[0].total.base), (3, None), "dollars have no rate");
        assert_eq!(board.steps[0].weighted.amounts, [(Currency::EUR, 1_500), (usd, 700)]);
        assert_eq!((&board.steps[2].deals[..], board.steps[2].total.base), (&[3][..], Some(0)));
        assert_eq!((board.all.deals.len(), board.lately), (5, (1, 0)));
    }
}
