//! How steadily one customer buys, and what a month brings where months stay empty; in words.

use leptos::prelude::*;

use crate::{
    analysis::{
        demand::{Demand, FEWEST_DEMANDS},
        intermittent::Pattern,
        listing::bought,
        xyz::{self, FEWEST_PERIODS},
    },
    domain::{day, id::Id, party::Party, record::Kind},
    i18n::{Locale, td_string},
    state::{Insights, Workspace},
    ui::{
        components::{Fact, Facts},
        pages::insights::Say,
    },
};

fn word(locale: Locale, steadiness: xyz::Steadiness) -> &'static str {
    match steadiness {
        xyz::Steadiness::X => td_string!(locale, insights.steady_x),
        xyz::Steadiness::Y => td_string!(locale, insights.steady_y),
        xyz::Steadiness::Z => td_string!(locale, insights.steady_z),
    }
}

fn pattern(locale: Locale, pattern: Pattern) -> &'static str {
    match pattern {
        Pattern::Smooth => td_string!(locale, insights.demand_smooth),
        Pattern::Erratic => td_string!(locale, insights.demand_erratic),
        Pattern::Intermittent => td_string!(locale, insights.demand_intermittent),
        Pattern::Lumpy => td_string!(locale, insights.demand_lumpy),
    }
}

/// The facts; nothing for who never ordered.
#[component]
pub fn Steadiness(
    /// Whose.
    id: Id<Party>,
) -> impl IntoView {
    let (workspace, insights, say) = (Workspace::expect(), Insights::expect(), Say::here());
    let demand = Memo::new(move |_| {
        let as_of = day::number(insights.as_of()?);
        let rows =
            workspace.read(&[Kind::Order, Kind::Settings], |book| bought::rows(book, &book.settings(), id, as_of));
        (!rows.is_empty()).then(|| Demand::of(&rows, as_of))
    });
    move || Some(facts(demand.get()?, say.get()))
}

fn facts(demand: Demand, say: Say) -> AnyView {
    let locale = say.locale;
    let spread = demand.spread;
    let steady = match demand.steadiness.zip(spread.variation) {
        Some((steadiness, variation)) => td_string!(
            locale,
            insights.demand_steady,
            name = word(locale, steadiness),
            share = say.percent(variation),
            months = say.integer(spread.periods)
        ),
        None => td_string!(locale, insights.demand_too_few, needed = say.integer(FEWEST_PERIODS)),
    };
    // Who orders every month is not said to do so every 1.0 months.
    let how = demand.shape.map(|shape| match demand.lumpy {
        None => pattern(locale, shape.pattern()).to_owned(),
        Some(_) => td_string!(
            locale,
            insights.demand_every,
            pattern = pattern(locale, shape.pattern()),
            months = say.number(shape.interval, 1)
        ),
    });
    let lumpy = demand.lumpy.map(|lumpy| {
        let values = [lumpy.croston, lumpy.sba, lumpy.tsb];
        let (low, high) = values.iter().fold((f64::MAX, 0.0_f64), |(low, high), v| (low.min(*v), high.max(*v)));
        let hint = td_string!(
            locale,
            insights.demand_methods,
            croston = say.about(lumpy.croston),
            sba = say.about(lumpy.sba),
            tsb = say.about(lumpy.tsb),
            orders = say.integer(FEWEST_DEMANDS as i64)
        );
        (say.about_range(low, high), hint)
    });
    let how = how.map(|how| {
        let label = td_string!(locale, insights.demand_label).to_owned();
        view! { <Fact label>{how}</Fact> }
    });
    let (month, hint) = lumpy.unzip();
    let month = month.map(|month| {
        let label = td_string!(locale, insights.demand_month).to_owned();
        view! { <Fact label>{month}</Fact> }
    });
    view! {
        <Facts>
            <Fact label=td_string!(locale, insights.steadiness).to_owned()>{steady}</Fact>
            {how}
            {month}
        </Facts>
        {hint.map(|hint| view! { <p class="insights-soft">{hint}</p> })}
    }
    .into_any()
}
