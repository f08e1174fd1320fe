//! A pipeline while it is being arranged.

use uuid::Uuid;

use crate::{
    domain::{
        flaw::Flaw,
        pipeline::{Pipeline, Stage},
    },
    ui::pages::customer::{
        rows::Rows,
        wrong::{Place, Wrong},
    },
};

/// The field of the settings in which pipelines stand.
pub const FIELD: u32 = 30;

/// Inputs of a step.
pub mod part {
    /// Its name.
    pub const NAME: u8 = 0;
    /// How likely a deal in it is won.
    pub const SHARE: u8 = 1;
    /// After how many days one goes stale.
    pub const ROTS: u8 = 2;
}

/// A step while it is being arranged.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct StageDraft {
    /// By which deals know it; none for a new one.
    pub id: Option<Uuid>,
    /// What it is called.
    pub name: String,
    /// Per cent.
    pub share: String,
    /// Days; empty for never.
    pub rots: String,
}

/// A pipeline while it is being arranged.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct PipelineDraft {
    /// What it is called.
    pub name: String,
    /// Its steps.
    pub stages: Rows<StageDraft>,
}

impl PipelineDraft {
    /// The draft of a pipeline. `called` gives the names of the usual ones, in the language of who looks.
    pub fn of(pipeline: &Pipeline, name: String, called: impl Fn(&Stage) -> String) -> Self {
        let stage = |stage: &Stage| StageDraft {
            id: Some(stage.id),
            name: called(stage),
            share: stage.probability.to_string(),
            rots: stage.rots.map_or_else(String::new, |days| days.to_string()),
        };
        Self { name, stages: pipeline.stages.iter().map(stage).collect() }
    }

    /// Reads the pipeline. A usual step that is called as usual keeps no name, so that it follows the language; `usual` says how that is.
    /// `fresh` gives ids for new steps.
    ///
    /// # Errors
    /// Everything that is wrong, each next to its input.
    pub fn parse(
        &self,
        id: Uuid,
        usual: impl Fn(&Stage) -> String,
        usual_name: &str,
        mut fresh: impl FnMut() -> Uuid,
    ) -> Result<Pipeline, Vec<Wrong>> {
        let mut wrongs = Vec::new();
        let mut stages: Vec<Stage> = Vec::new();
        let mut names: Vec<&str> = Vec::new();
        for (index, draft) in self.stages.iter().enumerate() {
            let mut wrong = |part: u8, flaw: Flaw| wrongs.push(Place::entry(FIELD, index, part).is(flaw));
            let name = draft.name.trim();
            if name.is_empty() {
                wrong(part::NAME, Flaw::Missing);
            } else if names.contains(&name) {
                wrong(part::NAME, Flaw::Double);
            }
            names.push(name);
            let share = match draft.share.trim().trim_end_matches(['%', '％']).trim_end().parse::<u8>() {
                Ok(share) if share <= 100 => share,
                Ok(_) => {
                    wrong(part::SHARE, Flaw::OutOfRange);
                    0
                }
                Err(_) => {
                    wrong(part::SHARE, if draft.share.trim().is_empty() { Flaw::Missing } else { Flaw::NotANumber });
                    0
                }
            };
            let rots = match draft.rots.trim() {
                "" => None,
                text => match text.parse::<u16>() {
                    Ok(days) => Some(days),
                    Err(_) => {
                        wrong(part::ROTS, Flaw::NotANumber);
                        None
                    }
                },
            };
            let bare = Stage { id: draft.id.unwrap_or_else(&mut fresh), name: String::new(), probability: share, rots };
            let keeps_name = bare.usual().is_none() || usual(&bare) != name;
            stages.push(Stage { name: if keeps_name { name.to_owned() } else { String::new() }, ..bare });
        }
        if stages.is_empty() {
            wrongs.push(Place::of(FIELD).is(Flaw::Missing));
        }
        let name = self.name.trim();
        let is_usual = id == Pipeline::USUAL && name == usual_name;
        if name.is_empty() {
            wrongs.push(Place::of(0).is(Flaw::Missing));
        }
        let name = if is_usual { String::new() } else { name.to_owned() };
        if wrongs.is_empty() { Ok(Pipeline { id, name, stages }) } else { Err(wrongs) }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn called(stage: &Stage) -> String {
        ["Enquiry", "Talks", "Quote", "Negotiation"][stage.usual().unwrap()].to_owned()
    }

    #[test]
    fn the_usual_pipeline_left_as_it_is_follows_the_language_still() {
        let draft = PipelineDraft::of(&Pipeline::usual(), "Sales".into(), called);
        let read = |draft: &PipelineDraft| draft.parse(Pipeline::USUAL, called, "Sales", || Uuid::from_u128(50));
        assert_eq!(read(&draft), Ok(Pipeline::usual()));
        let mut changed = draft.clone();
        changed.stages.edit(1, |stage| stage.name = "First call".into());
        changed.stages.push(StageDraft { name: "Signed".into(), share: "95 %".into(), ..StageDraft::default() });
        let read = read(&changed).unwrap();
        assert_eq!((read.stages[1].id, read.stages[1].name.as_str()), (Stage::USUAL[1], "First call"));
        assert_eq!(
            read.stages[4],
            Stage { id: Uuid::from_u128(50), name: "Signed".into(), probability: 95, rots: None }
        );
    }

    #[test]
    fn everything_wrong_is_told_where_it_stands() {
        let mut draft = PipelineDraft::of(&Pipeline::usual(), String::new(), called);
        draft.stages.edit(0, |stage| (stage.name, stage.share) = (String::new(), "120".into()));
        draft.stages.edit(1, |stage| (stage.share, stage.rots) = (String::new(), "soon".into()));
        draft.stages.edit(3, |stage| stage.name = "Quote".into());
        let told = draft.parse(Pipeline::USUAL, called, "Sales", Uuid::nil).unwrap_err();
        let told: Vec<_> = told.iter().map(|wrong| (wrong.place.index, wrong.place.part, wrong.flaw)).collect();
        let expected = [
            (Some(0), part::NAME, Flaw::Missing),
            (Some(0), part::SHARE, Flaw::OutOfRange),
            (Some(1), part::SHARE, Flaw::Missing),
            (Some(1), part::ROTS, Flaw::NotANumber),
            (Some(3), part::NAME, Flaw::Double),
            (None, 0, Flaw::Missing),
        ];
        assert_eq!(told, expected);
    }
}
