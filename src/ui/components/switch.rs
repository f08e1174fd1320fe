//! On or off, at once.

use leptos::prelude::*;

use super::dom::tell;

/// A switch: what it says holds from the moment it is moved. For a choice that waits for a form use [`super::Checkbox`].
#[component]
pub fn Switch(
    /// What is on.
    #[prop(into)]
    label: Signal<String>,
    /// What comes of it, below the label.
    #[prop(optional, into)]
    hint: Option<Signal<String>>,
    /// Whether it is on.
    #[prop(into)]
    checked: Signal<bool>,
    /// Told when the user moves it.
    #[prop(into)]
    on_change: Callback<bool>,
    /// Greyed.
    #[prop(optional, into)]
    disabled: Signal<bool>,
) -> impl IntoView {
    view! {
        <label class="switch">
            <input
                class="switch-box"
                type="checkbox"
                role="switch"
                prop:checked=checked
                disabled=disabled
                on:change=move |event| tell(on_change, event_target_checked(&event))
            />
            <span class="switch-text">
                {label} {hint.map(|hint| view! { <span class="field-hint">{hint}</span> })}
            </span>
        </label>
    }
}
