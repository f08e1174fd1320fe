//! One of many, by the platform's own list.

use leptos::prelude::*;

use super::choice::Choice;
use super::dom::tell;
use super::field::FieldLink;

/// A native `<select>`: it works with every keyboard, screen reader and phone.
#[component]
pub fn Select(
    /// What there is to choose from.
    #[prop(into)]
    options: Signal<Vec<Choice>>,
    /// The value that holds.
    #[prop(into)]
    value: Signal<String>,
    /// Told the value that the user picks.
    #[prop(into)]
    on_change: Callback<String>,
    /// The spoken label, where no field gives one.
    #[prop(optional, into)]
    label: Option<Signal<String>>,
    /// Smaller, for toolbars.
    #[prop(optional)]
    small: bool,
    /// Greyed.
    #[prop(optional, into)]
    disabled: Signal<bool>,
) -> impl IntoView {
    let link = FieldLink::here();
    view! {
        <select
            class="input select"
            class:input-small=small
            id=link.id.clone()
            aria-label=label
            aria-describedby=link.described_by
            aria-invalid=link.aria_invalid()
            aria-required=link.required.then_some("true")
            disabled=disabled
            on:change=move |event| tell(on_change, event_target_value(&event))
        >
            <For each=move || options.get() key=|choice| (choice.value.clone(), choice.label.clone()) let:choice>
                {
                    let own = choice.value.clone();
                    view! {
                        <option value=choice.value prop:selected=move || value.get() == own>
                            {choice.label}
                        </option>
                    }
                }
            </For>
        </select>
    }
}
