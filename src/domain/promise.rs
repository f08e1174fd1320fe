//! A promise of ours: what, to whom, by when, and whether we kept it.

use chrono::{Datelike, NaiveDate};
use minicbor::{Decode, Encode};
use serde::{Deserialize, Serialize};

use super::{
    flaw::{FieldError, Flaw, TEXT, required},
    id::Id,
    order::Order,
    party::Party,
    record::{Kind, Record},
};

/// What became of it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default, Encode, Decode, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum State {
    /// Nothing yet.
    #[default]
    #[n(0)]
    Open,
    /// We did what we said, on that day.
    #[n(1)]
    Kept(#[cbor(n(0), with = "super::cbor::day")] NaiveDate),
    /// We did not and will not; it was clear on that day.
    #[n(2)]
    Broken(#[cbor(n(0), with = "super::cbor::day")] NaiveDate),
}

/// A day that was agreed on before another one was.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Encode, Decode, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Moved {
    /// The day by which it was promised.
    #[cbor(n(0), with = "super::cbor::day")]
    pub from: NaiveDate,
    /// The day on which another one was agreed on.
    #[cbor(n(1), with = "super::cbor::day")]
    pub on: NaiveDate,
}

/// Something that we promised.
#[derive(Debug, Clone, PartialEq, Encode, Decode, Serialize, Deserialize)]
#[cbor(map)]
#[serde(deny_unknown_fields)]
pub struct Promise {
    /// To whom.
    #[n(0)]
    pub party: Id<Party>,
    /// What. Never empty.
    #[n(1)]
    pub what: String,
    /// The civil day by which, in the workspace's time zone.
    #[cbor(n(2), with = "super::cbor::day")]
    pub by: NaiveDate,
    /// The day on which it was promised.
    #[cbor(n(3), with = "super::cbor::day")]
    pub made: NaiveDate,
    /// What became of it.
    #[n(4)]
    pub state: State,
    /// The days that were agreed on before, the first one first.
    #[cbor(n(5), skip_if = "Vec::is_empty")]
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub moved: Vec<Moved>,
}

/// How a promise stands on a day.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Standing {
    /// Open, and past its day.
    Late,
    /// Open, and there is time.
    Open,
    /// Kept by its day.
    KeptOnTime,
    /// Kept, but after its day, or after its day was put off when it was gone already.
    KeptLate,
    /// Not kept.
    Broken,
}

impl Standing {
    /// Every one, in the order in which they stand in a list.
    pub const ALL: [Self; 5] = [Self::Late, Self::Open, Self::KeptOnTime, Self::KeptLate, Self::Broken];

    /// Whether it is still to be kept.
    pub const fn is_open(self) -> bool {
        matches!(self, Self::Late | Self::Open)
    }
}

impl Promise {
    /// The most days that are kept of a promise that was put off again and again.
    pub const MOST_MOVES: usize = 1_000;

    /// An open promise.
    pub fn new(party: Id<Party>, what: impl Into<String>, made: NaiveDate, by: NaiveDate) -> Self {
        Self { party, what: what.into(), by, made, state: State::Open, moved: Vec::new() }
    }

    /// How it stands on `today`.
    pub fn standing(&self, today: NaiveDate) -> Standing {
        match self.state {
            State::Open if self.by < today => Standing::Late,
            State::Open => Standing::Open,
            State::Kept(on) if on <= self.by && self.moved.iter().all(|moved| moved.on <= moved.from) => {
                Standing::KeptOnTime
            }
            State::Kept(_) => Standing::KeptLate,
            State::Broken(_) => Standing::Broken,
        }
    }

    /// The promise with another day, agreed on at `on`. The same day changes nothing.
    #[must_use]
    pub fn renegotiated(&self, by: NaiveDate, on: NaiveDate) -> Self {
        let mut promise = Self { state: State::Open, ..self.clone() };
        if by != self.by {
            promise.moved.push(Moved { from: self.by, on });
            promise.by = by;
        }
        promise
    }

    /// Everything that is wrong with it, by field; empty when it may be saved.
    pub fn flaws(&self) -> Vec<FieldError> {
        let is_day = |day: NaiveDate| Order::YEARS.contains(&day.year());
        let settled = match self.state {
            State::Open => None,
            State::Kept(on) | State::Broken(on) => Some(on),
        };
        let is_moved = self.moved.iter().all(|moved| is_day(moved.from) && is_day(moved.on));
        [
            required(1, &self.what, TEXT),
            (!is_day(self.by)).then_some(FieldError::of(2, Flaw::OutOfRange)),
            (!is_day(self.made)).then_some(FieldError::of(3, Flaw::OutOfRange)),
            (self.by < self.made).then_some(FieldError::of(2, Flaw::NotRising)),
            settled.filter(|on| !is_day(*on)).map(|_| FieldError::of(4, Flaw::OutOfRange)),
            (!is_moved || self.moved.len() > Self::MOST_MOVES).then_some(FieldError::of(5, Flaw::OutOfRange)),
        ]
        .into_iter()
        .flatten()
        .collect()
    }
}

impl Record for Promise {
    const KIND: Kind = Kind::Promise;
    const FIELDS: &'static [u32] = &[0, 1, 2, 3, 4, 5];

    fn title(&self) -> &str {
        self.what.lines().next().unwrap_or_default()
    }
}

/// How far one can rely on us: promises counted by how they stand.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
pub struct Reliability {
    /// Kept by their day.
    pub on_time: u32,
    /// Kept, by their day or after it.
    pub kept: u32,
    /// Broken.
    pub broken: u32,
    /// Open and past their day.
    pub late: u32,
    /// Open, with time left: these say nothing yet.
    pub open: u32,
}

impl Reliability {
    /// Counts promises as they stand on `today`.
    pub fn of<'a>(promises: impl Iterator<Item = &'a Promise>, today: NaiveDate) -> Self {
        let mut sum = Self::default();
        for promise in promises {
            match promise.standing(today) {
                Standing::Late => sum.late += 1,
                Standing::Open => sum.open += 1,
                Standing::KeptOnTime => {
                    sum.kept += 1;
                    sum.on_time += 1;
                }
                Standing::KeptLate => sum.kept += 1,
                Standing::Broken => sum.broken += 1,
            }
        }
        sum
    }

    /// How many have come to count: kept, broken or late.
    pub const fn counted(self) -> u32 {
        self.kept + self.broken + self.late
    }

    /// The share kept by their day, 0 to 1; none where nothing has come to count.
    pub fn share(self) -> Option<f64> {
        (self.counted() > 0).then(|| f64::from(self.on_time) / f64::from(self.counted()))
    }
}

#[cfg(test)]
mod tests {
    use uuid::Uuid;

    use super::*;

    fn day(text: &str) -> NaiveDate {
        text.parse().unwrap()
    }

    fn promise(state: State) -> Promise {
        let party = Id::new(Uuid::from_u128(1));
        Promise { state, ..Promise::new(party, "Send the offer", day("2026-03-01"), day("2026-03-10")) }
    }

    #[test]
    fn an_open_promise_is_late_the_day_after() {
        let open = promise(State::Open);
        assert_eq!(open.standing(day("2026-03-10")), Standing::Open);
        assert_eq!(open.standing(day("2026-03-11")), Standing::Late);
    }

    #[test]
    fn a_new_day_agreed_on_in_time_counts_and_one_agreed_on_too_late_does_not() {
        let today = day("2026-04-01");
        let in_time = promise(State::Open).renegotiated(day("2026-03-20"), day("2026-03-10"));
        let too_late = promise(State::Open).renegotiated(day("2026-03-20"), day("2026-03-11"));
        let kept = |promise: &Promise, on| Promise { state: State::Kept(day(on)), ..promise.clone() }.standing(today);
        assert_eq!(kept(&in_time, "2026-03-20"), Standing::KeptOnTime);
        assert_eq!(kept(&in_time, "2026-03-21"), Standing::KeptLate);
        assert_eq!(kept(&too_late, "2026-03-12"), Standing::KeptLate);
        assert_eq!(in_time.moved, [Moved { from: day("2026-03-10"), on: day("2026-03-10") }]);
        assert_eq!(promise(State::Open).renegotiated(day("2026-03-10"), day("2026-03-05")), promise(State::Open));
    }

    #[test]
    fn reliability_is_never_a_share_of_nothing() {
        let today = day("2026-03-12");
        let open = Promise { by: day("2026-03-30"), ..promise(State::Open) };
        let nothing_yet = Reliability::of([open.clone()].iter(), today);
        assert_eq!((nothing_yet.open, nothing_yet.counted(), nothing_yet.share()), (1, 0, None));
        let all = [
            open,
            promise(State::Open),
            promise(State::Kept(day("2026-03-09"))),
            promise(State::Kept(day("2026-03-11"))),
            promise(State::Broken(day("2026-03-11"))),
        ];
        let sum = Reliability::of(all.iter(), today);
        assert_eq!(sum, Reliability { on_time: 1, kept: 2, broken: 1, late: 1, open: 1 });
        assert_eq!(sum.share(), Some(0.25));
    }

    #[test]
    fn everything_wrong_is_told_at_once() {
        assert_eq!(promise(State::Open).flaws(), []);
        let far = day("+99999-01-01");
        let moved = vec![Moved { from: far, on: far }];
        let wrong = Promise { what: " ".into(), by: far, moved, ..promise(State::Kept(far)) };
        assert_eq!(wrong.flaws().iter().map(|flaw| flaw.number).collect::<Vec<_>>(), [1, 2, 4, 5]);
        let back = Promise { by: day("2026-02-01"), ..promise(State::Open) };
        assert_eq!(back.flaws(), [FieldError::of(2, Flaw::NotRising)]);
    }
}
