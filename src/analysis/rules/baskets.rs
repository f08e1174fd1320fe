//! Baskets as sets of items: how many pieces of one, and in which sequence, makes no difference.

use std::borrow::Cow;

use thiserror::Error;

/// Why columns are no baskets. `row` counts from zero.
#[derive(Clone, Copy, Debug, Error, PartialEq, Eq)]
pub enum BasketsError {
    /// The columns are of different lengths.
    #[error("columns of {expected} and {found} rows do not fit together")]
    Length {
        /// Rows in the column of baskets.
        expected: usize,
        /// Rows in the column of items.
        found: usize,
    },
    /// A row names a basket or an item that does not exist.
    #[error("row {row} names a basket or an item that does not exist")]
    Number {
        /// Where.
        row: usize,
    },
    /// More rows than a `u32` can number.
    #[error("too many rows")]
    TooMany,
}

/// Lines of baskets, those of one basket together. The same line twice is there twice; every user of it looks once.
#[derive(Clone, Debug)]
pub struct Baskets<'a> {
    items: usize,
    start: Vec<u32>,
    item: Cow<'a, [u32]>,
}

impl<'a> Baskets<'a> {
    /// One line a row: baskets are numbered below `baskets`, items below `items`. Rows in the sequence of their baskets are taken
    /// as they are, others are sorted by counting. Baskets without a line count as baskets.
    ///
    /// # Errors
    /// Columns that do not fit together, or numbers beyond.
    pub fn new(baskets: usize, items: usize, basket: &[u32], item: &'a [u32]) -> Result<Self, BasketsError> {
        if item.len() != basket.len() {
            return Err(BasketsError::Length { expected: basket.len(), found: item.len() });
        }
        if u32::try_from(item.len()).is_err() || u32::try_from(items).is_err() {
            return Err(BasketsError::TooMany);
        }
        // Maxima first: two loops without a branch.
        let beyond = |column: &[u32], end: usize| column.iter().copied().max().is_some_and(|most| most as usize >= end);
        if beyond(basket, baskets) || beyond(item, items) {
            let wrong = |(b, i): (&u32, &u32)| *b as usize >= baskets || *i as usize >= items;
            return Err(BasketsError::Number { row: basket.iter().zip(item).position(wrong).unwrap_or(0) });
        }
        if let Some(start) = starts(baskets, basket) {
            return Ok(Self { items, start, item: Cow::Borrowed(item) });
        }
        let mut start = vec![0u32; baskets + 1];
        basket.iter().for_each(|basket| start[*basket as usize + 1] += 1);
        for b in 1..start.len() {
            start[b] += start[b - 1];
        }
        let item = {
            let mut next = start.clone();
            let mut sorted = vec![0; item.len()];
            for (basket, item) in basket.iter().zip(item) {
                let place = &mut next[*basket as usize];
                sorted[*place as usize] = *item;
                *place += 1;
            }
            sorted
        };
        Ok(Self { items, start, item: Cow::Owned(item) })
    }

    /// With columns of its own.
    #[must_use]
    pub fn into_owned(self) -> Baskets<'static> {
        Baskets { items: self.items, start: self.start, item: Cow::Owned(self.item.into_owned()) }
    }

    /// How many baskets, empty ones included.
    #[must_use]
    pub fn len(&self) -> usize {
        self.start.len() - 1
    }

    /// Whether there is none.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }

    /// How many items there are to be bought.
    #[must_use]
    pub fn items(&self) -> usize {
        self.items
    }

    /// The lines of one basket.
    #[must_use]
    pub fn lines(&self, basket: usize) -> &[u32] {
        &self.item[self.start[basket] as usize..self.start[basket + 1] as usize]
    }
}

/// Where each basket starts among rows that are in the sequence of their baskets, as a log of orders is; `None` if they are not.
fn starts(baskets: usize, basket: &[u32]) -> Option<Vec<u32>> {
    let mut start = Vec::with_capacity(baskets + 1);
    let mut row = 0u32;
    for of in basket {
        // Baskets up to this one start no later than here.
        if *of as usize >= start.len() {
            start.resize(*of as usize + 1, row);
        } else if *of as usize + 1 != start.len() {
            return None;
        }
        row += 1;
    }
    start.resize(baskets + 1, row);
    Some(start)
}
