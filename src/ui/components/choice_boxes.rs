//! Any number of a few.

use leptos::prelude::*;

use super::checkbox::Checkbox;
use super::dom::unique_id;
use super::icons::{Glyph, Icon};

/// A tick box for each choice, under one name.
#[component]
pub fn ChoiceBoxes(
    /// What is asked for.
    #[prop(into)]
    label: Signal<String>,
    /// What there is to choose from.
    #[prop(into)]
    options: Signal<Vec<String>>,
    /// What is chosen.
    #[prop(into)]
    chosen: Signal<Vec<String>>,
    /// How to answer.
    #[prop(optional, into)]
    hint: Option<Signal<String>>,
    /// What is wrong with the answer, with the remedy.
    #[prop(optional, into)]
    error: Signal<Option<String>>,
    /// Told a choice and whether it is ticked now.
    #[prop(into)]
    on_change: Callback<(String, bool)>,
) -> impl IntoView {
    let hint_id = unique_id();
    let error_id = unique_id();
    let described_by = {
        let hint_id = hint.map(|_| hint_id.clone());
        let error_id = error_id.clone();
        move || {
            let error_id = error.with(Option::is_some).then(|| error_id.clone());
            let ids: Vec<String> = hint_id.clone().into_iter().chain(error_id).collect();
            (!ids.is_empty()).then(|| ids.join(" "))
        }
    };
    view! {
        <fieldset class="field boxes" class:field-invalid=move || error.with(Option::is_some) aria-describedby=described_by>
            <legend class="field-label">{label}</legend>
            <div class="boxes-list">
                <For each=move || options.get() key=Clone::clone let:choice>
                    {
                        let own = choice.clone();
                        let checked = Signal::derive(move || chosen.with(|chosen| chosen.contains(&own)));
                        let told = choice.clone();
                        view! {
                            <Checkbox
                                label=choice
                                checked
                                on_change=move |ticked: bool| on_change.run((told.clone(), ticked))
                            />
                        }
                    }
                </For>
            </div>
            {hint.map(|hint| view! { <p class="field-hint" id=hint_id>{hint}</p> })}
            <div aria-live="polite">
                {move || {
                    let id = error_id.clone();
                    error.get().map(|error| view! {
                        <p class="field-error" id=id>
                            <Glyph icon=Icon::Error />
                            <span>{error}</span>
                        </p>
                    })
                }}
            </div>
        </fieldset>
    }
}
