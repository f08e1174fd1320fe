//! Deals: what leads might buy for the first time, and what more customers might take. Some go on, some were won, some lost.

use chrono::Days;

use crate::domain::{
    deal::{Deal, Standing},
    id::Id,
    party::{Party, Role},
    pipeline::{Pipeline, Stage},
};

use super::{Made, business::One, customers::Customer, dice::Dice, prices::label, rhythms::Rhythm, scene::Scene};

/// Makes the deals, by the day on which they began.
pub fn make(scene: &mut Scene, customers: &[Customer], business: &[One]) -> Made<Deal> {
    let mut dice = scene.dice("deals");
    let mut deals: Vec<Deal> = Vec::new();
    for lead in business.iter().filter(|one| one.is(Role::Lead)) {
        deals.push(deal(scene, &mut dice, lead.id, 55));
    }
    for customer in customers {
        let share = match customer.rhythm {
            Rhythm::Growing => 50,
            Rhythm::Steady => 25,
            Rhythm::New | Rhythm::Seasonal => 15,
            Rhythm::Shrinking | Rhythm::Silent | Rhythm::Rare | Rhythm::Once => 8,
        };
        if dice.percent(share) {
            deals.push(deal(scene, &mut dice, customer.id, 35));
        }
    }
    deals.sort_by_key(|deal| deal.begun);
    deals.into_iter().map(|deal| (scene.id(), deal)).collect()
}

/// A deal; so many of a hundred go on.
fn deal(scene: &Scene, dice: &mut Dice, party: Id<Party>, open: u32) -> Deal {
    let words = scene.words;
    let begun = dice.between(20, 160);
    let place = dice.weighed(&[(30, 0_usize), (30, 1), (25, 2), (15, 3)]);
    // Each step took its time; the first is where it began.
    let since = if place == 0 { begun } else { dice.between(1, begun / (place as i64 + 1)) };
    let amount = label(dice.between(20_000, 600_000), scene.currency);
    let mut deal = Deal {
        title: (*dice.pick(words.deals)).to_owned(),
        stage: Stage::USUAL[place],
        since: scene.ago(since),
        amount: dice.percent(90).then_some(amount),
        begun: scene.ago(begun),
        ..Deal::new(party, &Pipeline::usual(), scene.currency, scene.ago(begun))
    };
    if dice.percent(25) {
        deal.competitors = vec![(*dice.pick(words.competitors)).to_owned()];
    }
    if dice.percent(open) {
        deal.closes = dice.percent(80).then(|| scene.today + Days::new(dice.between(3, 75).unsigned_abs()));
        if dice.percent(75) {
            deal.next = (*dice.pick(words.next_steps)).to_owned();
            deal.next_by = Some(scene.today + Days::new(dice.between(0, 14).unsigned_abs()));
        }
        return deal;
    }
    let standing = if dice.percent(55) { Standing::Won } else { Standing::Lost };
    let reasons = words.ends[usize::from(standing == Standing::Won)];
    let ended = scene.ago(dice.between(1, since.max(2) - 1));
    Deal { probability: None, ..deal.ended(standing, ended, (*dice.pick(reasons)).to_owned()) }
}
