//! The frame around an input: its label above, a hint and an error below, tied to it so that they are read out with it.

use leptos::context::Provider;
use leptos::prelude::*;

use super::dom::unique_id;
use super::icons::{Glyph, Icon};

/// What a [`Field`] tells the input inside of it.
#[derive(Clone, Debug)]
pub(crate) struct FieldLink {
    /// The id that the label points at.
    pub id: String,
    /// The ids of hint and error, as far as they are shown.
    pub described_by: Signal<Option<String>>,
    /// `true` while there is an error.
    pub invalid: Signal<bool>,
    /// Whether it must not stay empty.
    pub required: bool,
}

impl FieldLink {
    /// The field around this input, or one that ties nothing for an input that stands alone.
    pub(crate) fn here() -> Self {
        use_context().unwrap_or_else(|| Self {
            id: unique_id(),
            described_by: Signal::stored(None),
            invalid: Signal::stored(false),
            required: false,
        })
    }

    /// The value of `aria-invalid`.
    pub(crate) fn aria_invalid(&self) -> impl Fn() -> Option<&'static str> + Send + use<> {
        let invalid = self.invalid;
        move || invalid.get().then_some("true")
    }
}

/// A label, one input and what is to say about it.
#[component]
pub fn Field(
    /// What is asked for.
    #[prop(into)]
    label: Signal<String>,
    /// How to answer.
    #[prop(optional, into)]
    hint: Option<Signal<String>>,
    /// What is wrong with the answer, with the remedy.
    #[prop(optional, into)]
    error: Signal<Option<String>>,
    /// It must not stay empty; say so in words with `note`.
    #[prop(optional)]
    required: bool,
    /// A word beside the label, such as "required" or "optional".
    #[prop(optional, into)]
    note: Option<Signal<String>>,
    /// The input.
    children: Children,
) -> impl IntoView {
    let id = unique_id();
    let hint_id = format!("{id}-hint");
    let error_id = format!("{id}-error");
    let described_by = {
        let hint_id = hint.map(|_| hint_id.clone());
        let error_id = error_id.clone();
        Signal::derive(move || {
            let error_id = error.with(Option::is_some).then(|| error_id.clone());
            let ids: Vec<String> = hint_id.clone().into_iter().chain(error_id).collect();
            (!ids.is_empty()).then(|| ids.join(" "))
        })
    };
    let invalid = Signal::derive(move || error.with(Option::is_some));
    let link = FieldLink { id: id.clone(), described_by, invalid, required };
    view! {
        <div class="field" class:field-invalid=invalid>
            <div class="field-head">
                <label class="field-label" for=id>
                    {label}
                </label>
                {note.map(|note| view! { <span class="field-note">{note}</span> })}
            </div>
            <Provider value=link>{children()}</Provider>
            {hint.map(|hint| view! { <p class="field-hint" id=hint_id>{hint}</p> })}
            <div aria-live="polite">
                {move || {
                    let id = error_id.clone();
                    error.get().map(|error| view! {
                        <p class="field-error" id=id>
                            <Glyph icon=Icon::Error />
                            <span>{error}</span>
                        </p>
                    })
                }}
            </div>
        </div>
    }
}
