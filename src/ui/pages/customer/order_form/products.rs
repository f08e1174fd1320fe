//! Products found by what is typed.

use std::collections::HashMap;

use crate::domain::{book::Book, id::Id, product::Product};

/// More suggestions than these would be a list to read.
const MOST: usize = 50;

/// Every product by its name and its code.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct ProductIndex {
    by_words: HashMap<String, Id<Product>>,
    names: Vec<String>,
}

impl ProductIndex {
    /// The products of the book. A code goes before a name, the older of two products of one name before the younger.
    pub fn of(book: &Book) -> Self {
        let mut index = Self::default();
        for (_, row) in book.products.iter() {
            index.by_words.entry(row.data.name.to_lowercase()).or_insert(row.id);
            index.names.push(row.data.name.clone());
        }
        for (_, row) in book.products.iter().filter(|(_, row)| !row.data.code.is_empty()) {
            index.by_words.insert(row.data.code.to_lowercase(), row.id);
        }
        index
    }

    /// The product of a name or a code, in any case.
    pub fn find(&self, typed: &str) -> Option<Id<Product>> {
        self.by_words.get(&typed.trim().to_lowercase()).copied()
    }

    /// Some names that contain what was typed.
    pub fn suggestions(&self, typed: &str) -> Vec<String> {
        let typed = typed.trim().to_lowercase();
        let mut found: Vec<String> =
            self.names.iter().filter(|name| name.to_lowercase().contains(&typed)).take(MOST).cloned().collect();
        found.sort_unstable();
        found.dedup();
        found
    }
}

#[cfg(test)]
mod tests {
    use uuid::Uuid;

    use super::*;
    use crate::domain::edit::Edit;

    #[test]
    fn a_product_is_found_by_name_or_code_in_any_case() {
        let mut book = Book::default();
        let mut edit = Edit::of(&book);
        let product = |name: &str, code: &str| Product { name: name.into(), code: code.into(), ..Product::default() };
        let ids = [1, 2, 3].map(|n| Id::<Product>::new(Uuid::from_u128(n)));
        for (id, product) in ids.into_iter().zip([product("Tea", ""), product("tea", "T2"), product("Cup", "TEA")]) {
            edit.create(id, product);
        }
        let ops = edit.finish();
        ops.iter().for_each(|op| book.apply(op, 1).unwrap());
        let index = ProductIndex::of(&book);
        assert_eq!(index.find(" TEA "), Some(ids[2]));
        assert_eq!(index.find("t2"), Some(ids[1]));
        assert_eq!(index.find("cup"), Some(ids[2]));
        assert_eq!(index.find("c"), None);
        assert_eq!(index.suggestions("E"), ["Tea", "tea"]);
    }
}
