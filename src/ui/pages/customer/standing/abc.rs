//! The class by value, in words: "A: brings 12 % of revenue, rank 3 of 84."

use leptos::prelude::*;

use crate::{
    analysis::explain::AbcReason,
    domain::money::Money,
    i18n::{Locale, td_string, use_i18n},
    platform::format,
    state::Answer,
    ui::{pages::customer::amounts::money_text, words},
};

/// The sentences; one honest one where there is no class.
#[component]
pub fn AbcReasons(
    /// What is explained.
    answer: std::sync::Arc<Answer>,
    /// Why.
    reason: Option<AbcReason>,
) -> impl IntoView {
    let i18n = use_i18n();
    move || {
        let locale = i18n.get_locale();
        let sentences = match &reason {
            Some(reason) => sentences(locale, &answer, reason),
            None => vec![td_string!(locale, customer.abc_none).to_owned()],
        };
        sentences.into_iter().map(|sentence| view! { <li>{sentence}</li> }).collect_view()
    }
}

fn sentences(locale: Locale, answer: &Answer, reason: &AbcReason) -> Vec<String> {
    let currency = answer.settings.currency;
    let money = |minor| money_text(locale, Money { minor, currency });
    let measure = words::measure_within(locale, answer.settings.measure);
    let (class, rank, of) = (reason.class.letter(), reason.rank, reason.of);
    let first = match reason.share {
        Some(share) => {
            let share = percent(locale, share);
            td_string!(
                locale,
                customer.abc_share,
                class = class,
                share = share,
                measure = measure,
                rank = rank,
                of = of
            )
        }
        None => {
            let value = money(reason.value);
            td_string!(
                locale,
                customer.abc_value,
                class = class,
                value = value,
                measure = measure,
                rank = rank,
                of = of
            )
        }
    };
    let next = reason.next.map(|step| {
        td_string!(
            locale,
            customer.abc_next,
            missing = money(step.missing),
            measure = measure,
            class = step.class.letter()
        )
    });
    let alike = answer.classification.abc.says_little().then(|| td_string!(locale, customer.abc_alike).to_owned());
    [Some(first), next, alike].into_iter().flatten().collect()
}

/// A share with as many digits as tell it from nothing.
pub fn percent(locale: Locale, share: f64) -> String {
    let digits = match share {
        share if share >= 0.1 || share <= 0.0 => 0,
        share if share >= 0.001 => 1,
        _ => 3,
    };
    format::percent(words::tag(locale), share, digits)
}
