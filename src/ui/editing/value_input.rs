//! The input that a kind of value asks for, in a form.

use leptos::prelude::*;

use crate::{
    i18n::{t_string, use_i18n},
    ui::components::{CellKind, DateInput, MoneyInput, NumberInput, Select, TagInput, TextInput},
};

/// An input for values of a kind. Stands in a [`crate::ui::components::Field`].
#[component]
pub fn ValueInput(
    /// What is typed.
    kind: CellKind,
    /// The text as it stands; several words each on a line.
    #[prop(into)]
    value: Signal<String>,
    /// Told the text as it is typed.
    #[prop(into)]
    on_input: Callback<String>,
) -> impl IntoView {
    let i18n = use_i18n();
    match kind {
        CellKind::Text => view! { <TextInput value on_input/> }.into_any(),
        CellKind::Number => view! { <NumberInput value on_input/> }.into_any(),
        CellKind::Money(currency) => view! { <MoneyInput value currency on_input/> }.into_any(),
        CellKind::Day => view! { <DateInput value on_change=on_input/> }.into_any(),
        CellKind::Choice(options) => {
            view! { <Select options=Signal::stored(options) value on_change=on_input/> }.into_any()
        }
        CellKind::Tags(suggestions) => {
            let tags = Signal::derive(move || value.with(|text| text.lines().map(str::to_owned).collect::<Vec<_>>()));
            let set = move |tags: Vec<String>| on_input.run(tags.join("\n"));
            view! {
                <TagInput
                    tags
                    suggestions=Signal::stored(suggestions)
                    remove_label=move |word: String| t_string!(i18n, bulk.remove_word, word = word)
                    on_change=set
                />
            }
            .into_any()
        }
    }
}
