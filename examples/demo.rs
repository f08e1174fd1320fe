//! Writes a demo as a backup, for whoever wants to try or measure with many records:
//!
//! ```sh
//! cargo run --release --no-default-features --example demo -- --lang zh-Hant --currency TWD --size 100000 > backup.json
//! ```

use std::{error::Error, io::Write};

use chrono::NaiveDate;
use kith::{
    demo::{self, Language, Wish},
    domain::{book::Book, change::Op, day, money::Currency, record::Row, settings::Settings},
    interchange::backup::Writer,
};

fn main() -> Result<(), Box<dyn Error>> {
    let wish = wish(std::env::args().skip(1))?;
    let records = demo::make(&wish);
    let settings = Settings { currency: wish.currency, rates: records.rates.clone(), ..Settings::default() };
    let mut book = Book::default();
    let record = Row::new(Settings::ID, settings).encode();
    book.apply(&Op::Create { kind: kith::domain::record::Kind::Settings, id: Settings::ID.uuid(), record }, 1)?;
    for op in records.ops() {
        book.apply(&op, 1)?;
    }
    let mut out = std::io::stdout().lock();
    let saved = u64::try_from(day::number(wish.today)).unwrap_or_default() * 86_400_000;
    let mut writer = Writer::new(&book, saved, false);
    while let Some(chunk) = writer.next_chunk(&book)? {
        out.write_all(&chunk)?;
    }
    out.write_all(&writer.finish(&book)?.last)?;
    Ok(())
}

/// The wish as the words of the command say; English, euros, 100 customers and a fixed day where they say nothing.
fn wish(words: impl Iterator<Item = String>) -> Result<Wish, Box<dyn Error>> {
    let today = NaiveDate::from_ymd_opt(2026, 1, 5).ok_or("a day")?;
    let mut wish = Wish { seed: 1, language: Language::En, currency: Currency::EUR, customers: 100, today };
    let mut words = words;
    while let Some(name) = words.next() {
        let value = words.next().ok_or_else(|| format!("{name} needs a value"))?;
        match name.as_str() {
            "--lang" => {
                wish.language = match value.as_str() {
                    "en" => Language::En,
                    "zh-Hant" => Language::ZhHant,
                    "zh-Hans" => Language::ZhHans,
                    _ => return Err(format!("no language {value}: en, zh-Hant, zh-Hans").into()),
                }
            }
            "--currency" => wish.currency = Currency::parse(&value).ok_or_else(|| format!("no currency {value}"))?,
            "--size" => wish.customers = value.parse()?,
            "--seed" => wish.seed = value.parse()?,
            "--today" => wish.today = value.parse()?,
            _ => return Err(format!("no such word: {name}; there are --lang --currency --size --seed --today").into()),
        }
    }
    Ok(wish)
}
