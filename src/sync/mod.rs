//! Clocks and the merging of two histories. Pure.
