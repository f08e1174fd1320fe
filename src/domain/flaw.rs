//! What can be wrong with a field. The sentences are made where the user is.

/// What is wrong with a value.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, thiserror::Error)]
pub enum Flaw {
    /// Nothing stands where something must.
    #[error("is missing")]
    Missing,
    /// More characters than the field takes.
    #[error("is longer than {max} characters")]
    TooLong {
        /// How many it takes.
        max: usize,
    },
    /// No e-mail address.
    #[error("is no e-mail address")]
    NotAnEmail,
    /// No `http` or `https` address.
    #[error("is no web address")]
    NotAWebAddress,
    /// No number.
    #[error("is no number")]
    NotANumber,
    /// More digits after the decimal mark than the field or the currency takes.
    #[error("has more than {digits} digits after the decimal mark")]
    TooFine {
        /// How many it takes.
        digits: u8,
    },
    /// A number or date beyond what can be stored.
    #[error("is out of range")]
    OutOfRange,
    /// An answer that the question's scale does not have.
    #[error("is not within {low} to {high}")]
    OutOfScale {
        /// The lowest answer.
        low: u8,
        /// The highest.
        high: u8,
    },
    /// No date of the calendar.
    #[error("is no date")]
    NotADate,
    /// No currency of ISO 4217.
    #[error("is no currency")]
    NotACurrency,
    /// Not one of the choices.
    #[error("is none of the choices")]
    NotAChoice,
    /// The same as another one, where each has to differ.
    #[error("is there already")]
    Double,
    /// Refers to a record that is not there.
    #[error("refers to something that is not there")]
    Dangling,
    /// An amount in another currency than the one that it has to go with.
    #[error("is in another currency")]
    OtherCurrency,
    /// Money comes in where it has to go back.
    #[error("is no refund: its amount is not below zero")]
    NotARefund,
    /// The smaller bound is not smaller than the larger.
    #[error("is not in rising order")]
    NotRising,
    /// A currency without an exchange rate for the day.
    #[error("has no exchange rate")]
    NoRate,
}

/// A flaw and where it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct FieldError {
    /// The number of the field.
    pub number: u32,
    /// Which entry, for a field of several.
    pub index: Option<usize>,
    /// What is wrong with it.
    pub flaw: Flaw,
}

impl FieldError {
    /// A flaw of a field as a whole.
    pub const fn of(number: u32, flaw: Flaw) -> Self {
        Self { number, index: None, flaw }
    }

    /// A flaw of one entry of a field of several.
    pub const fn at(number: u32, index: usize, flaw: Flaw) -> Self {
        Self { number, index: Some(index), flaw }
    }
}

/// Characters that a name, a code, an address may have.
pub const LINE: usize = 1_000;
/// Characters that a note may have.
pub const TEXT: usize = 100_000;

/// Checks the length of a text that may be empty.
pub(super) fn length(number: u32, text: &str, max: usize) -> Option<FieldError> {
    // Bytes first: counting characters is only needed for texts that could be too long.
    (text.len() > max && text.chars().count() > max).then_some(FieldError::of(number, Flaw::TooLong { max }))
}

/// Checks a text that must not be empty.
pub(super) fn required(number: u32, text: &str, max: usize) -> Option<FieldError> {
    if text.trim().is_empty() { Some(FieldError::of(number, Flaw::Missing)) } else { length(number, text, max) }
}
