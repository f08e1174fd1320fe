//! A part of the page as a picture of its own: what is drawn and written there, with the looks that it has, as SVG or PNG.

mod page;
mod png;
mod svg;

pub use page::{Take, take};
pub use png::png;
pub use svg::Picture;
