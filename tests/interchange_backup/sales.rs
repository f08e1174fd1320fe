//! Arbitrary deals and pipelines.

use kith::domain::{
    deal::{Deal, Standing},
    money::Currency,
    order::Order,
    pipeline::{Pipeline, Stage},
};
use proptest::{prelude::*, sample::select};
use uuid::Uuid;

use crate::books::{currency, day, id, line, maybe_text, text};

pub fn deal() -> impl Strategy<Value = Deal> {
    let texts = (text(), maybe_text(), maybe_text(), maybe_text());
    let days = (day(), prop::option::of(day()), prop::option::of(day()), prop::option::of(0..400_u64));
    let worth = (
        currency(),
        prop::option::of(0..=Order::MAX_AMOUNT),
        prop::collection::vec(line(), 0..3),
        prop::option::of(0..=100_u8),
    );
    let rest = (
        select(Standing::ALL.to_vec()),
        prop::collection::vec(text(), 0..3),
        any::<u128>(),
        prop::option::of((0..9_u8).prop_map(id)),
    );
    (texts, days, worth, rest).prop_map(|(texts, days, worth, (standing, competitors, stage, order))| {
        let (title, reason, next, note) = texts;
        let (begun, closes, next_by, lasted) = days;
        let (currency, amount, lines, probability) = worth;
        let ended = lasted.and_then(|days| begun.checked_add_days(chrono::Days::new(days)));
        Deal {
            title,
            stage: Uuid::from_u128(stage),
            amount,
            lines,
            probability,
            closes,
            standing,
            ended: ended.filter(|day| *day <= "2200-12-31".parse().unwrap()),
            reason,
            competitors,
            next,
            next_by,
            order,
            note,
            ..Deal::new(id(0), &Pipeline::usual(), currency, begun)
        }
    })
}

/// Name, chance, days until a deal in it is stale.
type Step = (String, u8, Option<u16>);

pub fn pipelines() -> impl Strategy<Value = Vec<Pipeline>> {
    let stage = (text(), 0..=100_u8, prop::option::of(any::<u16>()));
    let pipeline = (text(), prop::collection::vec(stage, 1..4));
    prop::collection::vec(pipeline, 0..3).prop_map(|pipelines| {
        let numbered = pipelines.into_iter().zip(1_u128..);
        let pipeline = |((name, stages), number): ((String, Vec<Step>), u128)| {
            let stage = |((name, probability, rots), place): (Step, u128)| Stage {
                id: Uuid::from_u128(number << 32 | place),
                // No two steps share a name.
                name: format!("{name} {place}"),
                probability,
                rots,
            };
            Pipeline { id: Uuid::from_u128(number), name, stages: stages.into_iter().zip(1..).map(stage).collect() }
        };
        numbered.map(pipeline).collect()
    })
}

/// One with something in every field.
pub fn full(day: chrono::NaiveDate) -> Deal {
    let deal = Deal::new(id(2), &Pipeline::usual(), Currency::EUR, day);
    Deal {
        title: "A new shop".into(),
        amount: Some(120_000),
        probability: Some(60),
        closes: Some(day),
        standing: Standing::Won,
        ended: Some(day),
        reason: "The samples".into(),
        competitors: vec!["Globex".into()],
        next: "Deliver".into(),
        next_by: Some(day),
        order: Some(id(1)),
        note: "Met at the fair".into(),
        ..deal
    }
}
