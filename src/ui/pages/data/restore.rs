//! Bringing a backup back: read and checked first, then shown, then done.

use std::rc::Rc;

use leptos::{prelude::*, task::spawn_local};

use crate::{
    domain::record::Kind,
    i18n::{t_string, td_string, use_i18n},
    interchange::backup::{Backup, Mode, Plan},
    platform::{address, files::Source, format},
    state::{Workspace, commands::Restored},
    ui::{
        components::{Banner, Button, ButtonKind, Card, Cluster, File, FileDrop, PlainTable, Stack, TableData, Tone},
        notify::Notify,
        words,
    },
};

use super::{
    sentences,
    work::{Work, WorkView},
};

/// A backup that was read and compared.
#[derive(Clone)]
struct Candidate {
    name: String,
    backup: Rc<Backup>,
    plan: Rc<Plan>,
}

/// The card.
#[component]
pub fn Restore() -> impl IntoView {
    let i18n = use_i18n();
    let (workspace, notify) = (Workspace::expect(), Notify::here());
    let work = Work::new();
    let candidate = RwSignal::new_local(None::<Candidate>);
    let refused = RwSignal::new(None::<String>);
    let read = move |files: Vec<File>| {
        let Some(file) = files.into_iter().next() else { return };
        let source = Source::from(file);
        candidate.set(None);
        refused.set(None);
        let watch = work.begin();
        spawn_local(async move {
            let result = async {
                let backup = workspace.read_backup(&source, &watch).await?;
                let (_, plan) = workspace.plan_restore(&backup, Mode::Replace, &watch).await?;
                Ok::<_, crate::state::commands::BackupError>((backup, plan))
            };
            match result.await {
                Ok((backup, plan)) => {
                    let name = source.name();
                    let _ = candidate.try_set(Some(Candidate { name, backup: backup.into(), plan: plan.into() }));
                }
                Err(error) => {
                    let _ = refused.try_set(sentences::sentence(notify.locale(), &error));
                }
            }
            work.end();
        });
    };
    let forget = move || candidate.set(None);
    let restore = move |mode: Mode| {
        let Some(Candidate { name, backup, .. }) = candidate.get_untracked() else { return };
        let watch = work.begin();
        spawn_local(async move {
            let result = workspace.restore(&name, Backup::clone(&backup), mode, &watch).await;
            work.end();
            match result {
                Ok(Restored::Adopted) => {
                    address::set_hash("#/customers");
                    address::reload();
                }
                Ok(Restored::Changed(head)) => {
                    let _ = candidate.try_set(None);
                    match head {
                        Some(head) => notify.offer_undo(&head),
                        None => notify.say(td_string!(notify.locale(), data.restore_same)),
                    }
                }
                Err(error) => sentences::tell(notify, &error),
            }
        });
    };
    view! {
        <Card title=Signal::derive(move || t_string!(i18n, data.restore_title).to_string())>
            <Stack>
                <FileDrop
                    label=Signal::derive(move || t_string!(i18n, data.restore_drop).to_string())
                    hint=Signal::derive(move || t_string!(i18n, data.restore_hint).to_string())
                    choose_label=Signal::derive(move || t_string!(i18n, data.choose).to_string())
                    accept=Signal::stored(".json,.gz,application/json,application/gzip".to_owned())
                    on_files=Callback::new(read)
                />
                <WorkView work/>
                {move || {
                    refused.get().map(|text| view! {
                        <Banner tone=Tone::Danger title=t_string!(i18n, data.refused).to_string() text=text/>
                    })
                }}
                {move || {
                    let candidate = candidate.get()?;
                    let empty = workspace.seq() == 0;
                    let data = preview(i18n.get_locale(), &candidate.plan);
                    Some(view! {
                        <PlainTable caption=candidate.name data/>
                        <Cluster>
                            <Button
                                kind=ButtonKind::Primary
                                label=Signal::derive(move || t_string!(i18n, data.restore_replace).to_string())
                                on_press=Callback::new(move |()| restore(Mode::Replace))
                            />
                            {(!empty).then(|| view! {
                                <Button
                                    label=Signal::derive(move || t_string!(i18n, data.restore_merge).to_string())
                                    on_press=Callback::new(move |()| restore(Mode::Merge))
                                />
                            })}
                            <Button
                                label=Signal::derive(move || t_string!(i18n, common.cancel).to_string())
                                on_press=Callback::new(move |()| forget())
                            />
                        </Cluster>
                    })
                }}
            </Stack>
        </Card>
    }
}

/// What replacing would do, kind by kind.
fn preview(locale: crate::i18n::Locale, plan: &Plan) -> TableData {
    let number = |count: u32| format::integer(words::tag(locale), count.into());
    let columns = vec![
        td_string!(locale, fields.kind).to_owned(),
        td_string!(locale, data.comes).to_owned(),
        td_string!(locale, data.changes).to_owned(),
        td_string!(locale, data.goes).to_owned(),
        td_string!(locale, data.stays).to_owned(),
    ];
    let shown = |kind: &&crate::interchange::backup::KindPlan| {
        kind.kind == Kind::Party || kind.created + kind.updated + kind.deleted + kind.unchanged > 0
    };
    let rows = plan.kinds.iter().filter(shown).map(|kind| {
        let name = words::kind_name(locale, kind.kind).to_owned();
        vec![name, number(kind.created), number(kind.updated), number(kind.deleted), number(kind.unchanged)]
    });
    TableData { columns, rows: rows.collect() }
}
