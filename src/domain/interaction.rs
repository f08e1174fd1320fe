//! A conversation with a customer: over which channel, whose move it was, when, how long, what came of it.

use minicbor::{Decode, Encode};
use serde::{Deserialize, Serialize};

use super::{
    contact::Channel,
    flaw::{FieldError, Flaw, TEXT, length},
    id::Id,
    party::Party,
    record::{Kind, Record},
};

/// Whose move it was.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default, Encode, Decode, Serialize, Deserialize)]
#[cbor(index_only)]
#[serde(rename_all = "kebab-case")]
pub enum Direction {
    /// We turned to them.
    #[default]
    #[n(0)]
    Outbound,
    /// They turned to us.
    #[n(1)]
    Inbound,
}

impl Direction {
    /// Both, in the order in which a form offers them.
    pub const ALL: [Self; 2] = [Self::Outbound, Self::Inbound];
}

/// What came of it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default, Encode, Decode, Serialize, Deserialize)]
#[cbor(index_only)]
#[serde(rename_all = "kebab-case")]
pub enum Outcome {
    /// We talked, or an answer came.
    #[default]
    #[n(0)]
    Reached,
    /// Something was sent or left; no answer yet.
    #[n(1)]
    LeftMessage,
    /// Nobody there.
    #[n(2)]
    NoAnswer,
    /// To be gone on with: they asked for something, or time.
    #[n(3)]
    FollowUp,
    /// They want no more of it.
    #[n(4)]
    Declined,
}

impl Outcome {
    /// Every outcome, in the order in which a form offers them.
    pub const ALL: [Self; 5] = [Self::Reached, Self::LeftMessage, Self::NoAnswer, Self::FollowUp, Self::Declined];

    /// Whether the two were in touch: what was tried in vain is no contact.
    pub const fn is_contact(self) -> bool {
        match self {
            Self::Reached | Self::FollowUp | Self::Declined => true,
            Self::LeftMessage | Self::NoAnswer => false,
        }
    }
}

/// How they seemed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Encode, Decode, Serialize, Deserialize)]
#[cbor(index_only)]
#[serde(rename_all = "kebab-case")]
pub enum Mood {
    /// Content.
    #[n(0)]
    Pleased,
    /// Neither.
    #[n(1)]
    Neutral,
    /// Annoyed, or disappointed.
    #[n(2)]
    Displeased,
}

impl Mood {
    /// Every mood, the best first.
    pub const ALL: [Self; 3] = [Self::Pleased, Self::Neutral, Self::Displeased];
}

/// A conversation with a customer, or a try at one.
#[derive(Debug, Clone, PartialEq, Encode, Decode, Serialize, Deserialize)]
#[cbor(map)]
#[serde(deny_unknown_fields)]
pub struct Interaction {
    /// With whom: the customer, also where one of their people was on the line.
    #[n(0)]
    pub party: Id<Party>,
    /// When it began, milliseconds since 1970 (UTC).
    #[n(1)]
    pub at: u64,
    /// Over which channel.
    #[n(2)]
    pub channel: Channel,
    /// Whose move it was.
    #[n(3)]
    pub direction: Direction,
    /// What came of it.
    #[n(4)]
    pub outcome: Outcome,
    /// How they seemed; none where nobody could tell.
    #[n(5)]
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub mood: Option<Mood>,
    /// The time it took us, in minutes: the cost to serve. None where nobody looked.
    #[n(6)]
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub minutes: Option<u32>,
    /// Which of their people, in words; may be empty.
    #[cbor(n(7), skip_if = "String::is_empty")]
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub who: String,
    /// What was said; may be empty.
    #[cbor(n(8), skip_if = "String::is_empty")]
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub summary: String,
}

impl Interaction {
    /// The most that one conversation takes: a week of minutes.
    pub const MOST_MINUTES: u32 = 7 * 24 * 60;

    /// A contact of now over a channel, which is all that a touch logged in passing says.
    pub fn touch(party: Id<Party>, at: u64, channel: Channel) -> Self {
        Self {
            party,
            at,
            channel,
            direction: Direction::default(),
            outcome: Outcome::default(),
            mood: None,
            minutes: None,
            who: String::new(),
            summary: String::new(),
        }
    }

    /// Everything that is wrong with it, by field; empty when it may be saved.
    pub fn flaws(&self) -> Vec<FieldError> {
        let is_endless = self.minutes.is_some_and(|minutes| minutes > Self::MOST_MINUTES);
        [
            is_endless.then_some(FieldError::of(6, Flaw::OutOfRange)),
            length(7, &self.who, super::flaw::LINE),
            length(8, &self.summary, TEXT),
        ]
        .into_iter()
        .flatten()
        .collect()
    }
}

impl Record for Interaction {
    const KIND: Kind = Kind::Interaction;
    const FIELDS: &'static [u32] = &[0, 1, 2, 3, 4, 5, 6, 7, 8];

    fn title(&self) -> &str {
        self.summary.lines().next().unwrap_or_default()
    }
}

#[cfg(test)]
mod tests {
    use uuid::Uuid;

    use super::*;

    #[test]
    fn what_was_tried_in_vain_is_no_contact() {
        let contacts = Outcome::ALL.into_iter().filter(|outcome| outcome.is_contact()).collect::<Vec<_>>();
        assert_eq!(contacts, [Outcome::Reached, Outcome::FollowUp, Outcome::Declined]);
    }

    #[test]
    fn everything_wrong_is_told_at_once() {
        let touch = Interaction::touch(Id::new(Uuid::from_u128(1)), 0, Channel::Phone);
        assert_eq!(touch.flaws(), []);
        let minutes = Some(Interaction::MOST_MINUTES + 1);
        let (who, summary) = ("x".repeat(1_001), "x".repeat(TEXT + 1));
        let numbers: Vec<u32> =
            Interaction { minutes, who, summary, ..touch }.flaws().iter().map(|flaw| flaw.number).collect();
        assert_eq!(numbers, [6, 7, 8]);
    }
}
