//! A word that can be taken away: a tag, a filter that is on.

use leptos::prelude::*;

use super::icons::{Glyph, Icon};

/// A chip. With `on_remove` it has a button that takes it away; with `href` it leads somewhere.
#[component]
pub fn Chip(
    /// What it says.
    #[prop(into)]
    label: Signal<String>,
    /// Where it leads.
    #[prop(optional, into)]
    href: Option<Signal<String>>,
    /// What the button says.
    #[prop(optional, into)]
    remove_label: Signal<String>,
    /// Told when it is taken away.
    #[prop(optional, into)]
    on_remove: Option<Callback<()>>,
) -> impl IntoView {
    view! {
        <span class="chip">
            {match href {
                Some(href) => view! { <a class="chip-text" href=href>{label}</a> }.into_any(),
                None => view! { <span class="chip-text">{label}</span> }.into_any(),
            }}
            {on_remove.map(|on_remove| view! {
                <button type="button" class="chip-remove" aria-label=remove_label title=remove_label on:click=move |_| on_remove.run(())>
                    <Glyph icon=Icon::Close />
                </button>
            })}
        </span>
    }
}
