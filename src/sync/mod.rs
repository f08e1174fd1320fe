//! Clocks and the merging of two histories. Pure.

pub mod clock;
