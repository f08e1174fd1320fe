//! The lines of an order: product, description, quantity, price, amount, discount, cost.

use leptos::prelude::*;

use crate::{
    domain::record::Kind,
    i18n::{Locale, t_string, td_string, use_i18n},
    platform::format,
    ui::{
        components::{ComboBox, Field, NumberInput, RepeatedField, TextInput},
        pages::customer::{
            amounts::minor_text,
            labels::{field_label, repeated_labels},
        },
        words,
    },
};

use super::{line_draft::LineDraft, part, state::Form};

/// An input for a number: which part it is, its label, how to read and to write it.
type Number = (u8, fn(Locale) -> &'static str, fn(&LineDraft) -> &String, fn(&mut LineDraft) -> &mut String);

const BEFORE_AMOUNT: [Number; 2] = [
    (part::QUANTITY, |locale| td_string!(locale, fields.quantity), |line| &line.quantity, |line| &mut line.quantity),
    (part::PRICE, |locale| td_string!(locale, fields.price), |line| &line.price, |line| &mut line.price),
];
const AFTER_AMOUNT: [Number; 2] = [
    (part::DISCOUNT, |locale| td_string!(locale, fields.discount), |line| &line.discount, |line| &mut line.discount),
    (part::COST, |locale| td_string!(locale, fields.cost), |line| &line.cost, |line| &mut line.cost),
];

/// The entries.
#[component]
pub fn Lines(
    /// The form.
    form: Form,
) -> impl IntoView {
    view! {
        <RepeatedField
            labels=repeated_labels(field_label(Kind::Order, 5))
            keys=form.value(|draft| draft.lines.keys())
            entry=move |key| view! { <LineInputs form key/> }
            on_add=move |()| form.draft.update(|draft| draft.lines.push(LineDraft::new()))
            on_remove=move |key| form.draft.update(|draft| draft.lines.remove(key))
            on_move=move |(key, way)| form.draft.update(|draft| draft.lines.shift(key, way))
        />
    }
}

/// The inputs of one line.
#[component]
fn LineInputs(form: Form, key: u32) -> impl IntoView {
    let i18n = use_i18n();
    let value = move |get: fn(&LineDraft) -> &String| {
        form.value(move |draft| draft.lines.get(key).map_or_else(String::new, |line| get(line).clone()))
    };
    let edit = move |get: fn(&mut LineDraft) -> &mut String, text: String| {
        form.draft.update(|draft| draft.lines.edit(key, |line| *get(line) = text));
    };
    let number = move |(part, label, get, set): Number| {
        view! {
            <Field label=move || label(i18n.get_locale()).to_owned() error=form.line_error(key, part)>
                <NumberInput value=value(get) on_input=move |text: String| edit(set, text)/>
            </Field>
        }
    };
    let product = value(|line| &line.product);
    // Asked for only once something is typed: there may be very many products.
    let suggestions =
        Memo::new(move |_| product.with(|typed| form.products.with(|products| products.suggestions(typed))));
    view! {
        <div class="customer-line">
            <Field
                label=move || t_string!(i18n, fields.product).to_owned()
                error=form.line_error(key, part::PRODUCT)
            >
                <ComboBox
                    value=product
                    suggestions
                    on_input=move |text: String| {
                        edit(|line| &mut line.product, text);
                        take_price(form, key);
                    }
                />
            </Field>
            <Field
                label=move || t_string!(i18n, fields.line_text).to_owned()
                error=form.line_error(key, part::TEXT)
            >
                <TextInput
                    value=value(|line| &line.text)
                    on_input=move |text: String| edit(|line| &mut line.text, text)
                />
            </Field>
            {BEFORE_AMOUNT.map(number).collect_view()}
            <Amount form key/>
            {AFTER_AMOUNT.map(number).collect_view()}
        </div>
    }
}

/// The line's amount: worked out from quantity and price, unless somebody types another.
#[component]
fn Amount(form: Form, key: u32) -> impl IntoView {
    let i18n = use_i18n();
    // While one types, an emptied box stays empty; left empty, it is filled again.
    let typing = RwSignal::new(false);
    let shown = form.value(move |draft| {
        let Some(line) = draft.lines.get(key) else { return String::new() };
        if typing.get() || !line.amount.is_empty() {
            return line.amount.clone();
        }
        let tag = words::tag(i18n.get_locale());
        let computed = line.computed(draft.currency, &|text| format::parse_number(tag, text));
        computed.map_or_else(String::new, |minor| minor_text(minor, draft.currency))
    });
    let is_typed = form.value(move |draft| draft.lines.get(key).is_some_and(|line| !line.amount.is_empty()));
    let note = Signal::derive(move || {
        let word = if is_typed.get() { t_string!(i18n, customer.amount_typed) } else { "" };
        word.to_owned()
    });
    view! {
        <Field label=move || t_string!(i18n, fields.amount).to_owned() note error=form.line_error(key, part::AMOUNT)>
            <NumberInput
                value=shown
                on_input=move |text: String| {
                    typing.set(true);
                    form.draft.update(|draft| {
                        draft.lines.edit(key, |line| line.amount = text.trim().to_owned());
                    });
                }
                on_change=move |_: String| typing.set(false)
            />
        </Field>
    }
}

/// Takes the price of the product that was named, where none was typed.
fn take_price(form: Form, key: u32) {
    let typed = form.draft.with_untracked(|draft| draft.lines.get(key).map(|line| line.product.clone()));
    let found = typed.and_then(|typed| form.products.with_untracked(|products| products.find(&typed)));
    let price = found.and_then(|id| form.workspace.peek(|book| book.get(id)?.data.price));
    let Some(price) = price else { return };
    form.draft.update(|draft| {
        if price.currency == draft.currency {
            draft.lines.edit(key, |line| {
                if line.price.trim().is_empty() && line.amount.is_empty() {
                    line.price = minor_text(price.minor, price.currency);
                }
            });
        }
    });
}
