//! The columns of a list: one for every field, those that are usual first.

use std::sync::Arc;

use leptos::prelude::*;

use crate::{
    analysis::listing::field::{Field, Form},
    domain::record::Kind,
    i18n::{I18nKeys, Locale},
    ui::{
        components::{Align, CardSlot, Column},
        listing::Listing,
        marked::Marked,
        words,
    },
};

type I18n = leptos_i18n::I18nContext<Locale, I18nKeys>;

/// The columns that a list shows until others are chosen, in order.
pub fn usual(kind: Kind) -> &'static [&'static str] {
    match kind {
        Kind::Order => &["customer", "day", "number", "product", "amount"],
        Kind::Product => &["name", "code", "kind", "price", "orders", "quantity", "revenue", "last"],
        Kind::Task => &["done", "title", "due", "customer", "priority"],
        Kind::Promise => &["what", "customer", "by", "standing", "made"],
        _ => &["name", "class", "segment", "value", "orders", "last", "rhythm"],
    }
}

/// A column for every field; `special` draws those that are more than text.
pub fn columns(listing: Listing, i18n: I18n, special: impl Fn(&Field) -> Option<Column<u32>>) -> Vec<Column<u32>> {
    let usual = usual(listing.kind());
    let catalogue = listing.catalogue().get();
    let first = usual.iter().filter_map(|key| catalogue.get(key));
    let rest = catalogue.fields().iter().filter(|field| !usual.contains(&&*field.key));
    let all = first.chain(rest);
    all.map(|field| {
        let column = special(field).unwrap_or_else(|| text_column(listing, i18n, field));
        if usual.contains(&&*field.key) { column } else { column.optional().spare(1) }
    })
    .collect()
}

/// A column of texts, as wide as values of its form are.
pub fn text_column(listing: Listing, i18n: I18n, field: &Field) -> Column<u32> {
    let field = Arc::new(field.clone());
    let named = Arc::clone(&field);
    let label = Signal::derive(move || words::field_label(i18n.get_locale(), &named));
    let shown = Arc::clone(&field);
    let text = move |slot: Signal<u32>| {
        let field = Arc::clone(&shown);
        move || {
            let locale = i18n.get_locale();
            // Nothing at all where there is nothing to say: a card then leaves the name of the field out.
            let text = listing.read(slot.get(), |at| words::field_value(locale, &field, at));
            text.filter(|text| !text.is_empty())
        }
    };
    let title = match listing.kind() {
        Kind::Order => "customer",
        Kind::Task => "title",
        Kind::Promise => "what",
        _ => "name",
    };
    let column = if field.key == title {
        let marked = move |slot: Signal<u32>| {
            let text = text(slot);
            view! { <Marked text=Signal::derive(move || text().unwrap_or_default()) typed=listing.searched()/> }
        };
        Column::new(field.key.to_string(), label, marked)
    } else {
        Column::new(field.key.to_string(), label, text)
    };
    let column = match field.form {
        _ if field.key == title => column.width(11.0, 3.0).card(CardSlot::Title),
        Form::Text | Form::Tags => column.width(8.0, 1.5),
        Form::Choice | Form::YesNo => column.width(7.0, 0.5),
        Form::Number => column.width(5.0, 0.5).align(Align::End),
        Form::Money => column.width(7.0, 1.0).align(Align::End),
        Form::Day => column.width(7.0, 0.5).align(Align::End),
    };
    let column = match &*field.key {
        "amount" | "revenue" => column.card(CardSlot::Corner),
        "orders" => column.card(CardSlot::Absent),
        _ => column,
    };
    if field.descends_first() { column.sortable_down() } else { column.sortable() }
}
