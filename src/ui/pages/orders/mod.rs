//! All orders of everybody. One of them opens over the list.

use leptos::prelude::*;

use crate::{
    domain::record::Kind,
    i18n::{t_string, use_i18n},
    state::Workspace,
    ui::{
        components::{EmptyState, Icon, LinkButton},
        editing::{Changing, OrderField, with_editable},
        listing::{ListPage, Listing, columns},
        pages::customer::OrderOver,
        route::{ListQuery, Route},
        router::Router,
    },
};

/// The list, or what to do while there is no order.
#[component]
pub fn OrdersPage() -> impl IntoView {
    let workspace = Workspace::expect();
    let empty = Memo::new(move |_| workspace.read(&[Kind::Order], |book| book.orders.is_empty()));
    move || if empty.get() { view! { <NoOrders/> }.into_any() } else { view! { <List/> }.into_any() }
}

#[component]
fn NoOrders() -> impl IntoView {
    let i18n = use_i18n();
    view! {
        <EmptyState
            is_page=true
            icon=Icon::Order
            title=Signal::derive(move || t_string!(i18n, listing.no_orders).to_owned())
            text=Signal::derive(move || t_string!(i18n, listing.no_orders_text).to_owned())
        >
            <LinkButton
                href=Route::Customers(ListQuery::default()).to_string()
                label=Signal::derive(move || t_string!(i18n, common.to_customers).to_owned())
            />
        </EmptyState>
    }
}

#[component]
fn List() -> impl IntoView {
    let i18n = use_i18n();
    let (workspace, router, listing) = (Workspace::expect(), Router::expect(), Listing::of(Kind::Order));
    let changing = Changing::of::<OrderField>();
    let href = move |slot: u32| {
        let id = workspace.peek(|book| book.orders.at(slot).map(|row| row.id));
        id.map_or_else(String::new, |id| Route::Order(id).to_string())
    };
    // The order of the address, with its customer.
    let opened = Memo::new(move |_| match router.route() {
        Route::Order(id) => workspace.read(&[Kind::Order], |book| book.get(id).map(|row| (id, row.data.party))),
        _ => None,
    });
    let close = move |()| router.go(&Route::Orders(router.list_of(Kind::Order).get_untracked()));
    view! {
        <ListPage
            listing
            title=Signal::derive(move || t_string!(i18n, listing.orders_title).to_owned())
            search=Signal::derive(move || t_string!(i18n, listing.search_orders).to_owned())
            actions=|| ()
            columns=Signal::derive(move || with_editable::<OrderField>(workspace, columns(listing, i18n, |_| None)))
            href=Callback::new(href)
            selection=changing.selection
            editing=changing.editing
            below=move || changing.below(listing)
        />
        {move || opened.get().map(|(id, party)| view! { <OrderOver id party on_close=Callback::new(close)/> })}
    }
}
