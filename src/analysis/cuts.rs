//! Where A ends and where B ends: whole hundredths of a percent, so that a cut is met exactly or not at all.

use thiserror::Error;

use super::abc::Class;

const WHOLE: u16 = 10_000;

/// Why two numbers cannot be cuts.
#[derive(Clone, Copy, Debug, Error, PartialEq, Eq)]
pub enum CutsError {
    /// The first cut is 0 %.
    #[error("the first cut must lie above 0 %")]
    FirstTooLow,
    /// The second does not lie above the first.
    #[error("the second cut must lie above the first")]
    OutOfOrder,
    /// The second is 100 % or more.
    #[error("the second cut must lie below 100 %")]
    SecondTooHigh,
}

/// Where A ends and where B ends, in hundredths of a percent of the total.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Cuts {
    a: u16,
    b: u16,
}

impl Default for Cuts {
    /// 80 % and 95 %.
    fn default() -> Self {
        Self { a: 8_000, b: 9_500 }
    }
}

impl Cuts {
    /// Cuts in hundredths of a percent: 8,000 and 9,500 are the usual 80 % and 95 %.
    ///
    /// # Errors
    /// Unless 0 < `a` < `b` < 10,000.
    pub fn new(a: u16, b: u16) -> Result<Self, CutsError> {
        match (a, b) {
            (0, _) => Err(CutsError::FirstTooLow),
            (_, WHOLE..) => Err(CutsError::SecondTooHigh),
            _ if a >= b => Err(CutsError::OutOfOrder),
            _ => Ok(Self { a, b }),
        }
    }

    /// Where A ends, in hundredths of a percent.
    #[must_use]
    pub fn a(self) -> u16 {
        self.a
    }

    /// Where B ends, in hundredths of a percent.
    #[must_use]
    pub fn b(self) -> u16 {
        self.b
    }

    /// The same cuts in money. `before / total < cut / whole` exactly if `before` is below the cut's part of the total, rounded
    /// up to whole units.
    pub(super) fn of(self, total: i128) -> Borders {
        let whole = i128::from(WHOLE);
        let border = |cut: u16| (total * i128::from(cut) + whole - 1) / whole;
        Borders { a: border(self.a), b: border(self.b) }
    }
}

/// Cuts in money.
#[derive(Clone, Copy)]
pub(super) struct Borders {
    a: i128,
    b: i128,
}

impl Borders {
    /// The class of a value above zero with so much strictly before it.
    pub(super) fn class(self, before: i128) -> Class {
        if before < self.a {
            Class::A
        } else if before < self.b {
            Class::B
        } else {
            Class::C
        }
    }
}
