//! What customers answered when they were asked: most are content, some are and leave all the same, some are not and stay.

use chrono::{Days, NaiveDate};

use crate::domain::{
    contact::Channel,
    survey::{Question, Survey},
};

use super::{Made, customers::Customer, dice::Dice, rhythms::Rhythm, scene::Scene};

/// How content somebody is, 1 to 5, by how they buy: so many of a hundred each.
const fn moods(rhythm: Rhythm) -> [(u32, u8); 5] {
    match rhythm {
        Rhythm::Steady => [(2, 1), (8, 2), (10, 3), (35, 4), (45, 5)],
        Rhythm::Growing => [(1, 1), (2, 2), (7, 3), (30, 4), (60, 5)],
        Rhythm::Seasonal => [(2, 1), (5, 2), (13, 3), (45, 4), (35, 5)],
        Rhythm::Shrinking => [(10, 1), (22, 2), (33, 3), (30, 4), (5, 5)],
        // Not everybody who leaves is cross.
        Rhythm::Silent => [(14, 1), (20, 2), (22, 3), (34, 4), (10, 5)],
        Rhythm::Rare | Rhythm::Once => [(6, 1), (12, 2), (27, 3), (40, 4), (15, 5)],
        Rhythm::New => [(2, 1), (5, 2), (13, 3), (40, 4), (40, 5)],
    }
}

/// Makes the answers, by day.
pub fn make(scene: &mut Scene, customers: &[Customer]) -> Made<Survey> {
    let mut dice = scene.dice("surveys");
    let mut surveys = Vec::new();
    for customer in customers {
        if !dice.percent(75) {
            continue;
        }
        let mood = dice.weighed(&moods(customer.rhythm));
        let times = if customer.visits.len() > 6 { dice.between(1, 3) } else { 1 };
        for _ in 0..times {
            let bought = dice.pick(&customer.visits).day;
            let day = bought + Days::new(dice.between(1, 6).unsigned_abs());
            if day < scene.today {
                ask(scene, customer, mood, day, &mut dice, &mut surveys);
            }
        }
    }
    surveys.sort_by_key(|survey| survey.day);
    surveys.into_iter().map(|survey| (scene.id(), survey)).collect()
}

/// One time at which a customer is asked, and what.
fn ask(scene: &Scene, customer: &Customer, mood: u8, day: NaiveDate, dice: &mut Dice, surveys: &mut Vec<Survey>) {
    let mood = if dice.percent(75) { mood } else { (mood + 1).min(5) };
    let channel = dice.weighed(&[
        (50, Some(Channel::Email)),
        (20, Some(Channel::Web)),
        (15, Some(Channel::Phone)),
        (10, Some(Channel::InPerson)),
        (5, None),
    ]);
    let mut answer = |question, answer: u8, comment: &str| {
        let comment = comment.to_owned();
        surveys.push(Survey { party: customer.id, day, question, answer, channel, comment });
    };
    let said = scene.words.said[usize::from(mood >= 3) + usize::from(mood >= 4)];
    let comment = if dice.percent(45) { *dice.pick(said) } else { "" };
    answer(Question::Csat, mood, comment);
    if dice.percent(70) {
        let (low, high) = [(0, 3), (2, 6), (5, 8), (7, 9), (9, 10)][usize::from(mood) - 1];
        answer(Question::Nps, dice.between(low, high) as u8, "");
    }
    if dice.percent(60) {
        let (low, high) = [(1, 3), (2, 4), (3, 6), (5, 7), (6, 7)][usize::from(mood) - 1];
        answer(Question::Ces, dice.between(low, high) as u8, "");
    }
}
