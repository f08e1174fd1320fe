//! From arguments to an exit code.

use std::io::Write;
use std::process::ExitCode;

use clap::{Arg, ArgMatches, Command};

use crate::input::Input;
use crate::options::Options;
use crate::output::Format;
use crate::questions::QUESTIONS;
use crate::trouble::Trouble;

const BAD_INPUT: u8 = 2;

pub fn run() -> ExitCode {
    let matches = match command().try_get_matches() {
        Ok(matches) => matches,
        // Help goes to standard output with code 0, a wrong argument to standard error with code 2.
        Err(error) => error.exit(),
    };
    match answer(&matches) {
        Ok(()) => ExitCode::SUCCESS,
        Err(trouble) => {
            eprintln!("{trouble}");
            ExitCode::from(BAD_INPUT)
        }
    }
}

fn command() -> Command {
    let format = Arg::new("format").long("format").value_name("csv|json").value_parser(["csv", "json"]);
    let format = format.help("The shape of the answer, where a question has both");
    let input = Arg::new("input")
        .required(true)
        .value_name("INPUT")
        .help("CSV or JSON, also packed (.gz); - for standard input");
    let questions = QUESTIONS.iter().map(|question| {
        let command = Command::new(question.name).about(question.about).arg(input.clone()).arg(format.clone());
        (question.options)(command)
    });
    Command::new("score")
        .about("Asks one question of Kith's analysis about a file of orders, baskets, answers, …")
        .subcommand_required(true)
        .arg_required_else_help(true)
        .disable_help_subcommand(true)
        .subcommand_value_name("QUESTION")
        .subcommand_help_heading("Questions")
        .flatten_help(true)
        .subcommands(questions)
}

/// What standard output would show, for tests that ask as the user does.
#[cfg(test)]
pub fn reply(arguments: &[&str]) -> Result<(String, Vec<String>), Trouble> {
    let matches = command().try_get_matches_from([&["score"], arguments].concat()).map_err(Trouble::say)?;
    text(&matches)
}

fn answer(matches: &ArgMatches) -> Result<(), Trouble> {
    let (text, remarks) = text(matches)?;
    for remark in &remarks {
        eprintln!("{remark}");
    }
    std::io::stdout().write_all(text.as_bytes()).map_err(Trouble::Write)
}

/// The answer as it is written, and the remarks about it.
fn text(matches: &ArgMatches) -> Result<(String, Vec<String>), Trouble> {
    let (name, matches) = matches.subcommand().ok_or(Trouble::NoQuestion)?;
    let question = QUESTIONS.iter().find(|question| question.name == name).ok_or(Trouble::NoQuestion)?;
    let options = Options::new(matches);
    let input = Input::open(options.text("input").unwrap_or("-"))?;
    let answer = (question.answer)(&input, &options)?;
    let text = answer.write(options.text("format").map(Format::named))?;
    Ok((text, answer.remarks))
}
