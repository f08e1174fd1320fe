//! The fields of a product, and what was sold of it.

use super::field::{AGES, At, Field, Rests};
use crate::domain::{
    book::Book, day, decimal::Decimal, money::Money, order::Order, product::Product, settings::Settings,
};

const KINDS: &[&str] = &["product", "service"];

/// What was sold of one product.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Sold {
    /// Orders that it is on, refunds not among them.
    pub orders: u32,
    /// Pieces, in ten-thousandths; what came back is taken off.
    pub quantity: i64,
    /// What was paid, minor units of the base currency; `None` where an order has no rate for its day.
    pub revenue: Option<i64>,
    /// The day of the last order.
    pub last: Option<i32>,
}

/// What was sold of every product, by slot.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Sales(Vec<Sold>);

impl Sales {
    /// Nothing sold yet of any of so many products.
    pub fn new(products: usize) -> Self {
        Self(vec![Sold { revenue: Some(0), ..Sold::default() }; products])
    }

    /// Enters one order.
    pub fn enter(&mut self, book: &Book, settings: &Settings, order: &Order) {
        for (index, line) in order.lines.iter().enumerate() {
            let Some(slot) = line.product.and_then(|id| book.products.slot(id)) else { continue };
            let Some(sold) = self.0.get_mut(slot as usize) else { continue };
            let is_first = order.lines[..index].iter().all(|other| other.product != line.product);
            if is_first && line.net() >= 0 {
                sold.orders += 1;
                sold.last = sold.last.max(Some(day::number(order.day)));
            }
            sold.quantity = sold.quantity.saturating_add(line.quantity.units());
            let paid = settings.convert(line.net(), order.currency, order.day).ok();
            sold.revenue = sold.revenue.zip(paid).map(|(sum, paid)| sum.saturating_add(paid));
        }
    }

    /// What was sold of the product of a slot.
    pub fn get(&self, slot: u32) -> Option<&Sold> {
        self.0.get(slot as usize)
    }
}

fn data<'a>(at: &At<'a>) -> Option<&'a Product> {
    at.product().map(|row| &row.data)
}

fn sold<'a>(at: &At<'a>) -> Option<&'a Sold> {
    at.source.sales.get(at.slot)
}

/// The fields, in the order in which they are offered.
pub(super) fn fields() -> Vec<Field> {
    vec![
        Field::text("name", 1, |at, sink| {
            data(at).into_iter().for_each(|product| sink(&product.name));
        })
        .editable(),
        Field::text("code", 2, |at, sink| {
            data(at).filter(|product| !product.code.is_empty()).into_iter().for_each(|product| sink(&product.code));
        })
        .editable(),
        Field::choice("kind", KINDS, |at| data(at).map(|product| product.kind as i64)).of(0).editable(),
        Field { summed: false, ..Field::money("price", |at| data(at)?.price) }.of(3).editable(),
        Field { summed: false, ..Field::money("cost", |at| data(at)?.cost) }.of(4).editable(),
        Field::number("orders", |at| Some(i64::from(sold(at)?.orders) * Decimal::SCALE)).rests(Rests::OnSales),
        Field::number("quantity", |at| Some(sold(at)?.quantity)).summed().rests(Rests::OnSales),
        Field::money("revenue", |at| Some(Money { minor: sold(at)?.revenue?, currency: at.source.settings.currency }))
            .rests(Rests::OnSales),
        Field::day("last", |at| sold(at)?.last.map(i64::from)).facet(AGES).rests(Rests::OnSales),
        Field::text("about", 5, |at, sink| {
            data(at).filter(|product| !product.about.is_empty()).into_iter().for_each(|product| sink(&product.about));
        })
        .editable(),
    ]
}
