//! What a regression is fitted to: columns of numbers and a yes or no a row, checked once, brought to one scale.

use thiserror::Error;

use super::Model;
use crate::analysis::linear::Cholesky;

/// Why there is nothing to fit.
#[derive(Clone, Copy, Debug, Error, PartialEq, Eq)]
pub enum DesignError {
    /// The columns are of different lengths.
    #[error("columns of {expected} and {found} rows do not fit together")]
    Length {
        /// Answers.
        expected: usize,
        /// Rows in the column that differs.
        found: usize,
    },
    /// Not a finite number.
    #[error("column {column} has no number in row {row}")]
    NotANumber {
        /// Which column, from zero.
        column: usize,
        /// Which row, from zero.
        row: usize,
    },
    /// All answers are the same: nothing tells yes from no.
    #[error("all answers are the same")]
    OneAnswer,
    /// There are not more rows than columns.
    #[error("{columns} columns need more than {rows} rows")]
    TooFewRows {
        /// Rows.
        rows: usize,
        /// Columns.
        columns: usize,
    },
}

/// Columns at mean 0 and deviation 1, row by row, those that say nothing left out.
pub struct Design {
    pub(super) rows: Vec<f64>,
    pub(super) yes: Vec<bool>,
    /// Mean, deviation and place among the given columns of each that is kept.
    pub(super) kept: Vec<(f64, f64, usize)>,
    given: usize,
}

impl Design {
    /// Checks and scales. `yes` holds 1 or 0 a row. Constant columns and those that follow from earlier ones are left out.
    ///
    /// # Errors
    /// Columns that do not fit together, numbers that are none, answers that are all the same, too few rows.
    pub fn new(columns: &[&[f64]], yes: &[u8]) -> Result<Self, DesignError> {
        let mut design = Self::penalised(columns, yes)?;
        let dependent = Cholesky::of(&design.cross(|_| 1.0), design.width()).dependent;
        if !dependent.is_empty() {
            // The first of the kept columns stands in row 1, after the intercept.
            let mut row = 0;
            design.kept.retain(|_| {
                row += 1;
                !dependent.contains(&row)
            });
            design.fill(columns);
        }
        let (rows, columns) = (yes.len(), design.kept.len());
        if columns >= rows { Err(DesignError::TooFewRows { rows, columns }) } else { Ok(design) }
    }

    /// The same for a fit with a penalty, which shares a coefficient among columns that follow from each other and needs no more
    /// rows than columns: only constant columns are left out.
    ///
    /// # Errors
    /// Columns that do not fit together, numbers that are none, answers that are all the same.
    pub fn penalised(columns: &[&[f64]], yes: &[u8]) -> Result<Self, DesignError> {
        let n = yes.len();
        if let Some(found) = columns.iter().map(|column| column.len()).find(|found| *found != n) {
            return Err(DesignError::Length { expected: n, found });
        }
        for (column, values) in columns.iter().enumerate() {
            if let Some(row) = values.iter().position(|x| !x.is_finite()) {
                return Err(DesignError::NotANumber { column, row });
            }
        }
        let yes: Vec<bool> = yes.iter().map(|yes| *yes > 0).collect();
        if !(yes.contains(&true) && yes.contains(&false)) {
            return Err(DesignError::OneAnswer);
        }
        let scales = columns.iter().enumerate().filter_map(|(place, column)| Some((spread(column)?, place)));
        let kept: Vec<_> = scales.map(|((mean, deviation), place)| (mean, deviation, place)).collect();
        let mut design = Self { rows: Vec::new(), yes, kept, given: columns.len() };
        design.fill(columns);
        Ok(design)
    }

    fn fill(&mut self, columns: &[&[f64]]) {
        let p = self.width();
        self.rows = vec![1.0; self.yes.len() * p];
        for (k, (mean, deviation, place)) in self.kept.iter().enumerate() {
            let targets = self.rows.iter_mut().skip(k + 1).step_by(p);
            targets.zip(columns[*place]).for_each(|(target, x)| *target = (x - mean) / deviation);
        }
    }

    /// Intercept and kept columns.
    pub(super) fn width(&self) -> usize {
        self.kept.len() + 1
    }

    pub(super) fn lines(&self) -> std::slice::ChunksExact<'_, f64> {
        self.rows.chunks_exact(self.width())
    }

    /// Σ weight(row) · row · row', the lower triangle.
    pub(super) fn cross(&self, weight: impl Fn(usize) -> f64) -> Vec<f64> {
        let p = self.width();
        let mut sum = vec![0.0; p * p];
        for (i, row) in self.lines().enumerate() {
            let weight = weight(i);
            for (k, (x, target)) in row.iter().zip(sum.chunks_exact_mut(p)).enumerate() {
                let scaled = x * weight;
                target[..=k].iter_mut().zip(row).for_each(|(sum, x)| *sum += scaled * x);
            }
        }
        sum
    }

    pub(super) fn log_odds(&self, beta: &[f64]) -> Vec<f64> {
        self.lines().map(|row| row.iter().zip(beta).map(|(x, b)| x * b).sum()).collect()
    }

    /// Coefficients in the units that were given.
    pub(super) fn model(&self, beta: &[f64]) -> Model {
        let mut model = Model { intercept: beta[0], coefficients: vec![0.0; self.given], left_out: Vec::new() };
        for ((mean, deviation, place), b) in self.kept.iter().zip(&beta[1..]) {
            model.coefficients[*place] = b / deviation;
            model.intercept -= b * mean / deviation;
        }
        let is_kept = |place: &usize| self.kept.iter().any(|kept| kept.2 == *place);
        model.left_out =
            (0..self.given).filter(|place| !is_kept(place)).filter_map(|place| u32::try_from(place).ok()).collect();
        model
    }

    /// The share of yes.
    #[must_use]
    pub fn base_rate(&self) -> f64 {
        self.yes.iter().filter(|yes| **yes).count() as f64 / self.yes.len() as f64
    }
}

/// Mean and deviation; none of a constant.
fn spread(column: &[f64]) -> Option<(f64, f64)> {
    let first = *column.first()?;
    if column.iter().all(|x| *x == first) {
        return None;
    }
    let n = column.len() as f64;
    // Sums of halves and against the mean: no overflow below 1e154, no cancellation.
    let mean = column.iter().map(|x| x / n).sum::<f64>();
    let deviation = column.iter().map(|x| (x - mean).powi(2) / n).sum::<f64>().sqrt();
    (deviation.is_finite() && deviation > 0.0).then_some((mean, deviation))
}
