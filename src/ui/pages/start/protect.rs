//! The third step: where the data lives, and what keeps it.

use leptos::prelude::*;

use crate::{
    domain::record::Kind,
    i18n::{t_string, use_i18n},
    platform::install,
    state::Workspace,
    ui::{
        components::{Button, ButtonKind, Card, Icon, Stack},
        first_run::FirstRun,
        pages::data::{Backup, Storage},
        route::{ListQuery, Route},
        router::Router,
    },
};

/// The step.
#[component]
pub(super) fn Protect() -> impl IntoView {
    let i18n = use_i18n();
    let (workspace, router, first_run) = (Workspace::expect(), Router::expect(), FirstRun::expect());
    let full = Memo::new(move |_| workspace.read(&[Kind::Party, Kind::Order, Kind::Product], |book| !book.is_empty()));
    let finish = move |()| {
        first_run.finish();
        router.go(&Route::Customers(ListQuery::default()));
    };
    view! {
        <Stack>
            <Card title=Signal::derive(move || t_string!(i18n, welcome.protect_title).to_string())>
                <p>{move || t_string!(i18n, welcome.protect_text)}</p>
            </Card>
            <Storage/>
            <Show when=move || full.get()>
                <Backup/>
            </Show>
            <Install/>
            <div>
                <Button
                    kind=ButtonKind::Primary
                    label=Signal::derive(move || t_string!(i18n, welcome.finish).to_string())
                    on_press=Callback::new(finish)
                />
            </div>
        </Stack>
    }
}

/// Installing as an app, while the browser offers it.
#[component]
fn Install() -> impl IntoView {
    let i18n = use_i18n();
    let offered = RwSignal::new(install::is_offered());
    let guard = StoredValue::new_local(install::on_change(move || offered.set(install::is_offered())));
    on_cleanup(move || guard.dispose());
    let ask = move |()| {
        install::ask();
        offered.set(install::is_offered());
    };
    view! {
        <Show when=move || offered.get()>
            <Card title=Signal::derive(move || t_string!(i18n, welcome.install_title).to_string())>
                <Stack>
                    <p>{move || t_string!(i18n, welcome.install_text)}</p>
                    <Button
                        icon=Icon::Add
                        label=Signal::derive(move || t_string!(i18n, welcome.install_action).to_string())
                        on_press=Callback::new(ask)
                    />
                </Stack>
            </Card>
        </Show>
    }
}
