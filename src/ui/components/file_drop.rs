//! Files come in: dropped on a zone, dropped anywhere on the page, or chosen.

use leptos::ev;
use leptos::prelude::*;

use super::dom::{File, carries_files, chosen_files, dropped_files, unique_id};
use super::icons::{Glyph, Icon};

/// A zone to drop files on, with a button to choose them: a drag is never the only way.
#[component]
pub fn FileDrop(
    /// What can be dropped here.
    #[prop(into)]
    label: Signal<String>,
    /// Which kinds of files, how large, what becomes of them.
    #[prop(optional, into)]
    hint: Option<Signal<String>>,
    /// What the button that opens the file dialog says.
    #[prop(into)]
    choose_label: Signal<String>,
    /// Which files the dialog offers, as the `accept` attribute has it. A drop can bring any file: check what comes.
    #[prop(optional, into)]
    accept: Option<Signal<String>>,
    /// More than one file at a time.
    #[prop(optional)]
    multiple: bool,
    /// Greyed.
    #[prop(optional, into)]
    disabled: Signal<bool>,
    /// Told the files, at least one.
    #[prop(into)]
    on_files: Callback<Vec<File>>,
) -> impl IntoView {
    let id = unique_id();
    let hint_id = format!("{id}-hint");
    let over = RwSignal::new(false);
    let take = move |mut files: Vec<File>| {
        if !multiple {
            files.truncate(1);
        }
        if !files.is_empty() {
            on_files.run(files);
        }
    };
    let hover = move |event: ev::DragEvent| {
        if carries_files(&event) && !disabled.get_untracked() {
            event.prevent_default();
            over.set(true);
        }
    };
    view! {
        <div
            class="drop"
            class:drop-over=over
            class:drop-disabled=disabled
            on:dragenter=hover
            on:dragover=hover
            on:dragleave=move |_| over.set(false)
            on:drop=move |event| {
                over.set(false);
                if carries_files(&event) && !disabled.get_untracked() {
                    event.prevent_default();
                    take(dropped_files(&event));
                }
            }
        >
            <span class="drop-icon">
                <Glyph icon=Icon::Import />
            </span>
            <p class="drop-label">{label}</p>
            <input
                class="visually-hidden drop-input"
                id=id.clone()
                type="file"
                accept=accept
                multiple=multiple
                disabled=disabled
                aria-describedby=hint.map(|_| hint_id.clone())
                on:change=move |event| take(chosen_files(&event))
            />
            <label class="button" for=id>
                {choose_label}
            </label>
            {hint.map(|hint| view! { <p class="field-hint" id=hint_id.clone()>{hint}</p> })}
        </div>
    }
}

/// The whole page as a zone: while a file is dragged over the window a cover says what dropping it will do.
/// Give the same function a [`FileDrop`] or a button somewhere, for those who do not drag.
#[component]
pub fn PageDrop(
    /// What dropping does.
    #[prop(into)]
    label: Signal<String>,
    /// Told the files, at least one.
    #[prop(into)]
    on_files: Callback<Vec<File>>,
) -> impl IntoView {
    let over = RwSignal::new(false);
    let enter = window_event_listener(ev::dragover, move |event| {
        // A zone under the pointer takes the file itself.
        let mine = carries_files(&event) && !event.default_prevented();
        if mine {
            event.prevent_default();
        }
        over.set(mine);
    });
    let leave = window_event_listener(ev::dragleave, move |event| {
        if event.related_target().is_none() {
            over.set(false);
        }
    });
    let drop = window_event_listener(ev::drop, move |event| {
        over.set(false);
        if carries_files(&event) && !event.default_prevented() {
            event.prevent_default();
            let files = dropped_files(&event);
            if !files.is_empty() {
                on_files.run(files);
            }
        }
    });
    on_cleanup(move || {
        enter.remove();
        leave.remove();
        drop.remove();
    });
    view! {
        <div class="page-drop" hidden=move || !over.get()>
            <div class="page-drop-text">
                <Glyph icon=Icon::Import />
                <p>{label}</p>
            </div>
        </div>
    }
}
