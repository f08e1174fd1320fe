//! The fields of a task.

use super::{
    field::{At, Facet, Field, Form, Read, Record, Rests},
    parties,
};
use crate::domain::{
    day,
    party::Party,
    record::{Kind, Row},
    task::{Task, Turn},
};

/// When its turn is, in the order of [`Turn::ALL`].
pub const TURNS: &[&str] = &["overdue", "today", "tomorrow", "week", "later", "undated", "done"];
const PRIORITIES: &[&str] = &["normal", "high"];

fn data<'a>(at: &At<'a>) -> Option<&'a Task> {
    if let Record::Task(row) = at.record { Some(&row.data) } else { None }
}

fn party<'a>(at: &At<'a>) -> Option<(u32, &'a Row<Party>)> {
    let parties = &at.source.book.parties;
    let slot = parties.slot(data(at)?.party?)?;
    Some((slot, parties.at(slot)?))
}

/// The fields, in the order in which they are offered.
pub(super) fn fields() -> Vec<Field> {
    vec![
        Field::choice("turn", TURNS, |at| Some(Turn::of(data(at)?, at.source.today) as i64)),
        Field::text("title", 1, |at, sink| {
            data(at).into_iter().for_each(|task| sink(&task.title));
        }),
        Field::day("due", |at| Some(i64::from(day::number(data(at)?.due?)))).of(2).then("title"),
        Field::text("customer", 0, |at, sink| {
            party(at).into_iter().for_each(|(_, row)| sink(&row.data.name));
        })
        .rests(Rests::On(Kind::Party)),
        Field::choice("priority", PRIORITIES, |at| Some(data(at)?.priority as i64)).of(8),
        Field::day("done", |at| Some(at.source.day_of(data(at)?.done?))).of(4),
        Field {
            facet: Facet::Values,
            ..Field::new(
                "repeats",
                Form::YesNo,
                Some(5),
                Read::Number(|at| Some(i64::from(data(at)?.repeat.is_some()))),
            )
        },
        Field::day("snoozed", |at| Some(i64::from(day::number(data(at)?.snoozed?)))).of(9),
        Field::choice("class", parties::CLASSES, |at| {
            let (slot, row) = party(at)?;
            parties::class_at(at, slot, &row.data)
        })
        .rests(Rests::OnScores),
        Field::text("details", 7, |at, sink| {
            data(at).filter(|task| !task.body.is_empty()).into_iter().for_each(|task| sink(&task.body));
        }),
    ]
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_turn_has_its_key() {
        assert_eq!(TURNS.len(), Turn::ALL.len());
        assert!(Turn::ALL.into_iter().enumerate().all(|(place, turn)| turn as usize == place));
    }
}
