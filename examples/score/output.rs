//! Answers as CSV or JSON. A number that is not finite never leaves here: it becomes nothing.

use serde::ser::{Serialize, SerializeMap, SerializeSeq, Serializer};

use crate::trouble::Trouble;

/// A value of the answer. Keys of an object keep their sequence.
#[derive(Clone, Debug, PartialEq)]
pub enum Json {
    Null,
    Bool(bool),
    Whole(i64),
    Number(f64),
    Text(String),
    List(Vec<Json>),
    Object(Vec<(String, Json)>),
}

#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Format {
    Csv,
    Json,
}

impl Format {
    pub fn named(name: &str) -> Self {
        if name == "json" { Self::Json } else { Self::Csv }
    }
}

/// Rows below headings.
#[derive(Clone, Debug, Default)]
pub struct Sheet {
    headings: Vec<String>,
    rows: Vec<Vec<Json>>,
}

/// One or both shapes; the first one given is what comes without `--format`.
pub struct Answer {
    first: Format,
    sheet: Option<Sheet>,
    json: Option<Json>,
    /// Sentences for standard error, and the key `flags` of a JSON object.
    pub remarks: Vec<String>,
}

impl Sheet {
    pub fn new<T: Into<String>>(headings: impl IntoIterator<Item = T>) -> Self {
        Self { headings: headings.into_iter().map(Into::into).collect(), rows: Vec::new() }
    }

    pub fn push(&mut self, row: Vec<Json>) {
        self.rows.push(row);
    }
}

impl Answer {
    pub fn sheet(sheet: Sheet) -> Self {
        Self { first: Format::Csv, sheet: Some(sheet), json: None, remarks: Vec::new() }
    }

    pub fn json(json: Json) -> Self {
        Self { first: Format::Json, sheet: None, json: Some(json), remarks: Vec::new() }
    }

    pub fn or_sheet(self, sheet: Sheet) -> Self {
        Self { sheet: Some(sheet), ..self }
    }

    pub fn or_json(self, json: Json) -> Self {
        Self { json: Some(json), ..self }
    }

    pub fn remark(mut self, sentences: impl IntoIterator<Item = impl Into<String>>) -> Self {
        self.remarks.extend(sentences.into_iter().map(Into::into));
        self
    }

    pub fn write(&self, format: Option<Format>) -> Result<String, Trouble> {
        match (format.unwrap_or(self.first), &self.sheet, &self.json) {
            (Format::Csv, Some(sheet), _) => sheet.write(),
            (Format::Json, _, Some(json)) => self.write_json(json.clone()),
            (Format::Csv, None, _) => Err(Trouble::NoSuchFormat("CSV")),
            (Format::Json, _, None) => Err(Trouble::NoSuchFormat("JSON")),
        }
    }

    fn write_json(&self, mut json: Json) -> Result<String, Trouble> {
        if let (Json::Object(entries), false) = (&mut json, self.remarks.is_empty()) {
            entries.push(("flags".into(), Json::list(self.remarks.iter().cloned())));
        }
        Ok(serde_json::to_string_pretty(&json)? + "\n")
    }
}

impl Sheet {
    fn write(&self) -> Result<String, Trouble> {
        let mut writer = csv::Writer::from_writer(Vec::new());
        writer.write_record(&self.headings)?;
        for row in &self.rows {
            writer.write_record(row.iter().map(Json::cell))?;
        }
        let bytes = writer.into_inner().map_err(|error| Trouble::Write(error.into_error()))?;
        String::from_utf8(bytes).map_err(|_| Trouble::NotText)
    }
}

impl Json {
    pub fn object<T: Into<String>>(entries: impl IntoIterator<Item = (T, Self)>) -> Self {
        Self::Object(entries.into_iter().map(|(key, value)| (key.into(), value)).collect())
    }

    pub fn list<T: Into<Self>>(values: impl IntoIterator<Item = T>) -> Self {
        Self::List(values.into_iter().map(Into::into).collect())
    }

    /// The value of a key of an object.
    #[allow(dead_code, reason = "for the tests of questions")]
    pub fn get(&self, key: &str) -> Option<&Self> {
        let Self::Object(entries) = self else { return None };
        entries.iter().find(|entry| entry.0 == key).map(|entry| &entry.1)
    }

    fn cell(&self) -> String {
        match self {
            Self::Null => String::new(),
            Self::Bool(yes) => u8::from(*yes).to_string(),
            Self::Whole(n) => n.to_string(),
            Self::Number(x) if x.is_finite() => x.to_string(),
            Self::Number(_) => String::new(),
            Self::Text(text) => text.clone(),
            Self::List(values) => values.iter().map(Self::cell).collect::<Vec<_>>().join(" "),
            Self::Object(entries) => {
                entries.iter().map(|(key, value)| format!("{key}={}", value.cell())).collect::<Vec<_>>().join(" ")
            }
        }
    }
}

impl Serialize for Json {
    fn serialize<S: Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
        match self {
            Self::Bool(yes) => to.serialize_bool(*yes),
            Self::Whole(n) => to.serialize_i64(*n),
            Self::Number(x) if x.is_finite() => to.serialize_f64(*x),
            Self::Null | Self::Number(_) => to.serialize_none(),
            Self::Text(text) => to.serialize_str(text),
            Self::List(values) => {
                let mut list = to.serialize_seq(Some(values.len()))?;
                values.iter().try_for_each(|value| list.serialize_element(value))?;
                list.end()
            }
            Self::Object(entries) => {
                let mut map = to.serialize_map(Some(entries.len()))?;
                entries.iter().try_for_each(|(key, value)| map.serialize_entry(key, value))?;
                map.end()
            }
        }
    }
}

macro_rules! from {
    ($($type:ty => $value:ident, $to:expr;)*) => {
        $(impl From<$type> for Json {
            fn from($value: $type) -> Self { $to }
        })*
    };
}

from! {
    bool => yes, Self::Bool(yes);
    u8 => n, Self::Whole(n.into());
    u32 => n, Self::Whole(n.into());
    i32 => n, Self::Whole(n.into());
    i64 => n, Self::Whole(n);
    u64 => n, i64::try_from(n).map_or(Self::Number(n as f64), Self::Whole);
    usize => n, i64::try_from(n).map_or(Self::Number(n as f64), Self::Whole);
    f64 => x, Self::Number(x);
    &str => text, Self::Text(text.to_owned());
    String => text, Self::Text(text);
}

impl<T: Into<Json>> From<Option<T>> for Json {
    fn from(value: Option<T>) -> Self {
        value.map_or(Self::Null, Into::into)
    }
}

impl<T: Into<Json>> From<Vec<T>> for Json {
    fn from(values: Vec<T>) -> Self {
        Self::list(values)
    }
}
