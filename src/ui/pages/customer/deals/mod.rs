//! Deals where the customer is: the list of theirs, the form, the question when one ends.

mod card;
mod draft;
mod ending;
mod event;
mod form;
mod over;

pub use card::{DealMenu, Deals};
pub use ending::{EndDialog, Ending};
pub use event::DealEvent;
pub use form::DealForm;
pub use over::DealOver;
