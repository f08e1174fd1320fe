//! Several lines of text.

use leptos::html;
use leptos::prelude::*;

use super::dom::tell;
use super::field::FieldLink;

/// A box that grows with its text, where the browser can do that.
#[component]
pub fn TextArea(
    /// What it shows.
    #[prop(into)]
    value: Signal<String>,
    /// Told at every keystroke.
    #[prop(optional, into)]
    on_input: Option<Callback<String>>,
    /// Told when the user leaves it after a change.
    #[prop(optional, into)]
    on_change: Option<Callback<String>>,
    /// The spoken label, where no field gives one.
    #[prop(optional, into)]
    label: Option<Signal<String>>,
    /// An example, shown while it is empty.
    #[prop(optional, into)]
    placeholder: Option<Signal<String>>,
    /// Lines that are there from the start.
    #[prop(default = 3)]
    rows: u32,
    /// Greyed.
    #[prop(optional, into)]
    disabled: Signal<bool>,
    /// The `<textarea>`, for whoever gives it the focus.
    #[prop(optional)]
    node_ref: NodeRef<html::Textarea>,
) -> impl IntoView {
    let link = FieldLink::here();
    view! {
        <textarea
            node_ref=node_ref
            class="input input-area"
            id=link.id.clone()
            rows=rows
            prop:value=value
            aria-label=label
            placeholder=placeholder
            aria-describedby=link.described_by
            aria-invalid=link.aria_invalid()
            aria-required=link.required.then_some("true")
            disabled=disabled
            on:input=move |event| {
                if let Some(on_input) = on_input {
                    on_input.run(event_target_value(&event));
                }
            }
            on:change=move |event| {
                if let Some(on_change) = on_change {
                    tell(on_change, event_target_value(&event));
                }
            }
        ></textarea>
    }
}
