//! A product or a service.

use minicbor::{Decode, Encode};
use serde::{Deserialize, Serialize};

use super::{
    flaw::{FieldError, LINE, TEXT, length, required},
    money::Money,
    record::{Kind, Record},
};

/// Goods or work.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default, Encode, Decode, Serialize, Deserialize)]
#[cbor(index_only)]
#[serde(rename_all = "kebab-case")]
pub enum ProductKind {
    /// Goods.
    #[default]
    #[n(0)]
    Product,
    /// Work.
    #[n(1)]
    Service,
}

/// What is sold.
#[derive(Debug, Clone, PartialEq, Default, Encode, Decode, Serialize, Deserialize)]
#[cbor(map)]
#[serde(deny_unknown_fields, default)]
pub struct Product {
    /// Goods or work.
    #[n(0)]
    pub kind: ProductKind,
    /// What it is called. Never empty.
    #[n(1)]
    pub name: String,
    /// Article number; imports find it again by this.
    #[cbor(n(2), skip_if = "String::is_empty")]
    #[serde(skip_serializing_if = "String::is_empty")]
    pub code: String,
    /// The usual price of one.
    #[n(3)]
    #[serde(skip_serializing_if = "Option::is_none")]
    pub price: Option<Money>,
    /// What one costs us.
    #[n(4)]
    #[serde(skip_serializing_if = "Option::is_none")]
    pub cost: Option<Money>,
    /// What is worth knowing of it.
    #[cbor(n(5), skip_if = "String::is_empty")]
    #[serde(skip_serializing_if = "String::is_empty")]
    pub about: String,
}

impl Record for Product {
    const KIND: Kind = Kind::Product;
    const FIELDS: &'static [u32] = &[0, 1, 2, 3, 4, 5];

    fn title(&self) -> &str {
        &self.name
    }
}

impl Product {
    /// Everything that is wrong with it, by field; empty when it may be saved.
    pub fn flaws(&self) -> Vec<FieldError> {
        [required(1, &self.name, LINE), length(2, &self.code, LINE), length(5, &self.about, TEXT)]
            .into_iter()
            .flatten()
            .collect()
    }
}
