//! A number that is dragged: the platform's own range, which keys move too.

use leptos::prelude::*;

use super::dom::tell;
use super::field::FieldLink;

/// A range with the number that it stands at. Inside a [`super::Field`] it takes its label from there.
#[component]
pub fn Slider(
    /// Where it stands.
    #[prop(into)]
    value: Signal<u32>,
    /// How that is written.
    #[prop(into)]
    text: Signal<String>,
    /// The least.
    #[prop(optional)]
    min: u32,
    /// The most.
    max: u32,
    /// Told at every step.
    #[prop(into)]
    on_input: Callback<u32>,
) -> impl IntoView {
    let link = FieldLink::here();
    view! {
        <div class="slider">
            <input
                class="slider-range"
                id=link.id.clone()
                type="range"
                min=min.to_string()
                max=max.to_string()
                prop:value=move || value.get().to_string()
                aria-valuetext=text
                aria-describedby=link.described_by
                on:input=move |event| {
                    if let Ok(value) = event_target_value(&event).parse() {
                        tell(on_input, value);
                    }
                }
            />
            <span class="slider-value" aria-hidden="true">{text}</span>
        </div>
    }
}
