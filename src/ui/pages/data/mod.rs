//! Data: bring files in, save a backup, bring one back, and how safely the browser keeps what is here.

mod restore;
mod sentences;
mod storage;

use std::rc::Rc;

use leptos::{prelude::*, task::spawn_local};

use crate::{
    i18n::{t_string, td_string, use_i18n},
    platform::{clock, prefs},
    state::{Progress as Done, Watch, Workspace},
    ui::{
        components::{Button, ButtonKind, Card, Icon, LinkButton, Page, PageHeader, PageKind, Progress, Stack},
        notify::Notify,
    },
};

use restore::Restore;
use storage::Storage;

/// When this browser last saved a backup, milliseconds since 1970.
const SAVED: &str = "kith.backup.saved";

/// The page.
#[component]
pub fn DataPage() -> impl IntoView {
    let i18n = use_i18n();
    view! {
        <Page kind=PageKind::Reading>
            <PageHeader
                title=Signal::derive(move || t_string!(i18n, common.data).to_string())
                lead=Signal::derive(move || t_string!(i18n, data.lead).to_string())
            />
            <Card title=Signal::derive(move || t_string!(i18n, data.import_title).to_string())>
                <Stack>
                    <p>{move || t_string!(i18n, data.import_text)}</p>
                    <LinkButton
                        href="#/data/import"
                        icon=Icon::Import
                        label=Signal::derive(move || t_string!(i18n, data.import_action).to_string())
                    />
                </Stack>
            </Card>
            <Backup/>
            <Restore/>
            <Storage/>
        </Page>
    }
}

/// Long work as a view shows it: how far it is, and the way to stop it.
#[derive(Clone, Copy)]
struct Work {
    done: RwSignal<Option<Done>>,
    cancelled: StoredValue<Rc<std::cell::Cell<bool>>, LocalStorage>,
}

impl Work {
    fn new() -> Self {
        let work = Self { done: RwSignal::new(None), cancelled: StoredValue::new_local(Rc::default()) };
        on_cleanup(move || work.cancel());
        work
    }

    fn begin(self) -> Watch {
        let cancelled = Rc::default();
        self.cancelled.set_value(Rc::clone(&cancelled));
        self.done.set(Some(Done { step: crate::state::Step::Reading, done: 0, total: 0 }));
        // The page may be gone when the news comes.
        let tell = move |done| {
            let _ = self.done.try_set(Some(done));
        };
        Watch::new(tell, cancelled)
    }

    fn end(self) {
        let _ = self.done.try_set(None);
    }

    fn is_busy(self) -> bool {
        self.done.with(Option::is_some)
    }

    fn cancel(self) {
        let _ = self.cancelled.try_with_value(|cancelled| cancelled.set(true));
    }
}

/// How far it is.
#[component]
fn WorkView(
    /// The work.
    work: Work,
    /// What is being done.
    #[prop(into)]
    label: Signal<String>,
) -> impl IntoView {
    let i18n = use_i18n();
    let value = Signal::derive(move || {
        let done = work.done.get()?;
        (done.total > 0).then(|| done.done as f64 / done.total as f64)
    });
    view! {
        <Show when=move || work.is_busy()>
            <Progress
                label
                value
                cancel_label=Signal::derive(move || t_string!(i18n, common.cancel).to_string())
                on_cancel=Callback::new(move |()| work.cancel())
            />
        </Show>
    }
}

/// Everything as one file.
#[component]
fn Backup() -> impl IntoView {
    let i18n = use_i18n();
    let (workspace, notify) = (Workspace::expect(), Notify::here());
    let work = Work::new();
    let saved = RwSignal::new(prefs::get::<u64>(SAVED));
    let last = Signal::derive(move || {
        let locale = i18n.get_locale();
        let zone = workspace.peek(|book| book.settings().time_zone);
        saved.get().map_or_else(
            || td_string!(locale, data.never_saved).to_owned(),
            |ms| {
                let when = crate::platform::format::instant(crate::ui::words::tag(locale), ms, &zone);
                td_string!(locale, data.last_saved, when = when)
            },
        )
    });
    let save = move |()| {
        let watch = work.begin();
        spawn_local(async move {
            let result = workspace.write_backup(&watch).await;
            work.end();
            match result {
                Ok(blob) => {
                    let now = clock::now();
                    let zone = workspace.peek(|book| book.settings().time_zone);
                    if blob.save(&format!("kith-{}.json", clock::today(&zone))) {
                        prefs::set(SAVED, &now);
                        let _ = saved.try_set(Some(now));
                        notify.say(td_string!(notify.locale(), data.saved));
                    }
                }
                Err(error) => sentences::tell(notify, &error),
            }
        });
    };
    view! {
        <Card title=Signal::derive(move || t_string!(i18n, data.backup_title).to_string())>
            <Stack>
                <p>{move || t_string!(i18n, data.backup_text)}</p>
                <p>{last}</p>
                <Button
                    kind=ButtonKind::Primary
                    icon=Icon::Export
                    busy=Signal::derive(move || work.is_busy())
                    label=Signal::derive(move || t_string!(i18n, data.backup_action).to_string())
                    on_press=Callback::new(save)
                />
                <WorkView work label=Signal::derive(move || t_string!(i18n, data.backup_title).to_string())/>
            </Stack>
        </Card>
    }
}
