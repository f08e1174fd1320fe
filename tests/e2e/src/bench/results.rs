//! What was read, and what could not be.

use std::collections::BTreeMap;

use serde_json::{Map, Value, json};

use super::figure::{Figure, Measurement, Unit};
use super::statistics::{Spread, summarise};

/// Readings of one number of customers.
#[derive(Debug, Default)]
pub struct Readings(BTreeMap<Figure, Vec<f64>>);

impl Readings {
    /// Adds one.
    pub fn add(&mut self, figure: Figure, reading: f64) {
        self.0.entry(figure).or_default().push(reading);
    }
}

/// A line for one number of customers.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Cell<'a> {
    /// It was measured.
    Measured(f64),
    /// Why it could not be.
    Failed(&'a str),
    /// It was not asked for, or this system cannot tell.
    Absent,
}

/// Everything, by number of customers.
#[derive(Debug, Default)]
pub struct Results {
    sizes: Vec<usize>,
    readings: BTreeMap<usize, Readings>,
    failures: BTreeMap<(usize, Measurement), String>,
}

impl Results {
    /// Empty ones for these numbers of customers.
    pub fn new(sizes: &[usize]) -> Self {
        Self { sizes: sizes.to_vec(), ..Self::default() }
    }

    /// The numbers of customers.
    pub fn sizes(&self) -> &[usize] {
        &self.sizes
    }

    /// The readings for a number of customers.
    pub fn of(&mut self, size: usize) -> &mut Readings {
        self.readings.entry(size).or_default()
    }

    /// Notes why something could not be measured, or not to its end.
    pub fn fail(&mut self, size: usize, measurement: Measurement, why: String) {
        self.failures.insert((size, measurement), why);
    }

    /// What stands in the table.
    pub fn cell(&self, figure: Figure, size: usize) -> Cell<'_> {
        let readings = self.readings.get(&size).and_then(|readings| readings.0.get(&figure));
        match readings.and_then(|readings| summarise(readings, figure.summary())) {
            Some(value) => Cell::Measured(value),
            None => match self.failures.get(&(size, figure.of())) {
                Some(why) => Cell::Failed(why),
                None => Cell::Absent,
            },
        }
    }

    /// How far the readings lie apart.
    pub fn spread(&self, figure: Figure, size: usize) -> Option<Spread> {
        Spread::of(self.readings.get(&size)?.0.get(&figure)?)
    }

    /// Lines that have something to say.
    pub fn figures(&self) -> impl Iterator<Item = Figure> {
        let says = |figure: &Figure| self.sizes.iter().any(|size| self.cell(*figure, *size) != Cell::Absent);
        Figure::ALL.iter().copied().filter(says)
    }

    /// Everything with every reading, for programs.
    pub fn json(&self) -> Value {
        let figures = self.figures().map(|figure| {
            let sizes = self.sizes.iter().map(|size| {
                let readings = self.readings.get(size).and_then(|readings| readings.0.get(&figure));
                let value = match self.cell(figure, *size) {
                    Cell::Measured(value) => json!({ "value": value, "readings": readings }),
                    Cell::Failed(why) => json!({ "failed": why }),
                    Cell::Absent => Value::Null,
                };
                (size.to_string(), value)
            });
            let unit = match figure.unit() {
                Unit::Milliseconds => "ms",
                Unit::Bytes => "bytes",
                Unit::RowsPerSecond => "rows/s",
                Unit::FramesPerSecond => "frames/s",
            };
            let sizes: Map<String, Value> = sizes.collect();
            (figure.key().to_owned(), json!({ "label": figure.label(), "unit": unit, "sizes": sizes }))
        });
        Value::Object(figures.collect())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_cell_says_what_was_read_or_why_not() {
        let mut results = Results::new(&[10, 100]);
        for reading in [3.0, 1.0, 2.0] {
            results.of(10).add(Figure::Open, reading);
        }
        results.fail(100, Measurement::Open, "the tab crashed".into());
        assert_eq!(results.cell(Figure::Open, 10), Cell::Measured(2.0));
        assert_eq!(results.cell(Figure::Open, 100), Cell::Failed("the tab crashed"));
        assert_eq!(results.cell(Figure::Edit, 10), Cell::Absent);
        assert_eq!(results.json()["open"]["sizes"]["10"]["readings"], json!([3.0, 1.0, 2.0]));
    }

    #[test]
    fn what_was_read_before_a_failure_stays() {
        let mut results = Results::new(&[10]);
        results.of(10).add(Figure::ImportRead, 5.0);
        results.fail(10, Measurement::Import, "no room".into());
        assert_eq!(results.cell(Figure::ImportRead, 10), Cell::Measured(5.0));
        assert_eq!(results.cell(Figure::ImportWrite, 10), Cell::Failed("no room"));
    }
}
