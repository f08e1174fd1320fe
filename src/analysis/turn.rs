//! Whose turn it is to hear from us: the cadence that holds for somebody, held against the last real contact.

use chrono::NaiveDate;

use crate::domain::{
    book::Book,
    cadence::{Cadence, Turn},
    class::Class,
    interaction::Interaction,
    order::Order,
    party::Party,
    record::Row,
};

/// How it stands with the next contact. Who was never talked to, as far as anybody wrote down, is counted from the last order; what is
/// dated after today has not happened yet. Of whom neither is known nothing is said. None also where nobody said how often, and of
/// those who do not want to be contacted.
///
/// `day_of` is the civil day of an instant.
#[must_use]
pub fn turn(
    book: &Book,
    cadence: &Cadence,
    row: &Row<Party>,
    class: Option<Class>,
    today: NaiveDate,
    day_of: impl Fn(u64) -> Option<NaiveDate>,
) -> Option<Turn> {
    if row.data.no_contact {
        return None;
    }
    let every = cadence.of(&row.data, class)?;
    let talks = book.of::<Interaction>(row.id).map(|talk| &talk.data).filter(|talk| talk.outcome.is_contact());
    let last = talks.filter_map(|talk| day_of(talk.at)).filter(|day| *day <= today).max();
    let bought = || book.of::<Order>(row.id).map(|order| order.data.day).filter(|day| *day <= today).max();
    Some(Turn::new(every, last.or_else(bought)?, today))
}
