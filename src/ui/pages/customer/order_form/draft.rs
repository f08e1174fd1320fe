//! An order while it is being typed.

use chrono::NaiveDate;
use minicbor::{Decode, Encode};

use crate::{
    domain::{book::Book, flaw::Flaw, id::Id, money::Currency, order::Order, party::Party, product::Product},
    ui::pages::customer::{
        amounts::ReadNumber,
        rows::Rows,
        wrong::{Place, Wrong},
    },
};

use super::{line_draft::LineDraft, part, pay::BillDraft};

/// What is typed.
#[derive(Debug, Clone, PartialEq, Encode, Decode)]
pub struct OrderDraft {
    /// Who buys.
    #[n(0)]
    pub party: Id<Party>,
    /// The day as `YYYY-MM-DD`.
    #[n(1)]
    pub day: String,
    /// The time as `HH:MM`, or nothing.
    #[n(2)]
    pub time: String,
    /// The number on the invoice.
    #[n(3)]
    pub number: String,
    /// The currency of every amount.
    #[n(4)]
    pub currency: Currency,
    /// The lines.
    #[n(5)]
    pub lines: Rows<LineDraft>,
    /// The order that this one takes back.
    #[n(6)]
    pub refunds: Option<Id<Order>>,
    /// What is worth knowing of it.
    #[n(7)]
    pub note: String,
    /// Its payment.
    #[n(8)]
    pub bill: BillDraft,
}

impl OrderDraft {
    /// A new order of that day, with one empty line.
    pub fn new(party: Id<Party>, day: NaiveDate, currency: Currency) -> Self {
        Self {
            party,
            day: day.to_string(),
            time: String::new(),
            number: String::new(),
            currency,
            lines: [LineDraft::new()].into_iter().collect(),
            refunds: None,
            note: String::new(),
            bill: BillDraft::default(),
        }
    }

    /// The draft of an order.
    pub fn of(book: &Book, order: &Order) -> Self {
        let name = |id: Id<Product>| book.get(id).map(|row| row.data.name.as_str());
        let line = |line| LineDraft::of(line, order.currency, line.product.and_then(name));
        Self {
            party: order.party,
            day: order.day.to_string(),
            time: order.minute.map_or_else(String::new, |minute| format!("{:02}:{:02}", minute / 60, minute % 60)),
            number: order.number.to_string(),
            currency: order.currency,
            lines: order.lines.iter().map(line).collect(),
            refunds: order.refunds,
            note: order.note.to_string(),
            bill: BillDraft::of(order.bill.as_deref(), order.currency),
        }
    }

    /// What takes an order back, on that day.
    pub fn refund_of(book: &Book, id: Id<Order>, order: &Order, day: NaiveDate) -> Self {
        let name = |id: Id<Product>| book.get(id).map(|row| row.data.name.as_str());
        let line =
            |line: &crate::domain::order::Line| LineDraft::back(line, order.currency, line.product.and_then(name));
        let lines = order.lines.iter().map(line).collect();
        Self { lines, refunds: Some(id), ..Self::new(order.party, day, order.currency) }
    }

    /// What the customer pays as far as it can be read, minor units.
    pub fn total(&self, read: ReadNumber<'_>) -> i64 {
        self.lines.iter().filter_map(|line| line.net(self.currency, read)).fold(0, i64::saturating_add)
    }

    /// Reads the order. Lines in which nothing was typed are left out.
    ///
    /// # Errors
    /// Everything that is wrong, each next to its input.
    pub fn parse(
        &self,
        read: ReadNumber<'_>,
        known: &dyn Fn(&str) -> Option<Id<Product>>,
    ) -> Result<Order, Vec<Wrong>> {
        let mut wrongs = Vec::new();
        let day: Option<NaiveDate> = match self.day.trim() {
            "" => {
                wrongs.push(Place::of(2).is(Flaw::Missing));
                None
            }
            text => text.parse().map_err(|_| wrongs.push(Place::of(2).is(Flaw::NotADate))).ok(),
        };
        let minute = minute(&self.time).unwrap_or_else(|flaw| {
            wrongs.push(Place::of(3).is(flaw));
            None
        });
        let (mut lines, mut places) = (Vec::new(), Vec::new());
        for (index, draft) in self.lines.iter().enumerate().filter(|(_, draft)| !draft.is_blank()) {
            match draft.parse(index, self.currency, read, known) {
                Ok(line) => {
                    lines.push(line);
                    places.push(index);
                }
                Err(found) => wrongs.extend(found),
            }
        }
        let has_wrong_lines = wrongs.iter().any(|wrong| wrong.place.number == 5);
        let bill = self.bill.parse(self.currency, read, &mut wrongs);
        let has_wrong_payments = wrongs.iter().any(|wrong| wrong.place.number == 8);
        let order = Order {
            party: self.party,
            number: self.number.trim().into(),
            day: day.unwrap_or_default(),
            minute,
            currency: self.currency,
            lines,
            refunds: self.refunds,
            note: self.note.trim().into(),
            bill: bill.map(Box::new),
        };
        for error in order.flaws() {
            let wrong = match (error.number, error.index) {
                // No line is right because each is wrong: that was told.
                (5, None) if has_wrong_lines => continue,
                // Payments that cannot be read were left out, so the others have other places.
                (8, _) if has_wrong_payments => continue,
                (8, Some(index)) => Place::entry(8, index, part::PAID).is(error.flaw),
                (5, None) => Place::entry(5, 0, part::AMOUNT).is(error.flaw),
                (5, Some(index)) => {
                    let part = if matches!(error.flaw, Flaw::TooLong { .. }) { part::TEXT } else { part::AMOUNT };
                    Place::entry(5, places[index], part).is(error.flaw)
                }
                _ => error.into(),
            };
            wrongs.push(wrong);
        }
        if order.refunds.is_some() && order.total() > 0 && !has_wrong_lines {
            wrongs.push(Place::of(6).is(Flaw::NotARefund));
        }
        if wrongs.is_empty() { Ok(order) } else { Err(wrongs) }
    }
}

/// Minutes after midnight of `HH:MM`; none for nothing.
fn minute(text: &str) -> Result<Option<u16>, Flaw> {
    let text = text.trim();
    if text.is_empty() {
        return Ok(None);
    }
    let (hour, minute) = text.split_once([':', '：']).ok_or(Flaw::OutOfRange)?;
    let number =
        |text: &str, below: u16| text.parse::<u16>().ok().filter(|number| *number < below).ok_or(Flaw::OutOfRange);
    Ok(Some(number(hour, 24)? * 60 + number(minute.get(..2).unwrap_or(minute), 60)?))
}

#[cfg(test)]
mod tests {
    use uuid::Uuid;

    use super::*;
    use crate::domain::order::Line;

    fn read(text: &str) -> Option<String> {
        Some(text.trim().to_owned()).filter(|text| !text.is_empty())
    }

    fn nothing(_: &str) -> Option<Id<Product>> {
        None
    }

    fn order() -> Order {
        Order {
            number: "R-1".into(),
            minute: Some(9 * 60 + 5),
            note: "late".into(),
            ..Order::new(
                Id::new(Uuid::from_u128(1)),
                "2024-02-29".parse().unwrap(),
                Currency::EUR,
                vec![Line { text: "Tea".into(), ..Line::of_amount(500) }],
            )
        }
    }

    #[test]
    fn an_order_put_into_the_form_and_saved_is_the_same() {
        let draft = OrderDraft::of(&Book::default(), &order());
        let kept: OrderDraft = minicbor::decode(&minicbor::to_vec(&draft).unwrap()).unwrap();
        assert_eq!(kept.parse(&read, &nothing), Ok(order()), "and so when it was kept meanwhile");
        assert_eq!(draft.total(&read), 500);
        assert_eq!(draft.parse(&read, &nothing), Ok(order()));
    }

    #[test]
    fn an_order_without_a_line_or_a_day_is_told_where() {
        let mut draft = OrderDraft::new(order().party, order().day, Currency::EUR);
        draft.day = String::new();
        draft.time = "25:00".into();
        assert_eq!(
            draft.parse(&read, &nothing),
            Err(vec![
                Place::of(2).is(Flaw::Missing),
                Place::of(3).is(Flaw::OutOfRange),
                Place::entry(5, 0, part::AMOUNT).is(Flaw::Missing),
            ])
        );
    }

    #[test]
    fn a_refund_names_its_order_and_takes_its_total_back() {
        let id = Id::new(Uuid::from_u128(9));
        let draft = OrderDraft::refund_of(&Book::default(), id, &order(), order().day);
        let refund = draft.parse(&read, &nothing).unwrap();
        assert_eq!((refund.total(), refund.refunds, &*refund.number), (-500, Some(id), ""));
        assert!(refund.is_refund());
        let wrong = OrderDraft { refunds: Some(id), ..OrderDraft::of(&Book::default(), &order()) };
        assert_eq!(wrong.parse(&read, &nothing), Err(vec![Place::of(6).is(Flaw::NotARefund)]), "money comes in");
    }

    #[test]
    fn a_time_is_read_in_hours_and_minutes() {
        assert_eq!(minute("09:05"), Ok(Some(545)));
        assert_eq!(minute("23：59"), Ok(Some(1439)));
        assert_eq!(minute("9:05:30"), Ok(Some(545)));
        assert_eq!(minute(" "), Ok(None));
        for bad in ["9", "24:00", "9:60", "a:b", "9:é"] {
            assert_eq!(minute(bad), Err(Flaw::OutOfRange), "{bad}");
        }
    }
}
