//! What customers said within some days: recommendation, satisfaction and ease, each by itself.

use crate::analysis::{
    columns::Day,
    survey::{
        answers::{Answers, Asked},
        effort::Effort,
        promoters::Promoters,
        satisfaction::Satisfaction,
    },
};

/// From this answer on somebody is satisfied, of 5.
pub const SATISFIED: u8 = 4;
/// From this answer on it was easy, of 7.
pub const EASY: u8 = 5;

/// The latest answer of each customer within some days.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Opinion {
    /// The net promoter score.
    pub promoters: Promoters,
    /// Satisfaction.
    pub satisfaction: Satisfaction,
    /// Ease.
    pub effort: Effort,
    /// How many gave each answer to the recommendation, from 0 to 10.
    pub recommend: Vec<u32>,
    /// How many gave each answer to satisfaction, from 1 to 5.
    pub satisfied: Vec<u32>,
    /// How many gave each answer to ease, from 1 to 7.
    pub easy: Vec<u32>,
}

impl Opinion {
    /// Listens to what was said between two days, both with it.
    #[must_use]
    pub fn new(answers: &Answers<'_>, customers: usize, from: Day, to: Day) -> Self {
        let given = |asked: Asked| answers.latest(customers, asked, from, to).given();
        let (recommend, satisfied, easy) = (given(Asked::Recommend), given(Asked::Satisfied), given(Asked::Easy));
        let on_scale = "answers outside of the scale were left out";
        Self {
            promoters: Promoters::of(&recommend).expect(on_scale),
            satisfaction: Satisfaction::of(&satisfied, Asked::Satisfied.scale(), SATISFIED).expect(on_scale),
            effort: Effort::of(&easy, Asked::Easy.scale(), EASY).expect(on_scale),
            recommend: counts(&recommend, Asked::Recommend),
            satisfied: counts(&satisfied, Asked::Satisfied),
            easy: counts(&easy, Asked::Easy),
        }
    }
}

fn counts(answers: &[u8], asked: Asked) -> Vec<u32> {
    let scale = asked.scale();
    let mut counts = vec![0; usize::from(scale.high - scale.low) + 1];
    answers.iter().for_each(|answer| counts[usize::from(answer - scale.low)] += 1);
    counts
}
