//! The fields of a deal, and the pipelines, in words.

use uuid::Uuid;

use crate::{
    domain::{
        book::Book,
        cbor,
        deal::{Deal, Standing},
        id::Id,
        money::{Currency, Money},
        order::{Line, Order},
        pipeline::Pipeline,
    },
    i18n::{Locale, td_string},
    platform::format,
    ui::{pages::customer::amounts::money_text, words},
};

use super::{
    Told, later,
    others::{line_words, party_name},
    read,
};

/// A field of a deal. Amounts are in its currency; that of a deal which is gone is taken to be the workspace's.
pub fn deal(locale: Locale, book: &Book, id: Id<Deal>, number: u32, bytes: &[u8]) -> Told {
    let tag = words::tag(locale);
    let currency = || book.get(id).map_or_else(|| book.settings().currency, |row| row.data.currency);
    let pipelines = || book.settings().pipelines();
    let unknown = || td_string!(locale, common.unknown).to_owned();
    let bare = |bytes: &[u8]| cbor::uuid::decode(&mut minicbor::Decoder::new(bytes), &mut ());
    Ok(match number {
        0 => party_name(book, read(bytes)?),
        1 | 12 | 14 | 17 => Some(read::<String>(bytes)?),
        2 => {
            let id: Uuid = bare(bytes)?;
            let found = pipelines().into_iter().find(|pipeline| pipeline.id == id);
            Some(found.map_or_else(unknown, |pipeline| words::pipeline(locale, &pipeline)))
        }
        3 => {
            let id: Uuid = bare(bytes)?;
            let found = pipelines().into_iter().find_map(|pipeline| pipeline.stage(id).cloned());
            Some(found.map_or_else(unknown, |stage| words::stage(locale, &stage)))
        }
        4 | 18 => Some(format::day(tag, cbor::day::decode(&mut minicbor::Decoder::new(bytes), &mut ())?)),
        9 | 11 | 15 => {
            cbor::optional_day::decode(&mut minicbor::Decoder::new(bytes), &mut ())?.map(|day| format::day(tag, day))
        }
        5 => Some(read::<Currency>(bytes)?.to_string()),
        6 => read::<Option<i64>>(bytes)?.map(|minor| money_text(locale, Money { minor, currency: currency() })),
        7 => {
            let lines = read::<Vec<Line>>(bytes)?;
            let told = lines.iter().map(|line| line_words(locale, book, currency(), line));
            Some(told.collect::<Vec<_>>().join("; "))
        }
        8 => read::<Option<u8>>(bytes)?.map(|share| format::percent(tag, f64::from(share) / 100.0, 0)),
        10 => Some(words::deal_standing(locale, read::<Standing>(bytes)?).to_owned()),
        13 => Some(read::<Vec<String>>(bytes)?.join("; ")),
        16 => read::<Option<Id<Order>>>(bytes)?
            .map(|order| book.get(order).map_or_else(unknown, |row| format::day(tag, row.data.day))),
        _ => return later(),
    })
}

/// Pipelines with their steps: "Sales: Enquiry, Talks".
pub fn pipelines(locale: Locale, bytes: &[u8]) -> Told {
    let told = |pipeline: &Pipeline| {
        let stages: Vec<String> = pipeline.stages.iter().map(|stage| words::stage(locale, stage)).collect();
        format!("{}: {}", words::pipeline(locale, pipeline), format::list(words::tag(locale), &stages))
    };
    Ok(Some(read::<Vec<Pipeline>>(bytes)?.iter().map(told).collect::<Vec<_>>().join("; ")))
}
