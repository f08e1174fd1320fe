//! The fields that the user defined, each with the input that its kind asks for.

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
        components::{Choice, Columns, DateInput, Field, NumberInput, Select, TextInput},
        pages::customer::labels::currency_choices,
    },
};

use super::{
    custom_draft::{CustomDraft, Definition, NO, YES},
    state::Form,
};

/// The custom fields of the roles that are ticked, in their order.
#[component]
pub fn CustomFields(
    /// The form.
    form: Form,
) -> impl IntoView {
    let asked = Memo::new(move |_| {
        form.definitions.with(|all| {
            form.draft.with(|draft| all.iter().filter(|definition| draft.has(definition)).cloned().collect::<Vec<_>>())
        })
    });
    view! {
        <Columns>
            <For each=move || asked.get() key=|definition| (definition.id, definition.field.kind, definition.field.name.clone()) let:definition>
                <CustomInput form definition/>
            </For>
        </Columns>
    }
}

/// One custom field.
#[component]
fn CustomInput(form: Form, definition: Definition) -> impl IntoView {
    let i18n = use_i18n();
    let (place, id, field) = (definition.place(), definition.id, definition.field);
    let error = form.error_at(move || Some(place));
    let text = form.value(move |draft| draft.custom.get(&id).map(|custom| custom.text.clone()).unwrap_or_default());
    let on_text = Callback::new(move |text: String| edit(form, id, |custom| custom.text = text));
    let none = move || Choice::new("", t_string!(i18n, common.none));
    let (kind, choices) = (field.kind, field.choices);
    // Made inside of its field, which it is tied to.
    let input = move || match kind {
        CustomKind::Text => view! { <TextInput value=text on_input=on_text/> }.into_any(),
        CustomKind::Number => view! { <NumberInput value=text on_input=on_text/> }.into_any(),
        CustomKind::Money => view! { <MoneyOfAnyCurrency form id text/> }.into_any(),
        CustomKind::Date => view! { <DateInput value=text on_change=on_text/> }.into_any(),
        CustomKind::Choice => {
            // A choice that was renamed or taken away stays to be seen.
            let held = text.get_untracked();
            let options = Signal::derive(move || {
                let known = choices.iter().map(|choice| Choice::new(choice, choice));
                let old = (!held.is_empty() && !choices.contains(&held)).then(|| Choice::new(&held, &held));
                std::iter::once(none()).chain(known).chain(old).collect()
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
    };
    view! { <Field label=field.name error required=field.required>{input()}</Field> }
}

fn edit(form: Form, id: Id<CustomField>, change: impl FnOnce(&mut CustomDraft)) {
    form.draft.update(|draft| change(draft.custom.entry(id).or_default()));
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
