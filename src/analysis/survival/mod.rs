//! How long something lasts when not all of it is over yet: until the second order, until a customer leaves.

pub mod curve;
pub mod log_rank;
pub mod second_order;

use thiserror::Error;

/// Why columns are not spells of time. `row` counts from zero.
#[derive(Clone, Copy, Debug, Error, PartialEq, Eq)]
pub enum SpellsError {
    /// The columns are of different lengths.
    #[error("columns of {expected} and {found} rows do not fit together")]
    Length {
        /// Rows in the column of times.
        expected: usize,
        /// Rows in the column that differs.
        found: usize,
    },
    /// A time below zero, or none.
    #[error("row {row} has no time of zero or more")]
    Time {
        /// Where.
        row: usize,
    },
}

/// How long each was watched, and whether it ended then (1) or the watching did (0). At equal times ends come first.
#[derive(Clone, Copy, Debug)]
pub struct Spells<'a> {
    time: &'a [f64],
    ended: &'a [u8],
}

impl<'a> Spells<'a> {
    /// Takes the columns.
    ///
    /// # Errors
    /// Columns of different length, a time that is negative or not finite.
    pub fn new(time: &'a [f64], ended: &'a [u8]) -> Result<Self, SpellsError> {
        if ended.len() != time.len() {
            return Err(SpellsError::Length { expected: time.len(), found: ended.len() });
        }
        match time.iter().position(|time| !time.is_finite() || *time < 0.0) {
            Some(row) => Err(SpellsError::Time { row }),
            None => Ok(Self { time, ended }),
        }
    }

    /// Row numbers by time.
    fn sorted(&self) -> Vec<u32> {
        let mut rows: Vec<u32> = (0u32..).take(self.time.len()).collect();
        rows.sort_unstable_by(|a, b| self.time[*a as usize].total_cmp(&self.time[*b as usize]));
        rows
    }
}
