//! The head of a page: where one is, what it is, what can be done with it.

use leptos::prelude::*;

use super::icons::{Glyph, Icon};

/// The name of the page. One a page: it is the heading that a screen reader jumps to.
#[component]
pub fn PageHeader(
    /// What the page shows.
    #[prop(into)]
    title: Signal<String>,
    /// How many there are, beside the name; read out when it changes.
    #[prop(optional, into)]
    count: Option<Signal<String>>,
    /// A sentence on what the page is for.
    #[prop(optional, into)]
    lead: Option<Signal<String>>,
    /// What comes before the name: an avatar, a badge.
    #[prop(optional, into)]
    before: Option<ViewFn>,
    /// What can be done, the most important last.
    #[prop(optional)]
    children: Option<Children>,
) -> impl IntoView {
    view! {
        <header class="page-header">
            {before.map(|before| before.run())}
            <div class="page-heading">
                <h1 class="page-title">{title}</h1>
                {count.map(|count| view! { <span class="count" role="status">{count}</span> })}
                {lead.map(|lead| view! { <p class="page-lead">{lead}</p> })}
            </div>
            {children.map(|children| view! { <div class="page-actions">{children()}</div> })}
        </header>
    }
}

/// A place above the page.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Crumb {
    /// Where it is.
    pub href: String,
    /// What it is called.
    pub label: String,
}

/// The way from the top to this page; on a narrow screen the last step of it, as the way back.
#[component]
pub fn Breadcrumb(
    /// What the list is; spoken.
    #[prop(into)]
    label: Signal<String>,
    /// The places above, from the top; the page itself is not among them.
    #[prop(into)]
    crumbs: Signal<Vec<Crumb>>,
) -> impl IntoView {
    view! {
        <nav class="crumbs" aria-label=label>
            <ol class="crumbs-list">
                {move || {
                    crumbs.get().into_iter().map(|crumb| view! {
                        <li class="crumb">
                            <Glyph icon=Icon::Previous />
                            <a href=crumb.href>{crumb.label}</a>
                        </li>
                    }).collect_view()
                }}
            </ol>
        </nav>
    }
}
