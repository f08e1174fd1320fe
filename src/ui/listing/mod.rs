//! The lists of the program: what the last address asked for, who is in it, in what order and groups, with what counts and totals.
//!
//! A list goes on while other pages are shown: what "next" means on a customer's page is its order, and coming back costs nothing.
//! Views and words are made elsewhere; here is what a list *is*.
//!
//! ```text
//! address → query ─┬→ found (columns, filters, order: with pauses) ─┬→ rows → heads, rows of the table
//!                  └→ words ──────────────────────────→ hits ───────┘      └→ counts and totals, with pauses
//! ```

mod counting;
mod finding;
mod hits;
mod order;
mod parts;
mod rows;

use std::sync::Arc;

use chrono::NaiveDate;
use leptos::{prelude::*, task::spawn_local};

use crate::{
    analysis::listing::{
        catalogue::Catalogue,
        check::Fault,
        column::Column,
        field::{At, Field, Source},
        query::{self, Query},
        syntax::{self, Term},
    },
    domain::{book::Book, id::Id, record::Kind, settings::Settings, view::View},
    i18n::use_i18n,
    platform::clock,
    state::{Scores, Sheet, Workspace},
};

use super::{
    components::TablePlace,
    route::{ListQuery, Opened, Route},
    router::Router,
    words,
};
pub use counting::Counted;
use finding::{Asked, Found};
use hits::Searched;

pub use parts::{Arrange, Beside, FilterDialog, FilterEditing, ListPage, NameDialog, NamedView, columns, total_text};
pub use rows::Head;

/// A list of one kind of record.
#[derive(Clone, Copy)]
pub struct Listing {
    kind: Kind,
    workspace: Workspace,
    scores: Scores,
    // A handler that waited for something finds no context any more.
    router: Router,
    catalogue: Memo<Arc<Catalogue>>,
    query: Memo<ListQuery>,
    found: RwSignal<Arc<Found>>,
    matching: Memo<Arc<[u32]>>,
    searched: Searched,
    heads: Memo<Arc<[Head]>>,
    folded: RwSignal<Vec<i64>>,
    counted: RwSignal<Arc<Counted>>,
    wants_counts: RwSignal<bool>,
    summed: RwSignal<Vec<String>>,
    settings: Memo<Settings>,
    /// Today, and what the time zone is ahead of UTC.
    today: Memo<(NaiveDate, i64)>,
    sheet: StoredValue<Sheet>,
    place: TablePlace,
}

/// The lists, each begun when somebody looks at it.
#[derive(Clone)]
struct Lists {
    owner: Owner,
    begun: StoredValue<[Option<Listing>; Catalogue::KINDS.len()]>,
}

impl Listing {
    /// Provides the lists to the views below.
    pub fn start() {
        let owner = Owner::current().expect("the shell is a view, which has an owner");
        provide_context(Lists { owner, begun: StoredValue::default() });
    }

    /// The list of customers.
    pub fn expect() -> Self {
        Self::of(Kind::Party)
    }

    /// The list of a kind of record; it begins to follow its address when it is asked for first.
    pub fn of(kind: Kind) -> Self {
        let lists: Lists = use_context().expect("the shell starts the lists before it shows a page");
        let place = Catalogue::KINDS.iter().position(|known| *known == kind).unwrap_or(0);
        if let Some(listing) = lists.begun.with_value(|begun| begun[place]) {
            return listing;
        }
        let listing = lists.owner.with(|| Self::begin(Catalogue::KINDS[place]));
        lists.begun.update_value(|begun| begun[place] = Some(listing));
        listing
    }

    fn begin(kind: Kind) -> Self {
        let (workspace, scores, router) = (Workspace::expect(), Scores::expect(), Router::expect());
        let i18n = use_i18n();
        let catalogue = Memo::new_with_compare(
            move |_| Arc::new(workspace.read(&[Kind::CustomField], |book| Catalogue::of(kind, book))),
            |_, _| true,
        );
        let address = router.list_of(kind);
        let query = Memo::new(move |_| {
            let query = address.get();
            workspace.read(&[Kind::View], |book| effective(book, kind, query))
        });
        let asked = Memo::new(move |_| {
            query.with(|query| Asked {
                filters: query.asked.filters.clone(),
                sorts: query.asked.sorts_of(kind),
                group: query.asked.group.clone(),
                tag: words::tag(i18n.get_locale()),
            })
        });
        let found = RwSignal::new(Arc::new(Found::default()));
        let sheet = StoredValue::new(Sheet::new(kind));
        let asking = StoredValue::new(0_u64);
        Effect::new(move |_| {
            for kind in kinds_under(kind) {
                workspace.revision(*kind).track();
            }
            let (asked, catalogue, answer) = (asked.get(), catalogue.get(), scores.answer());
            if !workspace.is_ready() {
                return;
            }
            let own = asking.with_value(|asking| asking + 1);
            asking.set_value(own);
            spawn_local(async move {
                let stale = move || asking.try_with_value(|asking| *asking != own).unwrap_or(true);
                let before = found.get_untracked();
                let mut own_sheet = sheet.with_value(Sheet::clone);
                let renewed =
                    finding::find(kind, asked, catalogue, workspace, answer, &mut own_sheet, &before, &stale).await;
                if let Some(renewed) = renewed {
                    sheet.set_value(own_sheet);
                    found.set(Arc::new(renewed));
                }
            });
        });
        let searched = hits::follow(kind, query, catalogue);
        let hits = searched.hits;
        let matching = Memo::new(move |_| found.with(|found| hits.with(|hits| rows::matching(found, hits))));
        let heads = Memo::new(move |_| found.with(|found| matching.with(|rows| rows::heads(found, rows))));
        let folded = RwSignal::new(Vec::new());
        let (counted, wants_counts, summed) =
            (RwSignal::new(Arc::new(Counted::default())), RwSignal::new(false), RwSignal::new(Vec::new()));
        let settings = Memo::new(move |_| workspace.read(&[Kind::Settings], Book::settings));
        // Asked anew with every answer: a new day brings one.
        let today = Memo::new(move |_| {
            scores.signal().track();
            settings.with(|settings| (clock::today(&settings.time_zone), clock::ahead(&settings.time_zone)))
        });
        let listing = Self {
            kind,
            workspace,
            scores,
            router,
            catalogue,
            query,
            found,
            matching,
            searched,
            heads,
            folded,
            counted,
            wants_counts,
            summed,
            settings,
            today,
            sheet,
            place: TablePlace::new(),
        };
        counting::follow(listing, hits, sheet);
        listing
    }

    /// What it lists.
    pub fn kind(self) -> Kind {
        self.kind
    }

    /// The fields that there are.
    pub fn catalogue(self) -> Memo<Arc<Catalogue>> {
        self.catalogue
    }

    /// What is asked for: what the address says, or the view that it names.
    pub fn query(self) -> Memo<ListQuery> {
        self.query
    }

    /// Slots of the records listed, in order, folded groups with them.
    pub fn rows(self) -> Signal<Arc<[u32]>> {
        self.matching.into()
    }

    /// The words that are searched; filters that are still typed are none.
    pub fn searched(self) -> Memo<String> {
        self.searched.text
    }

    /// Whether nothing stands as it was typed, and what is listed is what may have been meant.
    pub fn is_guessed(self) -> bool {
        let kind = self.kind;
        self.searched.answer.with(|answer| answer.exact(kind).is_empty() && !answer.guesses(kind).is_empty())
    }

    /// The groups, in order; none while nothing is grouped.
    pub fn heads(self) -> Memo<Arc<[Head]>> {
        self.heads
    }

    /// By what rows stand together.
    pub fn grouping(self) -> Option<(Field, Arc<Column>)> {
        self.found.with(|found| found.group.clone())
    }

    /// What a value of the record in a slot is, asked again whenever it may be another.
    pub fn read<R>(self, slot: u32, ask: impl FnOnce(&At<'_>) -> R) -> Option<R> {
        self.found.track();
        let (workspace, scores, today) = (self.workspace, self.scores, self.today.get());
        self.settings.with(|settings| {
            scores.signal().with(|answer| {
                workspace.read(kinds_under(self.kind), |book| {
                    let sales = self.sheet.with_value(Sheet::sales);
                    let scores = &answer.classification;
                    let source = Source { book, scores, sales: &sales, settings, today: today.0, ahead: today.1 };
                    let record = source.record(self.kind, slot)?;
                    Some(ask(&At { source: &source, slot, record }))
                })
            })
        })
    }

    /// Asks for the counts of the rail, or does without.
    pub fn want_counts(self, wanted: bool) {
        if self.wants_counts.get_untracked() != wanted {
            self.wants_counts.set(wanted);
        }
    }

    /// Asks for the totals of these columns.
    pub fn want_totals(self, keys: Vec<String>) {
        if self.summed.with_untracked(|summed| *summed != keys) {
            self.summed.set(keys);
        }
    }

    /// Whether there is an order yet: right after many records came, nothing is listed for a moment.
    pub fn is_ready(self) -> bool {
        self.found.with(|found| found.is_ready())
    }

    /// Why a filter, by its place, lets everything through.
    pub fn fault(self, place: usize) -> Option<Fault> {
        self.found.with(|found| found.fault(place))
    }

    /// What the rail counts and the columns come to.
    pub fn counted(self) -> Signal<Arc<Counted>> {
        self.counted.into()
    }

    /// Where in the list one was.
    pub fn place(self) -> TablePlace {
        self.place
    }

    /// Opens or folds a group.
    pub fn fold(self, value: i64) {
        self.folded.update(|folded| match folded.iter().position(|other| *other == value) {
            Some(at) => drop(folded.remove(at)),
            None => folded.push(value),
        });
    }

    /// Whether a group is folded.
    pub fn is_folded(self, value: i64) -> bool {
        self.folded.with(|folded| folded.contains(&value))
    }

    /// Asks for something else, in place: the way back skips it.
    pub fn change(self, change: impl FnOnce(&mut Query)) {
        let mut query = self.query.get_untracked();
        change(&mut query.asked);
        query.view = match query.view {
            Some(Opened::AsSaved(id) | Opened::Changed(id)) => Some(Opened::Changed(id)),
            // Without a view the one that the list opens with would come back.
            Some(Opened::None) | None if query.asked == Query::default() => Some(Opened::None),
            Some(Opened::None) | None => None,
        };
        self.go(query);
    }

    /// Shows another query in place.
    pub fn go(self, query: ListQuery) {
        self.router.replace(Route::list(self.kind, query));
    }

    /// The slots before and after one, in the order of the list; `None` at its ends and for what it does not show.
    pub fn neighbours(self, slot: u32) -> (Option<u32>, Option<u32>) {
        self.matching.with(|rows| {
            let Some(at) = rows.iter().position(|other| *other == slot) else { return (None, None) };
            (at.checked_sub(1).and_then(|before| rows.get(before)).copied(), rows.get(at + 1).copied())
        })
    }
}

/// Kinds of record by which a list may change, its own among them.
fn kinds_under(kind: Kind) -> &'static [Kind] {
    match kind {
        Kind::Order => &[Kind::Order, Kind::Party, Kind::Product, Kind::Settings],
        Kind::Product => &[Kind::Product, Kind::Order, Kind::Settings],
        Kind::Task => &[Kind::Task, Kind::Party, Kind::Settings],
        Kind::Promise => &[Kind::Promise, Kind::Party, Kind::Settings],
        _ => &[Kind::Party, Kind::Interaction, Kind::Settings],
    }
}

/// What an address asks for: itself, or what the view says that it names, or the one that the list opens with.
fn effective(book: &Book, kind: Kind, query: ListQuery) -> ListQuery {
    let view = |id: Id<View>| book.get(id).map(|row| &row.data).filter(|view| view.of == kind);
    match query.view {
        Some(Opened::AsSaved(id)) => match view(id) {
            Some(view) => ListQuery { asked: Query::of(view), ..query },
            None => ListQuery { view: None, ..query },
        },
        Some(Opened::Changed(id)) if view(id).is_none() => ListQuery { view: None, ..query },
        None if query.asked == Query::default() => {
            let opens = book.views.iter().find(|(_, row)| row.data.of == kind && row.data.is_default);
            match opens {
                Some((_, row)) => ListQuery { asked: Query::of(&row.data), view: Some(Opened::AsSaved(row.id)) },
                None => {
                    let group = query::usual_group(kind).map(str::to_owned);
                    ListQuery { asked: Query { group, ..query.asked }, view: None }
                }
            }
        }
        _ => query,
    }
}

/// The words among what is typed: a filter that is not finished yet is none.
fn words_of(text: &str, key: impl Fn(&str) -> Option<String>) -> Vec<String> {
    let terms = syntax::terms(text, &key).into_iter();
    terms
        .filter_map(|term| match term {
            Term::Word(word) if !syntax::is_begun(&word, &key) => Some(word),
            Term::Word(_) | Term::Filter(_) => None,
        })
        .collect()
}
