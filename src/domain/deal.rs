//! A deal: a sale that is hoped for, from the first word until it is won or lost.

use chrono::NaiveDate;
use minicbor::{Decode, Encode};
use serde::{Deserialize, Serialize};
use uuid::Uuid;

use super::{
    book::Book,
    decimal::Decimal,
    flaw::{FieldError, Flaw, LINE, TEXT, length, required},
    id::Id,
    money::{Currency, Money},
    order::{Line, Order},
    party::Party,
    pipeline::{Pipeline, Stage},
    record::{Kind, Record},
};

/// How a deal stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default, Encode, Decode, Serialize, Deserialize)]
#[cbor(index_only)]
#[serde(rename_all = "kebab-case")]
pub enum Standing {
    /// It goes on.
    #[default]
    #[n(0)]
    Open,
    /// They bought.
    #[n(1)]
    Won,
    /// They did not.
    #[n(2)]
    Lost,
}

impl Standing {
    /// Each, in the order in which they are offered.
    pub const ALL: [Self; 3] = [Self::Open, Self::Won, Self::Lost];
}

/// A sale that is hoped for.
#[derive(Debug, Clone, PartialEq, Encode, Decode, Serialize, Deserialize)]
#[cbor(map)]
#[serde(deny_unknown_fields)]
pub struct Deal {
    /// With whom.
    #[n(0)]
    pub party: Id<Party>,
    /// What it is about. Never empty.
    #[n(1)]
    pub title: String,
    /// Its pipeline.
    #[cbor(n(2), with = "super::cbor::uuid")]
    pub pipeline: Uuid,
    /// The step in which it stands, or stood at its end.
    #[cbor(n(3), with = "super::cbor::uuid")]
    pub stage: Uuid,
    /// The day on which it came into this step.
    #[cbor(n(4), with = "super::cbor::day")]
    pub since: NaiveDate,
    /// The currency of every amount in it.
    #[n(5)]
    pub currency: Currency,
    /// What it would bring, in minor units, where there are no lines; none while nobody knows.
    #[n(6)]
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub amount: Option<i64>,
    /// What they would buy.
    #[cbor(n(7), skip_if = "Vec::is_empty")]
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub lines: Vec<Line>,
    /// How likely it is won, in per cent, where that differs from its step's.
    #[n(8)]
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub probability: Option<u8>,
    /// The day by which they are expected to decide.
    #[cbor(n(9), with = "super::cbor::optional_day")]
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub closes: Option<NaiveDate>,
    /// How it stands.
    #[n(10)]
    pub standing: Standing,
    /// The day of its end.
    #[cbor(n(11), with = "super::cbor::optional_day")]
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub ended: Option<NaiveDate>,
    /// Why it was won or lost; may be empty.
    #[cbor(n(12), skip_if = "String::is_empty")]
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub reason: String,
    /// Who else wants to sell it to them.
    #[cbor(n(13), skip_if = "Vec::is_empty")]
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub competitors: Vec<String>,
    /// What is to be done next; may be empty.
    #[cbor(n(14), skip_if = "String::is_empty")]
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub next: String,
    /// By when.
    #[cbor(n(15), with = "super::cbor::optional_day")]
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub next_by: Option<NaiveDate>,
    /// The order that it became.
    #[n(16)]
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub order: Option<Id<Order>>,
    /// What is worth knowing of it; may be empty.
    #[cbor(n(17), skip_if = "String::is_empty")]
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub note: String,
    /// The day on which it began.
    #[cbor(n(18), with = "super::cbor::day")]
    pub begun: NaiveDate,
}

impl Record for Deal {
    const KIND: Kind = Kind::Deal;
    const FIELDS: &'static [u32] = &[0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18];

    fn title(&self) -> &str {
        &self.title
    }
}

impl Deal {
    /// The most competitors of one deal.
    pub const MOST_COMPETITORS: usize = 50;

    /// A deal that begins on that day, in the first step of a pipeline.
    pub fn new(party: Id<Party>, pipeline: &Pipeline, currency: Currency, today: NaiveDate) -> Self {
        Self {
            party,
            title: String::new(),
            pipeline: pipeline.id,
            stage: pipeline.stages.first().map_or(Uuid::nil(), |stage| stage.id),
            since: today,
            currency,
            amount: None,
            lines: Vec::new(),
            probability: None,
            closes: None,
            standing: Standing::Open,
            ended: None,
            reason: String::new(),
            competitors: Vec::new(),
            next: String::new(),
            next_by: None,
            order: None,
            note: String::new(),
            begun: today,
        }
    }

    /// What it would bring: the sum of its lines, or the amount that was named; `None` while nobody knows.
    pub fn money(&self) -> Option<Money> {
        let sum = || self.lines.iter().fold(0_i64, |sum, line| sum.saturating_add(line.net()));
        let minor = if self.lines.is_empty() { self.amount? } else { sum() };
        Some(Money { minor, currency: self.currency })
    }

    /// The step in which it stands, of the pipelines that there are. One that was deleted elsewhere meanwhile is the first of its
    /// pipeline, or of the first: a deal is never out of sight.
    pub fn place<'a>(&self, pipelines: &'a [Pipeline]) -> Option<(&'a Pipeline, &'a Stage)> {
        let pipeline = pipelines.iter().find(|pipeline| pipeline.id == self.pipeline).or(pipelines.first())?;
        Some((pipeline, pipeline.stage(self.stage).or(pipeline.stages.first())?))
    }

    /// How likely it is won, in per cent: one that has ended is certain, either way.
    pub fn likelihood(&self, pipelines: &[Pipeline]) -> u8 {
        match self.standing {
            Standing::Won => 100,
            Standing::Lost => 0,
            Standing::Open => {
                let of_stage = || self.place(pipelines).map_or(0, |(_, stage)| stage.probability);
                self.probability.unwrap_or_else(of_stage)
            }
        }
    }

    /// What it would bring times how likely that is, rounded half away from zero.
    pub fn weighted(&self, pipelines: &[Pipeline]) -> Option<Money> {
        let Money { minor, currency } = self.money()?;
        let numerator = i128::from(minor) * i128::from(self.likelihood(pipelines));
        let half = if numerator < 0 { -50 } else { 50 };
        i64::try_from((numerator + half) / 100).ok().map(|minor| Money { minor, currency })
    }

    /// For how many days it has stood in its step; up to its end for one that has ended.
    pub fn days_in_stage(&self, today: NaiveDate) -> i64 {
        (self.ended.unwrap_or(today) - self.since).num_days().max(0)
    }

    /// Whether it has stood in its step for longer than that step takes.
    pub fn is_stale(&self, pipelines: &[Pipeline], today: NaiveDate) -> bool {
        let limit = self.place(pipelines).and_then(|(_, stage)| stage.rots);
        self.standing == Standing::Open && limit.is_some_and(|days| self.days_in_stage(today) > i64::from(days))
    }

    /// The same deal in another step, from `today` on; one that has ended goes on.
    pub fn moved_to(self, pipeline: Uuid, stage: Uuid, today: NaiveDate) -> Self {
        self.reopened().put_into(pipeline, stage, today)
    }

    /// The same deal in another step, from `today` on; one that has ended stays so, and keeps the day of its step.
    pub fn put_into(self, pipeline: Uuid, stage: Uuid, today: NaiveDate) -> Self {
        let is_there = self.pipeline == pipeline && self.stage == stage;
        let since = if is_there || self.standing != Standing::Open { self.since } else { today };
        Self { pipeline, stage, since, ..self }
    }

    /// Whether the order that it became is there.
    pub fn has_order(&self, book: &Book) -> bool {
        self.order.is_some_and(|order| book.get(order).is_some())
    }

    /// The same deal, won or lost on that day for that reason.
    pub fn ended(self, standing: Standing, today: NaiveDate, reason: String) -> Self {
        Self { standing, ended: Some(today), reason, ..self }
    }

    /// The same deal, going on.
    pub fn reopened(self) -> Self {
        Self { standing: Standing::Open, ended: None, reason: String::new(), ..self }
    }

    /// The order that it becomes on that day.
    pub fn into_order(&self, day: NaiveDate) -> Order {
        let named = |amount| Line { text: self.title.clone().into(), ..Line::of_amount(amount) };
        let lines = match &self.lines[..] {
            [] => vec![named(self.amount.unwrap_or(0))],
            lines => lines.to_vec(),
        };
        Order { note: self.note.clone().into(), ..Order::new(self.party, day, self.currency, lines) }
    }

    /// Everything that is wrong with it, by field; empty when it may be saved.
    pub fn flaws(&self) -> Vec<FieldError> {
        use chrono::Datelike;
        let mut flaws: Vec<FieldError> = [
            required(1, &self.title, LINE),
            length(12, &self.reason, TEXT),
            length(14, &self.next, LINE),
            length(17, &self.note, TEXT),
        ]
        .into_iter()
        .flatten()
        .collect();
        if self.amount.is_some_and(|amount| !(0..=Order::MAX_AMOUNT).contains(&amount)) {
            flaws.push(FieldError::of(6, Flaw::OutOfRange));
        }
        for (index, line) in self.lines.iter().enumerate() {
            let amounts = [Some(line.amount), Some(line.discount), line.cost];
            if amounts.into_iter().flatten().any(|amount| amount.unsigned_abs() > Order::MAX_AMOUNT as u64) {
                flaws.push(FieldError::at(7, index, Flaw::OutOfRange));
            }
        }
        if self.probability.is_some_and(|probability| probability > 100) {
            flaws.push(FieldError::of(8, Flaw::OutOfRange));
        }
        let days =
            [(4, Some(self.since)), (9, self.closes), (11, self.ended), (15, self.next_by), (18, Some(self.begun))];
        for (number, day) in days {
            if day.is_some_and(|day| !Order::YEARS.contains(&day.year())) {
                flaws.push(FieldError::of(number, Flaw::OutOfRange));
            }
        }
        if self.ended.is_some_and(|ended| ended < self.begun) {
            flaws.push(FieldError::of(11, Flaw::NotRising));
        }
        if self.competitors.len() > Self::MOST_COMPETITORS {
            flaws.push(FieldError::of(13, Flaw::OutOfRange));
        }
        for (index, competitor) in self.competitors.iter().enumerate() {
            flaws.extend(required(13, competitor, LINE).map(|error| FieldError::at(13, index, error.flaw)));
        }
        flaws
    }

    /// What is wrong with where it stands: no pipeline has its step. Such a deal may be there, where the step went elsewhere meanwhile;
    /// nobody may put one there.
    pub fn misplaced(&self, pipelines: &[Pipeline]) -> Option<FieldError> {
        let pipeline = pipelines.iter().find(|pipeline| pipeline.id == self.pipeline);
        let is_there = pipeline.is_some_and(|pipeline| pipeline.stage(self.stage).is_some());
        (!is_there).then_some(FieldError::of(3, Flaw::Dangling))
    }

    /// A share in per cent as the lists count: a whole number.
    pub fn likelihood_in_units(&self, pipelines: &[Pipeline]) -> i64 {
        i64::from(self.likelihood(pipelines)) * Decimal::SCALE
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(text: &str) -> NaiveDate {
        text.parse().unwrap()
    }

    fn deal() -> Deal {
        let deal = Deal::new(Id::new(Uuid::from_u128(1)), &Pipeline::usual(), Currency::EUR, day("2026-03-01"));
        Deal { title: "A new website".into(), amount: Some(255_001), ..deal }
    }

    #[test]
    fn a_deal_is_worth_what_its_lines_say_or_what_was_named() {
        let usual = [Pipeline::usual()];
        assert_eq!(deal().weighted(&usual).map(|money| money.minor), Some(25_500));
        let lines = vec![Line::of_amount(10_000), Line { discount: 1_000, ..Line::of_amount(5_000) }];
        let with_lines = Deal { lines, probability: Some(50), ..deal() };
        assert_eq!(with_lines.money().map(|money| money.minor), Some(14_000));
        assert_eq!(with_lines.weighted(&usual).map(|money| money.minor), Some(7_000));
        assert_eq!(Deal { amount: None, ..deal() }.money(), None);
        let lost = with_lines.ended(Standing::Lost, day("2026-03-09"), "Price".into());
        assert_eq!(lost.weighted(&usual).map(|money| money.minor), Some(0));
    }

    #[test]
    fn days_count_from_the_step_not_from_the_beginning() {
        let usual = [Pipeline::usual()];
        let moved = deal().moved_to(Pipeline::USUAL, Stage::USUAL[1], day("2026-03-10"));
        assert_eq!(moved.days_in_stage(day("2026-03-31")), 21);
        assert!(!moved.is_stale(&usual, day("2026-03-31")) && moved.is_stale(&usual, day("2026-04-01")));
        let again = moved.clone().moved_to(Pipeline::USUAL, Stage::USUAL[1], day("2026-03-20"));
        assert_eq!(again, moved);
        let won = moved.ended(Standing::Won, day("2026-03-12"), String::new());
        assert_eq!(won.days_in_stage(day("2026-12-31")), 2);
        assert!(!won.is_stale(&usual, day("2026-12-31")));
    }

    #[test]
    fn a_deal_whose_step_is_gone_stands_in_the_first() {
        let pipelines = [Pipeline::usual()];
        let lost = Deal { stage: Uuid::from_u128(77), ..deal() };
        assert_eq!(lost.place(&pipelines).unwrap().1.id, Stage::USUAL[0]);
        assert_eq!(lost.misplaced(&pipelines), Some(FieldError::of(3, Flaw::Dangling)));
        assert_eq!(deal().misplaced(&pipelines), None);
    }

    #[test]
    fn a_won_deal_becomes_an_order_that_can_be_saved() {
        let order = deal().into_order(day("2026-04-01"));
        assert_eq!((order.total(), order.flaws()), (255_001, vec![]));
    }

    #[test]
    fn everything_wrong_is_told_at_once() {
        assert_eq!(deal().flaws(), []);
        let wrong = Deal {
            title: " ".into(),
            amount: Some(-1),
            probability: Some(101),
            closes: Some(day("1800-01-01")),
            ended: Some(day("2026-02-28")),
            competitors: vec![String::new()],
            ..deal()
        };
        let numbers: Vec<u32> = wrong.flaws().iter().map(|error| error.number).collect();
        assert_eq!(numbers, [1, 6, 8, 9, 11, 13]);
    }
}
