//! Recency, frequency and money, in words: "ordered more often than 51 % of your customers".

use std::sync::Arc;

use leptos::prelude::*;

use crate::{
    analysis::{basis::Rung, explain::RfmReason},
    domain::money::Money,
    i18n::{Locale, td_string, use_i18n},
    state::Answer,
    ui::{components::Badge, pages::customer::amounts::money_text, words},
};

use super::abc::percent;

/// A line for each score, and what would raise them.
#[component]
pub fn RfmReasons(
    /// What is explained.
    answer: Arc<Answer>,
    /// Why.
    reason: Option<RfmReason>,
) -> impl IntoView {
    let i18n = use_i18n();
    move || {
        let locale = i18n.get_locale();
        let Some(reason) = &reason else {
            return view! { <li>{td_string!(locale, customer.rfm_none)}</li> }.into_any();
        };
        let top = answer.classification.rfm.scale.top();
        let scores = ["R", "F", "M"].into_iter().zip(reason.scores).zip(scores(locale, &answer, reason));
        let lines = scores.map(|((letter, score), sentence)| {
            view! { <li><Badge label=format!("{letter} {score}/{top}")/> " " {sentence}</li> }
        });
        let more = steps(locale, &answer, reason).into_iter().map(|sentence| view! { <li>{sentence}</li> });
        view! { {lines.collect_view()} {more.collect_view()} }.into_any()
    }
}

fn scores(locale: Locale, answer: &Answer, reason: &RfmReason) -> [String; 3] {
    let [recent, often, much] = reason.ahead_of.map(|share| percent(locale, share));
    let money = money_text(locale, Money { minor: reason.money, currency: answer.settings.currency });
    [
        td_string!(locale, customer.rfm_recency, days = reason.days, share = recent),
        td_string!(locale, customer.rfm_frequency, orders = reason.orders, share = often),
        td_string!(locale, customer.rfm_money, money = money, share = much),
    ]
}

/// What would move them up, and how far to trust all of it.
fn steps(locale: Locale, answer: &Answer, reason: &RfmReason) -> Vec<String> {
    let currency = answer.settings.currency;
    let more_orders = reason.orders_missing.map(|count| td_string!(locale, customer.rfm_more_orders, count = count));
    let more_money = reason.money_missing.map(|minor| {
        td_string!(locale, customer.rfm_more_money, money = money_text(locale, Money { minor, currency }))
    });
    let after = reason.after_order;
    let after = (after.segment != reason.segment)
        .then(|| td_string!(locale, customer.rfm_after_order, segment = words::segment(locale, after.segment)));
    let basis = answer.classification.basis;
    let few = (basis.rung(false) == Rung::Facts)
        .then(|| td_string!(locale, customer.rfm_few, customers = basis.customers, repeats = basis.repeats));
    [more_orders, more_money, after, few].into_iter().flatten().collect()
}
