//! The fields of an order.

use super::{
    field::{AGES, At, Choices, Facet, Field, Form, Read, Rests},
    parties,
};
use crate::domain::{
    bill::Paid,
    day,
    decimal::Decimal,
    money::Money,
    order::Order,
    party::Party,
    record::{Kind, Row},
};

const KINDS: &[&str] = &["order", "refund", "free"];
const PAYMENTS: &[&str] = &["late", "open", "paid"];

fn data<'a>(at: &At<'a>) -> Option<&'a Order> {
    at.order().map(|row| &row.data)
}

fn party<'a>(at: &At<'a>) -> Option<(u32, &'a Row<Party>)> {
    let parties = &at.source.book.parties;
    let slot = parties.slot(data(at)?.party)?;
    Some((slot, parties.at(slot)?))
}

fn kind(order: &Order) -> i64 {
    match order.total() {
        1.. => 0,
        0 => 2,
        _ => 1,
    }
}

fn payment(at: &At<'_>) -> Option<i64> {
    Some(match data(at)?.paid(at.source.today)? {
        Paid::Late { .. } => 0,
        Paid::Open => 1,
        Paid::Whole => 2,
    })
}

/// The fields, in the order in which they are offered.
pub(super) fn fields() -> Vec<Field> {
    vec![
        Field::day("day", |at| Some(i64::from(day::number(data(at)?.day)))).of(2).facet(AGES),
        Field::text("number", 1, |at, sink| {
            data(at).filter(|order| !order.number.is_empty()).into_iter().for_each(|order| sink(&order.number));
        }),
        Field::text("customer", 0, |at, sink| {
            party(at).into_iter().for_each(|(_, row)| sink(&row.data.name));
        })
        .rests(Rests::On(Kind::Party)),
        Field::money("amount", |at| data(at).map(Order::money)).of(5),
        Field {
            facet: Facet::Values,
            ..Field::new(
                "currency",
                Form::Choice,
                Some(4),
                Read::Texts(|at, sink| {
                    data(at).into_iter().for_each(|order| sink(order.currency.code()));
                }),
            )
        },
        Field::choice("kind", KINDS, |at| data(at).map(kind)),
        Field {
            facet: Facet::Values,
            rests: Rests::On(Kind::Product),
            ..Field::new(
                "product",
                Form::Tags,
                Some(5),
                Read::Texts(|at, sink| {
                    let lines = data(at).into_iter().flat_map(|order| &order.lines);
                    let products = lines.filter_map(|line| at.source.book.get(line.product?));
                    products.for_each(|row| sink(&row.data.name));
                }),
            )
        },
        Field::number("lines", |at| i64::try_from(data(at)?.lines.len()).ok()?.checked_mul(Decimal::SCALE)),
        Field::money("cost", |at| {
            let order = data(at)?;
            Some(Money { minor: order.cost()?, currency: order.currency })
        }),
        Field::money("margin", |at| {
            let order = data(at)?;
            Some(Money { minor: order.total().saturating_sub(order.cost()?), currency: order.currency })
        }),
        Field::choice("payment", PAYMENTS, payment).of(8),
        Field::day("payby", |at| Some(i64::from(day::number(data(at)?.bill.as_ref()?.due?)))).of(8),
        Field::money("owed", |at| {
            let order = data(at)?;
            let minor = order.owed(at.source.today);
            (minor > 0).then_some(Money { minor, currency: order.currency })
        }),
        Field::choice("class", parties::CLASSES, |at| {
            let (slot, row) = party(at)?;
            parties::class_at(at, slot, &row.data)
        })
        .rests(Rests::OnScores),
        Field::choice("segment", parties::SEGMENTS, |at| {
            let (slot, row) = party(at)?;
            parties::segment_at(at, slot, &row.data)
        })
        .rests(Rests::OnScores),
        Field {
            choices: Choices::Free,
            rests: Rests::On(Kind::Party),
            ..Field::new(
                "tag",
                Form::Tags,
                None,
                Read::Texts(|at, sink| {
                    party(at).into_iter().flat_map(|(_, row)| &row.data.tags).for_each(|tag| sink(tag));
                }),
            )
        },
        Field::text("note", 7, |at, sink| {
            data(at).filter(|order| !order.note.is_empty()).into_iter().for_each(|order| sink(&order.note));
        })
        .editable(),
    ]
}
