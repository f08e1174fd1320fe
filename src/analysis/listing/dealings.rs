//! What other records tell of a customer: when they bought, when and how long we talked, what that brought, what they answered.

use std::cmp::Reverse;

use chrono::NaiveDate;

use super::bought;
use super::field::{AGES, At, Facet, Field, Form, Read, Rests, Sink};
use crate::{
    analysis::{columns::Day, period::Period, profit::hourly, turn::turn},
    domain::{
        cadence::{Pace, Turn},
        class::Class,
        day,
        decimal::Decimal,
        interaction::Interaction,
        money::Money,
        order::Order,
        record::Kind,
        survey::{Question, Survey},
    },
};

/// The last day that exists.
fn as_of(at: &At<'_>) -> Day {
    at.source.scores.summary.as_of
}

/// The day on which we were last in touch: what was tried in vain does not count.
fn last_contact(at: &At<'_>) -> Option<i64> {
    let talks = at.source.book.of::<Interaction>(at.party()?.id).filter(|row| row.data.outcome.is_contact());
    Some(at.source.day_of(talks.map(|row| row.data.at).max()?))
}

/// How it stands with the next contact.
fn next_turn(at: &At<'_>) -> Option<Turn> {
    let (row, source) = (at.party()?, at.source);
    let class = source.scores.abc.class.get(at.slot as usize).copied().and_then(Class::from_code);
    let day_of = |instant| day::from_number(i32::try_from(source.day_of(instant)).ok()?);
    turn(source.book, &source.settings.cadence, row, row.data.abc.or(class), source.today, day_of)
}

/// How it stands, by the places of [`PACES`].
const PACES: &[&str] = &["overdue", "due", "in-time"];

fn pace(at: &At<'_>) -> Option<i64> {
    Some(match next_turn(at)?.pace {
        Pace::Overdue => 0,
        Pace::Due => 1,
        Pace::InTime => 2,
    })
}

/// The months with an order above zero, as cohorts count them.
fn months(at: &At<'_>, sink: &mut Sink<'_>) {
    let Some(party) = at.party() else { return };
    let rows = bought::rows(at.source.book, at.source.settings, party.id, as_of(at));
    let mut months: Vec<i32> = rows.iter().filter(|row| row.amount > 0).map(|row| Period::Month.of(row.day)).collect();
    months.dedup();
    let first_day = |month: &i32| day::from_number(Period::Month.first_day(*month));
    months.iter().filter_map(first_day).for_each(|first| sink(&month_key(first)));
}

/// How filters write the month of a day.
pub fn month_key(day: NaiveDate) -> String {
    day.format("%Y-%m").to_string()
}

/// The minutes that conversations took, as far as they were written down.
fn minutes(at: &At<'_>) -> Option<u32> {
    let talks = at.source.book.of::<Interaction>(at.party()?.id).map(|row| &row.data);
    let until = i64::from(as_of(at));
    let took = talks.filter(|talk| at.source.day_of(talk.at) <= until).filter_map(|talk| talk.minutes);
    took.fold(None, |sum, minutes| Some(sum.unwrap_or(0u32).saturating_add(minutes)))
}

/// What an hour with them brings.
fn an_hour(at: &At<'_>) -> Option<Money> {
    let (summary, slot) = (&at.source.scores.summary, at.slot as usize);
    let (paid, costs) = (*summary.net.get(slot)?, *summary.cost.get(slot)?);
    let minor = hourly(&[paid], &[costs], &[minutes(at)?]).get(0)?;
    Some(Money { minor, currency: at.source.settings.currency })
}

/// What has still to come in, each order at the rate of its day; what has no rate is left out, as everywhere.
fn owed(at: &At<'_>) -> Option<Money> {
    let settings = at.source.settings;
    let orders = at.source.book.of::<Order>(at.party()?.id).map(|row| &row.data);
    let owed = orders.filter_map(|order| {
        let minor = order.owed(at.source.today);
        if minor > 0 { settings.convert(minor, order.currency, order.day).ok() } else { None }
    });
    let minor = owed.fold(0, i64::saturating_add);
    (minor > 0).then_some(Money { minor, currency: settings.currency })
}

/// The latest answer to a question.
fn answer<'a>(at: &At<'a>, question: Question) -> Option<&'a Survey> {
    let answers = at.source.book.of::<Survey>(at.party()?.id).map(|row| &row.data);
    let of_it = answers.filter(|survey| survey.question == question && day::number(survey.day) <= as_of(at));
    // Of two of one day the lower one counts, as in the analysis.
    of_it.max_by_key(|survey| (survey.day, Reverse(survey.answer)))
}

fn given(at: &At<'_>, question: Question) -> Option<i64> {
    Some(i64::from(answer(at, question)?.answer) * Decimal::SCALE)
}

fn given_on(at: &At<'_>, question: Question) -> Option<i64> {
    Some(i64::from(day::number(answer(at, question)?.day)))
}

/// The keys of the latest answer to a question and of its day.
pub fn answer_keys(question: Question) -> [&'static str; 2] {
    match question {
        Question::Nps => ["nps", "npson"],
        Question::Csat => ["csat", "csaton"],
        Question::Ces => ["ces", "ceson"],
    }
}

/// The fields, in the order in which they are offered.
pub(super) fn fields() -> Vec<Field> {
    let heard = |field: Field| field.rests(Rests::OnScoresAnd(Kind::Interaction));
    let said = |field: Field| field.rests(Rests::OnScoresAnd(Kind::Survey));
    vec![
        Field::day("contact", last_contact).facet(AGES).rests(Rests::On(Kind::Interaction)),
        heard(Field::choice("pace", PACES, pace).facet(Facet::None)),
        heard(Field::day("nextcontact", |at| Some(i64::from(day::number(next_turn(at)?.by))))),
        // Not in the rail: it goes through every order, so only who asks for it waits for it.
        Field::new("ordered", Form::Tags, None, Read::Texts(months)).rests(Rests::OnScores),
        Field::money("owed", owed).rests(Rests::On(Kind::Order)),
        heard(Field::number("hours", |at| Some((i64::from(minutes(at)?) * Decimal::SCALE + 30) / 60)).summed()),
        heard(Field { summed: false, ..Field::money("hourly", an_hour) }),
        said(Field::number("nps", |at| given(at, Question::Nps))),
        said(Field::day("npson", |at| given_on(at, Question::Nps))),
        said(Field::number("csat", |at| given(at, Question::Csat))),
        said(Field::day("csaton", |at| given_on(at, Question::Csat))),
        said(Field::number("ces", |at| given(at, Question::Ces))),
        said(Field::day("ceson", |at| given_on(at, Question::Ces))),
    ]
}
