//! The options of a question, read with a sentence when they make no sense.

use std::str::FromStr;

use clap::{Arg, ArgAction, ArgMatches};
use kith::analysis::columns::Day;

use crate::input::days;
use crate::trouble::Trouble;

/// An option that takes a value. Its default stands in the help, not here: what is absent is `None`.
pub fn value(name: &'static str, placeholder: &'static str, help: &'static str) -> Arg {
    Arg::new(name).long(name).value_name(placeholder).help(help).allow_hyphen_values(true)
}

/// An option that is there or not.
pub fn switch(name: &'static str, help: &'static str) -> Arg {
    Arg::new(name).long(name).help(help).action(ArgAction::SetTrue)
}

/// The day after which nothing exists.
pub fn as_of() -> Arg {
    value("as-of", "DATE", "The last day that exists")
}

pub struct Options<'a>(&'a ArgMatches);

impl<'a> Options<'a> {
    pub fn new(matches: &'a ArgMatches) -> Self {
        Self(matches)
    }

    /// Options of other questions are absent, not wrong.
    pub fn text(&self, name: &str) -> Option<&'a str> {
        self.0.try_get_one::<String>(name).ok().flatten().map(String::as_str)
    }

    pub fn switch(&self, name: &str) -> bool {
        self.0.try_get_one::<bool>(name).ok().flatten().copied().unwrap_or(false)
    }

    /// A whole number within the type's range.
    pub fn whole<T: FromStr>(&self, name: &str) -> Result<Option<T>, Trouble> {
        self.parsed(name, "a whole number of a usual size", |text| text.trim().parse().ok())
    }

    /// A finite number.
    pub fn number(&self, name: &str) -> Result<Option<f64>, Trouble> {
        self.parsed(name, "a number", finite)
    }

    /// A finite number between two ends, both included.
    pub fn number_within(&self, name: &str, low: f64, high: f64) -> Result<Option<f64>, Trouble> {
        let wanted = format!("a number from {low} to {high}");
        self.parsed(name, &wanted, |text| finite(text).filter(|x| (low..=high).contains(x)))
    }

    /// Numbers with commas between them.
    pub fn numbers(&self, name: &str) -> Result<Option<Vec<f64>>, Trouble> {
        self.parsed(name, "numbers with commas between them", |text| text.split(',').map(finite).collect())
    }

    /// Words with commas between them.
    pub fn list(&self, name: &str) -> Option<Vec<&'a str>> {
        Some(self.text(name)?.split(',').map(str::trim).filter(|word| !word.is_empty()).collect())
    }

    pub fn day(&self, name: &str) -> Result<Option<Day>, Trouble> {
        self.parsed(name, "a date such as 2024-12-31", |text| days::parse(text, None))
    }

    fn parsed<T>(&self, name: &str, wanted: &str, read: impl Fn(&str) -> Option<T>) -> Result<Option<T>, Trouble> {
        let Some(text) = self.text(name) else { return Ok(None) };
        let wrong = || Trouble::Option { option: name.to_owned(), text: text.to_owned(), wanted: wanted.to_owned() };
        read(text).ok_or_else(wrong).map(Some)
    }
}

fn finite(text: &str) -> Option<f64> {
    text.trim().parse().ok().filter(|x: &f64| x.is_finite())
}
