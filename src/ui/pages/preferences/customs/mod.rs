//! Fields that the user defines, without code: which there are, in their order, and the form of one.

mod choices;
mod definition;
mod editor;
mod row;

use leptos::{prelude::*, task::spawn_local};

use crate::{
    analysis::fold::fold,
    domain::{custom::CustomField, id::Id, record::Kind},
    i18n::{t_string, use_i18n},
    platform::clock,
    state::Workspace,
    ui::{
        components::{Button, Card, Cluster, ConfirmDialog, Icon, SearchBox, Stack},
        notify::Notify,
    },
};

use definition::Definition;
use editor::Editor;
use row::FieldRow;

/// As many fields as one sees at a glance; where there are more, a box finds them.
const FEW: usize = 12;

/// The fields as they are defined, in their order.
type Fields = Memo<Vec<(Id<CustomField>, CustomField)>>;

/// What the rows of the list tell.
#[derive(Clone, Copy)]
struct List {
    fields: Fields,
    /// The field whose form is open.
    editing: RwSignal<Option<Definition>>,
    /// The field about which it is asked whether to delete it.
    leaving: RwSignal<Option<Id<CustomField>>>,
    /// The field that is being dragged.
    dragged: RwSignal<Option<Id<CustomField>>>,
    workspace: Workspace,
    notify: Notify,
}

impl List {
    /// Puts a field where another one is.
    fn place(self, id: Id<CustomField>, target: Id<CustomField>) {
        let mut ids: Vec<_> = self.fields.with_untracked(|fields| fields.iter().map(|(id, _)| *id).collect());
        let at = |id| ids.iter().position(|other| *other == id);
        let (Some(from), Some(to)) = (at(id), at(target)) else { return };
        if from == to {
            return;
        }
        let moved = ids.remove(from);
        ids.insert(to, moved);
        spawn_local(async move {
            self.notify.done(Kind::CustomField, &self.workspace.order_fields(ids).await);
        });
    }

    /// Moves a field by so many places.
    fn shift(self, id: Id<CustomField>, by: isize) {
        let target = self.fields.with_untracked(|fields| {
            let at = fields.iter().position(|(other, _)| *other == id)?;
            fields.get(at.checked_add_signed(by)?).map(|(id, _)| *id)
        });
        if let Some(target) = target {
            self.place(id, target);
        }
    }
}

/// The card.
#[component]
pub fn CustomFields() -> impl IntoView {
    let i18n = use_i18n();
    let workspace = Workspace::expect();
    let fields = Memo::new(move |_| {
        workspace.read(&[Kind::CustomField], |book| {
            let mut fields: Vec<_> = book.fields.iter().map(|(_, row)| (row.id, row.data.clone())).collect();
            fields.sort_by_key(|(id, field)| (field.position, *id));
            fields
        })
    });
    let list = List {
        fields,
        editing: RwSignal::new(None),
        leaving: RwSignal::new(None),
        dragged: RwSignal::new(None),
        workspace,
        notify: Notify::here(),
    };
    let sought = RwSignal::new(String::new());
    let shown = Memo::new(move |_| {
        let sought = fold(sought.get().trim());
        let fits = |field: &CustomField| fold(&field.name).contains(&sought) || fold(&field.group).contains(&sought);
        fields.with(|fields| fields.iter().filter(|(_, field)| fits(field)).map(|(id, _)| *id).collect::<Vec<_>>())
    });
    let add = move |()| {
        let position = fields.with_untracked(|fields| u32::try_from(fields.len()).unwrap_or(u32::MAX));
        list.editing.set(Some(Definition::new(workspace.new_id(clock::now()), position)));
    };
    view! {
        <Card title=move || t_string!(i18n, preferences.fields_title).to_owned()>
            <Stack>
                <p>{move || t_string!(i18n, preferences.fields_text)}</p>
                <Show when=move || { fields.with(Vec::len) > FEW }>
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
                <ul class="preferences-list">
                    <For each=move || shown.get() key=|id| *id let:id>
                        <FieldRow list id/>
                    </For>
                </ul>
                <Show when=move || fields.with(Vec::is_empty)>
                    <p>{move || t_string!(i18n, preferences.no_fields)}</p>
                </Show>
                <Button
                    icon=Icon::Add
                    label=move || t_string!(i18n, preferences.add_field).to_owned()
                    on_press=move |()| add(())
                />
            </Stack>
        </Card>
        <Editor editing=list.editing fields/>
        <Deletion list/>
    }
}

/// Asks before a field goes, and says how much goes with it.
#[component]
fn Deletion(list: List) -> impl IntoView {
    let i18n = use_i18n();
    let text = Memo::new(move |_| {
        let Some(id) = list.leaving.get() else { return String::new() };
        let name = list.fields.with_untracked(|fields| {
            fields.iter().find(|(other, _)| *other == id).map(|(_, field)| field.name.clone()).unwrap_or_default()
        });
        let count = list.workspace.having(id).len();
        t_string!(i18n, preferences.delete_field, name = name, count = count)
    });
    let delete = move |()| {
        let Some(id) = list.leaving.get_untracked() else { return };
        list.leaving.set(None);
        spawn_local(async move {
            list.notify.done(Kind::CustomField, &list.workspace.delete_field(id).await);
        });
    };
    view! {
        <ConfirmDialog
            open=Signal::derive(move || list.leaving.with(Option::is_some))
            title=move || t_string!(i18n, preferences.delete_field_title).to_owned()
            text
            confirm_label=move || t_string!(i18n, common.delete).to_owned()
            cancel_label=move || t_string!(i18n, common.cancel).to_owned()
            danger=true
            on_confirm=delete
            on_cancel=move |()| list.leaving.set(None)
        />
    }
}
