//! How often somebody should hear from us, in words.

use crate::i18n::{Locale, td_string};

/// The wished days; 0 is never.
pub fn cadence(locale: Locale, days: u16) -> String {
    match days {
        0 => td_string!(locale, customer.cadence_never).to_owned(),
        days => td_string!(locale, customer.cadence_days, days = days),
    }
}
