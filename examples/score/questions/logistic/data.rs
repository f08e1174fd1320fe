//! The columns of a regression: what is to be told, what tells it, which rows are kept aside.

use crate::input::table::Table;
use crate::options::Options;
use crate::trouble::Trouble;

const ANSWER: &[&str] = &["y", "target", "outcome", "won", "churn", "label"];
const TEST: &[&str] = &["is_test", "test"];
const ID: &[&str] = &["id", "customer_id", "customerID", "lead_id"];

/// Rows of one kind.
pub struct Part {
    pub columns: Vec<Vec<f64>>,
    pub yes: Vec<u8>,
    pub names: Vec<String>,
}

impl Part {
    pub fn slices(&self, columns: usize, rows: usize) -> Vec<&[f64]> {
        self.columns.iter().take(columns).map(|column| &column[..rows.min(column.len())]).collect()
    }

    pub fn all(&self) -> Vec<&[f64]> {
        self.slices(usize::MAX, usize::MAX)
    }
}

/// What is fitted, and what is kept aside.
pub struct Data {
    pub names: Vec<String>,
    pub train: Part,
    pub test: Part,
}

pub fn read(table: &Table, options: &Options<'_>) -> Result<Data, Trouble> {
    let target = table.column("the answer", options.text("answer-column"), ANSWER)?;
    let test = match options.text("test-column") {
        Some(name) => Some(table.column("rows kept aside", Some(name), &[])?),
        None => table.find(TEST),
    };
    let id = table.find(ID);
    let reserved = |heading: &str| [Some(target), test, id].iter().flatten().any(|column| column.heading() == heading);
    let columns = match options.list("columns") {
        Some(names) => {
            names.into_iter().map(|name| table.column("a number", Some(name), &[])).collect::<Result<Vec<_>, _>>()?
        }
        None => table.columns().filter(|column| !reserved(column.heading())).collect(),
    };
    let numbers: Vec<Vec<f64>> = columns.iter().map(|column| column.all_numbers()).collect::<Result<_, _>>()?;
    let (mut inside, mut aside) = (Vec::new(), Vec::new());
    let mut yes = Vec::new();
    for row in 0..table.len() {
        yes.push(u8::from(target.yes(row)?.ok_or_else(|| target.wrong(row, "yes or no (1 or 0)"))?));
        let kept = test.map_or(Ok(None), |test| test.yes(row))?.unwrap_or(false);
        if kept { aside.push(row) } else { inside.push(row) }
    }
    let part = |rows: &[usize]| Part {
        columns: numbers.iter().map(|column| rows.iter().map(|row| column[*row]).collect()).collect(),
        yes: rows.iter().map(|row| yes[*row]).collect(),
        names: rows.iter().map(|row| id.map_or_else(|| row.to_string(), |id| id.text(*row).to_owned())).collect(),
    };
    Ok(Data {
        names: columns.iter().map(|c| c.heading().to_owned()).collect(),
        train: part(&inside),
        test: part(&aside),
    })
}
