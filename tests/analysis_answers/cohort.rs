use kith::analysis::cohort::{Cohorts, TooManyPeriods};
use kith::analysis::columns::Orders;
use kith::analysis::history::History;
use kith::analysis::period::Period;
use kith::analysis::xyz::Xyz;

use crate::analysis_support::{Log, day, json};
use crate::support::near;

#[test]
fn cohorts_are_those_of_the_reference() {
    let logs = [
        ("cdnow", Period::Month, "1998-06-30"),
        ("online_retail", Period::Month, "2011-12-09"),
        ("rfm_orders", Period::Quarter, "2006-12-30"),
    ];
    for (name, period, as_of) in logs {
        let log = Log::read(name);
        let found = Cohorts::new(&History::new(&log.orders(), day(as_of)), period).unwrap();
        let expected = json(&format!("expected/24_cohort_{name}.json"));
        // Keys of the reference sort as the periods do.
        let cohorts = expected["cohorts"].as_object().unwrap();
        assert_eq!(found.first.len(), cohorts.len(), "{name}");
        for (i, (key, cohort)) in cohorts.iter().enumerate() {
            assert_eq!(u64::from(found.size[i]), cohort["size"].as_u64().unwrap(), "{name} {key}");
            let active: Vec<u64> = cohort["active"].as_array().unwrap().iter().map(|n| n.as_u64().unwrap()).collect();
            assert_eq!(found.of(i).iter().copied().map(u64::from).collect::<Vec<_>>(), active, "{name} {key}");
            for (age, rate) in cohort["rate"].as_array().unwrap().iter().enumerate() {
                near(found.rate(i, age).unwrap(), rate, 1e-11, key);
            }
            assert_eq!(found.rate(i, active.len()), None);
        }
        let weighted = expected["weighted_retention_by_age"].as_array().unwrap();
        assert_eq!(found.weighted.len(), weighted.len(), "{name}");
        found.weighted.iter().zip(weighted).for_each(|(found, expected)| near(*found, expected, 1e-14, name));
        assert_eq!(found.last_is_over, as_of == "1998-06-30", "{name}");
    }
}

#[test]
fn refunds_and_free_orders_are_no_activity_and_a_mistyped_century_is_refused() {
    let orders = Orders::new(1, &[0, 0, 0], &[0, 40, 70], &[100, -100, 0]).unwrap();
    let found = Cohorts::new(&History::new(&orders, 88), Period::Month).unwrap();
    assert_eq!(found.of(0), [1, 0, 0]);
    assert!(!found.last_is_over);
    let far = Orders::new(1, &[0], &[-99_000_000], &[1]).unwrap();
    assert_eq!(Cohorts::new(&History::new(&far, 99_000_000), Period::Week), Err(TooManyPeriods));
}

#[test]
fn who_orders_the_same_every_month_is_x_and_who_orders_once_is_z() {
    let day_of = |month: u32| day(&format!("2024-{month:02}-10"));
    let mut rows: Vec<(u32, i32, i64)> = (1..=12).map(|month| (0, day_of(month), 500)).collect();
    rows.extend([(1, day_of(1), 900), (2, day_of(11), 10), (2, day_of(12), 10)]);
    // Two periods of 4 and 8 and an empty one: mean 4, sample deviation 4.
    rows.extend([(3, day_of(10), 400), (3, day_of(11), 800), (3, day_of(11), -800)]);
    let [customer, days]: [Vec<_>; 2] =
        [rows.iter().map(|row| row.0 as i32).collect(), rows.iter().map(|row| row.1).collect()];
    let customer: Vec<u32> = customer.into_iter().map(i32::unsigned_abs).collect();
    let amount: Vec<_> = rows.iter().map(|row| row.2).collect();
    let orders = Orders::new(5, &customer, &days, &amount).unwrap();
    let found = Xyz::new(&History::new(&orders, day("2024-12-31")), Period::Month, (0.5, 1.01));
    assert_eq!(found.class, [1, 3, 0, 2, 0]);
    assert_eq!(found.periods, [12, 12, 2, 3, 0]);
    assert_eq!([found.variation[0], found.variation[3], found.mean[3]], [0.0, 1.0, 400.0]);
    // December is not over on its 30th.
    let before = Xyz::new(&History::new(&orders, day("2024-12-30")), Period::Month, (0.5, 1.0));
    assert_eq!(before.periods, [11, 11, 1, 2, 0]);
}
