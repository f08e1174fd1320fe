//! What the database answers.

use super::{Entry, Meta, PageKey};

/// Everything that is needed to open a workspace, from one consistent snapshot.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Loaded {
    /// `None` before the first checkpoint.
    pub meta: Option<Meta>,
    /// All pages as of `meta.checkpoint`, in the order of their keys.
    pub pages: Vec<(PageKey, Vec<u8>)>,
    /// The journal's entries after the checkpoint with their numbers, oldest first, without gaps.
    pub tail: Vec<(u64, Entry)>,
}

impl Loaded {
    /// The number of the last change in the journal; 0 if there is none.
    pub fn last(&self) -> u64 {
        let checkpoint = self.meta.as_ref().map_or(0, |meta| meta.checkpoint);
        self.tail.last().map_or(checkpoint, |(seq, _)| *seq)
    }
}

/// One step of reading a workspace piece by piece: first `Start`, then every page, then every entry of the tail.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Piece {
    /// What comes: the meta row, which tells the format of the pages, and which pages there are.
    Start {
        /// `None` before the first checkpoint.
        meta: Option<Meta>,
        /// The pages that follow, in their order.
        pages: Vec<PageKey>,
    },
    /// One page.
    Page(PageKey, Vec<u8>),
    /// One entry after the checkpoint, with its number.
    Entry(u64, Entry),
}

/// What became of an appended entry.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Appended {
    /// It is in the journal, under this number.
    Written(u64),
    /// Nothing was written: another tab was faster. These are its entries; apply them and try again.
    Behind(Vec<(u64, Entry)>),
}

/// What became of a checkpoint.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Checkpointed {
    /// Pages and meta are stored.
    Written,
    /// Nothing was written: another tab stored this later checkpoint.
    Superseded(Meta),
}
