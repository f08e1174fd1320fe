//! What customers say and what they do: right on a log that one can follow by hand, and honest on any.

#![allow(clippy::unwrap_used, reason = "a test fails by panicking")]

use kith::analysis::columns::{Day, NO_DAY, Orders};
use kith::analysis::insights::YEAR;
use kith::analysis::insights::loyalty::{Loyalty, RETURN};
use kith::analysis::insights::scorecard::{Facts, Measured};
use kith::analysis::rates::{HIDDEN_BELOW, Rate};
use kith::analysis::survey::{
    NO_ANSWER,
    answers::{Answers, Asked},
    quadrants::{Cuts, Quadrant},
};
use kith::domain::goal::{Goal, Perspective, Yardstick};
use proptest::prelude::*;

/// The as-of day of the examples.
const TODAY: Day = 20_000;

/// Orders as customer, day, amount.
type Bought = (u32, Day, i64);
/// Answers as customer, day, question, answer.
type Said = (u32, Day, Asked, u8);

fn loyalty(customers: usize, bought: &[Bought], said: &[Said], as_of: Day) -> Loyalty {
    with(customers, bought, said, |orders, answers| Loyalty::new(&orders, &answers, as_of))
}

fn with<T>(customers: usize, bought: &[Bought], said: &[Said], ask: impl FnOnce(Orders<'_>, Answers<'_>) -> T) -> T {
    let (customer, day): (Vec<u32>, Vec<Day>) = bought.iter().map(|row| (row.0, row.1)).unzip();
    let amount: Vec<i64> = bought.iter().map(|row| row.2).collect();
    let (who, when): (Vec<u32>, Vec<Day>) = said.iter().map(|row| (row.0, row.1)).unzip();
    let (question, answer): (Vec<u8>, Vec<u8>) = said.iter().map(|row| (row.2 as u8, row.3)).unzip();
    let orders = Orders::new(customers, &customer, &day, &amount).unwrap();
    ask(orders, Answers { customer: &who, day: &when, question: &question, answer: &answer })
}

/// So many orders of one customer, every so many days, the last one so long ago.
fn every(customer: u32, gap: Day, count: Day, ago: Day) -> Vec<Bought> {
    (0..count).map(|place| (customer, TODAY - ago - place * gap, 1_000)).collect()
}

#[test]
fn a_customer_who_keeps_coming_and_one_who_stopped_are_told_apart() {
    let bought = [every(0, 30, 10, 5), every(1, 30, 10, 300), every(2, 30, 10, 5), every(3, 30, 10, 300)].concat();
    let said = [
        (0, TODAY - 9, Asked::Satisfied, 5),
        (1, TODAY - 9, Asked::Satisfied, 5),
        (2, TODAY - 9, Asked::Satisfied, 2),
        (3, TODAY - 9, Asked::Satisfied, 1),
    ];
    let found = loyalty(5, &bought, &said, TODAY);
    // Nine days on which they bought again: 90; nobody is silent for longer than twice the usual 30 days but those who stopped.
    assert_eq!(found.loyalty[0], 90.0);
    assert_eq!(found.loyalty[1], 90.0 * 60.0 / 300.0);
    let of = |customer| found.quadrant(customer, Cuts::default());
    assert_eq!(of(0), Some(Quadrant::Apostle));
    assert_eq!(of(1), Some(Quadrant::Mercenary));
    assert_eq!(of(2), Some(Quadrant::Hostage));
    assert_eq!(of(3), Some(Quadrant::Defector));
    assert_eq!(found.leaving(Cuts::default()), [1]);
    assert_eq!(found.held(Cuts::default()), [2]);
}

#[test]
fn who_was_not_asked_stands_nowhere_whatever_they_do() {
    let bought = [every(0, 30, 10, 5), every(1, 30, 10, 5)].concat();
    let found = loyalty(2, &bought, &[(0, TODAY, Asked::Recommend, 10), (1, TODAY, Asked::Easy, 7)], TODAY);
    assert_eq!((found.customer.as_slice(), found.satisfied.as_slice()), (&[0][..], &[NO_ANSWER][..]));
    assert_eq!((found.quadrant(0, Cuts::default()), found.quadrant(1, Cuts::default())), (None, None));
    assert_eq!(found.quadrants(Cuts::default()), [0]);
    assert_eq!(found.attitudes(Cuts::default()), [1], "recommends, and keeps coming");
}

#[test]
fn who_came_for_the_first_time_is_not_called_disloyal() {
    let bought = [every(0, 30, 10, 5), vec![(1, TODAY - 20, 500), (2, TODAY - 400, 500)]].concat();
    let said = [(1, TODAY - 9, Asked::Satisfied, 4), (2, TODAY - 390, Asked::Satisfied, 4)];
    let found = loyalty(3, &bought, &said, TODAY);
    assert!(found.loyalty[0].is_nan());
    assert_eq!(found.quadrant(1, Cuts::default()), None);
    assert_eq!(found.quadrant(2, Cuts::default()), Some(Quadrant::Mercenary), "that one had the time");
    assert_eq!(found.leaving(Cuts::default()), [1]);
}

#[test]
fn the_latest_answer_counts_and_of_two_of_one_day_the_lower() {
    let said = [
        (0, TODAY - 5, Asked::Satisfied, 5),
        (0, TODAY - 3, Asked::Satisfied, 2),
        (0, TODAY - 3, Asked::Satisfied, 3),
        (0, TODAY + 1, Asked::Satisfied, 5),
        (0, TODAY - 1, Asked::Satisfied, 9),
        (7, TODAY - 1, Asked::Satisfied, 4),
    ];
    let found = loyalty(1, &every(0, 30, 4, 5), &said, TODAY);
    assert_eq!((found.satisfied.as_slice(), found.day.as_slice()), (&[2][..], &[TODAY - 3][..]));
    assert_eq!(found.now.satisfaction.top, Rate { yes: 0, cases: 1 });
}

#[test]
fn this_year_and_the_year_before_are_kept_apart() {
    let said = [(0, TODAY, Asked::Recommend, 10), (0, TODAY - YEAR, Asked::Recommend, 3)];
    let found = loyalty(1, &every(0, 30, 4, 5), &said, TODAY);
    assert_eq!((found.now.promoters.promoters, found.now.promoters.detractors), (1, 0));
    assert_eq!((found.before.promoters.promoters, found.before.promoters.detractors), (0, 1));
    assert_eq!(found.now.recommend[10], 1);
}

#[test]
fn whether_somebody_came_back_is_counted_at_the_level_that_they_gave() {
    let answered = TODAY - RETURN;
    let bought = vec![(0, answered + RETURN, 5), (1, answered, 5), (2, answered - 9, 5), (3, TODAY, 5)];
    let said = [
        (0, answered, Asked::Satisfied, 5),
        (1, answered, Asked::Satisfied, 5),
        (2, answered, Asked::Satisfied, 4),
        (3, TODAY - 1, Asked::Satisfied, 1),
    ];
    let found = loyalty(4, &bought, &said, TODAY);
    assert_eq!(found.levels, [0, 0, 0, 1, 2], "of the last answer nothing is known yet");
    assert_eq!(found.came_back, [0, 0, 0, 0, 1], "the day of the answer itself does not count");
}

#[test]
fn a_scorecard_measures_a_year_and_leaves_out_what_is_not_known() {
    let old = (0..6).map(|who| (who, TODAY - 400, 10_000));
    let now = (0..4).map(|who| (who, TODAY - 10, 20_000));
    let fresh = [(6, TODAY - 5, 5_000), (0, TODAY - 3, -1_700)];
    let bought: Vec<Bought> = old.chain(now).chain(fresh).collect();
    let said: Vec<Said> = (0..5).map(|who| (who, TODAY - 1, Asked::Satisfied, if who < 4 { 5 } else { 2 })).collect();
    let facts = Facts {
        contacted: &[TODAY - 3, NO_DAY, NO_DAY, NO_DAY, NO_DAY, NO_DAY, NO_DAY],
        first_sold: &[TODAY - 500, TODAY - 20],
        sold: &[60_000, 20_000],
        sold_before: &[50_000, 0],
        promises: &[6, 8],
        promises_before: &[1, 2],
    };
    let found = with(7, &bought, &said, |orders, answers| Measured::new(&orders, &answers, &facts, TODAY));
    let now = |yardstick| found.now(yardstick);
    assert_eq!(now(Yardstick::Revenue), Some(83_300.0));
    assert_eq!(found.before(Yardstick::Revenue), Some(60_000.0));
    assert_eq!(now(Yardstick::Largest), Some(20_000.0 / 83_300.0));
    assert_eq!(now(Yardstick::Satisfaction), Some(0.8));
    assert_eq!(now(Yardstick::Kept), Some(4.0 / 6.0));
    assert_eq!(now(Yardstick::Repeat), Some(0.8), "one of five buyers is new");
    assert_eq!(now(Yardstick::NewCustomers), Some(1.0));
    assert_eq!(now(Yardstick::Returns), Some(1_700.0 / 85_000.0));
    assert_eq!(now(Yardstick::NewProducts), Some(0.25));
    assert_eq!(now(Yardstick::Listening), Some(0.8));
    assert_eq!(now(Yardstick::Promises), Some(0.75));
    assert_eq!(found.before(Yardstick::Promises), None, "a share of two says nothing");
    for unknown in
        [Yardstick::Profit, Yardstick::Margin, Yardstick::Recommendation, Yardstick::Ease, Yardstick::Contact]
    {
        assert_eq!(now(unknown), None, "{unknown:?}");
    }
}

#[test]
fn targets_are_held_against_what_was_measured_in_their_own_unit() {
    let bought: Vec<Bought> = (0..5).map(|who| (who, TODAY - 10, 20_000)).collect();
    let found = with(5, &bought, &[], |orders, answers| Measured::new(&orders, &answers, &Facts::default(), TODAY));
    let goal = |of, baseline: &str, target: &str| Goal {
        of,
        baseline: baseline.parse().unwrap(),
        target: target.parse().unwrap(),
        weight: 1,
    };
    let goals = [
        goal(Yardstick::Revenue, "500", "1500"),
        goal(Yardstick::Largest, "30", "10"),
        goal(Yardstick::Recommendation, "0", "50"),
    ];
    let reached = found.against(&goals, 100.0);
    assert_eq!(reached.scores[0], Some(0.5), "1,000 of major units");
    assert!((reached.scores[1].unwrap() - 0.5).abs() < 1e-12, "less is better");
    assert_eq!(reached.scores[2], None, "nobody was asked");
    assert_eq!(reached.perspectives[Perspective::Customer as usize], None);
    assert_eq!(reached.overall, None, "three perspectives are needed");
}

fn bought() -> impl Strategy<Value = Vec<Bought>> {
    let amount = prop_oneof![8 => 1i64..100_000, 1 => Just(0), 1 => -50_000i64..0];
    prop::collection::vec((0u32..40, 18_500..20_200i32, amount), 0..300)
}

fn said() -> impl Strategy<Value = Vec<Said>> {
    let asked = prop::sample::select(vec![Asked::Recommend, Asked::Satisfied, Asked::Easy]);
    prop::collection::vec((0u32..44, 18_500..20_200i32, asked, 0u8..13), 0..120)
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 40, ..ProptestConfig::default() })]

    #[test]
    fn loyalty_stays_on_its_scale_and_names_only_those_who_were_asked(bought in bought(), said in said(), as_of in 18_400..20_300i32) {
        let found = loyalty(40, &bought, &said, as_of);
        let on_scale = |(customer, day, asked, answer): &&Said| {
            *customer < 40 && *day <= as_of && *asked != Asked::Easy && asked.scale().has(*answer)
        };
        let mut expected: Vec<u32> = said.iter().filter(on_scale).map(|row| row.0).collect();
        expected.sort_unstable();
        expected.dedup();
        prop_assert_eq!(&found.customer, &expected);
        prop_assert!(found.loyalty.iter().all(|value| value.is_nan() || (0.0..=100.0).contains(value)));
        prop_assert!(found.still.iter().all(|value| value.is_nan() || (0.0..=1.0).contains(value)));
        prop_assert!(found.came_back.iter().zip(&found.levels).all(|(yes, cases)| yes <= cases));
        prop_assert!(found.asked <= found.buyers);
        let cuts = Cuts::default();
        let (leaving, held) = (found.leaving(cuts), found.held(cuts));
        prop_assert!(leaving.iter().all(|row| !held.contains(row)));
        for (row, code) in found.quadrants(cuts).into_iter().enumerate() {
            let known = found.satisfied[row] != NO_ANSWER && !found.loyalty[row].is_nan();
            prop_assert_eq!(code > 0, known, "no survey, no quadrant");
        }
    }

    #[test]
    fn the_sequence_of_rows_changes_nothing_and_what_comes_later_does_not_exist(bought in bought(), said in said(), as_of in 18_400..20_300i32) {
        let found = loyalty(40, &bought, &said, as_of);
        let (mut turned, mut answered) = (bought.clone(), said.clone());
        turned.reverse();
        answered.reverse();
        turned.retain(|row| row.1 <= as_of);
        answered.retain(|row| row.1 <= as_of);
        // NaN is not itself; the written form is.
        prop_assert_eq!(format!("{:?}", loyalty(40, &turned, &answered, as_of)), format!("{found:?}"));
    }

    #[test]
    fn dearer_goods_make_nobody_more_loyal(bought in bought(), said in said()) {
        let dear: Vec<Bought> = bought.iter().map(|(who, day, amount)| (*who, *day, amount * 7)).collect();
        let (one, other) = (loyalty(40, &bought, &said, 20_100), loyalty(40, &dear, &said, 20_100));
        prop_assert_eq!(one.quadrants(Cuts::default()), other.quadrants(Cuts::default()));
        prop_assert_eq!(one.levels, other.levels);
    }

    #[test]
    fn what_is_measured_is_a_number_and_shares_are_shares(bought in bought(), said in said(), as_of in 18_400..20_300i32) {
        let found = with(40, &bought, &said, |orders, answers| Measured::new(&orders, &answers, &Facts::default(), as_of));
        for yardstick in Yardstick::ALL {
            for value in [found.now(yardstick), found.before(yardstick)].into_iter().flatten() {
                prop_assert!(value.is_finite());
            }
            let share = found.now(yardstick).filter(|_| matches!(yardstick,
                Yardstick::Kept | Yardstick::Repeat | Yardstick::Satisfaction | Yardstick::Ease | Yardstick::Listening));
            if let Some(share) = share {
                prop_assert!((0.0..=1.0).contains(&share));
                prop_assert!(found.cases[yardstick as usize] >= HIDDEN_BELOW, "few cases tell no share");
            }
        }
    }
}
