//! The analysis against numbers that other libraries computed from real logs of orders.

#![allow(clippy::unwrap_used, reason = "a test fails by panicking")]

mod analysis_support;

use analysis_support::{LOGS, Log, close, day, json, minor, rounded, segment, table};
use kith::analysis::abc::Class;
use kith::analysis::classification::{Classification, Question};
use kith::analysis::concentration::Concentration;
use kith::analysis::curve::Curve;
use kith::analysis::grid::Grid;
use kith::analysis::history::History;
use kith::analysis::rfm::Scale;
use kith::analysis::rhythm::Rhythm;
use kith::analysis::segment::{Segment, segment as cell};
use kith::analysis::summary::Summary;
use kith::analysis::values::Values;
use kith::analysis::whale::{PERCENTS, Whale};

fn classified(log: &Log, as_of: &str) -> Classification {
    Classification::new(&log.orders(), &Question { as_of: day(as_of), ..Question::default() })
}

fn whole(text: &str) -> i32 {
    text.parse().unwrap()
}

#[test]
fn recency_frequency_and_money_are_those_of_the_reference() {
    for (name, as_of) in LOGS {
        let log = Log::read(name);
        let found = classified(&log, as_of);
        let expected = table(&format!("expected/20_rfm_{name}.csv"), Clone::clone);
        for (c, row) in expected.iter().enumerate() {
            let place = format!("{name} {}", &row[0]);
            assert_eq!(found.rfm.segment_of(c), segment(&row[15]), "{place}");
            if row[1].is_empty() {
                assert_eq!([found.rfm.r[c], found.rfm.f[c], found.rfm.m[c]], [0; 3], "{place}");
                assert_eq!(found.abc.class_of(c), None, "{place}");
                continue;
            }
            let summary = &found.summary;
            assert_eq!(summary.recency(c), Some(whole(&row[1])), "{place}");
            assert_eq!(summary.orders[c] as i32, whole(&row[2]), "{place}");
            let money = [summary.gross[c], summary.refunded[c], summary.net[c]];
            assert_eq!(money, [3, 4, 5].map(|i| rounded(&row[i], 2)), "{place}");
            let scores = [found.rfm.r[c], found.rfm.f[c], found.rfm.m[c]];
            assert_eq!(scores.map(i32::from), [6, 7, 8].map(|i| whole(&row[i])), "{place}");
        }
        for left_out in expected.len()..log.names.len() {
            assert_eq!(found.rfm.r[left_out], 0, "{name}: only free orders");
        }
    }
}

#[test]
fn the_grid_counts_what_the_reference_counts() {
    for (name, as_of) in LOGS {
        let found = classified(&Log::read(name), as_of);
        let grid = Grid::new(&found.rfm, &found.summary);
        let expected = json(&format!("expected/20_classification_{name}.json"));
        let rfm = &expected["rfm"];
        assert_eq!(u64::from(found.rfm.ranked), rfm["n_with_orders"].as_u64().unwrap());
        let mut named = 0;
        for (segment_name, count) in rfm["segment_counts_rf_grid"].as_object().unwrap() {
            if let Some(segment) = segment(segment_name) {
                assert_eq!(
                    u64::from(grid.segment(segment).customers),
                    count.as_u64().unwrap(),
                    "{name} {segment_name}"
                );
                named += grid.segment(segment).customers;
            }
        }
        assert_eq!(named, found.rfm.ranked, "{name}");
        for score in 1..=5 {
            let in_row: u32 = (1..=5).map(|f| grid.cell(score, f).customers).sum();
            let in_column: u32 = (1..=5).map(|r| grid.cell(r, score).customers).sum();
            let counts = &rfm["score_counts"];
            assert_eq!(u64::from(in_row), counts["R"][score.to_string()].as_u64().unwrap(), "{name} R {score}");
            assert_eq!(u64::from(in_column), counts["F"][score.to_string()].as_u64().unwrap(), "{name} F {score}");
        }
        let money: i64 = Segment::ALL.iter().map(|segment| grid.segment(*segment).money).sum();
        let cells: i64 = (1..=5).flat_map(|r| (1..=5).map(move |f| (r, f))).map(|(r, f)| grid.cell(r, f).money).sum();
        assert_eq!(money, cells, "{name}");
    }
}

#[test]
fn every_cell_of_the_grid_bears_the_name_of_the_reference() {
    let expected = json("expected/20_classification_cdnow.json");
    let mut seen = 0;
    for row in expected["rfm"]["convention"]["segment_rf_grid_table"].as_array().unwrap() {
        let range = |i: usize, end: usize| u8::try_from(row[i][end].as_u64().unwrap()).unwrap();
        for r in range(1, 0)..=range(1, 1) {
            for f in range(2, 0)..=range(2, 1) {
                let scale = Scale::default();
                assert_eq!(Some(cell(r, f, scale)), segment(row[0].as_str().unwrap()), "R {r} F {f}");
                seen += 1;
            }
        }
    }
    assert_eq!(seen, 25);
}

#[test]
fn classes_and_shares_are_those_of_the_reference() {
    for (name, as_of) in LOGS {
        let log = Log::read(name);
        let number = log.number();
        let abc = classified(&log, as_of).abc;
        let mut place = 0;
        for row in table(&format!("expected/21_abc_{name}.csv"), Clone::clone) {
            let c = number[&row[0]];
            let at = format!("{name} {}", &row[0]);
            let class = match &row[6] {
                "A" => Some(Class::A),
                "B" => Some(Class::B),
                "C" => Some(Class::C),
                _ => None,
            };
            assert_eq!(abc.class_of(c), class, "{at}");
            if class.is_none() {
                assert_eq!(abc.rank[c], 0, "{at}");
                continue;
            }
            assert_eq!(abc.order[place] as usize, c, "{at}");
            place += 1;
            for (found, expected) in [(&abc.share, 3), (&abc.before, 4), (&abc.running, 5)] {
                assert!(close(found[c], row[expected].parse().unwrap()), "{at}: {} {}", found[c], &row[expected]);
            }
            let rank: usize = row[2].parse().unwrap();
            assert!(abc.rank[c] as usize <= rank, "{at}");
        }
        assert_eq!(place, abc.order.len(), "{name}");
        let expected = json(&format!("expected/20_classification_{name}.json"));
        for (group, class) in abc.groups.iter().zip(["A", "B", "C"]) {
            let summary = &expected["abc"]["summary"][class];
            assert_eq!(u64::from(group.customers), summary["n"].as_u64().unwrap(), "{name} {class}");
            assert!(close(group.share, summary["share_of_value"].as_f64().unwrap()), "{name} {class}");
        }
    }
}

#[test]
fn concentration_is_that_of_the_reference() {
    for (name, as_of) in LOGS {
        let found = classified(&Log::read(name), as_of);
        let spread = Concentration::of(&found.values).unwrap();
        let expected = &json(&format!("expected/20_classification_{name}.json"))["lorenz_gini"];
        assert_eq!(u64::from(spread.customers), expected["n"].as_u64().unwrap());
        assert!(close(spread.gini, expected["gini_trapezoid"].as_f64().unwrap()), "{name}");
        assert!(close(spread.gini, expected["gini_PySAL"].as_f64().unwrap()), "{name}");
        assert_eq!(found.abc.gini, Some(spread.gini), "{name}");
        assert_eq!(found.abc.says_little(), name == "rfm_orders");
        assert!(close(spread.best_fifth_share, expected["top_20pct_share"].as_f64().unwrap()), "{name}");
        for (tenth, found) in spread.lorenz.iter().enumerate() {
            let key = format!("{:.1}", tenth as f64 / 10.0);
            assert!(close(*found, expected["lorenz_at_deciles"][&key].as_f64().unwrap()), "{name} {key}");
        }
    }
}

#[test]
fn the_pareto_curve_keeps_its_ends_and_the_borders_of_the_classes() {
    for (name, as_of) in LOGS {
        let abc = classified(&Log::read(name), as_of).abc;
        for most in [0, 20, 200, 100_000] {
            let curve = Curve::pareto(&abc, most);
            assert!(curve.customers.len() <= most.max(8), "{name} {most}: {}", curve.customers.len());
            let a = abc.groups[0].customers;
            let b = a + abc.groups[1].customers;
            for border in [0, a, b, u32::try_from(abc.order.len()).unwrap()] {
                assert!(curve.customers.contains(&border), "{name} {most} {border}");
            }
            assert!(curve.customers.is_sorted_by(|x, y| x < y));
            assert!(curve.share.is_sorted());
            assert_eq!((curve.share[0], *curve.share.last().unwrap()), (0.0, 1.0));
        }
    }
}

#[test]
fn the_whale_curve_is_that_of_the_reference() {
    for (name, _) in LOGS {
        let profit: Vec<i64> = table(&format!("expected/23_profit_{name}.csv"), |row| rounded(&row[5], 4));
        let count = profit.len();
        let whale = Whale::of(&Values::from_minor(profit.into_iter().map(Some)), 100).unwrap();
        let expected = &json(&format!("expected/20_classification_{name}.json"))["profitability"];
        let money = |key: &str| (expected[key].as_f64().unwrap() * 1e4).round() as i64;
        assert_eq!(whale.total, money("total_profit"), "{name}");
        assert_eq!(whale.peak, money("peak_cumulative_profit"), "{name}");
        assert_eq!(u64::from(whale.peak_at), expected["peak_at_customer_rank"].as_u64().unwrap(), "{name}");
        assert_eq!(u64::from(whale.losing), expected["n_unprofitable"].as_u64().unwrap(), "{name}");
        assert_eq!(whale.lost, money("profit_destroyed_by_unprofitable"), "{name}");
        for (found, percent) in whale.share_at.iter().zip(PERCENTS) {
            let expected = expected["whale_curve_at_customer_pct"][percent.to_string()].as_f64().unwrap();
            assert!(close(*found, expected), "{name} {percent}");
        }
        assert!(whale.curve.customers.len() <= 100);
        assert_eq!(*whale.curve.customers.last().unwrap() as usize, count);
    }
}

#[test]
fn repeat_buying_is_that_of_the_reference() {
    let log = Log::read("cdnow");
    let number = log.number();
    let orders = log.orders();
    let summary = Summary::new(&orders, &History::new(&orders, day("1997-09-30")));
    for row in table("expected/01_summary_cdnow.csv", Clone::clone) {
        let c = number[&row[0]];
        let repeat = summary.repeat(c).unwrap();
        assert_eq!(repeat.x as i32, whole(&row[1]), "{}", &row[0]);
        assert_eq!(repeat.t_x, whole(&row[2]), "{}", &row[0]);
        assert_eq!(repeat.age, whole(&row[3]), "{}", &row[0]);
        // The reference writes ten digits.
        let mean = summary.mean_repeat(c).unwrap_or(0.0) / 100.0;
        assert!((mean - row[6].parse::<f64>().unwrap()).abs() < 1e-6, "{}", &row[0]);
    }
}

#[test]
fn gaps_are_those_of_the_reference() {
    let log = Log::read("cdnow");
    let number = log.number();
    let orders = log.orders();
    let history = History::new(&orders, day("1998-06-30"));
    let rhythm = Rhythm::new(&history);
    let mut with_rhythm = 0;
    for row in table("expected/45_regularity_cdnow_per_customer.csv", Clone::clone) {
        let c = number[&row[0]];
        assert_eq!(rhythm.gaps[c] as i32, whole(&row[1]), "{}", &row[0]);
        assert_eq!(rhythm.silent[c], day("1998-06-30") - day(&row[5]), "{}", &row[0]);
        assert_eq!(rhythm.usual(c).is_some(), rhythm.gaps[c] >= 3);
        if let Some(usual) = rhythm.usual(c) {
            assert_eq!(usual.gap, row[2].parse::<f64>().unwrap(), "{}", &row[0]);
            with_rhythm += 1;
        }
    }
    assert!(with_rhythm > 400, "{with_rhythm}");
}

#[test]
fn decimals_are_read_exactly() {
    assert_eq!(["29.33", "-7", "0.5", "12.30"].map(|text| minor(text, 2)), [2933, -700, 50, 1230]);
}
