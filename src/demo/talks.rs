//! Conversations with customers: who buys much is talked to more often, who fell silent was not for a while.

use chrono::NaiveDate;

use crate::domain::{
    contact::Channel,
    id::Id,
    interaction::{Direction, Interaction, Mood, Outcome},
    party::Party,
};

use super::{
    Made,
    customers::Customer,
    dice::Dice,
    rhythms::Rhythm,
    scene::{Scene, millisecond},
};

/// Makes the conversations, by day.
pub fn make(scene: &mut Scene, customers: &[Customer]) -> Made<Interaction> {
    let mut dice = scene.dice("talks");
    let mut talks = Vec::new();
    for customer in customers {
        let first = scene.days_since(customer.since());
        let latest = match customer.rhythm {
            Rhythm::Silent => dice.between(60, 200),
            Rhythm::Steady | Rhythm::Growing | Rhythm::New => dice.between(1, 45),
            Rhythm::Shrinking | Rhythm::Seasonal | Rhythm::Rare | Rhythm::Once => dice.between(10, 120),
        };
        let times = (customer.visits.len() as i64 / 4).clamp(1, 12);
        for time in 0..times {
            let ago = if time == 0 { latest } else { dice.between(latest, first.max(latest + 1)) };
            if ago <= first.max(latest) {
                talks.push(talk(scene, &mut dice, customer, scene.ago(ago)));
            }
        }
    }
    talks.sort_by_key(|talk| talk.at);
    talks.into_iter().map(|talk| (scene.id(), talk)).collect()
}

fn talk(scene: &Scene, dice: &mut Dice, customer: &Customer, day: NaiveDate) -> Interaction {
    let liked = customer.party.channel.unwrap_or(Channel::Phone);
    let channel = dice.weighed(&[
        (55, liked),
        (20, Channel::Phone),
        (15, Channel::Email),
        (7, Channel::InPerson),
        (3, Channel::Chat),
    ]);
    let outcome = dice.weighed(&[
        (70, Outcome::Reached),
        (12, Outcome::FollowUp),
        (8, Outcome::LeftMessage),
        (7, Outcome::NoAnswer),
        (3, Outcome::Declined),
    ]);
    let direction = dice.weighed(&[(65, Direction::Outbound), (35, Direction::Inbound)]);
    let was_in_touch = outcome.is_contact();
    // Nobody turns to us in vain.
    let direction = if was_in_touch { direction } else { Direction::Outbound };
    let mood = match (was_in_touch, customer.rhythm) {
        (false, _) => None,
        (true, Rhythm::Shrinking | Rhythm::Silent) => dice.weighed(&[
            (20, Some(Mood::Pleased)),
            (35, Some(Mood::Neutral)),
            (30, Some(Mood::Displeased)),
            (15, None),
        ]),
        (true, _) => dice.weighed(&[
            (45, Some(Mood::Pleased)),
            (30, Some(Mood::Neutral)),
            (5, Some(Mood::Displeased)),
            (20, None),
        ]),
    };
    let minutes = match channel {
        Channel::InPerson | Channel::Video => dice.between(20, 90),
        Channel::Phone => dice.between(2, 25),
        _ => dice.between(1, 10),
    };
    let at = millisecond(day, dice.between(8 * 60, 18 * 60) as u16);
    let said = scene.words.talked[usize::from(was_in_touch)];
    let who: Id<Party> = customer.id;
    Interaction {
        direction,
        outcome,
        mood,
        minutes: u32::try_from(minutes).ok(),
        summary: if dice.percent(70) { (*dice.pick(said)).to_owned() } else { String::new() },
        ..Interaction::touch(who, at, channel)
    }
}
