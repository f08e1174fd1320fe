//! A word that can be taken away: a tag, a filter that is on.

use leptos::prelude::*;

use super::icons::{Glyph, Icon};

/// A chip. With `on_remove` it has a button that takes it away; with `href` it leads somewhere, with `on_press` it does something.
#[component]
pub fn Chip(
    /// What it says.
    #[prop(into)]
    label: Signal<String>,
    /// Where it leads.
    #[prop(optional, into)]
    href: Option<Signal<String>>,
    /// Told when its word is pressed.
    #[prop(optional, into)]
    on_press: Option<Callback<()>>,
    /// What there is to know of it, for one that does something.
    #[prop(optional, into)]
    note: Signal<String>,
    /// What it stands for does not hold any more.
    #[prop(optional, into)]
    broken: Signal<bool>,
    /// What the button says.
    #[prop(optional, into)]
    remove_label: Signal<String>,
    /// Told when it is taken away.
    #[prop(optional, into)]
    on_remove: Option<Callback<()>>,
) -> impl IntoView {
    view! {
        <span class="chip" class:chip-broken=broken>
            {match (href, on_press) {
                (Some(href), _) => view! { <a class="chip-text" href=href>{label}</a> }.into_any(),
                (None, Some(on_press)) => view! {
                    <button type="button" class="chip-text chip-press" title=note on:click=move |_| on_press.run(())>
                        {label}
                    </button>
                }
                .into_any(),
                (None, None) => view! { <span class="chip-text">{label}</span> }.into_any(),
            }}
            {on_remove.map(|on_remove| view! {
                <button type="button" class="chip-remove" aria-label=remove_label title=remove_label on:click=move |_| on_remove.run(())>
                    <Glyph icon=Icon::Close />
                </button>
            })}
        </span>
    }
}
