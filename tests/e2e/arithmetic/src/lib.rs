//! Kith's arithmetic for the bench: columns go in once, then each method asks one question of them and returns a few numbers by which one
//! can tell that the work was done, and done as others do it. It is compiled as the app's worker is, and no user ever loads it.

use kith::analysis::abc::Abc;
use kith::analysis::btyd::bg::{Bg, Family};
use kith::analysis::btyd::bg_fit::Estimate;
use kith::analysis::btyd::known::Known;
use kith::analysis::btyd::log_spend::Spend;
use kith::analysis::btyd::repeats::Repeats;
use kith::analysis::classification::{Classification, Question};
use kith::analysis::columns::{Day, Orders};
use kith::analysis::insights::forecast::Forecast;
use kith::analysis::insights::outlook::Outlook;
use kith::analysis::insights::together::{Lines, Together};
use kith::analysis::rfm::Rfm;
use kith::analysis::rules::baskets::Baskets;
use kith::analysis::rules::frequent::Frequent;
use kith::analysis::rules::rule::rules;
use kith::analysis::summary::Summary;
use wasm_bindgen::prelude::wasm_bindgen;

/// A pair has to lie in this part of all baskets, as the others in the bench have it.
const SUPPORT: f64 = 0.002;

/// Columns, checked once.
#[wasm_bindgen]
#[derive(Debug)]
pub struct Columns {
    customers: usize,
    as_of: Day,
    customer: Vec<u32>,
    day: Vec<Day>,
    amount: Vec<i64>,
    basket: Vec<u32>,
    item: Vec<u32>,
    items: usize,
    x: Vec<u32>,
    t_x: Vec<f64>,
    age: Vec<f64>,
}

#[wasm_bindgen]
impl Columns {
    /// Orders in minor units. The baskets are those orders whose numbers are below the number of baskets.
    ///
    /// # Errors
    /// Columns that are no orders.
    #[wasm_bindgen(constructor)]
    pub fn new(
        customers: usize,
        as_of: Day,
        customer: Vec<u32>,
        day: Vec<Day>,
        amount: Vec<i64>,
    ) -> Result<Self, String> {
        Orders::new(customers, &customer, &day, &amount).map_err(|error| error.to_string())?;
        let (x, t_x, age) = (Vec::new(), Vec::new(), Vec::new());
        Ok(Self {
            customers,
            as_of,
            customer,
            day,
            amount,
            basket: Vec::new(),
            item: Vec::new(),
            items: 0,
            x,
            t_x,
            age,
        })
    }

    /// Adds what lay in each basket: one line a row.
    pub fn with_baskets(&mut self, basket: Vec<u32>, item: Vec<u32>, items: usize) {
        (self.basket, self.item, self.items) = (basket, item, items);
    }

    /// Adds repeat buying in days.
    pub fn with_repeats(&mut self, x: Vec<u32>, t_x: Vec<f64>, age: Vec<f64>) {
        (self.x, self.t_x, self.age) = (x, t_x, age);
    }

    fn orders(&self) -> Result<Orders<'_>, String> {
        Orders::new(self.customers, &self.customer, &self.day, &self.amount).map_err(|error| error.to_string())
    }

    fn repeats(&self) -> Result<Repeats, String> {
        Repeats::new(&self.x, &self.t_x, &self.age).map_err(|error| error.to_string())
    }

    fn baskets(&self) -> usize {
        self.basket.last().map_or(0, |last| *last as usize + 1)
    }

    /// RFM and ABC by revenue, from the orders on: the sum of all RFM numbers, then how many are A, B and C.
    ///
    /// # Errors
    /// Columns that are no orders.
    pub fn rfm_abc(&self) -> Result<Vec<f64>, String> {
        let orders = self.orders()?;
        let summary = Summary::of_orders(&orders, self.as_of);
        let (rfm, abc) = (Rfm::new(&summary, Default::default()), Abc::new(&summary.revenue(), Default::default()));
        Ok(scored(&rfm, &abc))
    }

    /// The most likely BG/NBD: r, α in days, a, b, log-likelihood.
    ///
    /// # Errors
    /// Columns that are no repeat buying, or nothing to fit.
    pub fn bg_fit(&self) -> Result<Vec<f64>, String> {
        fitted(&self.repeats()?, Family::BG, Estimate::Likelihood).map(|(_, numbers)| numbers)
    }

    /// MBG/NBD with its prior and everything that is predicted of each customer: P(alive), orders within two horizons and ever, when the
    /// next comes, three years month by month. Returns the parameters and the sum of the orders of a year.
    ///
    /// # Errors
    /// As for [`Columns::bg_fit`].
    pub fn mbg_all(&self) -> Result<Vec<f64>, String> {
        let known = Known {
            customer: (0..).take(self.x.len()).collect(),
            x: self.x.clone(),
            t_x: self.t_x.clone(),
            age: self.age.clone(),
            m_x: Vec::new(),
            repeats: self.repeats()?,
        };
        let (model, mut numbers) = fitted(&known.repeats, Family::MBG, Estimate::Posterior)?;
        let spend = vec![Spend { mean: 1.0, low: 1.0, high: 1.0 }; self.x.len()];
        let forecast = Forecast::new(&known, &model, &spend, 1.0);
        numbers.push(forecast.year.iter().sum());
        numbers.push(forecast.cash.iter().sum());
        Ok(numbers)
    }

    /// Pairs of items in enough baskets and their rules: how many items, pairs and rules.
    ///
    /// # Errors
    /// Numbers beyond what there is.
    pub fn pairs(&self) -> Result<Vec<f64>, String> {
        let baskets = Baskets::new(self.baskets(), self.items, &self.basket, &self.item);
        let frequent = Frequent::new(&baskets.map_err(|error| error.to_string())?, SUPPORT, 2);
        let of = |length: usize| frequent.sets.iter().filter(|set| set.len() == length).count() as f64;
        Ok(vec![of(1), of(2), rules(&frequent, 0.0, true).len() as f64])
    }

    /// Everything the screens ask: classes, scores and rhythm; BG/NBD beside; the outlook with its model, its backtest, spend and all
    /// predictions; what is bought together, and who lacks the other half.
    ///
    /// # Errors
    /// As for the questions alone.
    pub fn everything(&self) -> Result<Vec<f64>, String> {
        let orders = self.orders()?;
        let classified = Classification::new(&orders, &Question { as_of: self.as_of, ..Question::default() });
        let mut numbers = scored(&classified.rfm, &classified.abc);
        numbers.extend(self.bg_fit()?);
        let outlook = self.outlook()?;
        numbers.extend(outlook);
        let buyer = &self.customer[..self.baskets().min(self.customer.len())];
        let lines =
            Lines { customers: self.customers, items: self.items, buyer, order: &self.basket, item: &self.item };
        let together = Together::new(&lines).map_err(|error| error.to_string())?;
        numbers.push(together.gap_customer.len() as f64);
        Ok(numbers)
    }

    /// The outlook alone: the parameters, and how many customers get a forecast of their orders.
    ///
    /// # Errors
    /// Columns that are no orders.
    pub fn outlook(&self) -> Result<Vec<f64>, String> {
        let outlook = Outlook::new(&self.orders()?, self.as_of);
        let mut numbers = outlook.model.map_or(Vec::new(), |model| model.parameters.to_vec());
        numbers.push(outlook.forecast.year.len() as f64);
        Ok(numbers)
    }
}

fn scored(rfm: &Rfm, abc: &Abc) -> Vec<f64> {
    let number =
        |c: usize| [rfm.r[c], rfm.f[c], rfm.m[c]].into_iter().fold(0.0, |sum, one| sum * 10.0 + f64::from(one));
    let mut numbers = vec![(0..rfm.r.len()).map(number).sum::<f64>()];
    numbers.extend(abc.groups.iter().map(|group| f64::from(group.customers)));
    numbers
}

fn fitted(repeats: &Repeats, family: Family, estimate: Estimate) -> Result<(Bg, Vec<f64>), String> {
    let fitted = Bg::fit(repeats, family, estimate).map_err(|error| error.to_string())?;
    let mut numbers = fitted.model.parameters().to_vec();
    numbers.push(fitted.ln_likelihood);
    Ok((fitted.model, numbers))
}
