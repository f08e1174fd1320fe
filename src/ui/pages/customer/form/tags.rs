//! Tags, with those in use elsewhere as suggestions.

use leptos::prelude::*;

use crate::{
    domain::record::Kind,
    i18n::{t_string, use_i18n},
    ui::{
        components::{Field, TagInput},
        editing::tags_in_use,
        pages::customer::labels::field_label,
    },
};

use super::state::Form;

/// The tags of the party.
#[component]
pub fn Tags(
    /// The form.
    form: Form,
) -> impl IntoView {
    let i18n = use_i18n();
    let used = tags_in_use();
    let set = Callback::new(move |tags: Vec<String>| form.draft.update(|draft| draft.tags = tags));
    view! {
        <Field label=field_label(Kind::Party, 11) error=form.error_of_any(11)>
            <TagInput
                tags=form.value(|draft| draft.tags.clone())
                suggestions=used
                remove_label=move |tag: String| t_string!(i18n, customer.remove_tag, tag = tag)
                on_change=set
            />
        </Field>
    }
}
