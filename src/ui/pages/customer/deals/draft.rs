//! A deal while it is being written down.

use chrono::NaiveDate;
use minicbor::{Decode, Encode};

use crate::{
    domain::{
        deal::Deal,
        flaw::Flaw,
        money::Currency,
        pipeline::{Pipeline, Stage},
    },
    ui::pages::customer::{
        amounts::{ReadNumber, minor, minor_text},
        wrong::{Place, Wrong},
    },
};

/// What is typed.
#[derive(Debug, Clone, PartialEq, Eq, Default, Encode, Decode)]
pub struct DealDraft {
    /// What it is about.
    #[n(0)]
    pub title: String,
    /// The id of its step, which says the pipeline too.
    #[n(1)]
    pub stage: String,
    /// The code of the currency.
    #[n(2)]
    pub currency: String,
    /// The amount; empty for nobody knows yet.
    #[n(3)]
    pub amount: String,
    /// Per cent; empty for its step's.
    #[n(4)]
    pub probability: String,
    /// The day by which they decide, as `YYYY-MM-DD`; may be empty.
    #[n(5)]
    pub closes: String,
    /// What is to be done next.
    #[n(6)]
    pub next: String,
    /// By when, as `YYYY-MM-DD`; may be empty.
    #[n(7)]
    pub next_by: String,
    /// Who else wants to sell.
    #[n(8)]
    pub competitors: Vec<String>,
    /// What is worth knowing.
    #[n(9)]
    pub note: String,
    /// Why it was won or lost.
    #[n(10)]
    pub reason: String,
}

/// A day as an input has it.
fn day_text(day: Option<NaiveDate>) -> String {
    day.map_or_else(String::new, |day| day.to_string())
}

impl DealDraft {
    /// The draft of a deal; its step is one that is there.
    pub fn of(deal: &Deal, pipelines: &[Pipeline]) -> Self {
        let stage = deal.place(pipelines).map_or(deal.stage, |(_, stage)| stage.id);
        Self {
            title: deal.title.clone(),
            stage: stage.to_string(),
            currency: deal.currency.code().to_owned(),
            amount: deal.amount.map_or_else(String::new, |amount| minor_text(amount, deal.currency)),
            probability: deal.probability.map_or_else(String::new, |share| share.to_string()),
            closes: day_text(deal.closes),
            next: deal.next.clone(),
            next_by: day_text(deal.next_by),
            competitors: deal.competitors.clone(),
            note: deal.note.clone(),
            reason: deal.reason.clone(),
        }
    }

    /// Reads the deal: what is typed over what it was, or over a new one. A step that differs is entered today.
    ///
    /// # Errors
    /// Everything that is wrong, each next to its input.
    pub fn parse(
        &self,
        base: Deal,
        pipelines: &[Pipeline],
        today: NaiveDate,
        read: ReadNumber<'_>,
    ) -> Result<Deal, Vec<Wrong>> {
        let mut wrongs = Vec::new();
        let mut note = |number: u32, flaw: Flaw| wrongs.push(Place::of(number).is(flaw));
        let currency = Currency::parse(&self.currency).unwrap_or(base.currency);
        let amount = match self.amount.trim() {
            "" => None,
            text => minor(text, currency, read).map_err(|flaw| note(6, flaw)).ok(),
        };
        let probability = match self.probability.trim() {
            "" => None,
            text => match text.trim_end_matches(['%', '％']).trim_end().parse::<u8>() {
                Ok(share) if share <= 100 => Some(share),
                Ok(_) => {
                    note(8, Flaw::OutOfRange);
                    None
                }
                Err(_) => {
                    note(
                        8,
                        if text.bytes().all(|byte| byte.is_ascii_digit()) {
                            Flaw::OutOfRange
                        } else {
                            Flaw::NotANumber
                        },
                    );
                    None
                }
            },
        };
        let mut day = |number: u32, text: &str| match text.trim() {
            "" => None,
            text => text.parse::<NaiveDate>().map_err(|_| note(number, Flaw::NotADate)).ok(),
        };
        let (closes, next_by) = (day(9, &self.closes), day(15, &self.next_by));
        let place = self.place(pipelines);
        if place.is_none() {
            note(3, Flaw::Dangling);
        }
        if !wrongs.is_empty() {
            if self.title.trim().is_empty() {
                wrongs.insert(0, Place::of(1).is(Flaw::Missing));
            }
            return Err(wrongs);
        }
        let deal = match place {
            Some((pipeline, stage)) => base.put_into(pipeline.id, stage.id, today),
            None => base,
        };
        Ok(Deal {
            title: self.title.trim().to_owned(),
            currency,
            amount,
            probability,
            closes,
            next: self.next.trim().to_owned(),
            next_by,
            competitors: self.competitors.clone(),
            note: self.note.trim().to_owned(),
            reason: self.reason.trim().to_owned(),
            ..deal
        })
    }

    /// The step that is chosen, with its pipeline.
    pub fn place<'a>(&self, pipelines: &'a [Pipeline]) -> Option<(&'a Pipeline, &'a Stage)> {
        let id = self.stage.parse().ok()?;
        pipelines.iter().find_map(|pipeline| Some((pipeline, pipeline.stage(id)?)))
    }
}

#[cfg(test)]
mod tests {
    use uuid::Uuid;

    use super::*;
    use crate::domain::id::Id;

    fn read(text: &str) -> Option<String> {
        Some(text.trim().to_owned()).filter(|text| !text.is_empty())
    }

    fn deal() -> Deal {
        let today = "2026-05-01".parse().unwrap();
        let usual = Pipeline::usual();
        let deal = Deal::new(Id::new(Uuid::from_u128(1)), &usual, Currency::EUR, today);
        Deal {
            title: "A shop".into(),
            amount: Some(1_234_567),
            probability: Some(40),
            closes: Some("2026-06-01".parse().unwrap()),
            next: "Send the quote".into(),
            next_by: Some("2026-05-08".parse().unwrap()),
            competitors: vec!["Globex".into()],
            note: "Met at the fair".into(),
            ..deal
        }
    }

    fn parse(draft: &DealDraft) -> Result<Deal, Vec<Wrong>> {
        draft.parse(deal(), &[Pipeline::usual()], "2026-05-09".parse().unwrap(), &read)
    }

    #[test]
    fn a_deal_put_into_the_form_and_saved_is_the_same() {
        let draft = DealDraft::of(&deal(), &[Pipeline::usual()]);
        assert_eq!(parse(&draft), Ok(deal()));
        let moved = parse(&DealDraft { stage: Stage::USUAL[2].to_string(), ..draft }).unwrap();
        assert_eq!((moved.stage, moved.since.to_string()), (Stage::USUAL[2], "2026-05-09".to_owned()));
    }

    #[test]
    fn everything_wrong_is_told_where_it_stands() {
        let draft = DealDraft {
            title: " ".into(),
            stage: "x".into(),
            amount: "1.234".into(),
            probability: "300".into(),
            closes: "2026-02-30".into(),
            ..DealDraft::of(&deal(), &[Pipeline::usual()])
        };
        let told: Vec<_> = parse(&draft).unwrap_err().iter().map(|wrong| (wrong.place.number, wrong.flaw)).collect();
        let expected = [
            (1, Flaw::Missing),
            (6, Flaw::TooFine { digits: 2 }),
            (8, Flaw::OutOfRange),
            (9, Flaw::NotADate),
            (3, Flaw::Dangling),
        ];
        assert_eq!(told, expected);
    }
}
