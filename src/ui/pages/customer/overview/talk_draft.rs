//! A conversation while it is being written down.

use chrono::{NaiveDate, NaiveTime, Timelike};
use minicbor::{Decode, Encode};

use crate::{
    domain::{
        contact::Channel,
        flaw::Flaw,
        id::Id,
        interaction::{Direction, Interaction, Mood, Outcome},
        party::Party,
    },
    ui::pages::customer::{
        labels::{chosen, index_value},
        wrong::{Place, Wrong},
    },
};

/// What is typed. Choices are places in the lists of their types.
#[derive(Debug, Clone, PartialEq, Eq, Default, Encode, Decode)]
pub struct TalkDraft {
    /// The day as `YYYY-MM-DD`.
    #[n(0)]
    pub day: String,
    /// The time as `HH:MM`.
    #[n(1)]
    pub time: String,
    /// Over which channel.
    #[n(2)]
    pub channel: String,
    /// Whose move it was.
    #[n(3)]
    pub direction: String,
    /// What came of it.
    #[n(4)]
    pub outcome: String,
    /// How they seemed; empty for nobody could tell.
    #[n(5)]
    pub mood: String,
    /// Minutes; empty for nobody looked.
    #[n(6)]
    pub minutes: String,
    /// Which of their people.
    #[n(7)]
    pub who: String,
    /// What was said.
    #[n(8)]
    pub summary: String,
}

impl TalkDraft {
    /// The draft of a conversation that began at that minute of a day, in the workspace's time zone.
    pub fn of(talk: &Interaction, (day, minute): (NaiveDate, u16)) -> Self {
        Self {
            day: day.to_string(),
            time: format!("{:02}:{:02}", minute / 60, minute % 60),
            channel: index_value(&Channel::ALL, &talk.channel),
            direction: index_value(&Direction::ALL, &talk.direction),
            outcome: index_value(&Outcome::ALL, &talk.outcome),
            mood: talk.mood.map_or_else(String::new, |mood| index_value(&Mood::ALL, &mood)),
            minutes: talk.minutes.map_or_else(String::new, |minutes| minutes.to_string()),
            who: talk.who.clone(),
            summary: talk.summary.clone(),
        }
    }

    /// Reads the conversation. `instant` says when a minute of a day is; `None` for one that the calendar does not have.
    ///
    /// # Errors
    /// Everything that is wrong, each next to its input.
    pub fn parse(
        &self,
        party: Id<Party>,
        instant: impl Fn(NaiveDate, u16) -> Option<u64>,
    ) -> Result<Interaction, Vec<Wrong>> {
        let mut wrongs = Vec::new();
        let minutes = match self.minutes.trim() {
            "" => None,
            text => text.parse::<u32>().map_err(|_| wrongs.push(Place::of(6).is(Flaw::NotANumber))).ok(),
        };
        let talk = Interaction {
            at: self.at(instant).map_err(|flaw| wrongs.push(Place::of(1).is(flaw))).unwrap_or_default(),
            direction: chosen(&Direction::ALL, &self.direction).unwrap_or_default(),
            outcome: chosen(&Outcome::ALL, &self.outcome).unwrap_or_default(),
            mood: chosen(&Mood::ALL, &self.mood),
            minutes,
            who: self.who.trim().to_owned(),
            summary: self.summary.trim().to_owned(),
            ..Interaction::touch(party, 0, chosen(&Channel::ALL, &self.channel).unwrap_or(Channel::Other))
        };
        wrongs.extend(talk.flaws().into_iter().map(Wrong::from));
        if wrongs.is_empty() { Ok(talk) } else { Err(wrongs) }
    }

    fn at(&self, instant: impl Fn(NaiveDate, u16) -> Option<u64>) -> Result<u64, Flaw> {
        if self.day.trim().is_empty() {
            return Err(Flaw::Missing);
        }
        let day = self.day.trim().parse().map_err(|_| Flaw::NotADate)?;
        // Whoever empties the time knows the day alone.
        let minute = match self.time.trim() {
            "" => 12 * 60,
            time => {
                let time = NaiveTime::parse_from_str(time, "%H:%M").map_err(|_| Flaw::NotADate)?;
                (time.num_seconds_from_midnight() / 60) as u16
            }
        };
        instant(day, minute).ok_or(Flaw::OutOfRange)
    }
}

#[cfg(test)]
mod tests {
    use uuid::Uuid;

    use super::*;
    use crate::platform::clock::{day_and_minute, instant_of};

    fn talk() -> Interaction {
        Interaction {
            direction: Direction::Inbound,
            outcome: Outcome::FollowUp,
            mood: Some(Mood::Pleased),
            minutes: Some(12),
            who: "Bo".into(),
            summary: "Wants an offer".into(),
            ..Interaction::touch(Id::new(Uuid::from_u128(1)), 1_772_323_140_000, Channel::Video)
        }
    }

    fn draft() -> TalkDraft {
        TalkDraft::of(&talk(), day_and_minute(talk().at, "UTC").unwrap())
    }

    fn parse(draft: &TalkDraft) -> Result<Interaction, Vec<Wrong>> {
        draft.parse(talk().party, |day, minute| instant_of(day, minute, "UTC"))
    }

    #[test]
    fn a_conversation_put_into_the_form_and_saved_is_the_same() {
        assert_eq!(parse(&draft()), Ok(talk()));
    }

    #[test]
    fn everything_wrong_is_told_where_it_stands() {
        let wrong = TalkDraft { day: "2026-02-30".into(), minutes: "-3".into(), who: "x".repeat(1_001), ..draft() };
        let numbers =
            parse(&wrong).unwrap_err().iter().map(|wrong| (wrong.place.number, wrong.flaw)).collect::<Vec<_>>();
        assert_eq!(numbers, [(6, Flaw::NotANumber), (1, Flaw::NotADate), (7, Flaw::TooLong { max: 1_000 })]);
        assert_eq!(parse(&TalkDraft { day: " ".into(), ..draft() }), Err(vec![Place::of(1).is(Flaw::Missing)]));
        let before = TalkDraft { day: "1969-01-01".into(), ..draft() };
        assert_eq!(parse(&before), Err(vec![Place::of(1).is(Flaw::OutOfRange)]));
    }

    #[test]
    fn a_day_without_a_time_is_its_noon() {
        let noon = parse(&TalkDraft { time: String::new(), ..draft() }).unwrap();
        assert_eq!(day_and_minute(noon.at, "UTC").unwrap().1, 720);
    }
}
