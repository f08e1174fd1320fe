//! Preferences: of this device, and of the workspace.

mod cadence;
mod customs;
mod rates;
mod workspace;

use leptos::prelude::*;

use crate::{
    i18n::{Locale, t_string, use_i18n},
    ui::{
        components::{Card, Choice, Columns, Field, LinkButton, Page, PageHeader, PageKind, Segmented, Select, Stack},
        preferences::{Preferences, Theme, own_name},
        route::{Route, Step},
        shell::PlainKeysSwitch,
        words,
    },
};

use cadence::CadenceSettings;
use customs::CustomFields;
use rates::Rates;
use workspace::WorkspaceSettings;

/// The page.
#[component]
pub fn PreferencesPage() -> impl IntoView {
    let i18n = use_i18n();
    view! {
        <Page kind=PageKind::Reading>
            <PageHeader title=Signal::derive(move || t_string!(i18n, common.preferences).to_string())/>
            <Device/>
            <WorkspaceSettings/>
            <Rates/>
            <CadenceSettings/>
            <CustomFields/>
            <Card title=Signal::derive(move || t_string!(i18n, welcome.again_title).to_string())>
                <Stack>
                    <p>{move || t_string!(i18n, welcome.again_text)}</p>
                    <LinkButton
                        href=Route::Start(Step::Language).to_string()
                        label=Signal::derive(move || t_string!(i18n, welcome.again_action).to_string())
                    />
                </Stack>
            </Card>
        </Page>
    }
}

/// Language and theme: they stay on this device.
#[component]
fn Device() -> impl IntoView {
    let i18n = use_i18n();
    let preferences = Preferences::expect();
    let locales = [Locale::en, Locale::zh_Hant, Locale::zh_Hans];
    let languages: Vec<Choice> =
        locales.iter().map(|locale| Choice::new(words::tag(*locale), own_name(*locale))).collect();
    let themes = Signal::derive(move || {
        vec![
            Choice::new("system", t_string!(i18n, common.theme_system).to_string()),
            Choice::new("light", t_string!(i18n, common.theme_light).to_string()),
            Choice::new("dark", t_string!(i18n, common.theme_dark).to_string()),
        ]
    });
    let set_language = move |tag: String| {
        if let Some(locale) = locales.into_iter().find(|locale| words::tag(*locale) == tag) {
            preferences.set_language(locale);
        }
    };
    let set_theme = move |text: String| {
        preferences.set_theme(match text.as_str() {
            "light" => Theme::Light,
            "dark" => Theme::Dark,
            _ => Theme::System,
        });
    };
    let theme = Signal::derive(move || {
        match preferences.theme.get() {
            Theme::System => "system",
            Theme::Light => "light",
            Theme::Dark => "dark",
        }
        .to_owned()
    });
    view! {
        <Card title=Signal::derive(move || t_string!(i18n, preferences.device_title).to_string())>
            <Columns>
                <Field label=Signal::derive(move || t_string!(i18n, common.language).to_string())>
                    <Select
                        options=languages.clone()
                        value=Signal::derive(move || words::tag(i18n.get_locale()).to_owned())
                        on_change=Callback::new(set_language)
                    />
                </Field>
                <Segmented
                    label=Signal::derive(move || t_string!(i18n, common.theme).to_string())
                    options=themes
                    value=theme
                    on_change=Callback::new(set_theme)
                />
            </Columns>
            <PlainKeysSwitch/>
        </Card>
    }
}
