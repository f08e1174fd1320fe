//! Finding the parameters under which the data are most likely.

pub mod bfgs;
pub mod curvature;
pub mod fitted;
