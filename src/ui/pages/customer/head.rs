//! The head of the page: who it is, what it is to us, where it stands, and what can be done.

use leptos::prelude::*;

use crate::{
    domain::{
        id::Id,
        party::{Party, PartyKind},
        record::Kind,
    },
    i18n::{t_string, use_i18n},
    state::Workspace,
    ui::{
        commands::{Command, Commands},
        components::{Avatar, Badge, Button, ButtonKind, Cluster, Icon, LinkButton, Menu, MenuItem, PageHeader},
        listing::Listing,
        pages::work::WorkDesk,
        route::{Route, Tab},
        words,
    },
};

use super::{
    desk::{Desk, OrderJob},
    heard::Heard,
    pad::Job,
    standing::Marks,
};

/// Name, marks, actions.
#[component]
pub fn Head(
    /// Whose.
    id: Id<Party>,
    /// The party.
    party: Memo<Party>,
    /// The tab that is shown.
    tab: Memo<Tab>,
) -> impl IntoView {
    let i18n = use_i18n();
    let name = Signal::derive(move || party.with(|party| party.name.clone()));
    let is_firm = Signal::derive(move || party.with(|party| party.kind == PartyKind::Organisation));
    let what = Signal::derive(move || {
        let locale = i18n.get_locale();
        party.with(|party| {
            let kind = words::party_kind(locale, party.kind);
            if party.position.is_empty() { kind.to_owned() } else { format!("{kind} · {}", party.position) }
        })
    });
    let roles = move || {
        let locale = i18n.get_locale();
        party.with(|party| {
            party.roles.iter().map(|role| view! { <Badge label=words::role(locale, *role)/> }).collect_view()
        })
    };
    view! {
        <PageHeader title=name lead=what before=move || view! { <Avatar name large=true square=is_firm/> }>
            <Steps id tab/>
            <Actions id tab/>
        </PageHeader>
        <Cluster>
            <Marks id party/>
            {roles}
            <Heard id party/>
        </Cluster>
    }
}

/// The customers before and after one.
type Beside = (Option<Id<Party>>, Option<Id<Party>>);

/// The customers before and after this one in the list that one came from; the tab stays.
#[component]
fn Steps(id: Id<Party>, tab: Memo<Tab>) -> impl IntoView {
    let i18n = use_i18n();
    let workspace = Workspace::expect();
    let listing = Listing::expect();
    let found = Memo::new(move |_| -> Beside {
        let slot = workspace.read(&[Kind::Party], |book| book.parties.slot(id));
        let (previous, next) = slot.map_or((None, None), |slot| listing.neighbours(slot));
        let id_of = |slot: u32| workspace.peek(|book| book.parties.at(slot).map(|row| row.id));
        (previous.and_then(id_of), next.and_then(id_of))
    });
    // The form of another customer is nothing to step into.
    let route =
        move |id: Id<Party>| Route::Customer(id, if tab.get() == Tab::Edit { Tab::Overview } else { tab.get() });
    let commands = Commands::expect();
    let step = move |command: Command, label: Signal<String>, to: fn(Beside) -> Option<Id<Party>>| {
        commands.offer_when(command, Signal::derive(move || to(found.get()).is_some()), move || {
            if let Some(id) = untrack(|| to(found.get())) {
                commands.go(&untrack(|| route(id)));
            }
        });
        move || {
            to(found.get()).map(|id| {
                view! {
                    <LinkButton
                        kind=ButtonKind::Quiet
                        icon=command.icon()
                        icon_only=true
                        label
                        keys=commands.aria_keys(command)
                        href=move || route(id).to_string()
                    />
                }
            })
        }
    };
    let previous = Signal::derive(move || t_string!(i18n, customer.previous).to_owned());
    let next = Signal::derive(move || t_string!(i18n, customer.next).to_owned());
    view! {
        {step(Command::Previous, previous, |found| found.0)}
        {step(Command::Next, next, |found| found.1)}
    }
}

/// What can be done.
#[component]
fn Actions(id: Id<Party>, tab: Memo<Tab>) -> impl IntoView {
    let i18n = use_i18n();
    let desk = Desk::expect();
    let edit = Signal::derive(move || t_string!(i18n, common.edit).to_owned());
    let commands = Commands::expect();
    let write_note = move || {
        desk.wants_note.set(true);
        if tab.get_untracked() != Tab::Overview {
            commands.go(&Route::Customer(id, Tab::Overview));
        }
    };
    let write_order = move || desk.order.set(Some(OrderJob::New));
    commands.offer(Command::AddNote, write_note);
    commands.offer(Command::NewOrder, write_order);
    let log_contact = move || desk.talk.set(Some(Job::New));
    commands.offer(Command::LogContact, log_contact);
    commands.offer(Command::NewDeal, move || desk.deal.set(Some(Job::New)));
    let work = WorkDesk::expect();
    commands.offer(Command::NewTask, move || work.new_task(Some(id)));
    commands.offer(Command::AddPromise, move || work.new_promise(id));
    commands.offer(Command::AddSurvey, move || desk.answer.set(Some(Job::New)));
    let is_shown = Signal::derive(move || tab.get() != Tab::Edit);
    commands.offer_when(Command::Edit, is_shown, move || commands.go(&Route::Customer(id, Tab::Edit)));
    view! {
        <Show when=move || is_shown.get()>
            <Button
                icon=Icon::Note
                label=move || t_string!(i18n, customer.add_note).to_owned()
                on_press=move |()| write_note()
            />
            <Button
                icon=Icon::Talk
                label=move || t_string!(i18n, customer.log_contact).to_owned()
                on_press=move |()| log_contact()
            />
            <LinkButton icon=Icon::Edit label=edit href=Route::Customer(id, Tab::Edit).to_string()/>
            <Button
                kind=ButtonKind::Primary
                icon=Icon::Add
                label=move || t_string!(i18n, customer.add_order).to_owned()
                on_press=move |()| write_order()
            />
        </Show>
        <Menu icon_only=true label=Signal::derive(move || t_string!(i18n, common.more).to_owned())>
            <MenuItem
                danger=true
                icon=Icon::Delete
                label=move || t_string!(i18n, customer.delete_action).to_owned()
                on_press=move |()| desk.deletes.set(true)
            />
        </Menu>
    }
}
