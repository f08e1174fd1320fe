//! What the screens of insights ask: right on a known log, and honest on any.

#![allow(clippy::unwrap_used, reason = "a test fails by panicking")]

mod analysis_support;
mod insights_support;

use analysis_support::{Log, day, near, number, table};
use insights_support::{CDNOW, Known, digest};
use kith::analysis::abc::Cuts;
use kith::analysis::columns::{Day, Orders, UNKNOWN_COST};
use kith::analysis::insights::movement::Movement;
use kith::analysis::insights::outlook::Outlook;
use kith::analysis::insights::overview::{MONTHS, Overview};
use kith::analysis::insights::profitability::Profitability;
use kith::analysis::insights::retention::{MOST_COHORTS, Retention};
use kith::analysis::insights::steadiness::Steadiness;
use kith::analysis::insights::together::{Lines, Together};
use kith::analysis::insights::unusual::Unusual;
use kith::analysis::ladder::Rung;
use kith::analysis::period::Period;
use kith::analysis::rfm::Scale;
use proptest::prelude::*;

/// The end of the calibration period of the published tables.
const CALIBRATION: &str = "1997-09-30";

#[test]
fn chances_and_orders_are_near_those_of_the_most_likely_model() {
    let log = Log::read("cdnow");
    let outlook = Outlook::new(&log.orders(), day(CALIBRATION));
    assert_eq!(outlook.standing.rung, Rung::Numbers, "{:?} {:?}", outlook.standing, outlook.trial);
    assert!(outlook.flags.is_empty() && outlook.margin.is_none());
    let number_of = log.number();
    let rows = table("expected/10_btyd_cdnow_predictions.csv", |r| r.clone());
    let headings = csv::Reader::from_path("tests/fixtures/expected/10_btyd_cdnow_predictions.csv")
        .unwrap()
        .headers()
        .unwrap()
        .clone();
    let column = |name: &str| headings.iter().position(|heading| heading == name).unwrap();
    let (alive, year) = (column("mbgnbd_palive"), column("mbgnbd_cet_52w"));
    let (mut found, mut expected) = (0.0, 0.0);
    for row in &rows {
        let said = outlook.forecast.of(number_of[&row[0]] as u32, outlook.bias()).unwrap();
        assert!((said.alive.unwrap() - number(&row[alive])).abs() < 0.02, "{row:?} {said:?}");
        found += said.orders.unwrap().year * 364.0 / 365.0;
        expected += number(&row[year]);
    }
    assert!(near(found, expected, 0.02), "{found} {expected}");
}

#[test]
fn the_page_and_the_worker_are_held_against_the_same_numbers() {
    let log = Log::read("cdnow");
    let Known { alive, year, worth, back, buyers, revenue, unusual, steady } = {
        let (orders, end) = (log.orders(), day(CALIBRATION));
        digest(
            &Outlook::new(&orders, end),
            &Retention::new(&orders, end, Period::Month),
            &Overview::new(&orders, end, 90),
            &Unusual::new(&orders, end),
            &Steadiness::new(&orders, end, Cuts::default(), false),
        )
    };
    assert!(near(alive, CDNOW.alive, 1e-9), "{alive}");
    assert!(near(year, CDNOW.year, 1e-9), "{year}");
    assert!(near(worth, CDNOW.worth, 1e-9), "{worth}");
    assert!(near(back, CDNOW.back, 1e-9), "{back}");
    assert_eq!((buyers, revenue, unusual, steady), (CDNOW.buyers, CDNOW.revenue, CDNOW.unusual, CDNOW.steady));
}

/// Customer, day, amount, cost.
type Row = (u32, Day, i64, i64);

fn rows() -> impl Strategy<Value = Vec<Row>> {
    let amount = prop_oneof![8 => 1i64..100_000, 1 => Just(0), 1 => -50_000i64..0];
    let cost = prop_oneof![3 => 0i64..60_000, 1 => Just(UNKNOWN_COST)];
    prop::collection::vec((0u32..60, 18_000..19_200i32, amount, cost), 0..500)
}

/// Shoppers who do not all come together, so that models have something to tell.
fn columns(rows: &[Row]) -> (Vec<u32>, Vec<Day>, Vec<i64>, Vec<i64>) {
    (
        rows.iter().map(|row| row.0).collect(),
        rows.iter().map(|row| row.1).collect(),
        rows.iter().map(|row| row.2).collect(),
        rows.iter().map(|row| row.3).collect(),
    )
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 48, ..ProptestConfig::default() })]

    #[test]
    fn no_screen_is_given_anything_but_a_number(rows in rows(), as_of in 17_900..19_400i32) {
        let (customer, days, amount, cost) = columns(&rows);
        let orders = Orders::new(60, &customer, &days, &amount).unwrap().with_costs(&cost).unwrap();
        let outlook = Outlook::new(&orders, as_of);
        let forecast = &outlook.forecast;
        let finite = [
            &forecast.alive, &forecast.soon, &forecast.year, &forecast.early, &forecast.middle, &forecast.late,
            &forecast.spend, &forecast.spend_low, &forecast.spend_high, &forecast.worth, &forecast.lifetime, &forecast.cash,
        ];
        for column in finite {
            prop_assert!(column.iter().all(|value| value.is_finite()));
            prop_assert!(column.is_empty() || column.len() == forecast.customer.len());
        }
        prop_assert!(forecast.alive.iter().all(|p| (0.0..=1.0).contains(p)));
        for (cash, lifetime) in forecast.cash.iter().zip(&forecast.lifetime) {
            // The margin may be below zero.
            prop_assert!(cash.abs() <= lifetime.abs() * (1.0 + 1e-6) + 1e-6, "some months are not worth more than all: {cash} {lifetime}");
        }
        for row in 0..forecast.year.len() {
            let said = forecast.orders_at(row, outlook.bias()).unwrap();
            prop_assert!(said.next[0] <= said.next[1] && said.next[1] <= said.next[2]);
            prop_assert!(said.spend[1] <= said.spend[0] * 1.001 && said.spend[0] <= said.spend[2] * 1.001, "{:?}", said.spend);
            let [worth, low, high] = said.worth;
            prop_assert!(low.min(high) <= worth.max(0.0) && worth.min(0.0) <= high.max(low), "{:?}", said.worth);
        }
        if outlook.standing.rung == Rung::Facts || !outlook.flags.is_empty() || outlook.trial.is_none() {
            prop_assert!(forecast.is_empty(), "nothing may be said");
        }
        if let Some(trial) = &outlook.trial {
            prop_assert_eq!(forecast.alive.is_empty(), trial.chance_hidden > 0 || !outlook.flags.is_empty());
        }

        let retention = Retention::new(&orders, as_of, Period::Month);
        prop_assert!(retention.size.len() <= MOST_COHORTS);
        for cohort in 0..retention.size.len() {
            prop_assert!(retention.of(cohort).iter().all(|active| *active <= retention.size[cohort]));
        }
        for ((back, low), high) in retention.back.iter().zip(&retention.low).zip(&retention.high) {
            prop_assert!(*low - 1e-12 <= *back && *back <= *high + 1e-12, "{low} {back} {high}");
        }
        prop_assert!(retention.back.is_sorted());

        let overview = Overview::new(&orders, as_of, 90);
        prop_assert_eq!(overview.month.len(), MONTHS as usize);
        prop_assert!(overview.now.new <= overview.now.buyers && overview.now.silent <= overview.now.rhythmic);
        prop_assert!(overview.gone <= overview.before.buyers);

        let profit = Profitability::new(&orders, as_of, Cuts::default(), &[]);
        prop_assert!(profit.known <= profit.customers);
        prop_assert!(profit.losing_profit.iter().all(|made| *made < 0));

        let movement = Movement::new(&orders, as_of, 100, Cuts::default(), false, Scale::default());
        prop_assert!(movement.new + movement.up + movement.down <= profit.customers);
        let changed = movement.class_then.iter().zip(&movement.class_now).filter(|(then, now)| then != now).count();
        prop_assert_eq!(changed as u32, movement.up + movement.down, "everybody who changed class is named");
        prop_assert!(movement.customer.is_sorted());

        let unusual = Unusual::new(&orders, as_of);
        prop_assert!(unusual.z.iter().all(|z| z.abs() > 3.5));
        let steadiness = Steadiness::new(&orders, as_of, Cuts::default(), false);
        prop_assert_eq!(steadiness.customers.iter().sum::<u32>(), profit.customers);
    }

    #[test]
    fn the_sequence_of_the_rows_changes_nothing(rows in rows().prop_shuffle(), again in any::<prop::sample::Index>()) {
        let turned: Vec<Row> = if rows.is_empty() {
            rows.clone()
        } else {
            let (a, b) = rows.split_at(again.index(rows.len()));
            [b, a].concat()
        };
        let of = |rows: &[Row]| {
            let (customer, days, amount, cost) = columns(rows);
            let orders = Orders::new(60, &customer, &days, &amount).unwrap().with_costs(&cost).unwrap();
            let at = 19_300;
            (Outlook::new(&orders, at), Overview::new(&orders, at, 90), Unusual::new(&orders, at), Retention::new(&orders, at, Period::Quarter))
        };
        prop_assert_eq!(of(&rows), of(&turned));
    }

    #[test]
    fn a_gap_is_something_the_customer_never_took(
        lines in prop::collection::vec((0u32..120, 0u32..8), 0..400),
        buyer in prop::collection::vec(0u32..25, 120),
    ) {
        let (order, item): (Vec<u32>, Vec<u32>) = lines.iter().copied().unzip();
        let together = Together::new(&Lines { customers: 25, items: 8, buyer: &buyer, order: &order, item: &item }).unwrap();
        let took = |customer: u32, wanted: u32| lines.iter().any(|(order, item)| buyer[*order as usize] == customer && *item == wanted);
        for customer in 0..25 {
            for place in together.gaps_of(customer) {
                let rule = together.rule(*place as usize).unwrap();
                prop_assert!(took(customer, rule.antecedent[0]) && !took(customer, rule.consequent[0]));
                prop_assert!(rule.lift() > 1.0 && rule.both >= 5);
            }
        }
    }
}

#[test]
fn what_is_bought_together_more_often_than_by_chance_is_found() {
    // 0 and 1 go together, 2 goes with everything.
    let (mut order, mut item) = (Vec::new(), Vec::new());
    for number in 0..60u32 {
        let mut take = |what: u32| {
            order.push(number);
            item.push(what);
        };
        if number < 20 {
            take(0);
        }
        if number < 19 {
            take(1);
        }
        if number % 2 == 0 {
            take(2);
        }
        take(3 + number % 3);
    }
    let buyer: Vec<u32> = (0..60).collect();
    let together =
        Together::new(&Lines { customers: 60, items: 6, buyer: &buyer, order: &order, item: &item }).unwrap();
    let pairs: Vec<(u32, u32)> = together.item.iter().copied().zip(together.other.iter().copied()).collect();
    assert_eq!(pairs, [(1, 0), (0, 1)], "the surer one first");
    assert_eq!((together.gap_customer.as_slice(), together.gap_rule.as_slice()), (&[19][..], &[1][..]));
}
