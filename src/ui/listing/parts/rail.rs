//! The rail: how many records have each value, given the other filters; a press filters by it.

use std::sync::Arc;

use leptos::prelude::*;

use crate::{
    analysis::listing::{
        facet::Count,
        field::Facet,
        filter::{Operand, turn},
    },
    i18n::{t_string, use_i18n},
    platform::format,
    ui::{
        components::{Button, ButtonKind, Disclosure},
        listing::{Counted, Listing},
        words,
    },
};

/// So many values of a field are shown before somebody asks for all.
const SHOWN: usize = 10;
/// And so many then: more are found by typing.
const MOST: usize = 200;

/// The counts of every field that has some.
#[component]
pub fn Rail(
    /// Of what.
    listing: Listing,
) -> impl IntoView {
    let i18n = use_i18n();
    let keys = Memo::new(move |_| {
        listing.catalogue().with(|catalogue| {
            let counted = catalogue.fields().iter().filter(|field| field.facet != Facet::None);
            counted.map(|field| field.key.to_string()).collect::<Vec<_>>()
        })
    });
    view! {
        <div class="list-rail" role="group" aria-label=move || t_string!(i18n, listing.rail)>
            <For each=move || keys.get() key=Clone::clone let:key>
                <FacetView listing key/>
            </For>
        </div>
    }
}

/// The counts of one field.
#[component]
fn FacetView(listing: Listing, key: String) -> impl IntoView {
    let i18n = use_i18n();
    let field = listing.catalogue().with_untracked(|catalogue| catalogue.get(&key).cloned());
    let Some(field) = field else { return ().into_any() };
    let field = Arc::new(field);
    let named = Arc::clone(&field);
    let summary = Signal::derive(move || words::field_label(i18n.get_locale(), &named));
    let all = RwSignal::new(false);
    let counted = key.clone();
    let counts = Memo::new(move |_| {
        listing.counted().with(|known: &Arc<Counted>| known.facet(&counted).unwrap_or_default().to_vec())
    });
    let own = key.clone();
    let on = Memo::new(move |_| {
        listing.query().with(|query| {
            let plain = query.asked.filters.iter().find(|filter| filter.key == own && filter.is_plain());
            plain.map(|filter| filter.operands.clone()).unwrap_or_default()
        })
    });
    // What is on stays in sight, whatever it counts.
    let shown = Memo::new(move |_| {
        let most = if all.get() { MOST } else { SHOWN };
        counts.with(|counts| {
            on.with(|on| {
                let mut shown: Vec<Operand> =
                    on.iter().filter(|one| counts.iter().all(|count| count.operand != **one)).cloned().collect();
                let picked = counts.iter().enumerate().filter(|(at, count)| {
                    *at < most || on.contains(&count.operand) || count.operand == Operand::Nothing
                });
                shown.extend(picked.map(|(_, count)| count.operand.clone()));
                shown
            })
        })
    });
    let value = move |operand: Operand| {
        let field = Arc::clone(&field);
        let key = key.clone();
        let (counted, pressed, pushed) = (operand.clone(), operand.clone(), operand.clone());
        let records = Memo::new(move |_| {
            counts.with(|counts| {
                let found = counts.iter().find(|Count { operand, .. }| *operand == counted);
                found.map_or(0, |count| count.records)
            })
        });
        view! {
            <li>
                <button
                    type="button"
                    class="list-value"
                    class:list-value-none=move || records.get() == 0
                    aria-pressed=move || on.with(|on| on.contains(&pressed)).to_string()
                    on:click=move |_| listing.change(|query| turn(&mut query.filters, &key, pushed.clone()))
                >
                    <span class="list-value-text">{move || words::operand(i18n.get_locale(), &field, &operand)}</span>
                    <span class="list-value-count">
                        {move || format::integer(words::tag(i18n.get_locale()), records.get().into())}
                    </span>
                </button>
            </li>
        }
    };
    let hidden = move || counts.with(|counts| counts.len()) > SHOWN;
    let more = Signal::derive(move || {
        if all.get() {
            t_string!(i18n, listing.fewer_values).to_owned()
        } else {
            t_string!(i18n, listing.more_values, count = counts.with(|counts| counts.len()))
        }
    });
    let any = Memo::new(move |_| shown.with(|shown| !shown.is_empty()));
    view! {
        <div class="list-facet" hidden=move || !any.get()>
            <Disclosure summary open=true>
                <ul class="list-values-of">
                    <For each=move || shown.get() key=Clone::clone let:operand>
                        {value(operand)}
                    </For>
                </ul>
                <Show when=hidden>
                    <Button
                        small=true
                        kind=ButtonKind::Quiet
                        label=more
                        on_press=Callback::new(move |()| all.update(|all| *all = !*all))
                    />
                </Show>
            </Disclosure>
        </div>
    }
    .into_any()
}
