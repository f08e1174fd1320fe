//! The Pareto chart with its cuts.

use std::sync::Arc;

use leptos::prelude::*;

use crate::{
    analysis::{abc::Cuts, curve::Curve, listing::parties::class_key},
    domain::class::Class,
    i18n::{t_string, use_i18n},
    platform::format,
    state::Scores,
    ui::{
        charts::{AxesText, ChartText, Cuts as ChartCuts, ParetoBand, ParetoChart, ParetoPoint, ParetoText},
        components::TableData,
        pages::{grade_of, insights::links},
        route::{ListQuery, Route},
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
    /// Whether they are other classes than those that hold.
    is_tried: Signal<bool>,
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
            let (best, last) = (end + 1, end + group.customers);
            end = last;
            let label = t_string!(
                i18n,
                abc.band,
                letter = class.letter(),
                count = integer(group.customers.into()),
                share = percent(group.share),
                money = money(group.value)
            );
            // A class that is only tried out is listed by its amounts.
            let href = if is_tried.get() {
                let ends = tried.with(|tried| [tried.at_rank(last), tried.at_rank(best)]);
                let key = tried.with(|tried| links::measure_key(tried.measure));
                links::amounts(key, ends, currency.get())
            } else {
                Route::Customers(ListQuery::having([("class", class_key(class))]).by("-value")).to_string()
            };
            ParetoBand { grade: grade_of(class), end, label, href }
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
        words: words::chart_words(),
        table,
    };
    let axes = AxesText {
        values: Signal::derive(move || t_string!(i18n, abc.axis_values, code = currency.get().code().to_owned())),
        steps: Signal::derive(move || t_string!(i18n, abc.axis_ranks).to_string()),
        cursor: Signal::derive(move || t_string!(i18n, abc.cursor).to_string()),
    };
    let axes = ParetoText {
        axes,
        shares: Signal::derive(move || t_string!(i18n, abc.axis_shares).to_string()),
        cut_a: Signal::derive(move || t_string!(i18n, fields.cut_a).to_string()),
        cut_b: Signal::derive(move || t_string!(i18n, fields.cut_b).to_string()),
    };
    // Who is up to a point has at least as much as the last of them.
    let readout = move |point: ParetoPoint| {
        let detail = t_string!(i18n, abc.readout, rank = integer(point.rank.into()), share = percent(point.share));
        let least = tried.with(|tried| tried.at_rank(point.rank));
        let key = tried.with(|tried| links::measure_key(tried.measure));
        (detail, least.map(|least| links::at_least(key, least, currency.get())))
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
