//! Keys of the keyboard, as drawn in hints.

use leptos::prelude::*;

/// One key, or several pressed together, written as the keys say it. A finger has no keys, so coarse pointers do not see it.
#[component]
pub fn Kbd(
    /// The names of the keys, separated by spaces.
    #[prop(into)]
    keys: Signal<String>,
) -> impl IntoView {
    view! {
        <span class="keys">
            {move || {
                keys.with(|keys| keys.split(' ').map(|key| view! { <kbd class="key">{key.to_owned()}</kbd> }).collect_view())
            }}
        </span>
    }
}
