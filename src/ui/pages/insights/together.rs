//! What is bought together, and to whom the other half could be offered.

use std::sync::Arc;

use leptos::prelude::*;

use crate::{
    analysis::{insights::together, rates::Rate},
    i18n::td_string,
    state::{Insights, Topic},
    ui::components::{Card, EmptyState, Icon, LinkedColumn, LinkedRow, LinkedTable},
};

use super::{
    parts::{stat, stats},
    say::Say,
    shown::shown,
};

/// Pairs shown.
const PAIRS: usize = 40;
/// Customers named.
const NAMED: usize = 40;

/// The tab.
#[component]
pub fn Together() -> impl IntoView {
    view! { {shown(Topic::Together, Insights::expect().together, Signal::stored(0), content)} }
}

fn content(found: Arc<together::Together>, say: Say) -> AnyView {
    let locale = say.locale;
    let share = f64::from(found.mixed) / f64::from(found.baskets.max(1));
    let stats = stats(vec![
        stat(
            td_string!(locale, insights.baskets),
            say.integer(found.baskets),
            td_string!(locale, insights.baskets_hint),
        ),
        stat(
            td_string!(locale, insights.mixed),
            say.integer(found.mixed),
            td_string!(locale, insights.mixed_hint, share = say.percent(share)),
        ),
        stat(
            td_string!(locale, insights.pairs),
            say.integer(found.item.len() as i64),
            td_string!(locale, insights.pairs_hint),
        ),
    ]);
    if found.item.is_empty() {
        let (title, text) = if found.mixed == 0 {
            (td_string!(locale, insights.no_baskets_title), td_string!(locale, insights.no_baskets_text))
        } else {
            (td_string!(locale, insights.no_pairs_title), td_string!(locale, insights.no_pairs_text))
        };
        return view! {
            {stats}
            <EmptyState icon=Icon::Product title=title.to_owned() text=Signal::stored(text.to_owned())/>
        }
        .into_any();
    }
    view! { {stats} {pairs(&found, say)} {offers(&found, say)} }.into_any()
}

fn pairs(found: &together::Together, say: Say) -> AnyView {
    let locale = say.locale;
    let row = |place: usize| {
        let rule = found.rule(place)?;
        let (item, href) = say.what(found.item[place])?;
        let (other, _) = say.what(found.other[place])?;
        let rate = Rate { yes: rule.both, cases: rule.with_antecedent };
        let (low, high) = rate.wilson(0.95)?;
        let confidence = format!("{} ({} – {})", say.percent(rule.confidence()), say.percent(low), say.percent(high));
        let cells = vec![
            item,
            other,
            say.integer(rule.both),
            confidence,
            say.percent(rule.consequent_support()),
            format!("{}×", say.number(rule.lift(), 1)),
        ];
        Some(LinkedRow { href: Some(href), cells })
    };
    let rows: Vec<LinkedRow> = (0..found.item.len()).take(PAIRS).filter_map(row).collect();
    let columns = vec![
        LinkedColumn::words(td_string!(locale, insights.who_takes)),
        LinkedColumn::words(td_string!(locale, insights.also_takes)),
        LinkedColumn::numbers(td_string!(locale, insights.orders_with_both)),
        LinkedColumn::numbers(td_string!(locale, insights.confidence)),
        LinkedColumn::numbers(td_string!(locale, insights.anyway)),
        LinkedColumn::numbers(td_string!(locale, insights.lift)),
    ];
    let caption = td_string!(locale, insights.pairs_title).to_owned();
    view! {
        <Card title=Signal::stored(caption.clone())>
            <p class="insights-soft">{td_string!(locale, insights.pairs_text)}</p>
            <LinkedTable caption columns=Signal::stored(columns) rows=Signal::stored(rows)/>
        </Card>
    }
    .into_any()
}

/// The most valuable customers who lack the other half of a pair.
fn offers(found: &together::Together, say: Say) -> AnyView {
    let locale = say.locale;
    let mut first: Vec<(i64, u32, u32)> = Vec::new();
    say.scores.signal().with(|answer| {
        for (customer, rule) in found.gap_customer.iter().zip(&found.gap_rule) {
            // The surest gap of each comes first.
            if first.last().is_none_or(|(_, before, _)| before != customer) {
                let value = answer.classification.values.get(*customer as usize).unwrap_or(0);
                first.push((value, *customer, *rule));
            }
        }
    });
    first.sort_unstable_by_key(|(value, customer, _)| (std::cmp::Reverse(*value), *customer));
    let row = |(value, customer, rule): (i64, u32, u32)| {
        let place = rule as usize;
        let (name, href) = say.who(customer)?;
        let (item, _) = say.what(*found.item.get(place)?)?;
        let (other, _) = say.what(*found.other.get(place)?)?;
        let cells = vec![name, other, item, say.percent(found.rule(place)?.confidence()), say.money(value)];
        Some(LinkedRow { href: Some(href), cells })
    };
    let all = first.len() as i64;
    let rows: Vec<LinkedRow> = first.into_iter().take(NAMED).filter_map(row).collect();
    let columns = vec![
        LinkedColumn::words(td_string!(locale, insights.customer)),
        LinkedColumn::words(td_string!(locale, insights.could_offer)),
        LinkedColumn::words(td_string!(locale, insights.because_of)),
        LinkedColumn::numbers(td_string!(locale, insights.confidence)),
        LinkedColumn::numbers(td_string!(locale, customers.value)),
    ];
    let caption = td_string!(locale, insights.offers_title).to_owned();
    let text = td_string!(locale, insights.offers_text, count = say.integer(all));
    view! {
        <Card title=Signal::stored(caption.clone())>
            <p class="insights-soft">{text}</p>
            <LinkedTable caption columns=Signal::stored(columns) rows=Signal::stored(rows)/>
        </Card>
    }
    .into_any()
}
