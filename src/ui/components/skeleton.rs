//! The shape of what is about to come.

use leptos::prelude::*;

/// Grey lines in place of text. Say with `label` what is being fetched; the lines themselves are silent.
#[component]
pub fn Skeleton(
    /// What is being fetched; spoken.
    #[prop(into)]
    label: Signal<String>,
    /// How many lines.
    #[prop(default = 3)]
    lines: u32,
) -> impl IntoView {
    view! {
        <div class="skeleton" role="status">
            <span class="visually-hidden">{label}</span>
            {(0..lines).map(|_| view! { <span class="skeleton-line" aria-hidden="true"></span> }).collect_view()}
        </div>
    }
}
