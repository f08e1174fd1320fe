//! A made-up file of orders: ten for each customer over three years, oldest first, as a shop writes it. A few customers bring most of the
//! money; each has a rhythm of their own, and half of them have stopped buying before the end.

use std::io::{self, BufWriter, Write};
use std::path::Path;

use super::random::Random;
use crate::{Failure, Result};

/// Orders of one customer.
pub const ORDERS: usize = 10;
/// The days of 2021, 2022 and 2023: long past, so that "as of today" and "as of the latest order" always differ.
const DAYS: u64 = 1_095;
const FIRST_YEAR: u32 = 2021;

const FAMILY: [&str; 24] = [
    "Anderson",
    "Bergmann",
    "Castillo",
    "Dubois",
    "Eriksen",
    "Fischer",
    "Garcia",
    "Harper",
    "Ivanova",
    "Jensen",
    "Keller",
    "Lambert",
    "Moreau",
    "Nakamura",
    "Okafor",
    "Petersen",
    "Quinn",
    "Rossi",
    "Schneider",
    "Tanaka",
    "Ueda",
    "Vogel",
    "Williams",
    "Zimmermann",
];
const GIVEN: [&str; 24] = [
    "Ada", "Bruno", "Clara", "Daniel", "Emma", "Felix", "Grace", "Hugo", "Ines", "Jonas", "Karin", "Leo", "Maria",
    "Nils", "Olivia", "Paul", "Quentin", "Rosa", "Simon", "Theresa", "Ursula", "Victor", "Wanda", "Yusuf",
];
const FAMILY_ZH: [&str; 16] =
    ["王", "李", "張", "劉", "陳", "楊", "黃", "趙", "吳", "周", "徐", "孫", "馬", "朱", "胡", "林"];
const GIVEN_ZH: [&str; 16] = [
    "小明", "淑芬", "志豪", "雅婷", "建宏", "美玲", "家豪", "怡君", "俊傑", "佳穎", "文彬", "玉華", "冠宇", "詩涵",
    "國華", "雨晴",
];

/// One line of the file.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
struct Order {
    /// Days since the first of January 2021. The first field: the file is in this order.
    day: u16,
    customer: u32,
    cents: u32,
}

/// Writes the orders of so many customers. The same numbers give the same bytes, everywhere.
///
/// # Errors
/// If the file cannot be written.
pub fn write(path: &Path, customers: usize, seed: u64) -> Result<()> {
    let file = std::fs::File::create(path).map_err(Failure::file(path))?;
    write_to(BufWriter::new(file), customers, seed).map_err(Failure::file(path))
}

fn write_to(mut out: impl Write, customers: usize, seed: u64) -> io::Result<()> {
    let mut random = Random::new(seed);
    let mut people = Vec::with_capacity(customers);
    let mut orders = Vec::with_capacity(customers * ORDERS);
    for customer in 0..customers as u32 {
        people.push(person(&mut random, customer));
        add_orders(&mut random, customer, &mut orders);
    }
    orders.sort_unstable();
    writeln!(out, "order_number,order_date,customer_id,customer_name,email,order_total")?;
    for (number, order) in orders.iter().enumerate() {
        let Order { day, customer, cents } = *order;
        let (euros, cents) = (cents / 100, cents % 100);
        let person = &people[customer as usize];
        writeln!(out, "R{:07},{},{person},{euros}.{cents:02}", number + 1, date(day.into()))?;
    }
    out.flush()
}

/// Number, name, e-mail.
fn person(random: &mut Random, customer: u32) -> String {
    let name = if random.below(2) == 0 {
        format!("{} {}", random.pick(&GIVEN), random.pick(&FAMILY))
    } else {
        format!("{}{}", random.pick(&FAMILY_ZH), random.pick(&GIVEN_ZH))
    };
    let mailbox = random.pick(&FAMILY).to_lowercase();
    format!("C{customer:06},{name},{mailbox}.{customer}@mail.example")
}

fn add_orders(random: &mut Random, customer: u32, orders: &mut Vec<Order>) {
    // One customer in a thousand spends a thousand times what the least spends: a Pareto distribution.
    let usual = 2_000_000 / (1 + random.below(1_000));
    let gap = 7 + random.below(93);
    let last = DAYS - 1 - if random.below(2) == 0 { random.below(gap) } else { random.below(DAYS / 2) };
    let mut day = last;
    for _ in 0..ORDERS {
        let cents = usual * (50 + random.below(101)) / 100 + 100;
        orders.push(Order { day: day as u16, customer, cents: cents as u32 });
        day = day.saturating_sub(gap / 2 + random.below(gap));
    }
}

fn date(day: u32) -> String {
    const MONTHS: [u32; 12] = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];
    // None of the three years is a leap year.
    let (year, mut day) = (FIRST_YEAR + day / 365, day % 365);
    let mut month = 0;
    while day >= MONTHS[month] {
        day -= MONTHS[month];
        month += 1;
    }
    format!("{year}-{:02}-{:02}", month + 1, day + 1)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn made(customers: usize, seed: u64) -> String {
        let mut bytes = Vec::new();
        write_to(&mut bytes, customers, seed).unwrap();
        String::from_utf8(bytes).unwrap()
    }

    #[test]
    fn the_same_seed_makes_the_same_file_and_another_one_another() {
        assert_eq!(made(50, 1), made(50, 1));
        assert_ne!(made(50, 1), made(50, 2));
    }

    #[test]
    fn every_customer_has_ten_orders_under_one_name() {
        let file = made(200, 7);
        let mut orders = std::collections::BTreeMap::new();
        for line in file.lines().skip(1) {
            let cells: Vec<&str> = line.split(',').collect();
            assert_eq!(cells.len(), 6, "{line}");
            orders.entry(cells[2].to_owned()).or_insert_with(Vec::new).push(cells[3].to_owned());
        }
        assert_eq!(orders.len(), 200);
        assert!(orders.values().all(|names| names.len() == ORDERS && names.iter().all(|name| *name == names[0])));
    }

    #[test]
    fn the_file_is_in_the_order_of_its_days_and_spans_three_years() {
        let file = made(500, 3);
        let days: Vec<&str> = file.lines().skip(1).map(|line| line.split(',').nth(1).unwrap()).collect();
        assert!(days.is_sorted());
        assert!(days[0].starts_with("2021-") && days[days.len() - 1].starts_with("2023-12-"), "{days:?}");
    }

    #[test]
    fn few_customers_bring_most_of_the_money() {
        let mut spent = std::collections::HashMap::new();
        for line in made(2_000, 5).lines().skip(1) {
            let mut cells = line.split(',');
            let (customer, total) = (cells.nth(2).unwrap().to_owned(), cells.nth(2).unwrap().parse::<f64>().unwrap());
            *spent.entry(customer).or_insert(0.0) += total;
        }
        let mut spent: Vec<f64> = spent.into_values().collect();
        spent.sort_by(f64::total_cmp);
        let best: f64 = spent.iter().rev().take(400).sum();
        let share = best / spent.iter().sum::<f64>();
        assert!((0.7..0.97).contains(&share), "the best fifth brings {share}");
    }

    #[test]
    fn days_are_counted_from_new_year_2021() {
        assert_eq!(date(0), "2021-01-01");
        assert_eq!(date(58), "2021-02-28");
        assert_eq!(date(59), "2021-03-01");
        assert_eq!(date(365), "2022-01-01");
        assert_eq!(date(1_094), "2023-12-31");
    }
}
