//! A promise while it is being written.

use chrono::NaiveDate;
use minicbor::{Decode, Encode};

use crate::{
    domain::{flaw::Flaw, id::Id, party::Party, promise::Promise},
    ui::pages::customer::wrong::{Place, Wrong},
};

/// What is typed.
#[derive(Debug, Clone, PartialEq, Eq, Default, Encode, Decode)]
pub struct PromiseDraft {
    /// What was promised.
    #[n(0)]
    pub what: String,
    /// The day by which, as `YYYY-MM-DD`.
    #[n(1)]
    pub by: String,
    /// The day on which it was promised.
    #[n(2)]
    pub made: String,
}

impl PromiseDraft {
    /// The draft of a promise.
    pub fn of(promise: &Promise) -> Self {
        Self { what: promise.what.clone(), by: promise.by.to_string(), made: promise.made.to_string() }
    }

    /// A new one, made on a day; by when has to be said.
    pub fn fresh(today: NaiveDate) -> Self {
        Self { made: today.to_string(), ..Self::default() }
    }

    /// Reads the promise; what the form does not show stays as `old` has it.
    ///
    /// # Errors
    /// Everything that is wrong, each next to its input.
    pub fn parse(&self, party: Id<Party>, old: Option<&Promise>) -> Result<Promise, Vec<Wrong>> {
        let mut wrongs = Vec::new();
        let mut day = |number: u32, text: &str| match text.trim() {
            "" => {
                wrongs.push(Place::of(number).is(Flaw::Missing));
                None
            }
            text => text.parse::<NaiveDate>().map_err(|_| wrongs.push(Place::of(number).is(Flaw::NotADate))).ok(),
        };
        let (by, made) = (day(2, &self.by), day(3, &self.made));
        // A day that is missing is told already; the other one stands for it where the rest is looked at.
        let (by, made) = (by.or(made).unwrap_or_default(), made.or(by).unwrap_or_default());
        let promise = match old {
            Some(old) => Promise { what: self.what.trim().to_owned(), by, made, ..old.clone() },
            None => Promise::new(party, self.what.trim(), made, by),
        };
        if wrongs.is_empty() || self.what.trim().is_empty() {
            let told = promise.flaws().into_iter().map(Wrong::from);
            let more: Vec<Wrong> = told.filter(|wrong| wrongs.is_empty() || wrong.place.number == 1).collect();
            wrongs.extend(more);
        }
        if wrongs.is_empty() { Ok(promise) } else { Err(wrongs) }
    }
}

#[cfg(test)]
mod tests {
    use uuid::Uuid;

    use super::*;
    use crate::domain::promise::{Moved, State};

    fn day(text: &str) -> NaiveDate {
        text.parse().unwrap()
    }

    fn promise() -> Promise {
        let party = Id::new(Uuid::from_u128(1));
        let moved = vec![Moved { from: day("2026-03-05"), on: day("2026-03-04") }];
        let state = State::Kept(day("2026-03-08"));
        Promise { state, moved, ..Promise::new(party, "Send the offer", day("2026-03-01"), day("2026-03-10")) }
    }

    #[test]
    fn a_promise_put_into_the_form_and_saved_is_the_same() {
        assert_eq!(PromiseDraft::of(&promise()).parse(promise().party, Some(&promise())), Ok(promise()));
    }

    #[test]
    fn everything_wrong_is_told_where_it_stands() {
        let fresh = PromiseDraft::fresh(day("2026-03-01"));
        let told = fresh.parse(promise().party, None).unwrap_err();
        assert_eq!(told, [Place::of(2).is(Flaw::Missing), Place::of(1).is(Flaw::Missing)]);
        let back = PromiseDraft { by: "2026-02-01".into(), what: "x".into(), ..fresh };
        assert_eq!(back.parse(promise().party, None), Err(vec![Place::of(2).is(Flaw::NotRising)]));
    }
}
