//! More, for those who want to know.

use leptos::prelude::*;

use super::dom::is_open;
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

/// A part of a long page that opens and closes under its name. What is in it is built when it is opened.
#[component]
pub fn Section(
    /// Its name.
    #[prop(into)]
    summary: Signal<String>,
    /// A word beside the name, such as how much is in it.
    #[prop(optional, into)]
    note: Signal<String>,
    /// Whether it is open; follows the user, and opens it when it is set.
    opened: RwSignal<bool>,
    /// What is in it.
    children: ChildrenFn,
) -> impl IntoView {
    view! {
        <details class="disclosure" prop:open=opened on:toggle=move |event| opened.set(is_open(&event))>
            <summary class="disclosure-summary">
                <Glyph icon=Icon::Next />
                <span>{summary}</span>
                <span class="count">{note}</span>
            </summary>
            <div class="disclosure-body">
                <Show when=move || opened.get()>{children()}</Show>
            </div>
        </details>
    }
}
