//! The values of a field as a column: one entry a slot, read page by page, so that a filter, a sort or a sum is one pass over
//! plain numbers.

use std::sync::Arc;

use rustc_hash::FxHashMap;

use super::field::{At, Field, Form, Read, Record, Source};
use crate::domain::{day, money::Currency, record::Kind, table::PAGE};

/// "No value" in a column of numbers.
pub const EMPTY: i64 = i64::MIN;

/// Stands between the texts of one value; the unit separator of ASCII, which no keyboard types.
pub const BETWEEN: char = '\u{1F}';

/// The values of a field by slot.
#[derive(Debug, Clone)]
pub enum Column {
    /// Numbers, days, places among choices, yes and no; [`EMPTY`] for none.
    Whole(Vec<i64>),
    /// Texts and labels.
    Words(Words),
    /// Amounts.
    Amounts(Amounts),
}

/// Texts by slot. Each that occurs is kept once, under a code; 0 is the empty one.
#[derive(Debug, Clone, Default)]
pub struct Words {
    codes: Vec<u32>,
    /// The texts that were there when all were read; shared, since a change brings few new ones and copies the column.
    settled: Arc<Texts>,
    /// Those that came since, with codes behind the others.
    newer: Texts,
}

/// Texts, and the place of each among them.
#[derive(Debug, Clone, Default)]
struct Texts {
    entries: Vec<Arc<str>>,
    index: FxHashMap<Arc<str>, u32>,
}

impl Texts {
    fn push(&mut self, entry: Arc<str>) {
        self.index.insert(Arc::clone(&entry), self.entries.len() as u32);
        self.entries.push(entry);
    }
}

/// Amounts by slot.
#[derive(Debug, Clone, Default)]
pub struct Amounts {
    minor: Vec<i64>,
    base: Vec<i64>,
    currency: Vec<u8>,
    currencies: Vec<Currency>,
}

impl Words {
    /// The code of a slot.
    pub fn code(&self, slot: u32) -> u32 {
        self.codes.get(slot as usize).copied().unwrap_or(0)
    }

    /// The texts of a code, [`BETWEEN`] between them.
    pub fn entry(&self, code: u32) -> &str {
        let settled = &self.settled.entries;
        let place = code as usize;
        let entry = settled.get(place).or_else(|| self.newer.entries.get(place.checked_sub(settled.len())?));
        entry.map_or("", |entry| entry)
    }

    /// How many codes there are.
    pub fn len(&self) -> usize {
        self.settled.entries.len() + self.newer.entries.len()
    }

    /// Whether there is not even the empty text.
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }

    /// Every entry, by code; some may be of values that are gone.
    pub fn entries(&self) -> impl Iterator<Item = &str> {
        self.settled.entries.iter().chain(&self.newer.entries).map(|entry| &**entry)
    }

    fn put(&mut self, slot: usize, text: &str) {
        let settled = self.settled.entries.len() as u32;
        let known = self.settled.index.get(text).copied();
        let known = known.or_else(|| self.newer.index.get(text).map(|place| settled + place));
        self.codes[slot] = known.unwrap_or_else(|| {
            self.newer.push(text.into());
            self.len() as u32 - 1
        });
    }

    /// Shares what came with every copy from now on.
    fn settle(&mut self) {
        if self.settled.entries.is_empty() {
            self.settled = Arc::new(std::mem::take(&mut self.newer));
        } else {
            let newer = std::mem::take(&mut self.newer);
            newer.entries.into_iter().for_each(|entry| Arc::make_mut(&mut self.settled).push(entry));
        }
    }
}

impl Amounts {
    /// Minor units of its own currency, or [`EMPTY`].
    pub fn minor(&self, slot: u32) -> i64 {
        self.minor.get(slot as usize).copied().unwrap_or(EMPTY)
    }

    /// Minor units of the base currency at the rate of its day, or [`EMPTY`] where there is no amount or no rate.
    pub fn base(&self, slot: u32) -> i64 {
        self.base.get(slot as usize).copied().unwrap_or(EMPTY)
    }

    /// The place of its currency among [`Amounts::currencies`].
    pub fn currency(&self, slot: u32) -> usize {
        self.currency.get(slot as usize).copied().unwrap_or(0).into()
    }

    /// The currencies that occur.
    pub fn currencies(&self) -> &[Currency] {
        &self.currencies
    }

    fn put(&mut self, at: &At<'_>, field: &Field, slot: usize) {
        let Some(money) = field.amount(at) else {
            (self.minor[slot], self.base[slot]) = (EMPTY, EMPTY);
            return;
        };
        let day = if let Record::Order(row) = at.record { row.data.day } else { at.source.today };
        let place = match self.currencies.iter().position(|known| *known == money.currency) {
            Some(place) => place,
            None => {
                self.currencies.push(money.currency);
                self.currencies.len() - 1
            }
        };
        self.minor[slot] = money.minor.max(EMPTY + 1);
        // ISO 4217 has fewer than 200 currencies.
        self.currency[slot] = place as u8;
        self.base[slot] = at.source.settings.convert(money.minor, money.currency, day).unwrap_or(EMPTY);
    }
}

impl Column {
    /// An empty column for a field.
    pub fn of(field: &Field) -> Self {
        match (field.form, field.read) {
            (Form::Money, _) => Self::Amounts(Amounts::default()),
            (Form::Text | Form::Tags, _) | (_, Read::Texts(_)) => Self::words(),
            (Form::Choice, Read::Custom) => Self::words(),
            _ => Self::Whole(Vec::new()),
        }
    }

    fn words() -> Self {
        let mut words = Words::default();
        words.codes.push(0);
        words.put(0, "");
        words.codes.clear();
        Self::Words(words)
    }

    /// Makes room for so many slots.
    pub fn resize(&mut self, slots: usize) {
        match self {
            Self::Whole(values) => values.resize(slots, EMPTY),
            Self::Words(words) => words.codes.resize(slots, 0),
            Self::Amounts(amounts) => {
                amounts.minor.resize(slots, EMPTY);
                amounts.base.resize(slots, EMPTY);
                amounts.currency.resize(slots, 0);
            }
        }
    }

    /// Reads the values of one page anew; the column has room for it.
    pub fn read_page(&mut self, field: &Field, kind: Kind, source: &Source<'_>, page: u32) {
        let first = page as usize * PAGE;
        let mut text = String::new();
        for slot in first..(first + PAGE).min(self.slots()) {
            let at = source.record(kind, slot as u32).map(|record| At { source, slot: slot as u32, record });
            match self {
                Self::Whole(values) => values[slot] = at.and_then(|at| field.whole(&at)).unwrap_or(EMPTY),
                Self::Words(words) => {
                    text.clear();
                    if let Some(at) = at {
                        field.texts(&at, &mut |part| {
                            if !text.is_empty() {
                                text.push(BETWEEN);
                            }
                            text.push_str(part);
                        });
                    }
                    words.put(slot, &text);
                }
                Self::Amounts(amounts) => match at {
                    Some(at) => amounts.put(&at, field, slot),
                    None => (amounts.minor[slot], amounts.base[slot]) = (EMPTY, EMPTY),
                },
            }
        }
    }

    /// Says that many values were read: copies share their texts from now on.
    pub fn settle(&mut self) {
        if let Self::Words(words) = self {
            words.settle();
        }
    }

    /// How many slots it has room for.
    pub fn slots(&self) -> usize {
        match self {
            Self::Whole(values) => values.len(),
            Self::Words(words) => words.codes.len(),
            Self::Amounts(amounts) => amounts.minor.len(),
        }
    }

    /// Whether a slot has a value.
    pub fn has(&self, slot: u32) -> bool {
        match self {
            Self::Whole(values) => values.get(slot as usize).is_some_and(|value| *value != EMPTY),
            Self::Words(words) => words.code(slot) != 0,
            Self::Amounts(amounts) => amounts.minor(slot) != EMPTY,
        }
    }

    /// By what records stand together: a place among choices, the code of a text, the month of a day (counted from the year 0),
    /// yes or no. [`EMPTY`] for those without a value, and for fields that do not group.
    pub fn group(&self, form: Form, slot: u32) -> i64 {
        match self {
            Self::Whole(values) => {
                let value = values.get(slot as usize).copied().unwrap_or(EMPTY);
                if form == Form::Day && value != EMPTY { month_of(value) } else { value }
            }
            Self::Words(words) => match words.code(slot) {
                0 => EMPTY,
                code => code.into(),
            },
            Self::Amounts(_) => EMPTY,
        }
    }

    /// What grows with the value, for a sort; texts by `ranks`, which has a place for every code.
    pub fn key(&self, ranks: Option<&[u32]>, slot: u32) -> i64 {
        match self {
            Self::Whole(values) => values.get(slot as usize).copied().unwrap_or(EMPTY),
            Self::Words(words) => match words.code(slot) {
                0 => EMPTY,
                code => ranks.and_then(|ranks| ranks.get(code as usize)).map_or(EMPTY, |rank| i64::from(*rank)),
            },
            Self::Amounts(amounts) => amounts.base(slot),
        }
    }
}

/// The month of a day, counted from January of the year 0.
fn month_of(number: i64) -> i64 {
    use chrono::Datelike;
    let day = i32::try_from(number).ok().and_then(day::from_number);
    day.map_or(EMPTY, |day| i64::from(day.year()) * 12 + i64::from(day.month0()))
}
