//! What is unusual: for this customer ([`robust`] on the logarithms of the own amounts, [`own`]) and among all ([`ecod`],
//! [`forest`]). Unusual is not wrong, and never fraud.

pub mod ecod;
pub mod forest;
pub mod own;
pub mod robust;
