//! Something goes on and one knows how far it has come.

use leptos::prelude::*;

use super::button::Button;

/// A bar with what is done and how far, and a button to stop it.
#[component]
pub fn Progress(
    /// What is being done.
    #[prop(into)]
    label: Signal<String>,
    /// How far it has come, from 0 to 1; `None` while nobody knows.
    #[prop(into)]
    value: Signal<Option<f64>>,
    /// The same in words: how many of how many, how fast, how long still.
    #[prop(optional, into)]
    detail: Option<Signal<String>>,
    /// What the button that stops it says.
    #[prop(optional, into)]
    cancel_label: Signal<String>,
    /// Told when the user wants it stopped; without it there is no such button.
    #[prop(optional, into)]
    on_cancel: Option<Callback<()>>,
) -> impl IntoView {
    view! {
        <div class="progress">
            <div class="progress-head">
                <span class="progress-label">{label}</span>
                {detail.map(|detail| view! { <span class="progress-detail">{detail}</span> })}
            </div>
            <progress
                class="progress-bar"
                aria-label=label
                max="1"
                value=move || value.get().map(|value| format!("{:.4}", value.clamp(0.0, 1.0)))
            ></progress>
            {on_cancel.map(|on_cancel| view! { <Button small=true label=cancel_label on_press=on_cancel /> })}
        </div>
    }
}
