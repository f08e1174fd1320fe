//! More, for those who want to know.

use leptos::prelude::*;

use super::icons::{Glyph, Icon};

/// The platform's own `<details>`: found by the browser's search, opened by Enter.
#[component]
pub fn Disclosure(
    /// What is behind it.
    #[prop(into)]
    summary: Signal<String>,
    /// Open from the start.
    #[prop(optional)]
    open: bool,
    /// What is behind it.
    children: Children,
) -> impl IntoView {
    view! {
        <details class="disclosure" open=open>
            <summary class="disclosure-summary">
                <Glyph icon=Icon::Next />
                <span>{summary}</span>
            </summary>
            <div class="disclosure-body">{children()}</div>
        </details>
    }
}
