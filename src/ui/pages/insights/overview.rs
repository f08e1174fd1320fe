//! The few numbers that matter, each against as many days before, each with a way to those behind it.

use std::{cmp::Ordering, sync::Arc};

use leptos::prelude::*;

use crate::{
    analysis::insights::overview::{self, Stretch},
    domain::record::Kind,
    i18n::{t_string, td_string, use_i18n},
    state::{Insights, Topic},
    ui::{
        charts::{AxesText, Bar, BarChart, ChartText},
        components::{Choice, Cluster, Columns, Segmented, Stat, TableData, Tone},
        words,
    },
};

use super::{links, movement::Movement, overdue::Overdue, parts::card, say::Say, shown::shown};

/// Days to choose from.
const LENGTHS: [i32; 3] = [30, 90, 365];

/// The tab.
#[component]
pub fn Overview() -> impl IntoView {
    let i18n = use_i18n();
    let days = RwSignal::new(LENGTHS[1]);
    let options = Signal::derive(move || {
        let choice = |days: i32| Choice::new(days.to_string(), t_string!(i18n, insights.last_days, days = days));
        LENGTHS.into_iter().map(choice).collect::<Vec<_>>()
    });
    let choose = move |text: String| {
        if let Ok(wanted) = text.parse() {
            days.set(wanted);
        }
    };
    view! {
        <Cluster>
            <Segmented
                label=Signal::derive(move || t_string!(i18n, insights.stretch).to_string())
                options
                value=Signal::derive(move || days.get().to_string())
                on_change=Callback::new(choose)
            />
        </Cluster>
        {shown(Topic::Overview, Insights::expect().overview, days.into(), content)}
        <Overdue most=8/>
        <Movement days=days.into()/>
    }
}

fn content(found: Arc<overview::Overview>, say: Say) -> AnyView {
    let locale = say.locale;
    let (now, before) = (found.now, found.before);
    let average = |stretch: Stretch| match stretch.orders {
        0 => 0,
        orders => stretch.gross / i64::from(orders),
    };
    let counted = |number: fn(Stretch) -> u32| (f64::from(number(now)), f64::from(number(before)));
    let stat = |label: &str, value: String, (is, was): (f64, f64), shown: String, href: String| {
        let delta = found.comparable.then(|| say.change(is, was)).flatten();
        let tone = match is.total_cmp(&was) {
            Ordering::Equal => Tone::Neutral,
            Ordering::Greater => Tone::Success,
            Ordering::Less => Tone::Danger,
        };
        let hint = if found.comparable {
            td_string!(locale, insights.was, value = shown)
        } else {
            td_string!(locale, insights.not_comparable).to_owned()
        };
        view! {
            <Stat
                label=label.to_owned()
                value
                delta=Signal::stored(delta.unwrap_or_default())
                delta_tone=Signal::stored(tone)
                hint=Signal::stored(hint)
                href=Signal::stored(href)
            />
        }
    };
    let orders = links::days(Kind::Order, "day", now.from, now.to, "-day");
    let buyers = links::days(Kind::Party, "last", now.from, now.to, "-value");
    let news = links::days(Kind::Party, "first", now.from, now.to, "-value");
    let gone = links::days(Kind::Party, "last", before.from, before.to, "-value");
    let period = td_string!(
        locale,
        insights.compared,
        from = say.day(now.from),
        to = say.day(now.to),
        before_from = say.day(before.from),
        before_to = say.day(before.to)
    );
    let gone_hint = td_string!(locale, insights.gone_hint, money = say.about(found.gone_revenue as f64));
    let silent_hint =
        td_string!(locale, insights.silent_hint, all = say.integer(now.rhythmic), before = say.integer(before.silent));
    let stats = [
        stat(
            td_string!(locale, insights.revenue),
            say.about(now.revenue as f64),
            (now.revenue as f64, before.revenue as f64),
            say.about(before.revenue as f64),
            orders.clone(),
        ),
        stat(
            td_string!(locale, insights.orders),
            say.integer(now.orders),
            counted(|stretch| stretch.orders),
            say.integer(before.orders),
            orders.clone(),
        ),
        stat(
            td_string!(locale, insights.average),
            say.about(average(now) as f64),
            (average(now) as f64, average(before) as f64),
            say.about(average(before) as f64),
            orders,
        ),
        stat(
            td_string!(locale, insights.buyers),
            say.integer(now.buyers),
            counted(|stretch| stretch.buyers),
            say.integer(before.buyers),
            buyers,
        ),
        stat(
            td_string!(locale, insights.new_customers),
            say.integer(now.new),
            counted(|stretch| stretch.new),
            say.integer(before.new),
            news,
        ),
    ];
    let (left, quiet) = (say.integer(found.gone), say.integer(now.silent));
    let months = card(months(&found, say));
    view! {
        <p class="insights-soft">{period}</p>
        <Columns narrow=true>
            {stats.into_iter().collect_view()}
            <Stat
                label=td_string!(locale, insights.gone).to_owned()
                value=left
                hint=Signal::stored(gone_hint)
                href=Signal::stored(gone)
            />
            <Stat
                label=td_string!(locale, insights.silent).to_owned()
                value=quiet
                hint=Signal::stored(silent_hint)
                href=Signal::stored(links::customers("rhythm", &["silent"]))
            />
        </Columns>
        {months}
    }
    .into_any()
}

/// Revenue month by month.
fn months(found: &overview::Overview, say: Say) -> impl IntoView + use<> {
    let locale = say.locale;
    let rows = found.month.iter().zip(&found.month_revenue).zip(&found.month_orders);
    // The last month goes up to the as-of day.
    let ends = found.month.iter().skip(1).map(|next| next - 1).chain([found.now.to]);
    let bars = rows.clone().zip(ends).map(|(((month, revenue), orders), end)| Bar {
        href: Some(links::days(Kind::Order, "day", *month, end, "-day")),
        label: say.month(*month),
        value: *revenue as f64,
        detail: td_string!(
            locale,
            insights.month_readout,
            month = say.month(*month),
            money = say.money(*revenue),
            orders = say.integer(*orders)
        ),
    });
    let table = TableData {
        columns: vec![
            td_string!(locale, insights.month).to_owned(),
            td_string!(locale, insights.revenue).to_owned(),
            td_string!(locale, insights.orders).to_owned(),
        ],
        rows: rows
            .clone()
            .map(|((month, revenue), orders)| vec![say.month(*month), say.money(*revenue), say.integer(*orders)])
            .collect(),
    };
    let text = ChartText {
        title: Signal::stored(td_string!(locale, insights.months_title).to_owned()),
        summary: Signal::stored(td_string!(locale, insights.months_summary, day = say.day(found.now.to))),
        words: words::chart_words(),
        table: Signal::stored(table),
    };
    let axes = AxesText {
        values: Signal::stored(td_string!(locale, insights.axis_revenue, code = say.currency.code())),
        steps: Signal::stored(td_string!(locale, insights.month).to_owned()),
        cursor: Signal::stored(td_string!(locale, insights.read_chart).to_owned()),
    };
    let bars: Vec<Bar> = bars.collect();
    view! {
        <BarChart text words=axes bars=Signal::stored(bars) format_value=Callback::new(move |value| say.about(value))/>
    }
}
