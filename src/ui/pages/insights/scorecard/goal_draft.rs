//! A target while it is being typed.

use crate::{
    domain::{
        decimal::Decimal,
        flaw::Flaw,
        goal::{Goal, Yardstick},
    },
    ui::pages::customer::amounts::ReadNumber,
};

/// What is typed.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct GoalDraft {
    /// Where nothing is reached.
    pub baseline: String,
    /// Where it is reached.
    pub target: String,
    /// How much it counts.
    pub weight: String,
}

impl GoalDraft {
    /// The draft of a target.
    pub fn of(goal: &Goal, write: &dyn Fn(Decimal) -> String) -> Self {
        Self { baseline: write(goal.baseline), target: write(goal.target), weight: goal.weight.to_string() }
    }

    /// Reads the target.
    ///
    /// # Errors
    /// What is wrong with baseline, target and weight.
    pub fn parse(&self, of: Yardstick, read: ReadNumber<'_>) -> Result<Goal, [Option<Flaw>; 3]> {
        let number = |text: &str| match text.trim() {
            "" => Err(Flaw::Missing),
            text => read(text).and_then(|text| text.parse::<Decimal>().ok()).ok_or(Flaw::NotANumber),
        };
        let beyond = Flaw::OutOfScale { low: 0, high: Goal::HEAVIEST };
        let weight = self.weight.trim().parse::<u8>().ok().filter(|weight| *weight <= Goal::HEAVIEST).ok_or(beyond);
        match (number(&self.baseline), number(&self.target), weight) {
            (Ok(baseline), Ok(target), Ok(weight)) => {
                let goal = Goal { of, baseline, target, weight };
                goal.flaw().map_or(Ok(goal), |flaw| Err([None, Some(flaw), None]))
            }
            (baseline, target, weight) => Err([baseline.err(), target.err(), weight.err()]),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(text: &str) -> Option<String> {
        Some(text.to_owned())
    }

    #[test]
    fn a_target_put_into_the_form_and_saved_is_the_same() {
        let goal = Goal {
            of: Yardstick::Kept,
            baseline: Decimal::from_units(405_000),
            target: Decimal::from_units(600_000),
            weight: 3,
        };
        let draft = GoalDraft::of(&goal, &|decimal| decimal.to_string());
        assert_eq!(draft.parse(Yardstick::Kept, &read), Ok(goal));
    }

    #[test]
    fn what_is_no_target_is_told_where() {
        let draft = GoalDraft { baseline: "x".into(), target: " ".into(), weight: "11".into() };
        let weight = Flaw::OutOfScale { low: 0, high: 10 };
        let wrong = [Some(Flaw::NotANumber), Some(Flaw::Missing), Some(weight)];
        assert_eq!(draft.parse(Yardstick::Revenue, &read), Err(wrong));
        let same = GoalDraft { baseline: "5".into(), target: "5.0".into(), weight: "1".into() };
        assert_eq!(same.parse(Yardstick::Revenue, &read), Err([None, Some(Flaw::Double), None]));
    }
}
