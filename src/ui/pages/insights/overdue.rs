//! Who is overdue by their own habit, the most valuable first: facts, at every size.

use leptos::prelude::*;

use crate::{
    analysis::rhythm::State,
    i18n::td_string,
    ui::components::{Card, LinkButton, LinkedColumn, LinkedRow, LinkedTable},
};

use super::{links, say::Say};

/// A list of at most so many.
#[component]
pub fn Overdue(
    /// How many are named.
    most: usize,
) -> impl IntoView {
    let say = Say::here();
    let rows = move || {
        let say = say.get();
        let mut late: Vec<(i64, u32)> = say.scores.signal().with(|answer| {
            let found = &answer.classification;
            let is_late = |slot: usize| {
                found.rhythm.usual(slot).is_some_and(|usual| matches!(usual.state, State::Late | State::Silent))
            };
            let values = found.values.known().filter(|(slot, _)| is_late(*slot as usize));
            values.map(|(slot, value)| (value, slot)).collect()
        });
        let all = late.len();
        late.sort_unstable_by(|a, b| b.cmp(a));
        let row = |(value, slot): (i64, u32)| {
            let usual = say.scores.signal().with(|answer| answer.classification.rhythm.usual(slot as usize))?;
            let (name, href) = say.who(slot)?;
            let gap = say.number(usual.gap, 0);
            let cells = vec![name, say.money(value), gap, say.integer(usual.silent), say.day(usual.window.1)];
            Some(LinkedRow { href: Some(href), cells })
        };
        (all, late.into_iter().take(most).filter_map(row).collect::<Vec<_>>())
    };
    move || {
        let (all, rows) = rows();
        let locale = say.get().locale;
        let columns = vec![
            LinkedColumn::words(td_string!(locale, insights.customer)),
            LinkedColumn::numbers(td_string!(locale, customers.value)),
            LinkedColumn::numbers(td_string!(locale, insights.usual_gap)),
            LinkedColumn::numbers(td_string!(locale, insights.silent_for)),
            LinkedColumn::numbers(td_string!(locale, insights.was_due)),
        ];
        let caption = td_string!(locale, insights.overdue).to_owned();
        let count = i64::try_from(all).unwrap_or(i64::MAX);
        let label = td_string!(locale, insights.all_of_them, count = say.get().integer(count));
        let title = Signal::stored(caption.clone());
        view! {
            <Card title>
              <div class="stack stack-tight">
                <p class="insights-soft">{td_string!(locale, insights.overdue_text)}</p>
                {if all == 0 {
                    view! { <p>{td_string!(locale, insights.nobody_overdue)}</p> }.into_any()
                } else {
                    view! {
                        <LinkedTable caption columns=Signal::stored(columns) rows=Signal::stored(rows)/>
                        <p><LinkButton href=links::customers("rhythm", &["late", "silent"]) label=Signal::stored(label)/></p>
                    }
                    .into_any()
                }}
              </div>
            </Card>
        }
    }
}
