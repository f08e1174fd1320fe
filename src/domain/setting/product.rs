//! The fields of a product that can be set.

use super::Setting;
use crate::domain::{
    money::Money,
    product::{Product, ProductKind},
};

/// A field of a product, with its value.
#[derive(Debug, Clone, PartialEq)]
pub enum ProductSetting {
    /// Goods or work.
    Kind(ProductKind),
    /// What it is called.
    Name(String),
    /// Article number.
    Code(String),
    /// The usual price of one.
    Price(Option<Money>),
    /// What one costs us.
    Cost(Option<Money>),
    /// What is worth knowing of it.
    About(String),
}

impl Setting for ProductSetting {
    type Record = Product;

    fn apply(&self, product: &mut Product) {
        match self {
            Self::Kind(kind) => product.kind = *kind,
            Self::Name(text) => product.name.clone_from(text),
            Self::Code(text) => product.code.clone_from(text),
            Self::Price(price) => product.price = *price,
            Self::Cost(cost) => product.cost = *cost,
            Self::About(text) => product.about.clone_from(text),
        }
    }
}
