//! `cargo xtask serve`.

use std::process::ExitCode;

use crate::server::Listening;
use crate::{Error, build, dist_dir};

/// Builds and serves until the process is ended.
///
/// # Errors
/// If the port is taken, which is found out before the build, or the build fails.
pub fn serve(port: u16) -> Result<ExitCode, Error> {
    let listening = Listening::on(port)?;
    build::release()?;
    let server = listening.serve(&dist_dir(), "/");
    println!("Kith is at {} — Ctrl+C ends it.", server.url());
    server.wait();
    Ok(ExitCode::SUCCESS)
}
