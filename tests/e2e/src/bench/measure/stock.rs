//! What comes in, and what is looked for in it.

use std::path::PathBuf;

use super::search::beginnings;
use crate::bench::ledger::ORDERS;
use crate::bench::page::Page;
use crate::{Failure, Result};

/// Short, since the first keys find the most and cost the most: names, parts of names that half of all have, numbers, Chinese. 36 keys.
const WORDS: [&str; 15] =
    ["er", "an", "ada", "kel", "vog", "ines", "rosa", "17", "42", "905", "王", "林雨", "nak", "ue", "z"];

/// The customers of a workspace.
#[derive(Clone, Debug)]
pub struct Stock {
    /// The file that they come from.
    pub file: PathBuf,
    /// How many they are.
    pub customers: usize,
    /// How many orders each has.
    pub orders: usize,
    /// Columns of the file that are to become custom fields.
    pub customs: Vec<String>,
    /// Words that are typed, key by key.
    pub words: Vec<String>,
    /// What the search itself is asked.
    pub queries: Vec<String>,
}

impl Stock {
    /// Customers made up with their orders.
    pub fn of_ledger(file: PathBuf, customers: usize) -> Self {
        let words = WORDS.map(str::to_owned).to_vec();
        let queries = beginnings(&words);
        Self { file, customers, orders: ORDERS, customs: Vec::new(), words, queries }
    }

    /// How many rows the file has: a row is an order, or a customer without any.
    pub fn rows(&self) -> usize {
        self.customers * self.orders.max(1)
    }

    /// What the list shows last when it opens: customers without orders have no class.
    pub fn last_shown(&self) -> &'static str {
        if self.orders > 0 { "classes" } else { "rows" }
    }
}

impl Page<'_> {
    /// Makes sure that what lies there is what was made up: so many customers, each with as many orders. A workspace that has lost some is
    /// quick, and its times are worth nothing.
    ///
    /// # Errors
    /// [`Failure::NotClean`] with what is there instead.
    pub async fn has_all(&self, stock: &Stock) -> Result<()> {
        let (count, mut bought): (String, Vec<Option<String>>) =
            self.browser.eval("[kithProbe.text('.page-heading .count'), kithProbe.orders()]").await?;
        let Stock { customers, orders, .. } = stock;
        let digits: String = count.chars().filter(char::is_ascii_digit).collect();
        let is_right = |bought: &Option<String>| match bought.as_deref() {
            None | Some("") => *orders == 0,
            Some(bought) => *bought == orders.to_string(),
        };
        if digits == customers.to_string() && bought.iter().all(is_right) {
            return Ok(());
        }
        bought.dedup();
        Err(Failure::NotClean(format!(
            "The list should have {customers} customers with {orders} orders each, and has {count}; those shown have {bought:?}."
        )))
    }
}
