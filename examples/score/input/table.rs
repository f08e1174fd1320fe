//! Rows below headings, found by any of their usual names.

use serde_json::Value;

use crate::trouble::Trouble;

pub struct Table {
    pub headings: Vec<String>,
    rows: Vec<Vec<String>>,
    /// The line in the file of each row.
    lines: Vec<usize>,
}

/// A column that is there.
#[derive(Clone, Copy)]
pub struct Column<'a> {
    table: &'a Table,
    place: usize,
}

impl Table {
    /// The separator is whichever of comma, semicolon and tab the line of headings has most of.
    pub fn from_csv(text: &str) -> Result<Self, Trouble> {
        let head = text.lines().next().unwrap_or_default();
        let count = |separator: &u8| head.bytes().filter(|byte| byte == separator).count();
        let separator = [b'\t', b';', b','].into_iter().max_by_key(count).unwrap_or(b',');
        let mut reader = csv::ReaderBuilder::new().delimiter(separator).from_reader(text.as_bytes());
        let headings: Vec<String> = reader.headers()?.iter().map(|heading| heading.trim().to_owned()).collect();
        if headings.iter().all(String::is_empty) {
            return Err(Trouble::Empty);
        }
        let mut table = Self { headings, rows: Vec::new(), lines: Vec::new() };
        for record in reader.records() {
            let record = record?;
            table.lines.push(record.position().map_or(0, |position| position.line() as usize));
            table.rows.push(record.iter().map(str::to_owned).collect());
        }
        Ok(table)
    }

    /// Lists of equal length in an object are columns, and a list of objects is rows; what else is there is left out.
    pub fn from_json(value: &Value) -> Result<Self, Trouble> {
        let (headings, rows): (Vec<String>, Vec<Vec<String>>) = match value {
            Value::Object(entries) => {
                let lists: Vec<(&String, &Vec<Value>)> =
                    entries.iter().filter_map(|(key, value)| Some((key, value.as_array()?))).collect();
                let most = lists.iter().map(|list| list.1.len()).max().unwrap_or(0);
                let lists: Vec<_> = lists.into_iter().filter(|list| list.1.len() == most).collect();
                let rows = (0..most).map(|i| lists.iter().map(|list| plain(&list.1[i])).collect()).collect();
                (lists.into_iter().map(|list| list.0.clone()).collect(), rows)
            }
            Value::Array(objects) => {
                let first = objects.iter().find_map(Value::as_object);
                let headings: Vec<String> = first.map(|object| object.keys().cloned().collect()).unwrap_or_default();
                let row = |object: &Value| headings.iter().map(|key| plain(&object[key.as_str()])).collect();
                let rows = objects.iter().map(row).collect();
                (headings, rows)
            }
            _ => (Vec::new(), Vec::new()),
        };
        if headings.is_empty() {
            return Err(Trouble::say("The JSON holds no columns: neither an object of lists nor a list of objects."));
        }
        let lines = (1..=rows.len()).collect();
        Ok(Self { headings, rows, lines })
    }

    pub fn len(&self) -> usize {
        self.rows.len()
    }

    /// The line in the file of a row.
    pub fn line(&self, row: usize) -> usize {
        self.lines[row]
    }

    /// The first of these names that there is; capitals, spaces, dashes and underscores make no difference.
    pub fn find(&self, names: &[&str]) -> Option<Column<'_>> {
        let place = names.iter().find_map(|name| {
            let name = folded(name);
            self.headings.iter().position(|heading| folded(heading) == name)
        })?;
        Some(Column { table: self, place })
    }

    /// The column the user named, or else the first of the usual names.
    pub fn column(&self, what: &str, named: Option<&str>, usual: &[&str]) -> Result<Column<'_>, Trouble> {
        let wanted: Vec<&str> = named.map_or_else(|| usual.to_vec(), |name| vec![name]);
        self.find(&wanted).ok_or_else(|| Trouble::NoColumn {
            what: what.to_owned(),
            looked_for: wanted.join(", "),
            found: self.headings.join(", "),
        })
    }

    pub fn columns(&self) -> impl Iterator<Item = Column<'_>> {
        (0..self.headings.len()).map(|place| Column { table: self, place })
    }
}

impl<'a> Column<'a> {
    pub fn heading(&self) -> &'a str {
        &self.table.headings[self.place]
    }

    pub fn text(&self, row: usize) -> &'a str {
        &self.table.rows[row][self.place]
    }

    pub fn texts(self) -> impl Iterator<Item = &'a str> {
        self.table.rows.iter().map(move |row| row[self.place].as_str())
    }

    /// A finite number; none where the cell is empty or says that there is nothing.
    pub fn number(&self, row: usize) -> Result<Option<f64>, Trouble> {
        let text = self.text(row);
        if is_nothing(text) {
            return Ok(None);
        }
        let number = text.trim().parse().ok().filter(|x: &f64| x.is_finite());
        number.map(Some).ok_or_else(|| self.wrong(row, "a number"))
    }

    pub fn numbers(self) -> Result<Vec<Option<f64>>, Trouble> {
        (0..self.table.len()).map(|row| self.number(row)).collect()
    }

    /// Numbers without a gap.
    pub fn all_numbers(self) -> Result<Vec<f64>, Trouble> {
        (0..self.table.len()).map(|row| self.number(row)?.ok_or_else(|| self.wrong(row, "a number"))).collect()
    }

    /// Yes or no in their usual spellings.
    pub fn yes(&self, row: usize) -> Result<Option<bool>, Trouble> {
        let text = self.text(row);
        match text.trim().to_ascii_lowercase().as_str() {
            "1" | "1.0" | "yes" | "y" | "true" | "t" => Ok(Some(true)),
            "0" | "0.0" | "no" | "n" | "false" | "f" => Ok(Some(false)),
            _ if is_nothing(text) => Ok(None),
            _ => Err(self.wrong(row, "yes or no (1 or 0)")),
        }
    }

    pub fn wrong(&self, row: usize, wanted: &'static str) -> Trouble {
        Trouble::Cell {
            line: self.table.lines[row],
            column: self.heading().to_owned(),
            text: self.text(row).to_owned(),
            wanted,
        }
    }
}

fn is_nothing(text: &str) -> bool {
    matches!(text.trim().to_ascii_lowercase().as_str(), "" | "na" | "nan" | "null" | "none")
}

fn folded(name: &str) -> String {
    name.chars().filter(|c| !matches!(c, ' ' | '_' | '-' | '.')).flat_map(char::to_lowercase).collect()
}

fn plain(value: &Value) -> String {
    match value {
        Value::Null => String::new(),
        Value::String(text) => text.clone(),
        other => other.to_string(),
    }
}
