//! The frame of the app: navigation and the place where pages stand.

use leptos::html;
use leptos::prelude::*;

use super::icons::{Glyph, Icon};

/// Navigation at the side on a wide screen and at the thumb on a narrow one, and the page beside it.
#[component]
pub fn Frame(
    /// What the navigation is called; spoken.
    #[prop(into)]
    nav_label: Signal<String>,
    /// What the first stop of the Tab key says: to the content.
    #[prop(into)]
    skip_label: Signal<String>,
    /// The name of the app, at the head of the side navigation.
    #[prop(into)]
    brand: ViewFn,
    /// The [`NavLink`]s. Some four of them fit at the thumb; mark the others as `secondary` and repeat them in `more`.
    #[prop(into)]
    links: ViewFn,
    /// A menu with the places that did not fit, on narrow screens.
    #[prop(optional, into)]
    more: Option<ViewFn>,
    /// What finds anything: above the links of the side navigation, and among those at the thumb.
    #[prop(optional, into)]
    find: Option<ViewFn>,
    /// What belongs to every page, at the foot of the side navigation.
    #[prop(optional, into)]
    tools: Option<ViewFn>,
    /// The page.
    children: Children,
) -> impl IntoView {
    let main = NodeRef::<html::Main>::new();
    view! {
        <div class="frame">
            // A button, not a link to #main: the part of the address after # is the route.
            <button
                type="button"
                class="skip-link"
                on:click=move |_| {
                    if let Some(main) = main.get_untracked() {
                        let _ = main.focus();
                    }
                }
            >
                {skip_label}
            </button>
            <nav class="frame-nav" aria-label=nav_label>
                <div class="frame-brand">{brand.run()}</div>
                {find.map(|find| view! { <div class="frame-find">{find.run()}</div> })}
                <ul class="frame-links">{links.run()}</ul>
                {more.map(|more| view! { <div class="frame-more">{more.run()}</div> })}
                {tools.map(|tools| view! { <div class="frame-tools">{tools.run()}</div> })}
            </nav>
            <main class="frame-main" node_ref=main tabindex="-1">
                {children()}
            </main>
        </div>
    }
}

/// One place of the navigation.
#[component]
pub fn NavLink(
    /// Where it leads.
    #[prop(into)]
    href: Signal<String>,
    /// What it is called, in a word.
    #[prop(into)]
    label: Signal<String>,
    /// What it is known by.
    icon: Icon,
    /// Whether one is there.
    #[prop(into)]
    current: Signal<bool>,
    /// How many things wait there; nothing is drawn for `None`.
    #[prop(optional, into)]
    badge: Signal<Option<String>>,
    /// Not shown at the thumb.
    #[prop(optional)]
    secondary: bool,
) -> impl IntoView {
    view! {
        <li class:nav-secondary=secondary>
            <a class="nav-link" href=href aria-current=move || current.get().then_some("page")>
                <Glyph icon />
                <span class="nav-text">{label}</span>
                {move || badge.get().map(|badge| view! { <span class="nav-badge">{badge}</span> })}
            </a>
        </li>
    }
}
