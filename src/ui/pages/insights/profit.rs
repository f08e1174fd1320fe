//! Who earns and who costs: the whale curve, customers that lose money, and those that only look good.

use leptos::prelude::*;

use crate::{
    analysis::{
        insights::{hours::Hours, profitability::Profitability},
        whale::{PERCENTS, Whale},
    },
    domain::record::Kind,
    i18n::td_string,
    state::{Insights, Topic},
    ui::{
        charts::{AxesText, ChartText, LineChart, LineKind, LinePoint},
        components::{Banner, EmptyState, Icon, LinkedColumn, LinkedRow, LinkedTable, TableData, Tone},
        words,
    },
};

use super::{
    links,
    parts::{card, stat, stats, titled},
    say::Say,
    shown::shown,
};

/// The place of 20 % among the shares of the curve.
const FIFTH: usize = 3;

/// The tab.
#[component]
pub fn Profit() -> impl IntoView {
    let insights = Insights::expect();
    view! {
        {shown(
            Topic::Profitability,
            insights.profitability,
            insights.state_of(&[Kind::Interaction]),
            |found, say| view! { {profits(&found, say)} {hours(&found.hours, say)} }.into_any(),
        )}
    }
}

fn profits(found: &Profitability, say: Say) -> AnyView {
    let locale = say.locale;
    if found.known == 0 {
        return view! {
            <EmptyState
                icon=Icon::Money
                title=td_string!(locale, insights.no_costs_title).to_owned()
                text=Signal::stored(td_string!(locale, insights.no_costs_text).to_owned())
            />
        }
        .into_any();
    }
    let unknown = found.customers - found.known;
    let left_out = (unknown > 0).then(|| {
        let title = td_string!(locale, insights.costs_unknown, count = say.integer(unknown));
        view! { <Banner tone=Tone::Accent title/> }
    });
    let share =
        if found.revenue > 0 { say.percent(found.profit as f64 / found.revenue as f64) } else { "–".to_owned() };
    let whale = found.whale.as_ref();
    let losing = whale.map_or(found.losing.len() as i64, |whale| i64::from(whale.losing));
    let lost = whale.map_or_else(|| found.losing_profit.iter().sum(), |whale| whale.lost);
    let profit_hint = td_string!(
        locale,
        insights.profit_hint,
        revenue = say.about(found.revenue as f64),
        count = say.integer(found.known)
    );
    let margin_hint = td_string!(locale, insights.margin_hint);
    let mut row = vec![
        stat(td_string!(locale, insights.profit), say.about(found.profit as f64), profit_hint),
        stat(td_string!(locale, insights.margin), share, margin_hint),
    ];
    row.extend(whale.map(|whale| {
        if whale.losing == 0 {
            let share = say.percent(whale.share_at[FIFTH]);
            return stat(td_string!(locale, insights.best_fifth), share, td_string!(locale, insights.of_profit));
        }
        let hint = td_string!(locale, insights.peak_hint, count = say.integer(whale.peak_at));
        stat(td_string!(locale, insights.peak), say.percent(whale.peak as f64 / whale.total as f64), hint)
    }));
    let losing_hint = td_string!(locale, insights.losing_hint, money = say.about(lost as f64));
    row.push(stat(td_string!(locale, insights.losing), say.integer(losing), losing_hint));
    let drawn = whale.map(|whale| card(curve(whale, say)));
    view! {
        {left_out}
        {stats(row)}
        {drawn}
        {list(
            say,
            td_string!(locale, insights.losing_title),
            td_string!(locale, insights.nobody_loses),
            &[td_string!(locale, insights.profit)],
            &found.losing,
            &[&found.losing_profit],
        )}
        {list(
            say,
            td_string!(locale, insights.overrated_title),
            td_string!(locale, insights.nobody_overrated),
            &[td_string!(locale, insights.revenue), td_string!(locale, insights.profit)],
            &found.overrated,
            &[&found.overrated_revenue, &found.overrated_profit],
        )}
    }
    .into_any()
}

fn list(say: Say, title: &str, nobody: &str, heads: &[&str], who: &[u32], money: &[&Vec<i64>]) -> AnyView {
    let row = |(place, slot): (usize, &u32)| {
        let (name, href) = say.who(*slot)?;
        let sums = money.iter().filter_map(|column| column.get(place)).map(|sum| say.money(*sum));
        Some(LinkedRow { href: Some(href), cells: [name].into_iter().chain(sums).collect() })
    };
    let rows: Vec<LinkedRow> = who.iter().enumerate().filter_map(row).collect();
    let columns: Vec<LinkedColumn> = [LinkedColumn::words(td_string!(say.locale, insights.customer))]
        .into_iter()
        .chain(heads.iter().map(|head| LinkedColumn::numbers(*head)))
        .collect();
    let body = if rows.is_empty() {
        view! { <p>{nobody.to_owned()}</p> }.into_any()
    } else {
        let caption = title.to_owned();
        view! { <LinkedTable caption columns=Signal::stored(columns) rows=Signal::stored(rows)/> }.into_any()
    };
    titled(title, body)
}

/// What an hour brings, of all and of those who pay least for it.
fn hours(found: &Hours, say: Say) -> AnyView {
    let locale = say.locale;
    let title = td_string!(locale, insights.hours_title);
    if found.customers == 0 {
        return titled(title, view! { <p>{td_string!(locale, insights.no_hours)}</p> });
    }
    let spent = |minutes: i64| say.number(minutes as f64 / 60.0, 1);
    let hint =
        td_string!(locale, insights.hours_hint, hours = spent(found.minutes), count = say.integer(found.customers));
    let rows = found.customer.iter().zip(&found.hourly).zip(&found.took).filter_map(|((slot, rate), took)| {
        let (name, href) = say.who(*slot)?;
        Some(LinkedRow { href: Some(href), cells: vec![name, spent(i64::from(*took)), say.money(*rate)] })
    });
    let rows: Vec<LinkedRow> = rows.collect();
    let columns = vec![
        LinkedColumn::words(td_string!(locale, insights.customer)),
        LinkedColumn::numbers(td_string!(locale, listing.hours)),
        LinkedColumn::numbers(td_string!(locale, listing.hourly)),
    ];
    let body = view! {
        <div class="stack">
            {stat(td_string!(locale, listing.hourly), say.money(found.rate), hint)}
            <p class="insights-soft">{td_string!(locale, insights.hours_text)}</p>
            <LinkedTable
                caption=Signal::stored(td_string!(locale, insights.hours_least).to_owned())
                columns=Signal::stored(columns)
                rows=Signal::stored(rows)
            />
            <p><a href=links::timed()>{td_string!(locale, insights.hours_all)}</a></p>
        </div>
    };
    titled(title, body)
}

fn curve(whale: &Whale, say: Say) -> impl IntoView + use<> {
    let locale = say.locale;
    let total = whale.total as f64;
    // What each of them brought, the best first: who is up to a point has at least as much as the last of them.
    let mut profits: Vec<i64> = say
        .scores
        .signal()
        .with(|answer| answer.classification.summary.margin(None).known().map(|(_, profit)| profit).collect());
    profits.sort_unstable_by(|a, b| b.cmp(a));
    let behind = |customers: u32| {
        let least = profits.get((customers as usize).checked_sub(1)?)?;
        Some(links::at_least("margin", *least, say.currency))
    };
    let points: Vec<LinePoint> = whale
        .curve
        .customers
        .iter()
        .zip(&whale.curve.share)
        .map(|(customers, share)| LinePoint {
            x: f64::from(*customers),
            y: *share,
            range: None,
            href: behind(*customers),
            detail: td_string!(
                locale,
                insights.whale_readout,
                count = say.integer(*customers),
                share = say.percent(*share),
                money = say.about(share * total)
            ),
        })
        .collect();
    let last = points.last().map_or(1.0, |point| point.x);
    let percent = |percent: u8| say.percent(f64::from(percent) / 100.0);
    let table = TableData {
        columns: vec![
            td_string!(locale, insights.best_customers).to_owned(),
            td_string!(locale, insights.share_of_profit).to_owned(),
        ],
        rows: PERCENTS
            .iter()
            .zip(&whale.share_at)
            .map(|(best, share)| vec![percent(*best), say.percent(*share)])
            .collect(),
    };
    let summary = if whale.losing == 0 {
        td_string!(locale, insights.whale_never_falls).to_owned()
    } else {
        td_string!(
            locale,
            insights.whale_summary,
            count = say.integer(whale.peak_at),
            share = say.percent(whale.peak as f64 / total),
            lost = say.about(whale.lost as f64)
        )
    };
    let text = ChartText {
        title: Signal::stored(td_string!(locale, insights.whale_title).to_owned()),
        summary: Signal::stored(summary),
        words: words::chart_words(),
        table: Signal::stored(table),
    };
    let axes = AxesText {
        values: Signal::stored(td_string!(locale, insights.axis_profit).to_owned()),
        steps: Signal::stored(td_string!(locale, insights.axis_best).to_owned()),
        cursor: Signal::stored(td_string!(locale, insights.read_chart).to_owned()),
    };
    view! {
        <LineChart
            text
            words=axes
            points=Signal::stored(points)
            kind=LineKind::Line
            reference=Signal::stored(vec![(0.0, 1.0), (last, 1.0)])
            format_x=Callback::new(move |customers: f64| say.number(customers, 0))
            format_y=Callback::new(move |share| say.percent(share))
        />
    }
}
