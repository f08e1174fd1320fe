//! Whole flows through a real browser.
