//! The form of a party: the same for a new one and one that is there. What is typed lives in `draft`; what is wrong with it
//! stands next to the input it is about, all at once, and in a summary that leads there.

mod addresses;
mod alike;
mod another;
mod contacts;
mod custom;
mod custom_draft;
mod custom_input;
mod date_draft;
mod date_inputs;
mod date_parts;
mod dates;
mod draft;
mod entries;
mod full_name;
mod line;
mod sections;
mod state;
mod tags;

use leptos::{html, prelude::*, task::spawn_local};

use crate::{
    domain::{id::Id, party::Party, record::Kind},
    i18n::{t_string, use_i18n},
    platform::keys,
    state::{Drafts, Workspace, commands::CommandError},
    ui::{
        components::{Button, ButtonKind, ErrorSummary, Kbd, dom::focus_first},
        drafts::{DraftOffer, Keeper},
        notify::Notify,
    },
};

use super::{merge::merged, wrong::Wrong};
use alike::Alike;
use draft::PartyDraft;
use sections::Sections;
use state::Form;

/// Under what the drafts of a party's form are kept.
pub fn topic(id: Id<Party>) -> String {
    format!("party/{id}")
}

/// Under what the drafts of new parties are kept.
const NEW: &str = "party/new";

/// The form, with what saves and leaves it. What is typed is kept as a draft as long as it is not saved.
#[component]
pub fn PartyForm(
    /// The party's id; a new one for a new party.
    id: Id<Party>,
    /// What the form starts with.
    party: Party,
    /// Whether it is a new party.
    #[prop(optional)]
    is_new: bool,
    /// Put the focus into the first input.
    #[prop(optional)]
    focus: bool,
    /// Go on with what was begun before, without asking.
    #[prop(optional)]
    resume: bool,
    /// Told when the party is on the disk, and whether the user wants to go on editing.
    #[prop(into)]
    on_saved: Callback<bool>,
    /// Told when the user leaves without saving.
    #[prop(into)]
    on_cancel: Callback<()>,
) -> impl IntoView {
    let i18n = use_i18n();
    let workspace = Workspace::expect();
    let notify = Notify::here();
    let form = Form::new(&party);
    let busy = RwSignal::new(false);
    let keeper = Keeper::new(form.content);
    let topic = if is_new { NEW.to_owned() } else { topic(id) };
    let drafts = Drafts::expect();
    let resume = drafts.is_handed_over(&topic) || resume;
    let begun = resume.then(|| untrack(|| drafts.latest(&topic, None))).flatten();
    keeper.begin(topic);
    let restore = move |content: Vec<u8>| {
        // What another version typed is left out: there is nothing to put it into.
        if let Ok(draft) = minicbor::decode(&content) {
            form.draft.set(draft);
        }
    };
    if let Some((_, kept)) = begun {
        restore(kept.content);
        keeper.discard();
    }
    let note = move |content: Vec<u8>| {
        let draft: PartyDraft = minicbor::decode(&content).ok()?;
        let is_same = workspace.read(&[Kind::Party], |book| book.get(id).map(|row| row.data == *draft.base()));
        match is_same {
            _ if is_new => Some(draft.name).filter(|name| !name.is_empty()),
            Some(true) => None,
            Some(false) => Some(t_string!(i18n, customer.draft_changed).to_owned()),
            None => Some(t_string!(i18n, customer.draft_gone).to_owned()),
        }
    };
    let root = NodeRef::<html::Form>::new();
    let show_first_flaw = move || {
        // Groups with something wrong in them open first.
        request_animation_frame(move || {
            request_animation_frame(move || {
                if let Some(root) = root.try_get_untracked().flatten() {
                    focus_first(&root, ".field-invalid :is(input, select, textarea)");
                }
            });
        });
    };
    let save = move |stay: bool| {
        if busy.get_untracked() {
            return;
        }
        let Some(party) = form.submit() else { return show_first_flaw() };
        busy.set(true);
        spawn_local(async move {
            let party = workspace.peek(|book| match book.get(id) {
                Some(row) => form.draft.with_untracked(|draft| merged(draft.base(), party.clone(), row)),
                None => party,
            });
            let done = workspace.save_party(id, party.clone()).await;
            busy.try_set(false);
            if let Err(CommandError::Flaws(flaws)) = &done {
                form.refuse(flaws.iter().copied().map(Wrong::from).collect());
                show_first_flaw();
            } else if notify.done(Kind::Party, &done) {
                keeper.finish();
                if stay && !is_new {
                    form.restart(&party);
                    keeper.begin(self::topic(id));
                }
                // Whoever went elsewhere meanwhile stays there.
                on_saved.try_run(stay);
            }
        });
    };
    let on_key = move |event: leptos::ev::KeyboardEvent| {
        if event.is_composing() || event.default_prevented() {
            return;
        }
        match event.key().as_str() {
            "Enter" if keys::has_command(&event) => save(false),
            "s" | "S" if keys::has_command(&event) => save(true),
            "Escape" => on_cancel.run(()),
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
                save(false);
            }
        >
            <DraftOffer keeper note=Callback::new(note) on_continue=restore/>
            <Alike form id keeper is_new/>
            <Sections form focus/>
            <div class="customer-form-bar">
                <ErrorSummary
                    count=Signal::derive(move || form.wrong_count())
                    title=move || t_string!(i18n, customer.to_correct, count = form.wrong_count())
                />
                <Button label=move || t_string!(i18n, common.cancel).to_owned() on_press=move |()| on_cancel.run(())/>
                <Button
                    kind=ButtonKind::Primary
                    submit=true
                    busy
                    label=move || t_string!(i18n, common.save).to_owned()
                />
                <Kbd keys="Ctrl Enter"/>
            </div>
        </form>
    }
}
