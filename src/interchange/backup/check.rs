//! What a record has to be before it is believed: the same for the file that is read and for the book that is written, so
//! that no backup is saved in silence that would not come back.

use serde::{Serialize, de::DeserializeOwned};
use uuid::Uuid;

use crate::domain::{
    book::{Book, Stored},
    custom::CustomField,
    deal::Deal,
    flaw::FieldError,
    id::Id,
    interaction::Interaction,
    link::Link,
    note::Note,
    order::Order,
    party::Party,
    product::Product,
    promise::Promise,
    record::{Kind, Row},
    settings::Settings,
    survey::Survey,
    task::Task,
    view::View,
};

use super::error::Cause;

/// A kind of record that goes into a backup.
pub(super) trait Saved: Stored + Serialize + DeserializeOwned {
    /// Everything that is wrong with it, by field.
    fn flaws(&self) -> Vec<FieldError>;
}

macro_rules! saved {
    ($($T:ty),*) => {$(
        impl Saved for $T {
            fn flaws(&self) -> Vec<FieldError> {
                self.flaws()
            }
        }
    )*};
}

saved!(Settings, CustomField, Party, Link, Product, Order, Note, View, Survey, Interaction, Task, Promise, Deal);

/// What is wrong with a record among the others, if anything is.
///
/// It must belong to a party that is there. The product of a line, the order of a refund, the definition of a custom field may
/// be gone: the book lets one delete them and keeps what named them.
pub(super) fn fault<T: Saved>(row: &Row<T>, book: &Book) -> Option<Cause> {
    if T::KIND == Kind::Settings && row.id.uuid() != Settings::ID.uuid() {
        return Some(Cause::NotTheSettings);
    }
    if let Some(flaw) = Saved::flaws(&row.data).into_iter().next() {
        return Some(Cause::Flaw(flaw));
    }
    let is_there = |id: &Uuid| book.get::<Party>(Id::new(*id)).is_some();
    row.data.owners().into_iter().find(|owner| !is_there(owner)).map(Cause::Dangling)
}

/// The words under which people know a record, short enough for a sentence; `None` where it has none.
pub(super) fn short(title: &str) -> Option<String> {
    let title: String = title.trim().chars().take(80).collect();
    (!title.is_empty()).then_some(title)
}
