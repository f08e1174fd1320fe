//! What became of one record: each field before and after.

use leptos::prelude::*;
use uuid::Uuid;

use crate::{
    domain::{
        fields::{FieldChange, Key},
        record::Kind,
    },
    i18n::{Locale, t_string, td_string, use_i18n},
    state::{RecordChange, Touched, Workspace},
    ui::{
        components::ButtonKind, components::Icon, components::LinkButton, history_query::HistoryQuery, records,
        route::Route, words,
    },
};

use super::values::value;

/// The one value of a field of a record that came or went.
type Side = fn(&FieldChange) -> Option<&[u8]>;

/// What became of one record. Which one is said unless the history is its own.
#[component]
pub fn RecordView(
    /// What became of it.
    record: RecordChange,
    /// Whose history it is.
    own: Option<Uuid>,
) -> impl IntoView {
    let i18n = use_i18n();
    let workspace = Workspace::expect();
    let (kind, id) = (record.kind, record.id);
    let is_told = own != Some(id);
    let title = record.title.clone();
    let touched = record.touched.clone();
    let deed = move || {
        let locale = i18n.get_locale();
        let word = words::kind_name(locale, kind);
        let now = workspace.peek(|book| records::title(locale, book, kind, id));
        let name = now.or_else(|| title.clone()).filter(|name| !name.trim().is_empty());
        let what = match name {
            Some(name) if kind == Kind::Settings => name,
            Some(name) => format!("{word} · {name}"),
            None => td_string!(locale, history.gone, kind = word),
        };
        match touched {
            Touched::Created(_) => td_string!(locale, common.did_create, subject = what),
            Touched::Changed(_) => td_string!(locale, common.did_edit, subject = what),
            Touched::Deleted(_) => td_string!(locale, common.did_delete, subject = what),
        }
    };
    let place = workspace.peek(|book| records::route(book, kind, id));
    view! {
        {is_told.then(move || {
            let deed = Signal::derive(deed);
            let deed = match place {
                Some(route) => view! { <a href=route.to_string()>{deed}</a> }.into_any(),
                None => view! { <span>{deed}</span> }.into_any(),
            };
            view! {
                <p class="history-record">
                    {deed}
                    <LinkButton
                        small=true
                        icon_only=true
                        icon=Icon::Clock
                        kind=ButtonKind::Quiet
                        label=move || t_string!(i18n, history.of_record).to_owned()
                        href=Route::History(Box::new(HistoryQuery::of_record(kind, id))).to_string()
                    />
                </p>
            }
        })}
        <ul class="history-fields">{move || lines(i18n.get_locale(), workspace, &record, own.is_some())}</ul>
    }
}

fn lines(locale: Locale, workspace: Workspace, record: &RecordChange, is_partys: bool) -> AnyView {
    let (fields, one_sided): (&[FieldChange], Option<Side>) = match &record.touched {
        Touched::Changed(fields) => (fields, None),
        Touched::Created(fields) => (fields, Some(|field| field.after.as_deref())),
        Touched::Deleted(fields) => (fields, Some(|field| field.before.as_deref())),
    };
    let line = |field: &FieldChange| {
        let sentence = workspace.peek(|book| {
            let name = words::field_of(locale, book, record.kind, field.key);
            let of = |bytes: Option<&[u8]>| value(locale, book, (record.kind, record.id), field.key, bytes);
            match one_sided {
                Some(side) => td_string!(locale, history.field_value, field = name, value = of(side(field))),
                None => {
                    let (before, after) = (of(field.before.as_deref()), of(field.after.as_deref()));
                    td_string!(locale, common.history_field, field = name, before = before, after = after)
                }
            }
        });
        view! { <li class="customer-text">{sentence}</li> }
    };
    // What came or went with the party needs not name the party.
    let tells = |field: &&FieldChange| match one_sided {
        Some(side) => {
            let names_party =
                record.kind != Kind::Link && Kind::OF_PARTY.contains(&record.kind) && field.key == Key::field(0);
            !(is_partys && names_party) && side(field).is_some_and(|bytes| *bytes != [0xf6])
        }
        None => true,
    };
    fields.iter().filter(tells).map(line).collect_view().into_any()
}
