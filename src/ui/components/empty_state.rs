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
    /// Whether this is all that the page shows, so that the title is the page's heading.
    #[prop(optional)]
    is_page: bool,
    /// Buttons that do it.
    #[prop(optional)]
    children: Option<Children>,
) -> impl IntoView {
    view! {
        <div class="empty">
            <span class="empty-icon">
                <Glyph icon />
            </span>
            {if is_page {
                view! { <h1 class="empty-title">{title}</h1> }.into_any()
            } else {
                view! { <p class="empty-title">{title}</p> }.into_any()
            }}
            {text.map(|text| view! { <p class="empty-text">{text}</p> })}
            {children.map(|children| view! { <div class="empty-actions">{children()}</div> })}
        </div>
    }
}
