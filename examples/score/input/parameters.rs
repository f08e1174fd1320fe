//! Parameters that are given instead of fitted: as numbers on the command line, or in a file as `btyd --format json` writes it.

use clap::Command;
use serde_json::Value;

use crate::options::{Options, value};
use crate::trouble::Trouble;

pub fn columns(command: Command) -> Command {
    command.arg(value("params", "FILE", "A JSON file with parameters to be used as they are, as btyd writes them"))
}

/// The file of parameters, read once.
pub struct Given(Option<Value>);

impl Given {
    pub fn read(options: &Options<'_>) -> Result<Self, Trouble> {
        let Some(path) = options.text("params") else { return Ok(Self(None)) };
        let text = std::fs::read_to_string(path).map_err(|error| Trouble::Read { path: path.to_owned(), error })?;
        Ok(Self(Some(serde_json::from_str(&text)?)))
    }

    /// The parameters of a model: from its own option, else from `<model>.params` in the file. All above zero.
    pub fn of<const N: usize>(
        &self,
        options: &Options<'_>,
        model: &str,
        names: [&str; N],
    ) -> Result<Option<[f64; N]>, Trouble> {
        let found: Option<Vec<f64>> = match options.numbers(model)? {
            Some(numbers) => Some(numbers),
            None => self.0.as_ref().and_then(|file| {
                let model = if file.get(model).is_some() { &file[model]["params"] } else { &file["params"] };
                names.iter().map(|name| model[*name].as_f64()).collect()
            }),
        };
        let Some(found) = found else { return Ok(None) };
        let all: [f64; N] = found.try_into().map_err(|_| wrong(model, &names))?;
        if all.iter().all(|p| p.is_finite() && *p > 0.0) { Ok(Some(all)) } else { Err(wrong(model, &names)) }
    }
}

fn wrong(model: &str, names: &[&str]) -> Trouble {
    Trouble::say(format!(
        "The parameters of {model} have to be {} numbers above zero: {}.",
        names.len(),
        names.join(", ")
    ))
}
