//! The Pareto chart with its cuts.

use std::sync::Arc;

use leptos::prelude::*;

use crate::{
    analysis::{abc::Cuts, curve::Curve},
    domain::class::Class,
    i18n::{t_string, use_i18n},
    platform::format,
    state::Scores,
    ui::{
        charts::{ChartText, Cuts as ChartCuts, ParetoBand, ParetoChart, ParetoPoint, ParetoText},
        components::{Grade, TableData},
        route::{ListQuery, Route, Sort},
        words,
    },
};

use super::Tried;

/// Points of the curve: more than there are pixels show nothing more.
const POINTS: usize = 400;

/// Shares are moved in whole tenths of a percent, in basis points.
fn cuts_of(cuts: ChartCuts) -> Option<Cuts> {
    let basis_points = |share: f64| (share * 1_000.0).round() as u16 * 10;
    Cuts::new(basis_points(cuts.a), basis_points(cuts.b)).ok()
}

#[component]
pub fn Pareto(
    /// The classes shown.
    tried: Memo<Arc<Tried>>,
    /// Where they part.
    cuts: Signal<Cuts>,
    /// Told when a cut is moved.
    on_cuts: Callback<Cuts>,
) -> impl IntoView {
    let i18n = use_i18n();
    let scores = Scores::expect();
    let currency = Memo::new(move |_| scores.signal().with(|answer| answer.settings.currency));
    let money = move |minor: i64| {
        let currency = currency.get();
        format::money(words::tag(i18n.get_locale()), minor, currency.code(), currency.exponent())
    };
    let short = move |minor: f64| {
        let currency = currency.get();
        format::money_short(words::tag(i18n.get_locale()), minor as i64, currency.code(), currency.exponent())
    };
    let percent = move |share: f64| format::percent(words::tag(i18n.get_locale()), share, 1);
    let integer = move |number: f64| format::integer(words::tag(i18n.get_locale()), number as i64);
    let points = Signal::derive(move || {
        tried.with(|tried| {
            let curve = Curve::pareto(&tried.abc, POINTS);
            Arc::from(ParetoPoint::thinned(&curve.customers, &curve.share, tried.abc.total as f64))
        })
    });
    let groups = Memo::new(move |_| tried.with(|tried| tried.abc.groups));
    let bands = Signal::derive(move || {
        let mut end = 0;
        let group = |(class, group): (Class, crate::analysis::abc::Group)| {
            end += group.customers;
            let label = t_string!(
                i18n,
                abc.band,
                letter = class.letter(),
                count = integer(group.customers.into()),
                share = percent(group.share),
                money = money(group.value)
            );
            let query = ListQuery { classes: vec![class], sort: Sort::Value, descending: true, ..ListQuery::default() };
            ParetoBand { grade: grade(class), end, label, href: Route::Customers(query).to_string() }
        };
        Class::ALL.into_iter().zip(groups.get()).map(group).collect::<Vec<_>>()
    });
    let table = Signal::derive(move || {
        let heads = [
            t_string!(i18n, fields.abc).to_string(),
            t_string!(i18n, common.customers).to_string(),
            t_string!(i18n, abc.share).to_string(),
            t_string!(i18n, customers.value).to_string(),
        ];
        let row = |(class, group): (Class, crate::analysis::abc::Group)| {
            vec![class.letter().to_owned(), integer(group.customers.into()), percent(group.share), money(group.value)]
        };
        TableData { columns: heads.into(), rows: Class::ALL.into_iter().zip(groups.get()).map(row).collect() }
    });
    let summary = Signal::derive(move || {
        let [a, _, _] = groups.get();
        let all: u32 = groups.get().iter().map(|group| group.customers).sum();
        t_string!(
            i18n,
            abc.summary,
            count = integer(a.customers.into()),
            all = integer(all.into()),
            share = percent(a.share)
        )
    });
    let text = ChartText {
        title: Signal::derive(move || t_string!(i18n, abc.chart_title).to_string()),
        summary,
        table_label: Signal::derive(move || t_string!(i18n, common.as_table).to_string()),
        table,
    };
    let axes = ParetoText {
        values: Signal::derive(move || t_string!(i18n, abc.axis_values, code = currency.get().code().to_owned())),
        shares: Signal::derive(move || t_string!(i18n, abc.axis_shares).to_string()),
        ranks: Signal::derive(move || t_string!(i18n, abc.axis_ranks).to_string()),
        cut_a: Signal::derive(move || t_string!(i18n, fields.cut_a).to_string()),
        cut_b: Signal::derive(move || t_string!(i18n, fields.cut_b).to_string()),
        cursor: Signal::derive(move || t_string!(i18n, abc.cursor).to_string()),
    };
    let readout = move |point: ParetoPoint| {
        t_string!(i18n, abc.readout, rank = integer(point.rank.into()), share = percent(point.share))
    };
    let chart_cuts = Signal::derive(move || {
        let cuts = cuts.get();
        ChartCuts { a: f64::from(cuts.a()) / 10_000.0, b: f64::from(cuts.b()) / 10_000.0 }
    });
    let moved = move |cuts: ChartCuts| {
        if let Some(cuts) = cuts_of(cuts) {
            on_cuts.run(cuts);
        }
    };
    view! {
        <ParetoChart
            text
            words=axes
            points
            bands
            cuts=chart_cuts
            on_cut=Callback::new(moved)
            format_value=Callback::new(short)
            format_share=Callback::new(percent)
            format_rank=Callback::new(integer)
            readout=Callback::new(readout)
        />
    }
}

fn grade(class: Class) -> Grade {
    match class {
        Class::A => Grade::A,
        Class::B => Grade::B,
        Class::C => Grade::C,
    }
}
