//! Whether a prediction can be believed: made on an earlier day, held against what came.

pub mod calibration;
pub mod measures;
pub mod run;
pub mod trust;
