//! Files as columns of text.

pub mod days;
pub mod money;
pub mod orders;
pub mod parameters;
pub mod repeats;
pub mod table;

use std::io::Read;

use flate2::read::MultiGzDecoder;

use crate::trouble::Trouble;

/// A file that was read, whatever is in it.
pub struct Input {
    text: String,
}

impl Input {
    /// `-` is standard input. What begins like gzip is unpacked.
    pub fn open(path: &str) -> Result<Self, Trouble> {
        let failed = |error| Trouble::Read { path: path.to_owned(), error };
        let bytes = if path == "-" {
            let mut bytes = Vec::new();
            std::io::stdin().read_to_end(&mut bytes).map_err(failed)?;
            bytes
        } else {
            std::fs::read(path).map_err(failed)?
        };
        let bytes = if bytes.starts_with(&[0x1f, 0x8b]) {
            let mut plain = Vec::new();
            MultiGzDecoder::new(bytes.as_slice()).read_to_end(&mut plain).map_err(failed)?;
            plain
        } else {
            bytes
        };
        let text = String::from_utf8(bytes).map_err(|_| Trouble::NotText)?;
        Ok(Self { text: text.strip_prefix('\u{feff}').map(str::to_owned).unwrap_or(text) })
    }

    /// Whether it begins as JSON does.
    pub fn is_json(&self) -> bool {
        self.text.trim_start().starts_with(['{', '['])
    }

    pub fn json(&self) -> Result<serde_json::Value, Trouble> {
        Ok(serde_json::from_str(&self.text)?)
    }

    /// A CSV, or the lists of equal length in a JSON object.
    pub fn table(&self) -> Result<table::Table, Trouble> {
        if self.is_json() { table::Table::from_json(&self.json()?) } else { table::Table::from_csv(&self.text) }
    }
}
