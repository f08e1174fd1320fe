//! Words for what the other rooms know as enums: names of classes and fields, sentences for what went wrong.
//!
//! The words stand in `locales/`; here is only which word is for what.

mod changes;
mod errors;
mod fields;
mod values;

pub use changes::{deed, what_of};
pub use errors::{command_error, commit_error, flaw, open_error, stop};
pub use fields::{field_name, kind_name};
pub use values::{
    channel, custom_kind, measure, party_kind, role, segment, segment_advice, tie, tie_back, used_for,
    value,
};

/// The language tag (BCP 47) of a locale, as `platform::format` takes it.
pub fn tag(locale: crate::i18n::Locale) -> &'static str {
    leptos_i18n::Locale::as_str(locale)
}
