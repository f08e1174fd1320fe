//! Rows on their way to customers and orders.

mod answers;
mod lines;
mod orders;
mod spoiled;

use std::mem::take;

use rustc_hash::{FxHashMap, FxHashSet};

use crate::{
    domain::{book::Book, change::Op, id::Mint},
    interchange::csv::{
        Effect, FileKind, Plan, Table, Target,
        check::{self, read_row},
    },
};

use super::{
    bills::{Bill, Columns, Known},
    cells::column,
    customs::{self, Field},
    issue::{Issue, Trouble},
    leavings::Leavings,
    options::{Key, Options},
    people::{Meant, People},
    person::Incoming,
    summary::{Skip, Summary},
    wares::Wares,
};

use answers::AnswerKey;

/// Everything that the rows come to, while they come.
#[derive(Debug)]
pub(super) struct Intake {
    pub plan: Plan,
    options: Options,
    columns: Columns,
    pub mint: Mint,
    pub now: u64,
    pub fields: Vec<Field>,
    pub people: People,
    pub wares: Wares,
    pub bills: Vec<Bill>,
    places: FxHashMap<(u32, Box<str>), u32>,
    known: Known,
    /// The row that came in last, and the order that it is a line of, when that has a number.
    last: Option<(usize, u32)>,
    /// Rows by the rank of the key that they have; those without the chosen key come after the others, when every customer is known
    /// whom they may mean.
    pub later: [Vec<u32>; 4],
    /// The row before, and where it was put off to.
    put_off: Option<(usize, usize)>,
    /// Rows that do not come in and are lines of an order with a number, by the rank of the key that they have.
    pub spoiled: [Vec<u32>; 4],
    spoiled_orders: FxHashSet<(u32, Box<str>)>,
    spoiled_numbers: FxHashSet<Box<str>>,
    pub orders: Vec<Op>,
    pub answers: Vec<Op>,
    /// What rows before have answered.
    answers_there: FxHashSet<AnswerKey>,
    pub summary: Summary,
    pub issues: Vec<Issue>,
}

/// Why a row does not come in.
struct Left {
    reason: Skip,
    told: Option<(Option<usize>, Trouble)>,
}

impl Left {
    fn error(column: Option<usize>, trouble: impl Into<Trouble>) -> Self {
        Self { reason: Skip::Error, told: Some((column, trouble.into())) }
    }
}

impl From<Skip> for Left {
    fn from(reason: Skip) -> Self {
        Self { reason, told: None }
    }
}

impl From<(Option<usize>, Trouble)> for Left {
    fn from((column, trouble): (Option<usize>, Trouble)) -> Self {
        Self::error(column, trouble)
    }
}

impl Intake {
    /// Hands over what is not needed once the operations are worked out.
    pub fn leave(&mut self) -> Leavings {
        let (bills, places) = (take(&mut self.bills), take(&mut self.places));
        Leavings::new(bills, places.into_iter(), self.people.leave())
    }

    /// Nothing yet.
    pub fn new(plan: Plan, options: Options, mint: Mint, now: u64) -> Self {
        Self {
            columns: Columns::of(&plan),
            people: People::new(&plan, options.key),
            options,
            mint,
            now,
            fields: Vec::new(),
            wares: Wares::new(plan.targets.contains(&Target::ProductCode)),
            bills: Vec::new(),
            places: FxHashMap::default(),
            known: Known::default(),
            last: None,
            later: Default::default(),
            put_off: None,
            spoiled: Default::default(),
            spoiled_orders: FxHashSet::default(),
            spoiled_numbers: FxHashSet::default(),
            orders: Vec::new(),
            answers: Vec::new(),
            answers_there: FxHashSet::default(),
            summary: Summary::default(),
            issues: Vec::new(),
            plan,
        }
    }

    /// Looks the custom fields up, and makes room for as many orders as there may be: what grows bit by bit stops now and then to
    /// move all it has.
    pub fn begin(&mut self, book: &Book, rows: usize) {
        if self.plan.kind == FileKind::Orders {
            self.bills.reserve(rows);
            if self.columns.number {
                self.places.reserve(rows);
            }
        }
        let (mint, now) = (&mut self.mint, self.now);
        self.fields = customs::fields(book, &self.plan, &self.options.customs, || mint.id(now));
    }

    fn blame(&mut self, row: usize, line: u64, column: Option<usize>, kind: Trouble, effect: Effect) {
        self.issues.push(Issue { row, line, column, kind, effect });
    }

    /// Takes a row in that checking found nothing against, or puts it off.
    pub fn row(&mut self, book: &Book, table: &Table, number: usize) {
        // Whatever there is to tell of the cells was told when the file was checked.
        let row = read_row(table, &self.plan, number, &mut Vec::new());
        let incoming = Incoming::read(&row, self.plan.kind);
        let follows = self.put_off.filter(|(before, _)| before + 1 == number).map(|(_, rank)| rank);
        let rank = self.people.rank(&incoming).or(follows).unwrap_or(0);
        if rank == 0 {
            self.take_or_leave(book, table, &row, incoming);
        } else {
            self.put_off = Some((number, rank));
            self.later[rank].push(number as u32);
        }
    }

    /// Takes a row in that was put off.
    pub fn late_row(&mut self, book: &Book, table: &Table, rank: usize, place: usize) {
        let row = read_row(table, &self.plan, self.later[rank][place] as usize, &mut Vec::new());
        let incoming = Incoming::read(&row, self.plan.kind);
        self.take_or_leave(book, table, &row, incoming);
    }

    fn take_or_leave(&mut self, book: &Book, table: &Table, row: &check::Row<'_>, incoming: Incoming) {
        let rank = self.people.rank(&incoming);
        if let Err(Left { reason, told }) = self.take(book, row, incoming) {
            if let Some((column, trouble)) = told {
                self.blame(row.row, row.line, column, trouble, Effect::RowLeftOut);
            }
            self.summary.skip(reason, 1);
            self.spoil_later(table, row.row, rank);
        }
    }

    fn take(&mut self, book: &Book, row: &check::Row<'_>, incoming: Incoming) -> Result<(), Left> {
        if let Some((target, flaw)) = incoming.flaw() {
            return Err(Left::error(column(row, target), Trouble::Flaw(flaw)));
        }
        match self.plan.kind {
            FileKind::Customers => {
                let meant = self.people.meant(book, &incoming);
                let person = self.person(book, row, meant, incoming)?;
                self.people.list[person as usize].needed = true;
                Ok(())
            }
            FileKind::Orders => self.order_row(book, row, incoming),
            FileKind::Answers => self.answer_row(book, row, incoming),
        }
    }

    /// The customer whom a row means, with what it says of them.
    fn person(&mut self, book: &Book, row: &check::Row<'_>, meant: Meant, mut incoming: Incoming) -> Result<u32, Left> {
        let person = match meant {
            Meant::Nobody => return Err(Skip::NoCustomer.into()),
            Meant::Many(key) => {
                return Err(Left { reason: Skip::Ambiguous, told: Some((None, Trouble::Ambiguous(key))) });
            }
            Meant::Unknown if !self.options.mode.creates() => return Err(Skip::NotThere.into()),
            Meant::Unknown => self.people.create(&incoming, &self.options, self.mint.id(self.now)),
            Meant::One(person) => person,
        };
        self.people.list[person as usize].rows += 1;
        let mut wrong = Vec::new();
        let blame = |column: usize, trouble: Trouble| wrong.push((column, trouble));
        incoming.customs = customs::values(row, &self.plan, &self.fields, self.options.currency, blame);
        for (column, trouble) in wrong {
            self.blame(row.row, row.line, Some(column), trouble, Effect::CellLeftOut);
        }
        let left = self.people.tell(book, person, incoming, &self.options, &self.fields, row.row);
        if let Some((target, trouble)) = left {
            self.blame(row.row, row.line, column(row, target), trouble, Effect::CellLeftOut);
        }
        Ok(person)
    }

    /// Finds or makes where a customer works.
    pub fn tie(&mut self, book: &Book, table: &Table, person: usize) {
        let creates = self.options.mode.creates();
        let column = self.plan.targets.iter().position(|target| *target == Target::Organisation);
        for row in self.people.tie(book, person, creates, (&mut self.mint, self.now)) {
            self.blame(row, table.line(row), column, Trouble::Ambiguous(Key::Name), Effect::CellLeftOut);
        }
    }
}
