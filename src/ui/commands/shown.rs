//! Keys as they are drawn: those pressed at once beside each other, those pressed one after the other with a word between.

use leptos::prelude::*;

use crate::{
    i18n::{t_string, use_i18n},
    ui::components::Kbd,
};

/// The keys of a shortcut.
#[component]
pub fn ShownKeys(
    /// Those pressed one after the other.
    #[prop(into)]
    keys: Signal<Vec<String>>,
) -> impl IntoView {
    let i18n = use_i18n();
    move || {
        let chords = keys.get().into_iter().enumerate();
        chords
            .map(|(at, chord)| {
                let then = (at > 0).then(|| view! { <span class="keys-then">{t_string!(i18n, commands.then)}</span> });
                view! {
                    {then}
                    <Kbd keys=chord/>
                }
            })
            .collect_view()
    }
}
