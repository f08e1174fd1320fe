//! Reads what these tests compare with.

use std::io::Read;
use std::path::{Path, PathBuf};

use flate2::read::MultiGzDecoder;
use serde_json::Value;

/// Within `part` of the larger of 1 and the expected number.
pub fn near(found: f64, expected: &Value, part: f64, place: &str) {
    let expected = expected.as_f64().unwrap_or_else(|| panic!("{place}: no number expected"));
    assert!((found - expected).abs() <= part * expected.abs().max(1.0), "{place}: {found} is not {expected}");
}

/// A file that may not be given away with the sources, in the folder beside them or beside the folder of a worktree; none, with a
/// message, where it is missing.
pub fn beside(file: &str) -> Option<PathBuf> {
    let folders = ["../shared/truth", "../../shared/truth"];
    let found = folders
        .iter()
        .map(|folder| Path::new(env!("CARGO_MANIFEST_DIR")).join(folder).join(file))
        .find(|path| path.exists());
    if found.is_none() {
        eprintln!("skipped: {file} is not there");
    }
    found
}

/// Rows by name of column.
pub struct Rows {
    pub headings: Vec<String>,
    rows: Vec<Vec<String>>,
}

impl Rows {
    pub fn fixture(file: &str) -> Self {
        Self::read(&Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/fixtures").join(file))
    }

    pub fn read(path: &Path) -> Self {
        let bytes = std::fs::read(path).unwrap();
        let mut text = String::new();
        if path.extension().is_some_and(|end| end == "gz") {
            MultiGzDecoder::new(bytes.as_slice()).read_to_string(&mut text).unwrap();
        } else {
            text = String::from_utf8(bytes).unwrap();
        }
        let mut reader = csv::Reader::from_reader(text.as_bytes());
        let headings = reader.headers().unwrap().iter().map(str::to_owned).collect();
        let rows = reader.records().map(|row| row.unwrap().iter().map(str::to_owned).collect()).collect();
        Self { headings, rows }
    }

    pub fn text(&self, name: &str) -> Vec<&str> {
        let place = self.headings.iter().position(|heading| heading == name).unwrap();
        self.rows.iter().map(|row| row[place].as_str()).collect()
    }

    /// Empty cells are no number.
    pub fn numbers(&self, name: &str) -> Vec<f64> {
        self.text(name).into_iter().map(|text| if text.is_empty() { f64::NAN } else { text.parse().unwrap() }).collect()
    }
}
