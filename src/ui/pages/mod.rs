//! One page for each address.

pub(super) mod abc;
mod as_of;
pub(super) mod customer;
pub(super) mod customers;
pub(super) mod data;
pub(super) mod deals;
mod demo_button;
pub(super) mod history;
pub(super) mod import;
pub(super) mod insights;
pub(super) mod new_customer;
pub(super) mod orders;
pub(super) mod preferences;
pub(super) mod products;
mod profiles;
pub(super) mod rfm;
pub(super) mod start;
pub(super) mod work;

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
    let label = move || {
        let letter = class.letter();
        if by_hand {
            t_string!(i18n, common.class_by_hand, letter = letter)
        } else {
            t_string!(i18n, common.class_is, letter = letter)
        }
    };
    view! { <GradeBadge grade=Some(grade_of(class)) label=Signal::derive(label) overridden=by_hand/> }
}

/// How a class is drawn.
pub(super) fn grade_of(class: Class) -> Grade {
    match class {
        Class::A => Grade::A,
        Class::B => Grade::B,
        Class::C => Grade::C,
    }
}
