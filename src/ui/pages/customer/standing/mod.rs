//! Where a customer stands: class, segment, own rhythm; why, and what would move them up.

mod abc;
mod by_hand;
mod card;
mod marks;
mod next_step;
mod outlook;
mod reasons;
mod rfm;
mod rhythm;
mod steadiness;

pub use card::StandingCard;
pub use marks::Marks;
pub use outlook::OutlookCard;
