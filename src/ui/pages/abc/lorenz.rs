//! How unevenly the value is spread: the Lorenz curve (M. O. Lorenz, 1905), and what it comes to.

use std::sync::Arc;

use leptos::prelude::*;

use crate::{
    analysis::{abc::GINI_SAYS_LITTLE, concentration::Concentration, curve::Curve},
    i18n::{t_string, use_i18n},
    platform::format,
    ui::{
        charts::{AxesText, ChartText, LineChart, LineKind, LinePoint},
        components::{Card, Columns, Stat, TableData},
        pages::insights::{Say, links},
        words,
    },
};

use super::Tried;

/// Points of the curve.
const POINTS: usize = 100;
/// Rows of the table behind it: the tenths.
const ROWS: usize = 10;

/// A point: this share of those who bring anything, the smallest first, brings this share of the whole.
#[derive(Clone, Copy, PartialEq)]
struct Point {
    customers: f64,
    share: f64,
    /// What the largest of them brings, minor units.
    most: Option<i64>,
}

fn points(tried: &Tried) -> Vec<Point> {
    // Who brings nothing is not in the coefficient, so not in the curve.
    let n = tried.values.known().filter(|(_, value)| *value > 0).count();
    let curve = Curve::pareto(&tried.abc, POINTS);
    let rows = curve.customers.iter().zip(&curve.share).filter(|(best, _)| **best as usize <= n);
    let point = |(best, share): (&u32, &f64)| Point {
        customers: 1.0 - f64::from(*best) / n.max(1) as f64,
        share: 1.0 - share,
        most: (*best as usize != n).then(|| tried.at_rank(best + 1)).flatten(),
    };
    let mut points: Vec<Point> = rows.map(point).collect();
    points.reverse();
    if points.first().is_none_or(|first| first.customers > 0.0) {
        points.insert(0, Point { customers: 0.0, share: 0.0, most: None });
    }
    points
}

/// The share of the smallest so many, between the points.
fn share_at(points: &[Point], customers: f64) -> f64 {
    let next = points.partition_point(|point| point.customers < customers).min(points.len().saturating_sub(1));
    let Some(after) = points.get(next) else { return 0.0 };
    let before = points.get(next.saturating_sub(1)).unwrap_or(after);
    let span = after.customers - before.customers;
    if span > 0.0 {
        before.share + (after.share - before.share) * (customers - before.customers) / span
    } else {
        after.share
    }
}

/// The card, and two numbers.
#[component]
pub fn Spread(
    /// The classes shown.
    tried: Memo<Arc<Tried>>,
) -> impl IntoView {
    let i18n = use_i18n();
    let say = Say::here();
    let spread = Memo::new(move |_| tried.with(|tried| Concentration::of(&tried.values)));
    let curve = Memo::new(move |_| tried.with(|tried| points(tried)));
    let percent = move |share: f64| say.get().percent(share);
    let drawn = Signal::derive(move || {
        let say = say.get();
        let key = tried.with(|tried| links::measure_key(tried.measure));
        let point = |point: Point| LinePoint {
            x: point.customers,
            y: point.share,
            range: None,
            detail: t_string!(
                i18n,
                abc.lorenz_readout,
                customers = percent(point.customers),
                share = percent(point.share)
            ),
            href: point.most.map(|most| links::amounts(key, [None, Some(most)], say.currency)),
        };
        curve.get().into_iter().map(point).collect::<Vec<_>>()
    });
    let table = Signal::derive(move || {
        let columns = vec![t_string!(i18n, abc.axis_smallest).to_owned(), t_string!(i18n, abc.axis_shares).to_owned()];
        let row = |tenth: usize| {
            let customers = tenth as f64 / ROWS as f64;
            vec![percent(customers), percent(curve.with(|points| share_at(points, customers)))]
        };
        TableData { columns, rows: (1..=ROWS).map(row).collect() }
    });
    let text = ChartText {
        title: Signal::derive(move || t_string!(i18n, abc.lorenz_title).to_owned()),
        summary: Signal::derive(move || t_string!(i18n, abc.lorenz_summary).to_owned()),
        words: words::chart_words(),
        table,
    };
    let axes = AxesText {
        values: Signal::derive(move || t_string!(i18n, abc.axis_shares).to_owned()),
        steps: Signal::derive(move || t_string!(i18n, abc.axis_smallest).to_owned()),
        cursor: Signal::derive(move || t_string!(i18n, abc.cursor).to_owned()),
    };
    let numbers = move || {
        let spread = spread.get()?;
        let tag = words::tag(i18n.get_locale());
        let little = spread.gini < GINI_SAYS_LITTLE;
        let (best, gini) = (t_string!(i18n, abc.best_fifth).to_owned(), t_string!(i18n, abc.gini).to_owned());
        let count = format::integer(tag, spread.best_fifth.into());
        let best_hint = t_string!(i18n, abc.best_fifth_hint, count = count);
        let gini_hint =
            if little { t_string!(i18n, abc.gini_little) } else { t_string!(i18n, abc.gini_much) }.to_owned();
        Some(view! {
            <Columns narrow=true>
                <Stat label=best value=format::percent(tag, spread.best_fifth_share, 0) hint=best_hint/>
                <Stat label=gini value=format::number(tag, spread.gini, 2) hint=gini_hint/>
            </Columns>
        })
    };
    view! {
        {numbers}
        <Show when=move || spread.get().is_some()>
            <Card>
                <LineChart
                    text
                    words=axes
                    points=drawn
                    kind=LineKind::Line
                    reference=Signal::stored(vec![(0.0, 0.0), (1.0, 1.0)])
                    format_x=Callback::new(percent)
                    format_y=Callback::new(percent)
                />
            </Card>
        </Show>
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{
        analysis::{
            abc::{Abc, Cuts},
            values::Values,
        },
        domain::settings::Measure,
    };

    #[test]
    fn the_smallest_hold_what_the_best_leave() {
        let values = Values::from_minor([Some(60), Some(30), Some(10), Some(0), Some(-4)]);
        let tried = Tried { measure: Measure::Revenue, abc: Abc::new(&values, Cuts::default()), values };
        let curve = points(&tried);
        let shares: Vec<i64> = curve.iter().map(|point| (point.share * 100.0).round() as i64).collect();
        assert_eq!(shares, [0, 10, 40, 100]);
        assert_eq!(curve.iter().map(|point| point.most).collect::<Vec<_>>(), [None, Some(10), Some(30), Some(60)]);
        assert!((share_at(&curve, 0.5) - 0.25).abs() < 1e-9);
        assert!((share_at(&curve, 1.0) - 1.0).abs() < 1e-9);
    }
}
