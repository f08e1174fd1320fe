//! Customers under contract: who renews, how long they stay, what that is worth.

pub mod contract;
pub mod contract_fit;
pub mod contract_value;
