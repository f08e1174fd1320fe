//! One change: when, what for, and each field before and after.

use leptos::{prelude::*, task::spawn_local};

use crate::{
    domain::{
        change::Turn,
        fields::{FieldChange, Key},
        record::Kind,
    },
    i18n::{Locale, t_string, td_string, use_i18n},
    platform::format,
    state::{PartyChange, RecordChange, Touched, Workspace},
    ui::{
        components::{Button, ButtonKind, Icon},
        notify::Notify,
        words,
    },
};

use super::values::{name, value};

/// The change, with the button that takes it back.
#[component]
pub fn ChangeView(
    /// Which.
    change: PartyChange,
) -> impl IntoView {
    let i18n = use_i18n();
    let workspace = Workspace::expect();
    let notify = Notify::here();
    let busy = RwSignal::new(false);
    let stamp = change.head.stamp;
    let zone = Memo::new(move |_| workspace.read(&[Kind::Settings], |book| book.settings().time_zone));
    let take_back = move |()| {
        if busy.get_untracked() {
            return;
        }
        busy.set(true);
        spawn_local(async move {
            let taken = workspace.revert(stamp).await;
            busy.try_set(false);
            notify.taken_back(taken, |locale, what| td_string!(locale, customer.taken_back, what = what));
        });
    };
    let head = change.head.clone();
    // What takes another change back is taken back by that one's own button, or by undo.
    let can_take_back = matches!(head.turn, Turn::Do | Turn::Revert(_));
    let records = head.counts.created + head.counts.updated + head.counts.deleted;
    let deed = move || words::deed(i18n.get_locale(), &head);
    let moment = move || format::instant(words::tag(i18n.get_locale()), stamp.ms, &zone.get());
    let label = Signal::derive(move || match records {
        1 => t_string!(i18n, customer.take_back).to_owned(),
        records => t_string!(i18n, customer.take_back_all, records = records),
    });
    let (told, more) = (StoredValue::new(change.records), change.more);
    view! {
        <li class="customer-change">
            <div class="customer-change-head">
                <span class="customer-change-deed">{deed}</span>
                <span class="customer-event-day">{moment}</span>
                {can_take_back.then(|| view! {
                    <Button small=true kind=ButtonKind::Quiet icon=Icon::Undo busy label on_press=take_back/>
                })}
            </div>
            {move || told.with_value(|records| {
                records.iter().map(|record| view! { <RecordView record=record.clone()/> }).collect_view()
            })}
            {(more > 0).then(|| view! {
                <p class="customer-change-record">{move || t_string!(i18n, customer.more_records, count = more)}</p>
            })}
        </li>
    }
}

/// The one value of a field of a record that came or went.
type Side = fn(&FieldChange) -> Option<&[u8]>;

/// What became of one record. Which one is said unless it is the party itself.
#[component]
fn RecordView(record: RecordChange) -> impl IntoView {
    let i18n = use_i18n();
    let workspace = Workspace::expect();
    let deed = {
        let (kind, touched) = (record.kind, record.touched.clone());
        move || {
            let what = words::kind_name(i18n.get_locale(), kind);
            match touched {
                Touched::Created(_) => t_string!(i18n, common.did_create, subject = what),
                Touched::Changed(_) => t_string!(i18n, common.did_edit, subject = what),
                Touched::Deleted(_) => t_string!(i18n, common.did_delete, subject = what),
            }
        }
    };
    let is_other = record.kind != Kind::Party;
    view! {
        {is_other.then(|| view! { <p class="customer-change-record">{deed}</p> })}
        <ul class="customer-change-fields">{move || lines(i18n.get_locale(), workspace, &record)}</ul>
    }
}

fn lines(locale: Locale, workspace: Workspace, record: &RecordChange) -> AnyView {
    let (fields, one_sided): (&[FieldChange], Option<Side>) = match &record.touched {
        Touched::Changed(fields) => (fields, None),
        Touched::Created(fields) => (fields, Some(|field| field.after.as_deref())),
        Touched::Deleted(fields) => (fields, Some(|field| field.before.as_deref())),
    };
    let line = |field: &FieldChange| {
        let sentence = workspace.peek(|book| {
            let name = name(locale, book, record.kind, field.key);
            let of = |bytes: Option<&[u8]>| value(locale, book, (record.kind, record.id), field.key, bytes);
            match one_sided {
                Some(side) => td_string!(locale, customer.field_value, field = name, value = of(side(field))),
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
            let names_party = matches!(record.kind, Kind::Order | Kind::Note) && field.key == Key::field(0);
            !names_party && side(field).is_some_and(|bytes| *bytes != [0xf6])
        }
        None => true,
    };
    fields.iter().filter(tells).map(line).collect_view().into_any()
}
