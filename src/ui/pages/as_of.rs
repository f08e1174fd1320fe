//! The day as of which everybody is classified, and what the answer rests on.

use chrono::NaiveDate;
use leptos::prelude::*;

use crate::{
    domain::day,
    i18n::{t_string, use_i18n},
    platform::format,
    state::Scores,
    ui::{
        components::{Banner, Button, Cluster, DateInput, Field, Tone},
        words,
    },
};

/// Days without an order after which classes as of that day say little.
const LONG_PAST: i32 = 90;

/// The control for the day, with a hint when all orders are long past, and a warning when orders had to be left out.
#[component]
pub fn AsOf() -> impl IntoView {
    let i18n = use_i18n();
    let scores = Scores::expect();
    let label = Signal::derive(move || t_string!(i18n, abc.as_of).to_string());
    let value = Signal::derive(move || scores.chosen_day().map_or_else(String::new, |day| day.to_string()));
    let choose = move |text: String| {
        if text.is_empty() {
            scores.choose_day(None);
        } else if let Ok(day) = text.parse::<NaiveDate>() {
            scores.choose_day(Some(day));
        }
    };
    let left_out = move || {
        scores.signal().with(|answer| {
            let out = &answer.left_out;
            let codes: Vec<String> =
                out.without_rate.iter().map(|(currency, count)| format!("{currency} ({count})")).collect();
            (!codes.is_empty()).then(|| format::list(words::tag(i18n.get_locale()), &codes))
        })
    };
    view! {
        <Cluster>
            <Field label hint=Signal::derive(move || t_string!(i18n, abc.as_of_hint).to_string())>
                <DateInput value on_change=Callback::new(choose)/>
            </Field>
            {move || {
                scores.chosen_day().is_some().then(|| view! {
                    <Button
                        small=true
                        label=t_string!(i18n, abc.as_of_today).to_string()
                        on_press=Callback::new(move |()| scores.choose_day(None))
                    />
                })
            }}
        </Cluster>
        <LongPast/>
        {move || {
            left_out().map(|codes| view! {
                <Banner tone=Tone::Warning title=t_string!(i18n, abc.left_out, codes = codes)/>
            })
        }}
    }
}

/// All orders are long past: says so, and offers to classify as of the latest.
#[component]
pub fn LongPast() -> impl IntoView {
    let i18n = use_i18n();
    let scores = Scores::expect();
    move || {
        let (latest, as_of) = scores.signal().with(|answer| (answer.latest, answer.classification.summary.as_of));
        let latest = latest.filter(|latest| as_of - day::number(*latest) > LONG_PAST)?;
        let shown = format::day(words::tag(i18n.get_locale()), latest);
        let title = t_string!(i18n, abc.long_past, day = shown.clone());
        let label = t_string!(i18n, abc.as_of_latest, day = shown);
        Some(view! {
            <Banner tone=Tone::Accent title>
                <Button small=true label on_press=Callback::new(move |()| scores.choose_day(Some(latest)))/>
            </Banner>
        })
    }
}
