//! What is done with orders and products.

use chrono::NaiveDate;

use crate::domain::{
    book::Book,
    flaw::{FieldError, Flaw},
    id::Id,
    order::Order,
    party::Party,
    product::Product,
};

use super::{Done, sound};
use crate::state::workspace::Workspace;

impl Workspace {
    /// Saves an order, a new one under a new id.
    ///
    /// # Errors
    /// [`super::CommandError::Flaws`] with every field that is wrong.
    pub async fn save_order(self, id: Id<Order>, order: Order) -> Done {
        let mut flaws = order.flaws();
        if self.peek(|book| book.get(order.party).is_none()) {
            flaws.push(FieldError::of(0, Flaw::Dangling));
        }
        sound(flaws)?;
        let title = self.peek(|book| title(book, &order));
        self.save(id, order, title).await
    }

    /// Writes down that what was owed of an order came in on a day. Nothing happens where it is paid.
    ///
    /// # Errors
    /// [`super::CommandError::Flaws`] where the order cannot be saved as it is.
    pub async fn settle_order(self, id: Id<Order>, on: NaiveDate) -> Done {
        let Some(order) = self.peek(|book| book.get(id).map(|row| row.data.clone())) else { return Ok(None) };
        self.save_order(id, order.settled(on)).await
    }

    /// Deletes an order.
    ///
    /// # Errors
    /// [`super::CommandError::Commit`]
    pub async fn delete_order(self, id: Id<Order>) -> Done {
        self.remove(id, title).await
    }

    /// Deletes a product. Lines of orders keep what stands on them.
    ///
    /// # Errors
    /// [`super::CommandError::Commit`]
    pub async fn delete_product(self, id: Id<Product>) -> Done {
        self.remove(id, |_, product: &Product| product.name.clone()).await
    }

    /// Saves a product, a new one under a new id.
    ///
    /// # Errors
    /// [`super::CommandError::Flaws`] with every field that is wrong.
    pub async fn save_product(self, id: Id<Product>, product: Product) -> Done {
        sound(product.flaws())?;
        let title = product.name.clone();
        self.save(id, product, title).await
    }
}

/// What the history calls an order: its customer, and its number where it has one.
pub(super) fn title(book: &Book, order: &Order) -> String {
    let name = |party: Id<Party>| book.get(party).map(|row| row.data.name.clone()).unwrap_or_default();
    if order.number.is_empty() { name(order.party) } else { format!("{} · {}", name(order.party), order.number) }
}
