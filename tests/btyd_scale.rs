//! The models at a hundred thousand customers. The times are printed, never asserted: `--release -- --ignored --nocapture`.

#![allow(clippy::unwrap_used, reason = "a test fails by panicking")]

use std::time::Instant;

use kith::analysis::btyd::bg::{Bg, Family};
use kith::analysis::btyd::bg_fit::Estimate;
use kith::analysis::btyd::pareto::Pareto;
use kith::analysis::btyd::repeats::Repeats;
use kith::analysis::btyd::spend::GammaGamma;

/// Numbers between 0 and 1, the same every time.
struct Dice(u64);

impl Dice {
    fn roll(&mut self) -> f64 {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        ((self.0 >> 11) as f64 + 0.5) / (1u64 << 53) as f64
    }

    /// Marsaglia and Tsang's gamma numbers.
    fn gamma(&mut self, shape: f64) -> f64 {
        if shape < 1.0 {
            return self.gamma(shape + 1.0) * self.roll().powf(1.0 / shape);
        }
        let d = shape - 1.0 / 3.0;
        loop {
            let z = (-2.0 * self.roll().ln()).sqrt() * (std::f64::consts::TAU * self.roll()).cos();
            let v = (1.0 + z / (9.0 * d).sqrt()).powi(3);
            if v > 0.0 && self.roll().ln() < 0.5 * z * z + d - d * v + d * v.ln() {
                return d * v;
            }
        }
    }
}

/// Customers who buy and leave as BG/NBD says they do, watched for up to two years, in days.
fn customers(n: usize, [r, alpha, a, b]: [f64; 4]) -> (Vec<u32>, Vec<f64>, Vec<f64>) {
    let mut dice = Dice(20_240_229);
    let (mut x, mut t_x, mut age) = (Vec::new(), Vec::new(), Vec::new());
    for _ in 0..n {
        let end = (dice.roll() * 730.0).floor();
        let rate = dice.gamma(r) / alpha;
        let (leave, stay) = (dice.gamma(a), dice.gamma(b));
        let leaving = leave / (leave + stay);
        let (mut day, mut last, mut orders) = (0.0, 0.0, 0);
        loop {
            day += -dice.roll().ln() / rate;
            if day > end {
                break;
            }
            if f64::floor(day) > last {
                (last, orders) = (day.floor(), orders + 1);
            }
            if dice.roll() < leaving {
                break;
            }
        }
        x.push(orders);
        t_x.push(last);
        age.push(end);
    }
    (x, t_x, age)
}

#[test]
#[ignore = "prints times"]
fn a_hundred_thousand_customers() {
    let (x, t_x, age) = customers(100_000, [0.6, 40.0, 0.8, 2.4]);
    let money: Vec<f64> = x.iter().map(|x| 20.0 + f64::from(*x % 17)).collect();
    for _ in 0..2 {
        let mut now = Instant::now();
        let mut lap = |what: &str| {
            println!("{what}: {:.1} ms", now.elapsed().as_secs_f64() * 1e3);
            now = Instant::now();
        };
        let repeats = Repeats::new(&x, &t_x, &age).unwrap();
        lap(&format!("grouping into {}", repeats.groups()));
        let bg = Bg::fit(&repeats, Family::BG, Estimate::Likelihood).unwrap();
        lap(&format!("BG/NBD fit, {} evaluations, {:?}", bg.evaluations, bg.model.parameters()));
        let map = Bg::fit(&repeats, Family::MBG, Estimate::Posterior).unwrap();
        lap(&format!("MBG/NBD MAP fit, {} evaluations", map.evaluations));
        let alive = repeats.spread(&map.model.p_alive(&repeats));
        lap("P(alive)");
        for days in [30.0, 90.0, 365.0] {
            assert_eq!(repeats.spread(&map.model.expected(&repeats, days)).len(), alive.len());
        }
        lap("expected orders, 3 horizons");
        let chance = repeats.spread(&map.model.order_within(&repeats, 90.0));
        lap("chance of an order");
        let next = map.model.next_order(&repeats, 36_525.0);
        lap("next order");
        let dert = repeats.spread(&map.model.dert(&repeats, 0.15f64.ln_1p() / 365.25));
        lap("DERT");
        let errors = map.model.standard_errors(&repeats, Estimate::Posterior);
        lap("standard errors");
        let gg = GammaGamma::fit(&x, &money).unwrap();
        lap(&format!("Gamma-Gamma, {} evaluations", gg.evaluations));
        assert!(chance.len() == dert.len() && errors.is_some() && next.middle.len() == repeats.groups());
        let pareto = Pareto::fit(&repeats).unwrap();
        lap(&format!("Pareto/NBD fit, {} evaluations", pareto.evaluations));
    }
}
