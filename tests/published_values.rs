//! Numbers that papers, notes and manuals print, each to the tolerance that its printed digits allow.

#![allow(clippy::unwrap_used, reason = "a test fails by panicking")]

mod analysis_support;

use analysis_support::{json, number, table};
use kith::analysis::bgbb::{BgBb, Opportunities};
use kith::analysis::btyd::bg::{Bg, Family};
use kith::analysis::btyd::bg_fit::Estimate;
use kith::analysis::btyd::pareto::Pareto;
use kith::analysis::btyd::repeats::Repeats;
use kith::analysis::btyd::spend::GammaGamma;

/// Everything the printed numbers are about, fitted once.
struct Fits {
    cdnow: Repeats,
    bg: Bg,
    mbg: Bg,
    pareto: Pareto,
    spend: GammaGamma,
    /// Mean amounts of those who have one, ascending.
    amounts: Vec<f64>,
    donors: Opportunities,
    weight: Vec<f64>,
    giving: BgBb,
    giving_ll: f64,
}

impl Fits {
    fn new() -> Self {
        let rows = table("data/cdnow_summary.csv", |r| (number(&r[1]) as u32, number(&r[2]), number(&r[3])));
        let x: Vec<u32> = rows.iter().map(|r| r.0).collect();
        let t_x: Vec<f64> = rows.iter().map(|r| r.1).collect();
        let age: Vec<f64> = rows.iter().map(|r| r.2).collect();
        let cdnow = Repeats::new(&x, &t_x, &age).unwrap();
        let money = table("data/cdnow_summary_monetary.csv", |r| (number(&r[1]) as u32, number(&r[4])));
        let (orders, mean): (Vec<u32>, Vec<f64>) = money.into_iter().unzip();
        let mut amounts: Vec<f64> = mean.iter().copied().filter(|m| *m > 0.0).collect();
        amounts.sort_unstable_by(f64::total_cmp);
        let rows = table("data/donations_summary.csv", |r| ([0, 1, 2].map(|i| number(&r[i]) as u32), number(&r[3])));
        let column = |i: usize| rows.iter().map(|row| row.0[i]).collect::<Vec<_>>();
        let weight: Vec<f64> = rows.iter().map(|row| row.1).collect();
        let donors = Opportunities::new(&column(0), &column(1), &column(2), Some(&weight)).unwrap();
        let giving = BgBb::fit(&donors).unwrap();
        Self {
            bg: Bg::fit(&cdnow, Family::BG, Estimate::Likelihood).unwrap().model,
            mbg: Bg::fit(&cdnow, Family::MBG, Estimate::Likelihood).unwrap().model,
            pareto: Pareto::fit(&cdnow).unwrap().model,
            spend: GammaGamma::fit(&orders, &mean).unwrap().model,
            giving: giving.model,
            giving_ll: giving.ln_likelihood,
            cdnow,
            amounts,
            donors,
            weight,
        }
    }

    fn value(&self, model: &str, quantity: &str, inputs: &str) -> Option<f64> {
        let numbers = numbers(quantity);
        let parameter = quantity.strip_prefix("MLE ");
        Some(match model {
            "BG/NBD" if quantity.starts_with("LL at") => self.of_bg(&numbers).ln_likelihood(&self.cdnow).0,
            "BG/NBD" if quantity.starts_with("P(X(") => {
                let bg = if inputs.starts_with('(') { self.of_bg(&self::numbers(inputs)) } else { self.bg };
                bg.pmf(numbers[1] as u32, numbers[0]).unwrap()
            }
            "BG/NBD" if quantity.starts_with("E[X(") => self.bg.expectation(numbers[0]),
            "BG/NBD" if quantity.starts_with("E[Y(") => self.bg.expected(&one(&numbers[1..]), numbers[0])[0],
            "BG/NBD" => named(parameter?, &["r", "alpha", "a", "b"], &self.bg.parameters())?,
            "MBG/NBD" => named(parameter?, &["r", "alpha", "a", "b"], &self.mbg.parameters())?,
            "Pareto/NBD" if quantity.starts_with("LL at") => self.of_pareto(&numbers).ln_likelihood(&self.cdnow).0,
            "Pareto/NBD" if quantity.starts_with("E[X(") => self.of_pareto(&numbers[1..]).expectation(numbers[0]),
            "Pareto/NBD" if quantity.starts_with("E[Y(") => self.pareto.expected(&one(&numbers[1..]), numbers[0])[0],
            "Pareto/NBD" => named(parameter?, &["r", "alpha", "s", "beta"], &self.pareto.parameters())?,
            "Gamma-Gamma" if quantity.starts_with("E[M") => {
                let given = self::numbers(inputs);
                let spend = GammaGamma { p: given[0], q: given[1], gamma: given[2] };
                spend.expected(numbers[1] as u32, numbers[2]).unwrap()
            }
            "Gamma-Gamma" if quantity.starts_with("summary") => self.summary(quantity)?,
            "Gamma-Gamma" => named(parameter?, &["p", "q", "gamma"], &[self.spend.p, self.spend.q, self.spend.gamma])?,
            "BG/BB" if quantity.starts_with("LL at") => self.giving_ll,
            "BG/BB" if quantity.starts_with("P(alive") => {
                let row = Opportunities::new(&[numbers[1] as u32], &[numbers[2] as u32], &[numbers[3] as u32], None);
                self.giving.p_alive(&row.unwrap())[0]
            }
            "BG/BB" if quantity.starts_with("sum of") => {
                self.giving.expected(&self.donors, 5).iter().zip(&self.weight).map(|(v, w)| v * w).sum()
            }
            "BG/BB" => named(parameter?, &["alpha", "beta", "gamma", "delta"], &self.giving.parameters())?,
            _ => return None,
        })
    }

    fn of_bg(&self, p: &[f64]) -> Bg {
        Bg::with(Family::BG, [p[0], p[1], p[2], p[3]])
    }

    fn of_pareto(&self, p: &[f64]) -> Pareto {
        Pareto::with([p[0], p[1], p[2], p[3]])
    }

    fn summary(&self, quantity: &str) -> Option<f64> {
        let all = &self.amounts;
        let n = all.len() as f64;
        let mean = all.iter().sum::<f64>() / n;
        Some(match quantity.split([':', '(']).nth(1)?.trim() {
            "count" => n,
            "mean" => mean,
            "std" => (all.iter().map(|v| (v - mean).powi(2)).sum::<f64>() / (n - 1.0)).sqrt(),
            "min" => all[0],
            "50%" => 0.5 * (all[(all.len() - 1) / 2] + all[all.len() / 2]),
            "max" => *all.last()?,
            _ => return None,
        })
    }
}

fn named(name: &str, names: &[&str], values: &[f64]) -> Option<f64> {
    Some(values[names.iter().position(|known| *known == name)?])
}

fn one(row: &[f64]) -> Repeats {
    Repeats::new(&[row[0] as u32], &[row[1]], &[row[2]]).unwrap()
}

/// The numbers in a text, in their sequence.
fn numbers(text: &str) -> Vec<f64> {
    let words = text
        .split(|c: char| !c.is_ascii_digit() && c != '.')
        .filter(|word| word.contains(|c: char| c.is_ascii_digit()));
    words.map(|word| word.trim_end_matches('.').parse().unwrap()).collect()
}

#[test]
fn every_printed_number_comes_out() {
    let fits = Fits::new();
    let published = json("expected/13_published_values.json");
    let rows = published["rows"].as_array().unwrap();
    for row in rows {
        let text = |key: &str| row[key].as_str().unwrap();
        let found = fits.value(text("model"), text("quantity"), text("inputs"));
        let found = found.unwrap_or_else(|| panic!("nobody answers {row}"));
        let (printed, tolerance) = (row["published"].as_f64().unwrap(), row["tolerance"].as_f64().unwrap());
        assert!((found - printed).abs() <= tolerance, "{found} for {row}");
    }
    assert_eq!(rows.len(), 72);
}
