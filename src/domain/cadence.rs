//! How often somebody should hear from us, and how it stands with that: counted from the last real contact.

use chrono::{Days, NaiveDate};
use minicbor::{Decode, Encode};
use serde::{Deserialize, Serialize};

use super::{
    class::Class,
    flaw::{FieldError, Flaw, LINE, required},
    party::Party,
};

/// How often those of a tag should hear from us.
#[derive(Debug, Clone, PartialEq, Eq, Encode, Decode, Serialize, Deserialize)]
#[cbor(map)]
#[serde(deny_unknown_fields)]
pub struct TagCadence {
    /// The tag.
    #[n(0)]
    pub tag: String,
    /// Days between two contacts.
    #[n(1)]
    pub days: u16,
}

/// How often classes and tags should hear from us. What is not said is nobody's business.
#[derive(Debug, Clone, PartialEq, Eq, Default, Encode, Decode, Serialize, Deserialize)]
#[cbor(map)]
#[serde(deny_unknown_fields, default)]
pub struct Cadence {
    /// Days between two contacts with customers of class A.
    #[n(0)]
    #[serde(skip_serializing_if = "Option::is_none")]
    pub a: Option<u16>,
    /// The same of class B.
    #[n(1)]
    #[serde(skip_serializing_if = "Option::is_none")]
    pub b: Option<u16>,
    /// The same of class C.
    #[n(2)]
    #[serde(skip_serializing_if = "Option::is_none")]
    pub c: Option<u16>,
    /// Of tags; each once.
    #[cbor(n(3), skip_if = "Vec::is_empty")]
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub tags: Vec<TagCadence>,
}

/// How it stands with the next contact.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Pace {
    /// There is time.
    InTime,
    /// The day has come, by less than half of the wished days.
    Due,
    /// It is gone by more.
    Overdue,
}

/// The next contact with somebody who should hear from us.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Turn {
    /// Days between two contacts.
    pub every: u16,
    /// Days since the last one.
    pub since: i32,
    /// The last day on which the next one is in time.
    pub by: NaiveDate,
    /// How it stands.
    pub pace: Pace,
}

impl Cadence {
    /// The most days between two contacts: ten years.
    pub const MOST: u16 = 3_660;

    /// Whether nothing was said.
    pub fn is_usual(&self) -> bool {
        *self == Self::default()
    }

    /// How often somebody should hear from us: as was said of them alone (0 is never), else of the tag that is soonest, else of their class.
    #[must_use]
    pub fn of(&self, party: &Party, class: Option<Class>) -> Option<u16> {
        if let Some(own) = party.cadence {
            return (own > 0).then_some(own);
        }
        let tagged = self.tags.iter().filter(|rule| party.tags.contains(&rule.tag)).map(|rule| rule.days).min();
        tagged.or(match class? {
            Class::A => self.a,
            Class::B => self.b,
            Class::C => self.c,
        })
    }

    /// Everything that is wrong with it, each as a flaw of the field `number`; the index is that of the tag.
    pub(super) fn flaws(&self, number: u32) -> Vec<FieldError> {
        let is_wrong = |days: u16| days == 0 || days > Self::MOST;
        let classes = [self.a, self.b, self.c].into_iter().flatten().any(is_wrong);
        let mut flaws: Vec<FieldError> =
            classes.then(|| FieldError::of(number, Flaw::OutOfRange)).into_iter().collect();
        for (index, rule) in self.tags.iter().enumerate() {
            let flaw = match required(number, &rule.tag, LINE) {
                Some(error) => Some(error.flaw),
                None if is_wrong(rule.days) => Some(Flaw::OutOfRange),
                None => self.tags[..index].iter().any(|other| other.tag == rule.tag).then_some(Flaw::Double),
            };
            flaws.extend(flaw.map(|flaw| FieldError::at(number, index, flaw)));
        }
        flaws
    }
}

impl Turn {
    /// When the next contact is due, of somebody who should hear from us every so many days and last did on `last`.
    #[must_use]
    pub fn new(every: u16, last: NaiveDate, today: NaiveDate) -> Self {
        let by = last.checked_add_days(Days::new(every.into())).unwrap_or(NaiveDate::MAX);
        let since = (today - last).num_days() as i32;
        let pace = match since {
            since if since <= every.into() => Pace::InTime,
            // One and a half times the wished days, without halves of a day.
            since if since * 2 <= i32::from(every) * 3 => Pace::Due,
            _ => Pace::Overdue,
        };
        Self { every, since, by, pace }
    }

    /// How many times the wished days have gone by.
    #[must_use]
    pub fn ratio(self) -> f64 {
        f64::from(self.since) / f64::from(self.every.max(1))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(text: &str) -> NaiveDate {
        text.parse().unwrap()
    }

    #[test]
    fn what_was_said_of_one_goes_before_tags_and_these_before_the_class() {
        let tag = |tag: &str, days| TagCadence { tag: tag.into(), days };
        let cadence = Cadence { a: Some(30), b: Some(60), c: None, tags: vec![tag("press", 14), tag("friend", 7)] };
        let plain = Party::customer("Ada");
        assert_eq!(cadence.of(&plain, Some(Class::A)), Some(30));
        assert_eq!((cadence.of(&plain, Some(Class::C)), cadence.of(&plain, None)), (None, None));
        let tagged = Party { tags: vec!["press".into(), "friend".into()], ..plain };
        assert_eq!(cadence.of(&tagged, Some(Class::A)), Some(7), "the soonest of several");
        assert_eq!(cadence.of(&Party { cadence: Some(90), ..tagged.clone() }, Some(Class::A)), Some(90));
        assert_eq!(cadence.of(&Party { cadence: Some(0), ..tagged }, Some(Class::A)), None, "never");
        assert_eq!(cadence.flaws(31), []);
        let bad = Cadence { a: Some(0), tags: vec![tag("", 3), tag("x", 0), tag("y", 2), tag("y", 4)], ..cadence };
        let flaws: Vec<_> = bad.flaws(31).into_iter().map(|error| (error.index, error.flaw)).collect();
        let at = |index, flaw| (Some(index), flaw);
        let wanted = [at(0, Flaw::Missing), at(1, Flaw::OutOfRange), at(3, Flaw::Double)];
        assert_eq!(flaws[0], (None, Flaw::OutOfRange));
        assert_eq!(flaws[1..], wanted);
    }

    #[test]
    fn it_is_due_from_the_day_after_and_overdue_after_half_as_long_again() {
        let turn = |today| Turn::new(30, day("2026-01-01"), day(today));
        assert_eq!((turn("2026-01-31").pace, turn("2026-01-31").by), (Pace::InTime, day("2026-01-31")));
        assert_eq!(turn("2026-02-01").pace, Pace::Due);
        assert_eq!(turn("2026-02-15").pace, Pace::Due);
        assert_eq!(turn("2026-02-16").pace, Pace::Overdue);
        assert_eq!(Turn::new(1, day("2026-01-01"), day("2026-01-03")).pace, Pace::Overdue);
        assert!((turn("2026-03-02").ratio() - 2.0).abs() < 1e-12);
        assert_eq!(Turn::new(30, day("2026-03-01"), day("2026-01-01")).pace, Pace::InTime, "of another as-of day");
    }
}
