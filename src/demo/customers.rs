//! Whoever buys.

use chrono::NaiveDate;

use crate::domain::{
    class::Class,
    id::Id,
    money::Currency,
    party::{Party, Role},
};

use super::{
    customs::Customs,
    folk::Names,
    rhythms::{Rhythm, Visit},
    scene::Scene,
    sizes,
    trades::Trade,
};

/// A customer, and how it buys.
#[derive(Debug)]
pub struct Customer {
    pub id: Id<Party>,
    pub party: Party,
    pub trade: Trade,
    pub rhythm: Rhythm,
    /// When it buys.
    pub visits: Vec<Visit>,
    /// In what it pays.
    pub currency: Currency,
    /// Whether it pays late.
    pub late: bool,
    /// What is taken off the price of what it buys, in hundredths.
    pub discount: i64,
}

impl Customer {
    /// The day of the first order.
    pub fn since(&self) -> NaiveDate {
        self.visits[0].day
    }
}

/// Makes so many customers. Rank 0 brings most; the book has them in no order.
pub fn make(scene: &mut Scene, customs: &Customs, names: &mut Names, count: u32) -> Vec<Customer> {
    let mut dice = scene.dice("customers");
    let by_hand = count * 2 / 5;
    let mut customers = Vec::with_capacity(count as usize);
    for (place, rank) in dice.shuffled(count).into_iter().enumerate() {
        let cents = sizes::of(rank, count);
        let trade = if rank == by_hand { Trade::Cafe } else { Trade::of(rank, count, &mut dice) };
        let rhythm = Rhythm::of(rank, count, &mut dice);
        let visits = rhythm.visits(trade, cents, scene, &mut dice);
        let mut party =
            if trade.is_firm() { names.firm(scene, trade, &mut dice) } else { names.person(scene, &mut dice) };
        party.roles = vec![Role::Customer];
        party.reference = format!("{}", 1_001 + place);
        let abroad = trade.is_firm() && (matches!(rank, 7 | 12) || (rank > 6 && dice.percent(4)));
        let late = rank > 1 && dice.percent(if trade.is_firm() { 12 } else { 3 });
        party.tags = tags(scene, trade, rhythm, abroad, late, visits.len());
        party.custom = customs.values(scene, trade, visits[0].day, cents, &mut dice);
        if rank == by_hand {
            party.abc = Some(Class::A);
            party.about = scene.words.by_hand.to_owned();
        }
        let discount = if trade.is_firm() && cents > 400_000 { 5 * dice.between(1, 2) } else { 0 };
        let currency = if abroad { scene.second } else { scene.currency };
        customers.push(Customer { id: scene.id(), party, trade, rhythm, visits, currency, late, discount });
    }
    customers
}

fn tags(scene: &Scene, trade: Trade, rhythm: Rhythm, abroad: bool, late: bool, visits: usize) -> Vec<String> {
    let [gifts, pays_late, standing, new, foreign] = scene.words.other_tags;
    let others = [
        (rhythm == Rhythm::Seasonal, gifts),
        (late, pays_late),
        (rhythm == Rhythm::Steady && visits > 20, standing),
        (rhythm == Rhythm::New, new),
        (abroad, foreign),
    ];
    let own = [(true, scene.words.trade_tags[trade as usize])];
    own.into_iter().chain(others).filter(|(holds, _)| *holds).map(|(_, tag)| tag.to_owned()).collect()
}
