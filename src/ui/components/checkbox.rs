//! Yes or no, with words beside it.

use leptos::prelude::*;

use super::dom::tell;

/// A tick box: something to agree to or to pick, that holds once the form is sent.
#[component]
pub fn Checkbox(
    /// What holds when it is ticked.
    #[prop(into)]
    label: Signal<String>,
    /// Whether it is ticked.
    #[prop(into)]
    checked: Signal<bool>,
    /// Told when the user ticks or unticks it.
    #[prop(into)]
    on_change: Callback<bool>,
    /// Some of the things it stands for are ticked and some are not.
    #[prop(optional, into)]
    mixed: Signal<bool>,
    /// The label is spoken only, for a box in a table.
    #[prop(optional)]
    label_hidden: bool,
    /// Greyed.
    #[prop(optional, into)]
    disabled: Signal<bool>,
    /// Left out of the order of the Tab key, where a table has its own keys.
    #[prop(optional)]
    untabbed: bool,
) -> impl IntoView {
    view! {
        <label class="check">
            <input
                class="check-box"
                type="checkbox"
                prop:checked=checked
                prop:indeterminate=mixed
                disabled=disabled
                tabindex=untabbed.then_some("-1")
                on:change=move |event| tell(on_change, event_target_checked(&event))
            />
            <span class="check-text" class:visually-hidden=label_hidden>
                {label}
            </span>
        </label>
    }
}
