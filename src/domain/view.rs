//! A view of a list that the user keeps: filters, order, groups and columns under a name.

use minicbor::{Decode, Encode};
use serde::{Deserialize, Serialize};

use super::{
    flaw::{FieldError, LINE, length, required},
    record::{Kind, Record},
};

/// A column of a view.
#[derive(Debug, Clone, PartialEq, Eq, Default, Encode, Decode, Serialize, Deserialize)]
#[cbor(map)]
#[serde(deny_unknown_fields, default)]
pub struct ViewColumn {
    /// The key of its field.
    #[n(0)]
    pub key: String,
    /// How wide it is, in tenths of the text size; `None` for as wide as usual.
    #[n(1)]
    #[serde(skip_serializing_if = "Option::is_none")]
    pub width: Option<u32>,
}

/// A view of a list. Fields are named by their keys and filters stand as they are typed, so that a view outlives the fields it
/// names and a later version's operators.
#[derive(Debug, Clone, PartialEq, Encode, Decode, Serialize, Deserialize)]
#[cbor(map)]
#[serde(deny_unknown_fields)]
pub struct View {
    /// What it is called. Never empty.
    #[n(0)]
    pub name: String,
    /// What it lists.
    #[n(1)]
    pub of: Kind,
    /// Words that have to be found.
    #[cbor(n(2), skip_if = "String::is_empty")]
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub words: String,
    /// Filters, each as it is typed: `class:a,b`.
    #[cbor(n(3), skip_if = "Vec::is_empty")]
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub filters: Vec<String>,
    /// Keys of fields, the first counts most; `-` before one turns its order round.
    #[cbor(n(4), skip_if = "Vec::is_empty")]
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub sort: Vec<String>,
    /// The key of the field by which rows stand together.
    #[cbor(n(5), skip_if = "String::is_empty")]
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub group: String,
    /// The columns, in order; none means the usual ones.
    #[cbor(n(6), skip_if = "Vec::is_empty")]
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub columns: Vec<ViewColumn>,
    /// Whether it stands above the list.
    #[n(7)]
    pub pinned: bool,
    /// Whether the list opens with it.
    #[n(8)]
    pub is_default: bool,
    /// Its place among the others, smallest first.
    #[n(9)]
    pub position: u32,
}

impl View {
    /// A view of a kind of record with nothing in it yet.
    pub fn new(of: Kind, name: impl Into<String>) -> Self {
        Self {
            name: name.into(),
            of,
            words: String::new(),
            filters: Vec::new(),
            sort: Vec::new(),
            group: String::new(),
            columns: Vec::new(),
            pinned: true,
            is_default: false,
            position: 0,
        }
    }

    /// Everything that is wrong with it, by field; empty when it may be saved.
    pub fn flaws(&self) -> Vec<FieldError> {
        [required(0, &self.name, LINE), length(2, &self.words, LINE), length(5, &self.group, LINE)]
            .into_iter()
            .flatten()
            .collect()
    }
}

impl Record for View {
    const KIND: Kind = Kind::View;
    const FIELDS: &'static [u32] = &[0, 1, 2, 3, 4, 5, 6, 7, 8, 9];

    fn title(&self) -> &str {
        &self.name
    }
}
