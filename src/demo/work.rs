//! What is to be done and what was promised: who buys much is looked after more; most promises are kept, some late, a few not.

use chrono::{Days, NaiveDate};

use crate::domain::{
    promise::{Moved, Promise, State},
    task::{Priority, Repeat, Task, Unit},
};

use super::{
    Made,
    customers::Customer,
    dice::Dice,
    scene::{Scene, millisecond},
};

/// Makes the tasks, some of them nobody's in particular.
pub fn tasks(scene: &mut Scene, customers: &[Customer]) -> Made<Task> {
    let mut dice = scene.dice("tasks");
    let mut tasks = Vec::new();
    for customer in customers {
        let times = if customer.visits.len() > 12 { dice.between(0, 3) } else { dice.between(0, 1) };
        for _ in 0..times {
            let title = *dice.pick(scene.words.tasks[0]);
            tasks.push(Task { party: Some(customer.id), ..task(scene, &mut dice, title) });
        }
    }
    for (title, unit) in scene.words.tasks[1].iter().zip([Unit::Weeks, Unit::Months]) {
        let repeat = Some(Repeat { every: 1, unit, anchor: None });
        let due = scene.today.checked_add_days(Days::new(dice.between(0, 9).unsigned_abs()));
        tasks.push(Task { due, repeat, ..Task::new(*title) });
    }
    tasks.into_iter().map(|task| (scene.id(), task)).collect()
}

fn task(scene: &Scene, dice: &mut Dice, title: &str) -> Task {
    let is_done = dice.percent(55);
    let day = if is_done { scene.ago(dice.between(1, 90)) } else { ahead(scene, dice.between(-6, 25)) };
    let done = is_done.then(|| millisecond(day, dice.between(9 * 60, 17 * 60) as u16));
    let due = if dice.percent(85) { Some(day) } else { None };
    let minute = due.filter(|_| dice.percent(20)).map(|_| (dice.between(16, 34) * 30) as u16);
    let priority = if dice.percent(15) { Priority::High } else { Priority::Normal };
    Task { due, minute, done, priority, ..Task::new(title) }
}

/// Makes the promises, by the day on which they were made.
pub fn promises(scene: &mut Scene, customers: &[Customer]) -> Made<Promise> {
    let mut dice = scene.dice("promises");
    let mut promises = Vec::new();
    for customer in customers.iter().filter(|customer| customer.visits.len() > 5) {
        for _ in 0..dice.between(0, 2) {
            let made = scene.ago(dice.between(2, 200));
            let by = later(made, dice.between(2, 21));
            let what = *dice.pick(scene.words.promised);
            let promise = Promise::new(customer.id, what, made, by);
            promises.push(became(scene, &mut dice, promise));
        }
    }
    promises.sort_by_key(|promise| promise.made);
    promises.into_iter().map(|promise| (scene.id(), promise)).collect()
}

/// What became of a promise by today.
fn became(scene: &Scene, dice: &mut Dice, promise: Promise) -> Promise {
    if promise.by >= scene.today {
        return promise;
    }
    let moved = dice.percent(10);
    let by = if moved { later(promise.by, dice.between(3, 10)) } else { promise.by };
    let was = vec![Moved { from: promise.by, on: promise.by }];
    let promise = if moved { Promise { by, moved: was, ..promise } } else { promise };
    let settled = |days| later(promise.by, days).min(scene.ago(1)).max(promise.made);
    let state = match dice.between(1, 100) {
        1..=80 => State::Kept(settled(-1)),
        81..=91 => State::Kept(settled(3)),
        92..=96 => State::Broken(settled(2)),
        _ => State::Open,
    };
    Promise { state, ..promise }
}

fn ahead(scene: &Scene, days: i64) -> NaiveDate {
    if days < 0 { scene.ago(-days) } else { later(scene.today, days) }
}

fn later(day: NaiveDate, days: i64) -> NaiveDate {
    let moved = chrono::Duration::try_days(days).and_then(|days| day.checked_add_signed(days));
    moved.unwrap_or(day)
}
