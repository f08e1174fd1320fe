//! One goal: as many times as good as a peer in the same run, or as a number that is stated.

use serde_json::{Value, json};

use crate::bench::figure::Unit;
use crate::bench::statistics::Spread;
use crate::bench::table::{lines, shown};

/// Which of the numbers is compared.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum By {
    /// The one in the middle.
    Median,
    /// The one that 95 of 100 do not exceed.
    Slow,
}

/// One line: Kith, somebody else, and how many times as good Kith is to be.
#[derive(Debug)]
pub struct Goal {
    /// What is done.
    pub what: &'static str,
    /// In what it is counted.
    pub unit: Unit,
    /// Which of the numbers is compared.
    pub by: By,
    /// Kith's; nothing where it could not be measured.
    pub kith: Option<Spread>,
    /// With whom Kith is compared.
    pub peer: &'static str,
    /// What they take.
    pub theirs: Spread,
    /// How many times as good Kith is to be.
    pub least: f64,
}

impl Goal {
    fn number(&self, spread: Spread) -> f64 {
        match self.by {
            By::Slow => spread.slow.unwrap_or(spread.median),
            By::Median => spread.median,
        }
    }

    /// How many times as good Kith is: less time, fewer bytes, more frames.
    fn ratio(&self) -> Option<f64> {
        let (kith, theirs) = (self.number(self.kith?), self.number(self.theirs));
        let more_is_better = matches!(self.unit, Unit::FramesPerSecond | Unit::RowsPerSecond);
        Some(if more_is_better { kith / theirs } else { theirs / kith })
    }

    /// For programs.
    pub fn json(&self) -> Value {
        let numbers = |spread: Spread| json!({ "min": spread.least, "median": spread.median, "p95": spread.slow });
        json!({
            "what": self.what,
            "kith": self.kith.map(numbers),
            "peer": self.peer,
            "theirs": numbers(self.theirs),
            "compared": if self.by == By::Slow { "p95" } else { "median" },
            "ratio": self.ratio(),
            "goal": self.least,
            "reached": self.ratio().map(|ratio| ratio >= self.least),
        })
    }

    fn row(&self) -> Vec<String> {
        let three = |spread: Spread| {
            let known = [spread.least, Some(spread.median), spread.slow];
            match known {
                [None, Some(one), None] => shown(self.unit, one),
                several => {
                    several.map(|one| one.map_or_else(|| "–".to_owned(), |one| shown(self.unit, one))).join(" / ")
                }
            }
        };
        let ratio = self.ratio();
        vec![
            self.what.to_owned(),
            self.kith.map_or_else(|| "–".to_owned(), three),
            self.peer.to_owned(),
            three(self.theirs),
            ratio.map_or_else(|| "–".to_owned(), |ratio| format!("×{ratio:.2}")),
            format!("×{}", self.least),
            ratio.map_or("–", |ratio| if ratio >= self.least { "yes" } else { "NO" }).to_owned(),
        ]
    }
}

/// The goals as a table.
pub fn table(goals: &[Goal]) -> String {
    let head = ["least / median / 95 of 100", "Kith", "compared with", "takes", "as good", "goal", "reached"];
    let mut rows = vec![head.map(str::to_owned).to_vec()];
    rows.extend(goals.iter().map(Goal::row));
    lines(&rows)
}
