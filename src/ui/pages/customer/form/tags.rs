//! Tags, with those in use elsewhere as suggestions.

use std::collections::HashMap;

use leptos::{prelude::*, task::spawn_local};

use crate::{
    domain::record::Kind,
    i18n::{t_string, use_i18n},
    platform::pause::Slice,
    state::Workspace,
    ui::{
        components::{Field, TagInput},
        pages::customer::labels::field_label,
    },
};

use super::state::Form;

/// More suggestions than these help nobody.
const MOST: usize = 200;

/// The tags of the party.
#[component]
pub fn Tags(
    /// The form.
    form: Form,
) -> impl IntoView {
    let i18n = use_i18n();
    let workspace = Workspace::expect();
    let used = RwSignal::new(Vec::new());
    spawn_local(async move {
        let tags = tags_in_use(workspace).await;
        // The form may be gone by then.
        used.try_set(tags);
    });
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

/// The tags of everybody, the most frequent first.
async fn tags_in_use(workspace: Workspace) -> Vec<String> {
    let mut slice = Slice::new();
    let mut counts: HashMap<String, u32> = HashMap::new();
    for page in 0..workspace.peek(|book| book.parties.page_count()) {
        workspace.peek(|book| {
            let rows = book.parties.page(page).into_iter().flat_map(|(_, rows)| rows);
            for tag in rows.flat_map(|(_, row)| &row.data.tags) {
                match counts.get_mut(tag) {
                    Some(count) => *count += 1,
                    None => drop(counts.insert(tag.clone(), 1)),
                }
            }
        });
        slice.pause_if_used_up().await;
    }
    let mut tags: Vec<(String, u32)> = counts.into_iter().collect();
    tags.sort_unstable_by(|a, b| b.1.cmp(&a.1).then_with(|| a.0.cmp(&b.0)));
    tags.into_iter().take(MOST).map(|(tag, _)| tag).collect()
}
