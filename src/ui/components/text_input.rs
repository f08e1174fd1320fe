//! One line of text, in its kinds.

use leptos::html;
use leptos::prelude::*;

use super::dom::tell;
use super::field::FieldLink;

/// What the line holds; decides the keyboard that a phone shows.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum TextKind {
    /// Any text.
    #[default]
    Text,
    /// An e-mail address.
    Email,
    /// A telephone number.
    Phone,
    /// A web address.
    Url,
    /// Something not to be shown.
    Password,
    /// Digits alone.
    Digits,
    /// A number with a decimal mark.
    Decimal,
}

impl TextKind {
    /// `type`: e-mail and web addresses stay plain text, since the browser's own rules and trimming are not Kith's.
    const fn input_type(self) -> &'static str {
        match self {
            Self::Password => "password",
            Self::Phone => "tel",
            _ => "text",
        }
    }

    const fn input_mode(self) -> Option<&'static str> {
        match self {
            Self::Text | Self::Password => None,
            Self::Email => Some("email"),
            Self::Phone => Some("tel"),
            Self::Url => Some("url"),
            Self::Digits => Some("numeric"),
            Self::Decimal => Some("decimal"),
        }
    }

    const fn is_number(self) -> bool {
        matches!(self, Self::Digits | Self::Decimal)
    }
}

/// One line of text. Inside a [`super::Field`] it takes its label and error from there; alone it needs `label`.
#[component]
pub fn TextInput(
    /// What it shows.
    #[prop(into)]
    value: Signal<String>,
    /// Told at every keystroke.
    #[prop(optional, into)]
    on_input: Option<Callback<String>>,
    /// Told when the user is done: Enter, or leaving after a change.
    #[prop(optional, into)]
    on_change: Option<Callback<String>>,
    /// What the line holds.
    #[prop(optional)]
    kind: TextKind,
    /// The spoken label, where no field gives one.
    #[prop(optional, into)]
    label: Option<Signal<String>>,
    /// An example, shown while it is empty; never the only label.
    #[prop(optional, into)]
    placeholder: Option<Signal<String>>,
    /// What stands before the text inside the box, such as a currency.
    #[prop(optional, into)]
    prefix: Option<Signal<String>>,
    /// What stands after it, such as a unit.
    #[prop(optional, into)]
    suffix: Option<Signal<String>>,
    /// The id of a `<datalist>` with suggestions.
    #[prop(optional, into)]
    list: Option<String>,
    /// What the browser may fill in; `off` by default, since these are other people's data.
    #[prop(default = "off")]
    autocomplete: &'static str,
    /// The most characters that can be typed.
    #[prop(optional)]
    max_length: Option<u32>,
    /// Greyed.
    #[prop(optional, into)]
    disabled: Signal<bool>,
    /// The `<input>`, for whoever gives it the focus.
    #[prop(optional)]
    node_ref: NodeRef<html::Input>,
) -> impl IntoView {
    let link = FieldLink::here();
    view! {
        <div class="input" class:input-number=kind.is_number()>
            {prefix.map(|prefix| view! { <span class="input-affix" aria-hidden="true">{prefix}</span> })}
            <input
                node_ref=node_ref
                class="input-box"
                id=link.id.clone()
                type=kind.input_type()
                inputmode=kind.input_mode()
                prop:value=value
                aria-label=label
                placeholder=placeholder
                aria-describedby=link.described_by
                aria-invalid=link.aria_invalid()
                aria-required=link.required.then_some("true")
                autocomplete=autocomplete
                maxlength=max_length.map(|length| length.to_string())
                list=list
                disabled=disabled
                on:input=move |event| {
                    if let Some(on_input) = on_input {
                        on_input.run(event_target_value(&event));
                    }
                }
                on:change=move |event| {
                    if let Some(on_change) = on_change {
                        tell(on_change, event_target_value(&event));
                    }
                }
            />
            {suffix.map(|suffix| view! { <span class="input-affix" aria-hidden="true">{suffix}</span> })}
        </div>
    }
}
