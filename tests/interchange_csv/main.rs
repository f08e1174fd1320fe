//! Tables of text from bytes to checked rows: files of many programs, hostile ones, and laws.

#![allow(clippy::unwrap_used, reason = "a test that cannot go on has failed")]

mod dates;
mod dialects;
mod encodings;
mod exports;
mod hostile;
mod laws;
mod ledgers;
mod numbers;

use kith::interchange::csv::{
    Chosen, FileProblem, Limits, Recognised, Table, Target,
    check::{Checked, check},
    columns::{Suggested, suggest},
    profile::profile,
    reader::read_all,
    recognise::{HEAD, recognise},
};

/// A file as the import screen has it before the user changes anything.
#[derive(Debug)]
struct Opened {
    recognised: Recognised,
    table: Table,
    suggested: Suggested,
    checked: Checked,
}

/// The whole way of a file, with everything as it was recognised.
fn open(bytes: &[u8]) -> Result<Opened, FileProblem> {
    let limits = Limits::default();
    let recognised = recognise(&bytes[..bytes.len().min(HEAD)], bytes.len() as u64, Chosen::default(), &limits)?;
    let table = read_all(bytes, recognised.encoding.encoding, recognised.dialect.clone(), limits)?;
    let suggested = suggest(&table, &profile(&table), recognised.dialect.delimiter);
    let checked = check(&table, &suggested.plan);
    Ok(Opened { recognised, table, suggested, checked })
}

impl Opened {
    /// The column that was suggested for a field.
    fn column(&self, target: Target) -> Option<&str> {
        let column = self.suggested.plan.targets.iter().position(|other| *other == target)?;
        Some(self.table.names()[column].as_str())
    }

    /// Every name with its field, those that are left out excepted.
    fn fields(&self) -> Vec<(&str, Target)> {
        let fields = self.table.names().iter().map(String::as_str).zip(self.suggested.plan.targets.iter().copied());
        fields.filter(|(_, target)| *target != Target::Ignore).collect()
    }

    /// A row as its cells.
    fn row(&self, row: usize) -> Vec<&str> {
        (0..self.table.width()).map(|column| self.table.cell(row, column)).collect()
    }
}
