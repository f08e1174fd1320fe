//! What was bought, line by line, and what came back.

use chrono::{Datelike, Days, NaiveDate, TimeDelta};

use crate::domain::{
    bill::{Bill, Payment},
    decimal::Decimal,
    order::{Line, Order},
};

use super::{
    Made,
    customers::Customer,
    dice::Dice,
    prices,
    products::{self, GOODS, Products},
    rhythms::{Visit, is_season},
    scene::Scene,
};

/// The orders, and of each the place of its customer.
#[derive(Debug)]
pub struct Orders {
    pub records: Made<Order>,
    pub customers: Vec<u32>,
}

/// An order that has no number yet.
struct Draft {
    order: Order,
    customer: u32,
    /// The place of the draft that it takes back.
    refunds: Option<usize>,
}

/// Makes the orders of all customers, in the order of their days.
pub fn make(scene: &mut Scene, customers: &[Customer], products: &Products) -> Orders {
    let mut dice = scene.dice("orders");
    let mut payments = scene.dice("payments");
    let mut drafts: Vec<Draft> = Vec::new();
    for (place, customer) in customers.iter().enumerate() {
        for visit in &customer.visits {
            let more = visit.cents > 12_000 && dice.percent(4);
            // Some think of something else in the afternoon.
            let parts = if more { vec![visit.cents * 4 / 5, visit.cents / 5] } else { vec![visit.cents] };
            for cents in parts {
                let visit = Visit { cents, ..*visit };
                let mut order = order(scene, customer, products, visit, &mut dice);
                if customer.trade.is_firm() {
                    order.bill = bill(scene, customer, &order, &mut payments).map(Box::new);
                }
                let back = dice.percent(3).then(|| refund(scene, &order, &mut dice)).flatten();
                drafts.push(Draft { order, customer: place as u32, refunds: None });
                let bought = drafts.len() - 1;
                drafts.extend(back.map(|order| Draft { order, customer: place as u32, refunds: Some(bought) }));
            }
        }
    }
    numbered(scene, drafts)
}

/// Gives numbers and ids in the order of the days.
fn numbered(scene: &mut Scene, mut drafts: Vec<Draft>) -> Orders {
    let mut places: Vec<usize> = (0..drafts.len()).collect();
    places.sort_by_key(|place| (drafts[*place].order.day, drafts[*place].order.minute, *place));
    let ids: Vec<_> = places.iter().map(|_| scene.id()).collect();
    let mut id_of = vec![None; drafts.len()];
    for (place, id) in places.iter().zip(&ids) {
        id_of[*place] = Some(*id);
    }
    let (mut year, mut number) = (0, 0);
    let mut orders = Orders { records: Vec::with_capacity(ids.len()), customers: Vec::with_capacity(ids.len()) };
    for (place, id) in places.into_iter().zip(ids) {
        let Draft { order, customer, refunds } = &mut drafts[place];
        if order.day.year() != year {
            (year, number) = (order.day.year(), 0);
        }
        number += 1;
        let lines = std::mem::take(&mut order.lines);
        let order = Order {
            number: format!("{year}-{number:04}").into(),
            refunds: refunds.and_then(|bought| id_of[bought]),
            lines,
            note: std::mem::take(&mut order.note),
            bill: order.bill.take(),
            ..*order
        };
        orders.records.push((id, order));
        orders.customers.push(*customer);
    }
    orders
}

fn order(scene: &Scene, customer: &Customer, products: &Products, visit: Visit, dice: &mut Dice) -> Order {
    let presents = is_season(scene.country, visit.day);
    let firm = customer.trade.is_firm();
    let mut lines: Vec<Line> = Vec::new();
    let mut left = visit.cents;
    for last in [false, false, true] {
        let share = if last { left } else { left * dice.between(45, 75) / 100 };
        let good = products::choose(customer.trade, share, presents, dice);
        if lines.is_empty() || left > GOODS[good].price * 2 / 3 {
            let count = ((share + GOODS[good].price / 2) / GOODS[good].price).max(1);
            left -= count * GOODS[good].price;
            lines.push(line(customer, products, good, count));
        }
        if left < 900 || dice.percent(25) {
            break;
        }
    }
    // Of firms the payments themselves tell.
    let late = customer.late && dice.percent(35) && !firm;
    let note = if late {
        scene.words.order_notes[0].replace("{}", &dice.between(9, 45).to_string())
    } else if !firm && dice.percent(4) {
        scene.words.order_notes[1].to_owned()
    } else {
        String::new()
    };
    let (from, to) = if firm { (8 * 60, 17 * 60) } else { (7 * 60, 22 * 60) };
    Order {
        minute: Some(dice.between(from, to) as u16),
        note: note.into(),
        ..Order::new(customer.id, visit.day, customer.currency, lines)
    }
}

/// Firms buy on account: thirty days, which some of them take for a proposal. What was paid long ago nobody looks up any more.
fn bill(scene: &Scene, customer: &Customer, order: &Order, dice: &mut Dice) -> Option<Bill> {
    let due = order.day.checked_add_days(Days::new(30))?;
    let after = if customer.late && dice.percent(60) { dice.between(36, 75) } else { dice.between(4, 29) };
    let paid = order.day.checked_add_days(Days::new(after as u64))?;
    let payment = Payment { day: paid, amount: order.total() };
    let payments = if paid <= scene.today { vec![payment] } else { Vec::new() };
    (scene.today - order.day <= TimeDelta::days(400)).then_some(Bill { due: Some(due), payments })
}

fn line(customer: &Customer, products: &Products, good: usize, count: i64) -> Line {
    let currency = customer.currency;
    let price = prices::label(GOODS[good].price, currency);
    let amount = count * price;
    Line {
        product: Some(products.id(good)),
        text: "".into(),
        quantity: Decimal::from_units(count * Decimal::SCALE),
        price: Some(prices::major(price, currency)),
        amount,
        // Whole units: nobody takes off a hundredth of a coin.
        discount: amount * customer.discount / 100 / currency.scale() * currency.scale(),
        cost: Some(count * prices::label(GOODS[good].cost, currency)),
    }
}

/// Something of an order comes back some days later; `None` when that would be after the end.
fn refund(scene: &Scene, bought: &Order, dice: &mut Dice) -> Option<Order> {
    let day: NaiveDate = bought.day + Days::new(dice.between(3, 12).unsigned_abs());
    if day >= scene.today {
        return None;
    }
    let line = dice.pick(&bought.lines);
    let back = Line {
        quantity: Decimal::from_units(-line.quantity.units()),
        amount: -line.amount,
        discount: -line.discount,
        cost: line.cost.map(|cost| -cost),
        ..line.clone()
    };
    Some(Order {
        day,
        minute: Some(dice.between(9 * 60, 16 * 60) as u16),
        lines: vec![back],
        note: scene.words.order_notes[2].into(),
        ..bought.clone()
    })
}
