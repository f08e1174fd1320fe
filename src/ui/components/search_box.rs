//! Find by text, as one types.

use leptos::ev;
use leptos::html;
use leptos::prelude::*;

use super::button::IconButton;
use super::dom::{is_composing, is_typing, tell};
use super::icons::{Glyph, Icon};
use super::kbd::Kbd;

/// A box that searches at every keystroke, without a delay of its own. Escape empties it; where `shortcut` is set, the key `/` leads to it.
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
    /// Take the focus when `/` is pressed anywhere on the page.
    #[prop(optional)]
    shortcut: bool,
    /// The `<input>`, for whoever gives it the focus.
    #[prop(optional)]
    node_ref: NodeRef<html::Input>,
) -> impl IntoView {
    if shortcut {
        let listener = window_event_listener(ev::keydown, move |event| {
            let plain = !event.ctrl_key() && !event.meta_key() && !event.alt_key();
            if event.key() == "/"
                && plain
                && !event.default_prevented()
                && !is_typing(&event)
                && let Some(input) = node_ref.get_untracked()
            {
                event.prevent_default();
                let _ = input.focus();
                input.select();
            }
        });
        on_cleanup(move || listener.remove());
    }
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
                aria-keyshortcuts=shortcut.then_some("/")
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
                fallback=move || shortcut.then(|| view! { <Kbd keys="/" /> })
            >
                <IconButton small=true icon=Icon::Close label=clear_label on_press=clear />
            </Show>
        </div>
    }
}
