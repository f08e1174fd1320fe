//! `cargo xtask serve | test | bench | dist`.

fn main() {}
