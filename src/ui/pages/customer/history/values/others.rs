//! The fields of what belongs to a party in words.

use crate::{
    domain::{
        book::Book,
        cbor,
        id::Id,
        link::Tie,
        money::Currency,
        order::{Line, Order},
        party::Party,
    },
    i18n::{Locale, td_string},
    platform::{clock, format},
    ui::words,
};

use super::{Told, later, read};

/// A field of an order. Amounts are in its currency; that of an order which is gone is taken to be the workspace's.
pub fn order(locale: Locale, book: &Book, currency: Currency, number: u32, bytes: &[u8]) -> Told {
    let tag = words::tag(locale);
    Ok(match number {
        0 => party_name(book, read(bytes)?),
        1 | 7 => Some(read::<String>(bytes)?),
        2 => {
            let day = cbor::day::decode(&mut minicbor::Decoder::new(bytes), &mut ())?;
            Some(format::day(tag, day))
        }
        3 => read::<Option<u16>>(bytes)?.map(|minute| format!("{:02}:{:02}", minute / 60, minute % 60)),
        4 => Some(read::<Currency>(bytes)?.to_string()),
        5 => {
            let lines = read::<Vec<Line>>(bytes)?;
            let lines: Vec<String> = lines.iter().map(|line| line_words(locale, book, currency, line)).collect();
            Some(lines.join("; "))
        }
        6 => read::<Option<Id<Order>>>(bytes)?.map(|order| match book.get(order) {
            Some(row) if !row.data.number.is_empty() => row.data.number.to_string(),
            Some(row) => format::day(tag, row.data.day),
            None => td_string!(locale, common.unknown).to_owned(),
        }),
        _ => return later(),
    })
}

/// A field of a note.
pub fn note(locale: Locale, book: &Book, number: u32, bytes: &[u8]) -> Told {
    Ok(match number {
        0 => party_name(book, read(bytes)?),
        1 => Some(match clock::day_of(read(bytes)?, &book.settings().time_zone) {
            Some(day) => format::day(words::tag(locale), day),
            None => td_string!(locale, common.unknown).to_owned(),
        }),
        2 => Some(read::<String>(bytes)?),
        3 => Some(yes_no(locale, read(bytes)?)),
        _ => return later(),
    })
}

/// A field of a connection.
pub fn link(locale: Locale, book: &Book, number: u32, bytes: &[u8]) -> Told {
    Ok(match number {
        0 | 2 => party_name(book, read(bytes)?),
        1 => Some(words::tie(locale, read::<Tie>(bytes)?).to_owned()),
        3 => Some(read::<String>(bytes)?),
        4 => Some(yes_no(locale, read(bytes)?)),
        _ => return later(),
    })
}

fn party_name(book: &Book, id: Id<Party>) -> Option<String> {
    book.get(id).map(|row| row.data.name.clone())
}

fn yes_no(locale: Locale, yes: bool) -> String {
    if yes { td_string!(locale, fields.yes) } else { td_string!(locale, fields.no) }.to_owned()
}

/// "2 × Chair: €240.00".
fn line_words(locale: Locale, book: &Book, currency: Currency, line: &Line) -> String {
    let tag = words::tag(locale);
    let product = line.product.and_then(|id| book.get(id)).map(|row| row.data.name.as_str());
    let what = if line.text.is_empty() { product.unwrap_or_default() } else { &line.text };
    let money = format::money(tag, line.net(), currency.code(), currency.exponent());
    let quantity = format::decimal_text(tag, &line.quantity.to_string());
    if what.is_empty() { format!("{quantity} × {money}") } else { format!("{quantity} × {what}: {money}") }
}
