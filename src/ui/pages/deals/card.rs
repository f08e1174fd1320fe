//! A deal on the board.

use leptos::prelude::*;

use crate::{
    domain::{book::Book, deal::Standing, record::Kind},
    i18n::{t_string, use_i18n},
    platform::{clock, format},
    state::Workspace,
    ui::{
        components::{Badge, Tone},
        pages::customer::{DealMenu, Ending, amounts::money_text},
        route::{Route, Tab},
        router::Router,
        words,
    },
};

/// What it is, whose, how much, for how long it has stood here, what is next.
#[component]
pub fn DealCard(
    /// The slot of the deal.
    number: u32,
    /// Where its end is told.
    ending: Ending,
) -> impl IntoView {
    let i18n = use_i18n();
    let (workspace, router) = (Workspace::expect(), Router::expect());
    let data = Memo::new(move |_| {
        workspace.read(&[Kind::Deal, Kind::Party], |book| {
            let row = book.deals.at(number)?;
            let name = book.get(row.data.party).map(|row| row.data.name.clone()).unwrap_or_default();
            Some((row.id, row.data.clone(), name))
        })
    });
    let settings = Memo::new(move |_| workspace.read(&[Kind::Settings], Book::settings));
    move || {
        let (id, deal, name) = data.get()?;
        let locale = i18n.get_locale();
        let tag = words::tag(locale);
        let (pipelines, today) = settings.with(|settings| (settings.pipelines(), clock::today(&settings.time_zone)));
        let days = deal.days_in_stage(today);
        let days = if deal.is_stale(&pipelines, today) {
            view! { <Badge tone=Tone::Warning label=t_string!(i18n, deals.stale_days, days = days)/> }.into_any()
        } else {
            view! { <span class="customer-use">{t_string!(i18n, deals.days, days = days)}</span> }.into_any()
        };
        let closes = deal.closes.map(|day| {
            let is_over = day < today && deal.standing == Standing::Open;
            let text = t_string!(i18n, deals.closes_on, day = format::day(tag, day));
            if is_over {
                view! { <Badge tone=Tone::Danger label=text/> }.into_any()
            } else {
                view! { <span class="customer-use">{text}</span> }.into_any()
            }
        });
        let next = words::next_step(locale, &deal).unwrap_or_else(|| t_string!(i18n, deals.no_next).to_owned());
        Some(view! {
            <div class="board-card-head">
                <a class="board-card-title" href=Route::Deal(id).to_string()>{deal.title.clone()}</a>
                <DealMenu deal=id ending on_edit=Callback::new(move |()| router.go(&Route::Deal(id)))/>
            </div>
            <a class="board-card-who" href=Route::Customer(deal.party, Tab::Overview).to_string()>{name}</a>
            {deal.money().map(|money| view! { <p class="customer-amount">{money_text(locale, money)}</p> })}
            <p class="board-card-marks">{days} {closes}</p>
            <p class="customer-use">{next}</p>
        })
    }
}
