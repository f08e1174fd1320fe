//! The rows that do not come in, or not whole, as a table of their own: to be corrected and brought in again.
//!
//! Two columns stand before those of the file: the line, and what is wrong. An order comes in whole or not at all, so the sound rows
//! of an order that is left out are there too.

use csv::{Terminator, WriterBuilder};
use rustc_hash::FxHashSet;

use crate::interchange::csv::{
    Checked, Effect, FileKind, Plan, Table, Target,
    problem::Problem,
    text::{guard_formula, unguard_formula},
};

use super::{
    cells::raw_line,
    issue::{Issue, Trouble},
};

/// Why a row is in the table.
#[derive(Debug, Clone, Copy)]
pub enum Why<'a> {
    /// A problem of the file; with its column, counted from 0.
    Problem(Option<usize>, &'a Problem),
    /// A problem in view of the book; with its column, counted from 0.
    Trouble(Option<usize>, &'a Trouble),
    /// Another row of its order cannot be read.
    SameOrder,
}

/// Writes the table in slices. What is wrong has to stay the same meanwhile.
#[derive(Debug)]
pub struct LeftOut<'a> {
    table: &'a Table,
    checked: &'a Checked,
    issues: &'a [Issue],
    /// The column of the order's number, where rows make up orders.
    order: Option<usize>,
    /// The numbers of the orders that are left out.
    orders: FxHashSet<String>,
    /// Problems and issues that were gone through for their orders.
    gone_through: usize,
    row: usize,
    problem: usize,
    issue: usize,
}

impl<'a> LeftOut<'a> {
    /// Nothing is written yet. `checked` and `issues` go from top to bottom.
    pub fn new(table: &'a Table, plan: &Plan, checked: &'a Checked, issues: &'a [Issue]) -> Self {
        let number = plan.targets.iter().position(|target| *target == Target::OrderNumber);
        Self {
            table,
            checked,
            issues,
            order: number.filter(|_| plan.kind == FileKind::Orders),
            orders: FxHashSet::default(),
            gone_through: 0,
            row: 0,
            problem: 0,
            issue: 0,
        }
    }

    /// The first bytes: a byte order mark, by which spreadsheets know UTF-8, and the names of the columns.
    pub fn head(&self, line: &str, what: &str) -> Vec<u8> {
        let mut bytes = "\u{FEFF}".to_owned().into_bytes();
        let names = self.table.names().iter().map(String::as_str);
        bytes.extend(written([[line, what].into_iter().chain(names)].into_iter()));
        bytes
    }

    /// Goes through about so many rows and gives what there is to write of them; `None` at the end. `say` puts in words what is wrong.
    pub fn step(&mut self, rows: usize, say: impl Fn(Why<'_>) -> String) -> Option<Vec<u8>> {
        if self.gone_through < self.checked.problems.len() + self.issues.len() {
            self.gather(rows);
            return Some(Vec::new());
        }
        if self.row >= self.table.len() {
            return None;
        }
        let mut records = Vec::new();
        for row in self.row..self.table.len().min(self.row + rows.max(1)) {
            let words = self.words(row, &say);
            if !words.is_empty() {
                let cells = self.table.row(row).map(|cell| unguard_formula(cell).to_owned());
                records.push([self.table.line(row).to_string(), words].into_iter().chain(cells));
            }
            self.row = row + 1;
        }
        Some(written(records.into_iter()))
    }

    /// Rows that were gone through, for the progress.
    pub fn done(&self) -> usize {
        self.row
    }

    /// Notes the numbers of the orders that are left out.
    fn gather(&mut self, most: usize) {
        let problems = self.checked.problems.iter().map(|problem| (problem.row, problem.effect));
        let all = problems.chain(self.issues.iter().map(|issue| (issue.row, issue.effect)));
        let to = self.gone_through.saturating_add(most.max(1));
        if let Some(column) = self.order {
            for (row, _) in
                all.skip(self.gone_through).take(most.max(1)).filter(|(_, effect)| *effect == Effect::RowLeftOut)
            {
                let number = raw_line(self.table.cell(row, column));
                if !number.is_empty() {
                    self.orders.insert(number);
                }
            }
        }
        self.gone_through = to.min(self.checked.problems.len() + self.issues.len());
    }

    /// Everything that keeps a row or one of its cells from coming in.
    fn words(&mut self, row: usize, say: impl Fn(Why<'_>) -> String) -> String {
        let mut words = Vec::new();
        while let Some(problem) = self.checked.problems.get(self.problem).filter(|problem| problem.row <= row) {
            if problem.row == row && problem.effect != Effect::Told {
                words.push(say(Why::Problem(problem.column, &problem.kind)));
            }
            self.problem += 1;
        }
        while let Some(issue) = self.issues.get(self.issue).filter(|issue| issue.row <= row) {
            if issue.row == row && issue.effect != Effect::Told {
                words.push(say(Why::Trouble(issue.column, &issue.kind)));
            }
            self.issue += 1;
        }
        if words.is_empty()
            && let Some(column) = self.order
            && !self.orders.is_empty()
            && self.orders.contains(&raw_line(self.table.cell(row, column)))
        {
            words.push(say(Why::SameOrder));
        }
        words.join(" ")
    }
}

/// Records as CSV in which no cell runs as a formula.
fn written<R, C>(records: impl Iterator<Item = R>) -> Vec<u8>
where
    R: Iterator<Item = C>,
    C: AsRef<str>,
{
    let mut writer = WriterBuilder::new().flexible(true).terminator(Terminator::CRLF).from_writer(Vec::new());
    for record in records {
        let cells: Vec<C> = record.collect();
        let guarded = cells.iter().map(|cell| guard_formula(cell.as_ref()).into_owned());
        writer.write_record(guarded).expect("a vector takes every byte, and rows may be of any width");
    }
    writer.into_inner().expect("a vector takes every byte")
}
