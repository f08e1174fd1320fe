//! Rows on their way to customers and orders.

use rustc_hash::{FxHashMap, FxHashSet};

use crate::{
    domain::{
        book::Book,
        change::Op,
        edit::Edit,
        flaw::TEXT,
        id::{Id, Mint},
        order::{Line, Order},
    },
    interchange::csv::{
        Effect, FileKind, Plan, Table, Target,
        check::{self, read_row},
        problem::Problem,
    },
};

use super::{
    bills::{Bill, Columns, Known},
    cells::{column, minute, raw_line, text, texts, when},
    customs::{self, Field},
    issue::{Issue, Trouble},
    line::{Sums, of_one, sums},
    options::{Key, Options},
    people::{Meant, People},
    person::Incoming,
    status::is_cancelled,
    summary::{Skip, Summary},
    wares::Wares,
};

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
            summary: Summary::default(),
            issues: Vec::new(),
            plan,
        }
    }

    /// Looks the custom fields up.
    pub fn begin(&mut self, book: &Book) {
        let (mint, now) = (&mut self.mint, self.now);
        self.fields = customs::fields(book, &self.plan, &self.options.customs, || mint.id(now));
    }

    /// Leaves a row out that checking has something against.
    pub fn leave_out(&mut self, table: &Table, number: usize, reason: Skip) {
        self.summary.skip(reason, 1);
        // What has no number is whole by itself.
        if self.plan.kind == FileKind::Orders && self.columns.number {
            let row = read_row(table, &self.plan, number, &mut Vec::new());
            let rank = self.people.rank(&Incoming::read(&row, self.plan.kind));
            self.spoil_later(table, number, rank);
        }
    }

    /// The number of the order of a row, also of one that cannot be read as a whole.
    fn order_number(&self, table: &Table, row: usize) -> String {
        let column = self.plan.targets.iter().position(|target| *target == Target::OrderNumber);
        column.map(|column| raw_line(table.cell(row, column))).unwrap_or_default()
    }

    fn spoil_later(&mut self, table: &Table, row: usize, rank: Option<usize>) {
        let order = self.order_number(table, row);
        match rank {
            _ if order.is_empty() => {}
            Some(rank) => self.spoiled[rank].push(row as u32),
            None => drop(self.spoiled_numbers.insert(order.into())),
        }
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

    fn order_row(&mut self, book: &Book, row: &check::Row<'_>, incoming: Incoming) -> Result<(), Left> {
        let sums = sums(row, self.options.currency)?;
        let number = text(row, Target::OrderNumber);
        let note = texts(row, Target::Note).collect::<Vec<_>>().join("\n");
        let before = self.last.filter(|(last, _)| last + 1 == row.row).map(|(_, place)| place);
        let continued = before.filter(|place| *self.bills[*place as usize].number == *number && !number.is_empty());
        let meant = self.people.meant(book, &incoming);
        let (person, place) = match meant {
            // The lines after an order's first one need not repeat whose it is.
            Meant::Nobody if continued.is_some() => (None, continued),
            _ => {
                let place = |person: u32| self.places.get(&(person, number.into())).copied();
                let place = match meant {
                    Meant::One(person) if !number.is_empty() => place(person),
                    _ => None,
                };
                if place.is_none() && when(row, Target::OrderDate).is_none() {
                    return Err(Left::error(None, Problem::Missing(Target::OrderDate)));
                }
                if let Some(place) = place {
                    self.agree(row, place, &sums)?;
                }
                (Some(self.person(book, row, meant, incoming)?), place)
            }
        };
        let place = match (place, person) {
            (Some(place), _) => place,
            (None, Some(person)) => self.open(book, row, person, number, &sums),
            (None, None) => return Err(Skip::NoCustomer.into()),
        };
        if person.is_none() {
            self.agree(row, place, &sums)?;
        }
        self.add(book, row, place, sums, &note);
        Ok(())
    }

    /// Whether a further line of an order says the same of it as those before.
    fn agree(&mut self, row: &check::Row<'_>, place: u32, sums: &Sums) -> Result<(), Left> {
        let bill = &self.bills[place as usize];
        let differs = |there: Option<i64>, here: Option<i64>| matches!((there, here), (Some(a), Some(b)) if a != b);
        let target = match () {
            () if bill.currency != sums.currency => Target::Currency,
            () if differs(bill.total, sums.total) => Target::OrderTotal,
            () if differs(bill.refunded, sums.refunded) => Target::Refunded,
            () => return Ok(()),
        };
        Err(Left::error(column(row, target), Trouble::Contradiction(target)))
    }

    /// Opens an order.
    fn open(&mut self, book: &Book, row: &check::Row<'_>, person: u32, number: &str, sums: &Sums) -> u32 {
        let this = &mut self.people.list[person as usize];
        if this.there && !this.orders_known {
            this.orders_known = true;
            self.known.enter(book, person, this.id, self.columns.number);
        }
        let (day, of_day) = when(row, Target::OrderDate).unwrap_or_default();
        let place = self.bills.len() as u32;
        self.bills.push(Bill {
            person,
            number: number.into(),
            day,
            minute: minute(row, Target::OrderTime).or(of_day),
            currency: sums.currency,
            lines: Vec::with_capacity(1),
            priced: false,
            total: None,
            refunded: None,
            note: String::new(),
            rows: 0,
            left: None,
            id: None,
        });
        if !number.is_empty() {
            self.places.insert((person, number.into()), place);
        }
        place
    }

    /// Adds a row to its order.
    fn add(&mut self, book: &Book, row: &check::Row<'_>, place: u32, sums: Sums, note: &str) {
        let Sums { mut line, priced, total, refunded, currency } = sums;
        let names = (text(row, Target::ProductCode), text(row, Target::ProductName));
        if names != ("", "") {
            let make = self.options.mode.creates().then_some((&mut self.mint, self.now));
            (line.product, line.text) = self.wares.find(book, names, of_one(row, currency), make);
        }
        let bill = &mut self.bills[place as usize];
        self.last = (!bill.number.is_empty()).then_some((row.row, place));
        bill.lines.push(line);
        bill.rows += 1;
        bill.priced |= priced;
        bill.total = bill.total.or(total);
        bill.refunded = bill.refunded.or(refunded);
        if self.options.leave_out_cancelled && is_cancelled(text(row, Target::OrderStatus)) {
            bill.left = Some(Skip::Cancelled);
        }
        if bill.note.len() < TEXT && !bill.note.ends_with(note) {
            let room = TEXT.saturating_sub(bill.note.len() + 1);
            if !bill.note.is_empty() {
                bill.note.push('\n');
            }
            bill.note.extend(note.chars().take(room));
        }
    }

    /// Leaves the order out to which a row belongs that does not come in: with that number, and the row's customer if it tells one.
    pub fn spoil(&mut self, book: &Book, table: &Table, rank: usize, place: usize) {
        let number = self.spoiled[rank][place] as usize;
        let order = self.order_number(table, number);
        let row = read_row(table, &self.plan, number, &mut Vec::new());
        match self.people.meant(book, &Incoming::read(&row, self.plan.kind)) {
            Meant::One(person) => drop(self.spoiled_orders.insert((person, order.into()))),
            Meant::Unknown => {}
            Meant::Nobody | Meant::Many(_) => drop(self.spoiled_numbers.insert(order.into())),
        }
    }

    /// Decides what becomes of an order.
    pub fn settle(&mut self, place: usize) {
        let bill = &mut self.bills[place];
        let is_spoiled = !bill.number.is_empty()
            && (self.spoiled_numbers.contains(&bill.number)
                || (!self.spoiled_orders.is_empty()
                    && self.spoiled_orders.contains(&(bill.person, bill.number.clone()))));
        if is_spoiled {
            bill.left = Some(Skip::OrderIncomplete);
        }
        if bill.left.is_none() {
            bill.balance(&self.options.labels.difference);
            let beyond = |amount: i64| amount.unsigned_abs() > Order::MAX_AMOUNT as u64;
            if bill.lines.iter().any(|line| beyond(line.amount)) {
                bill.left = Some(Skip::Error);
            }
        }
        if let Some(reason) = bill.left {
            self.summary.skip(reason, bill.rows);
            bill.lines = Vec::new();
            return;
        }
        let there = (!bill.number.is_empty()).then(|| self.known.numbered(bill.person, &bill.number, false)).flatten();
        bill.id = Some(there.map_or_else(|| (self.mint.id(self.now), false), |id| (id, true)));
        self.people.list[bill.person as usize].needed = true;
    }

    /// Finds or makes where a customer works.
    pub fn tie(&mut self, book: &Book, table: &Table, person: usize) {
        let creates = self.options.mode.creates();
        let column = self.plan.targets.iter().position(|target| *target == Target::Organisation);
        for row in self.people.tie(book, person, creates, (&mut self.mint, self.now)) {
            self.blame(row, table.line(row), column, Trouble::Ambiguous(Key::Name), Effect::CellLeftOut);
        }
    }

    /// Works out the operation for a settled order.
    pub fn make_order(&mut self, book: &Book, place: usize) {
        let bill = &mut self.bills[place];
        let Some((id, _)) = bill.id else { return };
        let (person, rows, refunded) = (bill.person, bill.rows, bill.refunded.unwrap_or(0));
        let party = self.people.list[person as usize].id;
        let mut order = bill.order(party);
        let original = (order.total() < 0).then(|| self.original(person, &order.number)).flatten();
        order.refunds = original;
        let refund = (refunded > 0).then(|| Order {
            lines: vec![Line::of_amount(-refunded)],
            refunds: Some(id),
            note: "".into(),
            ..order.clone()
        });
        let outcome = self.put(book, person, id, order, false);
        match outcome {
            Ok(()) => self.summary.rows_taken += rows,
            Err(reason) => self.summary.skip(reason, rows),
        }
        let Some(mut refund) = refund else { return };
        let there = self.known.numbered(person, &refund.number, true).filter(|_| !refund.number.is_empty());
        if outcome == Err(Skip::NotThere) {
            return;
        }
        if refund.number.is_empty() && outcome.is_err() {
            // The order is one of several that look the same: which one it was is not known.
            refund.refunds = None;
        }
        let id = there.unwrap_or_else(|| self.mint.id(self.now));
        if self.put(book, person, id, refund, true).is_ok() && outcome.is_err() {
            // The row does come in, with the refund.
            self.summary.rows_taken += rows;
            self.summary.unskip(Skip::AlreadyThere, rows);
        }
    }

    /// The order that a refund takes back: the same customer's, with the number without the `C` in front.
    fn original(&self, person: u32, number: &str) -> Option<Id<Order>> {
        let number = number.strip_prefix(['C', 'c']).filter(|number| !number.is_empty())?;
        match self.places.get(&(person, number.into())) {
            Some(place) => self.bills[*place as usize].id.map(|(id, _)| id),
            None => self.known.numbered(person, number, false),
        }
    }

    /// Makes or changes an order, as far as that may be.
    fn put(&mut self, book: &Book, person: u32, id: Id<Order>, order: Order, is_extra: bool) -> Result<(), Skip> {
        let mode = self.options.mode;
        if let Some(row) = book.get(id) {
            if !mode.updates() {
                return Err(Skip::AlreadyThere);
            }
            let mut edit = Edit::of(book);
            let columns = if is_extra { self.columns.of_extra() } else { self.columns };
            let order = columns.enter(&row.data, order);
            let products: Vec<_> = order.lines.iter().filter_map(|line| line.product).collect();
            edit.set(id, order);
            let ops = edit.finish();
            if ops.is_empty() {
                return Err(Skip::AlreadyThere);
            }
            products.into_iter().for_each(|product| self.wares.need(product));
            self.orders.extend(ops);
            self.summary.orders_updated += 1;
            return Ok(());
        }
        let by_looks = order.number.is_empty() || !self.columns.number;
        if by_looks && self.known.has_another(person, &order) {
            return Err(Skip::AlreadyThere);
        }
        if !mode.creates() {
            return Err(Skip::NotThere);
        }
        self.summary.orders_created += 1;
        self.summary.lines += order.lines.len();
        self.summary.refunds += usize::from(order.is_refund());
        order.lines.iter().filter_map(|line| line.product).for_each(|product| self.wares.need(product));
        let mut edit = Edit::of(book);
        edit.create(id, order);
        self.orders.extend(edit.finish());
        Ok(())
    }
}
