//! Parts of a page that have addresses of their own.

use leptos::prelude::*;

/// The line of tabs. They are links: the tab is in the address, the Back key works, and a tab opens in a new window.
#[component]
pub fn Tabs(
    /// What the tabs lead through; spoken, not shown.
    #[prop(into)]
    label: Signal<String>,
    /// One [`Tab`] each.
    children: Children,
) -> impl IntoView {
    view! {
        <nav class="tabs" aria-label=label>
            {children()}
        </nav>
    }
}

/// One tab.
#[component]
pub fn Tab(
    /// Where it leads.
    #[prop(into)]
    href: Signal<String>,
    /// What it says.
    #[prop(into)]
    label: Signal<String>,
    /// Whether one is there already.
    #[prop(into)]
    current: Signal<bool>,
    /// How many things are behind it.
    #[prop(optional, into)]
    count: Option<Signal<String>>,
) -> impl IntoView {
    view! {
        <a class="tab" href=href aria-current=move || current.get().then_some("page")>
            {label}
            {count.map(|count| view! { <span class="count">{count}</span> })}
        </a>
    }
}
