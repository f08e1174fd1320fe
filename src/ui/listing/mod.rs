//! The customers that the last list showed, in its order: what the list draws, and what "next" means on a customer's page.

mod order;

use std::sync::Arc;

use leptos::{prelude::*, task::spawn_local};
use memchr::memmem::Finder;

use crate::{
    analysis::fold::fold,
    domain::{book::Book, party::Party, record::Kind},
    i18n::use_i18n,
    state::{Answer, Scores, Search, Texts, Workspace},
};

use super::{components::TablePlace, route::ListQuery, router::Router, words};
use order::{By, Order};

/// The list that one came from.
#[derive(Clone, Copy)]
pub struct Listing {
    order: RwSignal<Arc<Order>>,
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
        let by = Memo::new(move |_| By { sort: query.with(|query| query.sort), tag: words::tag(i18n.get_locale()) });
        let order = RwSignal::new(Arc::new(Order::default()));
        let asked = StoredValue::new(0_u64);
        Effect::new(move |_| {
            workspace.revision(Kind::Party).track();
            let (by, answer, texts) = (by.get(), scores.answer(), search.texts());
            let own = asked.with_value(|asked| asked + 1);
            asked.set_value(own);
            spawn_local(async move {
                let stale = move || asked.try_with_value(|asked| *asked != own).unwrap_or(true);
                let before = order.get_untracked();
                if let Some(renewed) = before.renewed(by, workspace, answer, texts, stale).await {
                    order.set(Arc::new(renewed));
                }
            });
        });
        let rows = Memo::new(move |_| {
            let (answer, texts, order) = (scores.answer(), search.texts(), order.get());
            query.with(|query| workspace.read(&[Kind::Party], |book| rows(book, &answer, &texts, query, &order)))
        });
        let listing = Self { order, rows, place: TablePlace::new() };
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

    /// Whether there is an order yet: right after many records came, nothing is listed for a moment.
    pub fn is_ready(self) -> bool {
        self.order.with(|order| !order.slots().is_empty())
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

/// Slots of the parties that a query asks for, in the order given.
fn rows(book: &Book, answer: &Answer, texts: &Texts, query: &ListQuery, order: &Order) -> Arc<[u32]> {
    // In the order of the slots, which is that of the memory; names would lead all over it.
    let mut wanted = vec![true; book.parties.slots()];
    for word in query.text.split_whitespace().map(fold) {
        let finder = Finder::new(word.as_bytes());
        for (slot, wanted) in (0..).zip(&mut wanted).filter(|(_, wanted)| **wanted) {
            *wanted = finder.find(texts.get(slot).as_bytes()).is_some();
        }
    }
    if query.has_filter() {
        for (slot, row) in book.parties.iter() {
            let wanted = &mut wanted[slot as usize];
            *wanted = *wanted && matches(answer, query, slot, &row.data);
        }
    }
    let slots = order.slots().iter().copied().filter(|slot| wanted.get(*slot as usize) == Some(&true));
    if query.descending { slots.rev().collect() } else { slots.collect() }
}

fn matches(answer: &Answer, query: &ListQuery, slot: u32, party: &Party) -> bool {
    let rfm = &answer.classification.rfm;
    let score = |scores: &[u8]| scores.get(slot as usize).copied().unwrap_or(0);
    (query.classes.is_empty() || answer.class(slot, party).is_some_and(|class| query.classes.contains(&class)))
        && (query.segments.is_empty()
            || answer.segment(slot, party).is_some_and(|segment| query.segments.contains(&segment)))
        && (query.roles.is_empty() || party.roles.iter().any(|role| query.roles.contains(role)))
        && query.cell.is_none_or(|(recency, frequency)| score(&rfm.r) == recency && score(&rfm.f) == frequency)
}
