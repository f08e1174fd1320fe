//! Repeat buying: one row a customer as `summary` writes it, or a log of orders that it is counted from. Times are weeks.

use clap::Command;
use kith::analysis::btyd::repeats::Repeats;
use kith::analysis::history::History;
use kith::analysis::holdout::Holdout;
use kith::analysis::summary::Summary;

use super::Input;
use super::orders::{self, CUSTOMER, Log};
use super::table::{Column, Table};
use crate::options::{Options, as_of, value};
use crate::trouble::Trouble;

const X: &[&str] = &["x", "frequency", "repeat", "repeats"];
const LAST: [&[&str]; 2] = [&["t_x_days", "recency_days"], &["t_x_weeks", "recency_weeks", "t_x", "recency"]];
const AGE: [&[&str]; 2] = [&["T_days", "age_days"], &["T_weeks", "age_weeks", "T", "T_cal", "age"]];
const MONEY: &[&str] = &["m_x", "zbar", "monetary_value", "monetary", "mean_amount"];
const LATER: &[&str] = &["frequency_holdout", "x_star", "holdout"];
const WATCHED: &[&str] = &["duration_holdout", "holdout_days"];

/// One entry a customer in every column.
#[derive(Default)]
pub struct Rows {
    pub names: Vec<String>,
    pub x: Vec<u32>,
    pub t_x: Vec<f64>,
    pub age: Vec<f64>,
    /// What a repeat order brought on average; 0 where there is none, or the file says nothing.
    pub m_x: Vec<f64>,
    /// Orders after the cut, and the weeks they were watched.
    pub holdout: Option<(Vec<u32>, f64)>,
}

pub fn columns(command: Command) -> Command {
    let command = command
        .arg(as_of().help("For a log of orders: the last day the model sees [the last row's]"))
        .arg(value("until", "DATE", "For a log of orders: the last day of the holdout [the last row's]"));
    orders::columns(command)
}

impl Rows {
    pub fn read(input: &Input, options: &Options<'_>) -> Result<Self, Trouble> {
        let table = input.table()?;
        match (table.find(X), find(&table, LAST), find(&table, AGE)) {
            (Some(x), Some(last), Some(age)) => Self::of_table(&table, x, last, age),
            _ => Self::of_log(&Log::read(&table, options)?, options),
        }
    }

    fn of_table(
        table: &Table,
        x: Column<'_>,
        last: (Column<'_>, f64),
        age: (Column<'_>, f64),
    ) -> Result<Self, Trouble> {
        let names = match table.find(CUSTOMER) {
            Some(column) => column.texts().map(str::to_owned).collect(),
            None => (1..=table.len()).map(|row| row.to_string()).collect(),
        };
        let weeks = |(column, unit): (Column<'_>, f64)| -> Result<Vec<f64>, Trouble> {
            Ok(column.all_numbers()?.into_iter().map(|time| time / unit).collect())
        };
        let m_x = match table.find(MONEY) {
            Some(column) => column.numbers()?.into_iter().map(|m| m.unwrap_or(0.0)).collect(),
            None => vec![0.0; table.len()],
        };
        let holdout = match (table.find(LATER), table.find(WATCHED)) {
            (Some(later), Some(watched)) => {
                let days = watched.numbers()?.into_iter().flatten().fold(0.0, f64::max);
                Some((counts(later)?, days / 7.0))
            }
            (Some(later), None) => Some((counts(later)?, 0.0)),
            _ => None,
        };
        Ok(Self { names, x: counts(x)?, t_x: weeks(last)?, age: weeks(age)?, m_x, holdout })
    }

    fn of_log(log: &Log, options: &Options<'_>) -> Result<Self, Trouble> {
        let last = log.last_day().unwrap_or(0);
        let as_of = options.day("as-of")?.unwrap_or(last);
        let until = options.day("until")?.unwrap_or(last).max(as_of);
        let orders = log.orders()?;
        let summary = Summary::new(&orders, &History::new(&orders, as_of));
        let holdout = Holdout::new(&History::new(&orders, until), as_of);
        let mut rows = Self::default();
        let mut later = Vec::new();
        for (c, name) in log.names.iter().enumerate() {
            let Some(repeat) = summary.repeat(c) else { continue };
            rows.names.push(name.clone());
            rows.x.push(repeat.x);
            rows.t_x.push(f64::from(repeat.t_x) / 7.0);
            rows.age.push(f64::from(repeat.age) / 7.0);
            rows.m_x.push(summary.mean_repeat(c).map_or(0.0, |mean| mean / 10f64.powi(log.places as i32)));
            later.push(holdout.events[c]);
        }
        rows.holdout = (until > as_of).then(|| (later, f64::from(holdout.days) / 7.0));
        Ok(rows)
    }

    pub fn repeats(&self) -> Result<Repeats, Trouble> {
        Repeats::new(&self.x, &self.t_x, &self.age).map_err(Trouble::say)
    }
}

fn find<'a>(table: &'a Table, [days, weeks]: [&[&str]; 2]) -> Option<(Column<'a>, f64)> {
    table.find(days).map(|column| (column, 7.0)).or_else(|| table.find(weeks).map(|column| (column, 1.0)))
}

/// Whole numbers from 0 up.
pub fn counts(column: Column<'_>) -> Result<Vec<u32>, Trouble> {
    let whole = |(row, n): (usize, f64)| {
        let fits = n >= 0.0 && n.fract() == 0.0 && n <= f64::from(u32::MAX);
        if fits { Ok(n as u32) } else { Err(column.wrong(row, "a whole number from 0 up")) }
    };
    column.all_numbers()?.into_iter().enumerate().map(whole).collect()
}
