//! Find and take: a line to type into, and below it what fits, in groups. The focus stays in the line; the arrow keys move a mark.
//!
//! The pattern is ARIA's combobox with a list box that is always shown, in the platform's own modal dialog.

use leptos::html;
use leptos::prelude::*;

use super::button::IconButton;
use super::dom::{is_composing, show_nearest, tell, unique_id};
use super::icons::{Glyph, Icon};
use super::kbd::Kbd;

/// One thing that fits.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Finding {
    /// What it is known by.
    pub icon: Icon,
    /// What it is called.
    pub text: String,
    /// What else there is to say, on the side.
    pub detail: String,
    /// The keys that do the same: those pressed one after the other, each the names of keys pressed at once.
    pub keys: Vec<String>,
}

/// Things that fit and belong together.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Findings {
    /// What they have in common.
    pub title: String,
    /// They.
    pub items: Vec<Finding>,
}

/// The words of a [`Finder`].
#[derive(Clone, Copy)]
pub struct FinderLabels {
    /// What can be typed; the spoken label and the text shown while nothing is.
    pub prompt: Signal<String>,
    /// What the button that closes it says.
    pub close: Signal<String>,
    /// How many fit, or that nothing does; read out when it changes.
    pub count: Signal<String>,
}

/// The dialog.
#[component]
pub fn Finder(
    /// Whether it is open.
    #[prop(into)]
    open: Signal<bool>,
    /// Told when the user closes it.
    #[prop(into)]
    on_close: Callback<()>,
    /// Its words.
    labels: FinderLabels,
    /// What was typed.
    #[prop(into)]
    text: Signal<String>,
    /// Told at every keystroke; an input method's unfinished syllables are not told.
    #[prop(into)]
    on_text: Callback<String>,
    /// What fits.
    #[prop(into)]
    found: Signal<Vec<Findings>>,
    /// Told which was taken: its place, counted through all groups.
    #[prop(into)]
    on_take: Callback<usize>,
    /// Told when Backspace is pressed and nothing is typed: one step back.
    #[prop(into)]
    on_back: Callback<()>,
    /// What is shown when nothing fits.
    #[prop(into)]
    empty: ViewFn,
) -> impl IntoView {
    let node = NodeRef::<html::Dialog>::new();
    let empty = StoredValue::new(empty);
    let id = StoredValue::new(unique_id());
    let list_id = move || id.with_value(|id| format!("{id}-list"));
    let option_id = move |at: usize| id.with_value(|id| format!("{id}-{at}"));
    let marked = RwSignal::new(0_usize);
    let count = Memo::new(move |_| found.with(|found| found.iter().map(|group| group.items.len()).sum::<usize>()));
    let at = Memo::new(move |_| marked.get().min(count.get().saturating_sub(1)));
    // What fits best is marked whenever something else fits.
    Effect::new(move |_| {
        text.track();
        open.track();
        marked.set(0);
    });
    // The browser tells of a closing only later: by then it may be open again.
    let closing = StoredValue::new(false);
    Effect::new(move || {
        let Some(dialog) = node.get() else { return };
        match (open.get(), dialog.open()) {
            (true, false) => {
                request_animation_frame(move || {
                    if open.try_get_untracked() == Some(true) && !dialog.open() {
                        let _ = dialog.show_modal();
                    }
                });
            }
            (false, true) => {
                closing.set_value(true);
                dialog.close();
            }
            _ => {}
        }
    });
    let step = move |by: isize| {
        let count = count.get_untracked();
        if count > 0 {
            let next = (at.get_untracked().cast_signed() + by).rem_euclid(count.cast_signed()).cast_unsigned();
            marked.set(next);
            show_nearest(&option_id(next));
        }
    };
    let on_key = move |event: leptos::ev::KeyboardEvent| {
        if event.is_composing() || event.key_code() == 229 {
            return;
        }
        match event.key().as_str() {
            "ArrowDown" => step(1),
            "ArrowUp" => step(-1),
            "Enter" if count.get_untracked() > 0 => on_take.run(at.get_untracked()),
            // Told before it closes, not after: the key that opens it may come next.
            "Escape" => on_close.run(()),
            "Backspace" if text.with_untracked(String::is_empty) => on_back.run(()),
            _ => return,
        }
        event.prevent_default();
    };
    view! {
        <dialog
            node_ref=node
            class="dialog finder"
            aria-label=labels.prompt
            closedby="any"
            on:close=move |_| {
                let is_own = closing.try_get_value() == Some(true);
                closing.try_update_value(|closing| *closing = false);
                if !is_own && open.try_get_untracked() == Some(true) {
                    tell(on_close, ());
                }
            }
        >
            <Show when=move || open.get()>
                <div class="finder-line">
                    <Glyph icon=Icon::Search />
                    <input
                        class="finder-input"
                        type="text"
                        role="combobox"
                        inputmode="search"
                        enterkeyhint="go"
                        autocomplete="off"
                        autocapitalize="off"
                        spellcheck="false"
                        aria-label=labels.prompt
                        placeholder=labels.prompt
                        aria-autocomplete="list"
                        aria-expanded=move || (count.get() > 0).to_string()
                        aria-controls=list_id
                        aria-activedescendant=move || (count.get() > 0).then(|| option_id(at.get()))
                        prop:value=text
                        on:input=move |event| {
                            if !is_composing(&event) {
                                on_text.run(event_target_value(&event));
                            }
                        }
                        on:compositionend=move |event| tell(on_text, event_target_value(&event))
                        on:keydown=on_key
                    />
                    <IconButton icon=Icon::Close label=labels.close on_press=move || on_close.run(()) />
                </div>
                <p class="visually-hidden" role="status">{labels.count}</p>
                <div class="finder-list" role="listbox" id=list_id aria-label=labels.prompt>
                    {move || {
                        let mut place = 0;
                        found.with(|groups| {
                            groups
                                .iter()
                                .map(|group| {
                                    let first = place;
                                    place += group.items.len();
                                    view! { <Group group=group.clone() first option=option_id at marked on_take /> }
                                })
                                .collect_view()
                        })
                    }}
                </div>
                <Show when=move || count.get() == 0>{move || empty.with_value(ViewFn::run)}</Show>
            </Show>
        </dialog>
    }
}

#[component]
fn Group(
    group: Findings,
    /// The place of its first item among all.
    first: usize,
    /// The id of an item.
    option: impl Fn(usize) -> String + Copy + 'static,
    at: Memo<usize>,
    marked: RwSignal<usize>,
    on_take: Callback<usize>,
) -> impl IntoView {
    let title_id = unique_id();
    let labelled_by = title_id.clone();
    let items = (first..).zip(group.items).map(|(place, item)| {
        let keys = item.keys.into_iter().map(|chord| view! { <Kbd keys=chord /> }).collect_view();
        view! {
            <div
                class="finder-item"
                role="option"
                id=option(place)
                aria-selected=move || (at.get() == place).to_string()
                on:mousemove=move |_| {
                    if at.get_untracked() != place {
                        marked.set(place);
                    }
                }
                // The focus stays in the line.
                on:mousedown=|event| event.prevent_default()
                on:click=move |_| on_take.run(place)
            >
                <Glyph icon=item.icon />
                <span class="finder-text">{item.text}</span>
                <span class="finder-detail">{item.detail}</span>
                <span class="finder-keys">{keys}</span>
            </div>
        }
    });
    view! {
        <div class="finder-group" role="group" aria-labelledby=labelled_by>
            <div class="finder-title" role="presentation" id=title_id>{group.title}</div>
            {items.collect_view()}
        </div>
    }
}
