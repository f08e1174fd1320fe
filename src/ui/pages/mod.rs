//! One page for each address.

pub(super) mod abc;
mod as_of;
pub(super) mod customer;
pub(super) mod customers;
pub(super) mod data;
pub(super) mod import;
pub(super) mod new_customer;
pub(super) mod preferences;
pub(super) mod rfm;
mod welcome;

use leptos::prelude::*;

use crate::{
    domain::class::Class,
    i18n::{t_string, use_i18n},
};

use super::components::{Grade, GradeBadge};

/// The badge of an ABC class, marked when it was set by hand.
#[component]
pub(super) fn ClassBadge(
    /// The class.
    class: Class,
    /// Whether somebody set it by hand.
    by_hand: bool,
) -> impl IntoView {
    let i18n = use_i18n();
    let grade = match class {
        Class::A => Grade::A,
        Class::B => Grade::B,
        Class::C => Grade::C,
    };
    let label = move || {
        let letter = class.letter();
        if by_hand {
            t_string!(i18n, common.class_by_hand, letter = letter)
        } else {
            t_string!(i18n, common.class_is, letter = letter)
        }
    };
    view! { <GradeBadge grade=Some(grade) label=Signal::derive(label) overridden=by_hand/> }
}
