//! When a task's turn is: the groups in which tasks stand.

use chrono::{Datelike, Days, NaiveDate};

use super::Task;

/// When a task's turn is, seen from a day.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Turn {
    /// It should have been done before.
    Overdue,
    /// Today.
    Today,
    /// Tomorrow.
    Tomorrow,
    /// Later in the same week, which ends on Sunday.
    ThisWeek,
    /// After this week.
    Later,
    /// Whenever there is time.
    NoDate,
    /// It is done.
    Done,
}

impl Turn {
    /// Every one, in the order in which they stand.
    pub const ALL: [Self; 7] =
        [Self::Overdue, Self::Today, Self::Tomorrow, Self::ThisWeek, Self::Later, Self::NoDate, Self::Done];

    /// When a task's turn is, seen from `today`.
    pub fn of(task: &Task, today: NaiveDate) -> Self {
        if !task.is_open() {
            return Self::Done;
        }
        match task.day() {
            None => Self::NoDate,
            Some(_) if task.is_overdue(today) => Self::Overdue,
            // What has no due day and was put off until a day that is gone is not late: it is there again.
            Some(day) => Self::of_day(day.max(today), today),
        }
    }

    /// When the turn of an open thing of that day is.
    pub fn of_day(day: NaiveDate, today: NaiveDate) -> Self {
        let days = day.signed_duration_since(today).num_days();
        let to_sunday = 6 - i64::from(today.weekday().num_days_from_monday());
        match days {
            ..0 => Self::Overdue,
            0 => Self::Today,
            1 => Self::Tomorrow,
            _ if days <= to_sunday => Self::ThisWeek,
            _ => Self::Later,
        }
    }

    /// The day that "next week" means: the Monday after `today`. None beyond the calendar.
    pub fn next_week(today: NaiveDate) -> Option<NaiveDate> {
        today.checked_add_days(Days::new(7 - u64::from(today.weekday().num_days_from_monday())))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(text: &str) -> NaiveDate {
        text.parse().unwrap()
    }

    #[test]
    fn a_week_ends_on_sunday() {
        // 2026-03-04 was a Wednesday.
        let today = day("2026-03-04");
        let turn = |text: &str| Turn::of(&Task { due: Some(day(text)), ..Task::new("Call") }, today);
        assert_eq!(turn("2026-03-03"), Turn::Overdue);
        assert_eq!(turn("2026-03-04"), Turn::Today);
        assert_eq!(turn("2026-03-05"), Turn::Tomorrow);
        assert_eq!(turn("2026-03-06"), Turn::ThisWeek);
        assert_eq!(turn("2026-03-08"), Turn::ThisWeek);
        assert_eq!(turn("2026-03-09"), Turn::Later);
        assert_eq!(Turn::next_week(today), Some(day("2026-03-09")));
        assert_eq!(Turn::next_week(day("2026-03-09")), Some(day("2026-03-16")));
        assert_eq!(Turn::of_day(day("2026-03-09"), day("2026-03-08")), Turn::Tomorrow, "on a Sunday");
    }

    #[test]
    fn what_is_done_or_without_a_day_stands_apart() {
        let today = day("2026-03-04");
        let free = Task::new("Tidy up");
        assert_eq!(Turn::of(&free, today), Turn::NoDate);
        assert_eq!(Turn::of(&free.snooze(day("2026-03-01")), today), Turn::Today);
        assert_eq!(Turn::of(&free.snooze(day("2026-03-20")), today), Turn::Later);
        assert_eq!(Turn::of(&Task { done: Some(1), due: Some(today), ..free }, today), Turn::Done);
    }
}
