//! How many customers and how much money stand in each cell of the recency × frequency grid, and in each segment.

use super::money;
use super::rfm::Rfm;
use super::segment::Segment;
use super::summary::Summary;

/// Those who stand together.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Cell {
    /// How many customers.
    pub customers: u32,
    /// Their orders net of refunds, minor units.
    pub money: i64,
}

/// The grid of an [`Rfm`].
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Grid {
    top: u8,
    cells: Vec<Cell>,
    segments: [Cell; Segment::ALL.len()],
}

impl Grid {
    /// Counts.
    #[must_use]
    pub fn new(rfm: &Rfm, summary: &Summary) -> Self {
        let top = rfm.scale.top();
        let side = usize::from(top);
        let mut cells = vec![Tally::default(); side * side];
        let mut segments = [Tally::default(); Segment::ALL.len()];
        for (customer, code) in rfm.segment.iter().enumerate().filter(|(_, code)| **code > 0) {
            let net = summary.net[customer];
            cells[cell(top, rfm.r[customer], rfm.f[customer])].add(net);
            segments[usize::from(*code) - 1].add(net);
        }
        Self { top, cells: cells.into_iter().map(Tally::cell).collect(), segments: segments.map(Tally::cell) }
    }

    /// The cell of two scores; empty outside of the scale.
    #[must_use]
    pub fn cell(&self, recency: u8, frequency: u8) -> Cell {
        let inside = |score: u8| (1..=self.top).contains(&score);
        if inside(recency) && inside(frequency) {
            self.cells[cell(self.top, recency, frequency)]
        } else {
            Cell::default()
        }
    }

    /// Everybody of one segment.
    #[must_use]
    pub fn segment(&self, segment: Segment) -> Cell {
        self.segments[segment as usize - 1]
    }
}

fn cell(top: u8, recency: u8, frequency: u8) -> usize {
    usize::from(recency - 1) * usize::from(top) + usize::from(frequency - 1)
}

#[derive(Clone, Copy, Default)]
struct Tally {
    customers: u32,
    money: i128,
}

impl Tally {
    fn add(&mut self, money: i64) {
        self.customers += 1;
        self.money += i128::from(money);
    }

    fn cell(self) -> Cell {
        Cell { customers: self.customers, money: money::clamp(self.money) }
    }
}
