//! An answer of a customer while it is being written down.

use chrono::NaiveDate;
use minicbor::{Decode, Encode};

use crate::{
    domain::{
        contact::Channel,
        flaw::Flaw,
        id::Id,
        party::Party,
        survey::{Question, Survey},
    },
    ui::pages::customer::{
        labels::{chosen, index_value},
        wrong::{Place, Wrong},
    },
};

/// What is typed.
#[derive(Debug, Clone, PartialEq, Eq, Default, Encode, Decode)]
pub struct AnswerDraft {
    /// The day as `YYYY-MM-DD`.
    #[n(0)]
    pub day: String,
    /// The place in [`Question::ALL`].
    #[n(1)]
    pub question: String,
    /// The answer; empty for none yet.
    #[n(2)]
    pub answer: String,
    /// The place in [`Channel::ALL`]; empty for none.
    #[n(3)]
    pub channel: String,
    /// What was said.
    #[n(4)]
    pub comment: String,
}

impl AnswerDraft {
    /// A new answer of that day, to the question asked last.
    pub fn new(day: NaiveDate, question: Question) -> Self {
        Self { day: day.to_string(), question: index_value(&Question::ALL, &question), ..Self::default() }
    }

    /// The draft of an answer that is there.
    pub fn of(survey: &Survey) -> Self {
        Self {
            answer: survey.answer.to_string(),
            channel: survey.channel.map_or_else(String::new, |channel| index_value(&Channel::ALL, &channel)),
            comment: survey.comment.clone(),
            ..Self::new(survey.day, survey.question)
        }
    }

    /// What is asked.
    pub fn question(&self) -> Question {
        chosen(&Question::ALL, &self.question).unwrap_or(Question::ALL[0])
    }

    /// Asks something else; an answer that the other scale does not have is taken back.
    pub fn ask(&mut self, question: String) {
        self.question = question;
        if self.answer.parse().is_ok_and(|answer| self.question().flaw(answer).is_some()) {
            self.answer.clear();
        }
    }

    /// Reads the answer.
    ///
    /// # Errors
    /// Everything that is wrong, each next to its input.
    pub fn parse(&self, party: Id<Party>) -> Result<Survey, Vec<Wrong>> {
        let mut wrongs = Vec::new();
        let mut missing = |number, text: &str, flaw| {
            wrongs.push(Place::of(number).is(if text.trim().is_empty() { Flaw::Missing } else { flaw }));
        };
        let day = self.day.trim().parse().map_err(|_| missing(1, &self.day, Flaw::NotADate)).ok();
        let answer = self.answer.trim().parse().map_err(|_| missing(3, &self.answer, Flaw::NotANumber)).ok();
        let survey = Survey {
            party,
            day: day.unwrap_or_default(),
            question: self.question(),
            answer: answer.unwrap_or(*self.question().scale().start()),
            channel: chosen(&Channel::ALL, &self.channel),
            comment: self.comment.trim().to_owned(),
        };
        wrongs.extend(survey.flaws().into_iter().map(Wrong::from));
        if wrongs.is_empty() { Ok(survey) } else { Err(wrongs) }
    }
}

#[cfg(test)]
mod tests {
    use uuid::Uuid;

    use super::*;

    fn survey() -> Survey {
        Survey {
            party: Id::new(Uuid::from_u128(1)),
            day: NaiveDate::from_ymd_opt(2026, 3, 1).unwrap(),
            question: Question::Ces,
            answer: 7,
            channel: Some(Channel::Letter),
            comment: "Easy".into(),
        }
    }

    #[test]
    fn an_answer_put_into_the_form_and_saved_is_the_same() {
        assert_eq!(AnswerDraft::of(&survey()).parse(survey().party), Ok(survey()));
        let silent = Survey { channel: None, comment: String::new(), ..survey() };
        assert_eq!(AnswerDraft::of(&silent).parse(silent.party), Ok(silent));
    }

    #[test]
    fn an_answer_without_a_day_or_a_number_is_told_where() {
        let draft = AnswerDraft { day: String::new(), answer: String::new(), ..AnswerDraft::of(&survey()) };
        let wrongs = vec![Place::of(1).is(Flaw::Missing), Place::of(3).is(Flaw::Missing)];
        assert_eq!(draft.parse(survey().party), Err(wrongs));
        let draft = AnswerDraft { answer: "8".into(), ..AnswerDraft::of(&survey()) };
        assert_eq!(draft.parse(survey().party), Err(vec![Place::of(3).is(Flaw::OutOfScale { low: 1, high: 7 })]));
    }

    #[test]
    fn another_question_keeps_the_answer_only_where_its_scale_has_it() {
        let mut draft = AnswerDraft::of(&survey());
        draft.ask(index_value(&Question::ALL, &Question::Nps));
        assert_eq!(draft.answer, "7");
        draft.ask(index_value(&Question::ALL, &Question::Csat));
        assert_eq!(draft.answer, "");
    }
}
