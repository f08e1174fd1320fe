//! A few choices under each other of which exactly one holds, each with room for a sentence.

use leptos::prelude::*;

use super::choice::Choice;
use super::dom::{tell, unique_id};

/// Radio buttons with a common heading. Where the choices are single words, [`super::Segmented`] takes less room.
#[component]
pub fn RadioGroup(
    /// What is chosen here.
    #[prop(into)]
    label: Signal<String>,
    /// What there is to choose from.
    #[prop(into)]
    options: Signal<Vec<Choice>>,
    /// The value that holds.
    #[prop(into)]
    value: Signal<String>,
    /// Told the value that the user picks.
    #[prop(into)]
    on_change: Callback<String>,
    /// What is to know about all of them.
    #[prop(optional, into)]
    hint: Option<Signal<String>>,
) -> impl IntoView {
    let name = unique_id();
    let hint_id = format!("{name}-hint");
    view! {
        <fieldset class="radios" aria-describedby=hint.map(|_| hint_id.clone())>
            <legend class="field-label">{label}</legend>
            {hint.map(|hint| view! { <p class="field-hint" id=hint_id.clone()>{hint}</p> })}
            <For each=move || options.get() key=|choice| (choice.value.clone(), choice.label.clone()) let:choice>
                {
                    let own = choice.value.clone();
                    let picked = choice.value.clone();
                    view! {
                        <label class="check">
                            <input
                                class="check-box"
                                type="radio"
                                name=name.clone()
                                prop:checked=move || value.get() == own
                                on:change=move |_| tell(on_change, picked.clone())
                            />
                            <span class="check-text">{choice.label}</span>
                        </label>
                    }
                }
            </For>
        </fieldset>
    }
}
