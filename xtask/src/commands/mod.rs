//! One file for each command, and what `--help` says.

mod bench;
mod dist;
mod help;
mod serve;
mod test;

pub use bench::bench;
pub use dist::{dist, post_build};
pub use help::{BENCH_HELP, DIST_HELP, HELP, SERVE_HELP, TEST_HELP};
pub use serve::serve;
pub use test::{Wish as TestWish, test};
