//! Nothing here yet, or nothing found: why, and what to do about it.

use leptos::prelude::*;

use super::icons::{Glyph, Icon};

/// Stands in place of a list or chart that has nothing to show.
#[component]
pub fn EmptyState(
    /// What would be here.
    icon: Icon,
    /// What is the matter.
    #[prop(into)]
    title: Signal<String>,
    /// What one can do about it.
    #[prop(optional, into)]
    text: Option<Signal<String>>,
    /// Buttons that do it.
    #[prop(optional)]
    children: Option<Children>,
) -> impl IntoView {
    view! {
        <div class="empty">
            <span class="empty-icon">
                <Glyph icon />
            </span>
            <p class="empty-title">{title}</p>
            {text.map(|text| view! { <p class="empty-text">{text}</p> })}
            {children.map(|children| view! { <div class="empty-actions">{children()}</div> })}
        </div>
    }
}
