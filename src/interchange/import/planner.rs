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
    leavings::Leavings,
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

/// What is being worked on. Customers are looked for by one key after the other, each time among everybody known by then.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Stage {
    Fields,
    Products,
    Book(usize),
    Named(usize),
    Rows(usize),
    Spoiled(usize),
    Settle,
    Orders,
    BookFirms,
    NamedFirms,
    Ties,
    People,
    Clear,
    Finish,
    Done,
}

/// Works an import out, in slices.
#[derive(Debug)]
pub struct Planner {
    intake: Intake,
    leavings: Leavings,
    left_over: usize,
    /// Rows that checking left out, each with why, the last one first.
    left_out: Vec<(usize, Skip)>,
    stage: Stage,
    /// The place within the stage.
    at: usize,
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
            leavings: Leavings::default(),
            left_over: 0,
            left_out,
            stage: Stage::Fields,
            at: 0,
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
        if matches!(self.stage, Stage::Clear | Stage::Finish | Stage::Done) {
            self.total = self.done + self.left_over.saturating_sub(self.at);
            return self.stage != Stage::Done;
        }
        let (intake, parties) = (&self.intake, book.parties.slots());
        let ranks = 1 + (1..4).filter(|rank| self.has_rank(*rank)).count() + usize::from(intake.people.has_firms);
        let rows = table.len() + intake.later.iter().chain(&intake.spoiled).map(Vec::len).sum::<usize>();
        // Each order and each customer is gone over again: settled and made.
        self.total =
            ranks * parties + book.products.slots() + rows + 2 * (intake.bills.len() + intake.people.list.len());
        self.stage != Stage::Done
    }

    fn has_rank(&self, rank: usize) -> bool {
        !self.intake.later[rank].is_empty() || !self.intake.spoiled[rank].is_empty()
    }

    /// How many pieces the stage has.
    fn end(&self, book: &Book, table: &Table) -> usize {
        let intake = &self.intake;
        match self.stage {
            Stage::Fields | Stage::Finish | Stage::Done => 0,
            Stage::Products => book.products.slots(),
            Stage::Book(_) | Stage::BookFirms => book.parties.slots(),
            Stage::Named(_) | Stage::NamedFirms | Stage::Ties | Stage::People => intake.people.list.len(),
            Stage::Rows(0) => table.len(),
            Stage::Rows(rank) => intake.later[rank].len(),
            Stage::Spoiled(rank) => intake.spoiled[rank].len(),
            Stage::Settle | Stage::Orders => intake.bills.len(),
            Stage::Clear => self.left_over,
        }
    }

    /// Goes on to the next stage.
    fn advance(&mut self, book: &Book, table: &Table) {
        self.at = 0;
        self.stage = match self.stage {
            Stage::Fields => {
                self.intake.begin(book, table.len());
                Stage::Products
            }
            Stage::Products => Stage::Book(0),
            Stage::Book(rank) => Stage::Named(rank),
            Stage::Named(rank) => Stage::Rows(rank),
            Stage::Rows(rank) => Stage::Spoiled(rank),
            Stage::Spoiled(rank) => match (rank + 1..4).find(|rank| self.has_rank(*rank)) {
                Some(next) => {
                    self.intake.people.begin(next);
                    Stage::Book(next)
                }
                None => Stage::Settle,
            },
            Stage::Settle => Stage::Orders,
            Stage::Orders if self.intake.people.has_firms => {
                self.intake.people.begin_firms();
                Stage::BookFirms
            }
            Stage::BookFirms => Stage::NamedFirms,
            Stage::NamedFirms => Stage::Ties,
            Stage::Orders | Stage::Ties => Stage::People,
            Stage::People => {
                self.leavings = self.intake.leave();
                self.left_over = self.leavings.len();
                Stage::Clear
            }
            Stage::Clear => Stage::Finish,
            Stage::Finish => {
                self.intake.summary.rows = table.len();
                self.products = self.intake.wares.make().collect();
                self.intake.summary.products_created = self.products.len();
                Stage::Done
            }
            Stage::Done => Stage::Done,
        };
    }

    /// Works on the stage, at most `most` pieces; says how many it did.
    fn work(&mut self, book: &Book, table: &Table, most: usize) -> usize {
        let from = self.at;
        let to = self.end(book, table).min(from.saturating_add(most));
        for place in from..to {
            let intake = &mut self.intake;
            match self.stage {
                Stage::Products => intake.wares.enter(book, place as u32),
                Stage::Book(_) => intake.people.enter(book, place as u32),
                Stage::Named(_) => intake.people.enter_named(book, place),
                Stage::Rows(0) => self.row(book, table, place),
                Stage::Rows(rank) => intake.late_row(book, table, rank, place),
                Stage::Spoiled(rank) => intake.spoil(book, table, rank, place),
                Stage::Settle => intake.settle(place),
                Stage::Orders => intake.make_order(book, place),
                Stage::BookFirms => intake.people.enter_firm(book, place as u32),
                Stage::NamedFirms => intake.people.enter_named_firm(book, place),
                Stage::Ties => intake.tie(book, table, place),
                Stage::People => self.person(book, place),
                Stage::Clear => self.leavings.give_back_some(),
                Stage::Fields | Stage::Finish | Stage::Done => {}
            }
        }
        self.at = to;
        // Where people work may have come to the end of the list meanwhile.
        if to == self.end(book, table) {
            self.advance(book, table);
        }
        to - from
    }

    fn row(&mut self, book: &Book, table: &Table, row: usize) {
        match self.left_out.last() {
            Some((left_out, reason)) if *left_out == row => {
                self.intake.leave_out(table, row, *reason);
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
        let Intake { orders, answers, summary, mut issues, .. } = self.intake;
        let parts = [self.fields, self.parties, self.links, self.products, orders, self.notes, answers];
        let mut ops = Vec::with_capacity(parts.iter().map(Vec::len).sum());
        parts.into_iter().for_each(|part| ops.extend(part));
        issues.sort_by_key(|issue: &Issue| issue.row);
        Planned { ops, summary, issues }
    }
}
