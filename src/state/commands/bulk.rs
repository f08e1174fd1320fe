//! What is done with many records at once: worked out in slices while the page goes on, written as one change.

use crate::{
    domain::{
        book::{Book, Stored},
        bulk::{Check, DeleteMany, Refused, SetMany},
        change::{Head, What},
        flaw::{FieldError, Flaw},
        order::Order,
        product::Product,
        record::{Kind, Record},
        setting::{AnySetting, OrderSetting, PartySetting, ProductSetting, Setting},
    },
    platform::pause::Slice,
};

use super::{orders, parties::flaws};
use crate::state::{
    commit::{CommitError, Draft, Intent},
    watch::{Cancelled, Step, Watch},
    workspace::Workspace,
};

/// Records that are worked off between two looks at the clock.
const PIECES: usize = 64;

/// What became of it.
#[derive(Debug, Clone, PartialEq)]
pub struct BulkDone {
    /// The head of the change; `None` when there was nothing to do.
    pub head: Option<Head>,
    /// The records that stay as they are, since they would have become wrong.
    pub refused: Vec<Refused>,
}

/// Why nothing was done.
#[derive(Debug, Clone, PartialEq, thiserror::Error)]
pub enum BulkError {
    /// It was told to stop.
    #[error("cancelled")]
    Cancelled,
    /// Some records would become wrong, and all or none was asked for.
    #[error("{} records would become wrong", .0.len())]
    Refused(Vec<Refused>),
    /// It could not be written.
    #[error(transparent)]
    Commit(#[from] CommitError),
}

impl From<Cancelled> for BulkError {
    fn from(Cancelled: Cancelled) -> Self {
        Self::Cancelled
    }
}

/// A setting of which it is known how its records are checked.
pub trait Checked: Setting {
    /// Everything that is wrong with a record.
    const CHECK: Check<Self::Record>;

    /// What the history calls a record.
    fn title(_book: &Book, record: &Self::Record) -> String {
        record.title().to_owned()
    }
}

impl Checked for PartySetting {
    const CHECK: Check<Self::Record> = flaws;
}

impl Checked for ProductSetting {
    const CHECK: Check<Self::Record> = |_, product| {
        let mut flaws = product.flaws();
        flaws.extend(two_currencies(product));
        flaws
    };
}

/// The form of a product has one currency for both of its amounts: set one by one, they must not part.
fn two_currencies(product: &Product) -> Option<FieldError> {
    let (price, cost) = product.price.zip(product.cost)?;
    (price.currency != cost.currency).then_some(FieldError::of(4, Flaw::OtherCurrency))
}

impl Checked for OrderSetting {
    const CHECK: Check<Self::Record> = |_, order| order.flaws();

    fn title(book: &Book, order: &Order) -> String {
        orders::title(book, order)
    }
}

/// Which settings go to which records.
#[derive(Debug, Clone)]
pub enum Many<S> {
    /// All of these settings to each of these slots.
    All(Vec<u32>, Vec<S>),
    /// To each slot the setting beside it.
    Each(Vec<(u32, S)>),
}

impl Many<AnySetting> {
    /// Those for one kind of record.
    fn of<S: TryFrom<AnySetting>>(self) -> Many<S> {
        match self {
            Self::All(slots, settings) => Many::All(slots, settings.into_iter().flat_map(S::try_from).collect()),
            Self::Each(pairs) => Many::Each(
                pairs.into_iter().filter_map(|(slot, setting)| Some((slot, S::try_from(setting).ok()?))).collect(),
            ),
        }
    }
}

impl Workspace {
    /// Sets fields of many records as one change. `subject` is what the history calls it: the name of the field. Records that would
    /// become wrong stay as they are and are told; with `all_or_none` nothing is done then.
    ///
    /// # Errors
    /// [`BulkError`]; nothing was kept.
    pub async fn set_many<S: Checked>(
        self,
        many: Many<S>,
        subject: &str,
        all_or_none: bool,
        watch: &Watch,
    ) -> Result<BulkDone, BulkError> {
        let mut bulk = match many {
            Many::All(slots, settings) => SetMany::all(&slots, settings, S::CHECK),
            Many::Each(pairs) => SetMany::each(pairs, S::CHECK),
        };
        let mut slice = Slice::new();
        let mut base = self.seq();
        while self.peek(|book| bulk.step(book, PIECES)) {
            watch.pause(&mut slice, Step::Planning, bulk.done(), bulk.total()).await?;
            if self.seq() != base {
                base = self.seq();
                bulk.restart();
            }
        }
        let one = (bulk.total() == 1).then(|| bulk.slot(0)).flatten();
        let (ops, refused) = bulk.finish();
        if all_or_none && !refused.is_empty() {
            return Err(BulkError::Refused(refused));
        }
        let intent = match one.and_then(|slot| self.named::<S>(slot)) {
            Some((id, title)) => Intent::new(What::Edit, S::Record::KIND, Some(id), title),
            None => Intent::new(What::Bulk, S::Record::KIND, None, subject),
        };
        watch.tell(Step::Saving, 0, 1);
        let head = self.commit(intent, Draft { base, ops }).await?;
        Ok(BulkDone { head, refused })
    }

    /// The same for settings of a kind that is known only as the page runs; those of other kinds are left out.
    ///
    /// # Errors
    /// [`BulkError`]; nothing was kept.
    pub async fn set_any(
        self,
        kind: Kind,
        many: Many<AnySetting>,
        subject: &str,
        all_or_none: bool,
        watch: &Watch,
    ) -> Result<BulkDone, BulkError> {
        match kind {
            Kind::Order => self.set_many(many.of::<OrderSetting>(), subject, all_or_none, watch).await,
            Kind::Product => self.set_many(many.of::<ProductSetting>(), subject, all_or_none, watch).await,
            _ => self.set_many(many.of::<PartySetting>(), subject, all_or_none, watch).await,
        }
    }

    fn named<S: Checked>(self, slot: u32) -> Option<(uuid::Uuid, String)> {
        self.peek(|book| S::Record::table(book).at(slot).map(|row| (row.id.uuid(), S::title(book, &row.data))))
    }

    /// Deletes many records as one change, parties with all that belongs to them.
    ///
    /// # Errors
    /// [`BulkError`]; nothing was deleted.
    pub async fn delete_many(self, kind: Kind, slots: &[u32], watch: &Watch) -> Result<BulkDone, BulkError> {
        let mut bulk = DeleteMany::new(kind, slots);
        let mut slice = Slice::new();
        let mut base = self.seq();
        while self.peek(|book| bulk.step(book, PIECES)) {
            watch.pause(&mut slice, Step::Planning, bulk.done(), bulk.total()).await?;
            if self.seq() != base {
                base = self.seq();
                bulk.restart();
            }
        }
        watch.tell(Step::Saving, 0, 1);
        let head = self.commit(Intent::new(What::Bulk, kind, None, ""), Draft { base, ops: bulk.finish() }).await?;
        Ok(BulkDone { head, refused: Vec::new() })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::money::{Currency, Money};

    #[test]
    fn the_amounts_of_a_product_stay_in_one_currency() {
        let yen = Currency::parse("JPY").unwrap();
        let money = |currency| Some(Money { minor: 500, currency });
        let product = |price, cost| Product { name: "Tea".into(), price, cost, ..Product::default() };
        let flaws = |product| ProductSetting::CHECK(&Book::default(), &product);
        assert_eq!(flaws(product(money(yen), money(yen))), []);
        assert_eq!(flaws(product(money(yen), None)), []);
        let parted = flaws(product(money(yen), money(Currency::EUR)));
        assert_eq!(parted, [FieldError::of(4, Flaw::OtherCurrency)]);
    }

    #[test]
    fn settings_for_another_kind_of_record_are_left_out() {
        let name = ProductSetting::Name("Tea".into());
        let pairs = vec![(1, AnySetting::from(name.clone())), (2, OrderSetting::Number("E-1".into()).into())];
        let Many::Each(left) = Many::Each(pairs).of::<ProductSetting>() else { panic!("pairs stay pairs") };
        assert_eq!(left, [(1, name)]);
    }
}
