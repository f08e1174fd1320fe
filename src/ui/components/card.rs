//! Things that belong together, with a heading.

use leptos::prelude::*;

use super::dom::unique_id;

/// A section of a page on a ground of its own.
#[component]
pub fn Card(
    /// What is in it; a section without a heading needs none.
    #[prop(optional, into)]
    title: Option<Signal<String>>,
    /// Buttons that concern all of it, beside the heading.
    #[prop(optional, into)]
    actions: Option<ViewFn>,
    /// What is in it touches its edges: a table, a list.
    #[prop(optional)]
    flush: bool,
    /// What is in it.
    children: Children,
) -> impl IntoView {
    let id = unique_id();
    view! {
        <section class="card" class:card-flush=flush aria-labelledby=title.map(|_| id.clone())>
            {title.map(|title| view! {
                <header class="card-head">
                    <h2 class="card-title" id=id.clone()>{title}</h2>
                    {actions.map(|actions| view! { <div class="card-actions">{actions.run()}</div> })}
                </header>
            })}
            <div class="card-body">{children()}</div>
        </section>
    }
}
