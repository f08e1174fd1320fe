//! Pipelines: the steps that a sale goes through until it is won or lost. They are fields of the settings; a step is known by its id, so
//! that it can be renamed and moved while sales stand in it.

use minicbor::{Decode, Encode};
use serde::{Deserialize, Serialize};
use uuid::Uuid;

use super::{
    flaw::{FieldError, Flaw, LINE, length},
    settings::Settings,
};

/// A step of a pipeline.
#[derive(Debug, Clone, PartialEq, Eq, Encode, Decode, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Stage {
    /// By which sales know it.
    #[cbor(n(0), with = "super::cbor::uuid")]
    pub id: Uuid,
    /// What it is called; empty for one of the usual steps, which are called by the language of who looks.
    #[n(1)]
    pub name: String,
    /// How likely a sale in it is won, in per cent.
    #[n(2)]
    pub probability: u8,
    /// After so many days in it a sale is told to be going stale; none for never.
    #[n(3)]
    pub rots: Option<u16>,
}

/// The steps of a kind of sale, in their order.
#[derive(Debug, Clone, PartialEq, Eq, Encode, Decode, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Pipeline {
    /// By which sales know it.
    #[cbor(n(0), with = "super::cbor::uuid")]
    pub id: Uuid,
    /// What it is called; empty for the usual one.
    #[n(1)]
    pub name: String,
    /// Its steps. Never empty.
    #[n(2)]
    pub stages: Vec<Stage>,
}

impl Stage {
    /// The ids of the usual steps, in their order: an enquiry, talks, a quote, negotiations.
    pub const USUAL: [Uuid; 4] = [Uuid::from_u128(1), Uuid::from_u128(2), Uuid::from_u128(3), Uuid::from_u128(4)];

    /// The place of the step among the usual ones.
    pub fn usual(&self) -> Option<usize> {
        Self::USUAL.iter().position(|id| *id == self.id)
    }
}

impl Pipeline {
    /// The most pipelines, and the most steps of one.
    pub const MOST: usize = 20;
    /// The id of the one that is there where none was set.
    pub const USUAL: Uuid = Uuid::nil();

    /// The one that is there where none was set.
    pub fn usual() -> Self {
        let steps = Stage::USUAL.into_iter().zip([(10, Some(14)), (30, Some(21)), (50, Some(14)), (75, Some(14))]);
        let stages = steps.map(|(id, (probability, rots))| Stage { id, name: String::new(), probability, rots });
        Self { id: Self::USUAL, name: String::new(), stages: stages.collect() }
    }

    /// The step of an id.
    pub fn stage(&self, id: Uuid) -> Option<&Stage> {
        self.stages.iter().find(|stage| stage.id == id)
    }
}

impl Settings {
    /// The pipelines, the usual one where none was set.
    pub fn pipelines(&self) -> Vec<Pipeline> {
        if self.pipelines.is_empty() { vec![Pipeline::usual()] } else { self.pipelines.clone() }
    }
}

/// What is wrong with pipelines that are field `number` of a record.
pub(super) fn flaws(number: u32, pipelines: &[Pipeline]) -> Vec<FieldError> {
    let mut flaws = Vec::new();
    if pipelines.len() > Pipeline::MOST {
        flaws.push(FieldError::of(number, Flaw::OutOfRange));
    }
    let mut seen: Vec<Uuid> = Vec::new();
    for (index, pipeline) in pipelines.iter().enumerate() {
        let mut found = (!(1..=Pipeline::MOST).contains(&pipeline.stages.len())).then_some(Flaw::OutOfRange);
        let is_nameless = pipeline.name.trim().is_empty() && pipeline.id != Pipeline::USUAL;
        found = found.or(is_nameless.then_some(Flaw::Missing));
        found = found.or(length(number, &pipeline.name, LINE).map(|error| error.flaw));
        found = found.or(pipelines[..index].iter().any(|other| other.id == pipeline.id).then_some(Flaw::Double));
        for (place, stage) in pipeline.stages.iter().enumerate() {
            let nameless = stage.name.trim().is_empty() && stage.usual().is_none();
            let double =
                !stage.name.is_empty() && pipeline.stages[..place].iter().any(|other| other.name == stage.name);
            found = found
                .or(nameless.then_some(Flaw::Missing))
                .or(length(number, &stage.name, LINE).map(|error| error.flaw))
                .or((double || seen.contains(&stage.id)).then_some(Flaw::Double))
                .or((stage.probability > 100).then_some(Flaw::OutOfRange));
            seen.push(stage.id);
        }
        flaws.extend(found.map(|flaw| FieldError::at(number, index, flaw)));
    }
    flaws
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_usual_pipeline_may_be_kept() {
        assert_eq!(flaws(30, &Settings::default().pipelines()), []);
    }

    #[test]
    fn steps_are_named_apart_and_known_by_one_id() {
        let usual = Pipeline::usual();
        let with = |change: fn(&mut Pipeline)| {
            let mut pipeline = usual.clone();
            change(&mut pipeline);
            flaws(30, &[pipeline]).into_iter().map(|error| error.flaw).collect::<Vec<_>>()
        };
        assert_eq!(with(|pipeline| pipeline.stages.clear()), [Flaw::OutOfRange]);
        assert_eq!(with(|pipeline| pipeline.stages[0].probability = 101), [Flaw::OutOfRange]);
        assert_eq!(with(|pipeline| pipeline.stages[1].id = Stage::USUAL[0]), [Flaw::Double]);
        assert_eq!(with(|pipeline| pipeline.stages[1].id = Uuid::from_u128(99)), [Flaw::Missing]);
        assert_eq!(
            with(|pipeline| pipeline.stages.iter_mut().for_each(|stage| stage.name = "Quote".into())),
            [Flaw::Double]
        );
        // A step of one pipeline is none of another.
        let other = Pipeline { id: Uuid::from_u128(7), name: "Renewals".into(), ..usual.clone() };
        assert_eq!(flaws(30, &[usual, other])[0].flaw, Flaw::Double);
    }
}
