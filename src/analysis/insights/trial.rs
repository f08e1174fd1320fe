//! How far the predictions of the workspace itself can be trusted: what a backtest found, as columns.

use super::super::backtest::run::Backtest;
use super::super::backtest::trust::{Hidden, hides_chance, hides_orders};
use super::super::columns::Day;

/// A backtest in numbers. Groups without anybody have 0 in `*_n` and say nothing.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Trial {
    /// The last day the model saw.
    pub cut: Day,
    /// Days it had to predict.
    pub days: Day,
    /// Customers who had bought by the cut.
    pub customers: u32,
    /// Orders that were predicted.
    pub predicted: f64,
    /// Orders that came.
    pub actual: f64,
    /// What the naive rule predicted: everybody goes on as before.
    pub naive: f64,
    /// Mean absolute error of a customer, in orders.
    pub error: f64,
    /// That of the naive rule.
    pub naive_error: f64,
    /// `predicted / actual − 1`; none if nothing came.
    pub bias: Option<f64>,
    /// The chance that somebody who came back had been given a higher chance than somebody who did not; none if all or nobody did.
    pub auc: Option<f64>,
    /// How much better than always naming the overall rate, from −∞ to 1; none where all did the same.
    pub skill: Option<f64>,
    /// Code of why the chance is hidden, 0 for not.
    pub chance_hidden: u8,
    /// Code of why expected orders are hidden, 0 for not.
    pub orders_hidden: u8,
    /// By past repeat orders 0, 1, 2, …, the last being "or more": customers.
    pub frequency_n: Vec<u32>,
    /// Orders predicted a customer.
    pub frequency_predicted: Vec<f64>,
    /// Orders that came a customer.
    pub frequency_actual: Vec<f64>,
    /// By tenths of the chance: customers.
    pub tenth_n: Vec<u32>,
    /// The mean chance.
    pub tenth_predicted: Vec<f64>,
    /// The share that ordered.
    pub tenth_actual: Vec<f64>,
    /// Wilson's 95 % interval of that share, lower end.
    pub tenth_low: Vec<f64>,
    /// Upper end.
    pub tenth_high: Vec<f64>,
}

/// The reasons behind the codes of [`Trial`].
const REASONS: [Hidden; 3] = [Hidden::NothingCame, Hidden::NoSkill, Hidden::LosesToNaive];

fn code(hidden: Option<Hidden>) -> u8 {
    hidden.and_then(|hidden| REASONS.iter().position(|reason| *reason == hidden)).map_or(0, |place| place as u8 + 1)
}

fn reason(code: u8) -> Option<Hidden> {
    REASONS.get(usize::from(code.checked_sub(1)?)).copied()
}

impl Trial {
    /// Takes the numbers out of a backtest.
    #[must_use]
    pub fn new(backtest: &Backtest) -> Self {
        let (model, naive) = (&backtest.model, &backtest.naive);
        let chance = model.chance.as_ref();
        let mut trial = Self {
            cut: backtest.cut,
            days: backtest.days,
            customers: u32::try_from(backtest.customers).unwrap_or(u32::MAX),
            predicted: model.error.predicted,
            actual: model.error.actual,
            naive: naive.error.predicted,
            error: model.error.mae,
            naive_error: naive.error.mae,
            bias: model.error.bias,
            auc: chance.and_then(|chance| chance.auc).map(|auc| auc.area),
            skill: chance.and_then(|chance| chance.quality.skill),
            chance_hidden: code(hides_chance(model)),
            orders_hidden: code(hides_orders(backtest)),
            ..Self::default()
        };
        for group in &model.by_frequency {
            trial.frequency_n.push(group.map_or(0, |group| group.n));
            trial.frequency_predicted.push(group.map_or(0.0, |group| group.predicted));
            trial.frequency_actual.push(group.map_or(0.0, |group| group.actual));
        }
        for group in chance.iter().flat_map(|chance| &chance.tenths) {
            let (low, high) = group.interval.unwrap_or((0.0, 1.0));
            trial.tenth_n.push(group.n);
            trial.tenth_predicted.push(group.predicted);
            trial.tenth_actual.push(group.actual);
            trial.tenth_low.push(low);
            trial.tenth_high.push(high);
        }
        trial
    }

    /// Why the chance to come back is hidden; none where it may be shown.
    #[must_use]
    pub fn hides_chance(&self) -> Option<Hidden> {
        reason(self.chance_hidden)
    }

    /// Why expected orders are hidden; none where they may be shown.
    #[must_use]
    pub fn hides_orders(&self) -> Option<Hidden> {
        reason(self.orders_hidden)
    }

    /// Whether nothing has to be hidden.
    #[must_use]
    pub fn passed(&self) -> bool {
        self.chance_hidden == 0 && self.orders_hidden == 0
    }
}
