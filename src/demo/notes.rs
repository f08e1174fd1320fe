//! What was noted of customers: how they came, what they like, what went wrong, and why they fell silent.

use chrono::NaiveDate;

use crate::domain::{
    id::Id,
    note::Note,
    party::{Party, Role},
};

use super::{
    Made,
    business::One,
    customers::Customer,
    dice::Dice,
    orders::Orders,
    products::GOODS,
    rhythms::Rhythm,
    scene::{Scene, millisecond},
    words,
};

/// What a note is about.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Theme {
    First,
    Taste,
    Complaint,
    Refunded,
    Praise,
    LatePayment,
    Silent,
    Season,
    Growing,
    Shrinking,
    Lead,
}

/// Makes the notes, by day.
pub fn make(scene: &mut Scene, customers: &[Customer], business: &[One], orders: &Orders) -> Made<Note> {
    let mut pad = Pad { dice: scene.dice("notes"), notes: Vec::new(), scene };
    for customer in customers {
        pad.customer(customer);
    }
    for one in business.iter().filter(|one| one.is(Role::Lead)) {
        let day = pad.scene.ago(pad.dice.between(2, 120));
        pad.write(one.id, Theme::Lead, day);
    }
    for (_, order) in orders.records.iter().filter(|(_, order)| order.refunds.is_some()) {
        let party = order.party;
        pad.write(party, Theme::Complaint, (order.day - chrono::Days::new(1)).max(pad.scene.first));
        if pad.dice.percent(50) {
            pad.write(party, Theme::Refunded, order.day);
        }
    }
    let mut notes = pad.notes;
    notes.sort_by_key(|note| note.at);
    notes.into_iter().map(|note| (scene.id(), note)).collect()
}

/// Where notes are written.
struct Pad<'a> {
    scene: &'a Scene,
    dice: Dice,
    notes: Vec<Note>,
}

impl Pad<'_> {
    fn customer(&mut self, customer: &Customer) {
        let (first, last) = (customer.since(), customer.visits[customer.visits.len() - 1].day);
        let (since, until) = (self.scene.days_since(first), self.scene.days_since(last));
        let lately = |dice: &mut Dice, scene: &Scene| scene.ago(dice.between(2, 60).min(since));
        if self.dice.percent(35) {
            self.write(customer.id, Theme::First, first);
        }
        let themes = [(30, Theme::Taste), (8, Theme::Praise), (if customer.late { 85 } else { 0 }, Theme::LatePayment)];
        for (cases, theme) in themes {
            if self.dice.percent(cases) {
                let day = self.scene.ago(self.dice.between(until, since));
                self.write(customer.id, theme, day);
            }
        }
        let of_rhythm = match customer.rhythm {
            Rhythm::Silent => Some((70, Theme::Silent)),
            Rhythm::Seasonal => Some((60, Theme::Season)),
            Rhythm::Growing => Some((60, Theme::Growing)),
            Rhythm::Shrinking => Some((60, Theme::Shrinking)),
            Rhythm::Steady | Rhythm::Rare | Rhythm::Once | Rhythm::New => None,
        };
        if let Some((cases, theme)) = of_rhythm
            && self.dice.percent(cases)
        {
            let day = lately(&mut self.dice, self.scene);
            self.write(customer.id, theme, day);
        }
    }

    fn write(&mut self, party: Id<Party>, theme: Theme, day: NaiveDate) {
        let sentence = *self.dice.pick(words::sentences(self.scene.language, theme));
        // A coffee that one can speak of.
        let good = self.scene.words.goods[self.dice.below(8.min(GOODS.len() as u32)) as usize];
        let at = millisecond(day, self.dice.between(8 * 60, 18 * 60) as u16);
        let pinned = theme == Theme::Season;
        self.notes.push(Note { party, at, text: sentence.replace("{}", good), pinned });
    }
}
