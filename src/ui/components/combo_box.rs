//! A line of text with suggestions that bind to nothing.

use leptos::prelude::*;

use super::dom::unique_id;
use super::text_input::{TextInput, TextKind};

/// Text with the platform's own list of suggestions below it.
#[component]
pub fn ComboBox(
    /// What it shows.
    #[prop(into)]
    value: Signal<String>,
    /// What is suggested; the browser narrows it as one types. Keep it below some hundred entries.
    #[prop(into)]
    suggestions: Signal<Vec<String>>,
    /// Told at every keystroke.
    #[prop(optional, into)]
    on_input: Option<Callback<String>>,
    /// Told when the user is done, or takes a suggestion.
    #[prop(optional, into)]
    on_change: Option<Callback<String>>,
    /// What the line holds.
    #[prop(optional)]
    kind: TextKind,
    /// The spoken label, where no field gives one.
    #[prop(optional, into)]
    label: Option<Signal<String>>,
    /// An example, shown while it is empty.
    #[prop(optional, into)]
    placeholder: Option<Signal<String>>,
) -> impl IntoView {
    let list = unique_id();
    view! {
        <TextInput
            value
            nostrip:on_input=on_input
            nostrip:on_change=on_change
            kind
            nostrip:label=label
            nostrip:placeholder=placeholder
            list=list.clone()
        />
        <datalist id=list>
            <For each=move || suggestions.get() key=Clone::clone let:suggestion>
                <option value=suggestion></option>
            </For>
        </datalist>
    }
}
