//! Sentences for what went wrong: what it is, and what to do.

use crate::{
    domain::{
        edit::Conflict,
        flaw::{FieldError, Flaw},
    },
    i18n::{Locale, td_string},
    platform::format,
    state::{CommitError, OpenError, Stop, commands::CommandError},
    storage::{ClosedBy, StorageError},
};

/// The sentence for a flaw of a field.
pub fn flaw(locale: Locale, flaw: Flaw) -> String {
    match flaw {
        Flaw::Missing => td_string!(locale, errors.missing).to_owned(),
        Flaw::TooLong { max } => td_string!(
            locale,
            errors.too_long,
            max = format::integer(super::tag(locale), i64::try_from(max).unwrap_or(i64::MAX))
        ),
        Flaw::NotAnEmail => td_string!(locale, errors.not_an_email).to_owned(),
        Flaw::NotAWebAddress => td_string!(locale, errors.not_a_web_address).to_owned(),
        Flaw::NotANumber => td_string!(locale, errors.not_a_number).to_owned(),
        Flaw::TooFine { digits } => td_string!(locale, errors.too_fine, digits = digits),
        Flaw::OutOfRange => td_string!(locale, errors.out_of_range).to_owned(),
        Flaw::OutOfScale { low, high } => td_string!(locale, errors.out_of_scale, low = low, high = high),
        Flaw::NotADate => td_string!(locale, errors.not_a_date).to_owned(),
        Flaw::NotACurrency => td_string!(locale, errors.not_a_currency).to_owned(),
        Flaw::NotAChoice => td_string!(locale, errors.not_a_choice).to_owned(),
        Flaw::Double => td_string!(locale, errors.double).to_owned(),
        Flaw::Dangling => td_string!(locale, errors.dangling).to_owned(),
        Flaw::OtherCurrency => td_string!(locale, errors.other_currency).to_owned(),
        Flaw::NotARefund => td_string!(locale, errors.not_a_refund).to_owned(),
        Flaw::NotRising => td_string!(locale, errors.not_rising).to_owned(),
        Flaw::NoRate => td_string!(locale, errors.no_rate).to_owned(),
    }
}

/// The sentence for what the store says.
pub fn storage_error(locale: Locale, error: &StorageError) -> String {
    match error {
        StorageError::Quota => td_string!(locale, errors.quota).to_owned(),
        StorageError::Closed => td_string!(locale, errors.closed).to_owned(),
        StorageError::Blocked => td_string!(locale, errors.blocked).to_owned(),
        StorageError::Version { found, known } => {
            td_string!(locale, errors.version, found = *found, known = *known)
        }
        StorageError::Corrupt { place, fault } => {
            td_string!(locale, errors.corrupt, place = format!("{place}: {fault}"))
        }
        StorageError::Aborted(reason) => td_string!(locale, errors.aborted, reason = reason.clone()),
        StorageError::Unavailable(_) => td_string!(locale, errors.unavailable).to_owned(),
        StorageError::Replaced => td_string!(locale, errors.replaced).to_owned(),
        StorageError::NotLoaded => td_string!(locale, errors.not_loaded).to_owned(),
        StorageError::NotEmpty => td_string!(locale, errors.not_empty).to_owned(),
        StorageError::Other { name, message } => {
            td_string!(locale, errors.other, message = format!("{name}: {message}"))
        }
    }
}

/// The sentence for a conflict with another tab.
pub fn conflict(locale: Locale, conflict: &Conflict) -> String {
    match conflict {
        Conflict::Gone(..) => td_string!(locale, errors.gone).to_owned(),
        Conflict::Exists(..) => td_string!(locale, errors.exists).to_owned(),
    }
}

/// The sentence for a change that was not made.
pub fn commit_error(locale: Locale, error: &CommitError) -> String {
    match error {
        CommitError::NotReady => td_string!(locale, errors.not_ready).to_owned(),
        CommitError::Conflict(found) => conflict(locale, found),
        CommitError::Storage(error) => storage_error(locale, error),
        CommitError::Unreadable(cause) => {
            td_string!(locale, errors.unreadable, place = "journal", cause = cause.clone())
        }
    }
}

/// The sentence for a command that did nothing. Flaws are named with their fields by `field`.
pub fn command_error(locale: Locale, error: &CommandError, field: impl Fn(&FieldError) -> String) -> String {
    match error {
        CommandError::Commit(error) => commit_error(locale, error),
        CommandError::Flaws(flaws) => {
            let sentences = flaws.iter().map(|error| format!("{}: {}", field(error), flaw(locale, error.flaw)));
            sentences.collect::<Vec<_>>().join(" ")
        }
    }
}

/// The sentence for a workspace that could not be opened.
pub fn open_error(locale: Locale, error: &OpenError) -> String {
    match error {
        OpenError::Storage(error) => storage_error(locale, error),
        OpenError::Unreadable { place, cause } => {
            td_string!(locale, errors.unreadable, place = place.clone(), cause = cause.clone())
        }
    }
}

/// The sentence for a tab that does not write any more.
pub fn stop(locale: Locale, stop: &Stop) -> String {
    match stop {
        Stop::Closed(ClosedBy::NewerVersion) => td_string!(locale, errors.newer_tab).to_owned(),
        Stop::Closed(ClosedBy::Deletion) | Stop::Replaced => td_string!(locale, errors.replaced).to_owned(),
        Stop::Closed(ClosedBy::Browser) => td_string!(locale, errors.closed).to_owned(),
        Stop::Broken(cause) => td_string!(locale, errors.unreadable, place = "journal", cause = cause.clone()),
    }
}
