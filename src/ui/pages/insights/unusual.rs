//! What stands out, and what it was held against. Never a verdict.

use std::sync::Arc;

use leptos::prelude::*;

use crate::{
    analysis::insights::unusual::{self, Trait},
    i18n::{Locale, td_string},
    state::{Insights, Topic},
    ui::components::{LinkedColumn, LinkedRow, LinkedTable},
};

use super::{parts::titled, say::Say, shown::shown};

/// The tab.
#[component]
pub fn Unusual() -> impl IntoView {
    view! { {shown(Topic::Unusual, Insights::expect().unusual, Signal::stored(0), content)} }
}

fn trait_word(locale: Locale, by: Trait) -> &'static str {
    match by {
        Trait::Money => td_string!(locale, insights.by_money),
        Trait::Orders => td_string!(locale, insights.by_orders),
        Trait::Average => td_string!(locale, insights.by_average),
        Trait::Recency => td_string!(locale, insights.by_recency),
    }
}

fn content(found: Arc<unusual::Unusual>, say: Say) -> AnyView {
    view! { {orders(&found, say)} {customers(&found, say)} }.into_any()
}

fn orders(found: &unusual::Unusual, say: Say) -> AnyView {
    let locale = say.locale;
    let row = |place: usize| {
        let (name, href) = say.who(found.customer[place])?;
        let (amount, usual) = (found.amount[place], found.usual[place]);
        let word =
            if amount > usual { td_string!(locale, insights.larger) } else { td_string!(locale, insights.smaller) };
        let cells = vec![name, say.day(found.day[place]), say.money(amount), say.money(usual), word.to_owned()];
        Some(LinkedRow { href: Some(href), cells })
    };
    let rows: Vec<LinkedRow> = (0..found.customer.len()).filter_map(row).collect();
    let columns = vec![
        LinkedColumn::words(td_string!(locale, insights.customer)),
        LinkedColumn::numbers(td_string!(locale, insights.day)),
        LinkedColumn::numbers(td_string!(locale, insights.amount)),
        LinkedColumn::numbers(td_string!(locale, insights.usually)),
        LinkedColumn::words(td_string!(locale, insights.which_way)),
    ];
    let caption = td_string!(locale, insights.unusual_orders).to_owned();
    let text =
        td_string!(locale, insights.unusual_text, count = say.integer(found.count), all = say.integer(found.looked_at));
    let body = if rows.is_empty() {
        let nothing = if found.looked_at == 0 {
            td_string!(locale, insights.nothing_to_compare)
        } else {
            td_string!(locale, insights.nothing_unusual)
        };
        view! { <p>{nothing}</p> }.into_any()
    } else {
        let caption = caption.clone();
        view! {
            <p class="insights-soft">{text}</p>
            <LinkedTable caption columns=Signal::stored(columns) rows=Signal::stored(rows)/>
        }
        .into_any()
    };
    titled(caption, body)
}

fn customers(found: &unusual::Unusual, say: Say) -> AnyView {
    let locale = say.locale;
    let row = |(slot, by): (&u32, &u8)| {
        let (name, href) = say.who(*slot)?;
        let slot = *slot as usize;
        let cells = say.scores.signal().with(|answer| {
            let summary = &answer.classification.summary;
            let orders = summary.orders.get(slot).copied().unwrap_or(0);
            let gross = summary.gross.get(slot).copied().unwrap_or(0);
            vec![
                name,
                Trait::ALL.get(usize::from(*by)).map_or_else(String::new, |by| trait_word(locale, *by).to_owned()),
                say.money(summary.net.get(slot).copied().unwrap_or(0)),
                say.integer(orders),
                say.money(gross / i64::from(orders.max(1))),
            ]
        });
        Some(LinkedRow { href: Some(href), cells })
    };
    let rows: Vec<LinkedRow> = found.rare.iter().zip(&found.rare_by).filter_map(row).collect();
    let columns = vec![
        LinkedColumn::words(td_string!(locale, insights.customer)),
        LinkedColumn::words(td_string!(locale, insights.stands_out_by)),
        LinkedColumn::numbers(td_string!(locale, insights.revenue)),
        LinkedColumn::numbers(td_string!(locale, insights.orders)),
        LinkedColumn::numbers(td_string!(locale, insights.average)),
    ];
    let caption = td_string!(locale, insights.rare_title).to_owned();
    let body = if rows.is_empty() {
        view! { <p>{td_string!(locale, insights.rare_too_few)}</p> }.into_any()
    } else {
        let caption = caption.clone();
        view! {
            <p class="insights-soft">{td_string!(locale, insights.rare_text)}</p>
            <LinkedTable caption columns=Signal::stored(columns) rows=Signal::stored(rows)/>
        }
        .into_any()
    };
    titled(caption, body)
}
