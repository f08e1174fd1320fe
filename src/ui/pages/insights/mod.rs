//! Insights: what the numbers say, how far they can be trusted, and who is behind them.

mod ground;
pub(super) mod links;
mod loyalty;
mod movement;
mod overdue;
mod overview;
mod parts;
mod profit;
mod retention;
mod say;
mod scorecard;
mod shown;
mod steadiness;
mod tabs;
mod together;
mod trust;
mod unusual;
mod value;

use leptos::prelude::*;

use crate::{
    i18n::{t_string, use_i18n},
    state::Scores,
    ui::{
        components::{Page, PageHeader},
        route::{Insight, Route},
        router::Router,
    },
};

use super::{abc::Nobody, as_of::AsOf};

pub use ground::refusal;
pub use loyalty::{of as loyalty_cuts, quadrant_word};
pub use say::Say;
pub use steadiness::SteadinessCard;
pub use tabs::InsightTabs;
pub use value::{chance, clv_text, next_order};

/// The page.
#[component]
pub fn InsightsPage() -> impl IntoView {
    let i18n = use_i18n();
    let (router, scores) = (Router::expect(), Scores::expect());
    let nobody = Memo::new(move |_| scores.signal().with(|answer| answer.classification.abc.order.is_empty()));
    let tab = Memo::new(move |_| match router.route() {
        Route::Insights(tab) => tab,
        _ => Insight::Overview,
    });
    view! {
        <Page>
            <PageHeader
                title=Signal::derive(move || t_string!(i18n, insights.title).to_string())
                lead=Signal::derive(move || tabs::lead(i18n.get_locale(), tab.get()).to_owned())
            />
            <InsightTabs/>
            <AsOf/>
            {move || {
                if nobody.get() {
                    return view! { <Nobody/> }.into_any();
                }
                match tab.get() {
                    Insight::Overview => view! { <overview::Overview/> }.into_any(),
                    Insight::Value => view! { <value::Value/> }.into_any(),
                    Insight::Retention => view! { <retention::Retention/> }.into_any(),
                    Insight::Profit => view! { <profit::Profit/> }.into_any(),
                    Insight::Together => view! { <together::Together/> }.into_any(),
                    Insight::Loyalty => view! { <loyalty::Loyalty/> }.into_any(),
                    Insight::Scorecard => view! { <scorecard::Scorecard/> }.into_any(),
                    Insight::Unusual => view! { <unusual::Unusual/> }.into_any(),
                    Insight::Trust => view! { <trust::Trust/> }.into_any(),
                }
            }}
        </Page>
    }
}
