//! Rows of orders: each becomes a line of the order whose number it has, or an order of its own.

use crate::{
    domain::{book::Book, flaw::TEXT},
    interchange::csv::{Target, check::Row, problem::Problem},
};

use super::{
    super::{
        bills::Bill,
        cells::{column, minute, text, texts, when},
        issue::Trouble,
        line::{Sums, of_one, sums},
        people::Meant,
        person::Incoming,
        status::is_cancelled,
        summary::Skip,
    },
    Intake, Left,
};

impl Intake {
    pub(super) fn order_row(&mut self, book: &Book, row: &Row<'_>, incoming: Incoming) -> Result<(), Left> {
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
    fn agree(&mut self, row: &Row<'_>, place: u32, sums: &Sums) -> Result<(), Left> {
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
    fn open(&mut self, book: &Book, row: &Row<'_>, person: u32, number: &str, sums: &Sums) -> u32 {
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
    fn add(&mut self, book: &Book, row: &Row<'_>, place: u32, sums: Sums, note: &str) {
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
}
