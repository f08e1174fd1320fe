//! How unequally value is spread: Lorenz curve, Gini coefficient, the share of the best fifth. Values above zero only.

use super::money;
use super::ranking::ascending;
use super::values::Values;

/// The spread of the values above zero.
#[derive(Clone, Debug, PartialEq)]
pub struct Concentration {
    /// How many customers have a value above zero.
    pub customers: u32,
    /// Their sum, minor units.
    pub total: i64,
    /// 0 if all are alike, near 1 if one has everything.
    pub gini: f64,
    /// What the poorest 0 %, 10 %, … 100 % of them hold together, linear between customers.
    pub lorenz: [f64; 11],
    /// How many customers make the best fifth, rounded up.
    pub best_fifth: u32,
    /// What the best fifth holds.
    pub best_fifth_share: f64,
}

impl Concentration {
    /// None if nobody has a value above zero.
    #[must_use]
    pub fn of(values: &Values) -> Option<Self> {
        let keyed = values.known().filter(|(_, v)| *v > 0).map(|(i, v)| (v, i)).collect();
        let money: Vec<i64> = ascending(keyed).into_iter().map(|row| row.0).collect();
        let gini = gini_of_ascending(money.iter().copied())?;
        let held: Vec<i128> = running(&money);
        let n = money.len();
        let total = held[n];
        let lorenz = std::array::from_fn(|tenth| {
            let (whole, rest) = (n * tenth / 10, n * tenth % 10);
            // Ten times the sum up to the point between two customers: whole numbers up to the one division.
            let next = if rest == 0 { 0 } else { i128::from(money[whole]) * rest as i128 };
            money::share(held[whole] * 10 + next, total * 10)
        });
        let best_fifth = n.div_ceil(5);
        Some(Self {
            customers: u32::try_from(n).unwrap_or(u32::MAX),
            total: money::clamp(total),
            gini,
            lorenz,
            best_fifth: u32::try_from(best_fifth).unwrap_or(u32::MAX),
            best_fifth_share: money::share(total - held[n - best_fifth], total),
        })
    }
}

/// Sums of the first 0, 1, 2, … n.
pub(super) fn running(money: &[i64]) -> Vec<i128> {
    let mut held = Vec::with_capacity(money.len() + 1);
    let mut sum = 0;
    held.push(sum);
    held.extend(money.iter().map(|v| {
        sum += i128::from(*v);
        sum
    }));
    held
}

/// The Gini coefficient of values above zero in ascending sequence: the area between the Lorenz curve and equality, doubled
/// (trapezoids, no small-sample correction). `Σ (2i − n − 1) xᵢ / (n Σ xᵢ)`, exact up to the division. None of nothing.
pub(super) fn gini_of_ascending(values: impl Iterator<Item = i64>) -> Option<f64> {
    // Σ i xᵢ = (n + 1) Σ x − the sum of the running sums: additions only. n < 2^32 values below 2^63 keep all below 2^127.
    let (mut n, mut sum, mut sums) = (0i128, 0i128, 0i128);
    for value in values {
        n += 1;
        sum += i128::from(value);
        sums += sum;
    }
    (n > 0).then(|| money::share((n + 1) * sum - 2 * sums, n * sum))
}
