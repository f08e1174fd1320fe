//! What is known about one thing: names and values under each other.

use leptos::prelude::*;

/// A list of [`Fact`]s, in as many columns as there is room for.
#[component]
pub fn Facts(
    /// The facts.
    children: Children,
) -> impl IntoView {
    view! { <dl class="facts">{children()}</dl> }
}

/// A name and a value.
#[component]
pub fn Fact(
    /// What is known.
    #[prop(into)]
    label: Signal<String>,
    /// The value: text, a link, a badge.
    children: Children,
) -> impl IntoView {
    view! {
        <div class="fact">
            <dt class="fact-label">{label}</dt>
            <dd class="fact-value">{children()}</dd>
        </div>
    }
}
