//! What was typed.

use std::ffi::OsString;

use lexopt::prelude::{Long, Short, Value};
use lexopt::{Arg, ValueExt};

use crate::Error;
use crate::commands::{BENCH_HELP, DIST_HELP, HELP, SERVE_HELP, TEST_HELP, TestWish};

/// A command with its arguments.
#[derive(Debug, PartialEq)]
pub enum Command {
    /// Print this text.
    Help(&'static str),
    /// Build and serve on this port of 127.0.0.1.
    Serve {
        /// 0 takes any free port.
        port: u16,
    },
    /// Check everything, or what is wished.
    Test(TestWish),
    /// Measure; the arguments go to the bench program.
    Bench(Vec<OsString>),
    /// Build into `dist/`.
    Dist,
    /// Called by Trunk.
    PostBuild,
}

/// Reads the arguments, without the program's name.
///
/// # Errors
/// [`Error::Usage`] with what is wrong.
pub fn parse(arguments: impl IntoIterator<Item = OsString>) -> Result<Command, Error> {
    let mut parser = lexopt::Parser::from_args(arguments);
    let Some(first) = parser.next().map_err(usage)? else { return Ok(Command::Help(HELP)) };
    let name = match first {
        Short('h') | Long("help") => return Ok(Command::Help(HELP)),
        Value(name) => name.string().map_err(usage)?,
        other => return Err(unexpected(other)),
    };
    match name.as_str() {
        "help" => Ok(Command::Help(HELP)),
        "serve" => serve(&mut parser),
        "test" => test(&mut parser),
        "bench" => bench(&mut parser),
        "dist" => plain(&mut parser, DIST_HELP, Command::Dist),
        "post-build" => plain(&mut parser, HELP, Command::PostBuild),
        other => Err(Error::Usage(format!("There is no command `{other}`."))),
    }
}

fn plain(parser: &mut lexopt::Parser, help: &'static str, command: Command) -> Result<Command, Error> {
    match parser.next().map_err(usage)? {
        None => Ok(command),
        Some(Short('h') | Long("help")) => Ok(Command::Help(help)),
        Some(other) => Err(unexpected(other)),
    }
}

fn serve(parser: &mut lexopt::Parser) -> Result<Command, Error> {
    let mut port = 8080;
    while let Some(argument) = parser.next().map_err(usage)? {
        match argument {
            Short('h') | Long("help") => return Ok(Command::Help(SERVE_HELP)),
            Short('p') | Long("port") => port = parser.value().and_then(|value| value.parse()).map_err(usage)?,
            other => return Err(unexpected(other)),
        }
    }
    Ok(Command::Serve { port })
}

fn test(parser: &mut lexopt::Parser) -> Result<Command, Error> {
    let mut only = Vec::new();
    while let Some(argument) = parser.next().map_err(usage)? {
        match argument {
            Short('h') | Long("help") => return Ok(Command::Help(TEST_HELP)),
            Long("list") => return Ok(Command::Test(TestWish::List)),
            Long("only") => only.push(parser.value().and_then(ValueExt::string).map_err(usage)?),
            other => return Err(unexpected(other)),
        }
    }
    Ok(Command::Test(if only.is_empty() { TestWish::All } else { TestWish::Only(only) }))
}

/// The bench program checks its own arguments; only the help is ours, since it has to work without a build.
fn bench(parser: &mut lexopt::Parser) -> Result<Command, Error> {
    let arguments: Vec<_> = parser.raw_args().map_err(usage)?.collect();
    let help = arguments.iter().any(|argument| argument == "--help" || argument == "-h");
    Ok(if help { Command::Help(BENCH_HELP) } else { Command::Bench(arguments) })
}

fn usage(error: lexopt::Error) -> Error {
    Error::Usage(format!("The arguments are not understood: {error}."))
}

fn unexpected(argument: Arg<'_>) -> Error {
    usage(argument.unexpected())
}

#[cfg(test)]
mod tests {
    use super::{Command, HELP, SERVE_HELP, TestWish, parse};

    fn typed(line: &str) -> Result<Command, String> {
        parse(line.split_whitespace().map(Into::into)).map_err(|error| error.to_string())
    }

    #[test]
    fn every_command_is_understood() {
        assert_eq!(typed(""), Ok(Command::Help(HELP)));
        assert_eq!(typed("serve"), Ok(Command::Serve { port: 8080 }));
        assert_eq!(typed("serve --port 9000"), Ok(Command::Serve { port: 9000 }));
        assert_eq!(typed("serve --help"), Ok(Command::Help(SERVE_HELP)));
        assert_eq!(typed("test"), Ok(Command::Test(TestWish::All)));
        assert_eq!(typed("test --list"), Ok(Command::Test(TestWish::List)));
        assert_eq!(
            typed("test --only format --only flows"),
            Ok(Command::Test(TestWish::Only(vec!["format".into(), "flows".into()])))
        );
        assert_eq!(typed("bench --runs 3"), Ok(Command::Bench(vec!["--runs".into(), "3".into()])));
        assert_eq!(typed("dist"), Ok(Command::Dist));
    }

    #[test]
    fn nonsense_is_refused_with_a_sentence() {
        for line in
            ["fly", "serve --port many", "serve --port 70000", "serve 8080", "test --only", "dist --fast", "--version"]
        {
            let sentence = typed(line).unwrap_err();
            assert!(sentence.contains("--help"), "{line}: {sentence}");
        }
    }
}
