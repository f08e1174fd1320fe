//! A whole number on a short scale: every answer is seen at once, and both ends say what they mean.

use leptos::prelude::*;

use super::dom::{tell, unique_id};
use super::icons::{Glyph, Icon};

/// Radio buttons in a row that look like keys: arrow keys move, as the platform does it. It is its own field.
#[component]
pub fn Scale(
    /// What is asked.
    #[prop(into)]
    label: Signal<String>,
    /// The lowest answer and the highest.
    #[prop(into)]
    ends: Signal<(u8, u8)>,
    /// What the lowest and the highest mean.
    #[prop(into)]
    meanings: Signal<(String, String)>,
    /// The answer; the empty string for none.
    #[prop(into)]
    value: Signal<String>,
    /// Told the answer that the user picks.
    #[prop(into)]
    on_change: Callback<String>,
    /// What is wrong with it.
    #[prop(into)]
    error: Signal<Option<String>>,
) -> impl IntoView {
    let id = unique_id();
    let (hint_id, error_id) = (format!("{id}-hint"), format!("{id}-error"));
    let described_by = {
        let (hint_id, error_id) = (hint_id.clone(), error_id.clone());
        move || if error.with(Option::is_some) { format!("{hint_id} {error_id}") } else { hint_id.clone() }
    };
    let invalid = move || error.with(Option::is_some).then_some("true");
    let answers = move || {
        let (low, high) = ends.get();
        (low..=high).collect::<Vec<u8>>()
    };
    view! {
        <fieldset class="field" class:field-invalid=move || error.with(Option::is_some) aria-describedby=described_by>
            <legend class="field-label">{label}</legend>
            <div class="scale">
                // A scale of other ends is another one.
                <For each=answers key=move |answer| (*answer, ends.get_untracked()) let:answer>
                    {
                        let own = answer.to_string();
                        let picked = own.clone();
                        let shown = own.clone();
                        view! {
                            <label class="scale-answer">
                                <input
                                    class="visually-hidden"
                                    type="radio"
                                    name=id.clone()
                                    aria-invalid=invalid
                                    prop:checked=move || value.get() == own
                                    on:change=move |_| tell(on_change, picked.clone())
                                />
                                <span>{shown}</span>
                            </label>
                        }
                    }
                </For>
            </div>
            <p class="scale-ends" id=hint_id>
                <span>{move || format!("{}: {}", ends.get().0, meanings.get().0)}</span>
                <span>{move || format!("{}: {}", ends.get().1, meanings.get().1)}</span>
            </p>
            <div aria-live="polite">
                {move || {
                    let id = error_id.clone();
                    error.get().map(|error| view! {
                        <p class="field-error" id=id>
                            <Glyph icon=Icon::Error />
                            <span>{error}</span>
                        </p>
                    })
                }}
            </div>
        </fieldset>
    }
}
