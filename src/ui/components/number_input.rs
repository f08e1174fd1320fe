//! Numbers and money are typed as text: the browser's own number box changes values when the wheel turns and knows one decimal mark only.
//! Whoever uses these reads the text and hands back an error if it is no number.

use leptos::prelude::*;

use super::text_input::{TextInput, TextKind};

/// A number, set flush with the end of the line.
#[component]
pub fn NumberInput(
    /// What it shows.
    #[prop(into)]
    value: Signal<String>,
    /// Told at every keystroke.
    #[prop(optional, into)]
    on_input: Option<Callback<String>>,
    /// Told when the user is done.
    #[prop(optional, into)]
    on_change: Option<Callback<String>>,
    /// Whole numbers only: a phone shows digits without a decimal mark.
    #[prop(optional)]
    whole: bool,
    /// What is counted, after the number.
    #[prop(optional, into)]
    unit: Option<Signal<String>>,
    /// The spoken label, where no field gives one.
    #[prop(optional, into)]
    label: Option<Signal<String>>,
    /// Greyed.
    #[prop(optional, into)]
    disabled: Signal<bool>,
) -> impl IntoView {
    let kind = if whole { TextKind::Digits } else { TextKind::Decimal };
    view! {
        <TextInput
            value
            nostrip:on_input=on_input
            nostrip:on_change=on_change
            kind
            nostrip:label=label
            nostrip:suffix=unit
            disabled
        />
    }
}

/// An amount in one currency.
#[component]
pub fn MoneyInput(
    /// What it shows.
    #[prop(into)]
    value: Signal<String>,
    /// The currency, as a code or sign, before the amount.
    #[prop(into)]
    currency: Signal<String>,
    /// Told at every keystroke.
    #[prop(optional, into)]
    on_input: Option<Callback<String>>,
    /// Told when the user is done.
    #[prop(optional, into)]
    on_change: Option<Callback<String>>,
    /// The spoken label, where no field gives one.
    #[prop(optional, into)]
    label: Option<Signal<String>>,
    /// Greyed.
    #[prop(optional, into)]
    disabled: Signal<bool>,
) -> impl IntoView {
    view! {
        <TextInput
            value
            nostrip:on_input=on_input
            nostrip:on_change=on_change
            kind=TextKind::Decimal
            nostrip:label=label
            prefix=currency
            disabled
        />
    }
}
