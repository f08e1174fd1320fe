//! Words for what the other rooms know as enums: names of classes and fields, sentences for what went wrong.
//!
//! The words stand in `locales/`; here is only which word is for what.

mod changes;
mod errors;
mod fields;
mod values;

pub use changes::{deed, what_of};
pub use errors::{command_error, commit_error, conflict, flaw, open_error, stop, storage_error};
pub use fields::{field_name, kind_name};
pub use values::{
    channel, custom_kind, measure, party_kind, product_kind, role, segment, segment_advice, tie, tie_back, used_for, value,
};
