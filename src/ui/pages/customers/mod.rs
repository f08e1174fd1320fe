//! The list of customers and everybody else.

mod columns;
mod filters;

use leptos::prelude::*;

use crate::{
    domain::{id::Id, party::Party, record::Kind},
    i18n::{t_string, use_i18n},
    platform::format,
    state::Workspace,
    ui::{
        components::{
            Button, ButtonKind, EmptyState, Fill, Icon, LinkButton, Page, PageHeader, PageKind, Sort as TableSort,
            VirtualTable,
        },
        listing::Listing,
        pages::welcome::Welcome,
        route::{ListQuery, Route, Sort, Tab},
        router::Router,
        words,
    },
};

use filters::Filters;

/// The list, or the way in while there is nothing yet.
#[component]
pub fn CustomersPage() -> impl IntoView {
    let workspace = Workspace::expect();
    let empty = Memo::new(move |_| workspace.read(&[Kind::Party, Kind::Order, Kind::Product], |book| book.is_empty()));
    move || if empty.get() { view! { <Welcome/> }.into_any() } else { view! { <List/> }.into_any() }
}

#[component]
fn List() -> impl IntoView {
    let i18n = use_i18n();
    let (workspace, listing, router) = (Workspace::expect(), Listing::expect(), Router::expect());
    let rows = listing.rows();
    let total = Memo::new(move |_| workspace.read(&[Kind::Party], |book| book.parties.len()));
    let count = Signal::derive(move || {
        let tag = words::tag(i18n.get_locale());
        let (shown, all) = (rows.with(|rows| rows.len()), total.get());
        let number = |count: usize| format::integer(tag, i64::try_from(count).unwrap_or(i64::MAX));
        if shown == all || !listing.is_ready() {
            number(all)
        } else {
            t_string!(i18n, customers.count_of, shown = number(shown), all = number(all))
        }
    });
    let columns = Signal::derive(move || columns::columns(i18n));
    let sort = Signal::derive(move || {
        router
            .list()
            .with(|query| Some(TableSort { key: columns::key(query.sort).to_owned(), descending: query.descending }))
    });
    let on_sort = move |wanted: TableSort| {
        let Some(sort) = columns::sort_of(&wanted.key) else { return };
        let now = router.list().get_untracked();
        // The first press on numbers shows the largest first; names begin with A.
        let descending = if now.sort == sort { !now.descending } else { !matches!(sort, Sort::Name | Sort::Class) };
        router.replace(Route::Customers(ListQuery { sort, descending, ..now }));
    };
    let href = move |slot: u32| {
        let id: Option<Id<Party>> = workspace.peek(|book| book.parties.at(slot).map(|row| row.id));
        id.map_or_else(String::new, |id| Route::Customer(id, Tab::Overview).to_string())
    };
    view! {
        <Page kind=PageKind::Filling>
            <PageHeader title=Signal::derive(move || t_string!(i18n, common.customers).to_string()) count>
                <LinkButton
                    href="#/data/import"
                    icon=Icon::Import
                    label=Signal::derive(move || t_string!(i18n, customers.import).to_string())
                />
                <LinkButton
                    href=Route::NewCustomer.to_string()
                    kind=ButtonKind::Primary
                    icon=Icon::Add
                    label=Signal::derive(move || t_string!(i18n, customers.new).to_string())
                />
            </PageHeader>
            <Filters/>
            <Fill>
                <VirtualTable
                    label=Signal::derive(move || t_string!(i18n, common.customers).to_string())
                    rows
                    columns
                    place=listing.place()
                    sort
                    on_sort=Callback::new(on_sort)
                    href=Callback::new(href)
                    empty=move || listing.is_ready().then(|| view! { <NothingFound/> })
                />
            </Fill>
        </Page>
    }
}

/// The filters let nothing through: says so, with the way out.
#[component]
fn NothingFound() -> impl IntoView {
    let i18n = use_i18n();
    let router = Router::expect();
    let clear = move |()| {
        let now = router.list().get_untracked();
        router.replace(Route::Customers(ListQuery {
            sort: now.sort,
            descending: now.descending,
            ..ListQuery::default()
        }));
    };
    view! {
        <EmptyState
            icon=Icon::Search
            title=Signal::derive(move || t_string!(i18n, customers.nothing_found).to_string())
            text=Signal::derive(move || t_string!(i18n, customers.nothing_found_text).to_string())
        >
            <Button
                label=Signal::derive(move || t_string!(i18n, customers.clear_filters).to_string())
                on_press=Callback::new(clear)
            />
        </EmptyState>
    }
}
