//! Whether purchases come by chance or by the clock: the shape k of the gaps between them. 1 is chance, from 1.5 on a model for regular
//! buying ([`Family::regular`](super::btyd::bg::Family::regular)) is worth it.
//!
//! Estimates as in BTYDplus: for all customers at once from the last two gaps of each (Wheat and Morrison, "Estimating Purchase Regularity with
//! Two Interpurchase Times", JMR 27 (1990)), or the median over customers with ten gaps of the shape of their own gamma distribution (Minka, "Estimating a
//! Gamma distribution" (2002); Thom (1958), in Dunn, Reader, Wrigley, Applied Statistics 32 (1983); Wu and Chen, JORS 51 (2000)).

use super::columns::Day;
use super::history::History;
use super::special::gamma::digamma;

/// Gaps a customer needs for an own shape.
pub const GAPS_FOR_SHAPE: usize = 10;
/// Gaps by the clock have an infinite shape; this is said instead.
const MOST: f64 = 1e6;

/// The days between purchase events of each customer, in their sequence.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Gaps {
    start: Vec<u32>,
    days: Vec<Day>,
}

/// The gaps of one customer, in days.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct OwnGaps {
    /// How many.
    pub n: usize,
    /// The median.
    pub median: f64,
    /// The mean.
    pub mean: f64,
    /// Standard deviation with n − 1; none for one gap.
    pub sd: Option<f64>,
}

/// How k is estimated.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Method {
    /// From the last two gaps of everybody. Which of the two comes first does not matter here: both sequences are counted.
    Wheat,
    /// Maximum likelihood, between .1 and 50.
    Likelihood,
    /// Minka's approximation of it.
    Minka,
    /// Thom's approximation of it.
    Thom,
    /// One over the squared coefficient of variation.
    Variation,
}

impl Gaps {
    /// Everybody's gaps up to the as-of day.
    #[must_use]
    pub fn new(history: &History) -> Self {
        let mut gaps = Self { start: vec![0], days: Vec::new() };
        for customer in 0..history.customers() {
            let mut last = None;
            for event in history.events(customer) {
                gaps.days.extend(last.map(|last| event.day - last));
                last = Some(event.day);
            }
            gaps.start.push(gaps.days.len() as u32);
        }
        gaps
    }

    /// How many customers there are.
    #[must_use]
    pub fn customers(&self) -> usize {
        self.start.len().saturating_sub(1)
    }

    /// All gaps, customer by customer.
    #[must_use]
    pub fn all(&self) -> &[Day] {
        &self.days
    }

    /// The gaps of one customer.
    #[must_use]
    pub fn of(&self, customer: usize) -> &[Day] {
        &self.days[self.start[customer] as usize..self.start[customer + 1] as usize]
    }

    /// Sum of the logarithms of all gaps in units of so many days: what likelihoods with different k are compared with.
    #[must_use]
    pub fn ln_sum(&self, unit: f64) -> f64 {
        let mut sorted = self.days.clone();
        sorted.sort_unstable();
        sorted.into_iter().map(|gap| (f64::from(gap) / unit).ln()).sum()
    }

    /// What is known of the gaps of one customer; none without any.
    #[must_use]
    pub fn own(&self, customer: usize) -> Option<OwnGaps> {
        spread(self.of(customer))
    }

    /// What is known of all gaps together.
    #[must_use]
    pub fn together(&self) -> Option<OwnGaps> {
        spread(&self.days)
    }

    /// A quantile of all gaps, the share between 0 and 1, as R computes it by default (type 7).
    #[must_use]
    pub fn quantile(&self, share: f64) -> Option<f64> {
        let mut sorted = self.days.clone();
        sorted.sort_unstable();
        quantile(&sorted, share)
    }

    /// The shape k. None where too few customers have enough gaps, or nothing varies.
    #[must_use]
    pub fn regularity(&self, method: Method) -> Option<f64> {
        if method == Method::Wheat {
            return self.wheat();
        }
        let enough = (0..self.customers()).map(|c| self.of(c)).filter(|own| own.len() >= GAPS_FOR_SHAPE);
        let mut shapes: Vec<f64> = enough.map(|own| shape(own, method).min(MOST)).collect();
        shapes.sort_unstable_by(f64::total_cmp);
        let (n, middle) = (shapes.len(), shapes.len() / 2);
        match n {
            0 => None,
            n if n % 2 == 1 => Some(shapes[middle]),
            _ => Some(0.5 * (shapes[middle - 1] + shapes[middle])),
        }
    }

    /// M = gap / (gap + other) is Beta(k, k), with variance 1/(4 (2k+1)); being symmetric, its mean is ½ and need not be estimated.
    fn wheat(&self) -> Option<f64> {
        let pairs = (0..self.customers()).filter_map(|c| self.of(c).last_chunk::<2>());
        let (mut n, mut sum) = (0.0, 0.0);
        for [a, b] in pairs {
            n += 1.0;
            sum += (f64::from(*a) / f64::from(a + b) - 0.5).powi(2);
        }
        let variance = sum / n;
        (n >= 2.0 && variance > 0.0).then(|| (1.0 - 4.0 * variance) / (8.0 * variance))
    }
}

fn shape(gaps: &[Day], method: Method) -> f64 {
    let n = gaps.len() as f64;
    let mean = gaps.iter().map(|g| f64::from(*g)).sum::<f64>() / n;
    if method == Method::Variation {
        let variance = gaps.iter().map(|g| (f64::from(*g) - mean).powi(2)).sum::<f64>() / (n - 1.0);
        return mean * mean / variance;
    }
    let s = mean.ln() - gaps.iter().map(|g| f64::from(*g).ln()).sum::<f64>() / n;
    // Rounding may leave a little below zero where all are equal.
    if s < 1e-14 {
        return if method == Method::Likelihood { 50.0 } else { MOST };
    }
    match method {
        Method::Minka => (3.0 - s + ((s - 3.0).powi(2) + 24.0 * s).sqrt()) / (12.0 * s),
        Method::Thom => (1.0 + (1.0 + 4.0 * s / 3.0).sqrt()) / (4.0 * s),
        _ => {
            // ln k − ψ(k) falls from infinity to zero; it equals s at the maximum of the likelihood.
            let (mut low, mut high) = (0.1f64, 50.0f64);
            for _ in 0..60 {
                let middle = 0.5 * (low + high);
                if middle.ln() - digamma(middle) > s { low = middle } else { high = middle }
            }
            0.5 * (low + high)
        }
    }
}

fn spread(gaps: &[Day]) -> Option<OwnGaps> {
    let n = gaps.len();
    let mut sorted = gaps.to_vec();
    sorted.sort_unstable();
    let median = quantile(&sorted, 0.5)?;
    let mean = sorted.iter().map(|g| f64::from(*g)).sum::<f64>() / n as f64;
    let squares: f64 = sorted.iter().map(|g| (f64::from(*g) - mean).powi(2)).sum();
    Some(OwnGaps { n, median, mean, sd: (n > 1).then(|| (squares / (n as f64 - 1.0)).sqrt()) })
}

fn quantile(sorted: &[Day], share: f64) -> Option<f64> {
    let place = (sorted.len().checked_sub(1)?) as f64 * share.clamp(0.0, 1.0);
    let (below, part) = (place.floor() as usize, place.fract());
    let low = f64::from(sorted[below]);
    let high = sorted.get(below + 1).map_or(low, |high| f64::from(*high));
    Some(low + part * (high - low))
}
