//! One line of text of the form.

use leptos::prelude::*;

use crate::{
    domain::record::Kind,
    ui::{
        components::{Field, TextInput, TextKind},
        pages::customer::labels::field_label,
    },
};

use super::{draft::PartyDraft, state::Form};

/// A field of the party that is one line of text.
#[component]
pub fn Line(
    /// The form.
    form: Form,
    /// The number of the field.
    number: u32,
    /// Reads it.
    get: fn(&PartyDraft) -> &String,
    /// The same, to write.
    edit: fn(&mut PartyDraft) -> &mut String,
    /// It must not stay empty.
    #[prop(optional)]
    required: bool,
    /// How to answer.
    #[prop(optional, into)]
    hint: Option<Signal<String>>,
    /// The `<input>`, for whoever gives it the focus.
    #[prop(optional)]
    node_ref: NodeRef<leptos::html::Input>,
) -> impl IntoView {
    view! {
        <Field label=field_label(Kind::Party, number) error=form.error(number) required nostrip:hint=hint>
            <TextInput
                kind=TextKind::Text
                value=form.value(move |draft| get(draft).clone())
                on_input=move |text: String| form.draft.update(|draft| *edit(draft) = text)
                node_ref=node_ref
            />
        </Field>
    }
}
