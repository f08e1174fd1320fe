//! The fields that the user defined, in their groups. There may be hundreds: a box finds one by its name, and a group is built when it
//! is opened.

use leptos::prelude::*;

use crate::{
    analysis::fold::fold,
    i18n::{t_string, use_i18n},
    ui::components::{Cluster, Columns, SearchBox, Section, Stack},
};

use super::{custom_draft::Definition, custom_input::CustomInput, state::Form};

/// As many fields as one sees at a glance; where there are more, groups are closed at first and a box finds fields.
const FEW: usize = 15;

/// The custom fields of the roles that are ticked, in their order, those without a group first.
#[component]
pub fn CustomFields(
    /// The form.
    form: Form,
) -> impl IntoView {
    let i18n = use_i18n();
    let asked = Memo::new(move |_| {
        form.definitions.with(|all| {
            form.draft.with(|draft| all.iter().filter(|definition| draft.has(definition)).cloned().collect::<Vec<_>>())
        })
    });
    let sought = RwSignal::new(String::new());
    let found = Memo::new(move |_| {
        let sought = fold(sought.get().trim());
        let fits = |definition: &&Definition| {
            let field = &definition.field;
            sought.is_empty()
                || [&field.name, &field.group, &field.help].into_iter().any(|text| fold(text).contains(&sought))
        };
        asked.with(|asked| asked.iter().filter(fits).cloned().collect::<Vec<_>>())
    });
    let groups = Memo::new(move |_| {
        let mut groups: Vec<String> = Vec::new();
        found.with(|found| {
            for definition in found {
                if !groups.contains(&definition.field.group) {
                    groups.push(definition.field.group.clone());
                }
            }
        });
        groups.sort_by_key(|group| !group.is_empty());
        groups
    });
    let is_many = Memo::new(move |_| asked.with(Vec::len) > FEW);
    let is_seeking = Memo::new(move |_| sought.with(|sought| !sought.trim().is_empty()));
    let group = move |name: String| {
        let own = name.clone();
        let fields = Memo::new(move |_| {
            found.with(|found| {
                found.iter().filter(|definition| definition.field.group == own).cloned().collect::<Vec<_>>()
            })
        });
        if name.is_empty() {
            return view! { <Inputs form fields/> }.into_any();
        }
        view! { <Group form name fields is_open=!is_many.get_untracked() is_seeking/> }.into_any()
    };
    view! {
        <Stack>
            <Show when=move || is_many.get()>
                <Cluster>
                    <SearchBox
                        label=move || t_string!(i18n, customer.find_field).to_owned()
                        clear_label=move || t_string!(i18n, common.clear).to_owned()
                        value=sought
                        on_input=move |text: String| sought.set(text)
                        // Enter would save the form that the box stands in.
                        on_enter=move |()| ()
                    />
                </Cluster>
            </Show>
            <For each=move || groups.get() key=Clone::clone children=group/>
            <Show when=move || groups.with(Vec::is_empty)>
                <p class="field-hint">{move || t_string!(i18n, customer.no_such_field)}</p>
            </Show>
        </Stack>
    }
}

/// A group under its name. It opens by itself when something in it is wrong or sought.
#[component]
fn Group(
    form: Form,
    name: String,
    fields: Memo<Vec<Definition>>,
    is_open: bool,
    is_seeking: Memo<bool>,
) -> impl IntoView {
    let opened = RwSignal::new(is_open);
    let is_wrong = form.has_wrong(move |place| {
        let is_place = |definition: &Definition| place.number == 14 && place.index == Some(definition.slot as usize);
        fields.with(|fields| fields.iter().any(is_place))
    });
    Effect::new(move |_| {
        if is_seeking.get() || is_wrong.get() {
            opened.set(true);
        }
    });
    let filled = form.value(move |draft| {
        let is_filled = |id: &_| draft.custom.get(id).is_some_and(|custom| !custom.is_blank());
        fields.with(|fields| {
            let filled = fields.iter().filter(|definition| is_filled(&definition.id)).count();
            format!("{filled}/{}", fields.len())
        })
    });
    view! {
        <Section summary=name note=filled opened>
            <Inputs form fields/>
        </Section>
    }
}

/// The inputs of some of the fields.
#[component]
fn Inputs(form: Form, fields: Memo<Vec<Definition>>) -> impl IntoView {
    view! {
        <Columns>
            <For each=move || fields.get() key=Definition::key let:definition>
                <CustomInput form definition/>
            </For>
        </Columns>
    }
}
