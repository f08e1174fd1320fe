//! The fields of a promise.

use super::{
    field::{At, Field, Record, Rests},
    parties,
};
use crate::domain::{
    day,
    decimal::Decimal,
    party::Party,
    promise::{Promise, State},
    record::{Kind, Row},
};

/// How it stands, in the order of [`Standing::ALL`].
pub const STANDINGS: &[&str] = &["late", "open", "kept", "kept-late", "broken"];

fn data<'a>(at: &At<'a>) -> Option<&'a Promise> {
    if let Record::Promise(row) = at.record { Some(&row.data) } else { None }
}

fn party<'a>(at: &At<'a>) -> Option<(u32, &'a Row<Party>)> {
    let parties = &at.source.book.parties;
    let slot = parties.slot(data(at)?.party)?;
    Some((slot, parties.at(slot)?))
}

/// The fields, in the order in which they are offered.
pub(super) fn fields() -> Vec<Field> {
    vec![
        Field::choice("standing", STANDINGS, |at| Some(data(at)?.standing(at.source.today) as i64)).of(4),
        Field::text("what", 1, |at, sink| {
            data(at).into_iter().for_each(|promise| sink(&promise.what));
        }),
        Field::text("customer", 0, |at, sink| {
            party(at).into_iter().for_each(|(_, row)| sink(&row.data.name));
        })
        .rests(Rests::On(Kind::Party)),
        Field::day("by", |at| Some(i64::from(day::number(data(at)?.by)))).of(2),
        Field::day("made", |at| Some(i64::from(day::number(data(at)?.made)))).of(3),
        Field::day("settled", |at| match data(at)?.state {
            State::Open => None,
            State::Kept(on) | State::Broken(on) => Some(i64::from(day::number(on))),
        }),
        Field::number("moves", |at| i64::try_from(data(at)?.moved.len()).ok()?.checked_mul(Decimal::SCALE)),
        Field::choice("class", parties::CLASSES, |at| {
            let (slot, row) = party(at)?;
            parties::class_at(at, slot, &row.data)
        })
        .rests(Rests::OnScores),
    ]
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::promise::Standing;

    #[test]
    fn every_standing_has_its_key() {
        assert_eq!(STANDINGS.len(), Standing::ALL.len());
        assert!(Standing::ALL.into_iter().enumerate().all(|(place, standing)| standing as usize == place));
    }
}
