//! `cargo xtask test`: every step is run, also after one has failed, and all are counted.

mod steps;

use std::process::ExitCode;
use std::time::Instant;

use crate::Error;
use steps::{STEPS, Step};

/// What is wished for.
#[derive(Debug, PartialEq)]
pub enum Wish {
    /// Every step.
    All,
    /// Steps by name.
    Only(Vec<String>),
    /// Their names.
    List,
}

/// Runs the steps and counts them in the last line.
///
/// # Errors
/// Only for a step that does not exist; a step that fails is counted.
pub fn test(wish: &Wish) -> Result<ExitCode, Error> {
    let wished = match wish {
        Wish::All => STEPS.iter().collect(),
        Wish::Only(names) => names.iter().map(|name| named(name)).collect::<Result<Vec<_>, _>>()?,
        Wish::List => {
            STEPS.iter().for_each(|step| println!("{:<16} {}", step.name, step.about));
            return Ok(ExitCode::SUCCESS);
        }
    };
    let mut summary = Vec::new();
    let mut failed = 0;
    for (number, step) in wished.iter().enumerate() {
        println!("\n=== {}/{} {}: {}", number + 1, wished.len(), step.name, step.about);
        let start = Instant::now();
        let outcome = (step.run)();
        let seconds = start.elapsed().as_secs_f64();
        if let Err(error) = outcome {
            println!("{error}");
            failed += 1;
            summary.push(format!("FAILED {:<16} {seconds:7.1} s", step.name));
        } else {
            summary.push(format!("passed {:<16} {seconds:7.1} s", step.name));
        }
    }
    println!("\n{}\n{} passed, {failed} failed", summary.join("\n"), wished.len() - failed);
    Ok(if failed == 0 { ExitCode::SUCCESS } else { ExitCode::FAILURE })
}

fn named(name: &str) -> Result<&'static Step, Error> {
    STEPS.iter().find(|step| step.name == name).ok_or_else(|| {
        let names: Vec<_> = STEPS.iter().map(|step| step.name).collect();
        Error::Usage(format!("There is no step `{name}`. The steps are: {}.", names.join(", ")))
    })
}
