//! A column that depends on x and T alone, times P(alive): worked out where it has to be, and drawn between.
//!
//! What the models say of one x is smooth in T, and over many x smooth in x too. So one x with many T gets a [`Curve`], and where many
//! different x are large, all of these share a [`Surface`]. Both are checked against the function itself before they are used.

use super::super::special::chebyshev::Curve;
use super::super::special::surface::Surface;
use super::bg::Bg;
use super::repeats::Repeats;

/// From this x on the functions bend slowly enough for a surface.
const MANY: u32 = 12;
/// With as many points to be worked out one by one, a surface is cheaper.
const WORTH_IT: usize = 1_500;
/// A curve takes about as many points.
const OF_A_CURVE: usize = 35;

impl Bg {
    /// P(alive) times `at(x, (least T, greatest T))(T)`.
    pub(super) fn per_age<F: Fn(f64) -> f64>(&self, repeats: &Repeats, at: impl Fn(f64, (f64, f64)) -> F) -> Vec<f64> {
        let mut column = self.p_alive(repeats);
        let logs = repeats.at_times(|t| (self.alpha + t).ln());
        let time = |age: u32| repeats.times[age as usize];
        let surface = self.surface(repeats, &at);
        let mut g = 0;
        while g < column.len() {
            let count = repeats.count[g];
            let end = repeats.count[g..].partition_point(|c| *c == count) + g;
            let x = f64::from(repeats.counts[count as usize]);
            // Within a count the ages ascend: the youngest looks furthest ahead, in units of what is known.
            let ages = &repeats.age[g..end];
            let (youngest, oldest) = (time(ages[0]), time(ages[ages.len() - 1]));
            let drawn = surface.as_ref().filter(|_| repeats.counts[count as usize] >= MANY);
            let exact = if drawn.is_none() { Some(at(x, (youngest, oldest))) } else { None };
            let curve = match (drawn, &exact) {
                (Some(surface), _) => Some(surface.row(x.ln_1p())),
                (None, Some(exact)) => {
                    let (low, high) = ((self.alpha + youngest).ln(), (self.alpha + oldest).ln());
                    Curve::through(low, high, ages.len(), |u| exact((u.exp() - self.alpha).max(0.0)))
                }
                (None, None) => None,
            };
            let mut known: Option<(u32, f64)> = None;
            for (answer, age) in column[g..end].iter_mut().zip(ages) {
                let value = match (known, &curve, &exact) {
                    (Some((of, value)), ..) if of == *age => value,
                    (_, Some(curve), _) => curve.at(logs[*age as usize]),
                    (_, None, Some(exact)) => exact(time(*age)),
                    (_, None, None) => f64::NAN,
                };
                known = Some((*age, value));
                *answer *= value;
            }
            g = end;
        }
        column
    }

    /// For all large x together; `None` where there are too few of them, or the function is not smooth enough.
    fn surface<F: Fn(f64) -> f64>(&self, repeats: &Repeats, at: &impl Fn(f64, (f64, f64)) -> F) -> Option<Surface> {
        let first = repeats.counts.partition_point(|x| *x < MANY);
        let groups = repeats.count.partition_point(|c| (*c as usize) < first);
        let mut work = 0;
        for of_one in repeats.count[groups..].chunk_by(|a, b| a == b) {
            work += of_one.len().min(OF_A_CURVE);
        }
        if work < WORTH_IT {
            return None;
        }
        let (least, most) = (*repeats.counts.get(first)?, *repeats.counts.last()?);
        let ages = &repeats.age[groups..];
        let ends = repeats.times[*ages.iter().min()? as usize]..repeats.times[*ages.iter().max()? as usize];
        Surface::through(
            (f64::from(least).ln_1p(), f64::from(most).ln_1p()),
            ((self.alpha + ends.start).ln(), (self.alpha + ends.end).ln()),
            |row| {
                let f = at(row.exp_m1(), (ends.start, ends.end));
                let alpha = self.alpha;
                move |u: f64| f((u.exp() - alpha).max(0.0))
            },
        )
    }
}
