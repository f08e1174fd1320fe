//! Everything as one file, and what would keep that file from coming back.

use leptos::{prelude::*, task::spawn_local};

use crate::{
    i18n::{t_string, td_string, use_i18n},
    interchange::backup::{Fault, WriteError},
    platform::{clock, files, format, prefs},
    state::{
        Workspace,
        commands::{BackupError, BackupForm, WrittenBackup},
    },
    ui::{
        commands::{Command, Commands},
        components::{Banner, Button, ButtonKind, Card, Checkbox, Cluster, Icon, Stack, Tone},
        notify::Notify,
        words,
    },
};

use super::{
    sentences,
    work::{Work, WorkView},
};

/// When this browser last saved a backup, milliseconds since 1970.
const SAVED: &str = "kith.backup.saved";
/// Whether backups are packed.
const PACKED: &str = "kith.backup.packed";
/// As many records are named that keep a backup from coming back.
const NAMED: usize = 10;

/// What keeps a backup from coming back.
#[derive(Clone)]
enum Hitch {
    /// These records.
    Faults(Vec<Fault>),
    /// The history: without it the backup comes back. With the sentence.
    History(String),
}

/// The card.
#[component]
pub fn Backup() -> impl IntoView {
    let i18n = use_i18n();
    let (workspace, notify) = (Workspace::expect(), Notify::here());
    let work = Work::new();
    let saved = RwSignal::new(prefs::get::<u64>(SAVED));
    let packed = RwSignal::new(prefs::get::<bool>(PACKED).unwrap_or(false));
    let hitch = RwSignal::new(None::<Hitch>);
    let last = Signal::derive(move || {
        let locale = i18n.get_locale();
        let zone = workspace.peek(|book| book.settings().time_zone);
        saved.get().map_or_else(
            || td_string!(locale, data.never_saved).to_owned(),
            |ms| td_string!(locale, data.last_saved, when = format::instant(words::tag(locale), ms, &zone)),
        )
    });
    let save = move |history: bool| {
        let form = BackupForm { history, packed: packed.get_untracked() && files::can_pack() };
        let watch = work.begin();
        hitch.set(None);
        spawn_local(async move {
            let result = workspace.write_backup(form, &watch).await;
            work.end();
            match result {
                Ok(WrittenBackup { too_large: true, .. }) if history => {
                    let text = td_string!(notify.locale(), data.too_large_with_history).to_owned();
                    let _ = hitch.try_set(Some(Hitch::History(text)));
                }
                Ok(WrittenBackup { too_large: true, .. }) => {
                    notify.fail(td_string!(notify.locale(), data.no_backup_fits))
                }
                Ok(WrittenBackup { blob, faults, .. }) => {
                    let now = clock::now();
                    let zone = workspace.peek(|book| book.settings().time_zone);
                    let ending = if form.packed { "json.gz" } else { "json" };
                    if !blob.save(&format!("kith-{}.{ending}", clock::today(&zone))) {
                        sentences::tell(notify, &BackupError::NoRoom);
                    } else if faults.is_empty() {
                        prefs::set(SAVED, &now);
                        let _ = saved.try_set(Some(now));
                        notify.say(td_string!(notify.locale(), data.saved));
                    } else {
                        let _ = hitch.try_set(Some(Hitch::Faults(faults)));
                    }
                }
                Err(error @ BackupError::Write(WriteError::Damaged { .. })) => {
                    let text = sentences::sentence(notify.locale(), &error);
                    let _ = hitch.try_set(text.map(Hitch::History));
                }
                Err(error) => sentences::tell(notify, &error),
            }
        });
    };
    let busy = Signal::derive(move || work.is_busy());
    Commands::expect().offer(Command::SaveBackup, move || {
        if !busy.get_untracked() {
            save(true);
        }
    });
    view! {
        <Card title=Signal::derive(move || t_string!(i18n, data.backup_title).to_string())>
            <Stack>
                <p>{move || t_string!(i18n, data.backup_text)}</p>
                <p>{last}</p>
                {files::can_pack().then(|| view! {
                    <Checkbox
                        label=Signal::derive(move || t_string!(i18n, data.backup_packed).to_string())
                        checked=packed
                        on_change=Callback::new(move |on: bool| {
                            prefs::set(PACKED, &on);
                            packed.set(on);
                        })
                        disabled=busy
                    />
                })}
                <Cluster>
                    <Button
                        kind=ButtonKind::Primary
                        icon=Icon::Export
                        busy
                        label=Signal::derive(move || t_string!(i18n, data.backup_action).to_string())
                        on_press=Callback::new(move |()| save(true))
                    />
                </Cluster>
                <WorkView work/>
                {move || hitch.get().map(|hitch| match hitch {
                    Hitch::Faults(faults) => view! { <Faulty faults/> }.into_any(),
                    Hitch::History(text) => view! {
                        <Banner
                            tone=Tone::Danger
                            title=Signal::derive(move || t_string!(i18n, data.not_saved).to_string())
                            text=text
                        >
                            <Button
                                label=Signal::derive(move || t_string!(i18n, data.backup_without_history).to_string())
                                busy
                                on_press=Callback::new(move |()| save(false))
                            />
                        </Banner>
                    }.into_any(),
                })}
            </Stack>
        </Card>
    }
}

/// The records for which the backup would be refused.
#[component]
fn Faulty(
    /// Some of them, or all.
    faults: Vec<Fault>,
) -> impl IntoView {
    let i18n = use_i18n();
    let text = Signal::derive(move || {
        let locale = i18n.get_locale();
        let mut lines: Vec<String> = faults.iter().take(NAMED).map(|fault| sentences::fault(locale, fault)).collect();
        if faults.len() > NAMED {
            lines.push("…".to_owned());
        }
        lines.join(" ")
    });
    view! {
        <Banner tone=Tone::Warning title=Signal::derive(move || t_string!(i18n, data.faults).to_string()) text/>
    }
}
