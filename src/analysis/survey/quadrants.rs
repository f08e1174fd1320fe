//! Satisfaction and loyalty, crossed. Who was not asked stands nowhere: there is no neutral corner.
//!
//! T. O. Jones and W. E. Sasser, "Why Satisfied Customers Defect", Harvard Business Review (1995); A. S. Dick and K. Basu,
//! "Customer Loyalty: Toward an Integrated Conceptual Framework", Journal of the Academy of Marketing Science 22 (1994).

use super::NO_ANSWER;

/// Where satisfaction and loyalty put a customer. The number is the code in a column, 0 for none.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
#[repr(u8)]
pub enum Quadrant {
    /// Completely satisfied and very loyal: the top of the loyalists, who tell others.
    Apostle = 1,
    /// Satisfied and loyal.
    Loyalist = 2,
    /// Satisfied, and buys where it is cheaper.
    Mercenary = 3,
    /// Dissatisfied, and stays for want of a way out.
    Hostage = 4,
    /// Neither.
    Defector = 5,
}

impl Quadrant {
    /// In the sequence of their codes.
    pub const ALL: [Self; 5] = [Self::Apostle, Self::Loyalist, Self::Mercenary, Self::Hostage, Self::Defector];
}

/// Where the quadrants are cut; at the cut is above.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Cuts {
    /// The lowest answer that is satisfied.
    pub satisfied: u8,
    /// The lowest loyalty that is loyal, on its scale of 0 to 100.
    pub loyal: f64,
    /// The lowest answer of an apostle.
    pub apostle_satisfied: u8,
    /// The lowest loyalty of an apostle.
    pub apostle_loyal: f64,
}

impl Default for Cuts {
    /// 4 of 5 and 60 of 100; 5 and 80 for apostles.
    fn default() -> Self {
        Self { satisfied: 4, loyal: 60.0, apostle_satisfied: 5, apostle_loyal: 80.0 }
    }
}

/// Code of the quadrant of each customer, 0 where the answer ([`NO_ANSWER`]) or the loyalty (NaN) is missing.
#[must_use]
pub fn jones_sasser(satisfaction: &[u8], loyalty: &[f64], cuts: Cuts) -> Vec<u8> {
    let quadrant = |(answer, loyalty): (&u8, &f64)| {
        if *answer == NO_ANSWER || loyalty.is_nan() {
            return 0;
        }
        let quadrant = match (*answer >= cuts.satisfied, *loyalty >= cuts.loyal) {
            (true, true) if *answer >= cuts.apostle_satisfied && *loyalty >= cuts.apostle_loyal => Quadrant::Apostle,
            (true, true) => Quadrant::Loyalist,
            (true, false) => Quadrant::Mercenary,
            (false, true) => Quadrant::Hostage,
            (false, false) => Quadrant::Defector,
        };
        quadrant as u8
    };
    satisfaction.iter().zip(loyalty).map(quadrant).collect()
}

/// Attitude against what is done. The number is the code in a column, 0 for none.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
#[repr(u8)]
pub enum Loyalty {
    /// Thinks well of us and comes back.
    True = 1,
    /// Thinks well of us and does not come back.
    Latent = 2,
    /// Comes back without thinking well of us.
    Spurious = 3,
    /// Neither.
    No = 4,
}

impl Loyalty {
    /// In the sequence of their codes.
    pub const ALL: [Self; 4] = [Self::True, Self::Latent, Self::Spurious, Self::No];
}

/// Code of each customer: attitude is high from `high` up (9 of 10), `returned` is 1 or 0. 0 where either is [`NO_ANSWER`].
#[must_use]
pub fn dick_basu(attitude: &[u8], returned: &[u8], high: u8) -> Vec<u8> {
    let loyalty = |(attitude, returned): (&u8, &u8)| match (*attitude, *returned) {
        (NO_ANSWER, _) | (_, NO_ANSWER) => 0,
        (attitude, 1..) if attitude >= high => Loyalty::True as u8,
        (attitude, 0) if attitude >= high => Loyalty::Latent as u8,
        (_, 1..) => Loyalty::Spurious as u8,
        (_, 0) => Loyalty::No as u8,
    };
    attitude.iter().zip(returned).map(loyalty).collect()
}
