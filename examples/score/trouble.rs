//! What can be wrong with a file or an option: sentences for who typed the command.

use thiserror::Error;

#[derive(Debug, Error)]
pub enum Trouble {
    #[error("Which question? --help lists them.")]
    NoQuestion,
    #[error("The file {path} cannot be read: {error}.")]
    Read { path: String, error: std::io::Error },
    #[error("The answer cannot be written: {0}.")]
    Write(std::io::Error),
    #[error("The file is not text in UTF-8.")]
    NotText,
    #[error("The file is neither CSV nor JSON: {0}.")]
    NotCsv(#[from] csv::Error),
    #[error("The file begins like JSON and is not: {0}.")]
    NotJson(#[from] serde_json::Error),
    #[error("The file is empty: not even a line of headings.")]
    Empty,
    #[error("There is no column for {what}. Looked for: {looked_for}. The file has: {found}.")]
    NoColumn { what: String, looked_for: String, found: String },
    #[error("Line {line}, column {column}: “{text}” is not {wanted}.")]
    Cell { line: usize, column: String, text: String, wanted: &'static str },
    #[error("--{option}: “{text}” is not {wanted}.")]
    Option { option: String, text: String, wanted: String },
    #[error("This question has no answer as {0}.")]
    NoSuchFormat(&'static str),
    /// Everything a question finds wrong by itself.
    #[error("{0}")]
    Other(String),
}

impl Trouble {
    /// A sentence of a question's own, or one of the analysis: those begin small and have no full stop.
    pub fn say(sentence: impl std::fmt::Display) -> Self {
        let sentence = sentence.to_string();
        let mut letters = sentence.chars();
        let first = letters.next().map(|first| first.to_uppercase().to_string()).unwrap_or_default();
        let end = if sentence.ends_with('.') { "" } else { "." };
        Self::Other(first + letters.as_str() + end)
    }
}
