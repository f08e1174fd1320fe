//! The columns of a list, kept up with the book: only pages that were touched are read anew, with pauses, and columns that nobody
//! asks for any more go.

use std::sync::{Arc, Weak};

use chrono::NaiveDate;
use rustc_hash::FxHashMap;

use crate::{
    analysis::listing::{
        column::Column,
        field::{Field, Form, Rests, Source},
        products::Sales,
    },
    domain::{book::Book, record::Kind, settings::Settings, table::PAGE},
    platform::{clock, pause::Slice},
};

use super::{scores::Answer, workspace::Workspace};

/// So many columns are kept that were asked for before, and not this time.
const SPARE: usize = 12;

/// Which answer a column was read with, if that matters. An answer that is remembered lends its place in memory to no later one.
#[derive(Debug, Clone)]
struct AnswerRead(Option<Weak<Answer>>);

impl PartialEq for AnswerRead {
    fn eq(&self, other: &Self) -> bool {
        match (&self.0, &other.0) {
            (Some(own), Some(other)) => own.ptr_eq(other),
            (own, other) => own.is_none() && other.is_none(),
        }
    }
}

/// What the values of a column besides its records rest on. Where this differs, all are read anew.
#[derive(Debug, Clone, PartialEq)]
struct Stamp {
    form: Form,
    answer: AnswerRead,
    /// The latest change of another kind of record.
    other: u64,
    settings: Settings,
    today: NaiveDate,
}

#[derive(Debug, Clone)]
struct Kept {
    column: Arc<Column>,
    /// The change up to which it is true.
    seq: u64,
    stamp: Stamp,
    /// When it was asked for last.
    used: u64,
}

/// What was sold, and up to which change that is true.
#[derive(Debug, Clone, Default)]
struct KeptSales {
    sales: Arc<Sales>,
    touched: u64,
    settings: Option<Settings>,
}

/// The columns of one kind of record.
#[derive(Debug, Clone)]
pub struct Sheet {
    kind: Kind,
    columns: FxHashMap<String, Kept>,
    sales: KeptSales,
    round: u64,
}

/// What a column is read with.
pub struct Reading {
    /// Where the records are.
    pub workspace: Workspace,
    /// Classes and scores.
    pub answer: Arc<Answer>,
    /// The day it is.
    pub today: NaiveDate,
    /// What the time zone of the workspace is ahead of UTC, in milliseconds.
    pub ahead: i64,
    settings: Settings,
    sales: Arc<Sales>,
}

impl Reading {
    /// The records as they are now.
    pub fn new(workspace: Workspace, answer: Arc<Answer>) -> Self {
        let settings = workspace.peek(Book::settings);
        let (today, ahead) = (clock::today(&settings.time_zone), clock::ahead(&settings.time_zone));
        Self { workspace, answer, today, ahead, settings, sales: Arc::default() }
    }

    /// Asks the book with everything that values are read from.
    pub fn ask<R>(&self, ask: impl FnOnce(&Source<'_>) -> R) -> R {
        self.workspace.peek(|book| {
            ask(&Source {
                book,
                scores: &self.answer.classification,
                sales: &self.sales,
                settings: &self.settings,
                today: self.today,
                ahead: self.ahead,
            })
        })
    }
}

impl Sheet {
    /// No column yet.
    pub fn new(kind: Kind) -> Self {
        Self { kind, columns: FxHashMap::default(), sales: KeptSales::default(), round: 0 }
    }

    /// What was sold, as it was worked out last.
    pub fn sales(&self) -> Arc<Sales> {
        Arc::clone(&self.sales.sales)
    }

    /// Begins a round: columns that were not asked for lately go.
    pub fn begin(&mut self) {
        self.round += 1;
        if self.columns.len() > SPARE {
            let mut used: Vec<u64> = self.columns.values().map(|kept| kept.used).collect();
            used.sort_unstable_by(|a, b| b.cmp(a));
            let oldest = used[SPARE];
            self.columns.retain(|_, kept| kept.used > oldest);
        }
    }

    /// The column of a field, brought up to the book as it is now. `None` when `stale` says that nobody wants it any more.
    pub async fn column(
        &mut self,
        field: &Field,
        reading: &mut Reading,
        stale: &impl Fn() -> bool,
    ) -> Option<Arc<Column>> {
        let mut slice = Slice::new();
        if field.rests == Rests::OnSales {
            self.renew_sales(reading, &mut slice, stale).await?;
            reading.sales = self.sales();
        }
        let workspace = reading.workspace;
        let (seq, slots, pages) =
            workspace.peek(|book| (workspace.seq(), slots(book, self.kind), page_count(book, self.kind)));
        let stamp = self.stamp(field, reading);
        let known = self.columns.get(&*field.key).filter(|kept| kept.stamp == stamp);
        let (mut column, since) = match known {
            Some(kept) => (Arc::clone(&kept.column), Some(kept.seq)),
            None => (Arc::new(Column::of(field)), None),
        };
        // What was read from the store was touched by no change: the first time every page is new. New slots are in touched pages.
        let stale_pages: Vec<u32> = match since {
            Some(since) => workspace.peek(|book| touched_after(book, self.kind, since)),
            None => (0..pages).collect(),
        };
        if !stale_pages.is_empty() || column.slots() != slots {
            let own = Arc::make_mut(&mut column);
            own.resize(slots);
            for page in stale_pages {
                reading.ask(|source| own.read_page(field, self.kind, source, page));
                slice.pause_if_used_up().await;
                if stale() {
                    return None;
                }
            }
        }
        if since.is_none() {
            Arc::make_mut(&mut column).settle();
        }
        let kept = Kept { column: Arc::clone(&column), seq, stamp, used: self.round };
        self.columns.insert(field.key.to_string(), kept);
        Some(column)
    }

    fn stamp(&self, field: &Field, reading: &Reading) -> Stamp {
        let workspace = reading.workspace;
        let (answer, other) = match field.rests {
            Rests::Alone => (None, 0),
            Rests::OnScores => (Some(Arc::downgrade(&reading.answer)), 0),
            Rests::On(kind) => (None, workspace.peek(|book| latest(book, kind))),
            Rests::OnScoresAnd(kind) => {
                (Some(Arc::downgrade(&reading.answer)), workspace.peek(|book| latest(book, kind)))
            }
            Rests::OnSales => (None, self.sales.touched),
        };
        let answer = AnswerRead(answer);
        Stamp { form: field.form, answer, other, settings: reading.settings.clone(), today: reading.today }
    }

    async fn renew_sales(&mut self, reading: &Reading, slice: &mut Slice, stale: &impl Fn() -> bool) -> Option<()> {
        let workspace = reading.workspace;
        let (touched, products, pages) = workspace.peek(|book| {
            (book.orders.touched().max(book.products.touched()), book.products.slots(), book.orders.page_count())
        });
        let settings = Some(reading.settings.clone());
        if self.sales.touched == touched && self.sales.settings == settings {
            return Some(());
        }
        let mut sales = Sales::new(products);
        for page in 0..pages {
            workspace.peek(|book| {
                let rows = book.orders.page(page).into_iter().flat_map(|(_, rows)| rows);
                rows.for_each(|(_, row)| sales.enter(book, &reading.settings, &row.data));
            });
            slice.pause_if_used_up().await;
            if stale() {
                return None;
            }
        }
        self.sales = KeptSales { sales: Arc::new(sales), touched, settings };
        Some(())
    }
}

/// How many slots of a kind were given out.
pub fn slots(book: &Book, kind: Kind) -> usize {
    match kind {
        Kind::Order => book.orders.slots(),
        Kind::Product => book.products.slots(),
        Kind::Task => book.tasks.slots(),
        Kind::Promise => book.promises.slots(),
        _ => book.parties.slots(),
    }
}

/// Whether there is a record in a slot.
pub fn is_there(book: &Book, kind: Kind, slot: u32) -> bool {
    match kind {
        Kind::Order => book.orders.at(slot).is_some(),
        Kind::Product => book.products.at(slot).is_some(),
        Kind::Task => book.tasks.at(slot).is_some(),
        Kind::Promise => book.promises.at(slot).is_some(),
        _ => book.parties.at(slot).is_some(),
    }
}

fn page_count(book: &Book, kind: Kind) -> u32 {
    slots(book, kind).div_ceil(PAGE) as u32
}

fn touched_after(book: &Book, kind: Kind, seq: u64) -> Vec<u32> {
    match kind {
        Kind::Order => book.orders.touched_after(seq).collect(),
        Kind::Product => book.products.touched_after(seq).collect(),
        Kind::Task => book.tasks.touched_after(seq).collect(),
        Kind::Promise => book.promises.touched_after(seq).collect(),
        _ => book.parties.touched_after(seq).collect(),
    }
}

fn latest(book: &Book, kind: Kind) -> u64 {
    match kind {
        Kind::Order => book.orders.touched(),
        Kind::Product => book.products.touched(),
        Kind::Interaction => book.interactions.touched(),
        Kind::Task => book.tasks.touched(),
        Kind::Promise => book.promises.touched(),
        Kind::Deal => book.deals.touched(),
        Kind::Survey => book.surveys.touched(),
        _ => book.parties.touched(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_later_answer_is_never_taken_for_the_one_before() {
        let before = Arc::new(Answer::default());
        let read = AnswerRead(Some(Arc::downgrade(&before)));
        assert_eq!(read, AnswerRead(Some(Arc::downgrade(&before))));
        drop(before);
        // Many of them, so that one would come to stand where the first one stood.
        let later: Vec<_> = (0..64).map(|_| Arc::new(Answer::default())).collect();
        assert!(later.iter().all(|later| read != AnswerRead(Some(Arc::downgrade(later)))));
        assert_ne!(read, AnswerRead(None));
    }
}
