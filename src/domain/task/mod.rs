//! A task: what is to be done, by when, for whom if for anybody.

mod repeat;
mod turn;

pub use repeat::{Repeat, Unit};
pub use turn::Turn;

use chrono::{Datelike, NaiveDate};
use minicbor::{Decode, Encode};
use serde::{Deserialize, Serialize};

use super::{
    flaw::{FieldError, Flaw, LINE, TEXT, length, required},
    id::Id,
    order::Order,
    party::Party,
    record::{Kind, Record},
};

/// How much it matters.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default, Encode, Decode, Serialize, Deserialize)]
#[cbor(index_only)]
#[serde(rename_all = "kebab-case")]
pub enum Priority {
    /// As most do.
    #[default]
    #[n(0)]
    Normal,
    /// Before the others of its day.
    #[n(1)]
    High,
}

impl Priority {
    /// Both, in the order in which a form offers them.
    pub const ALL: [Self; 2] = [Self::Normal, Self::High];

    /// Whether it is what most have.
    pub fn is_normal(&self) -> bool {
        *self == Self::Normal
    }
}

/// One line of a checklist.
#[derive(Debug, Clone, PartialEq, Eq, Encode, Decode, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Item {
    /// What. Never empty.
    #[n(0)]
    pub text: String,
    /// Whether it is ticked off.
    #[n(1)]
    pub ticked: bool,
}

/// Something to be done.
#[derive(Debug, Clone, PartialEq, Default, Encode, Decode, Serialize, Deserialize)]
#[cbor(map)]
#[serde(deny_unknown_fields)]
pub struct Task {
    /// For whom; none where it is nobody's in particular.
    #[n(0)]
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub party: Option<Id<Party>>,
    /// What is to be done, in a line. Never empty.
    #[n(1)]
    pub title: String,
    /// The civil day by which, in the workspace's time zone; none where it is not tied to a day.
    #[cbor(n(2), with = "super::cbor::optional_day", skip_if = "Option::is_none")]
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub due: Option<NaiveDate>,
    /// The minute of the due day, where it has one: 0 to 1,439.
    #[n(3)]
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub minute: Option<u16>,
    /// When it was done, milliseconds since 1970 (UTC); none as long as it is open.
    #[n(4)]
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub done: Option<u64>,
    /// When it comes again after it was done.
    #[n(5)]
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub repeat: Option<Repeat>,
    /// What it consists of, in order.
    #[cbor(n(6), skip_if = "Vec::is_empty")]
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub checklist: Vec<Item>,
    /// Whatever has to be known for it; may be empty.
    #[cbor(n(7), skip_if = "String::is_empty")]
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub body: String,
    /// How much it matters.
    #[cbor(n(8), default, skip_if = "Priority::is_normal")]
    #[serde(default, skip_serializing_if = "Priority::is_normal")]
    pub priority: Priority,
    /// The day until which nobody wants to see it; the due day stays what it is.
    #[cbor(n(9), with = "super::cbor::optional_day", skip_if = "Option::is_none")]
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub snoozed: Option<NaiveDate>,
    /// The task of whose repetition it is. That one may be gone.
    #[n(10)]
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub follows: Option<Id<Task>>,
}

impl Record for Task {
    const KIND: Kind = Kind::Task;
    const FIELDS: &'static [u32] = &[0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10];

    fn title(&self) -> &str {
        &self.title
    }
}

impl Task {
    /// A task of that title, with nothing else said.
    pub fn new(title: impl Into<String>) -> Self {
        Self { title: title.into(), ..Self::default() }
    }

    /// Whether it is still to be done.
    pub const fn is_open(&self) -> bool {
        self.done.is_none()
    }

    /// The day on which it wants to be seen: the due day, or the later one until which it was put off.
    pub fn day(&self) -> Option<NaiveDate> {
        self.due.max(self.snoozed)
    }

    /// Whether it should have been done before `today`, and was not put off.
    pub fn is_overdue(&self, today: NaiveDate) -> bool {
        self.is_open() && self.due.is_some() && self.day().is_some_and(|day| day < today)
    }

    /// The task done at an instant, which is on `today`, with the one that follows it if it repeats.
    pub fn complete(&self, id: Id<Self>, at: u64, today: NaiveDate) -> (Self, Option<Self>) {
        let done = Self { done: Some(at), snoozed: None, ..self.clone() };
        let next = self.repeat.and_then(|repeat| {
            let due = self.due.unwrap_or(today);
            let (next, repeat) = repeat.after(due, today)?;
            Order::YEARS.contains(&next.year()).then(|| Self {
                due: Some(next),
                repeat: Some(repeat),
                snoozed: None,
                done: None,
                checklist: self.checklist.iter().map(|item| Item { ticked: false, ..item.clone() }).collect(),
                follows: Some(id),
                ..self.clone()
            })
        });
        (done, next)
    }

    /// The task put off: the due day stays, so that one goes on seeing how late it is.
    #[must_use]
    pub fn snooze(&self, until: NaiveDate) -> Self {
        Self { snoozed: Some(until), ..self.clone() }
    }

    /// Everything that is wrong with it, by field; empty when it may be saved.
    pub fn flaws(&self) -> Vec<FieldError> {
        let is_day = |day: NaiveDate| Order::YEARS.contains(&day.year());
        let beyond = |number, day: Option<NaiveDate>| {
            day.is_some_and(|day| !is_day(day)).then_some(FieldError::of(number, Flaw::OutOfRange))
        };
        let is_minute = self.minute.is_none_or(|minute| minute < 24 * 60);
        let is_timeless = self.minute.is_some() && self.due.is_none();
        let mut flaws: Vec<FieldError> = [
            required(1, &self.title, LINE),
            if is_timeless { Some(FieldError::of(2, Flaw::Missing)) } else { beyond(2, self.due) },
            (!is_minute).then_some(FieldError::of(3, Flaw::OutOfRange)),
            self.repeat.and_then(Repeat::flaw).map(|flaw| FieldError::of(5, flaw)),
            length(7, &self.body, TEXT),
            beyond(9, self.snoozed),
        ]
        .into_iter()
        .flatten()
        .collect();
        for (index, item) in self.checklist.iter().enumerate() {
            flaws.extend(required(6, &item.text, LINE).map(|error| FieldError::at(6, index, error.flaw)));
        }
        flaws
    }
}

#[cfg(test)]
mod tests {
    use uuid::Uuid;

    use super::*;

    fn day(text: &str) -> NaiveDate {
        text.parse().unwrap()
    }

    fn numbers(task: &Task) -> Vec<u32> {
        task.flaws().iter().map(|flaw| flaw.number).collect()
    }

    #[test]
    fn what_repeats_comes_again_unticked_and_says_what_it_follows() {
        let repeat = Repeat { every: 1, unit: Unit::Weeks, anchor: None };
        let item = Item { text: "Weigh".into(), ticked: true };
        let task = Task {
            due: Some(day("2026-03-02")),
            repeat: Some(repeat),
            checklist: vec![item],
            snoozed: Some(day("2026-03-04")),
            ..Task::new("Count the sacks")
        };
        let id = Id::new(Uuid::from_u128(7));
        let (done, next) = task.complete(id, 5, day("2026-03-04"));
        let next = next.unwrap();
        assert_eq!((done.done, done.due, done.snoozed), (Some(5), task.due, None));
        assert!(done.checklist[0].ticked && !next.checklist[0].ticked);
        assert_eq!((next.due, next.done, next.snoozed), (Some(day("2026-03-09")), None, None));
        assert_eq!((next.follows, next.flaws()), (Some(id), vec![]));
    }

    #[test]
    fn what_happens_once_is_done_once() {
        let (done, next) = Task::new("Call").complete(Id::new(Uuid::nil()), 5, day("2026-03-04"));
        assert_eq!((done.is_open(), next), (false, None));
    }

    #[test]
    fn what_was_put_off_is_overdue_only_after_that_day_and_never_without_a_due_day() {
        let task = Task { due: Some(day("2026-03-02")), ..Task::new("Call") };
        assert!(task.is_overdue(day("2026-03-03")) && !task.is_overdue(day("2026-03-02")));
        let later = task.snooze(day("2026-03-05"));
        assert!(!later.is_overdue(day("2026-03-05")) && later.is_overdue(day("2026-03-06")));
        assert!(!Task::new("Some day").snooze(day("2026-03-01")).is_overdue(day("2026-03-09")));
        let sooner = task.snooze(day("2026-02-01"));
        assert_eq!(sooner.day(), task.due, "a day before the due one hides nothing");
    }

    #[test]
    fn everything_wrong_is_told_at_once() {
        assert_eq!(numbers(&Task::new("Call")), [0; 0]);
        let wrong = Task {
            due: Some(day("+99999-01-01")),
            minute: Some(1_440),
            repeat: Some(Repeat { every: 0, unit: Unit::Days, anchor: None }),
            body: "x".repeat(TEXT + 1),
            snoozed: Some(day("+99999-01-01")),
            checklist: vec![Item { text: " ".into(), ticked: false }],
            ..Task::new(" ")
        };
        assert_eq!(numbers(&wrong), [1, 2, 3, 5, 7, 9, 6]);
        assert_eq!(numbers(&Task { minute: Some(60), ..Task::new("Call") }), [2], "a time of day needs its day");
    }
}
