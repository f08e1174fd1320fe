//! What holds for every input.

use kith::analysis::anomaly::ecod::ecod;
use kith::analysis::anomaly::forest::{Settings, forest};
use kith::analysis::anomaly::robust::Robust;
use kith::analysis::cohort::Cohorts;
use kith::analysis::columns::Orders;
use kith::analysis::history::History;
use kith::analysis::logistic::Design;
use kith::analysis::logistic::auc::Auc;
use kith::analysis::logistic::firth::Firth;
use kith::analysis::logistic::fit::{Fit, Penalty};
use kith::analysis::logistic::isotonic::Isotonic;
use kith::analysis::logistic::platt::Platt;
use kith::analysis::period::Period;
use kith::analysis::rates::Rate;
use kith::analysis::rules::baskets::Baskets;
use kith::analysis::rules::frequent::Frequent;
use kith::analysis::rules::rule::rules;
use kith::analysis::survey::promoters::Promoters;
use kith::analysis::survey::quadrants::{Cuts, jones_sasser};
use kith::analysis::survival::Spells;
use kith::analysis::survival::curve::SurvivalCurve;
use kith::analysis::survival::log_rank::log_rank;
use kith::analysis::xyz::Xyz;
use proptest::prelude::{Just, Strategy, any, prop, prop_assume, prop_oneof, proptest};

type Order = (u32, i32, i64);

fn orders() -> impl Strategy<Value = Vec<Order>> {
    let amount = prop_oneof![5 => 1i64..900, 1 => -300i64..1];
    prop::collection::vec((0..8u32, 0..400i32, amount), 0..120)
}

fn history(rows: &[Order], as_of: i32) -> History {
    let customer: Vec<u32> = rows.iter().map(|row| row.0).collect();
    let day: Vec<i32> = rows.iter().map(|row| row.1).collect();
    let amount: Vec<i64> = rows.iter().map(|row| row.2).collect();
    History::new(&Orders::new(8, &customer, &day, &amount).unwrap(), as_of)
}

/// Times with many ties, whether each ended, and a group.
fn spells() -> impl Strategy<Value = Vec<(u8, bool, u32)>> {
    prop::collection::vec((0..12u8, any::<bool>(), 0..3u32), 1..60)
}

fn parted(rows: &[(u8, bool, u32)]) -> (Vec<f64>, Vec<u8>, Vec<u32>) {
    let time = rows.iter().map(|row| f64::from(row.0)).collect();
    (time, rows.iter().map(|row| u8::from(row.1)).collect(), rows.iter().map(|row| row.2).collect())
}

/// Rows of two columns and an answer; columns that are constant or alike are among them.
fn answers() -> impl Strategy<Value = Vec<(f64, f64, bool)>> {
    let x = prop_oneof![(-3i8..4).prop_map(f64::from), -1e3..1e3, Just(0.0)];
    prop::collection::vec((x.clone(), x, any::<bool>()), 4..40)
}

proptest! {
    #[test]
    fn a_rate_lies_within_its_intervals_and_more_cases_narrow_them(yes in 0..200u32, more in 0..200u32, level in 0.5..0.999f64) {
        let rate = Rate { yes, cases: yes + more };
        prop_assume!(rate.cases > 0);
        let p = rate.value().unwrap();
        let (low, high) = rate.wilson(level).unwrap();
        assert!((0.0..=p).contains(&low) && (p..=1.0).contains(&high));
        let (a, b) = Rate { yes: 4 * yes, cases: 4 * rate.cases }.wilson(level).unwrap();
        assert!(b - a < high - low);
        let (low, high) = rate.jeffreys(level).unwrap();
        assert!((0.0..=1.0).contains(&low) && low < high && high <= 1.0);
        let smoothed = rate.smoothed(0.3, 10.0).unwrap();
        assert!((p.min(0.3) - 1e-12..=p.max(0.3) + 1e-12).contains(&smoothed));
    }

    #[test]
    fn the_sequence_of_answers_never_matters_to_a_survey(answers in prop::collection::vec(0..=10u8, 0..80), turn in any::<prop::sample::Index>()) {
        let mut turned = answers.clone();
        turned.reverse();
        if !answers.is_empty() {
            turned.rotate_left(turn.index(answers.len()));
        }
        let found = Promoters::of(&answers).unwrap();
        assert_eq!(found, Promoters::of(&turned).unwrap());
        assert_eq!(found.promoters + found.passives + found.detractors, found.answers);
        assert!(found.score().is_none_or(|score| (-100.0..=100.0).contains(&score)));
        assert!(found.error().is_none_or(|error| error.is_finite()));
    }

    #[test]
    fn more_loyalty_never_makes_a_defector(answer in 1..=5u8, loyalty in 0.0..100.0f64, more in 0.0..100.0f64) {
        let quadrant = |loyalty| jones_sasser(&[answer], &[loyalty], Cuts::default())[0];
        let (low, high) = (quadrant(loyalty.min(more)), quadrant(loyalty.max(more)));
        assert!((1..=5).contains(&low) && (1..=5).contains(&high));
        assert!(!(low != 5 && high == 5));
        assert!(!(low == 1 && high != 1));
    }

    #[test]
    fn a_survival_curve_falls_from_one_within_its_intervals(rows in spells(), turn in any::<prop::sample::Index>()) {
        let (time, ended, _) = parted(&rows);
        let curve = SurvivalCurve::new(Spells::new(&time, &ended).unwrap());
        assert!(curve.survival.iter().all(|s| (0.0..=1.0).contains(s)));
        assert!(curve.survival.is_sorted_by(|a, b| a >= b) && curve.hazard.is_sorted());
        for t in 0..14 {
            let point = curve.at(f64::from(t) - 0.5, 0.9);
            if let Some((low, high)) = point.interval {
                assert!(0.0 <= low && low <= point.survival && point.survival <= high && high <= 1.0, "{point:?}");
            }
        }
        assert!((0.0..=12.0).contains(&curve.mean_until(12.0)));
        let mut turned = rows.clone();
        turned.rotate_left(turn.index(rows.len()));
        let (time, ended, _) = parted(&turned);
        assert_eq!(curve, SurvivalCurve::new(Spells::new(&time, &ended).unwrap()));
    }

    #[test]
    fn names_of_groups_never_matter_to_the_log_rank(rows in spells()) {
        let (time, ended, group) = parted(&rows);
        let spells = Spells::new(&time, &ended).unwrap();
        let renamed: Vec<u32> = group.iter().map(|group| (group + 1) % 3).collect();
        match (log_rank(spells, &group, 3), log_rank(spells, &renamed, 3)) {
            (Some(one), Some(two)) => {
                assert!((0.0..=1.0).contains(&one.p) && one.chi2 >= 0.0 && one.df == two.df);
                assert!((one.chi2 - two.chi2).abs() < 1e-6 * one.chi2.max(1.0), "{one:?} {two:?}");
            }
            (one, two) => assert_eq!(one, two),
        }
    }

    #[test]
    fn every_customer_is_in_one_cohort_and_nobody_more_often_than_once_a_period(rows in orders(), as_of in 0..420i32) {
        let history = history(&rows, as_of);
        for period in [Period::Week, Period::Month, Period::Quarter, Period::Year] {
            let found = Cohorts::new(&history, period).unwrap();
            let buyers = (0..8).filter(|c| history.rows(*c).iter().any(|row| row.amount > 0)).count();
            assert_eq!(found.size.iter().sum::<u32>() as usize, buyers);
            for cohort in 0..found.first.len() {
                assert_eq!(found.rate(cohort, 0), Some(1.0));
                assert!(found.of(cohort).iter().all(|active| *active <= found.size[cohort]));
            }
            assert!(found.weighted.iter().all(|rate| (0.0..=1.0).contains(rate)));
        }
    }

    #[test]
    fn steadiness_does_not_know_the_currency(rows in orders(), factor in 2..1_000i64) {
        let dear: Vec<Order> = rows.iter().map(|row| (row.0, row.1, row.2 * factor)).collect();
        let (one, two) = (Xyz::new(&history(&rows, 400), Period::Month, (0.5, 1.0)), Xyz::new(&history(&dear, 400), Period::Month, (0.5, 1.0)));
        assert!(one.variation.iter().all(|v| v.is_finite() && *v >= 0.0));
        for (a, b) in one.variation.iter().zip(&two.variation) {
            assert!((a - b).abs() < 1e-9 * a.max(1.0));
        }
        assert_eq!(one.periods, two.periods);
    }

    #[test]
    fn chances_are_chances_whatever_is_fitted(rows in answers()) {
        let [x, z]: [Vec<f64>; 2] = [rows.iter().map(|row| row.0).collect(), rows.iter().map(|row| row.1).collect()];
        let yes: Vec<u8> = rows.iter().map(|row| u8::from(row.2)).collect();
        let columns: [&[f64]; 2] = [&x, &z];
        let chances = |chances: Vec<f64>| assert!(chances.iter().all(|p| (0.0..=1.0).contains(p)), "{chances:?}");
        if let Ok(design) = Design::new(&columns, &yes) {
            let fit = Fit::new(&design, Penalty::None);
            if !fit.separated {
                assert!(fit.errors.iter().all(|error| error.is_finite()));
                assert!(fit.ln_likelihood >= fit.ln_likelihood_null - 1e-9);
                chances(fit.model.probabilities(&columns));
            }
            let firth = Firth::new(&design);
            assert!(firth.penalised_ln_likelihood.is_finite());
            chances(firth.model.probabilities(&columns));
        }
        if let Ok(design) = Design::penalised(&columns, &yes) {
            chances(Fit::new(&design, Penalty::L2 { c: 1.0 }).model.probabilities(&columns));
        }
        let isotonic = Isotonic::new(&x, &yes);
        let stairs: Vec<f64> = (-40..40).filter_map(|s| isotonic.at(f64::from(s) * 30.0)).collect();
        assert!(stairs.is_sorted());
        chances(stairs);
        if let Some(platt) = Platt::new(&x, &yes) {
            chances(x.iter().map(|score| platt.at(*score)).collect());
        }
    }

    #[test]
    fn turning_the_scores_round_turns_the_area_round(rows in answers()) {
        let scores: Vec<f64> = rows.iter().map(|row| row.0).collect();
        let turned: Vec<f64> = scores.iter().map(|score| -score).collect();
        let yes: Vec<u8> = rows.iter().map(|row| u8::from(row.2)).collect();
        let (one, two) = (Auc::of(&scores, &yes), Auc::of(&turned, &yes));
        if let (Some(one), Some(two)) = (one, two) {
            assert!((one.area + two.area - 1.0).abs() < 1e-12 && (0.0..=1.0).contains(&one.area));
            assert!(one.interval(0.95).is_none_or(|(low, high)| 0.0 <= low && low <= high && high <= 1.0));
        }
    }

    #[test]
    fn sets_are_counted_as_a_plain_count_says(lines in prop::collection::vec((0..12u32, 0..6u32), 0..70), support in 0.0..0.6f64) {
        let basket: Vec<u32> = lines.iter().map(|line| line.0).collect();
        let item: Vec<u32> = lines.iter().map(|line| line.1).collect();
        let baskets = Baskets::new(12, 6, &basket, &item).unwrap();
        let found = Frequent::new(&baskets, support, 6);
        let mut plain = Vec::new();
        for bits in 1u32..64 {
            let set: Vec<u32> = (0..6).filter(|item| bits >> item & 1 == 1).collect();
            let holds = |b: &u32| set.iter().all(|item| lines.contains(&(*b, *item)));
            let count = (0..12u32).filter(holds).count() as u32;
            if count > 0 && f64::from(count) / 12.0 >= support {
                plain.push((set.len(), set, count));
            }
        }
        plain.sort();
        let sets: Vec<_> = found.sets.iter().zip(&found.count).map(|(set, count)| (set.len(), set.clone(), *count)).collect();
        assert_eq!(sets, plain);
        for rule in rules(&found, 0.3, false) {
            assert!(rule.confidence() >= 0.3 && rule.confidence() <= 1.0 && rule.lift() > 0.0);
            assert!((-1.0 - 1e-12..=1.0 + 1e-12).contains(&rule.zhang()), "{rule:?}");
            assert!((0.0..=1.0).contains(&rule.jaccard()));
            assert!(rule.conviction().is_none_or(f64::is_finite));
        }
    }

    #[test]
    fn oddness_is_finite_and_does_not_know_the_sequence(x in prop::collection::vec(prop_oneof![-1e6..1e6, (0i8..4).prop_map(f64::from)], 1..60)) {
        let robust = Robust::new(&x).unwrap();
        assert!(robust.z.iter().all(|z| z.is_finite()));
        let mut turned = x.clone();
        turned.reverse();
        let mut z = Robust::new(&turned).unwrap().z;
        z.reverse();
        assert!(robust.z.iter().zip(z).all(|(a, b)| (a - b).abs() <= 1e-9 * a.abs().max(1.0)));
        let rare = ecod(&[&x, &turned]);
        assert!(rare.iter().all(|score| score.is_finite() && *score >= 0.0));
        let alone = forest(&[&x], Settings { trees: 20, sample: 16, seed: 1 });
        assert!(alone.iter().all(|score| (0.0..=1.0).contains(score)));
    }
}
