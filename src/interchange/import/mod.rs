//! Checked rows of a table become parties, products and orders: as operations of one change, against the book as it is now.
//!
//! [`Planner`] walks through book and table in slices and says what it would do; it changes nothing. What it finds again it does not
//! make twice, so that the same file may come in any number of times:
//!
//! - A customer by the chosen [`Key`], compared without regard to case, width and blanks; in a row that lacks it by the next of
//!   reference, e-mail, phone, name, when every customer of the other rows is known. A key that two customers share says nothing, nor
//!   do two keys that lead to two customers: the row is left out.
//! - A product by its code, in a row without code by its name, among the products without code if the file has codes.
//! - An order by its number within the customer; rows with the same number are lines of one order. Without a number each row is an
//!   order, and it is found again by customer, day, minute, total, currency and product: the second such row of a file is the second
//!   such order of the book.
//! - A note by its text within the customer.
//! - An answer by day, question, answer and comment within the customer.
//!
//! Rows that cannot be read are left out, never half taken: one of them leaves out its whole order, and a customer or a product comes
//! in only with an order that does. What a file leaves empty erases nothing; lists grow by what they lack.

mod bills;
mod cells;
mod customs;
mod intake;
mod issue;
mod keys;
mod leavings;
mod left_out;
mod line;
mod options;
mod people;
mod person;
mod planner;
mod status;
mod summary;
mod wares;

pub use issue::{Issue, Trouble};
pub use left_out::{LeftOut, Why};
pub use options::{CustomColumn, Destination, Key, Kinds, Labels, Mode, Options};
pub use planner::{Planned, Planner};
pub use summary::{Skip, Summary};
