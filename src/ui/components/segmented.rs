//! A few choices in one line of which exactly one holds. For addresses use [`super::Tabs`], for many choices [`super::Select`].

use leptos::prelude::*;

use super::choice::Choice;
use super::dom::{tell, unique_id};
use super::icons::Glyph;

/// Radio buttons that look like one bar: arrow keys move, as the platform does it.
#[component]
pub fn Segmented(
    /// What is chosen here; spoken, not shown.
    #[prop(into)]
    label: Signal<String>,
    /// What there is to choose from.
    #[prop(into)]
    options: Signal<Vec<Choice>>,
    /// The value that holds.
    #[prop(into)]
    value: Signal<String>,
    /// Told the value that the user picks.
    #[prop(into)]
    on_change: Callback<String>,
    /// Show the icons alone; the labels are spoken and appear when pointed at.
    #[prop(optional)]
    icons_only: bool,
) -> impl IntoView {
    let name = unique_id();
    view! {
        <fieldset class="segmented">
            <legend class="visually-hidden">{label}</legend>
            <For each=move || options.get() key=|choice| (choice.value.clone(), choice.label.clone()) let:choice>
                {
                    let own = choice.value.clone();
                    let picked = choice.value.clone();
                    let label = choice.label.clone();
                    let icon_only = icons_only && choice.icon.is_some();
                    view! {
                        <label class="segment" title=icon_only.then_some(label)>
                            <input
                                class="visually-hidden"
                                type="radio"
                                name=name.clone()
                                prop:checked=move || value.get() == own
                                on:change=move |_| tell(on_change, picked.clone())
                            />
                            {choice.icon.map(|icon| view! { <Glyph icon /> })}
                            <span class:visually-hidden=icon_only>{choice.label}</span>
                        </label>
                    }
                }
            </For>
        </fieldset>
    }
}
