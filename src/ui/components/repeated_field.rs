//! A list of entries of the same kind, such as several e-mail addresses: add, take away, move.

use leptos::html;
use leptos::prelude::*;

use super::button::{Button, ButtonKind, IconButton};
use super::dom::focus_first;
use super::icons::Icon;

/// Where an entry goes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Move {
    /// One place towards the start.
    Up,
    /// One place towards the end.
    Down,
}

/// The words that a [`RepeatedField`] needs.
#[derive(Clone, Copy, Debug)]
pub struct RepeatedLabels {
    /// What the entries are, as the heading.
    pub heading: Signal<String>,
    /// The button that adds an entry.
    pub add: Signal<String>,
    /// The button that takes one away.
    pub remove: Signal<String>,
    /// The button that moves one towards the start.
    pub up: Signal<String>,
    /// The button that moves one towards the end.
    pub down: Signal<String>,
}

const FIRST_CONTROL: &str = "input, select, textarea";

/// The entries under each other, each with its buttons. After adding, the new entry has the focus; after taking away, the next one has.
#[component]
pub fn RepeatedField<V>(
    /// The words.
    labels: RepeatedLabels,
    /// A key for each entry, in order; it stays with the entry when that is moved.
    #[prop(into)]
    keys: Signal<Vec<u32>>,
    /// Draws the inputs of the entry with this key.
    entry: impl Fn(u32) -> V + Send + Sync + Clone + 'static,
    /// Told to add an empty entry at the end.
    #[prop(into)]
    on_add: Callback<()>,
    /// Told to take an entry away.
    #[prop(into)]
    on_remove: Callback<u32>,
    /// Told to move an entry; without it the order means nothing and no such buttons are shown.
    #[prop(optional, into)]
    on_move: Option<Callback<(u32, Move)>>,
) -> impl IntoView
where
    V: IntoView + 'static,
{
    let root = NodeRef::<html::Fieldset>::new();
    let focus_entry = move |index: usize| {
        request_animation_frame(move || {
            let Some(root) = root.try_get_untracked().flatten() else { return };
            let entry = format!(".repeated-entry:nth-of-type({})", index + 1);
            let inside = FIRST_CONTROL.replace(", ", &format!(", {entry} "));
            if !focus_first(&root, &format!("{entry} {inside}")) {
                focus_first(&root, ".repeated-add button");
            }
        });
    };
    view! {
        <fieldset class="repeated" node_ref=root>
            <legend class="field-label">{labels.heading}</legend>
            <For each=move || keys.get() key=|key| *key let:key>
                {
                    let index = Memo::new(move |_| keys.with(|keys| keys.iter().position(|other| *other == key)));
                    let is_first = Signal::derive(move || index.get() == Some(0));
                    let is_last = Signal::derive(move || keys.with(|keys| keys.last() == Some(&key)));
                    view! {
                        <div class="repeated-entry">
                            <div class="repeated-inputs">{entry(key)}</div>
                            <div class="repeated-buttons">
                                {on_move.map(|on_move| view! {
                                    <IconButton
                                        small=true
                                        icon=Icon::Up
                                        label=labels.up
                                        disabled=is_first
                                        on_press=move || on_move.run((key, Move::Up))
                                    />
                                    <IconButton
                                        small=true
                                        icon=Icon::Down
                                        label=labels.down
                                        disabled=is_last
                                        on_press=move || on_move.run((key, Move::Down))
                                    />
                                })}
                                <IconButton
                                    small=true
                                    icon=Icon::Close
                                    label=labels.remove
                                    on_press=move || {
                                        let index = index.get_untracked().unwrap_or_default();
                                        on_remove.run(key);
                                        focus_entry(index);
                                    }
                                />
                            </div>
                        </div>
                    }
                }
            </For>
            <div class="repeated-add">
                <Button
                    kind=ButtonKind::Quiet
                    small=true
                    icon=Icon::Add
                    label=labels.add
                    on_press=move || {
                        let index = keys.with_untracked(Vec::len);
                        on_add.run(());
                        focus_entry(index);
                    }
                />
            </div>
        </fieldset>
    }
}
