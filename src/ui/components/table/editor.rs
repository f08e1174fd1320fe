//! The box that stands over a cell while it is changed. There is one a table, so that rows may go on standing for other records.

use std::hash::Hash;
use std::sync::Arc;

use leptos::ev;
use leptos::html;
use leptos::prelude::*;
use leptos::task::spawn_local;

use super::editing::{CellChange, CellDraft, CellKind, Editing, Then};
use super::lines::Line;
use super::row::transform;
use crate::ui::components::dom::{blur, focus_any, leaves, pasted_text, select_text};
use crate::ui::components::{DateInput, Glyph, Icon, Select, TagInput};

/// The cell that is open: the row, the column's place, and what stood there when it was opened.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Open<T> {
    pub id: T,
    pub place: usize,
    pub key: String,
    pub label: Signal<String>,
    pub draft: CellDraft,
}

/// What an editor needs of its table.
pub(super) struct EditorPlan<T: Eq + Hash + Send + Sync + 'static> {
    pub editing: Editing<T>,
    pub lines: Signal<Arc<[Line<T>]>>,
    pub row_height: Signal<f64>,
    pub shift: Signal<f64>,
    /// The track of the grid that a column stands in, counted from 1.
    pub track: Callback<usize, usize>,
    /// Told that the cell is closed, and where to go.
    pub on_closed: Callback<(Open<T>, Then)>,
    /// Told of several cells that were pasted into this one.
    pub on_block: Callback<(Open<T>, String)>,
}

/// Where the input of the editor is.
const INPUTS: [&str; 2] = ["input, select", "button"];

/// Draws the editor of the open cell.
pub(super) fn editor_view<T>(plan: &EditorPlan<T>, open: Open<T>) -> impl IntoView + use<T>
where
    T: Clone + Eq + Hash + Send + Sync + 'static,
{
    let EditorPlan { editing, lines, row_height, shift, track, on_closed, on_block, .. } = *plan;
    let node = NodeRef::<html::Div>::new();
    let typed = RwSignal::new(open.draft.text.clone());
    let error = RwSignal::new(None::<String>);
    let busy = RwSignal::new(false);
    let closed = StoredValue::new(false);
    let leaving = StoredValue::new(Then::Stay);
    let Open { id, place, key, label, draft } = open.clone();
    let open = StoredValue::new(open);
    let index = {
        let id = id.clone();
        Memo::new(move |before: Option<&usize>| {
            let found = lines.with(|lines| lines.iter().position(|line| line.row() == Some(&id)));
            found.or(before.copied()).unwrap_or_default()
        })
    };
    let gone = {
        let id = id.clone();
        Memo::new(move |_| lines.with(|lines| !lines.iter().any(|line| line.row() == Some(&id))))
    };
    // What stands there now, when somebody else changed it.
    let elsewhere = {
        let (key, before) = (key.clone(), draft.text.clone());
        Memo::new(move |_| {
            let now = editing.begin.run((id.clone(), key.clone()));
            now.filter(|now| now.text != before && !busy.get()).map(|now| now.text)
        })
    };
    let close = move |then: Then| {
        closed.set_value(true);
        on_closed.run((open.get_value(), then));
    };
    let finish = move |then: Then| {
        // An element that is taken out of the page is left as well.
        if closed.try_get_value() != Some(false) || busy.get_untracked() {
            return;
        }
        let text = typed.get_untracked();
        let (id, key, before) = open.with_value(|open| (open.id.clone(), open.key.clone(), open.draft.text.clone()));
        if text == before {
            return close(then);
        }
        busy.set(true);
        let lost = editing.on_lost.get_value();
        let saved = editing.save.run(CellChange { id, key, text });
        spawn_local(async move {
            let saved = saved.await;
            // Another cell may have been opened by then, or the table be gone.
            if closed.is_disposed() {
                if let Err(sentence) = saved {
                    lost(sentence);
                }
                return;
            }
            match saved {
                Ok(()) => close(then),
                // There is no cell any more at which it could be said.
                Err(sentence) if gone.get_untracked() => {
                    close(then);
                    lost(sentence);
                }
                Err(sentence) => {
                    busy.set(false);
                    error.set(Some(sentence));
                    if then != Then::Stay
                        && let Some(node) = node.get_untracked()
                    {
                        focus_any(&node, &INPUTS);
                    }
                }
            }
        });
    };
    // A row that is gone takes its editor along, and so does a table; what was typed is saved, or it is told why not.
    Effect::new(move |_| {
        if gone.get() {
            untrack(|| finish(Then::Stay));
        }
    });
    on_cleanup(move || finish(Then::Stay));
    Effect::new(move |_| {
        if let Some(node) = node.get() {
            request_animation_frame(move || {
                focus_any(&node, &INPUTS);
                select_text(&node);
            });
        }
    });
    let on_key = move |event: ev::KeyboardEvent| {
        event.stop_propagation();
        // Tags take Enter for themselves as long as there is something to add.
        if event.is_composing() || event.default_prevented() {
            return;
        }
        let go = |then: Then| {
            // What is still being typed is taken over when its input is left.
            leaving.set_value(then);
            blur();
        };
        match event.key().as_str() {
            "Enter" => go(Then::Down),
            "Tab" => go(if event.shift_key() { Then::Before } else { Then::Next }),
            "Escape" => {
                close(Then::Back);
            }
            _ => return,
        }
        event.prevent_default();
    };
    let set = Callback::new(move |text: String| {
        error.set(None);
        typed.set(text);
    });
    let input = input_view(draft.kind, label, typed, set, editing);
    view! {
        <div
            node_ref=node
            class="table-row table-editor"
            role="row"
            style:transform=move || transform(index.get(), row_height, shift)
            on:keydown=on_key
            on:focusout=move |event| {
                if leaves(&event) {
                    let then = leaving.try_get_value().unwrap_or(Then::Stay);
                    leaving.try_set_value(Then::Stay);
                    finish(then);
                }
            }
            on:paste=move |event| {
                let text = pasted_text(&event).unwrap_or_default();
                if text.trim_end_matches(['\r', '\n']).contains(['\t', '\n', '\r']) {
                    event.prevent_default();
                    closed.set_value(true);
                    on_block.run((open.get_value(), text));
                }
            }
        >
            <div
                class="table-editor-box"
                class:field-invalid=move || error.with(Option::is_some)
                role="gridcell"
                aria-busy=move || busy.get().then_some("true")
                style:grid-column=move || track.run(place).to_string()
            >
                {input}
                <div class="table-editor-note" aria-live="assertive">
                    {move || error.get().map(|error| view! {
                        <p class="field-error">
                            <Glyph icon=Icon::Error />
                            <span>{error}</span>
                        </p>
                    })}
                    {move || elsewhere.get().map(|now| view! { <p>{editing.changed.run(now)}</p> })}
                </div>
            </div>
        </div>
    }
}

fn input_view<T: Send + Sync + 'static>(
    kind: CellKind,
    label: Signal<String>,
    typed: RwSignal<String>,
    set: Callback<String>,
    editing: Editing<T>,
) -> AnyView {
    let line = |mode: Option<&'static str>, prefix: Option<String>| {
        view! {
            <div class="input" class:input-number=mode.is_some()>
                {prefix.map(|prefix| view! { <span class="input-affix" aria-hidden="true">{prefix}</span> })}
                <input
                    class="input-box"
                    type="text"
                    inputmode=mode
                    autocomplete="off"
                    aria-label=label
                    prop:value=typed
                    on:input=move |event| set.run(event_target_value(&event))
                />
            </div>
        }
        .into_any()
    };
    match kind {
        CellKind::Text => line(None, None),
        CellKind::Number => line(Some("decimal"), None),
        CellKind::Money(currency) => line(Some("decimal"), Some(currency)),
        CellKind::Day => view! { <DateInput label value=typed on_change=set /> }.into_any(),
        CellKind::Choice(options) => {
            view! { <Select label options=Signal::stored(options) value=typed on_change=set /> }.into_any()
        }
        CellKind::Tags(suggestions) => {
            let tags = Signal::derive(move || typed.with(|text| text.lines().map(str::to_owned).collect::<Vec<_>>()));
            let set_tags = move |tags: Vec<String>| set.run(tags.join("\n"));
            view! {
                <TagInput
                    label
                    tags
                    suggestions=Signal::stored(suggestions)
                    remove_label=editing.remove_label
                    on_change=set_tags
                />
            }
            .into_any()
        }
    }
}
