//! One page for each address.

pub(super) mod abc;
pub(super) mod customer;
pub(super) mod customers;
pub(super) mod data;
pub(super) mod import;
pub(super) mod new_customer;
pub(super) mod preferences;
pub(super) mod rfm;
