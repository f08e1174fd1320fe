//! Where a customer stands: class, segment, own rhythm; why, and what would move them up.

mod abc;
mod by_hand;
mod card;
mod marks;
mod reasons;
mod rfm;
mod rhythm;

pub use card::StandingCard;
pub use marks::Marks;
