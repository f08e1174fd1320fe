//! The orders as a table, newest first.

use std::{cmp::Reverse, sync::Arc};

use leptos::prelude::*;

use crate::{
    domain::{bill::Paid, id::Id, order::Order, party::Party, record::Kind},
    i18n::{Locale, t_string, td_string, use_i18n},
    platform::format,
    state::Workspace,
    ui::{
        components::{Align, Badge, Button, ButtonKind, CardSlot, Column, EmptyState, Icon, Tone, VirtualTable},
        pages::{
            customer::{
                amounts::money_text,
                desk::{Desk, OrderJob},
                labels::field_label,
            },
            work::today,
        },
        words,
    },
};

use super::lines::summary;

/// The table; a row opens its order.
#[component]
pub fn OrderTable(
    /// Whose.
    id: Id<Party>,
) -> impl IntoView {
    let i18n = use_i18n();
    let workspace = Workspace::expect();
    let desk = Desk::expect();
    let rows = Memo::new(move |_| {
        workspace.read(&[Kind::Order], |book| {
            let rows = book.slots_of::<Order>(id).iter().filter_map(|slot| Some((*slot, book.orders.at(*slot)?)));
            let mut keyed: Vec<_> =
                rows.map(|(slot, row)| (Reverse((row.data.day, row.data.minute, slot)), row.id)).collect();
            keyed.sort_unstable_by_key(|(key, _)| *key);
            keyed.into_iter().map(|(_, id)| id).collect::<Arc<[Id<Order>]>>()
        })
    });
    let count = Memo::new(move |_| rows.with(|rows| rows.len()));
    let open = Callback::new(move |order: Id<Order>| desk.order.set(Some(OrderJob::Edit(order))));
    view! {
        <Show
            when=move || 0 < count.get()
            fallback=move || view! {
                <EmptyState
                    icon=Icon::Order
                    title=move || t_string!(i18n, customer.no_orders).to_owned()
                    text=Signal::derive(move || t_string!(i18n, customer.no_orders_text).to_owned())
                >
                    <Button
                        kind=ButtonKind::Primary
                        icon=Icon::Add
                        label=move || t_string!(i18n, customer.add_order).to_owned()
                        on_press=move |()| desk.order.set(Some(OrderJob::New))
                    />
                </EmptyState>
            }
        >
            // As tall as its rows, up to most of the window.
            <div class="customer-orders" style=("--rows", move || count.get().to_string())>
                <VirtualTable
                    label=move || t_string!(i18n, customer.tab_orders).to_owned()
                    rows
                    columns=columns(workspace)
                    on_open=open
                />
            </div>
        </Show>
    }
}

fn columns(workspace: Workspace) -> Vec<Column<Id<Order>>> {
    let (i18n, today) = (use_i18n(), today());
    let read = move |id: Id<Order>, show: fn(Locale, &Order) -> String| {
        let locale = i18n.get_locale();
        workspace.read(&[Kind::Order], |book| book.get(id).map(|row| show(locale, &row.data))).unwrap_or_default()
    };
    // Nothing at all where there is nothing to say: a card then leaves the name of the field out.
    let text = move |show: fn(Locale, &Order) -> String| {
        move |id: Signal<Id<Order>>| move || Some(read(id.get(), show)).filter(|text| !text.is_empty())
    };
    let lines = move |id: Signal<Id<Order>>| {
        move || {
            let summary = workspace
                .read(&[Kind::Order, Kind::Product], |book| book.get(id.get()).map(|row| summary(book, &row.data)));
            summary.filter(|text| !text.is_empty()).map(|text| view! { <span class="customer-cut">{text}</span> })
        }
    };
    let paid = move |id: Signal<Id<Order>>| {
        move || {
            let paid = workspace.read(&[Kind::Order], |book| book.get(id.get())?.data.paid(today.get()));
            paid.map(|paid| paid_badge(i18n.get_locale(), paid))
        }
    };
    let total = move |id: Signal<Id<Order>>| {
        let is_refund =
            move || workspace.read(&[Kind::Order], |book| book.get(id.get()).is_some_and(|row| row.data.is_refund()));
        view! {
            {move || is_refund().then(|| view! {
                <Badge tone=Tone::Warning label=t_string!(i18n, customer.refund)/>
                " "
            })}
            <span class="customer-amount">{move || read(id.get(), |locale, order| money_text(locale, order.money()))}</span>
        }
    };
    vec![
        Column::new("day", field_label(Kind::Order, 2), text(moment)).width(9.0, 0.0).card(CardSlot::Title),
        Column::new("number", field_label(Kind::Order, 1), text(|_, order| order.number.to_string())).width(7.0, 1.0),
        Column::new("lines", field_label(Kind::Order, 5), lines).width(12.0, 3.0),
        Column::new("payment", Signal::derive(move || t_string!(i18n, fields.payment).to_owned()), paid)
            .width(9.0, 0.0),
        Column::new("total", Signal::derive(move || t_string!(i18n, fields.total).to_owned()), total)
            .width(9.0, 1.0)
            .align(Align::End)
            .card(CardSlot::Corner),
    ]
}

/// How it stands with the payment.
fn paid_badge(locale: Locale, paid: Paid) -> impl IntoView {
    let (tone, label) = match paid {
        Paid::Whole => (Tone::Success, td_string!(locale, fields.payment_paid).to_owned()),
        Paid::Open => (Tone::Neutral, td_string!(locale, fields.payment_open).to_owned()),
        Paid::Late { days } => (Tone::Danger, td_string!(locale, customer.payment_late, days = days)),
    };
    view! { <Badge tone label/> }
}

/// The day, and the time where it is known.
fn moment(locale: Locale, order: &Order) -> String {
    let day = format::day(words::tag(locale), order.day);
    match order.minute {
        Some(minute) => format!("{day} {:02}:{:02}", minute / 60, minute % 60),
        None => day,
    }
}
