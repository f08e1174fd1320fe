//! The products, with what was sold of each. One of them opens over the list.

mod form;

use leptos::prelude::*;

use crate::{
    domain::record::Kind,
    i18n::{t_string, use_i18n},
    state::Workspace,
    ui::{
        components::{ButtonKind, EmptyState, Icon, LinkButton},
        editing::{Changing, ProductField, with_editable},
        listing::{ListPage, Listing, columns},
        route::Route,
    },
};

use form::ProductDialog;

/// The list, or what to do while there is no product.
#[component]
pub fn ProductsPage() -> impl IntoView {
    let workspace = Workspace::expect();
    let empty = Memo::new(move |_| workspace.read(&[Kind::Product], |book| book.products.is_empty()));
    view! {
        {move || if empty.get() { view! { <NoProducts/> }.into_any() } else { view! { <List/> }.into_any() }}
        <ProductDialog/>
    }
}

#[component]
fn NewProduct() -> impl IntoView {
    let i18n = use_i18n();
    view! {
        <LinkButton
            href=Route::NewProduct.to_string()
            kind=ButtonKind::Primary
            icon=Icon::Add
            label=Signal::derive(move || t_string!(i18n, listing.new_product).to_owned())
        />
    }
}

#[component]
fn NoProducts() -> impl IntoView {
    let i18n = use_i18n();
    view! {
        <EmptyState
            is_page=true
            icon=Icon::Product
            title=Signal::derive(move || t_string!(i18n, listing.no_products).to_owned())
            text=Signal::derive(move || t_string!(i18n, listing.no_products_text).to_owned())
        >
            <NewProduct/>
        </EmptyState>
    }
}

#[component]
fn List() -> impl IntoView {
    let i18n = use_i18n();
    let (workspace, listing) = (Workspace::expect(), Listing::of(Kind::Product));
    let changing = Changing::of::<ProductField>();
    let href = move |slot: u32| {
        let id = workspace.peek(|book| book.products.at(slot).map(|row| row.id));
        id.map_or_else(String::new, |id| Route::Product(id).to_string())
    };
    view! {
        <ListPage
            listing
            title=Signal::derive(move || t_string!(i18n, listing.products_title).to_owned())
            search=Signal::derive(move || t_string!(i18n, listing.search_products).to_owned())
            actions=|| view! { <NewProduct/> }
            columns=Signal::derive(move || with_editable::<ProductField>(workspace, columns(listing, i18n, |_| None)))
            href=Callback::new(href)
            selection=changing.selection
            editing=changing.editing
            below=move || changing.below(listing)
        />
    }
}
