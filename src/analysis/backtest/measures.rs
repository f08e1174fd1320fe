//! How far predicted numbers of orders are off. How well chances tell customers apart: [`Auc`](crate::analysis::logistic::auc::Auc).

/// How far predicted numbers of orders are from the actual ones.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Error {
    /// All predicted orders.
    pub predicted: f64,
    /// All orders that came.
    pub actual: f64,
    /// `predicted / actual − 1`; none if nothing came.
    pub bias: Option<f64>,
    /// Mean absolute error of a customer.
    pub mae: f64,
    /// Root of the mean squared error of a customer.
    pub rmse: f64,
}

impl Error {
    /// Measures two columns of the same length; what one has more than the other is left out. `None` without rows.
    #[must_use]
    pub fn of(predicted: &[f64], actual: &[f64]) -> Option<Self> {
        let n = predicted.len().min(actual.len());
        if n == 0 {
            return None;
        }
        let (mut sums, mut absolute, mut squared) = ((0.0, 0.0), 0.0, 0.0);
        for (p, a) in predicted.iter().zip(actual) {
            sums = (sums.0 + p, sums.1 + a);
            absolute += (p - a).abs();
            squared += (p - a) * (p - a);
        }
        let count = n as f64;
        let bias = (sums.1 > 0.0).then(|| sums.0 / sums.1 - 1.0);
        Some(Self { predicted: sums.0, actual: sums.1, bias, mae: absolute / count, rmse: (squared / count).sqrt() })
    }
}
