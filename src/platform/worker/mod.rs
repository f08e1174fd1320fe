//! A second thread: starting it, talking with it from both sides, and handing columns of numbers over without copying twice.

mod numbers;
mod owner;
mod scope;

pub use numbers::Numbers;
pub use owner::{Script, Worker};
pub use scope::{on_message, post};
