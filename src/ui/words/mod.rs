//! Words for what the other rooms know as enums: names of classes and fields, sentences for what went wrong.
//!
//! The words stand in `locales/`; here is only which word is for what.

mod cadence;
mod changes;
mod charts;
mod deals;
mod errors;
mod fields;
mod listing;
mod partial;
mod values;

pub use cadence::cadence;
pub use changes::{deed, redo_label, undo_label, what_of};
pub use charts::chart_words;
pub use deals::{deal_standing, next_step, pipeline, stage};
pub use errors::{command_error, commit_error, flaw, open_error, stop};
pub use fields::{field_name, field_of, kind_name};
pub use listing::{choice, field_key, field_label, field_value, filter, group, operand, span};
pub use partial::{date_label, partial_date};
pub use values::{
    address_part, channel, custom_kind, direction, measure, measure_within, mood, outcome, party_kind, priority,
    promise_state, question, repeat, role, segment, segment_advice, standing, tie, tie_back, unit, used_for, value,
    yardstick,
};

/// The language tag (BCP 47) of a locale, as `platform::format` takes it.
pub fn tag(locale: crate::i18n::Locale) -> &'static str {
    leptos_i18n::Locale::as_str(locale)
}
