//! The inputs of the form, in sections.

use leptos::{html, prelude::*};

use crate::{
    domain::{
        contact::{Channel, Use},
        party::{PartyKind, Role},
        record::Kind,
    },
    i18n::{t_string, use_i18n},
    ui::{
        components::{
            Card, Checkbox, Choice, Columns, Field, NumberInput, Segmented, Select, Stack, TextArea, TextKind,
        },
        pages::customer::labels::{chosen, field_label, index_value, indexed},
        words,
    },
};

use super::{
    addresses::Addresses, contacts::Contacts, custom::CustomFields, dates::Dates, line::Line, state::Form, tags::Tags,
};

const KINDS: [PartyKind; 2] = [PartyKind::Person, PartyKind::Organisation];

/// Every section.
#[component]
pub fn Sections(form: Form, focus: bool) -> impl IntoView {
    let i18n = use_i18n();
    let has_custom = Memo::new(move |_| {
        form.definitions.with(|all| form.draft.with(|draft| all.iter().any(|definition| draft.has(definition))))
    });
    view! {
        <Card title=move || t_string!(i18n, customer.section_who).to_owned()>
            <Who form focus/>
        </Card>
        <Card title=move || t_string!(i18n, customer.section_reach).to_owned()>
            <Stack>
                <Contacts
                    form
                    number=7
                    kind=TextKind::Email
                    usual=Use::Work
                    get=|draft| &draft.emails
                    edit=|draft| &mut draft.emails
                />
                <Contacts
                    form
                    number=8
                    kind=TextKind::Phone
                    usual=Use::Mobile
                    get=|draft| &draft.phones
                    edit=|draft| &mut draft.phones
                />
                <Contacts
                    form
                    number=10
                    kind=TextKind::Url
                    usual=Use::Work
                    get=|draft| &draft.websites
                    edit=|draft| &mut draft.websites
                />
                <Addresses form/>
                <PreferredChannel form/>
                <Field
                    label=field_label(Kind::Party, 18)
                    hint=Signal::derive(move || t_string!(i18n, customer.cadence_hint).to_owned())
                    error=form.error(18)
                >
                    <NumberInput
                        whole=true
                        value=form.value(|draft| draft.cadence.clone())
                        on_input=move |text: String| form.draft.update(|draft| draft.cadence = text)
                    />
                </Field>
                <Checkbox
                    label=field_label(Kind::Party, 19)
                    checked=form.value(|draft| draft.no_contact)
                    on_change=move |no_contact| form.draft.update(|draft| draft.no_contact = no_contact)
                />
            </Stack>
        </Card>
        <Card title=move || t_string!(i18n, customer.section_know).to_owned()>
            <Stack>
                <Tags form/>
                <Dates form/>
                <Field label=field_label(Kind::Party, 17) error=form.error(17)>
                    <TextArea
                        rows=4
                        value=form.value(|draft| draft.about.clone())
                        on_input=move |text: String| form.draft.update(|draft| draft.about = text)
                    />
                </Field>
            </Stack>
        </Card>
        <Show when=move || has_custom.get()>
            <Card title=field_label(Kind::Party, 14)>
                <CustomFields form/>
            </Card>
        </Show>
    }
}

/// Kind, name, roles.
#[component]
fn Who(form: Form, focus: bool) -> impl IntoView {
    let i18n = use_i18n();
    let name = NodeRef::<html::Input>::new();
    Effect::new(move |_| {
        if let Some(name) = name.get()
            && focus
        {
            // The browser refuses only for an element that has left the page.
            let _ = name.focus();
        }
    });
    let is_person = Memo::new(move |_| form.draft.with(|draft| draft.kind == PartyKind::Person));
    let roles = Role::ALL.into_iter().map(move |role| {
        view! {
            <Checkbox
                label=move || words::role(i18n.get_locale(), role).to_owned()
                checked=form.value(move |draft| draft.roles.contains(&role))
                on_change=move |holds| form.draft.update(|draft| draft.set_role(role, holds))
            />
        }
    });
    view! {
        <Stack>
            <Segmented
                label=field_label(Kind::Party, 0)
                options=Signal::derive(move || indexed(&KINDS, |kind| words::party_kind(i18n.get_locale(), kind)))
                value=form.value(|draft| index_value(&KINDS, &draft.kind))
                on_change=move |value: String| form.draft.update(|draft| {
                    draft.kind = chosen(&KINDS, &value).unwrap_or_default();
                })
            />
            <Columns>
                <Line form number=1 required=true node_ref=name get=|draft| &draft.name edit=|draft| &mut draft.name/>
                <Line
                    form
                    number=6
                    hint=Signal::derive(move || t_string!(i18n, customer.reference_hint).to_owned())
                    get=|draft| &draft.reference
                    edit=|draft| &mut draft.reference
                />
            </Columns>
            <Show when=move || is_person.get()>
                <Columns>
                    <Line form number=2 get=|draft| &draft.given edit=|draft| &mut draft.given/>
                    <Line form number=3 get=|draft| &draft.family edit=|draft| &mut draft.family/>
                    <Line form number=4 get=|draft| &draft.position edit=|draft| &mut draft.position/>
                </Columns>
            </Show>
            <fieldset class="customer-checks">
                <legend class="field-label">{field_label(Kind::Party, 5)}</legend>
                {roles.collect_view()}
            </fieldset>
        </Stack>
    }
}

/// The channel that they like.
#[component]
fn PreferredChannel(form: Form) -> impl IntoView {
    let i18n = use_i18n();
    let options = Signal::derive(move || {
        let none = Choice::new("", t_string!(i18n, common.none));
        let channels = indexed(&Channel::ALL, |channel| words::channel(i18n.get_locale(), channel));
        std::iter::once(none).chain(channels).collect::<Vec<_>>()
    });
    view! {
        <Field label=field_label(Kind::Party, 12)>
            <Select
                options
                value=form.value(|draft| draft.channel.map_or_else(String::new, |channel| index_value(&Channel::ALL, &channel)))
                on_change=move |value: String| form.draft.update(|draft| draft.channel = chosen(&Channel::ALL, &value))
            />
        </Field>
    }
}
