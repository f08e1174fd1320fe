//! The way in, while there is nothing yet: import, restore, or start with one customer.

use leptos::prelude::*;

use crate::{
    i18n::{t_string, use_i18n},
    ui::{
        components::{ButtonKind, Card, Columns, Icon, LinkButton, Page, PageHeader, PageKind, Stack},
        route::Route,
    },
};

/// Three ways to begin.
#[component]
pub fn Welcome() -> impl IntoView {
    let i18n = use_i18n();
    view! {
        <Page kind=PageKind::Reading>
            <PageHeader
                title=Signal::derive(move || t_string!(i18n, welcome.title).to_string())
                lead=Signal::derive(move || t_string!(i18n, welcome.lead).to_string())
            />
            <Columns narrow=true>
                <Card title=Signal::derive(move || t_string!(i18n, welcome.import_title).to_string())>
                    <Stack>
                        <p>{move || t_string!(i18n, welcome.import_text)}</p>
                        <LinkButton
                            href="#/data/import"
                            kind=ButtonKind::Primary
                            icon=Icon::Import
                            label=Signal::derive(move || t_string!(i18n, welcome.import_action).to_string())
                        />
                    </Stack>
                </Card>
                <Card title=Signal::derive(move || t_string!(i18n, welcome.restore_title).to_string())>
                    <Stack>
                        <p>{move || t_string!(i18n, welcome.restore_text)}</p>
                        <LinkButton
                            href="#/data"
                            icon=Icon::Data
                            label=Signal::derive(move || t_string!(i18n, welcome.restore_action).to_string())
                        />
                    </Stack>
                </Card>
                <Card title=Signal::derive(move || t_string!(i18n, welcome.empty_title).to_string())>
                    <Stack>
                        <p>{move || t_string!(i18n, welcome.empty_text)}</p>
                        <LinkButton
                            href=Route::NewCustomer.to_string()
                            icon=Icon::Add
                            label=Signal::derive(move || t_string!(i18n, welcome.empty_action).to_string())
                        />
                    </Stack>
                </Card>
            </Columns>
            <p class="welcome-local">{move || t_string!(i18n, welcome.local)}</p>
        </Page>
    }
}
