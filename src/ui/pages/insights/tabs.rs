//! The line of tabs over all pages of insights, ABC and RFM among them.

use leptos::prelude::*;

use crate::{
    i18n::{Locale, t_string, td_string, use_i18n},
    ui::{
        components::{Tab, Tabs},
        route::{Insight, Route},
        router::Router,
    },
};

/// The pages in their order.
const PAGES: [Route; 11] = [
    Route::Insights(Insight::Overview),
    Route::Abc,
    Route::Rfm,
    Route::Insights(Insight::Value),
    Route::Insights(Insight::Retention),
    Route::Insights(Insight::Profit),
    Route::Insights(Insight::Together),
    Route::Insights(Insight::Loyalty),
    Route::Insights(Insight::Unusual),
    Route::Insights(Insight::Scorecard),
    Route::Insights(Insight::Trust),
];

fn name(locale: Locale, page: &Route) -> &'static str {
    match page {
        Route::Abc => td_string!(locale, common.abc),
        Route::Rfm => td_string!(locale, common.rfm),
        Route::Insights(Insight::Value) => td_string!(locale, insights.tab_value),
        Route::Insights(Insight::Retention) => td_string!(locale, insights.tab_retention),
        Route::Insights(Insight::Profit) => td_string!(locale, insights.tab_profit),
        Route::Insights(Insight::Together) => td_string!(locale, insights.tab_together),
        Route::Insights(Insight::Loyalty) => td_string!(locale, insights.tab_loyalty),
        Route::Insights(Insight::Scorecard) => td_string!(locale, insights.tab_scorecard),
        Route::Insights(Insight::Unusual) => td_string!(locale, insights.tab_unusual),
        Route::Insights(Insight::Trust) => td_string!(locale, insights.tab_trust),
        _ => td_string!(locale, insights.tab_overview),
    }
}

/// What a tab is for, in a sentence.
pub(super) fn lead(locale: Locale, tab: Insight) -> &'static str {
    match tab {
        Insight::Overview => td_string!(locale, insights.overview_lead),
        Insight::Value => td_string!(locale, insights.value_lead),
        Insight::Retention => td_string!(locale, insights.retention_lead),
        Insight::Profit => td_string!(locale, insights.profit_lead),
        Insight::Together => td_string!(locale, insights.together_lead),
        Insight::Loyalty => td_string!(locale, insights.loyalty_lead),
        Insight::Scorecard => td_string!(locale, insights.scorecard_lead),
        Insight::Unusual => td_string!(locale, insights.unusual_lead),
        Insight::Trust => td_string!(locale, insights.trust_lead),
    }
}

/// The tabs.
#[component]
pub fn InsightTabs() -> impl IntoView {
    let i18n = use_i18n();
    let router = Router::expect();
    let tab = move |page: Route| {
        let (href, named) = (page.to_string(), page.clone());
        view! {
            <Tab
                href
                label=Signal::derive(move || name(i18n.get_locale(), &named).to_owned())
                current=Signal::derive(move || router.route() == page)
            />
        }
    };
    view! {
        <Tabs label=Signal::derive(move || t_string!(i18n, insights.title).to_string())>
            {PAGES.into_iter().map(tab).collect_view()}
        </Tabs>
    }
}
