//! The customers that the last list showed, in its order: what the list draws, and what "next" means on a customer's page.

use std::sync::Arc;

use leptos::prelude::*;

use crate::{
    analysis::{columns::NO_DAY, fold::fold},
    domain::{book::Book, party::Party, record::Kind},
    i18n::use_i18n,
    platform::format,
    state::{Answer, Scores, Search, Texts, Workspace},
};

use super::{
    components::TablePlace,
    route::{ListQuery, Sort},
    router::Router,
    words,
};

/// Above so many customers names are ordered by their letters alone: the browser's collation takes too long for a keystroke.
const COLLATED: usize = 8_000;

/// The list that one came from.
#[derive(Clone, Copy)]
pub struct Listing {
    rows: Memo<Arc<[u32]>>,
    place: TablePlace,
}

impl Listing {
    /// Follows the list of the address from now on.
    pub fn start() -> Self {
        let (workspace, scores, search, router) =
            (Workspace::expect(), Scores::expect(), Search::expect(), Router::expect());
        let i18n = use_i18n();
        let query = router.list();
        let rows = Memo::new(move |_| {
            let (answer, texts) = (scores.answer(), search.texts());
            let tag = words::tag(i18n.get_locale());
            query.with(|query| workspace.read(&[Kind::Party], |book| rows(book, &answer, &texts, query, tag)))
        });
        let listing = Self { rows, place: TablePlace::new() };
        provide_context(listing);
        listing
    }

    /// The listing of the views above.
    pub fn expect() -> Self {
        use_context().expect("the shell starts the listing before it shows a page")
    }

    /// Slots of the parties listed, in order.
    pub fn rows(self) -> Signal<Arc<[u32]>> {
        self.rows.into()
    }

    /// Where in the list one was.
    pub fn place(self) -> TablePlace {
        self.place
    }

    /// The slots before and after one, in the order of the list; `None` at its ends and for what it does not show.
    pub fn neighbours(self, slot: u32) -> (Option<u32>, Option<u32>) {
        self.rows.with(|rows| {
            let Some(at) = rows.iter().position(|other| *other == slot) else { return (None, None) };
            (at.checked_sub(1).and_then(|before| rows.get(before)).copied(), rows.get(at + 1).copied())
        })
    }
}

/// Slots of the parties that a query asks for, in its order.
fn rows(book: &Book, answer: &Answer, texts: &Texts, query: &ListQuery, tag: &str) -> Arc<[u32]> {
    let words: Vec<String> = query.text.split_whitespace().map(fold).collect();
    let mut found: Vec<u32> = book
        .parties
        .iter()
        .filter(|(slot, row)| {
            words.iter().all(|word| texts.get(*slot).contains(word.as_str()))
                && matches(answer, query, *slot, &row.data)
        })
        .map(|(slot, _)| slot)
        .collect();
    sort(book, answer, texts, query.sort, tag, &mut found);
    if query.descending {
        found.reverse();
    }
    found.into()
}

fn matches(answer: &Answer, query: &ListQuery, slot: u32, party: &Party) -> bool {
    let rfm = &answer.classification.rfm;
    let score = |scores: &[u8]| scores.get(slot as usize).copied().unwrap_or(0);
    let any = |wanted: bool, empty: bool| empty || wanted;
    any(answer.class(slot, party).is_some_and(|class| query.classes.contains(&class)), query.classes.is_empty())
        && any(
            answer.segment(slot, party).is_some_and(|segment| query.segments.contains(&segment)),
            query.segments.is_empty(),
        )
        && any(party.roles.iter().any(|role| query.roles.contains(role)), query.roles.is_empty())
        && query.cell.is_none_or(|(recency, frequency)| score(&rfm.r) == recency && score(&rfm.f) == frequency)
}

/// Orders slots as a column does, smallest first; what has no value comes last either way for names, else as the smallest.
fn sort(book: &Book, answer: &Answer, texts: &Texts, by: Sort, tag: &str, slots: &mut Vec<u32>) {
    let classes = &answer.classification;
    let at = |column: &[i32], slot: u32| column.get(slot as usize).copied().unwrap_or(NO_DAY);
    match by {
        Sort::Name => sort_by_name(book, texts, tag, slots),
        Sort::Value => slots.sort_by_cached_key(|slot| (answer.value(*slot).unwrap_or(i64::MIN), *slot)),
        Sort::Class => slots.sort_by_cached_key(|slot| {
            let class = book.parties.at(*slot).and_then(|row| answer.class(*slot, &row.data));
            let value = answer.value(*slot).unwrap_or(i64::MIN);
            (class.map_or(u8::MAX, |class| class as u8), std::cmp::Reverse(value), *slot)
        }),
        Sort::Orders => {
            slots.sort_by_cached_key(|slot| (classes.summary.orders.get(*slot as usize).copied().unwrap_or(0), *slot))
        }
        Sort::LastOrder => slots.sort_by_cached_key(|slot| (at(&classes.summary.last_order, *slot), *slot)),
        Sort::Rhythm => slots.sort_by_cached_key(|slot| {
            let ratio = classes.rhythm.usual(*slot as usize).map_or(0, |usual| (usual.ratio * 1_000.0) as u64);
            (ratio, *slot)
        }),
    }
}

fn sort_by_name(book: &Book, texts: &Texts, tag: &str, slots: &mut Vec<u32>) {
    if slots.len() > COLLATED {
        slots.sort_unstable_by(|a, b| (texts.get(*a), *a).cmp(&(texts.get(*b), *b)));
        return;
    }
    let names: Vec<&str> = slots.iter().map(|slot| book.parties.at(*slot).map_or("", |row| &row.data.name)).collect();
    let order = format::collator(tag).order(&names);
    *slots = order.into_iter().map(|place| slots[place as usize]).collect();
}
