//! What the inputs of the form share: the draft, and what is wrong with it.

use leptos::prelude::*;

use crate::{
    domain::{id::Id, order::Order, party::Party, record::Kind},
    i18n::use_i18n,
    platform::{clock, format},
    state::Workspace,
    ui::{
        pages::customer::{
            desk::OrderJob,
            wrong::{Place, Wrong, sentence_at},
        },
        words,
    },
};

use super::{draft::OrderDraft, products::ProductIndex};

/// A handle on the form.
#[derive(Clone, Copy)]
pub struct Form {
    /// What is typed.
    pub draft: RwSignal<OrderDraft>,
    /// The products; read when the first is typed.
    pub products: Memo<ProductIndex>,
    /// The order as it was when the form was opened; none for a new one.
    pub base: StoredValue<Option<Order>>,
    /// What the customer pays, minor units of the draft's currency.
    pub total: Memo<i64>,
    /// The order that is edited; none for a new one.
    pub own: RwSignal<Option<Id<Order>>>,
    /// Where products are looked up.
    pub workspace: Workspace,
    /// What is typed, with the order that it began with, as bytes; none while it is what was there.
    pub content: Memo<Option<Vec<u8>>>,
    /// The draft as the form began with it.
    first: RwSignal<OrderDraft>,
    party: Id<Party>,
    tried: RwSignal<bool>,
    refused: RwSignal<Vec<Wrong>>,
    parsed: Memo<Result<Order, Vec<Wrong>>>,
    wrongs: Signal<Vec<Wrong>>,
}

impl Form {
    /// An empty form for orders of `party`.
    pub fn new(party: Id<Party>) -> Self {
        let i18n = use_i18n();
        let workspace = Workspace::expect();
        let draft = RwSignal::new(new_draft(workspace, party));
        let first = RwSignal::new(draft.get_untracked());
        let base = StoredValue::new(None::<Order>);
        let content = Memo::new(move |_| {
            let bytes =
                |draft: &OrderDraft| minicbor::to_vec((draft, base.get_value())).expect("a vector takes every byte");
            first.with(|first| draft.with(|draft| (draft != first).then(|| bytes(draft))))
        });
        let products = Memo::new(move |_| workspace.read(&[Kind::Product], ProductIndex::of));
        let (tried, refused) = (RwSignal::new(false), RwSignal::new(Vec::new()));
        let parsed = Memo::new(move |_| {
            let tag = words::tag(i18n.get_locale());
            let read = |text: &str| format::parse_number(tag, text);
            let known = |typed: &str| products.with(|products| products.find(typed));
            draft.with(|draft| draft.parse(&read, &known))
        });
        let total = Memo::new(move |_| {
            let tag = words::tag(i18n.get_locale());
            draft.with(|draft| draft.total(&|text| format::parse_number(tag, text)))
        });
        let wrongs = Signal::derive(move || {
            if !tried.get() {
                return Vec::new();
            }
            parsed.with(|parsed| parsed.as_ref().err().cloned()).unwrap_or_else(|| refused.get())
        });
        let own = RwSignal::new(None);
        Self { draft, products, base, total, own, workspace, content, first, party, tried, refused, parsed, wrongs }
    }

    /// Fills the form for a job; `false` when the order that it is about is not there.
    pub fn begin(self, job: OrderJob) -> bool {
        let workspace = self.workspace;
        let today = clock::today(&workspace.peek(|book| book.settings().time_zone));
        let filled =
            match job {
                OrderJob::New => Some((new_draft(workspace, self.party), None)),
                OrderJob::Edit(id) => workspace
                    .peek(|book| book.get(id).map(|row| (OrderDraft::of(book, &row.data), Some(row.data.clone())))),
                OrderJob::Refund(id) => workspace
                    .peek(|book| book.get(id).map(|row| (OrderDraft::refund_of(book, id, &row.data, today), None))),
            };
        let Some((draft, base)) = filled else { return false };
        self.tried.set(false);
        self.refused.set(Vec::new());
        self.base.set_value(base);
        self.own.set(if let OrderJob::Edit(id) = job { Some(id) } else { None });
        self.first.set(draft.clone());
        self.draft.set(draft);
        true
    }

    /// Goes on with what was typed before.
    pub fn restore(self, content: &[u8]) {
        // What another version typed is left out: there is nothing to put it into.
        if let Ok((draft, base)) = minicbor::decode::<(OrderDraft, Option<Order>)>(content) {
            self.base.set_value(base);
            self.draft.set(draft);
        }
    }

    /// Reads the order; from now on flaws are shown. `None` when there are any.
    pub fn submit(self) -> Option<Order> {
        self.tried.set(true);
        self.refused.set(Vec::new());
        self.parsed.get_untracked().ok()
    }

    /// Shows what the book refused.
    pub fn refuse(self, wrongs: Vec<Wrong>) {
        self.refused.set(wrongs);
    }

    /// How many flaws are shown.
    pub fn wrong_count(self) -> usize {
        self.wrongs.with(Vec::len)
    }

    /// The sentence for a plain field.
    pub fn error(self, number: u32) -> Signal<Option<String>> {
        sentence_at(self.wrongs, move || Some(Place::of(number)))
    }

    /// The sentence for an input of a line.
    pub fn line_error(self, key: u32, part: u8) -> Signal<Option<String>> {
        let draft = self.draft;
        sentence_at(self.wrongs, move || {
            draft.with(|draft| draft.lines.index(key)).map(|index| Place::entry(5, index, part))
        })
    }

    /// The sentence for an input of a payment.
    pub fn payment_error(self, key: u32, part: u8) -> Signal<Option<String>> {
        let draft = self.draft;
        sentence_at(self.wrongs, move || {
            draft.with(|draft| draft.bill.payments.index(key)).map(|index| Place::entry(8, index, part))
        })
    }

    /// A value of the draft.
    pub fn value<T: PartialEq + Send + Sync + 'static>(
        self,
        get: impl Fn(&OrderDraft) -> T + Send + Sync + 'static,
    ) -> Signal<T> {
        let draft = self.draft;
        Memo::new(move |_| draft.with(&get)).into()
    }
}

/// A new order of today, in the currency of the customer's latest one.
fn new_draft(workspace: Workspace, party: Id<Party>) -> OrderDraft {
    workspace.peek(|book| {
        let settings = book.settings();
        let latest = book.slots_of::<Order>(party).last().and_then(|slot| book.orders.at(*slot));
        let currency = latest.map_or(settings.currency, |row| row.data.currency);
        OrderDraft::new(party, clock::today(&settings.time_zone), currency)
    })
}
