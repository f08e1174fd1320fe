//! A million orders of a hundred thousand customers come out as a slow, plain calculation says.

use kith::analysis::classification::{Classification, Question};
use kith::analysis::columns::Orders;

const CUSTOMERS: usize = 100_000;
const ORDERS: usize = 1_000_000;

#[test]
fn a_million_orders_are_counted_and_ranked_right() {
    let mut seed = 0x9E37_79B9_7F4A_7C15_u64;
    let mut random = |below: u64| {
        seed ^= seed << 13;
        seed ^= seed >> 7;
        seed ^= seed << 17;
        seed % below
    };
    let customer: Vec<u32> = (0..ORDERS).map(|_| (random(317) * random(317)) as u32 % CUSTOMERS as u32).collect();
    let day: Vec<i32> = (0..ORDERS).map(|_| 18_000 + random(1_500) as i32).collect();
    let amount: Vec<i64> = (0..ORDERS).map(|_| random(50_000) as i64 - 1_000).collect();
    let orders = Orders::new(CUSTOMERS, &customer, &day, &amount).unwrap();
    let found = Classification::new(&orders, &Question { as_of: 19_000, ..Question::default() });

    let mut count = vec![0u32; CUSTOMERS];
    let mut net = vec![0i64; CUSTOMERS];
    let mut days = vec![std::collections::BTreeSet::new(); CUSTOMERS];
    for ((c, day), amount) in customer.iter().zip(&day).zip(&amount).filter(|((_, day), _)| **day <= 19_000) {
        let c = *c as usize;
        count[c] += u32::from(*amount > 0);
        net[c] += amount;
        if *amount >= 0 {
            days[c].insert(*day);
        }
    }
    assert_eq!(found.summary.orders, count);
    assert_eq!(found.summary.net, net);
    let events: Vec<u32> = days.iter().map(|days| days.len() as u32).collect();
    assert_eq!(found.summary.events, events);

    let mut order: Vec<u32> = (0..CUSTOMERS as u32).filter(|c| count[*c as usize] > 0).collect();
    order.sort_by_key(|c| std::cmp::Reverse(net[*c as usize]));
    assert_eq!(found.abc.order, order);
    let total: i64 = order.iter().map(|c| net[*c as usize].max(0)).sum();
    assert_eq!(found.abc.total, total);
    let classes: u32 = found.abc.groups.iter().map(|group| group.customers).sum();
    assert_eq!(classes as usize, order.len());

    let mut frequencies: Vec<u32> = order.iter().map(|c| count[*c as usize]).collect();
    frequencies.sort_unstable();
    for c in order.iter().map(|c| *c as usize).step_by(97) {
        let rarer = frequencies.partition_point(|orders| *orders < count[c]);
        assert_eq!(found.rfm.f_worse[c] as usize, rarer);
        assert_eq!(usize::from(found.rfm.f[c]), 1 + 5 * rarer / frequencies.len());
    }
}
