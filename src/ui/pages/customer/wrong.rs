//! What is wrong with a form, and where: next to which input the sentence stands.

use leptos::prelude::*;

use crate::{
    domain::flaw::{FieldError, Flaw},
    i18n::use_i18n,
    ui::words,
};

/// One input of a form.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Place {
    /// The number of the field in the record.
    pub number: u32,
    /// Which entry, for a field of several.
    pub index: Option<usize>,
    /// Which input of the entry, for entries of several inputs; 0 is the first.
    pub part: u8,
}

impl Place {
    /// The input of a plain field.
    pub const fn of(number: u32) -> Self {
        Self { number, index: None, part: 0 }
    }

    /// An input of one entry.
    pub const fn entry(number: u32, index: usize, part: u8) -> Self {
        Self { number, index: Some(index), part }
    }

    /// Says what is wrong with it.
    pub const fn is(self, flaw: Flaw) -> Wrong {
        Wrong { place: self, flaw }
    }
}

/// A flaw next to its input.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Wrong {
    /// Where.
    pub place: Place,
    /// What.
    pub flaw: Flaw,
}

impl From<FieldError> for Wrong {
    fn from(error: FieldError) -> Self {
        Place { number: error.number, index: error.index, part: 0 }.is(error.flaw)
    }
}

/// The sentence for the input at `place`; none while it is right, or while the entry that it belongs to is gone.
pub fn sentence_at(
    wrongs: Signal<Vec<Wrong>>,
    place: impl Fn() -> Option<Place> + Send + Sync + 'static,
) -> Signal<Option<String>> {
    let i18n = use_i18n();
    Signal::derive(move || {
        let place = place()?;
        let flaw = wrongs.with(|wrongs| wrongs.iter().find(|wrong| wrong.place == place).map(|wrong| wrong.flaw))?;
        Some(words::flaw(i18n.get_locale(), flaw))
    })
}
