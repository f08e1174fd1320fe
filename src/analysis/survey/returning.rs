//! Do the satisfied come back? The rate at each level of the scale, each level by itself: the step from 4 to 5 is the one that
//! counts, and a straight line through all of them hides it.
//!
//! T. O. Jones and W. E. Sasser, "Why Satisfied Customers Defect", Harvard Business Review (1995).

use super::{NO_ANSWER, OutOfScale, Scale};
use crate::analysis::rates::Rate;

/// One rate a level, from the scale's low end up. `returned` holds 1 for yes, 0 for no, [`NO_ANSWER`] for not known yet;
/// customers without either are left out. The shorter column decides.
///
/// # Errors
/// An answer outside of the scale.
pub fn by_level(answers: &[u8], returned: &[u8], scale: Scale) -> Result<Vec<Rate>, OutOfScale> {
    scale.check(answers)?;
    let mut rates = vec![Rate::default(); usize::from(scale.high - scale.low) + 1];
    for (answer, returned) in known(answers, returned) {
        let rate = &mut rates[usize::from(answer - scale.low)];
        rate.cases += 1;
        rate.yes += u32::from(returned > 0);
    }
    Ok(rates)
}

/// Spearman's rank correlation of answer and return, ties at their mean rank; none if either never varies.
///
/// C. Spearman, "The Proof and Measurement of Association between Two Things", American Journal of Psychology 15 (1904).
#[must_use]
pub fn correlation(answers: &[u8], returned: &[u8]) -> Option<f64> {
    let (answers, returned): (Vec<u8>, Vec<u8>) = known(answers, returned).unzip();
    let (x, y) = (ranks(&answers), ranks(&returned));
    let middle = (x.len() as f64 + 1.0) / 2.0;
    let (mut xy, mut xx, mut yy) = (0.0, 0.0, 0.0);
    for (x, y) in x.iter().zip(&y) {
        let (x, y) = (x - middle, y - middle);
        xy += x * y;
        xx += x * x;
        yy += y * y;
    }
    (xx > 0.0 && yy > 0.0).then(|| (xy / (xx * yy).sqrt()).clamp(-1.0, 1.0))
}

fn known<'a>(answers: &'a [u8], returned: &'a [u8]) -> impl Iterator<Item = (u8, u8)> + 'a {
    let both = answers.iter().copied().zip(returned.iter().copied());
    both.filter(|(answer, returned)| *answer != NO_ANSWER && *returned != NO_ANSWER)
}

/// Mean rank of each, from 1 up, by counting: there are at most 256 different answers.
fn ranks(answers: &[u8]) -> Vec<f64> {
    let mut count = [0u32; 256];
    answers.iter().for_each(|answer| count[usize::from(*answer)] += 1);
    let mut below = 0;
    let rank = count.map(|count| {
        let rank = f64::from(below) + (f64::from(count) + 1.0) / 2.0;
        below += count;
        rank
    });
    answers.iter().map(|answer| rank[usize::from(*answer)]).collect()
}
