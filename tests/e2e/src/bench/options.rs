//! What is to be measured.

use std::ffi::OsString;
use std::path::PathBuf;

use lexopt::prelude::{Long, Value};
use lexopt::{Parser, ValueExt};

use super::figure::Measurement;
use crate::{Failure, Result};

/// What is to be measured.
#[derive(Debug, PartialEq, Eq)]
pub struct Options {
    /// Numbers of customers, rising.
    pub sizes: Vec<usize>,
    /// How often each thing is measured, unless that takes too long.
    pub runs: usize,
    /// What is measured.
    pub only: Vec<Measurement>,
    /// Where everything is written down for programs.
    pub json: Option<PathBuf>,
    /// A folder for a CPU profile of each step.
    pub profiles: Option<PathBuf>,
    /// A folder of peers: other programs that do the same with the same customers.
    pub peers: Option<PathBuf>,
    /// Without peers, even where there is a folder of them.
    pub alone: bool,
}

impl Default for Options {
    fn default() -> Self {
        Self {
            sizes: vec![1_000, 10_000, 100_000],
            runs: 5,
            only: Measurement::ALL.to_vec(),
            json: None,
            profiles: None,
            peers: None,
            alone: false,
        }
    }
}

impl Options {
    /// Reads the arguments, without the program's name. Help is given by the command that starts this program.
    ///
    /// # Errors
    /// [`Failure::Usage`] with what is wrong.
    pub fn parse(arguments: impl IntoIterator<Item = OsString>) -> Result<Self> {
        let mut options = Self::default();
        let mut only = Vec::new();
        let mut parser = Parser::from_args(arguments);
        while let Some(argument) = parser.next().map_err(usage)? {
            match argument {
                Long("sizes") => options.sizes = sizes(&text(&mut parser)?)?,
                Long("runs") => options.runs = number("--runs", &text(&mut parser)?, 1..=100)?,
                Long("only") => {
                    for name in text(&mut parser)?.split(',') {
                        only.push(measurement(name.trim())?);
                    }
                }
                Long("json") => options.json = Some(parser.value().map_err(usage)?.into()),
                Long("peers") => options.peers = Some(parser.value().map_err(usage)?.into()),
                Long("no-peers") => options.alone = true,
                Long("profiles") => options.profiles = Some(parser.value().map_err(usage)?.into()),
                Value(value) => {
                    return Err(Failure::Usage(format!("“{}” is not understood.", value.to_string_lossy())));
                }
                other => return Err(usage(other.unexpected())),
            }
        }
        if !only.is_empty() {
            options.only = Measurement::ALL.into_iter().filter(|known| only.contains(known)).collect();
        }
        let alone = options.alone;
        options.only.retain(|measurement| *measurement != Measurement::Peers || !alone);
        Ok(options)
    }

    /// Whether anything is measured on the page itself.
    pub fn needs_build(&self) -> bool {
        self.only.iter().any(|measurement| *measurement != Measurement::Arithmetic)
    }

    /// Whether a measurement is wanted.
    pub fn wants(&self, measurement: Measurement) -> bool {
        self.only.contains(&measurement)
    }
}

fn sizes(list: &str) -> Result<Vec<usize>> {
    let mut sizes = Vec::new();
    for part in list.split(',') {
        // Fewer say nothing of how things grow; more than a million would be more rows than the import takes.
        sizes.push(number("--sizes", part.trim(), 10..=200_000)?);
    }
    sizes.sort_unstable();
    sizes.dedup();
    Ok(sizes)
}

fn number(option: &str, text: &str, range: std::ops::RangeInclusive<usize>) -> Result<usize> {
    text.replace('_', "").parse().ok().filter(|number| range.contains(number)).ok_or_else(|| {
        let (least, most) = (range.start(), range.end());
        Failure::Usage(format!("{option} takes whole numbers from {least} to {most}, not “{text}”."))
    })
}

fn measurement(name: &str) -> Result<Measurement> {
    Measurement::ALL.into_iter().find(|known| known.name() == name).ok_or_else(|| {
        let known: Vec<_> = Measurement::ALL.iter().map(|known| known.name()).collect();
        Failure::Usage(format!("--only takes {}, not “{name}”.", known.join(", ")))
    })
}

fn text(parser: &mut Parser) -> Result<String> {
    parser.value().and_then(ValueExt::string).map_err(usage)
}

fn usage(error: lexopt::Error) -> Failure {
    Failure::Usage(format!("The arguments are not understood: {error}."))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn typed(line: &str) -> std::result::Result<Options, String> {
        Options::parse(line.split_whitespace().map(Into::into)).map_err(|failure| failure.to_string())
    }

    #[test]
    fn without_arguments_everything_is_measured() {
        assert_eq!(typed(""), Ok(Options::default()));
    }

    #[test]
    fn arguments_are_understood() {
        let options =
            typed("--sizes 10_000,1000 --runs=2 --only open,edit --only import --json a.json --peers b").unwrap();
        assert_eq!(options.sizes, [1_000, 10_000]);
        assert_eq!(options.runs, 2);
        assert_eq!(options.only, [Measurement::Import, Measurement::Open, Measurement::Edit]);
        assert_eq!(options.json, Some("a.json".into()));
        assert_eq!(options.peers, Some("b".into()));
        let options = typed("--no-peers").unwrap();
        assert!(!options.wants(Measurement::Peers) && options.wants(Measurement::Build));
        assert!(options.alone && options.needs_build());
        assert!(!typed("--only arithmetic").unwrap().needs_build());
    }

    #[test]
    fn nonsense_is_refused_with_a_sentence() {
        for (line, part) in [
            ("--sizes many", "--sizes takes whole numbers from 10 to 200000, not “many”."),
            ("--sizes 1000,,5", "not “”"),
            ("--sizes 3", "not “3”"),
            ("--runs 0", "--runs takes whole numbers from 1 to 100, not “0”."),
            ("--only flying", "--only takes import, open,"),
            ("--json", "missing argument"),
            ("--fast", "'--fast'"),
            ("1000", "“1000” is not understood."),
        ] {
            let sentence = typed(line).unwrap_err();
            assert!(sentence.contains(part) && sentence.contains("--help"), "{line}: {sentence}");
        }
    }
}
