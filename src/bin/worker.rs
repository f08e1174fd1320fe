//! Analysis off the main thread.

fn main() {}
