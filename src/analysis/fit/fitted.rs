//! What a search for parameters hands back.

use thiserror::Error;

use super::bfgs::Minimum;

/// Why nothing can be fitted.
#[derive(Clone, Copy, Debug, Error, PartialEq, Eq)]
pub enum FitError {
    /// There is nobody.
    #[error("no customers")]
    NoCustomers,
    /// Nobody was watched for any time: every T is 0.
    #[error("no time has passed")]
    NoTime,
    /// The likelihood is not a number anywhere near.
    #[error("the likelihood cannot be worked out")]
    NoLikelihood,
}

/// A fitted model.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Fitted<M> {
    /// The model with its parameters.
    pub model: M,
    /// Log-likelihood of the data there, the prior not counted in.
    pub ln_likelihood: f64,
    /// How often the likelihood was worked out.
    pub evaluations: u32,
    /// Whether the search came to rest.
    pub settled: bool,
    /// Whether a parameter ran to the end of what is allowed: the data do not determine it.
    pub at_bound: bool,
}

impl<M> Fitted<M> {
    pub(in super::super) fn new<const N: usize>(model: M, ln_likelihood: f64, found: &Minimum<N>) -> Self {
        let (evaluations, settled, at_bound) = (found.evaluations, found.settled, found.at_bound());
        Self { model, ln_likelihood, evaluations, settled, at_bound }
    }
}
