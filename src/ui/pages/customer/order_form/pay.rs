//! The payment of an order: until when, and what came in.

use leptos::prelude::*;
use minicbor::{Decode, Encode};

use crate::{
    domain::{
        bill::{Bill, Payment},
        flaw::Flaw,
        money::{Currency, Money},
        order::Order,
        record::Kind,
    },
    i18n::{t_string, use_i18n},
    platform::{clock, format},
    ui::{
        components::{Button, Checkbox, Cluster, Columns, DateInput, Field, NumberInput, RepeatedField, Stack},
        pages::customer::{
            amounts::{ReadNumber, minor, minor_text, money_text},
            labels::{field_label, repeated_labels},
            rows::Rows,
            wrong::{Place, Wrong},
        },
        words,
    },
};

use super::{draft::OrderDraft, part, state::Form};

/// The number of the field of the record.
const FIELD: u32 = 8;

/// What is typed of a payment.
#[derive(Debug, Clone, PartialEq, Default, Encode, Decode)]
pub struct PaymentDraft {
    /// The day as `YYYY-MM-DD`.
    #[n(0)]
    pub day: String,
    /// How much.
    #[n(1)]
    pub amount: String,
}

/// What is typed of the payment of an order.
#[derive(Debug, Clone, PartialEq, Default, Encode, Decode)]
pub struct BillDraft {
    /// Whether it is kept track of.
    #[n(0)]
    pub tracked: bool,
    /// The day until which it is to be paid, as `YYYY-MM-DD`, or nothing.
    #[n(1)]
    pub due: String,
    /// What came in.
    #[n(2)]
    pub payments: Rows<PaymentDraft>,
}

impl BillDraft {
    /// The draft of what is known.
    pub fn of(bill: Option<&Bill>, currency: Currency) -> Self {
        let Some(bill) = bill else { return Self::default() };
        let payment = |payment: &Payment| PaymentDraft {
            day: payment.day.to_string(),
            amount: minor_text(payment.amount, currency),
        };
        Self {
            tracked: true,
            due: bill.due.map_or_else(String::new, |due| due.to_string()),
            payments: bill.payments.iter().map(payment).collect(),
        }
    }

    /// What came in as far as it can be read, minor units.
    fn received(&self, currency: Currency, read: ReadNumber<'_>) -> i64 {
        let amounts = self.payments.iter().filter_map(|payment| minor(&payment.amount, currency, read).ok());
        amounts.fold(0, i64::saturating_add)
    }

    /// Reads it; none where it is not kept track of. What is wrong is added to `wrongs`.
    pub fn parse(&self, currency: Currency, read: ReadNumber<'_>, wrongs: &mut Vec<Wrong>) -> Option<Bill> {
        if !self.tracked {
            return None;
        }
        let due = match self.due.trim() {
            "" => None,
            text => text.parse().map_err(|_| wrongs.push(Place::of(FIELD).is(Flaw::NotADate))).ok(),
        };
        let mut payments = Vec::new();
        for (index, draft) in self.payments.iter().enumerate() {
            let day = draft.day.trim().parse().map_err(|_| {
                let flaw = if draft.day.trim().is_empty() { Flaw::Missing } else { Flaw::NotADate };
                wrongs.push(Place::entry(FIELD, index, part::PAID_ON).is(flaw));
            });
            let amount = minor(&draft.amount, currency, read)
                .map_err(|flaw| wrongs.push(Place::entry(FIELD, index, part::PAID).is(flaw)));
            if let (Ok(day), Ok(amount)) = (day, amount) {
                payments.push(Payment { day, amount });
            }
        }
        Some(Bill { due, payments })
    }
}

/// The inputs; where nobody keeps track, a box to begin with it.
#[component]
pub fn Payments(
    /// The form.
    form: Form,
) -> impl IntoView {
    let i18n = use_i18n();
    let tracked = form.value(|draft| draft.bill.tracked);
    view! {
        <Stack>
            <Checkbox
                label=Signal::derive(move || t_string!(i18n, customer.track_payment).to_owned())
                checked=tracked
                on_change=move |tracked| form.draft.update(|draft| draft.bill.tracked = tracked)
            />
            <Show when=move || tracked.get()>
                <Inputs form/>
            </Show>
        </Stack>
    }
}

#[component]
fn Inputs(form: Form) -> impl IntoView {
    let i18n = use_i18n();
    let rest = move || {
        let tag = words::tag(i18n.get_locale());
        form.draft.with(|draft| rest(draft, &|text| format::parse_number(tag, text)))
    };
    let left = move || {
        let (minor, currency) = (rest().max(0), form.draft.with(|draft| draft.currency));
        money_text(i18n.get_locale(), Money { minor, currency })
    };
    let settle = move |()| {
        let minor = untrack(rest);
        let today = clock::today(&form.workspace.peek(|book| book.settings().time_zone));
        form.draft.update(|draft| {
            let amount = minor_text(minor, draft.currency);
            draft.bill.payments.push(PaymentDraft { day: today.to_string(), amount });
        });
    };
    let add = move |()| form.draft.update(|draft| draft.bill.payments.push(PaymentDraft::default()));
    view! {
        <Columns narrow=true>
            <Field label=move || t_string!(i18n, fields.pay_by).to_owned() error=form.error(FIELD)>
                <DateInput
                    value=form.value(|draft| draft.bill.due.clone())
                    min=Signal::stored(format!("{}-01-01", Order::YEARS.start()))
                    max=Signal::stored(format!("{}-12-31", Order::YEARS.end()))
                    on_change=move |text: String| form.draft.update(|draft| draft.bill.due = text)
                />
            </Field>
            <p class="customer-total" role="status">
                <span>{move || t_string!(i18n, fields.owed)}</span>
                <span class="customer-amount">{left}</span>
            </p>
        </Columns>
        <RepeatedField
            labels=repeated_labels(field_label(Kind::Order, FIELD))
            keys=form.value(|draft| draft.bill.payments.keys())
            entry=move |key| view! { <Entry form key/> }
            on_add=add
            on_remove=move |key| form.draft.update(|draft| draft.bill.payments.remove(key))
        />
        <Show when=move || { rest() > 0 }>
            <Cluster>
                <Button small=true label=move || t_string!(i18n, customer.paid_today).to_owned() on_press=settle/>
            </Cluster>
        </Show>
    }
}

/// What has still to come in, as far as it can be read.
fn rest(draft: &OrderDraft, read: ReadNumber<'_>) -> i64 {
    draft.total(read).saturating_sub(draft.bill.received(draft.currency, read))
}

#[component]
fn Entry(form: Form, key: u32) -> impl IntoView {
    let i18n = use_i18n();
    let value = move |get: fn(&PaymentDraft) -> &String| {
        form.value(move |draft| draft.bill.payments.get(key).map_or_else(String::new, |payment| get(payment).clone()))
    };
    let edit = move |get: fn(&mut PaymentDraft) -> &mut String, text: String| {
        form.draft.update(|draft| draft.bill.payments.edit(key, |payment| *get(payment) = text));
    };
    view! {
        <Columns narrow=true>
            <Field
                label=move || t_string!(i18n, fields.paid_on).to_owned()
                error=form.payment_error(key, part::PAID_ON)
            >
                <DateInput
                    value=value(|payment| &payment.day)
                    on_change=move |text: String| edit(|payment| &mut payment.day, text)
                />
            </Field>
            <Field label=move || t_string!(i18n, fields.amount).to_owned() error=form.payment_error(key, part::PAID)>
                <NumberInput
                    value=value(|payment| &payment.amount)
                    on_input=move |text: String| edit(|payment| &mut payment.amount, text)
                />
            </Field>
        </Columns>
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(text: &str) -> Option<String> {
        Some(text.trim().to_owned()).filter(|text| !text.is_empty())
    }

    #[test]
    fn a_payment_put_into_the_form_and_saved_is_the_same_and_each_flaw_has_its_place() {
        let payment = Payment { day: "2026-02-01".parse().unwrap(), amount: 1_250 };
        let bill = Bill { due: "2026-01-24".parse().ok(), payments: vec![payment] };
        let mut draft = BillDraft::of(Some(&bill), Currency::EUR);
        let mut wrongs = Vec::new();
        assert_eq!(draft.parse(Currency::EUR, &read, &mut wrongs), Some(bill));
        assert!(wrongs.is_empty());
        assert_eq!(draft.received(Currency::EUR, &read), 1_250);
        draft.due = "soon".into();
        draft.payments.push(PaymentDraft::default());
        draft.parse(Currency::EUR, &read, &mut wrongs);
        let places: Vec<_> = wrongs.iter().map(|wrong| wrong.place).collect();
        let entry = |part| Place::entry(FIELD, 1, part);
        assert_eq!(places, [Place::of(FIELD), entry(part::PAID_ON), entry(part::PAID)]);
        draft.tracked = false;
        assert_eq!(draft.parse(Currency::EUR, &read, &mut Vec::new()), None);
    }
}
