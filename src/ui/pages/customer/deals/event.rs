//! A deal in the timeline: that it began, or how it ended.

use leptos::prelude::*;

use crate::{
    domain::{deal::Deal, id::Id, record::Kind},
    i18n::use_i18n,
    platform::format,
    state::Workspace,
    ui::{
        pages::customer::{amounts::money_text, desk::Desk, pad::Job},
        words,
    },
};

/// The event; pressing it opens the deal.
#[component]
pub fn DealEvent(
    /// Which.
    deal: Id<Deal>,
) -> impl IntoView {
    let i18n = use_i18n();
    let (workspace, desk) = (Workspace::expect(), Desk::expect());
    let data = Memo::new(move |_| workspace.read(&[Kind::Deal], |book| book.get(deal).map(|row| row.data.clone())));
    move || {
        let data = data.get()?;
        let locale = i18n.get_locale();
        let day = data.ended.unwrap_or(data.begun);
        let title = format!(
            "{} · {}: {}",
            words::kind_name(locale, Kind::Deal),
            words::deal_standing(locale, data.standing),
            data.title
        );
        Some(view! {
            <span class="customer-event-day">{format::day(words::tag(locale), day)}</span>
            <div class="customer-event-body">
                <p class="customer-event-head">
                    <button
                        type="button"
                        class="customer-open"
                        on:click=move |_| desk.deal.set(Some(Job::Edit(deal)))
                    >
                        {title}
                    </button>
                    {data.money().map(|money| view! { <span class="customer-amount">{money_text(locale, money)}</span> })}
                </p>
                {(!data.reason.is_empty()).then(|| view! { <p class="customer-text">{data.reason.clone()}</p> })}
            </div>
        })
    }
}
