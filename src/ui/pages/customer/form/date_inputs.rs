//! Year, month and day as three inputs.

use leptos::prelude::*;

use crate::{
    i18n::{Locale, td_string, use_i18n},
    ui::components::{Field, NumberInput},
};

use super::date_parts::{DateParts, part};

/// One part of a date: which, its label, how to read and to write it.
type Part = (u8, fn(Locale) -> &'static str, fn(&DateParts) -> &String, fn(&mut DateParts) -> &mut String);

const PARTS: [Part; 3] = [
    (part::YEAR, |locale| td_string!(locale, customer.date_year), |date| &date.year, |date| &mut date.year),
    (part::MONTH, |locale| td_string!(locale, customer.date_month), |date| &date.month, |date| &mut date.month),
    (part::DAY, |locale| td_string!(locale, customer.date_day), |date| &date.day, |date| &mut date.day),
];

/// The inputs; each has its own sentence of what is wrong.
#[component]
pub fn DateInputs(
    /// What is typed.
    #[prop(into)]
    value: Signal<DateParts>,
    /// Told the parts after a keystroke.
    #[prop(into)]
    on_input: Callback<DateParts>,
    /// What is wrong with a part, by its number.
    error: impl Fn(u8) -> Signal<Option<String>>,
) -> impl IntoView {
    let i18n = use_i18n();
    PARTS
        .map(|(part, label, get, edit)| {
            view! {
                <Field label=move || label(i18n.get_locale()).to_owned() error=error(part)>
                    <NumberInput
                        whole=true
                        value=Signal::derive(move || value.with(|date| get(date).clone()))
                        on_input=move |text: String| {
                            let mut date = value.get_untracked();
                            *edit(&mut date) = text;
                            on_input.run(date);
                        }
                    />
                </Field>
            }
        })
        .collect_view()
}
