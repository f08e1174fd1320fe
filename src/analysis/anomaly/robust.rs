//! How far from the middle, measured so that the odd ones do not hide themselves.
//!
//! B. Iglewicz and D. C. Hoaglin, "How to Detect and Handle Outliers" (1993): the modified z score.

/// Further away than this is unusual.
pub const UNUSUAL: f64 = 3.5;

/// 0.6745: the median absolute deviation of a normal sample of deviation 1.
const NORMAL_MAD: f64 = 0.6745;

/// √(π/2): a deviation over the mean absolute deviation, of a normal sample.
const NORMAL_MEAN: f64 = 1.2533;

/// Middle, spread and scores.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Robust {
    /// Median.
    pub median: f64,
    /// Median of the distances from it.
    pub mad: f64,
    /// Modified z of each: 0.6745 (x − median) / MAD. Where more than half are equal, MAD is 0 and the mean distance × 1.2533
    /// takes its place; where all are equal, everything is 0.
    pub z: Vec<f64>,
}

impl Robust {
    /// None of nothing, or if there is anything but finite numbers.
    #[must_use]
    pub fn new(values: &[f64]) -> Option<Self> {
        if values.iter().any(|x| !x.is_finite()) {
            return None;
        }
        let median = median(values.to_vec())?;
        let distances: Vec<f64> = values.iter().map(|x| (x - median).abs()).collect();
        let mean = distances.iter().sum::<f64>() / distances.len() as f64;
        let mad = self::median(distances)?;
        let scale = if mad > 0.0 { mad / NORMAL_MAD } else { mean * NORMAL_MEAN };
        let z = values.iter().map(|x| if scale > 0.0 { (x - median) / scale } else { 0.0 }).collect();
        Some(Self { median, mad, z })
    }

    /// Which are unusual.
    pub fn unusual(&self, limit: f64) -> impl Iterator<Item = bool> + '_ {
        self.z.iter().map(move |z| z.abs() > limit)
    }
}

/// The middle one, or the mean of the two; linear in time.
pub(super) fn median(mut values: Vec<f64>) -> Option<f64> {
    let middle = values.len() / 2;
    if values.is_empty() {
        return None;
    }
    let even = values.len().is_multiple_of(2);
    let (below, high, _) = values.select_nth_unstable_by(middle, f64::total_cmp);
    let high = *high;
    let low = below.iter().copied().max_by(f64::total_cmp).filter(|_| even).unwrap_or(high);
    Some(if low == high { low } else { low / 2.0 + high / 2.0 })
}
