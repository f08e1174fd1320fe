//! What `cargo xtask bench` starts.

use std::process::ExitCode;

#[tokio::main]
async fn main() -> ExitCode {
    match e2e::bench::bench(std::env::args_os().skip(1)).await {
        Ok(()) => ExitCode::SUCCESS,
        Err(failure) => {
            eprintln!("{failure}");
            ExitCode::FAILURE
        }
    }
}
