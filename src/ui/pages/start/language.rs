//! The first step: language, currency, time zone, as the browser lets them be guessed.

use leptos::prelude::*;

use crate::{
    domain::{money::Currency, record::Kind, settings::Settings},
    i18n::{Locale, t_string, use_i18n},
    platform::clock,
    state::Workspace,
    ui::{
        components::{ButtonKind, Card, Choice, Cluster, Columns, Field, LinkButton, Select, Stack},
        first_run::FirstRun,
        preferences::{Preferences, own_name},
        route::{Route, Step},
        words,
    },
};

/// The step.
#[component]
pub(super) fn Language() -> impl IntoView {
    let i18n = use_i18n();
    let (workspace, preferences, first_run) = (Workspace::expect(), Preferences::expect(), FirstRun::expect());
    let locales = [Locale::en, Locale::zh_Hant, Locale::zh_Hans];
    let languages: Vec<Choice> =
        locales.iter().map(|locale| Choice::new(words::tag(*locale), own_name(*locale))).collect();
    let currencies: Vec<Choice> =
        Currency::all().map(|currency| Choice::new(currency.code(), currency.code())).collect();
    let zones: Vec<Choice> = clock::zones().into_iter().map(|zone| Choice::new(zone.clone(), zone)).collect();
    let choice = Memo::new(move |_| {
        let saved = workspace.read(&[Kind::Settings], |book| book.get(Settings::ID).map(|row| row.data.clone()));
        first_run.choice(saved, words::tag(i18n.get_locale()))
    });
    let set_language = move |tag: String| {
        if let Some(locale) = locales.into_iter().find(|locale| words::tag(*locale) == tag) {
            preferences.set_language(locale);
        }
    };
    let set_currency = move |code: String| {
        if let Some(currency) = Currency::parse(&code) {
            first_run.choose(currency, choice.get_untracked().1);
        }
    };
    let set_zone = move |zone: String| first_run.choose(choice.get_untracked().0, zone);
    view! {
        <Card title=Signal::derive(move || t_string!(i18n, welcome.step_language).to_string())>
            <Stack>
                <p>{move || t_string!(i18n, welcome.language_text)}</p>
                <Columns narrow=true>
                    <Field label=Signal::derive(move || t_string!(i18n, common.language).to_string())>
                        <Select
                            options=languages.clone()
                            value=Signal::derive(move || words::tag(i18n.get_locale()).to_owned())
                            on_change=Callback::new(set_language)
                        />
                    </Field>
                    <Field
                        label=Signal::derive(move || t_string!(i18n, fields.currency).to_string())
                        hint=Signal::derive(move || t_string!(i18n, preferences.currency_hint).to_string())
                    >
                        <Select
                            options=currencies.clone()
                            value=Signal::derive(move || choice.with(|(currency, _)| currency.code().to_owned()))
                            on_change=Callback::new(set_currency)
                        />
                    </Field>
                    <Field
                        label=Signal::derive(move || t_string!(i18n, fields.time_zone).to_string())
                        hint=Signal::derive(move || t_string!(i18n, preferences.time_zone_hint).to_string())
                    >
                        <Select
                            options=zones.clone()
                            value=Signal::derive(move || choice.with(|(_, zone)| zone.clone()))
                            on_change=Callback::new(set_zone)
                        />
                    </Field>
                </Columns>
                <Cluster>
                    <LinkButton
                        kind=ButtonKind::Primary
                        href=Route::Start(Step::Begin).to_string()
                        label=Signal::derive(move || t_string!(i18n, welcome.next).to_string())
                    />
                </Cluster>
            </Stack>
        </Card>
    }
}
