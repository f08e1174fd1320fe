//! The inputs of an order.

use leptos::prelude::*;

use crate::{
    domain::{
        money::{Currency, Money},
        order::Order,
        record::Kind,
    },
    i18n::{t_string, use_i18n},
    ui::{
        components::{Columns, DateInput, Field, Select, Stack, TextArea, TextInput},
        pages::customer::{
            amounts::money_text,
            labels::{currency_choices, field_label},
        },
    },
};

use super::{lines_view::Lines, pay::Payments, refund_choice::RefundChoice, state::Form};

/// Every input.
#[component]
pub fn Fields(
    /// The form.
    form: Form,
) -> impl IntoView {
    let i18n = use_i18n();
    let time = form.value(|draft| draft.time.clone());
    let total = move || {
        let currency = form.draft.with(|draft| draft.currency);
        money_text(i18n.get_locale(), Money { minor: form.total.get(), currency })
    };
    view! {
        <Stack>
            <Columns narrow=true>
                <Field label=field_label(Kind::Order, 2) error=form.error(2) required=true>
                    <DateInput
                        value=form.value(|draft| draft.day.clone())
                        min=Signal::stored(format!("{}-01-01", Order::YEARS.start()))
                        max=Signal::stored(format!("{}-12-31", Order::YEARS.end()))
                        on_change=move |text: String| form.draft.update(|draft| draft.day = text)
                    />
                </Field>
                <label class="field">
                    <span class="field-label">{field_label(Kind::Order, 3)}</span>
                    <input
                        class="input input-date"
                        type="time"
                        prop:value=time
                        on:change=move |event| {
                            let text = event_target_value(&event);
                            form.draft.update(|draft| draft.time = text);
                        }
                    />
                </label>
                <Field label=field_label(Kind::Order, 1) error=form.error(1)>
                    <TextInput
                        value=form.value(|draft| draft.number.clone())
                        on_input=move |text: String| form.draft.update(|draft| draft.number = text)
                    />
                </Field>
                <Field label=field_label(Kind::Order, 4) error=form.error(4)>
                    <Select
                        options=Signal::stored(currency_choices())
                        value=form.value(|draft| draft.currency.code().to_owned())
                        on_change=move |code: String| form.draft.update(|draft| {
                            draft.currency = Currency::parse(&code).unwrap_or(draft.currency);
                        })
                    />
                </Field>
            </Columns>
            <Lines form/>
            <p class="customer-total" role="status">
                <span>{move || t_string!(i18n, fields.total)}</span>
                <span class="customer-amount">{total}</span>
            </p>
            <p class="field-hint">{move || t_string!(i18n, customer.lines_hint)}</p>
            <RefundChoice form/>
            <Payments form/>
            <Field label=field_label(Kind::Order, 7) error=form.error(7)>
                <TextArea
                    rows=2
                    value=form.value(|draft| draft.note.clone())
                    on_input=move |text: String| form.draft.update(|draft| draft.note = text)
                />
            </Field>
        </Stack>
    }
}
