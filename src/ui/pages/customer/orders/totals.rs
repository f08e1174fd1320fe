//! What a customer ordered in all, each currency for itself.

use std::collections::BTreeMap;

use chrono::NaiveDate;
use leptos::prelude::*;

use crate::{
    domain::{
        id::Id,
        money::{Currency, Money},
        order::Order,
        party::Party,
        record::Kind,
    },
    i18n::{t_string, use_i18n},
    state::Workspace,
    ui::{
        components::{Columns, Stat},
        pages::{customer::amounts::money_text, work::today},
    },
};

/// What was ordered in one currency.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Total {
    /// Orders that are no refunds.
    pub orders: u32,
    /// Refunds.
    pub refunds: u32,
    /// Minor units, refunds taken off.
    pub net: i64,
    /// Minor units of the refunds, below zero.
    pub refunded: i64,
    /// Minor units of what has still to come in.
    pub owed: i64,
}

/// The totals by currency; they are never added up across.
pub fn totals<'a>(orders: impl Iterator<Item = &'a Order>, today: NaiveDate) -> BTreeMap<Currency, Total> {
    let mut totals: BTreeMap<Currency, Total> = BTreeMap::new();
    for order in orders {
        let total = totals.entry(order.currency).or_default();
        let amount = order.total();
        total.net = total.net.saturating_add(amount);
        total.owed = total.owed.saturating_add(order.owed(today));
        if amount < 0 {
            total.refunds += 1;
            total.refunded = total.refunded.saturating_add(amount);
        } else {
            total.orders += 1;
        }
    }
    totals
}

/// A number for each currency.
#[component]
pub fn TotalsView(
    /// Whose.
    id: Id<Party>,
) -> impl IntoView {
    let i18n = use_i18n();
    let workspace = Workspace::expect();
    let today = today();
    let totals = Memo::new(move |_| {
        let today = today.get();
        workspace.read(&[Kind::Order], |book| totals(book.of::<Order>(id).map(|row| &row.data), today))
    });
    move || {
        let locale = i18n.get_locale();
        let stats = totals.get().into_iter().map(|(currency, total)| {
            let money = |minor| money_text(locale, Money { minor, currency });
            let hint = if total.refunds == 0 {
                t_string!(i18n, customer.total_hint, orders = total.orders)
            } else {
                let refunded = money(total.refunded);
                t_string!(
                    i18n,
                    customer.total_hint_refunds,
                    orders = total.orders,
                    refunds = total.refunds,
                    amount = refunded
                )
            };
            let label = t_string!(i18n, customer.total_in, currency = currency.code().to_owned());
            let owed = (total.owed > 0).then(|| {
                let label = t_string!(i18n, customer.total_owed, currency = currency.code().to_owned());
                view! { <Stat label value=money(total.owed)/> }
            });
            view! { <Stat label value=money(total.net) hint=Signal::stored(hint)/> {owed} }
        });
        let stats = stats.collect_view();
        (!totals.with(BTreeMap::is_empty)).then(|| view! { <Columns narrow=true>{stats}</Columns> })
    }
}

#[cfg(test)]
mod tests {
    use uuid::Uuid;

    use super::*;
    use crate::domain::{bill::Bill, order::Line};

    #[test]
    fn each_currency_has_its_own_total() {
        let yen = Currency::parse("JPY").unwrap();
        let order = |amount, currency| {
            Order::new(
                Id::new(Uuid::from_u128(1)),
                "2024-01-01".parse().unwrap(),
                currency,
                vec![Line::of_amount(amount)],
            )
        };
        let (today, owing) = ("2024-02-01".parse().unwrap(), Some(Box::new(Bill::default())));
        let first = Order { bill: owing, ..order(500, Currency::EUR) };
        let orders = [first, order(-200, Currency::EUR), order(900, yen)];
        let found = totals(orders.iter(), today);
        assert_eq!(found[&Currency::EUR], Total { orders: 1, refunds: 1, net: 300, refunded: -200, owed: 500 });
        assert_eq!(found[&yen], Total { orders: 1, refunds: 0, net: 900, refunded: 0, owed: 0 });
    }
}
