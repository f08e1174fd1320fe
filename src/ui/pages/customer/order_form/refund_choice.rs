//! Which order a refund takes back.

use std::cmp::Reverse;

use leptos::prelude::*;

use crate::{
    domain::{book::Book, id::Id, order::Order, party::Party, record::Kind},
    i18n::{Locale, t_string, use_i18n},
    platform::format,
    state::Workspace,
    ui::{
        components::{Choice, Field, Select},
        pages::customer::{amounts::money_text, labels::field_label},
        words,
    },
};

use super::state::Form;

/// The latest orders to choose from; an older one that was chosen is among them.
const MOST: usize = 200;

/// A list of the customer's orders; the one that is edited cannot take itself back.
#[component]
pub fn RefundChoice(
    /// The form.
    form: Form,
) -> impl IntoView {
    let i18n = use_i18n();
    let workspace = Workspace::expect();
    let held = form.value(|draft| (draft.party, draft.refunds));
    let options = Signal::derive(move || {
        let none = Choice::new("", t_string!(i18n, common.none));
        let ((party, held), own) = (held.get(), form.own.get());
        let orders = workspace.read(&[Kind::Order], |book| choices(i18n.get_locale(), book, party, own, held));
        std::iter::once(none).chain(orders).collect::<Vec<_>>()
    });
    view! {
        <Field label=field_label(Kind::Order, 6) error=form.error(6)>
            <Select
                options
                value=form.value(|draft| draft.refunds.map_or_else(String::new, |id| id.to_string()))
                on_change=move |value: String| form.draft.update(|draft| draft.refunds = value.parse().ok())
            />
        </Field>
    }
}

fn choices(
    locale: Locale,
    book: &Book,
    party: Id<Party>,
    own: Option<Id<Order>>,
    held: Option<Id<Order>>,
) -> Vec<Choice> {
    let rows = book.of::<Order>(party);
    let mut rows: Vec<_> =
        rows.filter(|row| Some(row.id) != own && (!row.data.is_refund() || Some(row.id) == held)).collect();
    rows.sort_by_key(|row| Reverse((row.data.day, row.data.minute)));
    let shown = rows.into_iter().enumerate().filter(|(index, row)| *index < MOST || Some(row.id) == held);
    shown.map(|(_, row)| Choice::new(row.id.to_string(), label(locale, &row.data))).collect()
}

fn label(locale: Locale, order: &Order) -> String {
    let (day, total) = (format::day(words::tag(locale), order.day), money_text(locale, order.money()));
    if order.number.is_empty() { format!("{day} · {total}") } else { format!("{day} · {} · {total}", order.number) }
}
