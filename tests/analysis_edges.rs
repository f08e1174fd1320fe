//! Small inputs at the borders of the definitions.

#![allow(clippy::unwrap_used, reason = "a test fails by panicking")]

mod analysis_support;

use analysis_support::json;
use kith::analysis::abc::{Abc, Class, Cuts, CutsError};
use kith::analysis::basis::{Basis, Missing, Rung};
use kith::analysis::classification::{Classification, Measure, Question};
use kith::analysis::columns::{ColumnsError, FURTHEST_DAY, NO_DAY, Orders, UNKNOWN_COST};
use kith::analysis::concentration::Concentration;
use kith::analysis::explain::{AbcReason, AfterOrder, ClassStep, RfmReason};
use kith::analysis::history::History;
use kith::analysis::moves::{Flow, Moves};
use kith::analysis::rfm::{Scale, ScaleError, score_numbers};
use kith::analysis::rhythm::{Rhythm, State};
use kith::analysis::segment::Segment;
use kith::analysis::summary::Summary;
use kith::analysis::values::Values;
use kith::analysis::whale::Whale;

/// Orders of a number of customers from rows of customer, day, amount.
fn asked<T>(customers: usize, rows: &[(u32, i32, i64)], ask: impl FnOnce(&Orders<'_>) -> T) -> T {
    let customer: Vec<_> = rows.iter().map(|row| row.0).collect();
    let day: Vec<_> = rows.iter().map(|row| row.1).collect();
    let amount: Vec<_> = rows.iter().map(|row| row.2).collect();
    ask(&Orders::new(customers, &customer, &day, &amount).unwrap())
}

fn classified(customers: usize, rows: &[(u32, i32, i64)], as_of: i32) -> Classification {
    asked(customers, rows, |orders| Classification::new(orders, &Question { as_of, ..Question::default() }))
}

fn summed(customers: usize, rows: &[(u32, i32, i64)], as_of: i32) -> Summary {
    asked(customers, rows, |orders| Summary::new(orders, &History::new(orders, as_of)))
}

fn rhythm(days: &[i32], as_of: i32) -> Rhythm {
    let rows: Vec<_> = days.iter().map(|day| (0, *day, 100)).collect();
    asked(1, &rows, |orders| Rhythm::new(&History::new(orders, as_of)))
}

fn values(minor: &[i64]) -> Values {
    Values::from_minor(minor.iter().copied().map(Some))
}

fn classes(minor: &[i64], cuts: Cuts) -> Vec<Option<Class>> {
    let abc = Abc::new(&values(minor), cuts);
    (0..minor.len()).map(|c| abc.class_of(c)).collect()
}

#[test]
fn the_edge_cases_of_the_reference_are_classed_as_there() {
    for (name, case) in json("expected/22_abc_rfm_edge_cases.json")["abc_edge_cases"].as_object().unwrap() {
        let number = |v: &serde_json::Value| v.as_f64().map(|v| v as i64);
        let values = Values::from_minor(case["values"].as_array().unwrap().iter().map(number));
        let cut = |i: usize| (case["cuts"][i].as_f64().unwrap() * 10_000.0).round() as u16;
        let abc = Abc::new(&values, Cuts::new(cut(0), cut(1)).unwrap());
        for (c, expected) in case["class_in_input_order"].as_array().unwrap().iter().enumerate() {
            let found = abc.class_of(c).map(|class| format!("{class:?}"));
            assert_eq!(found.as_deref(), expected.as_str(), "{name} {c}");
        }
    }
}

#[test]
fn the_edge_cases_of_the_reference_are_scored_as_there() {
    for (name, case) in json("expected/22_abc_rfm_edge_cases.json")["rfm_score_edge_cases"].as_object().unwrap() {
        let numbers = Values::from_minor(case["values"].as_array().unwrap().iter().map(serde_json::Value::as_i64));
        let scale = Scale::new(u8::try_from(case["k"].as_u64().unwrap()).unwrap()).unwrap();
        let expected: Vec<u8> =
            case["score"].as_array().unwrap().iter().map(|s| s.as_u64().unwrap_or(0) as u8).collect();
        assert_eq!(score_numbers(&numbers, scale), expected, "{name}");
    }
}

#[test]
fn who_brings_most_is_a_however_low_the_cut() {
    assert_eq!(classes(&[1], Cuts::new(1, 2).unwrap()), [Some(Class::A)]);
    assert_eq!(classes(&[5, 5], Cuts::new(1, 2).unwrap()), [Some(Class::A); 2]);
}

#[test]
fn nobody_with_a_value_is_nobody() {
    let abc = Abc::new(&Values::from_minor([None, None]), Cuts::default());
    assert_eq!((abc.class, abc.order.len(), abc.gini, abc.total), (vec![0, 0], 0, None, 0));
    assert_eq!(Concentration::of(&values(&[0, -5])), None);
    assert_eq!(Whale::of(&values(&[0, -5]), 10), None);
    let empty = classified(0, &[], 0);
    assert_eq!((empty.rfm.ranked, empty.basis), (0, Basis::default()));
}

#[test]
fn amounts_at_the_end_of_the_type_neither_panic_nor_wrap() {
    let big = i64::MAX;
    let rows = [(0, 0, big), (0, 0, big), (0, 1, big), (1, 0, big), (1, 1, i64::MIN), (1, 2, i64::MIN), (2, 0, 1)];
    let found = classified(3, &rows, 3);
    assert_eq!(found.summary.gross, [big, big, 1]);
    assert_eq!(found.summary.net[1], i64::MIN + 1);
    assert_eq!(found.values.get(1), Some(i64::MIN + 1));
    assert_eq!([0, 1, 2].map(|c| found.abc.class_of(c)), [Some(Class::A), Some(Class::C), Some(Class::C)]);
    let many = Abc::new(&values(&[big; 40]), Cuts::default());
    assert_eq!((many.total, many.running[39], many.gini), (big, 1.0, Some(0.0)));
    assert_eq!(Concentration::of(&values(&[big; 40])).unwrap().lorenz[5], 0.5);
    assert_eq!(Values::from_estimates([Some(1e300), Some(f64::NAN), Some(f64::NEG_INFINITY), Some(2.5)]), {
        Values::from_minor([Some(i64::MAX), None, None, Some(3)])
    });
    for c in 0..3 {
        assert!(AbcReason::new(&found.abc, &found.values, Cuts::default(), c).is_some());
        assert!(RfmReason::new(&found.rfm, &found.summary, c).is_some());
    }
}

#[test]
fn cuts_and_scales_out_of_order_are_refused() {
    assert_eq!(Cuts::new(0, 5_000), Err(CutsError::FirstTooLow));
    assert_eq!(Cuts::new(9_500, 9_500), Err(CutsError::OutOfOrder));
    assert_eq!(Cuts::new(8_000, 10_000), Err(CutsError::SecondTooHigh));
    assert_eq!(Cuts::new(1, 9_999).map(|cuts| (cuts.a(), cuts.b())), Ok((1, 9_999)));
    assert_eq!((Scale::new(1), Scale::new(11)), (Err(ScaleError(1)), Err(ScaleError(11))));
}

#[test]
fn columns_that_do_not_fit_are_refused_with_their_place() {
    let refused =
        |customer: &[u32], day: &[i32], amount: &[i64]| Orders::new(2, customer, day, amount).map(|_| ()).unwrap_err();
    assert_eq!(refused(&[0, 1], &[0], &[1, 1]), ColumnsError::Length { expected: 2, found: 1 });
    assert_eq!(refused(&[0, 2], &[0, 0], &[1, 1]), ColumnsError::Customer { row: 1, customer: 2 });
    assert_eq!(refused(&[0, 1], &[0, NO_DAY], &[1, 1]), ColumnsError::Day { row: 1, day: NO_DAY });
    let orders = Orders::new(1, &[0], &[0], &[1]).unwrap();
    assert_eq!(orders.with_costs(&[]).map(|_| ()), Err(ColumnsError::Length { expected: 1, found: 0 }));
}

#[test]
fn what_comes_after_the_as_of_day_does_not_exist() {
    let rows = [(0, 10, 500), (0, 20, 700), (0, 21, -100), (1, 15, 50)];
    for as_of in [9, 10, 14, 15, 20, 21, 1_000] {
        let seen: Vec<_> = rows.iter().copied().filter(|row| row.1 <= as_of).collect();
        let (all, cut) = (classified(2, &rows, as_of), classified(2, &seen, as_of));
        assert_eq!((&all.summary, &all.abc, &all.rfm), (&cut.summary, &cut.abc, &cut.rfm));
        assert_eq!((&all.rhythm, &all.basis), (&cut.rhythm, &cut.basis));
    }
    let before = classified(2, &rows, 9);
    assert_eq!((before.abc.class, before.rfm.segment, before.rhythm.silent), (vec![0, 0], vec![0, 0], vec![-1, -1]));
}

#[test]
fn the_furthest_days_are_fine() {
    let found = classified(1, &[(0, -FURTHEST_DAY, 1), (0, FURTHEST_DAY, 1)], i32::MAX);
    assert_eq!(found.summary.recency(0), Some(0));
    assert_eq!(found.rhythm.longest, [2 * FURTHEST_DAY]);
    assert_eq!(classified(1, &[(0, 0, 1)], i32::MIN).rfm.ranked, 0);
}

#[test]
fn orders_of_one_day_are_two_orders_and_one_event() {
    let summary = summed(1, &[(0, 5, 100), (0, 5, 200), (0, 9, 30)], 12);
    assert_eq!((summary.orders[0], summary.events[0]), (3, 2));
    assert_eq!(summary.repeat(0).map(|repeat| (repeat.x, repeat.t_x, repeat.age)), Some((1, 4, 7)));
    assert_eq!(summary.mean_repeat(0), Some(30.0));
}

#[test]
fn a_refund_lowers_the_value_and_is_no_event() {
    let summary = summed(1, &[(0, 5, 100), (0, 8, 60), (0, 8, -10), (0, 9, -90)], 12);
    assert_eq!((summary.gross[0], summary.refunded[0], summary.net[0]), (160, -100, 60));
    assert_eq!((summary.events[0], summary.last_event[0], summary.refunds[0]), (2, 8, 2));
    assert_eq!(summary.mean_repeat(0), Some(60.0));
    assert_eq!(summary.recency(0), Some(4));
}

#[test]
fn a_free_order_is_an_event_without_money_and_no_order_for_rfm() {
    let found = classified(2, &[(0, 5, 100), (0, 8, 0), (0, 9, 40), (1, 3, 0)], 12);
    let summary = &found.summary;
    assert_eq!((summary.orders[0], summary.free_orders[0], summary.events[0]), (2, 1, 3));
    assert_eq!(summary.mean_repeat(0), Some(40.0));
    assert_eq!(summary.repeat(1).map(|repeat| repeat.age), Some(9));
    assert_eq!((found.rfm.segment[1], found.abc.class[1], found.rfm.ranked), (0, 0, 1));
}

#[test]
fn who_only_got_refunds_has_no_value_and_no_score() {
    let found = classified(2, &[(0, 5, -100), (1, 5, 10)], 12);
    assert_eq!((found.abc.class_of(0), found.rfm.segment_of(0), found.summary.net[0]), (None, None, -100));
    assert_eq!(found.abc.total, 10);
}

#[test]
fn a_margin_needs_the_cost_of_every_order() {
    let orders = Orders::new(4, &[0, 0, 1, 1, 2, 2], &[1, 2, 1, 2, 1, 2], &[100, -40, 100, 0, 50, -50]).unwrap();
    let costs = [60, UNKNOWN_COST, 60, UNKNOWN_COST, 20, -20];
    let orders = orders.with_costs(&costs).unwrap();
    let margin = |cost_to_serve| {
        let measure = Measure::Margin { cost_to_serve };
        Classification::new(&orders, &Question { as_of: 3, measure, ..Question::default() }).values
    };
    // The refund without a cost: the goods are gone. The free order without one: it cost something, who knows what.
    assert_eq!(margin(None), Values::from_minor([Some(0), None, Some(0), None]));
    assert_eq!(margin(Some(&[5, 5, 5, 5])), Values::from_minor([Some(-5), None, Some(-5), None]));
    assert_eq!(summed(1, &[(0, 1, 10)], 3).margin(None), Values::from_minor([None]));
    let earlier = Classification::new(&orders, &Question { as_of: 1, ..Question::default() }).summary;
    assert_eq!((earlier.cost, earlier.without_cost), (vec![60, 60, 20, 0], vec![0; 4]));
}

#[test]
fn equal_values_share_a_rank_and_the_next_one_skips() {
    let abc = Abc::new(&values(&[10, 30, 10, 5, 0, 0]), Cuts::default());
    assert_eq!(abc.rank, [2, 1, 2, 4, 5, 5]);
    assert_eq!(abc.order, [1, 0, 2, 3, 4, 5]);
}

#[test]
fn moves_count_who_changes_class_and_what_they_bring() {
    let values = values(&[50, 30, 15, 5, 0]);
    let before = Abc::new(&values, Cuts::default());
    let after = Abc::new(&values, Cuts::new(4_000, 9_600).unwrap());
    let moves = Moves::between(&before.class, &after.class, &values);
    assert_eq!(moves.moved, [1, 3]);
    assert_eq!(moves.flow(1, 2), Flow { customers: 1, value: 30 });
    assert_eq!(moves.flow(3, 2), Flow { customers: 1, value: 5 });
    assert_eq!(moves.flow(1, 1), Flow { customers: 1, value: 50 });
    assert_eq!(moves.flow(0, 1), Flow::default());
}

#[test]
fn a_class_is_explained_with_what_is_missing_to_the_next() {
    let money = values(&[50, 30, 15, 5, -7]);
    let reason = |c| {
        let abc = Abc::new(&money, Cuts::default());
        AbcReason::new(&abc, &money, Cuts::default(), c).unwrap()
    };
    assert_eq!(reason(0).next, None);
    assert_eq!((reason(1).rank, reason(1).of, reason(1).share), (2, 5, Some(0.3)));
    // 16 of 101: 80 stand before, 80 < 80.8.
    assert_eq!(reason(2).next, Some(ClassStep { missing: 1, class: Class::A }));
    // 6 of 101: 95 stand before, 95 < 95.95.
    assert_eq!(reason(3).next, Some(ClassStep { missing: 1, class: Class::B }));
    // 5 of 105, tied with customer 3: 95 stand before, 95 < 99.75.
    assert_eq!((reason(4).share, reason(4).next), (None, Some(ClassStep { missing: 12, class: Class::B })));
    let nothing = values(&[0, 0]);
    let abc = Abc::new(&nothing, Cuts::default());
    let step = AbcReason::new(&abc, &nothing, Cuts::default(), 1).unwrap().next;
    assert_eq!(step, Some(ClassStep { missing: 1, class: Class::A }));
}

#[test]
fn scores_are_explained_with_what_one_more_order_would_do() {
    // Ten customers: customer c ordered c + 1 times, last on day c, for 10 each.
    let rows: Vec<_> = (0..10u32).flat_map(|c| (0..=c).map(move |_| (c, c as i32, 10))).collect();
    let found = classified(10, &rows, 9);
    let reason = |c| RfmReason::new(&found.rfm, &found.summary, c).unwrap();
    let first = reason(0);
    assert_eq!((first.scores, first.days, first.orders, first.of), ([1, 1, 1], 9, 1, 10));
    assert_eq!(first.ahead_of, [0.0, 0.0, 0.0]);
    // To stand above two of ten it takes more than the three orders of customer 2.
    assert_eq!((first.orders_missing, first.money_missing), (Some(3), Some(21)));
    // The order makes two: customer 1 is only tied with, but eight others ordered before the as-of day.
    assert_eq!(first.after_order, AfterOrder { r: 5, f: 1, segment: Segment::New });
    let last = reason(9);
    assert_eq!((last.scores, last.segment), ([5, 5, 5], Segment::Champion));
    assert_eq!((last.ahead_of, last.orders_missing, last.money_missing), ([0.9; 3], None, None));
    assert_eq!(RfmReason::new(&found.rfm, &found.summary, 10), None);
}

#[test]
fn too_few_customers_have_no_better_score_to_reach() {
    let found = classified(1, &[(0, 1, 10)], 2);
    let reason = RfmReason::new(&found.rfm, &found.summary, 0).unwrap();
    assert_eq!((reason.scores, reason.orders_missing, reason.money_missing), ([1, 1, 1], None, None));
}

#[test]
fn a_rhythm_needs_three_gaps() {
    let three = rhythm(&[0, 20, 40], 60);
    assert_eq!((three.usual(0), three.gaps[0], three.silent[0]), (None, 2, 20));
    assert!(rhythm(&[0, 20, 40, 61], 61).usual(0).is_some());
}

#[test]
fn the_state_follows_from_the_own_gaps() {
    // Gaps of 10, 20, 30, 40, 50: quartiles 20, 30, 40, fence 70.
    let days = [0, 10, 30, 60, 100, 150];
    for (silent, state) in [
        (0, State::OnTime),
        (19, State::OnTime),
        (20, State::Due),
        (40, State::Due),
        (41, State::Late),
        (70, State::Late),
        (71, State::Silent),
    ] {
        let usual = rhythm(&days, 150 + silent).usual(0).unwrap();
        assert_eq!((usual.state, usual.silent), (state, silent));
        assert_eq!((usual.gap, usual.expected, usual.window), (30.0, 180, (170, 190)));
        assert!((usual.ratio - f64::from(silent) / 30.0).abs() < 1e-12);
    }
}

#[test]
fn the_window_holds_whole_days_only() {
    // Gaps of 1, 2, 3, 10: quartiles 1.75, 2.5, 4.75.
    let usual = rhythm(&[0, 1, 3, 6, 16], 17).usual(0).unwrap();
    assert_eq!((usual.gap, usual.expected, usual.window, usual.state), (2.5, 19, (18, 20), State::OnTime));
}

#[test]
fn who_is_regular_to_the_day_is_late_but_not_silent_at_once() {
    let days = [0, 30, 60, 90];
    let state = |as_of| rhythm(&days, as_of).usual(0).unwrap().state;
    assert_eq!([119, 120, 121, 150, 151].map(state), {
        [State::OnTime, State::Due, State::Late, State::Late, State::Silent]
    });
}

#[test]
fn the_ladder_names_what_is_missing_for_the_next_rung() {
    let basis = |customers: u32, repeats: u64| Basis { customers, repeats, ..Basis::default() };
    assert_eq!(basis(29, 500).rung(true), Rung::Facts);
    assert_eq!(basis(500, 19).rung(true), Rung::Facts);
    assert_eq!(basis(30, 20).rung(true), Rung::Words);
    assert_eq!(basis(200, 100).rung(true), Rung::Words);
    assert_eq!((basis(201, 100).rung(false), basis(201, 100).rung(true)), (Rung::Words, Rung::Numbers));
    assert_eq!(basis(12, 25).missing(false), Some(Missing { customers: 18, repeats: 0, backtest: false }));
    assert_eq!(basis(201, 40).missing(false), Some(Missing { customers: 0, repeats: 60, backtest: true }));
    assert_eq!(basis(201, 100).missing(true), None);
}

#[test]
fn the_basis_counts_what_was_seen() {
    let rows = [(0, 5, 100), (0, 8, 0), (0, 9, -40), (1, 7, 30), (2, 1, -1)];
    let basis = classified(4, &rows, 12).basis;
    assert_eq!(basis, Basis { customers: 2, orders: 3, refunds: 2, repeats: 1, days: Some((5, 8)) });
}

#[test]
fn other_scales_stretch_onto_the_named_grid() {
    let stretched = |top| (1..=top).map(|s| Scale::new(top).unwrap().of_five(s)).collect::<Vec<_>>();
    assert_eq!(stretched(2), [1, 5]);
    assert_eq!(stretched(3), [1, 3, 5]);
    assert_eq!(stretched(4), [1, 2, 4, 5]);
    assert_eq!(stretched(5), [1, 2, 3, 4, 5]);
    assert_eq!(stretched(10), [1, 1, 2, 2, 3, 3, 4, 4, 5, 5]);
}
