//! What is seen: shell, components that know no noun, pages that mirror the URLs.

pub mod charts;
pub mod components;
