//! How rare a row is, feature by feature: the logarithms of its tails, added up. Nothing to set, and the same every time.
//!
//! Z. Li et al., "ECOD: Unsupervised Outlier Detection Using Empirical Cumulative Distribution Functions", IEEE TKDE (2022); per
//! feature the largest of the left tail, the right tail, and the tail on the side of the skew, as in pyod.

/// One score a row, the higher the rarer: the sum over all features of `−ln` of a tail. Features are columns of equal length (the
/// shortest decides); a value that is no number counts nothing. A feature that never varies counts nothing.
#[must_use]
pub fn ecod(features: &[&[f64]]) -> Vec<f64> {
    let rows = features.iter().map(|feature| feature.len()).min().unwrap_or(0);
    let mut scores = vec![0.0; rows];
    for feature in features {
        add(&feature[..rows], &mut scores);
    }
    scores
}

fn add(feature: &[f64], scores: &mut [f64]) {
    let mut order: Vec<usize> = (0..feature.len()).filter(|row| feature[*row].is_finite()).collect();
    order.sort_unstable_by(|a, b| feature[*a].total_cmp(&feature[*b]));
    let n = order.len() as f64;
    let skew = skew(feature);
    let mut below = 0;
    for same in order.chunk_by(|a, b| feature[*a] == feature[*b]) {
        let left = -(((below + same.len()) as f64 / n).ln());
        let right = -((n - below as f64) / n).ln();
        let skewed = match skew {
            skew if skew < 0.0 => left,
            skew if skew > 0.0 => right,
            _ => left + right,
        };
        let most = left.max(right).max(skewed);
        same.iter().for_each(|row| scores[*row] += most);
        below += same.len();
    }
}

/// The third central moment; its sign is that of the skewness.
fn skew(feature: &[f64]) -> f64 {
    let known = || feature.iter().filter(|x| x.is_finite());
    let n = known().count() as f64;
    let mean = known().map(|x| x / n).sum::<f64>();
    known().map(|x| (x - mean).powi(3)).sum()
}
