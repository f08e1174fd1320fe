//! Goes through the book and the table in slices and works out what an import does.

use crate::{
    domain::{
        book::Book,
        change::Op,
        id::Mint,
        record::{Kind, Row},
    },
    interchange::csv::{Checked, Effect, FileKind, Plan, Table, problem::Problem},
};

use super::{
    intake::Intake,
    issue::Issue,
    options::Options,
    summary::{Skip, Summary},
};

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

/// What is being worked on, with the place in it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Stage {
    Fields,
    Parties(usize),
    Products(usize),
    Rows(usize),
    Later(usize),
    Spoiled(usize),
    Settle(usize),
    Orders(usize),
    Ties(usize),
    People(usize),
    Finish,
    Done,
}

/// Works an import out, in slices.
#[derive(Debug)]
pub struct Planner {
    intake: Intake,
    /// Rows that checking left out, each with why, the last one first.
    left_out: Vec<(usize, Skip)>,
    /// Rows that were put off.
    later: Vec<u32>,
    stage: Stage,
    done: usize,
    total: usize,
    parties: Vec<Op>,
    links: Vec<Op>,
    notes: Vec<Op>,
    fields: Vec<Op>,
    products: Vec<Op>,
}

impl Planner {
    /// A planner before the first step. `checked` is what checking the table by `plan` found; `mint` makes the ids of new records at
    /// `now`, milliseconds since 1970.
    pub fn new(plan: Plan, options: Options, checked: &Checked, mint: Mint, now: u64) -> Self {
        let mut left_out: Vec<(usize, Skip)> = Vec::with_capacity(checked.left_out);
        for problem in checked.problems.iter().filter(|problem| problem.effect == Effect::RowLeftOut) {
            if left_out.last().is_none_or(|(row, _)| *row != problem.row) {
                let reason = if problem.kind == Problem::NoCustomer { Skip::NoCustomer } else { Skip::Error };
                left_out.push((problem.row, reason));
            }
        }
        left_out.reverse();
        Self {
            intake: Intake::new(plan, options, mint, now),
            left_out,
            later: Vec::new(),
            stage: Stage::Fields,
            done: 0,
            total: 1,
            parties: Vec::new(),
            links: Vec::new(),
            notes: Vec::new(),
            fields: Vec::new(),
            products: Vec::new(),
        }
    }

    /// Does the work of about `rows` rows; `false` when all is done. Book and table have to be the same each time.
    pub fn step(&mut self, book: &Book, table: &Table, rows: usize) -> bool {
        let mut left = rows.max(1);
        while left > 0 && self.stage != Stage::Done {
            let spent = self.work(book, table, left);
            self.done += spent;
            left = left.saturating_sub(spent.max(1));
        }
        let intake = &self.intake;
        // Each order and each customer is gone over again: settled and made.
        let known = book.parties.slots() + book.products.slots() + table.len();
        self.total =
            known + self.later.len() + 2 * (intake.bills.len() + intake.people.list.len()) + intake.spoiled.len();
        self.stage != Stage::Done
    }

    /// Works on the stage, at most `most` pieces; says how many it did.
    fn work(&mut self, book: &Book, table: &Table, most: usize) -> usize {
        let (at, end, next): (usize, usize, Stage) = match self.stage {
            Stage::Fields => {
                self.intake.begin(book);
                self.stage = Stage::Parties(0);
                return 0;
            }
            Stage::Parties(at) => (at, book.parties.slots(), Stage::Products(0)),
            Stage::Products(at) => (at, book.products.slots(), Stage::Rows(0)),
            Stage::Rows(at) => (at, table.len(), Stage::Later(0)),
            Stage::Later(at) => (at, self.later.len(), Stage::Spoiled(0)),
            Stage::Spoiled(at) => (at, self.intake.spoiled.len(), Stage::Settle(0)),
            Stage::Settle(at) => (at, self.intake.bills.len(), Stage::Orders(0)),
            Stage::Orders(at) => (at, self.intake.bills.len(), Stage::Ties(0)),
            Stage::Ties(at) => (at, self.intake.people.list.len(), Stage::People(0)),
            Stage::People(at) => (at, self.intake.people.list.len(), Stage::Finish),
            Stage::Finish => {
                self.intake.summary.rows = table.len();
                self.products = self.intake.wares.make().collect();
                self.intake.summary.products_created = self.products.len();
                self.stage = Stage::Done;
                return 0;
            }
            Stage::Done => return 0,
        };
        let to = end.min(at.saturating_add(most));
        for place in at..to {
            match self.stage {
                Stage::Parties(_) => self.intake.people.enter(book, place as u32),
                Stage::Products(_) => self.intake.wares.enter(book, place as u32),
                Stage::Rows(_) => self.row(book, table, place),
                Stage::Later(_) => self.intake.late_row(book, table, self.later[place] as usize),
                Stage::Spoiled(_) => self.intake.spoil(book, table, place),
                Stage::Settle(_) => self.intake.settle(place),
                Stage::Orders(_) => self.intake.make_order(book, place),
                Stage::Ties(_) => self.intake.tie(book, table, place),
                _ => self.person(book, place),
            }
        }
        if (self.stage, to) == (Stage::Rows(at), end) {
            self.later = self.intake.take_later();
        }
        self.stage = if to == end {
            next
        } else {
            match self.stage {
                Stage::Parties(_) => Stage::Parties(to),
                Stage::Products(_) => Stage::Products(to),
                Stage::Rows(_) => Stage::Rows(to),
                Stage::Later(_) => Stage::Later(to),
                Stage::Spoiled(_) => Stage::Spoiled(to),
                Stage::Settle(_) => Stage::Settle(to),
                Stage::Orders(_) => Stage::Orders(to),
                Stage::Ties(_) => Stage::Ties(to),
                _ => Stage::People(to),
            }
        };
        to - at
    }

    fn row(&mut self, book: &Book, table: &Table, row: usize) {
        match self.left_out.last() {
            Some((left_out, reason)) if *left_out == row => {
                self.intake.leave_out(row, *reason);
                self.left_out.pop();
            }
            _ => self.intake.row(book, table, row),
        }
    }

    fn person(&mut self, book: &Book, place: usize) {
        let intake = &mut self.intake;
        for field in &mut intake.fields {
            if field.unmade.is_some()
                && intake.people.has_custom(place, field)
                && let Some(made) = field.unmade.take()
            {
                let record = Row::new(field.id, made).encode();
                self.fields.push(Op::Create { kind: Kind::CustomField, id: field.id.uuid(), record });
                intake.summary.fields_created += 1;
            }
        }
        let made = intake.people.make(book, place, (&mut intake.mint, intake.now));
        let person = &intake.people.list[place];
        let summary = &mut intake.summary;
        let changes = !made.parties.is_empty() || !made.links.is_empty() || !made.notes.is_empty();
        match (person.there, changes) {
            (false, _) => summary.parties_created += made.parties.len(),
            (true, true) => summary.parties_updated += 1,
            (true, false) => summary.parties_matched += usize::from(person.needed),
        }
        if intake.plan.kind == FileKind::Customers {
            if changes {
                summary.rows_taken += person.rows;
            } else {
                summary.skip(Skip::AlreadyThere, person.rows);
            }
        }
        summary.links_created += made.links.len();
        summary.notes_created += made.notes.len();
        self.parties.extend(made.parties);
        self.links.extend(made.links);
        self.notes.extend(made.notes);
    }

    /// How much was done, in the unit of [`Self::total`], for the progress.
    pub fn done(&self) -> usize {
        self.done
    }

    /// How much there is to do; grows while orders and customers become known.
    pub fn total(&self) -> usize {
        self.total.max(self.done)
    }

    /// What was worked out: what others refer to stands before them.
    pub fn finish(self) -> Planned {
        let Intake { orders, summary, mut issues, .. } = self.intake;
        let mut ops = self.fields;
        for part in [self.parties, self.links, self.products, orders, self.notes] {
            ops.extend(part);
        }
        issues.sort_by_key(|issue: &Issue| issue.row);
        Planned { ops, summary, issues }
    }
}
