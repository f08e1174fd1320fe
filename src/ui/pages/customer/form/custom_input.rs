//! The input of a field that the user defined, as its kind asks for it.

use leptos::prelude::*;

use crate::{
    domain::{
        custom::{CustomField, CustomKind},
        id::Id,
        money::Currency,
        record::Kind,
    },
    i18n::{t_string, use_i18n},
    state::Workspace,
    ui::{
        components::{Choice, ChoiceBoxes, DateInput, Field, NumberInput, Select, TextArea, TextInput, TextKind},
        pages::customer::{labels::currency_choices, wrong::Place},
    },
};

use super::{
    custom_draft::{CustomDraft, Definition, NO, YES},
    date_inputs::DateInputs,
    state::Form,
};

/// One custom field.
#[component]
pub fn CustomInput(
    /// The form.
    form: Form,
    /// Its definition.
    definition: Definition,
) -> impl IntoView {
    let i18n = use_i18n();
    let slot = definition.slot as usize;
    let error = move |part: u8| form.error_at(move || Some(Place::entry(14, slot, part)));
    let Definition { id, field, .. } = definition;
    let CustomField { name, kind, choices, required, help, .. } = field;
    let held = form.value(move |draft| draft.custom.get(&id).cloned().unwrap_or_default());
    let text = Signal::derive(move || held.with(|held| held.text.clone()));
    let on_text = Callback::new(move |text: String| edit(form, id, |custom| custom.text = text));
    let none = move || Choice::new("", t_string!(i18n, common.none));
    let hint = (!help.is_empty()).then(|| Signal::stored(help));
    // Several inputs under one name.
    match kind {
        CustomKind::Choices => {
            let known = choices.clone();
            let options = Signal::derive(move || with_old(&choices, &held.with(|held| held.chosen.clone())));
            let on_change = move |(choice, ticked): (String, bool)| {
                edit(form, id, |custom| custom.tick(&choice, ticked, &known));
            };
            return view! {
                <ChoiceBoxes
                    label=name
                    options
                    chosen=Signal::derive(move || held.with(|held| held.chosen.clone()))
                    nostrip:hint=hint
                    error=error(0)
                    on_change
                />
            }
            .into_any();
        }
        CustomKind::PartialDate => {
            return view! {
                <fieldset class="repeated">
                    <legend class="field-label">{name}</legend>
                    <div class="customer-entry customer-entry-parts">
                        <DateInputs
                            value=Signal::derive(move || held.with(|held| held.date.clone()))
                            on_input=move |date| edit(form, id, |custom| custom.date = date)
                            error
                        />
                    </div>
                    {hint.map(|hint| view! { <p class="field-hint">{hint}</p> })}
                </fieldset>
            }
            .into_any();
        }
        _ => {}
    }
    let line = move |kind| view! { <TextInput kind value=text on_input=on_text/> }.into_any();
    // Made inside of its field, which it is tied to.
    let input = move || match kind {
        CustomKind::LongText => view! { <TextArea value=text on_input=on_text/> }.into_any(),
        CustomKind::Link => line(TextKind::Url),
        CustomKind::Email => line(TextKind::Email),
        CustomKind::Phone => line(TextKind::Phone),
        CustomKind::Number => view! { <NumberInput value=text on_input=on_text/> }.into_any(),
        CustomKind::Money => view! { <MoneyOfAnyCurrency form id text/> }.into_any(),
        CustomKind::Date => view! { <DateInput value=text on_change=on_text/> }.into_any(),
        CustomKind::Choice => {
            let old = Vec::from_iter(Some(text.get_untracked()).filter(|held| !held.is_empty()));
            let options = Signal::derive(move || {
                let all = with_old(&choices, &old).into_iter();
                std::iter::once(none()).chain(all.map(|choice| Choice::new(&choice, &choice))).collect()
            });
            view! { <Select options value=text on_change=on_text/> }.into_any()
        }
        CustomKind::YesNo => {
            let options = Signal::derive(move || {
                let yes = Choice::new(YES, t_string!(i18n, fields.yes));
                vec![none(), yes, Choice::new(NO, t_string!(i18n, fields.no))]
            });
            view! { <Select options value=text on_change=on_text/> }.into_any()
        }
        CustomKind::Text | CustomKind::Choices | CustomKind::PartialDate => line(TextKind::Text),
    };
    view! { <Field label=name error=error(0) required nostrip:hint=hint>{input()}</Field> }.into_any()
}

fn edit(form: Form, id: Id<CustomField>, change: impl FnOnce(&mut CustomDraft)) {
    form.draft.update(|draft| change(draft.custom.entry(id).or_default()));
}

/// The choices, and behind them those that are held and were taken away meanwhile: they stay to be seen.
fn with_old(choices: &[String], held: &[String]) -> Vec<String> {
    choices.iter().chain(held.iter().filter(|old| !choices.contains(old))).cloned().collect()
}

/// An amount, and which currency it is in; the workspace's own as long as no other is chosen.
#[component]
fn MoneyOfAnyCurrency(form: Form, id: Id<CustomField>, text: Signal<String>) -> impl IntoView {
    let i18n = use_i18n();
    let workspace = Workspace::expect();
    let base = Memo::new(move |_| workspace.read(&[Kind::Settings], |book| book.settings().currency));
    let currency = form.value(move |draft| {
        draft.custom.get(&id).and_then(|custom| custom.currency).unwrap_or(base.get()).code().to_owned()
    });
    view! {
        <div class="customer-money">
            <NumberInput
                value=text
                on_input=move |text: String| edit(form, id, |custom| {
                    custom.text = text;
                    custom.currency = custom.currency.or(Some(base.get_untracked()));
                })
            />
            <Select
                label=move || t_string!(i18n, fields.currency).to_owned()
                options=Signal::stored(currency_choices())
                value=currency
                on_change=move |code: String| edit(form, id, |custom| custom.currency = Currency::parse(&code))
            />
        </div>
    }
}
