//! One of a few, in a list with a label.

use leptos::prelude::*;

use crate::{
    i18n::{Locale, use_i18n},
    ui::components::{Choice, Field, Select},
};

use super::desk::Desk;

/// A list to choose from; greyed while something goes on.
#[component]
pub fn Pick<T, N>(
    /// What is asked for.
    #[prop(into)]
    label: Signal<String>,
    /// What there is.
    #[prop(into)]
    all: Signal<Vec<T>>,
    /// What each is called.
    name: N,
    /// What holds.
    #[prop(into)]
    value: Signal<T>,
    /// Told what is picked.
    #[prop(into)]
    on_pick: Callback<T>,
    /// Small and without a visible label, for the head of a column.
    #[prop(optional)]
    bare: bool,
) -> impl IntoView
where
    T: Copy + PartialEq + Send + Sync + 'static,
    N: Fn(Locale, T) -> String + Copy + Send + Sync + 'static,
{
    let i18n = use_i18n();
    let desk = Desk::expect();
    let options = Signal::derive(move || {
        let locale = i18n.get_locale();
        let choice = |(at, value): (usize, T)| Choice::new(at.to_string(), name(locale, value));
        all.get().into_iter().enumerate().map(choice).collect::<Vec<_>>()
    });
    let at = Signal::derive(move || {
        let value = value.get();
        let at = all.with(|all| all.iter().position(|other| *other == value));
        at.map_or_else(String::new, |at| at.to_string())
    });
    let picked = move |text: String| {
        let value = text.parse::<usize>().ok().and_then(|at| all.with_untracked(|all| all.get(at).copied()));
        if let Some(value) = value {
            on_pick.run(value);
        }
    };
    let picked = Callback::new(picked);
    let disabled = desk.running;
    // A choice that was refused: the list is made anew to show what holds.
    if bare {
        let select = move || {
            desk.refused.track();
            view! { <Select small=true label options value=at on_change=picked disabled/> }
        };
        view! { {select} }.into_any()
    } else {
        let select = move || {
            desk.refused.track();
            view! { <Select options value=at on_change=picked disabled/> }
        };
        view! { <Field label>{select}</Field> }.into_any()
    }
}
