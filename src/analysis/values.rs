//! What a customer is worth, by whichever measure the user chose: one number each, or none.

/// "This customer has no value" in a column of money.
pub const NO_VALUE: i64 = i64::MIN;

/// One amount a customer in minor units, or none. Revenue and margin come from a [`summary`](super::summary); an hourly
/// rate, a lifetime value or anything else the page can work out goes through the same door.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Values(Vec<i64>);

impl Values {
    /// From whole minor units. `Some(i64::MIN)` is taken one unit higher: that number stands for "none".
    pub fn from_minor(values: impl IntoIterator<Item = Option<i64>>) -> Self {
        Self(values.into_iter().map(|v| v.map_or(NO_VALUE, |v| v.max(NO_VALUE + 1))).collect())
    }

    /// From estimates in minor units, rounded; what is not a finite number is none.
    pub fn from_estimates(values: impl IntoIterator<Item = Option<f64>>) -> Self {
        // `as` stops at the ends of i64, which is what is wanted here.
        Self::from_minor(values.into_iter().map(|v| v.filter(|v| v.is_finite()).map(|v| v.round() as i64)))
    }

    /// From a column in which [`NO_VALUE`] stands for none, as [`Values::column`] gives it.
    #[must_use]
    pub fn from_column(column: Vec<i64>) -> Self {
        Self(column)
    }

    /// The plain column, [`NO_VALUE`] for none.
    #[must_use]
    pub fn column(&self) -> &[i64] {
        &self.0
    }

    /// The value of one customer; none as well if there is no such customer.
    #[must_use]
    pub fn get(&self, customer: usize) -> Option<i64> {
        self.0.get(customer).copied().filter(|v| *v != NO_VALUE)
    }

    /// How many customers the column covers, with a value or without.
    #[must_use]
    pub fn len(&self) -> usize {
        self.0.len()
    }

    /// Whether it covers nobody.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// The customers that have a value, with it, by number.
    pub fn known(&self) -> impl Iterator<Item = (u32, i64)> + '_ {
        (0u32..).zip(&self.0).filter(|(_, v)| **v != NO_VALUE).map(|(i, v)| (i, *v))
    }
}
