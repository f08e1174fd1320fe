//! The second step, a way to begin: import, look at a demo, restore, or start with one customer.

use leptos::{prelude::*, task::spawn_local};

use crate::{
    i18n::{t_string, use_i18n},
    state::Workspace,
    ui::{
        components::{Button, ButtonKind, Card, Columns, Icon, Stack},
        first_run::FirstRun,
        notify::Notify,
        pages::demo_button::{DemoButton, save_choice},
        route::{DataTab, Route, Step},
        router::Router,
    },
};

/// The step.
#[component]
pub(super) fn Begin() -> impl IntoView {
    let i18n = use_i18n();
    let (workspace, router, notify, first_run) =
        (Workspace::expect(), Router::expect(), Notify::here(), FirstRun::expect());
    // What was chosen is saved before anything comes in. A backup brings settings of its own.
    let go = move |to: Route| {
        let locale = i18n.get_locale_untracked();
        spawn_local(async move {
            if let Err(error) = save_choice(workspace, first_run, locale).await {
                notify.commit_failed(&error);
                return;
            }
            first_run.begin();
            router.go(&to);
        });
    };
    let restore = move |()| {
        first_run.begin();
        router.go(&Route::Data(DataTab::Overview));
    };
    let shown = move |()| {
        first_run.begin();
        router.go(&Route::Start(Step::Protect));
    };
    view! {
        <Stack>
            <h2>{move || t_string!(i18n, welcome.begin_title)}</h2>
            <Columns>
                <Card title=Signal::derive(move || t_string!(i18n, welcome.import_title).to_string())>
                    <Stack>
                        <p>{move || t_string!(i18n, welcome.import_text)}</p>
                        <Button
                            kind=ButtonKind::Primary
                            icon=Icon::Import
                            label=Signal::derive(move || t_string!(i18n, welcome.import_action).to_string())
                            on_press=Callback::new(move |()| go(Route::Data(DataTab::Import)))
                        />
                    </Stack>
                </Card>
                <Card title=Signal::derive(move || t_string!(i18n, demo.title).to_string())>
                    <Stack>
                        <p>{move || t_string!(i18n, demo.text)}</p>
                        <DemoButton on_done=Callback::new(shown)/>
                    </Stack>
                </Card>
                <Card title=Signal::derive(move || t_string!(i18n, welcome.restore_title).to_string())>
                    <Stack>
                        <p>{move || t_string!(i18n, welcome.restore_text)}</p>
                        <Button
                            icon=Icon::Data
                            label=Signal::derive(move || t_string!(i18n, welcome.restore_action).to_string())
                            on_press=Callback::new(restore)
                        />
                    </Stack>
                </Card>
                <Card title=Signal::derive(move || t_string!(i18n, welcome.empty_title).to_string())>
                    <Stack>
                        <p>{move || t_string!(i18n, welcome.empty_text)}</p>
                        <Button
                            icon=Icon::Add
                            label=Signal::derive(move || t_string!(i18n, welcome.empty_action).to_string())
                            on_press=Callback::new(move |()| go(Route::NewCustomer))
                        />
                    </Stack>
                </Card>
            </Columns>
            <p class="welcome-local">{move || t_string!(i18n, welcome.local)}</p>
        </Stack>
    }
}
