//! Exchange rates: what one unit of a currency is worth from a day on.

use chrono::NaiveDate;
use leptos::prelude::*;

use crate::{
    domain::{
        decimal::Decimal,
        flaw::Flaw,
        money::Currency,
        record::Kind,
        settings::Rate,
    },
    i18n::{t_string, use_i18n},
    platform::{clock, format},
    state::Workspace,
    ui::{
        components::{Button, Card, Choice, Cluster, DateInput, Field, Icon, IconButton, NumberInput, Select, Stack},
        notify::Notify,
        words,
    },
};

use super::workspace::save;

/// The card.
#[component]
pub fn Rates() -> impl IntoView {
    let i18n = use_i18n();
    let (workspace, notify) = (Workspace::expect(), Notify::here());
    let rates = Memo::new(move |_| {
        let mut rates = workspace.read(&[Kind::Settings], |book| book.settings().rates);
        rates.sort_by_key(|rate| (rate.currency, rate.from));
        rates
    });
    let base = Memo::new(move |_| workspace.read(&[Kind::Settings], |book| book.settings().currency));
    let code = RwSignal::new("USD".to_owned());
    let from = RwSignal::new(clock::today("UTC").to_string());
    let value = RwSignal::new(String::new());
    let error = RwSignal::new(None::<Flaw>);
    let add = move |()| {
        let locale = i18n.get_locale_untracked();
        let number = format::parse_number(words::tag(locale), &value.get_untracked());
        let rate = number.and_then(|text| text.parse::<Decimal>().ok()).filter(|rate| rate.units() > 0);
        let day = from.get_untracked().parse::<NaiveDate>().ok();
        let (Some(rate), Some(day), Some(currency)) = (rate, day, Currency::parse(&code.get_untracked())) else {
            error.set(Some(if day.is_none() { Flaw::NotADate } else { Flaw::NotANumber }));
            return;
        };
        error.set(None);
        value.set(String::new());
        save(workspace, notify, |settings| {
            settings.rates.retain(|other| (other.currency, other.from) != (currency, day));
            settings.rates.push(Rate { currency, from: day, rate });
        });
    };
    let currencies: Vec<Choice> = Currency::all().map(|currency| Choice::new(currency.code(), currency.code())).collect();
    let row = move |rate: Rate| {
        let locale = i18n.get_locale();
        let text = format!(
            "1 {} = {} {}, {}",
            rate.currency,
            format::decimal_text(words::tag(locale), &rate.rate.to_string()),
            base.get(),
            format::day(words::tag(locale), rate.from)
        );
        let remove = move |()| {
            save(workspace, notify, |settings| {
                settings.rates.retain(|other| (other.currency, other.from) != (rate.currency, rate.from));
            });
        };
        view! {
            <li class="preferences-row">
                <span>{text}</span>
                <IconButton
                    small=true
                    icon=Icon::Delete
                    label=t_string!(i18n, common.remove).to_string()
                    on_press=Callback::new(remove)
                />
            </li>
        }
    };
    view! {
        <Card title=Signal::derive(move || t_string!(i18n, preferences.rates_title).to_string())>
            <Stack>
                <p>{move || t_string!(i18n, preferences.rates_text, code = base.get().code().to_owned())}</p>
                <ul class="preferences-list">
                    {move || rates.get().into_iter().map(row).collect_view()}
                </ul>
                <Show when=move || rates.with(Vec::is_empty)>
                    <p>{move || t_string!(i18n, preferences.no_rates)}</p>
                </Show>
                <Cluster>
                    <Field label=Signal::derive(move || t_string!(i18n, fields.currency).to_string())>
                        <Select options=currencies.clone() value=code on_change=Callback::new(move |text| code.set(text))/>
                    </Field>
                    <Field label=Signal::derive(move || t_string!(i18n, preferences.rate_from).to_string())>
                        <DateInput value=from on_change=Callback::new(move |text| from.set(text))/>
                    </Field>
                    <Field
                        label=Signal::derive(move || t_string!(i18n, preferences.rate).to_string())
                        error=Signal::derive(move || error.get().map(|flaw| words::flaw(i18n.get_locale(), flaw)))
                    >
                        <NumberInput value=value on_input=Callback::new(move |text| value.set(text))/>
                    </Field>
                    <Button
                        label=Signal::derive(move || t_string!(i18n, preferences.add_rate).to_string())
                        on_press=Callback::new(add)
                    />
                </Cluster>
            </Stack>
        </Card>
    }
}
