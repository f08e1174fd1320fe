//! The weights of the three scores, and how many scores there are: each is dragged.

use leptos::prelude::*;

use crate::{
    domain::profile::Scoring,
    i18n::{t_string, use_i18n},
    ui::{
        components::{Card, Columns, Field, Slider},
        pages::profiles::WhatIf,
    },
};

/// The heaviest weight that can be dragged to: finer ratios say nothing.
const HEAVIEST: u32 = 10;

/// The card.
#[component]
pub fn Controls(
    /// What is tried out.
    what_if: WhatIf,
) -> impl IntoView {
    let i18n = use_i18n();
    let scoring = Memo::new(move |_| what_if.now.get().scoring);
    let weight = move |label: Signal<String>, read: fn(Scoring) -> u32, write: fn(&mut Scoring, u32)| {
        let value = Signal::derive(move || read(scoring.get()));
        let set = move |weight: u32| {
            // The last weight stays: nothing would weigh anything.
            what_if.try_out(|method| {
                let mut tried = method.scoring;
                write(&mut tried, weight);
                if tried.flaw().is_none() {
                    method.scoring = tried;
                }
            });
        };
        view! {
            <Field label>
                <Slider
                    value
                    text=Signal::derive(move || value.get().to_string())
                    max=HEAVIEST
                    on_input=Callback::new(set)
                />
            </Field>
        }
    };
    let scores = Signal::derive(move || scoring.get().scores);
    view! {
        <Card title=Signal::derive(move || t_string!(i18n, rfm.weights).to_owned())>
            <div class="stack">
                <p class="insights-soft">{move || t_string!(i18n, rfm.weights_text)}</p>
                <Columns narrow=true>
                    {weight(
                        Signal::derive(move || t_string!(i18n, rfm.weight_recency).to_owned()),
                        |scoring| scoring.recency,
                        |scoring, weight| scoring.recency = weight,
                    )}
                    {weight(
                        Signal::derive(move || t_string!(i18n, rfm.weight_frequency).to_owned()),
                        |scoring| scoring.frequency,
                        |scoring, weight| scoring.frequency = weight,
                    )}
                    {weight(
                        Signal::derive(move || t_string!(i18n, rfm.weight_money).to_owned()),
                        |scoring| scoring.money,
                        |scoring, weight| scoring.money = weight,
                    )}
                    <Field label=Signal::derive(move || t_string!(i18n, rfm.scale).to_owned())>
                        <Slider
                            value=scores
                            text=Signal::derive(move || scores.get().to_string())
                            min=Scoring::FEWEST
                            max=Scoring::MOST
                            on_input=Callback::new(move |top| what_if.try_out(|method| method.scoring.scores = top))
                        />
                    </Field>
                </Columns>
            </div>
        </Card>
    }
}
