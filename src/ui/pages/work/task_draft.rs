//! A task while it is being written.

use chrono::{NaiveDate, NaiveTime, Timelike};
use minicbor::{Decode, Encode};

use crate::{
    domain::{
        flaw::Flaw,
        id::Id,
        party::Party,
        task::{Item, Priority, Repeat, Task, Unit},
    },
    ui::pages::customer::{
        labels::{chosen, index_value},
        wrong::{Place, Wrong},
    },
};

use super::when::clock_time;

/// What marks a line of the checklist as ticked off.
const TICKED: &str = "[x] ";

/// What is typed. Choices are places in the lists of their types.
#[derive(Debug, Clone, PartialEq, Eq, Default, Encode, Decode)]
pub struct TaskDraft {
    /// What is to be done.
    #[n(0)]
    pub title: String,
    /// For whom: a name; empty for nobody in particular.
    #[n(1)]
    pub whom: String,
    /// The due day as `YYYY-MM-DD`; empty for none.
    #[n(2)]
    pub day: String,
    /// The time as `HH:MM`; empty for none.
    #[n(3)]
    pub time: String,
    /// How many units lie between two; empty for once.
    #[n(4)]
    pub every: String,
    /// What a repetition is counted in.
    #[n(5)]
    pub unit: String,
    /// How much it matters.
    #[n(6)]
    pub priority: String,
    /// A line each; what is ticked off begins with `[x]`.
    #[n(7)]
    pub checklist: String,
    /// Whatever has to be known.
    #[n(8)]
    pub body: String,
}

impl TaskDraft {
    /// The draft of a task for somebody of that name.
    pub fn of(task: &Task, whom: String) -> Self {
        let line = |item: &Item| if item.ticked { format!("{TICKED}{}", item.text) } else { item.text.clone() };
        Self {
            title: task.title.clone(),
            whom,
            day: task.due.map_or_else(String::new, |day| day.to_string()),
            time: task.minute.map_or_else(String::new, clock_time),
            every: task.repeat.map_or_else(String::new, |repeat| repeat.every.to_string()),
            unit: index_value(&Unit::ALL, &task.repeat.map(|repeat| repeat.unit).unwrap_or_default()),
            priority: index_value(&Priority::ALL, &task.priority),
            checklist: task.checklist.iter().map(line).collect::<Vec<_>>().join("\n"),
            body: task.body.clone(),
        }
    }

    /// Reads the task; what the form does not show stays as `old` has it.
    ///
    /// # Errors
    /// Everything that is wrong, each next to its input.
    pub fn parse(&self, party: Option<Id<Party>>, old: &Task) -> Result<Task, Vec<Wrong>> {
        let mut wrongs = Vec::new();
        let due = match self.day.trim() {
            "" => None,
            day => day.parse::<NaiveDate>().map_err(|_| wrongs.push(Place::of(2).is(Flaw::NotADate))).ok(),
        };
        let minute = match self.time.trim() {
            "" => None,
            time => NaiveTime::parse_from_str(time, "%H:%M")
                .map(|time| (time.num_seconds_from_midnight() / 60) as u16)
                .map_err(|_| wrongs.push(Place::of(3).is(Flaw::NotADate)))
                .ok(),
        };
        let every = match self.every.trim() {
            "" => None,
            every => every.parse::<u16>().map_err(|_| wrongs.push(Place::of(5).is(Flaw::NotANumber))).ok(),
        };
        let unit = chosen(&Unit::ALL, &self.unit).unwrap_or_default();
        let is_same = |repeat: &Repeat| repeat.unit == unit && Some(repeat.every) == every;
        let anchor = old.repeat.filter(is_same).and_then(|repeat| repeat.anchor);
        let item = |line: &str| {
            let ticked = line.strip_prefix(TICKED.trim_end());
            Item { text: ticked.unwrap_or(line).trim().to_owned(), ticked: ticked.is_some() }
        };
        let task = Task {
            party,
            title: self.title.trim().to_owned(),
            due,
            minute,
            repeat: every.map(|every| Repeat { every, unit, anchor }),
            checklist: self.checklist.lines().map(str::trim).map(item).filter(|item| !item.text.is_empty()).collect(),
            body: self.body.trim().to_owned(),
            priority: chosen(&Priority::ALL, &self.priority).unwrap_or_default(),
            // Who sets another day wants to see it by that.
            snoozed: old.snoozed.filter(|_| old.due == due),
            ..old.clone()
        };
        wrongs.extend(task.flaws().into_iter().map(Wrong::from).filter(|wrong| wrong.place.number != 6));
        // One box holds the whole checklist.
        if task.flaws().iter().any(|flaw| flaw.number == 6) {
            wrongs.push(Place::of(6).is(Flaw::TooLong { max: crate::domain::flaw::LINE }));
        }
        if wrongs.is_empty() { Ok(task) } else { Err(wrongs) }
    }
}

#[cfg(test)]
mod tests {
    use uuid::Uuid;

    use super::*;

    fn task() -> Task {
        Task {
            party: Some(Id::new(Uuid::from_u128(1))),
            due: NaiveDate::from_ymd_opt(2026, 2, 28),
            minute: Some(570),
            done: Some(5),
            repeat: Some(Repeat { every: 1, unit: Unit::Months, anchor: Some(31) }),
            checklist: vec![Item { text: "Weigh".into(), ticked: true }, Item { text: "Pack".into(), ticked: false }],
            body: "By noon".into(),
            priority: Priority::High,
            snoozed: NaiveDate::from_ymd_opt(2026, 3, 2),
            follows: Some(Id::new(Uuid::from_u128(9))),
            ..Task::new("Send samples")
        }
    }

    #[test]
    fn a_task_put_into_the_form_and_saved_is_the_same() {
        let draft = TaskDraft::of(&task(), "Ada".into());
        assert_eq!(draft.checklist, "[x] Weigh\nPack");
        assert_eq!(draft.parse(task().party, &task()), Ok(task()));
    }

    #[test]
    fn another_day_ends_the_putting_off_and_another_rhythm_forgets_the_thirty_first() {
        let draft = TaskDraft { day: "2026-03-15".into(), every: "2".into(), ..TaskDraft::of(&task(), String::new()) };
        let task = draft.parse(None, &task()).unwrap();
        assert_eq!((task.snoozed, task.repeat.unwrap().anchor, task.party), (None, None, None));
    }

    #[test]
    fn everything_wrong_is_told_where_it_stands() {
        let wrong = TaskDraft {
            title: " ".into(),
            day: "2026-02-30".into(),
            every: "0.5".into(),
            checklist: "x".repeat(1_001),
            ..TaskDraft::of(&Task::new("x"), String::new())
        };
        let flaws = wrong.parse(None, &Task::new("x")).unwrap_err();
        let numbers: Vec<u32> = flaws.iter().map(|wrong| wrong.place.number).collect();
        assert_eq!(numbers, [2, 5, 1, 6]);
        let timed = TaskDraft { time: "09:00".into(), title: "x".into(), ..TaskDraft::default() };
        assert_eq!(timed.parse(None, &Task::new("x")), Err(vec![Place::of(2).is(Flaw::Missing)]));
    }
}
