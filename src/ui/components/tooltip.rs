//! A few words on what something means, for those who point at it or reach it by key.

use leptos::context::Provider;
use leptos::prelude::*;

use super::dom::unique_id;

/// The id of the words, for the element that they describe.
#[derive(Clone, Debug)]
pub struct TooltipId(pub String);

/// Shows `text` while the pointer or the focus is on what it wraps; Escape hides it. What matters must not be said in a tooltip alone.
/// What it wraps should be reachable by key and carry `aria-describedby` with the [`TooltipId`] from its context;
/// with `term` the tooltip makes a plain word reachable itself.
#[component]
pub fn Tooltip(
    /// The words.
    #[prop(into)]
    text: Signal<String>,
    /// What is inside is plain text: give it a place in the order of the Tab key.
    #[prop(optional)]
    term: bool,
    /// What it explains.
    children: Children,
) -> impl IntoView {
    let id = unique_id();
    let dismissed = RwSignal::new(false);
    view! {
        <span
            class="tooltip"
            class:tooltip-dismissed=dismissed
            on:mouseenter=move |_| dismissed.set(false)
            on:focusin=move |_| dismissed.set(false)
            on:keydown=move |event| {
                if event.key() == "Escape" {
                    dismissed.set(true);
                }
            }
        >
            <span
                class="tooltip-term"
                class:tooltip-marked=term
                tabindex=term.then_some("0")
                aria-describedby=term.then(|| id.clone())
            >
                <Provider value=TooltipId(id.clone())>{children()}</Provider>
            </span>
            <span class="tooltip-text" role="tooltip" id=id>
                {text}
            </span>
        </span>
    }
}
