//! A civil day, by the platform's own calendar.

use leptos::prelude::*;

use super::dom::tell;
use super::field::FieldLink;

/// A day as `YYYY-MM-DD`, or the empty string for none; the browser shows it in the order that its user reads.
#[component]
pub fn DateInput(
    /// What it shows.
    #[prop(into)]
    value: Signal<String>,
    /// Told the day that the user enters, or the empty string.
    #[prop(into)]
    on_change: Callback<String>,
    /// The first day that can be entered.
    #[prop(optional, into)]
    min: Option<Signal<String>>,
    /// The last one.
    #[prop(optional, into)]
    max: Option<Signal<String>>,
    /// The spoken label, where no field gives one.
    #[prop(optional, into)]
    label: Option<Signal<String>>,
    /// Greyed.
    #[prop(optional, into)]
    disabled: Signal<bool>,
) -> impl IntoView {
    let link = FieldLink::here();
    view! {
        <input
            class="input input-date"
            id=link.id.clone()
            type="date"
            prop:value=value
            min=min
            max=max
            aria-label=label
            aria-describedby=link.described_by
            aria-invalid=link.aria_invalid()
            aria-required=link.required.then_some("true")
            disabled=disabled
            on:change=move |event| tell(on_change, event_target_value(&event))
        />
    }
}
