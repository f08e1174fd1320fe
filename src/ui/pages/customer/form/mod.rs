//! The form of a party: the same for a new one and one that is there. What is typed lives in `draft`; what is wrong with it
//! stands next to the input it is about, all at once.

mod addresses;
mod contacts;
mod custom;
mod custom_draft;
mod date_draft;
mod dates;
mod draft;
mod full_name;
mod line;
mod sections;
mod state;
mod tags;

use leptos::{html, prelude::*, task::spawn_local};

use crate::{
    domain::{id::Id, party::Party, record::Kind},
    i18n::{t_string, use_i18n},
    platform::{address, keys, leaving},
    state::{Workspace, commands::CommandError},
    ui::{
        components::{Button, ButtonKind, ConfirmDialog, Kbd, dom::focus_first},
        notify::Notify,
    },
};

use super::{merge::merged, wrong::Wrong};
use sections::Sections;
use state::Form;

/// The form, with what saves and leaves it.
#[component]
pub fn PartyForm(
    /// The party's id; a new one for a new party.
    id: Id<Party>,
    /// What the form starts with.
    party: Party,
    /// Put the focus into the first input.
    #[prop(optional)]
    focus: bool,
    /// Told when the party is on the disk.
    #[prop(into)]
    on_saved: Callback<()>,
    /// Told when the user leaves without saving.
    #[prop(into)]
    on_cancel: Callback<()>,
) -> impl IntoView {
    let i18n = use_i18n();
    let workspace = Workspace::expect();
    let notify = Notify::here();
    let form = Form::new(&party);
    let (busy, asking) = (RwSignal::new(false), RwSignal::new(false));
    let base = StoredValue::new(party);
    let first = form.draft.get_untracked();
    let is_dirty = Memo::new(move |_| form.draft.with(|draft| *draft != first));
    let guard = leaving::guard_unload(move || is_dirty.try_get_untracked() == Some(true));
    // Where one wanted to go when it was asked whether to leave; nowhere in particular for the button and the key.
    let wanted = StoredValue::new(None::<String>);
    let links = leaving::guard_links(
        move || is_dirty.try_get_untracked() == Some(true),
        move |href| {
            wanted.set_value(Some(href));
            asking.set(true);
        },
    );
    let _kept_while_the_form_is_shown = StoredValue::new_local(guard.and(links));
    let root = NodeRef::<html::Form>::new();
    let show_first_flaw = move || {
        request_animation_frame(move || {
            if let Some(root) = root.try_get_untracked().flatten() {
                focus_first(&root, "[aria-invalid=true]");
            }
        });
    };
    let save = move || {
        if busy.get_untracked() {
            return;
        }
        let Some(party) = form.submit() else { return show_first_flaw() };
        busy.set(true);
        spawn_local(async move {
            let party = workspace.peek(|book| match book.get(id) {
                Some(row) => base.with_value(|base| merged(base, party.clone(), row)),
                None => party,
            });
            let done = workspace.save_party(id, party).await;
            busy.set(false);
            if let Err(CommandError::Flaws(flaws)) = &done {
                form.refuse(flaws.iter().copied().map(Wrong::from).collect());
                show_first_flaw();
            } else if notify.done(Kind::Party, &done) {
                // Whoever went elsewhere meanwhile stays there.
                on_saved.try_run(());
            }
        });
    };
    let leave = move || {
        if is_dirty.get_untracked() { asking.set(true) } else { on_cancel.run(()) }
    };
    let on_key = move |event: leptos::ev::KeyboardEvent| {
        if event.is_composing() || event.default_prevented() {
            return;
        }
        match event.key().as_str() {
            "Enter" if keys::has_command(&event) => save(),
            "Escape" => leave(),
            _ => return,
        }
        event.prevent_default();
    };
    view! {
        <form
            class="customer-form"
            novalidate=true
            node_ref=root
            on:keydown=on_key
            on:submit=move |event| {
                event.prevent_default();
                save();
            }
        >
            <Sections form focus/>
            <div class="customer-form-bar">
                <span class="customer-form-flaws" role="alert">
                    {move || match form.wrong_count() {
                        0 => String::new(),
                        count => t_string!(i18n, customer.to_correct, count = count),
                    }}
                </span>
                <Button label=move || t_string!(i18n, common.cancel).to_owned() on_press=move |()| leave()/>
                <Button
                    kind=ButtonKind::Primary
                    submit=true
                    busy
                    label=move || t_string!(i18n, common.save).to_owned()
                />
                <Kbd keys="Ctrl Enter"/>
            </div>
        </form>
        <ConfirmDialog
            open=asking
            title=move || t_string!(i18n, customer.leave_title).to_owned()
            text=move || t_string!(i18n, customer.leave_text).to_owned()
            confirm_label=move || t_string!(i18n, customer.leave_confirm).to_owned()
            cancel_label=move || t_string!(i18n, customer.leave_stay).to_owned()
            danger=true
            on_confirm=move |()| {
                asking.set(false);
                match wanted.get_value() {
                    Some(href) => address::set_hash(&href),
                    None => on_cancel.run(()),
                }
            }
            on_cancel=move |()| {
                wanted.set_value(None);
                asking.set(false);
            }
        />
    }
}
