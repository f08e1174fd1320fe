//! Ways to classify customers: by what, where the classes part, how much each score counts. One holds; others can be kept under names.

use minicbor::{Decode, Encode};
use serde::{Deserialize, Serialize};

use super::{
    flaw::{FieldError, Flaw, LINE, required},
    settings::{Measure, Settings},
};

/// How much recency, frequency and money count in the overall score, and how many scores there are.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Encode, Decode, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Scoring {
    /// The weight of recency.
    #[n(0)]
    pub recency: u32,
    /// The weight of frequency.
    #[n(1)]
    pub frequency: u32,
    /// The weight of money.
    #[n(2)]
    pub money: u32,
    /// The best score: 5 for scores from 1 to 5.
    #[n(3)]
    pub scores: u32,
}

impl Default for Scoring {
    fn default() -> Self {
        Self { recency: 1, frequency: 1, money: 1, scores: 5 }
    }
}

impl Scoring {
    /// The heaviest weight.
    pub const HEAVIEST: u32 = 100;
    /// The fewest scores.
    pub const FEWEST: u32 = 2;
    /// The most scores.
    pub const MOST: u32 = 10;

    /// Whether it is the one that holds where nothing was set.
    pub fn is_usual(&self) -> bool {
        *self == Self::default()
    }

    /// The weights of recency, frequency and money.
    pub fn weights(self) -> [u32; 3] {
        [self.recency, self.frequency, self.money]
    }

    /// What is wrong with it.
    pub fn flaw(self) -> Option<Flaw> {
        let weights = self.weights();
        let sound = weights.iter().all(|weight| *weight <= Self::HEAVIEST)
            && weights.iter().any(|weight| *weight > 0)
            && (Self::FEWEST..=Self::MOST).contains(&self.scores);
        (!sound).then_some(Flaw::OutOfRange)
    }
}

/// A way to classify customers.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default, Encode, Decode, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Method {
    /// What a customer's value is measured by.
    #[n(0)]
    pub measure: Measure,
    /// Class A reaches up to this share of the whole, in basis points.
    #[n(1)]
    pub cut_a: u32,
    /// Class B reaches up to this share of the whole, in basis points.
    #[n(2)]
    pub cut_b: u32,
    /// How the scores of RFM count.
    #[n(3)]
    pub scoring: Scoring,
}

impl Method {
    /// What is wrong with it.
    pub fn flaw(self) -> Option<Flaw> {
        if self.cut_a == 0 || self.cut_a >= self.cut_b {
            Some(Flaw::NotRising)
        } else if self.cut_b >= 10_000 {
            Some(Flaw::OutOfRange)
        } else {
            self.scoring.flaw()
        }
    }
}

/// A way to classify under a name.
#[derive(Debug, Clone, PartialEq, Eq, Encode, Decode, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Profile {
    /// What it is called. Never empty; no two share one.
    #[n(0)]
    pub name: String,
    /// The way.
    #[n(1)]
    pub method: Method,
}

/// What is wrong with profiles that are field `number` of a record.
pub(super) fn flaws(number: u32, profiles: &[Profile]) -> Vec<FieldError> {
    let mut flaws = Vec::new();
    for (index, profile) in profiles.iter().enumerate() {
        let double = profiles[..index].iter().any(|other| other.name == profile.name).then_some(Flaw::Double);
        let name = required(number, &profile.name, LINE).map(|error| error.flaw);
        let found = name.or(double).or_else(|| profile.method.flaw());
        flaws.extend(found.map(|flaw| FieldError::at(number, index, flaw)));
    }
    flaws
}

impl Settings {
    /// How customers are classified.
    pub fn method(&self) -> Method {
        Method { measure: self.measure, cut_a: self.cut_a, cut_b: self.cut_b, scoring: self.scoring }
    }

    /// The name of the profile that holds; `None` where none was chosen, or what holds was changed since.
    pub fn profile_in_use(&self) -> Option<&str> {
        let chosen = self.profiles.iter().find(|profile| profile.name == self.profile)?;
        (chosen.method == self.method()).then_some(chosen.name.as_str())
    }

    /// Classifies by `method`, which is that of a profile or of none.
    pub fn classify_by(&mut self, method: Method, profile: Option<&str>) {
        let Method { measure, cut_a, cut_b, scoring } = method;
        (self.measure, self.cut_a, self.cut_b, self.scoring) = (measure, cut_a, cut_b, scoring);
        self.profile = profile.unwrap_or_default().to_owned();
    }

    /// Keeps a method under a name, in the place of the one that has it.
    pub fn keep_profile(&mut self, name: &str, method: Method) {
        match self.profiles.iter_mut().find(|profile| profile.name == name) {
            Some(profile) => profile.method = method,
            None => self.profiles.push(Profile { name: name.to_owned(), method }),
        }
    }

    /// Gives a profile another name.
    pub fn rename_profile(&mut self, name: &str, to: &str) {
        for profile in self.profiles.iter_mut().filter(|profile| profile.name == name) {
            profile.name = to.to_owned();
        }
        if self.profile == name {
            self.profile = to.to_owned();
        }
    }

    /// Forgets a profile; how customers are classified stays.
    pub fn forget_profile(&mut self, name: &str) {
        self.profiles.retain(|profile| profile.name != name);
        if self.profile == name {
            self.profile.clear();
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::{id::Id, record::Row};

    fn strict() -> Method {
        Method {
            measure: Measure::Margin,
            cut_a: 7_000,
            cut_b: 9_000,
            scoring: Scoring { money: 3, ..Scoring::default() },
        }
    }

    #[test]
    fn a_profile_is_in_use_until_something_else_holds() {
        let mut settings = Settings::default();
        settings.keep_profile("Strict", strict());
        assert_eq!(settings.profile_in_use(), None);
        settings.classify_by(strict(), Some("Strict"));
        assert_eq!((settings.profile_in_use(), settings.method()), (Some("Strict"), strict()));
        settings.rename_profile("Strict", "Hard");
        assert_eq!(settings.profile_in_use(), Some("Hard"));
        settings.cut_a = 6_000;
        assert_eq!(settings.profile_in_use(), None);
        settings.cut_a = 7_000;
        settings.forget_profile("Hard");
        assert_eq!((settings.profile_in_use(), settings.method(), settings.profiles.len()), (None, strict(), 0));
    }

    #[test]
    fn a_kept_name_is_replaced_and_a_double_one_refused() {
        let mut settings = Settings::default();
        settings.keep_profile("A", Settings::default().method());
        settings.keep_profile("A", strict());
        assert_eq!(settings.profiles, [Profile { name: "A".into(), method: strict() }]);
        settings.keep_profile("B", strict());
        settings.rename_profile("B", "A");
        assert_eq!(settings.flaws(), [FieldError::at(11, 1, Flaw::Double)]);
    }

    #[test]
    fn weights_that_weigh_nothing_and_cuts_that_fall_are_refused() {
        let none = Scoring { recency: 0, frequency: 0, money: 0, scores: 5 };
        assert_eq!(none.flaw(), Some(Flaw::OutOfRange));
        assert_eq!(Scoring { scores: 1, ..Scoring::default() }.flaw(), Some(Flaw::OutOfRange));
        assert_eq!(Method { cut_a: 9_000, ..strict() }.flaw(), Some(Flaw::NotRising));
        assert_eq!(strict().flaw(), None);
    }

    #[test]
    fn settings_from_before_profiles_read_as_they_held() {
        // {1: "EUR", 2: "UTC", 3: 0, 4: 8000, 5: 9500}
        let bytes = [
            0xA5, 1, 0x63, b'E', b'U', b'R', 2, 0x63, b'U', b'T', b'C', 3, 0, 4, 0x19, 0x1F, 0x40, 5, 0x19, 0x25, 0x1C,
        ];
        let row = Row::<Settings>::decode(Id::new(uuid::Uuid::nil()), &bytes).unwrap();
        assert_eq!(row.data, Settings::default());
        assert_eq!(*row.encode(), bytes);
    }
}
