//! The settings of the workspace; each is saved as it is changed, and can be undone.

use leptos::{prelude::*, task::spawn_local};

use crate::{
    domain::{money::Currency, record::Kind, settings::Settings},
    i18n::{t_string, use_i18n},
    platform::clock,
    state::Workspace,
    ui::{
        components::{Card, Choice, Columns, Field, Select, TextInput},
        notify::Notify,
    },
};

/// Saves changed settings and tells of it.
pub fn save(workspace: Workspace, notify: Notify, change: impl FnOnce(&mut Settings)) {
    let mut settings = workspace.peek(|book| book.settings());
    change(&mut settings);
    spawn_local(async move {
        notify.done(Kind::Settings, &workspace.save_settings(settings).await);
    });
}

/// The card.
#[component]
pub fn WorkspaceSettings() -> impl IntoView {
    let i18n = use_i18n();
    let (workspace, notify) = (Workspace::expect(), Notify::here());
    let settings = Memo::new(move |_| workspace.read(&[Kind::Settings], |book| book.settings()));
    let currencies: Vec<Choice> = Currency::all().map(|currency| Choice::new(currency.code(), currency.code())).collect();
    let zones: Vec<Choice> = std::iter::once("UTC".to_owned())
        .chain(clock::zones())
        .map(|zone| Choice::new(zone.clone(), zone))
        .collect();
    let set_currency = move |code: String| {
        if let Some(currency) = Currency::parse(&code) {
            save(workspace, notify, |settings| settings.currency = currency);
        }
    };
    view! {
        <Card title=Signal::derive(move || t_string!(i18n, preferences.workspace_title).to_string())>
            <Columns>
                <Field label=Signal::derive(move || t_string!(i18n, fields.settings_name).to_string())>
                    <TextInput
                        value=Signal::derive(move || settings.with(|settings| settings.name.clone()))
                        on_change=Callback::new(move |name: String| {
                            save(workspace, notify, |settings| settings.name = name.trim().to_owned());
                        })
                        max_length=1000
                    />
                </Field>
                <Field
                    label=Signal::derive(move || t_string!(i18n, fields.currency).to_string())
                    hint=Signal::derive(move || t_string!(i18n, preferences.currency_hint).to_string())
                >
                    <Select
                        options=currencies.clone()
                        value=Signal::derive(move || settings.with(|settings| settings.currency.code().to_owned()))
                        on_change=Callback::new(set_currency)
                    />
                </Field>
                <Field
                    label=Signal::derive(move || t_string!(i18n, fields.time_zone).to_string())
                    hint=Signal::derive(move || t_string!(i18n, preferences.time_zone_hint).to_string())
                >
                    <Select
                        options=zones.clone()
                        value=Signal::derive(move || settings.with(|settings| settings.time_zone.clone()))
                        on_change=Callback::new(move |zone: String| {
                            save(workspace, notify, |settings| settings.time_zone = zone);
                        })
                    />
                </Field>
            </Columns>
        </Card>
    }
}
