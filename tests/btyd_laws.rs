//! What holds of the models of repeat buying whatever the orders are.

#![allow(clippy::unwrap_used, reason = "a test fails by panicking")]

mod analysis_support;

use analysis_support::{near, number, table};
use kith::analysis::backtest::run::Backtest;
use kith::analysis::btyd::bg::{Bg, Family};
use kith::analysis::btyd::bg_fit::Estimate;
use kith::analysis::btyd::clv::Months;
use kith::analysis::btyd::known::Known;
use kith::analysis::btyd::log_spend::{LogAmounts, LogSpend};
use kith::analysis::btyd::pareto::Pareto;
use kith::analysis::btyd::repeats::{Repeats, RepeatsError};
use kith::analysis::btyd::spend::{GammaGamma, SpendError, objections};
use kith::analysis::columns::Orders;
use kith::analysis::fit::fitted::FitError;
use kith::analysis::history::History;
use kith::analysis::ladder::{Flag, flags};
use kith::analysis::summary::Summary;
use proptest::prelude::*;

/// x, t_x, T of somebody possible.
fn customer() -> impl Strategy<Value = (u32, f64, f64)> {
    let x = prop_oneof![Just(0u32), 1u32..12, 12u32..6000];
    (x, 0.0..1.0f64, 0u32..2000).prop_map(|(x, part, age)| {
        let age = f64::from(age);
        let t_x = if x == 0 { 0.0 } else { (part * age).ceil().clamp(1.0, age.max(1.0)) };
        (x, t_x, age.max(t_x))
    })
}

/// Customers as a shop has them.
fn shop(most: usize) -> impl Strategy<Value = Vec<(u32, f64, f64)>> {
    let one = (prop_oneof![3 => Just(0u32), 3 => 1u32..4, 1 => 4u32..20], 0.0..1.0f64, 30u32..700);
    let one = one.prop_map(|(x, part, age)| {
        let t_x = if x == 0 { 0.0 } else { (part * f64::from(age)).ceil().max(1.0) };
        (x, t_x, f64::from(age))
    });
    prop::collection::vec(one, 1..most)
}

fn repeats(rows: &[(u32, f64, f64)]) -> Repeats {
    let x: Vec<u32> = rows.iter().map(|row| row.0).collect();
    let t_x: Vec<f64> = rows.iter().map(|row| row.1).collect();
    let age: Vec<f64> = rows.iter().map(|row| row.2).collect();
    Repeats::new(&x, &t_x, &age).unwrap()
}

/// Parameters up to the end of what a fit may return.
fn parameters() -> impl Strategy<Value = [f64; 4]> {
    let usual = [-3.0..3.0f64, -1.0..6.0, -4.0..3.0, -3.0..5.0];
    let any = [-12.0..12.0f64, -8.0..19.0, -12.0..12.0, -12.0..12.0];
    prop_oneof![usual, any].prop_map(|logs| logs.map(f64::exp))
}

fn cdnow_weeks() -> Vec<(u32, f64, f64)> {
    table("expected/01_summary_cdnow.csv", |r| (number(&r[1]) as u32, number(&r[2]) / 7.0, number(&r[3]) / 7.0))
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(400))]

    #[test]
    fn every_answer_is_a_number_and_every_chance_within_its_range(rows in prop::collection::vec(customer(), 1..4), p in parameters(), q in parameters(), horizon in 0.0..2000.0f64, k in 1u32..4) {
        let repeats = repeats(&rows);
        for family in [Family::BG, Family::MBG, Family::regular(k)] {
            let model = Bg::with(family, p);
            let alive = model.p_alive(&repeats);
            let (some, none) = (model.order_within(&repeats, horizon), model.no_order_within(&repeats, horizon));
            let (sooner, later) = (model.expected(&repeats, horizon), model.expected(&repeats, 2.0 * horizon));
            let next = model.next_order(&repeats, 36_525.0);
            prop_assert!(model.ln_likelihoods(&repeats).iter().all(|ll| ll.is_finite()), "{:?}", model);
            let (ll, by) = model.ln_likelihood(&repeats);
            prop_assert!(ll.is_finite() && by.iter().all(|g| g.is_finite()), "{:?} {} {:?}", model, ll, by);
            for g in 0..repeats.groups() {
                prop_assert!((0.0..=1.0).contains(&alive[g]) && (0.0..=1.0).contains(&some[g]), "{:?}", model);
                prop_assert!((some[g] + none[g] - 1.0).abs() < 1e-9, "{:?} {} {}", model, some[g], none[g]);
                prop_assert!(sooner[g].is_finite() && sooner[g] >= 0.0 && later[g] >= sooner[g] * (1.0 - 1e-9), "{:?} {} {}", model, sooner[g], later[g]);
                prop_assert!(next.early[g] <= next.middle[g] && next.middle[g] <= next.late[g]);
                if k == 1 {
                    // Whoever is expected to order x times orders at all with no higher chance.
                    prop_assert!(some[g] <= sooner[g] * (1.0 + 1e-9) + 1e-300, "{:?} {} {}", model, some[g], sooner[g]);
                }
            }
            let expectation = model.expectation(horizon);
            prop_assert!(expectation.is_finite() && expectation >= 0.0, "{:?}", model);
        }
        let [r, alpha, s, beta] = [q[0], q[1], q[2], q[1] * q[3].clamp(1e-4, 1e4)];
        let model = Pareto { r, alpha, s, beta };
        let alive = model.p_alive(&repeats);
        let (some, none) = (model.order_within(&repeats, horizon), model.no_order_within(&repeats, horizon));
        let expected = model.expected(&repeats, horizon);
        let dert = model.dert(&repeats, 0.0004);
        let (ll, by) = model.ln_likelihood(&repeats);
        prop_assert!(ll.is_finite() && by.iter().all(|g| g.is_finite()), "{:?} {} {:?}", model, ll, by);
        for g in 0..repeats.groups() {
            prop_assert!((0.0..=1.0).contains(&alive[g]) && (0.0..=1.0).contains(&some[g]) && (0.0..=1.0).contains(&none[g]), "{:?}", model);
            prop_assert!((some[g] + none[g] - 1.0).abs() < 1e-7, "{:?} {} {}", model, some[g], none[g]);
            prop_assert!(expected[g].is_finite() && expected[g] >= 0.0 && dert[g].is_finite() && dert[g] >= 0.0, "{:?}", model);
        }
    }

    #[test]
    fn the_gradient_is_that_of_the_likelihood(rows in shop(6), logs in [-1.5..1.5f64, 1.0..5.0, -1.5..1.5, -1.0..2.0], k in 1u32..4) {
        let repeats = repeats(&rows);
        let p = logs.map(f64::exp);
        for family in [Family::BG, Family::regular(k)] {
            let by = Bg::with(family, p).ln_likelihood(&repeats).1;
            let pareto = Pareto::with(p).ln_likelihood(&repeats).1;
            for i in 0..4 {
                let step = 1e-5 * p[i];
                let at = |shift: f64| { let mut q = p; q[i] += shift; q };
                let slope = |f: &dyn Fn([f64; 4]) -> f64| (f(at(step)) - f(at(-step))) / (2.0 * step);
                let bg = slope(&|q| Bg::with(family, q).ln_likelihood(&repeats).0);
                prop_assert!((bg - by[i]).abs() < 1e-5 * (1.0 + bg.abs()), "{:?} {}: {} {}", family, i, bg, by[i]);
                let other = slope(&|q| Pareto::with(q).ln_likelihood(&repeats).0);
                prop_assert!((other - pareto[i]).abs() < 1e-5 * (1.0 + other.abs()), "pareto {}: {} {}", i, other, pareto[i]);
            }
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(60))]

    #[test]
    fn the_sequence_of_the_rows_never_matters(rows in shop(40), seed in 0usize..1000) {
        let mut other = rows.clone();
        other.rotate_left(seed % rows.len());
        other.reverse();
        let (one, two) = (repeats(&rows), repeats(&other));
        let fit = |r: &Repeats| Bg::fit(r, Family::MBG, Estimate::Posterior).unwrap();
        let (first, second) = (fit(&one), fit(&two));
        prop_assert_eq!(first, second);
        let answers = |r: &Repeats| r.spread(&first.model.expected(r, 90.0));
        let mut back = answers(&two);
        back.reverse();
        back.rotate_right(seed % rows.len());
        prop_assert_eq!(answers(&one), back);
    }

    #[test]
    fn a_prior_makes_any_shop_sane(rows in shop(30)) {
        let repeats = repeats(&rows);
        for family in [Family::BG, Family::MBG] {
            let fitted = Bg::fit(&repeats, family, Estimate::Posterior).unwrap();
            prop_assert!(fitted.settled && !fitted.at_bound, "{:?}", fitted);
            prop_assert!(fitted.model.standard_errors(&repeats, Estimate::Posterior).is_some());
            let free = Bg::fit(&repeats, family, Estimate::Likelihood).unwrap();
            prop_assert!(free.ln_likelihood >= fitted.ln_likelihood - 1e-6, "{:?} {:?}", free, fitted);
            prop_assert!(free.model.parameters().iter().all(|p| p.is_finite() && *p > 0.0));
            if repeats.purchases() == 0.0 {
                prop_assert!(flags(&free, &repeats, 700.0, None).contains(&Flag::NobodyRepeats));
            }
        }
    }

    #[test]
    fn the_unit_of_time_never_matters(rows in shop(40)) {
        let days = repeats(&rows);
        let weeks: Vec<_> = rows.iter().map(|(x, t, age)| (*x, t / 7.0, age / 7.0)).collect();
        let weeks = repeats(&weeks);
        let fit = |r: &Repeats| Bg::fit(r, Family::MBG, Estimate::Posterior).unwrap().model;
        let (by_day, by_week) = (fit(&days), fit(&weeks));
        prop_assert!(near(by_day.alpha / 7.0, by_week.alpha, 1e-5) && near(by_day.r, by_week.r, 1e-5), "{:?} {:?}", by_day, by_week);
    }

    #[test]
    fn another_scale_of_money_changes_money_alone(rows in prop::collection::vec((1u32..9, 1.0..900.0f64), 3..60), factor in 1e-3..1e5f64) {
        let x: Vec<u32> = rows.iter().map(|row| row.0).collect();
        let mean: Vec<f64> = rows.iter().map(|row| row.1).collect();
        let more: Vec<f64> = mean.iter().map(|m| m * factor).collect();
        let (one, other) = (GammaGamma::fit(&x, &mean), GammaGamma::fit(&x, &more));
        if let (Ok(one), Ok(other)) = (one, other)
            && [one, other].iter().all(|fitted| fitted.settled && !fitted.at_bound)
        {
            let mean_spend = |model: GammaGamma| model.p * model.gamma / (model.q - 1.0);
            prop_assert!(near(one.model.p, other.model.p, 1e-3), "{:?} {:?}", one, other);
            if one.model.q < 100.0 {
                prop_assert!(near(one.model.q, other.model.q, 1e-3), "{:?} {:?}", one, other);
                prop_assert!(near(one.model.gamma * factor, other.model.gamma, 1e-3));
            } else {
                // Where customers hardly differ the likelihood is a ridge along which q and gamma grow together: only what they say of
                // the mean is known.
                prop_assert!(near(mean_spend(one.model) * factor, mean_spend(other.model), 1e-3), "{:?} {:?}", one, other);
            }
            prop_assert_eq!(objections(&one, &x, &mean).len(), objections(&other, &x, &more).len());
        }
        let spend = |mean: &[f64]| {
            let mut amounts = LogAmounts::default();
            for (n, m) in x.iter().zip(mean) {
                amounts.push((0..*n).map(|i| m * (1.0 + f64::from(i) / 9.0)));
            }
            let all = LogSpend::of(&amounts).unwrap();
            all.expected(amounts.n[0], amounts.mean[0])
        };
        let (one, other) = (spend(&mean), spend(&more));
        prop_assert!(near(one.mean * factor, other.mean, 1e-9), "{:?} {:?}", one, other);
        prop_assert!(one.low <= one.high && one.low > 0.0);
    }

    #[test]
    fn a_later_order_never_lowers_recency(days in prop::collection::vec(0i32..500, 1..20), later in 0i32..300) {
        let counted = |days: &[i32]| {
            let (customer, amount) = (vec![0u32; days.len()], vec![100i64; days.len()]);
            let orders = Orders::new(1, &customer, days, &amount).unwrap();
            Known::new(&Summary::new(&orders, &History::new(&orders, 1000)))
        };
        let before = counted(&days);
        let mut more = days.clone();
        more.push(days.iter().max().unwrap() + later);
        let after = counted(&more);
        prop_assert!(after.t_x[0] >= before.t_x[0] && after.x[0] >= before.x[0] && after.age == before.age);
    }
}

#[test]
fn a_sure_chance_of_leaving_ends_at_its_known_mean() {
    // E[1/p] of Beta(a, b) is (a + b − 1)/(a − 1): what is expected of eternity.
    let [a, b] = [15_064.870_994_887_662, 131_221.597_905_705_97];
    let model = Bg::with(Family::BG, [8_858.288_527_410_197, 1.0, a, b]);
    let exact = (a + b - 1.0) / (a - 1.0);
    for horizon in [780.0, 1_560.0, 1e5] {
        let found = model.expected(&repeats(&[(0, 0.0, 1424.0)]), horizon)[0];
        assert!(near(found, exact, 1e-9), "{horizon}: {found} {exact}");
    }
}

#[test]
fn the_prior_fades_as_customers_come() {
    let rows = cdnow_weeks();
    let mut off = Vec::new();
    for times in [1, 10, 100] {
        let many = repeats(&rows.repeat(times));
        for family in [Family::BG, Family::MBG] {
            let fit = |estimate| Bg::fit(&many, family, estimate).unwrap().model.parameters();
            let (map, ml) = (fit(Estimate::Posterior), fit(Estimate::Likelihood));
            off.push(map.iter().zip(ml).map(|(map, ml)| (map / ml - 1.0).abs()).fold(0.0, f64::max));
        }
    }
    assert!(off[4] < 0.002 && off[5] < 0.002, "{off:?}");
    assert!(off[0] > off[2] && off[2] > off[4], "{off:?}");
}

#[test]
fn before_the_first_order_there_is_nothing() {
    let (customer, day, amount) = ([0u32, 0, 1], [100, 200, 150], [5i64, 5, 5]);
    let orders = Orders::new(2, &customer, &day, &amount).unwrap();
    let known = Known::new(&Summary::new(&orders, &History::new(&orders, 99)));
    assert_eq!(known, Known::default());
    assert_eq!(Bg::fit(&known.repeats, Family::MBG, Estimate::Posterior), Err(FitError::NoCustomers));
    assert_eq!(Pareto::fit(&known.repeats), Err(FitError::NoCustomers));
    let nothing = Backtest::new(&orders, 99, 0.67, Family::MBG, Estimate::Posterior);
    assert_eq!(nothing, Err(FitError::NoCustomers));
    assert!(Backtest::new(&orders, 10_000, 0.67, Family::MBG, Estimate::Posterior).is_ok());
}

#[test]
fn the_smallest_shops_get_an_answer_or_a_reason() {
    let today = repeats(&[(0, 0.0, 0.0)]);
    assert_eq!(Bg::fit(&today, Family::MBG, Estimate::Posterior), Err(FitError::NoTime));
    let model = Bg::with(Family::BG, [0.25, 4.0, 0.8, 2.4]);
    assert_eq!(model.p_alive(&today), [1.0]);
    assert_eq!(model.ln_likelihoods(&today), [0.0]);
    assert_eq!(Repeats::new(&[1], &[0.0], &[5.0]), Err(RepeatsError::Recency { row: 0, x: 1, t_x: 0.0 }));
    assert!(matches!(Repeats::new(&[1], &[6.0], &[5.0]), Err(RepeatsError::Times { .. })));
    assert!(matches!(Repeats::new(&[0], &[f64::NAN], &[5.0]), Err(RepeatsError::Times { .. })));
    for rows in [vec![(2, 20.0, 30.0)], vec![(0, 0.0, 30.0); 2], vec![(3, 30.0, 30.0); 500]] {
        let shop = repeats(&rows);
        let fitted = Bg::fit(&shop, Family::MBG, Estimate::Posterior).unwrap();
        assert!(fitted.settled && !fitted.at_bound, "{rows:?} {fitted:?}");
        let free = Bg::fit(&shop, Family::BG, Estimate::Likelihood).unwrap();
        assert!(!flags(&free, &shop, 30.0, None).is_empty(), "{free:?}");
        assert!(Pareto::fit(&shop).unwrap().model.parameters().iter().all(|p| p.is_finite()));
    }
    assert_eq!(GammaGamma::fit(&[0, 0], &[0.0, 0.0]), Err(SpendError::NobodyRepeats));
    assert_eq!(GammaGamma::fit(&[1, 4], &[9.0, 9.0]), Err(SpendError::AllEqual));
    assert_eq!(GammaGamma::fit(&[1], &[-9.0]), Err(SpendError::Amount(0)));
}

#[test]
fn discounting_to_the_end_of_time_agrees_with_many_short_months() {
    let rows = repeats(&[(0, 0.0, 40.0), (3, 20.0, 45.0), (9, 70.0, 70.0)]);
    for model in [Bg::with(Family::BG, [0.25, 4.0, 0.8, 2.4]), Bg::with(Family::MBG, [0.5, 6.0, 0.9, 1.6])] {
        let rate = 0.05;
        let dert = model.dert(&rows, rate);
        let step = 0.05f64;
        let months = Months { count: 12_000, length: step, discount: (rate * step).exp() - 1.0 };
        let sums = months.orders(&mut |until| model.expected(&rows, until));
        // Discounted at their ends, so half a step too late.
        let sums = sums.iter().map(|sum| sum * (0.5 * rate * step).exp());
        assert!(dert.iter().zip(sums).all(|(dert, sum)| near(sum, *dert, 1e-6)), "{dert:?}");
    }
}

#[test]
fn what_is_expected_of_one_does_not_depend_on_who_else_is_there() {
    // Enough different customers that columns are drawn as surfaces, against each alone, where nothing is drawn.
    let rows: Vec<(u32, f64, f64)> = (0..120u32)
        .flat_map(|x| {
            (0..40u32).map(move |i| {
                let age = f64::from(x + 7 + i * 29);
                (x, if x == 0 { 0.0 } else { (age * 0.8).ceil() }, age)
            })
        })
        .collect();
    let all = repeats(&rows);
    let months = Months { count: 36, length: 365.0 / 12.0, discount: 0.008 };
    for family in [Family::BG, Family::MBG, Family::regular(3)] {
        let model = Bg::with(family, [0.84, 28.4, 0.77, 8.3]);
        let columns = |repeats: &Repeats| {
            [model.expected(repeats, 365.0), model.dert(repeats, 0.00026), model.flow(repeats, &months)]
                .map(|column| repeats.spread(&column))
        };
        let together = columns(&all);
        for place in (0..rows.len()).step_by(37) {
            let alone = columns(&repeats(&rows[place..=place]));
            let summed = months.orders(&mut |until| model.expected(&repeats(&rows[place..=place]), until))[0];
            assert!(near(alone[2][0], summed, 1e-9), "{family:?} {:?}", rows[place]);
            for (drawn, exact) in together.iter().zip(&alone) {
                assert!(
                    near(drawn[place], exact[0], 1e-9),
                    "{family:?} {:?}: {} {}",
                    rows[place],
                    drawn[place],
                    exact[0]
                );
            }
        }
    }
}
