//! Goes through the book and the table in slices and works out what an import does.

use crate::{
    domain::{book::Book, change::Op, id::Mint},
    interchange::csv::{Checked, Plan, Table},
};

use super::{issue::Issue, options::Options, summary::Summary};

/// What an import would do.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Planned {
    /// The operations of the one change.
    pub ops: Vec<Op>,
    /// What they come to.
    pub summary: Summary,
    /// What is wrong with rows in view of the book, from top to bottom.
    pub issues: Vec<Issue>,
}

/// Works an import out, in slices.
#[derive(Debug)]
pub struct Planner {
    plan: Plan,
    options: Options,
    mint: Mint,
    now: u64,
    planned: Planned,
}

impl Planner {
    /// A planner before the first step. `checked` is what checking the table by `plan` found; `mint` makes the ids of new records at
    /// `now`, milliseconds since 1970.
    pub fn new(plan: Plan, options: Options, checked: &Checked, mint: Mint, now: u64) -> Self {
        let _ = checked;
        Self { plan, options, mint, now, planned: Planned::default() }
    }

    /// Does the work of about `rows` rows; `false` when all is done. Book and table have to be the same each time.
    pub fn step(&mut self, book: &Book, table: &Table, rows: usize) -> bool {
        let _ = (book, table, rows, &self.plan, &self.options, &self.mint, self.now);
        false
    }

    /// How much was done, in the unit of [`Self::total`], for the progress.
    pub fn done(&self) -> usize {
        0
    }

    /// How much there is to do; grows a little while the orders become known.
    pub fn total(&self) -> usize {
        1
    }

    /// What was worked out.
    pub fn finish(self) -> Planned {
        self.planned
    }
}
