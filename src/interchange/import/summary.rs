//! What an import comes to, counted.

/// Why a row does not come in.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Skip {
    /// It cannot be read, or contradicts itself; told as a problem of the file or as an issue.
    Error,
    /// Nothing in it says who the customer is.
    NoCustomer,
    /// Several customers have its key.
    Ambiguous,
    /// Another row of its order cannot be read.
    OrderIncomplete,
    /// Its order never came about, says its status.
    Cancelled,
    /// What it says is in the book already, or the book says something else and nothing may be changed.
    AlreadyThere,
    /// What it says is not in the book, and nothing may be made.
    NotThere,
}

impl Skip {
    /// Every reason, in the order in which a summary tells them.
    pub const ALL: [Self; 7] = [
        Self::AlreadyThere,
        Self::NotThere,
        Self::NoCustomer,
        Self::Ambiguous,
        Self::Cancelled,
        Self::OrderIncomplete,
        Self::Error,
    ];
}

/// What an import comes to. Every row is either taken or skipped for one reason.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Summary {
    /// Rows of the table.
    pub rows: usize,
    /// Rows that come in.
    pub rows_taken: usize,
    /// Customers that are made, with the organisations where they work.
    pub parties_created: usize,
    /// Customers that are changed.
    pub parties_updated: usize,
    /// Customers that were found and stay as they are.
    pub parties_matched: usize,
    /// Ties between people and where they work that are made.
    pub links_created: usize,
    /// Products that are made.
    pub products_created: usize,
    /// Orders that are made, refunds among them.
    pub orders_created: usize,
    /// Orders that are changed.
    pub orders_updated: usize,
    /// Orders made whose total is negative.
    pub refunds: usize,
    /// Lines of the orders that are made.
    pub lines: usize,
    /// Notes that are made.
    pub notes_created: usize,
    /// Answers that are made.
    pub answers_created: usize,
    /// Custom fields that are made.
    pub fields_created: usize,
    skipped: [usize; Skip::ALL.len()],
}

impl Summary {
    /// Rows that do not come in for that reason.
    pub fn skipped(&self, reason: Skip) -> usize {
        self.skipped[reason as usize]
    }

    /// Rows that do not come in.
    pub fn rows_skipped(&self) -> usize {
        self.skipped.iter().sum()
    }

    /// Whether nothing would change.
    pub fn is_nothing(&self) -> bool {
        let changes = [
            self.parties_created,
            self.parties_updated,
            self.links_created,
            self.products_created,
            self.orders_created,
            self.orders_updated,
            self.notes_created,
            self.answers_created,
            self.fields_created,
        ];
        changes.iter().all(|count| *count == 0)
    }

    pub(super) fn skip(&mut self, reason: Skip, rows: usize) {
        self.skipped[reason as usize] += rows;
    }

    /// Rows turn out to come in after all.
    pub(super) fn unskip(&mut self, reason: Skip, rows: usize) {
        self.skipped[reason as usize] -= rows;
    }
}
