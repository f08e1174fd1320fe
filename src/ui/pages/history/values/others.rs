//! The fields of what belongs to a party in words.

use crate::{
    domain::{
        bill::Bill,
        book::Book,
        cbor,
        contact::Channel,
        id::Id,
        interaction::{Direction, Mood, Outcome},
        link::Tie,
        money::Currency,
        order::{Line, Order},
        party::Party,
        promise::{Moved, State},
        survey::Question,
        task::{Item, Priority, Repeat, Task},
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
        3 => read::<Option<u16>>(bytes)?.map(clock_time),
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
        8 => read::<Option<Bill>>(bytes)?.map(|bill| {
            let due = bill.due.map(|due| td_string!(locale, work.by_day, day = format::day(tag, due)));
            let came = bill.payments.iter().map(|payment| {
                let money = format::money(tag, payment.amount, currency.code(), currency.exponent());
                format!("{money} ({})", format::day(tag, payment.day))
            });
            due.into_iter().chain(came).collect::<Vec<_>>().join("; ")
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

/// A field of an answer.
pub fn survey(locale: Locale, book: &Book, number: u32, bytes: &[u8]) -> Told {
    let tag = words::tag(locale);
    Ok(match number {
        0 => party_name(book, read(bytes)?),
        1 => Some(format::day(tag, cbor::day::decode(&mut minicbor::Decoder::new(bytes), &mut ())?)),
        2 => Some(words::question(locale, read::<Question>(bytes)?).to_owned()),
        3 => Some(format::integer(tag, i64::from(read::<u8>(bytes)?))),
        4 => read::<Option<Channel>>(bytes)?.map(|channel| words::channel(locale, channel).to_owned()),
        5 => Some(read::<String>(bytes)?),
        _ => return later(),
    })
}

/// A field of a conversation.
pub fn interaction(locale: Locale, book: &Book, number: u32, bytes: &[u8]) -> Told {
    let tag = words::tag(locale);
    Ok(match number {
        0 => party_name(book, read(bytes)?),
        1 => Some(format::instant(tag, read(bytes)?, &book.settings().time_zone)),
        2 => Some(words::channel(locale, read::<Channel>(bytes)?).to_owned()),
        3 => Some(words::direction(locale, read::<Direction>(bytes)?).to_owned()),
        4 => Some(words::outcome(locale, read::<Outcome>(bytes)?).to_owned()),
        5 => read::<Option<Mood>>(bytes)?.map(|mood| words::mood(locale, mood).to_owned()),
        6 => read::<Option<u32>>(bytes)?.map(|minutes| format::integer(tag, minutes.into())),
        7 | 8 => Some(read::<String>(bytes)?),
        _ => return later(),
    })
}

/// A field of a task.
pub fn task(locale: Locale, book: &Book, number: u32, bytes: &[u8]) -> Told {
    let tag = words::tag(locale);
    Ok(match number {
        1 | 7 => Some(read::<String>(bytes)?),
        0 => read::<Option<Id<Party>>>(bytes)?.and_then(|party| party_name(book, party)),
        2 | 9 => {
            cbor::optional_day::decode(&mut minicbor::Decoder::new(bytes), &mut ())?.map(|day| format::day(tag, day))
        }
        3 => read::<Option<u16>>(bytes)?.map(clock_time),
        4 => read::<Option<u64>>(bytes)?.map(|at| format::instant(tag, at, &book.settings().time_zone)),
        5 => read::<Option<Repeat>>(bytes)?.map(|repeat| words::repeat(locale, repeat)),
        6 => {
            let told = |item: &Item| format!("{} {}", if item.ticked { "☑" } else { "☐" }, item.text);
            Some(read::<Vec<Item>>(bytes)?.iter().map(told).collect::<Vec<_>>().join("; "))
        }
        8 => Some(words::priority(locale, read::<Priority>(bytes)?).to_owned()),
        10 => read::<Option<Id<Task>>>(bytes)?.map(|task| {
            book.get(task).map_or_else(|| td_string!(locale, common.unknown).to_owned(), |row| row.data.title.clone())
        }),
        _ => return later(),
    })
}

/// A field of a promise.
pub fn promise(locale: Locale, book: &Book, number: u32, bytes: &[u8]) -> Told {
    let tag = words::tag(locale);
    Ok(match number {
        0 => party_name(book, read(bytes)?),
        1 => Some(read::<String>(bytes)?),
        2 | 3 => Some(format::day(tag, cbor::day::decode(&mut minicbor::Decoder::new(bytes), &mut ())?)),
        4 => Some(words::promise_state(locale, read::<State>(bytes)?)),
        5 => {
            let days = read::<Vec<Moved>>(bytes)?;
            Some(days.iter().map(|moved| format::day(tag, moved.from)).collect::<Vec<_>>().join("; "))
        }
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

pub(super) fn party_name(book: &Book, id: Id<Party>) -> Option<String> {
    book.get(id).map(|row| row.data.name.clone())
}

fn clock_time(minute: u16) -> String {
    format!("{:02}:{:02}", minute / 60, minute % 60)
}

/// Yes or no.
pub fn yes_no(locale: Locale, yes: bool) -> String {
    if yes { td_string!(locale, fields.yes) } else { td_string!(locale, fields.no) }.to_owned()
}

/// "2 × Chair: €240.00".
pub(super) fn line_words(locale: Locale, book: &Book, currency: Currency, line: &Line) -> String {
    let tag = words::tag(locale);
    let product = line.product.and_then(|id| book.get(id)).map(|row| row.data.name.as_str());
    let what = if line.text.is_empty() { product.unwrap_or_default() } else { &line.text };
    let money = format::money(tag, line.net(), currency.code(), currency.exponent());
    let quantity = format::decimal_text(tag, &line.quantity.to_string());
    if what.is_empty() { format!("{quantity} × {money}") } else { format!("{quantity} × {what}: {money}") }
}
