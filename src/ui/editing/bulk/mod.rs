//! One field of many records, or many records to be deleted: what is asked, a look at what it comes to, and how far it is.

mod along;
mod asked;
mod examples;
mod wanted;

use std::{cell::Cell, rc::Rc};

use leptos::{prelude::*, task::spawn_local};

use crate::{
    domain::{money::Currency, record::Kind},
    i18n::{t_string, use_i18n},
    platform::format,
    state::{
        Progress as Done, Step, Watch, Workspace,
        commands::{BulkDone, BulkError, Many},
    },
    ui::{
        components::{Button, ButtonKind, Dialog, DialogSize, Progress},
        notify::Notify,
        words,
    },
};

use super::{field::Reading, outcome};
use along::Along;
use asked::Asked;
use examples::Examples;
use wanted::Wanted;

/// What is to be done with what is ticked.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum BulkJob {
    /// A field is to be set.
    Field,
    /// Tags are to be added.
    Tag,
    /// They are to be deleted.
    Delete,
}

/// The dialogs of a list's bar. They are there while `job` names one.
#[component]
pub fn BulkDialog(
    /// What is listed.
    kind: Kind,
    /// What is to be done.
    job: RwSignal<Option<BulkJob>>,
    /// The slots of the records, in the order of the list as far as they stand in it.
    #[prop(into)]
    slots: Signal<Vec<u32>>,
    /// Told what was done.
    #[prop(into)]
    on_done: Callback<BulkJob>,
) -> impl IntoView {
    let i18n = use_i18n();
    let (workspace, notify) = (Workspace::expect(), Notify::here());
    // Worked out once a question, not at every key that is pressed in it.
    let slots: Signal<Vec<u32>> =
        Memo::new(move |_| if job.with(Option::is_some) { slots.get() } else { Vec::new() }).into();
    let many = Memo::new(move |_| slots.with(Vec::len));
    let count = move || format::integer(words::tag(i18n.get_locale()), i64::try_from(many.get()).unwrap_or(i64::MAX));
    let running = RwSignal::new(None::<Done>);
    let title = Signal::derive(move || match job.get() {
        Some(BulkJob::Tag) => t_string!(i18n, bulk.tag_title, count = count()),
        _ => match kind {
            Kind::Order => t_string!(i18n, bulk.dialog_title_orders, count = count()),
            Kind::Product => t_string!(i18n, bulk.dialog_title_products, count = count()),
            _ => t_string!(i18n, bulk.dialog_title, count = count()),
        },
    });
    let delete_title = Signal::derive(move || match kind {
        Kind::Order => t_string!(i18n, bulk.delete_title_orders, count = count()),
        Kind::Product => t_string!(i18n, bulk.delete_title_products, count = count()),
        _ => t_string!(i18n, bulk.delete_title, count = count()),
    });
    let is_open = Signal::derive(move || matches!(job.get(), Some(BulkJob::Field | BulkJob::Tag)));
    let wanted = RwSignal::new(Wanted::first(kind));
    let tried = RwSignal::new(false);
    Effect::new(move |_| {
        if is_open.get() {
            wanted.set(Wanted::first(kind));
            tried.set(false);
        }
    });
    // Amounts are typed in the currency of the first of them.
    let currency: Signal<Currency> = Memo::new(move |_| {
        let first = slots.with(|slots| slots.first().copied());
        let field = wanted.with(|wanted| wanted.field.clone());
        workspace.read(&[kind, Kind::Settings], |book| match first {
            Some(slot) => field.currency(book, slot),
            None => book.settings().currency,
        })
    })
    .into();
    let setting = Memo::new(move |_| {
        let reading = Reading { locale: i18n.get_locale(), currency: currency.get(), pasted: false };
        wanted.with(|wanted| wanted.setting(reading))
    });
    // Held beside the work, which looks at it between two slices.
    let cancelled = StoredValue::new_local(Rc::new(Cell::new(false)));
    let begin = move || {
        let what = job.get_untracked().filter(|_| running.with_untracked(Option::is_none))?;
        let stop = Rc::new(Cell::new(false));
        cancelled.set_value(stop.clone());
        let slots = slots.get_untracked();
        running.set(Some(Done { step: Step::Planning, done: 0, total: slots.len() as u64 }));
        let watch = Watch::new(
            move |done| {
                running.try_set(Some(done));
            },
            stop,
        );
        Some((what, slots, watch))
    };
    let end = move |what: BulkJob, done: Result<BulkDone, BulkError>| {
        running.try_set(None);
        outcome::tell(workspace, notify, kind, &done);
        if done.is_ok() {
            job.try_set(None);
            on_done.try_run(what);
        }
    };
    let apply = move |()| {
        tried.set(true);
        let Ok(setting) = setting.get_untracked() else { return };
        let Some((what, slots, watch)) = begin() else { return };
        let subject = wanted.with_untracked(|wanted| wanted.field.label(notify.locale()));
        spawn_local(async move {
            end(what, workspace.set_any(kind, Many::All(slots, vec![setting]), &subject, false, &watch).await);
        });
    };
    let delete = move |()| {
        let Some((what, slots, watch)) = begin() else { return };
        spawn_local(async move { end(what, workspace.delete_many(kind, &slots, &watch).await) });
    };
    let stop = Callback::new(move |()| {
        cancelled.with_value(|cancelled| cancelled.set(true));
        if running.with_untracked(Option::is_none) {
            job.set(None);
        }
    });
    view! {
        <Dialog
            open=is_open
            on_close=stop
            keep=true
            title
            close_label=Signal::derive(move || t_string!(i18n, common.close).to_string())
            on_submit=Callback::new(apply)
            footer=move || view! { <Ways stop running kind=ButtonKind::Primary label=Signal::derive(move || t_string!(i18n, bulk.apply, count = count()))/> }
        >
            <Asked kind currency job wanted tried setting/>
            <Examples kind slots wanted setting/>
            {move || running.get().map(|done| view! { <HowFar done/> })}
        </Dialog>
        <Dialog
            open=Signal::derive(move || job.get() == Some(BulkJob::Delete))
            on_close=stop
            size=DialogSize::Small
            title=delete_title
            close_label=Signal::derive(move || t_string!(i18n, common.close).to_string())
            on_submit=Callback::new(delete)
            footer=move || view! { <Ways stop running kind=ButtonKind::Danger label=Signal::derive(move || t_string!(i18n, common.delete).to_string())/> }
        >
            <Along kind job slots/>
            {move || running.get().map(|done| view! { <HowFar done/> })}
        </Dialog>
    }
}

/// The way out, which stops what is running, and the way on.
#[component]
fn Ways(
    stop: Callback<()>,
    running: RwSignal<Option<Done>>,
    kind: ButtonKind,
    #[prop(into)] label: Signal<String>,
) -> impl IntoView {
    let i18n = use_i18n();
    view! {
        <Button label=Signal::derive(move || t_string!(i18n, common.cancel).to_string()) on_press=stop/>
        <Button kind submit=true busy=Signal::derive(move || running.with(Option::is_some)) label/>
    }
}

/// How far it is.
#[component]
fn HowFar(done: Done) -> impl IntoView {
    let i18n = use_i18n();
    let Done { step, done, total } = done;
    let known = step == Step::Planning && total > 0;
    let label = move || match step {
        Step::Saving => t_string!(i18n, bulk.saving).to_string(),
        _ => t_string!(i18n, bulk.working).to_string(),
    };
    view! {
        <Progress
            label=Signal::derive(label)
            value=Signal::stored(known.then(|| done as f64 / total as f64))
            detail=Signal::derive(move || {
                if known { t_string!(i18n, bulk.working_of, done = done, total = total) } else { String::new() }
            })
        />
    }
}
