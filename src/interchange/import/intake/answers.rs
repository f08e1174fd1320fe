//! Rows that say what customers answered: one answer a row with its question beside it, or a column for each question.

use crate::{
    domain::{
        book::Book,
        contact::Channel,
        edit::Edit,
        flaw::Flaw,
        id::Id,
        party::Party,
        survey::{Question, Survey},
    },
    interchange::csv::{Effect, Target, check::Row, problem::Problem, scaled::Rounding},
};

use super::{
    super::{
        cells::{column, number, text, texts, when},
        issue::Trouble,
        keys::folded_name,
        people::Meant,
        person::Incoming,
        summary::Skip,
    },
    Intake, Left,
};

/// The columns that hold answers to one question each.
const OWN: [(Target, Question); 3] =
    [(Target::Nps, Question::Nps), (Target::Csat, Question::Csat), (Target::Ces, Question::Ces)];

impl Intake {
    pub(super) fn answer_row(&mut self, book: &Book, row: &Row<'_>, incoming: Incoming) -> Result<(), Left> {
        // A row comes in whole or not at all, and makes no customer for answers that do not come in.
        let given = given(row)?;
        let day = when(row, Target::OrderDate).map(|(day, _)| day);
        let day = day.ok_or_else(|| Left::error(None, Problem::Missing(Target::OrderDate)))?;
        let (channel, unknown) = match text(row, Target::Channel) {
            "" => (None, false),
            typed => (channel(typed), channel(typed).is_none()),
        };
        let comment = texts(row, Target::Note).collect::<Vec<_>>().join("\n");
        let survey = |party, (question, answer), comment: &str| Survey {
            party,
            day,
            question,
            answer,
            channel,
            comment: comment.to_owned(),
        };
        let flaw = survey(Id::new(uuid::Uuid::nil()), given[0], &comment).flaws().into_iter().next();
        if let Some(flaw) = flaw {
            return Err(Left::error(column(row, Target::OrderDate), Trouble::Flaw(flaw)));
        }
        let meant = self.people.meant(book, &incoming);
        let known = match meant {
            Meant::One(person) => Some(self.people.list[person as usize].id),
            _ => None,
        };
        // What was said belongs to one of the answers of a row.
        let said = |place: usize| if place == 0 { comment.as_str() } else { "" };
        let fresh: Vec<usize> = (0..given.len())
            .filter(|place| {
                !known.is_some_and(|party| self.has_answer(book, &survey(party, given[*place], said(*place))))
            })
            .collect();
        if fresh.is_empty() {
            return Err(Skip::AlreadyThere.into());
        }
        if !self.options.mode.creates() {
            return Err(Skip::NotThere.into());
        }
        let person = self.person(book, row, meant, incoming)?;
        if unknown {
            let place = column(row, Target::Channel);
            self.blame(row.row, row.line, place, Trouble::WhichChannel, Effect::CellLeftOut);
        }
        let party = self.people.list[person as usize].id;
        self.people.list[person as usize].needed = true;
        let mut edit = Edit::of(book);
        for place in fresh {
            let survey = survey(party, given[place], said(place));
            self.answers_there.insert(key(&survey));
            edit.create(self.mint.id(self.now), survey);
            self.summary.answers_created += 1;
        }
        self.answers.extend(edit.finish());
        self.summary.rows_taken += 1;
        Ok(())
    }

    /// Whether the same was answered on the same day, in the book or in a row before.
    fn has_answer(&self, book: &Book, survey: &Survey) -> bool {
        let said = |slot: &u32| book.surveys.at(*slot).is_some_and(|row| key(&row.data) == key(survey));
        self.answers_there.contains(&key(survey)) || book.slots_of::<Survey>(survey.party).iter().any(said)
    }
}

/// What makes two answers the same one: who, when, what was asked, what was answered and said. Not over which channel.
pub(super) type AnswerKey = (Id<Party>, chrono::NaiveDate, Question, u8, String);

fn key(survey: &Survey) -> AnswerKey {
    (survey.party, survey.day, survey.question, survey.answer, survey.comment.clone())
}

/// The answers of a row, at least one.
fn given(row: &Row<'_>) -> Result<Vec<(Question, u8)>, Left> {
    let mut given = Vec::new();
    for (target, question) in OWN {
        if row.get(target).is_some() {
            given.push((question, answer(row, target, question)?));
        }
    }
    if row.get(Target::Answer).is_some() {
        let asked = text(row, Target::Question);
        let question = question(asked);
        let question = question.ok_or_else(|| Left::error(column(row, Target::Question), Trouble::WhichQuestion))?;
        given.push((question, answer(row, Target::Answer, question)?));
    }
    if given.is_empty() { Err(Left::error(None, Problem::Missing(Target::Answer))) } else { Ok(given) }
}

/// A whole number on the scale of the question.
fn answer(row: &Row<'_>, target: Target, question: Question) -> Result<u8, Left> {
    let (low, high) = question.ends();
    let units = number(row, target).and_then(|number| number.value.to_units(4, Rounding::HalfAway).ok());
    let whole = units.filter(|units| units % 10_000 == 0).and_then(|units| u8::try_from(units / 10_000).ok());
    whole.filter(|answer| question.scale().contains(answer)).ok_or_else(|| {
        Left::error(
            column(row, target),
            Trouble::Flaw(crate::domain::flaw::FieldError::of(3, Flaw::OutOfScale { low, high })),
        )
    })
}

/// The question that words mean.
fn question(text: &str) -> Option<Question> {
    const WORDS: [(Question, &[&str]); 3] = [
        (Question::Nps, &["nps", "promoter", "recommend", "empfehl", "推薦", "推荐"]),
        (Question::Csat, &["csat", "satisf", "zufrieden", "滿意", "满意"]),
        (Question::Ces, &["ces", "effort", "ease", "easy", "aufwand", "省力", "費力", "费力", "輕鬆", "轻松"]),
    ];
    let folded = folded_name(text);
    let means = |words: &&[&str]| words.iter().any(|word| folded.contains(word));
    WORDS.iter().find(|(_, words)| means(words)).map(|(question, _)| *question)
}

/// The channel that words mean.
fn channel(text: &str) -> Option<Channel> {
    const WORDS: [(Channel, &[&str]); 9] = [
        (Channel::Email, &["mail", "邮件", "郵件"]),
        (Channel::Video, &["video", "zoom", "視訊", "视频"]),
        (Channel::Sms, &["sms", "text message", "簡訊", "短信"]),
        (Channel::Chat, &["chat", "line", "whatsapp", "wechat", "messenger", "即時通訊", "即时通讯", "微信"]),
        (Channel::Phone, &["phone", "call", "telefon", "電話", "电话"]),
        (
            Channel::InPerson,
            &["person", "face", "store", "visit", "shop", "面談", "面谈", "門市", "门店", "現場", "现场"],
        ),
        (Channel::Letter, &["letter", "post", "brief", "信件", "紙本", "纸质"]),
        (Channel::Web, &["web", "site", "online", "form", "app", "網", "网"]),
        (Channel::Other, &["other", "andere", "其他"]),
    ];
    let folded = folded_name(text);
    WORDS.iter().find(|(_, words)| words.iter().any(|word| folded.contains(word))).map(|(channel, _)| *channel)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_question_is_known_by_its_names_in_three_languages() {
        for (text, meant) in [
            ("NPS", Question::Nps),
            ("ＮＰＳ 分數", Question::Nps),
            ("Recommendation (NPS)", Question::Nps),
            ("推薦意願", Question::Nps),
            ("Customer satisfaction", Question::Csat),
            ("满意度（CSAT）", Question::Csat),
            ("Customer Effort Score", Question::Ces),
            ("省力程度", Question::Ces),
        ] {
            assert_eq!(question(text), Some(meant), "{text}");
        }
        assert_eq!((question(""), question("mood")), (None, None));
    }

    #[test]
    fn a_channel_is_known_by_its_names_in_three_languages() {
        for (text, meant) in [
            ("E-mail", Channel::Email),
            ("電子郵件", Channel::Email),
            ("Phone call", Channel::Phone),
            ("In person", Channel::InPerson),
            ("面谈", Channel::InPerson),
            ("網路", Channel::Web),
            ("簡訊", Channel::Sms),
            ("Video call", Channel::Video),
            ("Text message", Channel::Sms),
        ] {
            assert_eq!(channel(text), Some(meant), "{text}");
        }
        assert_eq!(channel("pigeon"), None);
    }
}
