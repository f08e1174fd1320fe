//! A line of an order while it is being typed.

use minicbor::{Decode, Encode};

use crate::{
    domain::{decimal::Decimal, flaw::Flaw, id::Id, money::Currency, order::Line, product::Product},
    ui::pages::customer::{
        amounts::{ReadNumber, decimal, minor, minor_text},
        wrong::{Place, Wrong},
    },
};

use super::part;

/// What is typed.
#[derive(Debug, Clone, PartialEq, Default, Encode, Decode)]
pub struct LineDraft {
    /// The name or code of a product; what is no product is the description.
    #[n(0)]
    pub product: String,
    /// The description.
    #[n(1)]
    pub text: String,
    /// How many.
    #[n(2)]
    pub quantity: String,
    /// The price of one.
    #[n(3)]
    pub price: String,
    /// The amount as it was typed; empty means quantity times price.
    #[n(4)]
    pub amount: String,
    /// What is taken off.
    #[n(5)]
    pub discount: String,
    /// What the line cost.
    #[n(6)]
    pub cost: String,
    /// The product that the line came with, and how it was named: two products may have one name.
    #[n(7)]
    came_with: Option<(String, Id<Product>)>,
}

impl LineDraft {
    /// An empty line of one piece.
    pub fn new() -> Self {
        Self { quantity: "1".into(), ..Self::default() }
    }

    /// The draft of a line; `name` is its product's.
    pub fn of(line: &Line, currency: Currency, name: Option<&str>) -> Self {
        let name = name.unwrap_or_default().to_owned();
        let computed = line.price.and_then(|price| line.quantity.times_price(price, currency));
        Self {
            product: name.clone(),
            text: line.text.to_string(),
            quantity: line.quantity.to_string(),
            price: line.price.map_or_else(String::new, |price| price.to_string()),
            amount: if computed == Some(line.amount) { String::new() } else { minor_text(line.amount, currency) },
            discount: if line.discount == 0 { String::new() } else { minor_text(line.discount, currency) },
            cost: line.cost.map_or_else(String::new, |cost| minor_text(cost, currency)),
            came_with: line.product.map(|id| (name, id)),
        }
    }

    /// The line that takes `line` back.
    pub fn back(line: &Line, currency: Currency, name: Option<&str>) -> Self {
        let turned = Line {
            quantity: Decimal::from_units(line.quantity.units().saturating_neg()),
            amount: line.amount.saturating_neg(),
            discount: line.discount.saturating_neg(),
            cost: line.cost.map(i64::saturating_neg),
            ..line.clone()
        };
        Self::of(&turned, currency, name)
    }

    /// Whether nothing but a quantity was typed.
    pub fn is_blank(&self) -> bool {
        let texts = [&self.product, &self.text, &self.price, &self.amount, &self.discount, &self.cost];
        texts.into_iter().all(|text| text.trim().is_empty()) && self.came_with.is_none()
    }

    /// Quantity times price, where both are numbers.
    pub fn computed(&self, currency: Currency, read: ReadNumber<'_>) -> Option<i64> {
        let quantity = decimal(&self.quantity, read).ok()?;
        quantity.times_price(decimal(&self.price, read).ok()?, currency)
    }

    /// What the customer pays for the line, as far as it can be read.
    pub fn net(&self, currency: Currency, read: ReadNumber<'_>) -> Option<i64> {
        let amount = if self.amount.trim().is_empty() {
            self.computed(currency, read)?
        } else {
            minor(&self.amount, currency, read).ok()?
        };
        let discount = if self.discount.trim().is_empty() { 0 } else { minor(&self.discount, currency, read).ok()? };
        Some(amount.saturating_sub(discount))
    }

    /// Reads the line; `known` finds a product by its name or code.
    ///
    /// # Errors
    /// Everything that is wrong with it, each next to its input of the entry `index`.
    pub fn parse(
        &self,
        index: usize,
        currency: Currency,
        read: ReadNumber<'_>,
        known: &dyn Fn(&str) -> Option<Id<Product>>,
    ) -> Result<Line, Vec<Wrong>> {
        let mut wrongs = Vec::new();
        let place = |part| Place::entry(5, index, part);
        let (product, text) = match self.product(known) {
            Ok(found) => found,
            Err(flaw) => {
                wrongs.push(place(part::PRODUCT).is(flaw));
                (None, "".into())
            }
        };
        let mut number = |text: &str, part, needed: bool| match (text.trim().is_empty(), needed) {
            (true, false) => None,
            (true, true) => {
                wrongs.push(place(part).is(Flaw::Missing));
                None
            }
            (false, _) => decimal(text, read).map_err(|flaw| wrongs.push(place(part).is(flaw))).ok(),
        };
        let quantity = number(&self.quantity, part::QUANTITY, true);
        let price = number(&self.price, part::PRICE, false);
        let mut amount = |text: &str, part| match text.trim() {
            "" => None,
            text => minor(text, currency, read).map_err(|flaw| wrongs.push(place(part).is(flaw))).ok(),
        };
        let (typed, discount) = (amount(&self.amount, part::AMOUNT), amount(&self.discount, part::DISCOUNT));
        let cost = amount(&self.cost, part::COST);
        let computed = quantity.zip(price).and_then(|(quantity, price)| quantity.times_price(price, currency));
        if typed.is_none() && computed.is_none() && self.amount.trim().is_empty() {
            match (quantity, price) {
                (Some(_), Some(_)) => wrongs.push(place(part::AMOUNT).is(Flaw::OutOfRange)),
                (Some(_), None) if self.price.trim().is_empty() => wrongs.push(place(part::AMOUNT).is(Flaw::Missing)),
                // The price or the quantity has its own sentence.
                _ => {}
            }
        }
        match (quantity, typed.or(computed)) {
            (Some(quantity), Some(amount)) if wrongs.is_empty() => {
                Ok(Line { product, text, quantity, price, amount, discount: discount.unwrap_or_default(), cost })
            }
            _ => Err(wrongs),
        }
    }

    /// The product that is meant and the description.
    fn product(&self, known: &dyn Fn(&str) -> Option<Id<Product>>) -> Result<(Option<Id<Product>>, Box<str>), Flaw> {
        let (typed, text) = (self.product.trim(), self.text.trim());
        if let Some((name, id)) = &self.came_with
            && *name == self.product
        {
            return Ok((Some(*id), text.into()));
        }
        if typed.is_empty() {
            return Ok((None, text.into()));
        }
        match known(typed) {
            Some(id) => Ok((Some(id), text.into())),
            None if text.is_empty() => Ok((None, typed.into())),
            None => Err(Flaw::NotAChoice),
        }
    }
}

#[cfg(test)]
mod tests {
    use uuid::Uuid;

    use super::*;

    fn read(text: &str) -> Option<String> {
        Some(text.trim().to_owned()).filter(|text| !text.is_empty())
    }

    fn coffee() -> Id<Product> {
        Id::new(Uuid::from_u128(5))
    }

    fn known(name: &str) -> Option<Id<Product>> {
        (name == "Coffee").then(coffee)
    }

    fn parse(draft: &LineDraft) -> Result<Line, Vec<Wrong>> {
        draft.parse(0, Currency::EUR, &read, &known)
    }

    #[test]
    fn a_line_put_into_the_form_and_saved_is_the_same() {
        let of_price = Line {
            product: Some(coffee()),
            text: "ground".into(),
            quantity: "2.5".parse().unwrap(),
            price: "3.333".parse().ok(),
            amount: 833,
            discount: 33,
            cost: Some(500),
        };
        let other_amount = Line { amount: 900, cost: None, ..of_price.clone() };
        let bare = Line::of_amount(-1999);
        for line in [of_price, other_amount, bare] {
            let name = line.product.map(|_| "Coffee");
            assert_eq!(parse(&LineDraft::of(&line, Currency::EUR, name)), Ok(line));
        }
    }

    #[test]
    fn a_product_of_which_there_are_two_stays_the_one_it_was() {
        let twin: Id<Product> = Id::new(Uuid::from_u128(6));
        let line = Line { product: Some(twin), ..Line::of_amount(100) };
        let mut draft = LineDraft::of(&line, Currency::EUR, Some("Coffee"));
        assert_eq!(parse(&draft).unwrap().product, Some(twin));
        draft.product = "Coffee ".into();
        assert_eq!(parse(&draft).unwrap().product, Some(coffee()));
    }

    #[test]
    fn what_is_no_product_is_the_description() {
        let mut draft = LineDraft { product: "Tea".into(), amount: "5".into(), ..LineDraft::new() };
        let line = parse(&draft).unwrap();
        assert_eq!((line.product, &*line.text), (None, "Tea"));
        draft.text = "green".into();
        assert_eq!(parse(&draft), Err(vec![Place::entry(5, 0, part::PRODUCT).is(Flaw::NotAChoice)]));
    }

    #[test]
    fn the_amount_is_quantity_times_price_unless_it_was_typed() {
        let mut draft = LineDraft { quantity: "3".into(), price: "1.5".into(), ..LineDraft::new() };
        assert_eq!(parse(&draft).map(|line| line.amount), Ok(450));
        draft.amount = "4".into();
        draft.discount = "1".into();
        assert_eq!(parse(&draft).map(|line| (line.amount, line.net())), Ok((400, 300)));
        assert_eq!(draft.net(Currency::EUR, &read), Some(300));
    }

    #[test]
    fn everything_that_is_wrong_with_a_line_is_told_at_once() {
        let at = |part| Place::entry(5, 0, part);
        let draft =
            LineDraft { text: "x".into(), quantity: "many".into(), price: "1.55555".into(), ..LineDraft::new() };
        assert_eq!(
            parse(&draft),
            Err(vec![at(part::QUANTITY).is(Flaw::NotANumber), at(part::PRICE).is(Flaw::TooFine { digits: 4 }),])
        );
        let draft = LineDraft { text: "x".into(), ..LineDraft::new() };
        assert_eq!(parse(&draft), Err(vec![at(part::AMOUNT).is(Flaw::Missing)]));
    }

    #[test]
    fn a_refund_takes_back_what_the_line_brought() {
        let line = Line {
            price: "2".parse().ok(),
            quantity: "3".parse().unwrap(),
            amount: 600,
            discount: 50,
            ..Line::of_amount(0)
        };
        let back = parse(&LineDraft::back(&line, Currency::EUR, None)).unwrap();
        assert_eq!((back.net(), back.price), (-550, line.price));
    }
}
