//! Data: bring files in, save a backup, bring one back, and how safely the browser keeps what is here.

mod backup;
mod restore;
mod sentences;
mod storage;
mod work;

use leptos::prelude::*;

use crate::{
    i18n::{t_string, use_i18n},
    ui::components::{Card, Icon, LinkButton, Page, PageHeader, PageKind, Stack},
};

pub(super) use backup::Backup;
use restore::Restore;
pub(super) use storage::Storage;

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
