//! Something goes on and nobody knows how long; where one knows, use [`super::Progress`].

use leptos::prelude::*;

/// A turning ring at the size of the text around it. What goes on is said by `label`, or by the text that stands beside it.
#[component]
pub fn Spinner(
    /// Spoken, where no text beside it says what goes on.
    #[prop(optional, into)]
    label: Option<Signal<String>>,
) -> impl IntoView {
    view! {
        <span class="spinner" role=label.map(|_| "status") aria-hidden=label.is_none().then_some("true")>
            <svg class="icon" viewBox="0 0 20 20" aria-hidden="true">
                <path d="M10 3a7 7 0 1 1-7 7" />
            </svg>
            {label.map(|label| view! { <span class="visually-hidden">{label}</span> })}
        </span>
    }
}
