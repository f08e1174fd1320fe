//! One change: when, where, what for, and what became of which records.

use leptos::{prelude::*, task::spawn_local};

use crate::{
    domain::{change::Turn, record::Kind},
    i18n::{t_string, td_string, use_i18n},
    platform::format,
    state::{About, PastChange, Workspace},
    ui::{
        components::{Button, ButtonKind, Icon},
        notify::Notify,
        words,
    },
};

use super::{inside::Inside, record::RecordView};

/// The change, with the button that takes it back.
#[component]
pub fn ChangeView(
    /// Which.
    change: PastChange,
    /// What is asked for.
    about: About,
) -> impl IntoView {
    let i18n = use_i18n();
    let workspace = Workspace::expect();
    let notify = Notify::here();
    let busy = RwSignal::new(false);
    let open = RwSignal::new(false);
    let (seq, stamp) = (change.seq, change.head.stamp);
    let zone = Memo::new(move |_| workspace.read(&[Kind::Settings], |book| book.settings().time_zone));
    let take_back = move |()| {
        if busy.get_untracked() {
            return;
        }
        busy.set(true);
        spawn_local(async move {
            let taken = workspace.revert(stamp).await;
            busy.try_set(false);
            notify.taken_back(taken, |locale, what| td_string!(locale, history.taken_back, what = what));
        });
    };
    let head = change.head.clone();
    // What takes another change back is taken back by that one's own button, or by undo.
    let can_take_back = matches!(head.turn, Turn::Do | Turn::Revert(_));
    let counts = head.counts;
    let records = counts.created + counts.updated + counts.deleted;
    let deed = move || words::deed(i18n.get_locale(), &head);
    let moment = move || {
        let moment = format::instant(words::tag(i18n.get_locale()), stamp.ms, &zone.get());
        let device = if workspace.is_own(stamp) {
            t_string!(i18n, history.this_device).to_owned()
        } else {
            // The first letters are enough to tell two devices apart.
            t_string!(i18n, history.other_device, id = format!("{:04x}", stamp.device >> 48))
        };
        format!("{moment} · {device}")
    };
    let label = Signal::derive(move || match records {
        1 => t_string!(i18n, history.take_back).to_owned(),
        records => t_string!(i18n, history.take_back_all, records = records),
    });
    let tells = !matches!(about, About::Everything | About::Kind(_));
    let summary = move || {
        (records > 1 && !tells).then(|| {
            let number = |count: u32| format::integer(words::tag(i18n.get_locale()), i64::from(count));
            let mut parts = Vec::new();
            if counts.created > 0 {
                parts.push(t_string!(i18n, history.added, count = number(counts.created)));
            }
            if counts.updated > 0 {
                parts.push(t_string!(i18n, history.changed, count = number(counts.updated)));
            }
            if counts.deleted > 0 {
                parts.push(t_string!(i18n, history.deleted, count = number(counts.deleted)));
            }
            view! { <p class="history-record">{parts.join(" · ")}</p> }
        })
    };
    let own = match about {
        About::Party(id) => Some(id.uuid()),
        About::Record(_, id) => Some(id),
        About::Everything | About::Kind(_) => None,
    };
    let (told, more) = (StoredValue::new(change.records), change.more);
    view! {
        <li class="history-change">
            <div class="history-head">
                <span class="history-deed">{deed}</span>
                <span class="history-moment">{moment}</span>
                {(!tells).then(|| view! {
                    <Button
                        small=true
                        kind=ButtonKind::Quiet
                        icon=Icon::Down
                        expanded=open
                        label=move || t_string!(i18n, history.details).to_owned()
                        on_press=move |()| open.update(|open| *open = !*open)
                    />
                })}
                {can_take_back.then(|| view! {
                    <Button small=true kind=ButtonKind::Quiet icon=Icon::Undo busy label on_press=take_back/>
                })}
            </div>
            {summary}
            {move || told.with_value(|records| {
                records.iter().map(|record| view! { <RecordView record=record.clone() own/> }).collect_view()
            })}
            {(more > 0).then(|| view! {
                <p class="history-record">{move || t_string!(i18n, history.more_count, count = more)}</p>
            })}
            <Show when=move || open.get()>
                <Inside seq about/>
            </Show>
        </li>
    }
}
