//! The inputs of a line and of a payment, as parts of a place.

/// The product.
pub const PRODUCT: u8 = 0;
/// The description.
pub const TEXT: u8 = 1;
/// How many.
pub const QUANTITY: u8 = 2;
/// The price of one.
pub const PRICE: u8 = 3;
/// The line's amount.
pub const AMOUNT: u8 = 4;
/// What is taken off.
pub const DISCOUNT: u8 = 5;
/// What the line cost.
pub const COST: u8 = 6;

/// The day of a payment.
pub const PAID_ON: u8 = 0;
/// The amount of a payment.
pub const PAID: u8 = 1;
