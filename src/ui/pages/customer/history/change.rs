//! One change: when, what for, and each field before and after.

use leptos::{prelude::*, task::spawn_local};

use crate::{
    domain::{change::Turn, fields::FieldChange, record::Kind},
    i18n::{Locale, t_string, td_string, use_i18n},
    platform::format,
    state::{RecordChange, Touched, Workspace},
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
    change: RecordChange,
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
    let touched = StoredValue::new(change.touched);
    view! {
        <li class="customer-change">
            <div class="customer-change-head">
                <span class="customer-change-deed">{deed}</span>
                <span class="customer-event-day">{moment}</span>
                {can_take_back.then(|| view! {
                    <Button small=true kind=ButtonKind::Quiet icon=Icon::Undo busy label on_press=take_back/>
                })}
            </div>
            <ul class="customer-change-fields">
                {move || touched.with_value(|touched| lines(i18n.get_locale(), workspace, touched))}
            </ul>
        </li>
    }
}

/// The one value of a field of a record that came or went.
type Side = fn(&FieldChange) -> Option<&[u8]>;

fn lines(locale: Locale, workspace: Workspace, touched: &Touched) -> AnyView {
    let (fields, one_sided): (&[FieldChange], Option<Side>) = match touched {
        Touched::Changed(fields) => (fields, None),
        Touched::Created(fields) => (fields, Some(|field| field.after.as_deref())),
        Touched::Deleted(fields) => (fields, Some(|field| field.before.as_deref())),
    };
    let line = |field: &FieldChange| {
        let name = workspace.peek(|book| name(locale, book, field.key));
        let of = |bytes: Option<&[u8]>| value(locale, field.key, bytes);
        let sentence = match one_sided {
            Some(side) => td_string!(locale, customer.field_value, field = name, value = of(side(field))),
            None => {
                let (before, after) = (of(field.before.as_deref()), of(field.after.as_deref()));
                td_string!(locale, common.history_field, field = name, before = before, after = after)
            }
        };
        view! { <li class="customer-text">{sentence}</li> }
    };
    let is_plain =
        |field: &&FieldChange| one_sided.is_none_or(|side| side(field).is_some_and(|bytes| *bytes != [0xf6]));
    fields.iter().filter(is_plain).map(line).collect_view().into_any()
}
