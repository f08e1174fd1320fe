//! What holds for every input.

#![allow(clippy::unwrap_used, reason = "a test fails by panicking")]

use kith::analysis::abc::{Abc, Class, Cuts};
use kith::analysis::classification::{Classification, Question};
use kith::analysis::columns::{Day, Orders};
use kith::analysis::concentration::Concentration;
use kith::analysis::curve::Curve;
use kith::analysis::explain::{AbcReason, RfmReason};
use kith::analysis::grid::Grid;
use kith::analysis::history::History;
use kith::analysis::moves::Moves;
use kith::analysis::rfm::{Scale, score_numbers};
use kith::analysis::rhythm::State;
use kith::analysis::segment::{Segment, segment};
use kith::analysis::summary::Summary;
use kith::analysis::values::Values;
use kith::analysis::whale::Whale;
use proptest::prelude::{Just, Strategy, any, prop, prop_oneof, proptest};

const CUSTOMERS: u32 = 12;

type Row = (u32, Day, i64);

fn rows() -> impl Strategy<Value = Vec<Row>> {
    let amount = prop_oneof![3 => 1i64..500, 1 => Just(0), 1 => -300i64..0, 1 => any::<i64>()];
    prop::collection::vec((0..CUSTOMERS, 0..=120i32, amount), 0..150)
}

/// Values with many ties, some of zero and less, some none, some at the end of the type.
fn money() -> impl Strategy<Value = Vec<Option<i64>>> {
    let value = prop_oneof![8 => (0i64..30).prop_map(Some), 1 => (-30i64..1).prop_map(Some), 1 => Just(None), 1 => any::<Option<i64>>()];
    prop::collection::vec(value, 0..60)
}

fn cuts() -> impl Strategy<Value = Cuts> {
    (1u16..9_998).prop_flat_map(|a| (Just(a), a + 1..10_000)).prop_map(|(a, b)| Cuts::new(a, b).unwrap())
}

fn classified(rows: &[Row], as_of: Day, scale: Scale) -> Classification {
    let customer: Vec<_> = rows.iter().map(|row| row.0).collect();
    let day: Vec<_> = rows.iter().map(|row| row.1).collect();
    let amount: Vec<_> = rows.iter().map(|row| row.2).collect();
    let orders = Orders::new(CUSTOMERS as usize, &customer, &day, &amount).unwrap();
    Classification::new(&orders, &Question { as_of, scale, ..Question::default() })
}

fn abc(money: &[Option<i64>], cuts: Cuts) -> (Values, Abc) {
    let values = Values::from_minor(money.iter().copied());
    let abc = Abc::new(&values, cuts);
    (values, abc)
}

proptest! {
    #[test]
    fn a_log_says_the_same_with_a_history_and_without(mut rows in rows(), in_sequence in any::<bool>(), as_of in 0..130i32) {
        if in_sequence {
            rows.sort_by_key(|row| row.1);
        }
        let customer: Vec<_> = rows.iter().map(|row| row.0).collect();
        let day: Vec<_> = rows.iter().map(|row| row.1).collect();
        let amount: Vec<_> = rows.iter().map(|row| row.2).collect();
        let orders = Orders::new(CUSTOMERS as usize, &customer, &day, &amount).unwrap();
        let orders = orders.with_costs(&amount).unwrap();
        assert_eq!(Summary::of_orders(&orders, as_of), Summary::new(&orders, &History::new(&orders, as_of)));
    }

    #[test]
    fn the_sequence_of_rows_never_matters(rows in rows(), other in any::<prop::sample::Index>(), as_of in 0..130i32) {
        let mut shuffled = rows.clone();
        shuffled.reverse();
        if !rows.is_empty() {
            shuffled.rotate_left(other.index(rows.len()));
        }
        let (one, two) = (classified(&rows, as_of, Scale::default()), classified(&shuffled, as_of, Scale::default()));
        assert_eq!((&one.summary, &one.abc, &one.rfm), (&two.summary, &two.abc, &two.rfm));
        assert_eq!((&one.rhythm, &one.basis), (&two.rhythm, &two.basis));
    }

    #[test]
    fn before_the_first_order_there_is_nothing(rows in rows()) {
        let found = classified(&rows, -1, Scale::default());
        assert_eq!(found.abc.order, [0u32; 0]);
        assert!(found.rfm.segment.iter().chain(&found.abc.class).chain(&found.rhythm.state).all(|code| *code == 0));
        assert_eq!(found.basis.customers, 0);
    }

    #[test]
    fn a_further_order_never_makes_a_customer_less_recent_or_rarer(rows in rows(), row in (0..CUSTOMERS, 0..120i32, 1i64..99)) {
        let more: Vec<_> = rows.iter().copied().chain([row]).collect();
        let (less, more) = (classified(&rows, 120, Scale::default()), classified(&more, 120, Scale::default()));
        let c = row.0 as usize;
        assert!(more.summary.recency(c).unwrap() <= less.summary.recency(c).unwrap_or(Day::MAX));
        assert_eq!(more.summary.orders[c], less.summary.orders[c] + 1);
        assert!(more.summary.events[c] >= less.summary.events[c]);
        if less.rfm.r[c] > 0 {
            assert!(more.rfm.r[c] >= less.rfm.r[c] && more.rfm.f[c] >= less.rfm.f[c]);
        }
    }

    #[test]
    fn scores_lie_on_the_scale_and_equals_share_them(rows in rows(), top in 2u8..=10) {
        let scale = Scale::new(top).unwrap();
        let found = classified(&rows, 120, scale);
        let (rfm, summary) = (&found.rfm, &found.summary);
        for c in 0..CUSTOMERS as usize {
            let scores = [rfm.r[c], rfm.f[c], rfm.m[c]];
            if summary.orders[c] == 0 {
                assert_eq!((scores, rfm.segment_of(c)), ([0; 3], None));
                continue;
            }
            assert!(scores.iter().all(|score| (1..=top).contains(score)));
            assert_eq!(rfm.segment_of(c), Some(segment(rfm.r[c], rfm.f[c], scale)));
            for other in (0..CUSTOMERS as usize).filter(|other| summary.orders[*other] > 0) {
                let same = summary.recency(c) == summary.recency(other);
                assert!(!same || rfm.r[c] == rfm.r[other]);
                assert!(summary.orders[c] < summary.orders[other] || rfm.f[c] >= rfm.f[other]);
                assert!(summary.net[c] < summary.net[other] || rfm.m[c] >= rfm.m[other]);
            }
        }
    }

    #[test]
    fn a_score_follows_from_how_many_are_strictly_worse(money in money(), top in 2u8..=10) {
        let found = score_numbers(&Values::from_minor(money.iter().copied()), Scale::new(top).unwrap());
        let known: Vec<i64> = money.iter().flatten().copied().map(|v| v.max(i64::MIN + 1)).collect();
        for (value, score) in money.iter().zip(found) {
            let worse = known.iter().filter(|other| value.is_some_and(|v| **other < v)).count();
            assert_eq!(usize::from(score), value.map_or(0, |_| 1 + usize::from(top) * worse / known.len()));
        }
    }

    #[test]
    fn every_customer_with_an_order_stands_in_one_cell_and_one_segment(rows in rows(), top in 2u8..=10) {
        let found = classified(&rows, 120, Scale::new(top).unwrap());
        let grid = Grid::new(&found.rfm, &found.summary);
        let cells: u32 = (1..=top).flat_map(|r| (1..=top).map(move |f| (r, f))).map(|(r, f)| grid.cell(r, f).customers).sum();
        let segments: u32 = Segment::ALL.iter().map(|segment| grid.segment(*segment).customers).sum();
        assert_eq!((cells, segments), (found.rfm.ranked, found.rfm.ranked));
    }

    #[test]
    fn classes_follow_the_definition(money in money(), cuts in cuts()) {
        let (values, abc) = abc(&money, cuts);
        let known: Vec<i128> = values.known().map(|(_, v)| i128::from(v)).collect();
        let total: i128 = known.iter().filter(|v| **v > 0).sum();
        for c in 0..money.len() {
            let expected = values.get(c).map(i128::from).map(|value| {
                let before: i128 = known.iter().filter(|v| **v > value.max(0)).sum();
                let below = |cut: u16| value > 0 && before * 10_000 < total * i128::from(cut);
                if below(cuts.a()) { Class::A } else if below(cuts.b()) { Class::B } else { Class::C }
            });
            assert_eq!(abc.class_of(c), expected);
        }
    }

    #[test]
    fn running_shares_rise_to_the_whole_and_nothing_is_not_a_number(money in money(), cuts in cuts()) {
        let (values, abc) = abc(&money, cuts);
        let along = |column: &[f64]| abc.order.iter().map(|c| column[*c as usize]).collect::<Vec<_>>();
        let (running, before) = (along(&abc.running), along(&abc.before));
        assert!(running.is_sorted() && before.is_sorted());
        assert!(running.iter().chain(&before).chain(&abc.share).all(|share| (0.0..=1.0).contains(share)));
        if abc.total > 0 {
            assert_eq!(running.last(), Some(&1.0));
        }
        let customers: u32 = abc.groups.iter().map(|group| group.customers).sum();
        assert_eq!(customers as usize, values.known().count());
        assert!(abc.gini.is_none_or(|gini| (0.0..1.0).contains(&gini)));
    }

    #[test]
    fn scaling_money_changes_no_class_and_no_score(money in prop::collection::vec(-50i64..5_000, 0..60), factor in 2i64..1_000_000) {
        let scaled: Vec<_> = money.iter().map(|v| Some(v * factor)).collect();
        let money: Vec<_> = money.into_iter().map(Some).collect();
        let ((values, one), (scaled, two)) = (abc(&money, Cuts::default()), abc(&scaled, Cuts::default()));
        assert_eq!((one.class, one.rank), (two.class, two.rank));
        let scale = Scale::default();
        assert_eq!(score_numbers(&values, scale), score_numbers(&scaled, scale));
        let (one, two) = (Concentration::of(&values), Concentration::of(&scaled));
        assert!(one.zip(two).is_none_or(|(one, two)| (one.gini - two.gini).abs() < 1e-12));
    }

    #[test]
    fn the_better_class_is_reached_with_what_is_missing_and_not_with_less(money in money(), cuts in cuts()) {
        let (values, before) = abc(&money, cuts);
        for c in 0..money.len() {
            let Some(step) = AbcReason::new(&before, &values, cuts, c).and_then(|reason| reason.next) else { continue };
            let class_with = |added: i64| {
                let mut money = money.clone();
                money[c] = values.get(c).and_then(|v| v.checked_add(added));
                money[c].and_then(|_| abc(&money, cuts).1.class_of(c))
            };
            // A gap wider than the type is clamped, and there is no amount to test with.
            if step.missing < i64::MAX {
                assert_eq!(class_with(step.missing), Some(step.class));
                assert_eq!(class_with(step.missing - 1), before.class_of(c));
            }
        }
    }

    #[test]
    fn the_better_score_is_reached_with_what_is_missing_and_not_with_less(rows in rows(), top in 2u8..=10) {
        let scale = Scale::new(top).unwrap();
        let found = classified(&rows, 120, scale);
        for c in 0..CUSTOMERS as usize {
            let Some(reason) = RfmReason::new(&found.rfm, &found.summary, c) else { continue };
            // The further orders are old ones, so that they only count.
            let with = |orders: u32| {
                let more: Vec<_> = rows.iter().copied().chain((0..orders).map(|_| (c as u32, 0, 1))).collect();
                classified(&more, 120, scale)
            };
            match reason.orders_missing {
                Some(missing) => {
                    assert!(with(missing).rfm.f[c] > reason.scores[1]);
                    assert_eq!(with(missing - 1).rfm.f[c], reason.scores[1]);
                }
                None => assert_eq!(with(1_000).rfm.f[c], reason.scores[1]),
            }
            let today: Vec<_> = rows.iter().copied().chain([(c as u32, 120, 1)]).collect();
            let today = classified(&today, 120, scale).rfm;
            let after = reason.after_order;
            assert_eq!((today.r[c], today.f[c], today.segment_of(c)), (after.r, after.f, Some(after.segment)));
        }
    }

    #[test]
    fn moves_add_up_to_everybody(money in money(), one in cuts(), two in cuts()) {
        let ((values, before), (_, after)) = (abc(&money, one), abc(&money, two));
        let moves = Moves::between(&before.class, &after.class, &values);
        let pairs = (0..4).flat_map(|from| (0..4).map(move |to| (from, to)));
        let changed: u32 = moves.changes().map(|(.., flow)| flow.customers).sum();
        let all: u32 = pairs.map(|(from, to)| moves.flow(from, to).customers).sum();
        assert_eq!((changed as usize, all as usize), (moves.moved.len(), money.len()));
    }

    #[test]
    fn a_curve_has_no_more_points_than_asked_for(money in prop::collection::vec(-500i64..5_000, 1..400), most in 0usize..60) {
        let money: Vec<_> = money.into_iter().map(Some).collect();
        let (values, abc) = abc(&money, Cuts::default());
        let pareto = Curve::pareto(&abc, most);
        let whale = Whale::of(&values, most).map(|whale| whale.curve);
        for curve in [Some(pareto), whale].into_iter().flatten() {
            assert!(curve.customers.len() <= most.max(8));
            assert_eq!((curve.customers[0], *curve.customers.last().unwrap() as usize), (0, money.len()));
            assert!(curve.customers.is_sorted_by(|a, b| a < b));
            assert!(curve.share.iter().all(|share| share.is_finite()));
        }
    }

    #[test]
    fn the_lorenz_curve_sags_below_equality(money in money()) {
        if let Some(spread) = Concentration::of(&Values::from_minor(money)) {
            let lorenz = spread.lorenz;
            assert_eq!((lorenz[0], lorenz[10]), (0.0, 1.0));
            assert!(lorenz.iter().enumerate().all(|(tenth, held)| *held <= tenth as f64 / 10.0 + 1e-12));
            assert!(spread.best_fifth_share >= 0.2 - 1e-12);
        }
    }

    #[test]
    fn silence_only_ever_makes_a_customer_later(rows in rows()) {
        let mut last = [State::Unknown; CUSTOMERS as usize];
        for as_of in 120..400 {
            let rhythm = classified(&rows, as_of, Scale::default()).rhythm;
            for (c, last) in last.iter_mut().enumerate() {
                let state = State::from_code(rhythm.state[c]);
                assert!(state >= *last);
                *last = state;
                if let Some(usual) = rhythm.usual(c) {
                    assert!(usual.window.0 <= usual.expected && usual.expected <= usual.window.1);
                    assert!(usual.ratio.is_finite() && usual.gap >= 1.0);
                    let due = (usual.window.0..=usual.window.1).contains(&as_of);
                    assert_eq!(due, state == State::Due);
                }
            }
        }
    }
}
