//! Logs of orders: one row an order, or one row a line of an invoice.

use std::collections::HashMap;

use clap::Command;
use kith::analysis::columns::{Day, Orders};

use super::days;
use super::money::{self, Decimal};
use super::table::{Column, Table};
use crate::options::{Options, value};
use crate::trouble::Trouble;

/// The usual names of the columns of a log.
pub const CUSTOMER: &[&str] =
    &["customer_id", "customer", "client_id", "client", "cust_id", "cust", "user_id", "account", "id", "name"];
pub const DATE: &[&str] = &[
    "date",
    "order_date",
    "datetime",
    "invoice_date",
    "day",
    "timestamp",
    "purchase_date",
    "transaction_date",
    "time",
];
const AMOUNT: &[&str] = &["amount", "revenue", "total", "sales", "value", "order_value", "spend", "monetary", "net"];
const ORDER: &[&str] = &["invoice", "invoice_no", "order_id", "order", "order_no", "transaction_id", "basket_id"];
pub const QUANTITY: &[&str] = &["qty", "quantity", "units"];
pub const PRICE: &[&str] = &["price", "unit_price"];
const COST: &[&str] = &["cost", "cost_of_goods", "cogs"];

/// Options that name the columns of a log.
pub fn columns(command: Command) -> Command {
    command
        .arg(value("customer-column", "NAME", "Whose order it is [customer_id, customer, …]"))
        .arg(value("date-column", "NAME", "When [date, order_date, datetime, …]"))
        .arg(value("amount-column", "NAME", "How much [amount, revenue, …; else quantity × price]"))
        .arg(value("order-column", "NAME", "Which rows are one order [invoice, order_id, …; else each row is one]"))
        .arg(value("date-format", "FORMAT", "How dates are written, as %d.%m.%Y [year first]"))
}

/// Orders by customer, in the sequence of the file. Amounts are whole units of `10^-places`.
#[derive(Default)]
pub struct Log {
    /// Customers by number, sorted: as numbers if all are, else by letters.
    pub names: Vec<String>,
    pub customer: Vec<u32>,
    pub day: Vec<Day>,
    pub amount: Vec<i64>,
    pub cost: Option<Vec<i64>>,
    pub places: u32,
}

struct Line<'a> {
    customer: &'a str,
    order: Option<&'a str>,
    day: Day,
    amount: Decimal,
    cost: Option<Decimal>,
}

impl Log {
    pub fn read(table: &Table, options: &Options<'_>) -> Result<Self, Trouble> {
        Self::from_lines(&lines(table, options)?)
    }

    fn from_lines(lines: &[Line<'_>]) -> Result<Self, Trouble> {
        let mut names: Vec<&str> = lines.iter().map(|line| line.customer).collect();
        sort_names(&mut names);
        names.dedup();
        let number: HashMap<&str, u32> = names.iter().copied().zip(0..).collect();
        let decimals: Vec<_> = lines.iter().flat_map(|line| [Some(line.amount), line.cost]).flatten().collect();
        let places = money::places(&decimals);
        let mut log = Self { places, names: names.into_iter().map(str::to_owned).collect(), ..Self::default() };
        let with_costs = lines.iter().any(|line| line.cost.is_some());
        let mut cost = Vec::new();
        let mut seen: HashMap<(&str, u32), usize> = HashMap::new();
        let too_much = || Trouble::say("An amount is larger than any money.");
        let units = |decimal: Decimal| decimal.at(places).and_then(|n| i64::try_from(n).ok()).ok_or_else(too_much);
        for line in lines {
            let customer = number[line.customer];
            let place = line.order.and_then(|order| seen.get(&(order, customer)).copied());
            let amount = units(line.amount)?;
            let spent = line.cost.map(units).transpose()?;
            if let Some(i) = place {
                log.amount[i] = log.amount[i].checked_add(amount).ok_or_else(too_much)?;
                cost[i] = add_cost(cost[i], spent);
                continue;
            }
            if let Some(order) = line.order {
                seen.insert((order, customer), log.amount.len());
            }
            log.customer.push(customer);
            log.day.push(line.day);
            log.amount.push(amount);
            cost.push(spent.unwrap_or(kith::analysis::columns::UNKNOWN_COST));
        }
        log.cost = with_costs.then_some(cost);
        Ok(log)
    }

    pub fn orders(&self) -> Result<Orders<'_>, Trouble> {
        let orders = Orders::new(self.names.len(), &self.customer, &self.day, &self.amount).map_err(Trouble::say)?;
        self.cost.as_ref().map_or(Ok(orders), |cost| orders.with_costs(cost).map_err(Trouble::say))
    }

    pub fn len(&self) -> usize {
        self.customer.len()
    }

    /// The day of the last row.
    pub fn last_day(&self) -> Option<Day> {
        self.day.iter().copied().max()
    }

    /// Keeps the rows that pass, and the customers who still have one.
    pub fn retain(&mut self, keep: impl Fn(&Self, usize) -> bool) {
        let kept: Vec<usize> = (0..self.len()).filter(|row| keep(self, *row)).collect();
        let mut there = vec![false; self.names.len()];
        kept.iter().for_each(|row| there[self.customer[*row] as usize] = true);
        let mut number = vec![0u32; there.len()];
        let mut next = 0;
        for (number, there) in number.iter_mut().zip(&there) {
            *number = next;
            next += u32::from(*there);
        }
        self.customer = kept.iter().map(|row| number[self.customer[*row] as usize]).collect();
        self.day = kept.iter().map(|row| self.day[*row]).collect();
        self.amount = kept.iter().map(|row| self.amount[*row]).collect();
        self.cost = self.cost.as_ref().map(|cost| kept.iter().map(|row| cost[*row]).collect());
        let mut stays = there.into_iter();
        self.names.retain(|_| stays.next().unwrap_or(false));
    }

    /// Counts in units that are so many places finer.
    pub fn finer(&mut self, places: u32) -> Result<(), Trouble> {
        let factor = 10i64.pow(places);
        let unknown = kith::analysis::columns::UNKNOWN_COST;
        for units in self.amount.iter_mut().chain(self.cost.iter_mut().flatten()).filter(|units| **units != unknown) {
            *units = units.checked_mul(factor).ok_or_else(|| Trouble::say("An amount is larger than any money."))?;
        }
        self.places += places;
        Ok(())
    }

    /// Whole units as money again.
    pub fn money(&self, units: i64) -> f64 {
        money::number(units, self.places)
    }
}

fn lines<'a>(table: &'a Table, options: &Options<'_>) -> Result<Vec<Line<'a>>, Trouble> {
    let customer = table.column("the customer", options.text("customer-column"), CUSTOMER)?;
    let date = table.column("the date", options.text("date-column"), DATE)?;
    let order = match options.text("order-column") {
        Some(name) => Some(table.column("the order", Some(name), &[])?),
        None => table.find(ORDER),
    };
    let amount = amounts(table, options)?;
    let cost = table.find(COST);
    let format = options.text("date-format");
    let mut lines = Vec::with_capacity(table.len());
    for row in 0..table.len() {
        // A row of nobody is nobody's order.
        if customer.text(row).is_empty() {
            continue;
        }
        lines.push(Line {
            customer: customer.text(row),
            order: order.map(|order| order.text(row)).filter(|order| !order.is_empty()),
            day: days::parse(date.text(row), format).ok_or_else(|| date.wrong(row, "a date"))?,
            amount: amount(row)?,
            cost: cost.filter(|cost| !cost.text(row).is_empty()).map(|cost| decimal(cost, row)).transpose()?,
        });
    }
    Ok(lines)
}

type Amount<'a> = Box<dyn Fn(usize) -> Result<Decimal, Trouble> + 'a>;

/// The amount of a row: its own column, else quantity × price, else one (a log of visits).
fn amounts<'a>(table: &'a Table, options: &Options<'_>) -> Result<Amount<'a>, Trouble> {
    if let Some(name) = options.text("amount-column") {
        let column = table.column("the amount", Some(name), &[])?;
        return Ok(Box::new(move |row| decimal(column, row)));
    }
    if let Some(column) = table.find(AMOUNT) {
        return Ok(Box::new(move |row| decimal(column, row)));
    }
    if let (Some(quantity), Some(price)) = (table.find(QUANTITY), table.find(PRICE)) {
        return Ok(Box::new(move |row| {
            decimal(quantity, row)?.times(decimal(price, row)?).ok_or_else(|| price.wrong(row, "a usual price"))
        }));
    }
    if let Some(column) = table.find(PRICE) {
        return Ok(Box::new(move |row| decimal(column, row)));
    }
    Ok(Box::new(|_| Ok(Decimal { units: 1, places: 0 })))
}

fn decimal(column: Column<'_>, row: usize) -> Result<Decimal, Trouble> {
    money::parse(column.text(row)).ok_or_else(|| column.wrong(row, "an amount"))
}

/// One line without a cost makes the cost of the order unknown.
fn add_cost(sum: i64, more: Option<i64>) -> i64 {
    let unknown = kith::analysis::columns::UNKNOWN_COST;
    more.filter(|_| sum != unknown).map_or(unknown, |more| sum.saturating_add(more))
}

/// Numbers by size where all are numbers, else by letters: the sequence the expected files have.
pub fn sort_names(names: &mut [&str]) {
    if names.iter().all(|name| name.parse::<i64>().is_ok()) {
        names.sort_by_cached_key(|name| name.parse::<i64>().unwrap_or(0));
    } else {
        names.sort_unstable();
    }
}
