//! The settings of the workspace: they belong to the data, go into the backup, and change like any other record.

use chrono::NaiveDate;
use minicbor::{Decode, Encode};
use serde::{Deserialize, Serialize};
use uuid::Uuid;

use super::{
    cadence::Cadence,
    decimal::Decimal,
    flaw::{FieldError, Flaw, LINE, required},
    goal::Goal,
    id::Id,
    loyalty::LoyaltyCuts,
    money::Currency,
    pipeline::{self, Pipeline},
    profile::{self, Profile, Scoring},
    record::{Kind, Record},
};

/// What a customer's value is measured by.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default, Encode, Decode, Serialize, Deserialize)]
#[cbor(index_only)]
#[serde(rename_all = "kebab-case")]
pub enum Measure {
    /// What they paid, less refunds.
    #[default]
    #[n(0)]
    Revenue,
    /// What they paid, less refunds and cost.
    #[n(1)]
    Margin,
}

impl Measure {
    /// Every measure, in the order in which a form offers them.
    pub const ALL: [Self; 2] = [Self::Revenue, Self::Margin];
}

/// What one unit of a currency is worth in the base currency from a day on.
#[derive(Debug, Clone, PartialEq, Eq, Encode, Decode, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Rate {
    /// The currency.
    #[n(0)]
    pub currency: Currency,
    /// The first day of the rate; it holds until a later one.
    #[cbor(n(1), with = "super::cbor::day")]
    pub from: NaiveDate,
    /// Base units for one unit.
    #[n(2)]
    pub rate: Decimal,
}

/// The settings of the workspace.
#[derive(Debug, Clone, PartialEq, Encode, Decode, Serialize, Deserialize)]
#[cbor(map)]
#[serde(deny_unknown_fields)]
pub struct Settings {
    /// The name of the business; may be empty.
    #[cbor(n(0), skip_if = "String::is_empty")]
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub name: String,
    /// The currency in which everything is compared.
    #[n(1)]
    pub currency: Currency,
    /// The IANA time zone in which a day begins and ends.
    #[n(2)]
    pub time_zone: String,
    /// What a customer's value is measured by.
    #[n(3)]
    pub measure: Measure,
    /// Class A reaches up to this share of the whole, in basis points.
    #[n(4)]
    pub cut_a: u32,
    /// Class B reaches up to this share of the whole, in basis points.
    #[n(5)]
    pub cut_b: u32,
    /// Exchange rates, in no order.
    #[cbor(n(6), skip_if = "Vec::is_empty")]
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub rates: Vec<Rate>,
    /// How the scores of recency, frequency and money count.
    #[cbor(n(10), default, skip_if = "Scoring::is_usual")]
    #[serde(default, skip_serializing_if = "Scoring::is_usual")]
    pub scoring: Scoring,
    /// Ways to classify that are kept under names.
    #[cbor(n(11), skip_if = "Vec::is_empty")]
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub profiles: Vec<Profile>,
    /// The name of the profile that was chosen; empty for none.
    #[cbor(n(12), skip_if = "String::is_empty")]
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub profile: String,
    /// Where satisfaction and loyalty are cut.
    #[cbor(n(20), skip_if = "LoyaltyCuts::is_usual", default)]
    #[serde(default, skip_serializing_if = "LoyaltyCuts::is_usual")]
    pub loyalty: LoyaltyCuts,
    /// What the user wants to reach, each yardstick once at the most.
    #[cbor(n(21), skip_if = "Vec::is_empty")]
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub goals: Vec<Goal>,
    /// The pipelines that deals go through; empty for the usual one.
    #[cbor(n(30), skip_if = "Vec::is_empty")]
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub pipelines: Vec<Pipeline>,
    /// How often somebody should hear from us.
    #[cbor(n(31), default, skip_if = "Cadence::is_usual")]
    #[serde(default, skip_serializing_if = "Cadence::is_usual")]
    pub cadence: Cadence,
}

impl Default for Settings {
    fn default() -> Self {
        Self {
            name: String::new(),
            currency: Currency::EUR,
            time_zone: "UTC".into(),
            measure: Measure::Revenue,
            cut_a: 8_000,
            cut_b: 9_500,
            rates: Vec::new(),
            scoring: Scoring::default(),
            profiles: Vec::new(),
            profile: String::new(),
            loyalty: LoyaltyCuts::default(),
            goals: Vec::new(),
            pipelines: Vec::new(),
            cadence: Cadence::default(),
        }
    }
}

impl Record for Settings {
    const KIND: Kind = Kind::Settings;
    const FIELDS: &'static [u32] = &[0, 1, 2, 3, 4, 5, 6, 10, 11, 12, 20, 21, 30, 31];

    fn title(&self) -> &str {
        &self.name
    }
}

impl Settings {
    /// The id of the one record of settings.
    pub const ID: Id<Self> = Id::new(Uuid::nil());

    /// Base units for one unit of `currency` on `day`; `None` when no rate is known for that day.
    pub fn rate(&self, currency: Currency, day: NaiveDate) -> Option<Decimal> {
        if currency == self.currency {
            return Some(Decimal::ONE);
        }
        let known = self.rates.iter().filter(|rate| rate.currency == currency && rate.from <= day);
        known.max_by_key(|rate| rate.from).map(|rate| rate.rate)
    }

    /// `minor` units of `currency` in minor units of the base currency, at the rate of the day, rounded half away from zero.
    ///
    /// # Errors
    /// [`Flaw::NoRate`] when no rate is known, [`Flaw::OutOfRange`] when the result does not fit.
    pub fn convert(&self, minor: i64, currency: Currency, day: NaiveDate) -> Result<i64, Flaw> {
        if currency == self.currency {
            return Ok(minor);
        }
        let rate = self.rate(currency, day).ok_or(Flaw::NoRate)?;
        let numerator = i128::from(minor) * i128::from(rate.units()) * i128::from(self.currency.scale());
        let denominator = i128::from(Decimal::SCALE) * i128::from(currency.scale());
        let half = if numerator < 0 { -denominator / 2 } else { denominator / 2 };
        i64::try_from((numerator + half) / denominator).map_err(|_| Flaw::OutOfRange)
    }

    /// Everything that is wrong with it, by field; empty when it may be saved.
    pub fn flaws(&self) -> Vec<FieldError> {
        let mut flaws: Vec<FieldError> = required(2, &self.time_zone, LINE).into_iter().collect();
        if self.cut_a == 0 || self.cut_a >= self.cut_b {
            flaws.push(FieldError::of(4, Flaw::NotRising));
        }
        if self.cut_b >= 10_000 {
            flaws.push(FieldError::of(5, Flaw::OutOfRange));
        }
        for (index, rate) in self.rates.iter().enumerate() {
            if rate.rate.units() <= 0 {
                flaws.push(FieldError::at(6, index, Flaw::OutOfRange));
            }
        }
        flaws.extend(self.scoring.flaw().map(|flaw| FieldError::of(10, flaw)));
        flaws.extend(profile::flaws(11, &self.profiles));
        flaws.extend(pipeline::flaws(30, &self.pipelines));
        flaws.extend(self.cadence.flaws(31));
        flaws.extend(self.loyalty.flaws().map(|(place, flaw)| FieldError::at(20, place, flaw)));
        for (index, goal) in self.goals.iter().enumerate() {
            let is_double = self.goals[..index].iter().any(|other| other.of == goal.of);
            let flaw = if is_double { Some(Flaw::Double) } else { goal.flaw() };
            flaws.extend(flaw.map(|flaw| FieldError::at(21, index, flaw)));
        }
        flaws
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_amount_is_converted_at_the_rate_of_its_day_or_not_at_all() {
        let usd = Currency::parse("USD").unwrap();
        let jpy = Currency::parse("JPY").unwrap();
        let day = |text: &str| text.parse::<NaiveDate>().unwrap();
        let rate = |currency, from: &str, rate: &str| Rate { currency, from: day(from), rate: rate.parse().unwrap() };
        let settings = Settings {
            rates: vec![
                rate(usd, "2024-02-01", "0.9"),
                rate(usd, "2024-01-01", "0.8"),
                rate(jpy, "2024-01-01", "0.0062"),
            ],
            ..Settings::default()
        };
        assert_eq!(settings.convert(1000, usd, day("2024-01-31")), Ok(800));
        assert_eq!(settings.convert(1000, usd, day("2024-02-01")), Ok(900));
        assert_eq!(settings.convert(1000, usd, day("2023-12-31")), Err(Flaw::NoRate));
        assert_eq!(settings.convert(1000, jpy, day("2024-05-01")), Ok(620));
        let dear = Settings { rates: vec![rate(usd, "2024-01-01", "1000")], ..Settings::default() };
        assert_eq!(dear.convert(i64::MAX, usd, day("2024-05-01")), Err(Flaw::OutOfRange));
    }
}
