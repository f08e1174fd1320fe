//! Days as they are said of what is to be done.

use chrono::NaiveDate;
use leptos::prelude::*;

use crate::{
    domain::{record::Kind, task::Turn},
    i18n::{Locale, td_string},
    platform::{clock, format},
    state::{Scores, Workspace},
    ui::words,
};

/// Today in the workspace's time zone; asked anew with every answer of the scores, and a new day brings one.
pub fn today() -> Memo<NaiveDate> {
    let (workspace, scores) = (Workspace::expect(), Scores::expect());
    Memo::new(move |_| {
        scores.signal().track();
        today_of(workspace.read(&[Kind::Settings], |book| book.settings().time_zone))
    })
}

/// Today, for handlers.
pub(super) fn peek_today(workspace: Workspace) -> NaiveDate {
    today_of(workspace.peek(|book| book.settings().time_zone))
}

fn today_of(zone: String) -> NaiveDate {
    clock::today(&zone)
}

/// "Today", "Tomorrow", or the day.
pub(super) fn day_words(locale: Locale, day: NaiveDate, today: NaiveDate) -> String {
    match Turn::of_day(day, today) {
        Turn::Today => td_string!(locale, work.today).to_owned(),
        Turn::Tomorrow => td_string!(locale, work.tomorrow).to_owned(),
        _ => format::day(words::tag(locale), day),
    }
}

/// A minute of a day as `HH:MM`.
pub(super) fn clock_time(minute: u16) -> String {
    format!("{:02}:{:02}", minute / 60, minute % 60)
}
