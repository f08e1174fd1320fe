//! Functions that the library of numbers does not have, in forms that stay exact at the ends of their range.

pub mod chebyshev;
pub mod chi_square;
pub mod gamma;
pub mod incomplete_beta;
pub mod normal;
pub mod quadrature;
pub mod surface;
pub mod tail;
