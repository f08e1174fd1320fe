//! Find by text, as one types.

use leptos::html;
use leptos::prelude::*;

use super::button::IconButton;
use super::dom::{is_composing, tell};
use super::icons::{Glyph, Icon};
use super::kbd::Kbd;

/// A box that searches at every keystroke, without a delay of its own. Escape empties it. Whoever listens to keys leads here; the box
/// only shows which.
#[component]
pub fn SearchBox(
    /// What is searched; the spoken label and the text shown while it is empty.
    #[prop(into)]
    label: Signal<String>,
    /// What the button that empties it says.
    #[prop(into)]
    clear_label: Signal<String>,
    /// What it shows.
    #[prop(into)]
    value: Signal<String>,
    /// Told at every keystroke; an input method's unfinished syllables are not told.
    #[prop(into)]
    on_input: Callback<String>,
    /// Told when Enter is pressed, to go to the first result.
    #[prop(optional, into)]
    on_enter: Option<Callback<()>>,
    /// Told when the key for down is pressed, to go into the results.
    #[prop(optional, into)]
    on_down: Option<Callback<()>>,
    /// The keys that lead here, as `aria-keyshortcuts` has them; none for none.
    #[prop(optional, into)]
    keys: Signal<Option<String>>,
    /// The `<input>`, for whoever gives it the focus.
    #[prop(optional)]
    node_ref: NodeRef<html::Input>,
) -> impl IntoView {
    let clear = move || {
        on_input.run(String::new());
        if let Some(input) = node_ref.get_untracked() {
            input.set_value("");
            let _ = input.focus();
        }
    };
    view! {
        <div class="input search" role="search">
            <Glyph icon=Icon::Search />
            <input
                node_ref=node_ref
                class="input-box"
                type="text"
                inputmode="search"
                enterkeyhint="search"
                autocomplete="off"
                spellcheck="false"
                aria-label=label
                placeholder=label
                aria-keyshortcuts=keys
                prop:value=value
                on:input=move |event| {
                    if !is_composing(&event) {
                        on_input.run(event_target_value(&event));
                    }
                }
                on:compositionend=move |event| tell(on_input, event_target_value(&event))
                on:keydown=move |event| {
                    if event.is_composing() {
                        return;
                    }
                    match event.key().as_str() {
                        "Escape" if value.with_untracked(|value| !value.is_empty()) => {
                            event.prevent_default();
                            event.stop_propagation();
                            clear();
                        }
                        "Enter" => {
                            if let Some(on_enter) = on_enter {
                                event.prevent_default();
                                on_enter.run(());
                            }
                        }
                        "ArrowDown" => {
                            if let Some(on_down) = on_down {
                                event.prevent_default();
                                on_down.run(());
                            }
                        }
                        _ => {}
                    }
                }
            />
            <Show
                when=move || value.with(|value| !value.is_empty())
                fallback=move || keys.get().map(|keys| view! { <Kbd keys /> })
            >
                <IconButton small=true icon=Icon::Close label=clear_label on_press=clear />
            </Show>
        </div>
    }
}
