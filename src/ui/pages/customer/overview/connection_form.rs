//! The form of a connection.

use leptos::{prelude::*, task::spawn_local};

use crate::{
    domain::{flaw::Flaw, id::Id, link::Link, party::Party, record::Kind},
    i18n::{t_string, use_i18n},
    state::Workspace,
    ui::{
        components::{Checkbox, Choice, ComboBox, Field, Select, TextInput},
        pages::customer::{
            labels::field_label,
            pad::{OpenJob, Pad},
            wrong::Place,
        },
        words,
    },
};

use super::{
    connection_draft::{ConnectionDraft, STANDS, Stand, connection, other_end},
    party_search::{Found, search, the_one},
};

/// The form in its dialog.
#[component]
pub fn ConnectionForm(
    /// From whose page.
    id: Id<Party>,
    /// What is to be written; none closes the dialog.
    job: OpenJob<Link>,
) -> impl IntoView {
    let i18n = use_i18n();
    let workspace = Workspace::expect();
    let found = RwSignal::new(Vec::<Found>::new());
    let pad = Pad::new(
        "link",
        move || id.to_string(),
        job,
        move |old: Option<&Link>| {
            let known = old.and_then(|old| {
                let id = other_end(old, id);
                let label = workspace.peek(|book| book.get(id).map(|row| row.data.name.clone()))?;
                Some(Found { id, label })
            });
            let name = known.as_ref().map_or_else(String::new, |known| known.label.clone());
            found.set(known.into_iter().collect());
            ConnectionDraft::of(old, id, name)
        },
    );
    let draft = pad.draft;
    let look_up = move |text: String| {
        draft.update(|draft| draft.other.clone_from(&text));
        if found.with_untracked(|found| found.iter().any(|found| found.label == text)) {
            return;
        }
        spawn_local(async move {
            let is_stale = || draft.try_with_untracked(|now| now.other != text).unwrap_or(true);
            if let Some(list) = search(workspace, &text, Some(id), is_stale).await {
                found.try_set(list);
            }
        });
    };
    let save = move |stay: bool| {
        let typed = draft.get_untracked();
        let named = typed.other.clone();
        if named.trim().is_empty() {
            return pad.show_flaws(vec![Place::of(2).is(Flaw::Missing)]);
        }
        let known = found.with_untracked(|found| the_one(found, &named));
        spawn_local(async move {
            let other = match known {
                Some(other) => Some(other),
                // Whoever types faster than the list comes is looked up here.
                None => search(workspace, &named, Some(id), || false).await.and_then(|found| the_one(&found, &named)),
            };
            let read = other
                .map(|other| connection(id, typed.stand(), other, &typed.role, typed.active))
                .ok_or_else(|| vec![Place::of(2).is(Flaw::NotAChoice)]);
            pad.save(read, stay, Workspace::save_link);
        });
    };
    let stands = Signal::derive(move || {
        let locale = i18n.get_locale();
        let word =
            |stand: &Stand| if stand.back { words::tie_back(locale, stand.tie) } else { words::tie(locale, stand.tie) };
        let choice = |(index, stand): (usize, &Stand)| Choice::new(index.to_string(), word(stand));
        STANDS.iter().enumerate().map(choice).collect::<Vec<_>>()
    });
    let title = move |is_there| {
        let words =
            if is_there { t_string!(i18n, customer.edit_connection) } else { t_string!(i18n, customer.add_connection) };
        words.to_owned()
    };
    let inputs = move || {
        view! {
            <Field label=field_label(Kind::Link, 1)>
                <Select
                    options=stands
                    value=Signal::derive(move || draft.with(|draft| draft.stand.to_string()))
                    on_change=move |value: String| draft.update(|draft| draft.stand = value.parse().unwrap_or_default())
                />
            </Field>
            <Field
                label=move || t_string!(i18n, customer.connected_with).to_owned()
                hint=Signal::derive(move || t_string!(i18n, customer.connected_hint).to_owned())
                required=true
                error=pad.error(2)
            >
                <ComboBox
                    value=Signal::derive(move || draft.with(|draft| draft.other.clone()))
                    suggestions=Signal::derive(move || found.with(|found| {
                        found.iter().map(|found| found.label.clone()).collect::<Vec<_>>()
                    }))
                    on_input=look_up
                />
            </Field>
            <Field label=field_label(Kind::Link, 3) error=pad.error(3)>
                <TextInput
                    value=Signal::derive(move || draft.with(|draft| draft.role.clone()))
                    on_input=move |text: String| draft.update(|draft| draft.role = text)
                />
            </Field>
            <Checkbox
                label=move || t_string!(i18n, customer.still_holds).to_owned()
                checked=Signal::derive(move || draft.with(|draft| draft.active))
                on_change=move |holds| draft.update(|draft| draft.active = holds)
            />
        }
        .into_any()
    };
    pad.dialog(title, save, inputs)
}
