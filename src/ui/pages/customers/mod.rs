//! The list of customers and everybody else.

mod columns;

use leptos::prelude::*;

use crate::{
    domain::{id::Id, party::Party, record::Kind},
    i18n::{t_string, use_i18n},
    platform::{Guard, media},
    state::Workspace,
    ui::{
        components::{ButtonKind, EmptyState, Icon, LinkButton},
        editing::{Changing, PartyField, with_editable},
        first_run::{FirstRun, Stage},
        later,
        listing::{Beside, ListPage, Listing, columns},
        pages::demo_button::DemoButton,
        route::{Route, Tab},
        router::Router,
    },
};

/// The list; while there is nothing yet the first steps, or when they are done, what to do.
#[component]
pub fn CustomersPage() -> impl IntoView {
    let workspace = Workspace::expect();
    let empty = Memo::new(move |_| workspace.read(&[Kind::Party, Kind::Order, Kind::Product], |book| book.is_empty()));
    let first_run = FirstRun::expect();
    let first_steps = Memo::new(move |_| first_run.stage() != Stage::Done);
    move || match (empty.get(), first_steps.get()) {
        (true, true) => later::page(later::load_first_steps, later::first_steps),
        (true, false) => later::page(later::load_nobody_yet, later::nobody_yet),
        (false, _) => view! { <List/> }.into_any(),
    }
}

/// There is no customer: says how to come by some.
#[component]
pub fn NobodyYet() -> impl IntoView {
    let i18n = use_i18n();
    view! {
        <EmptyState
            is_page=true
            icon=Icon::People
            title=Signal::derive(move || t_string!(i18n, welcome.nobody_title).to_string())
            text=Signal::derive(move || t_string!(i18n, welcome.nobody_text).to_string())
        >
            <LinkButton
                href=Route::NewCustomer.to_string()
                kind=ButtonKind::Primary
                icon=Icon::Add
                label=Signal::derive(move || t_string!(i18n, customers.new).to_string())
            />
            <LinkButton
                href="#/data/import"
                icon=Icon::Import
                label=Signal::derive(move || t_string!(i18n, customers.import).to_string())
            />
            <DemoButton/>
        </EmptyState>
    }
}

#[component]
fn List() -> impl IntoView {
    let i18n = use_i18n();
    let (workspace, listing, router) = (Workspace::expect(), Listing::expect(), Router::expect());
    let (rows, place) = (listing.rows(), listing.place());
    let changing = Changing::of::<PartyField>();
    let href = move |slot: u32| {
        let id: Option<Id<Party>> = workspace.peek(|book| book.parties.at(slot).map(|row| row.id));
        id.map_or_else(String::new, |id| Route::Customer(id, Tab::Overview).to_string())
    };
    let (wide, watching) = wide_enough();
    on_cleanup(move || watching.dispose());
    let beside = router.beside();
    let peeked =
        Memo::new(move |_| beside.get().and_then(|id| workspace.read(&[Kind::Party], |book| book.parties.slot(id))));
    let show = Callback::new(move |slot: u32| {
        router.show_beside(workspace.peek(|book| book.parties.at(slot).map(|row| row.id)));
    });
    let on_peek = Signal::derive(move || wide.get().then_some(show));
    let step = move |id: Option<Id<Party>>| {
        let slot = id.and_then(|id| workspace.peek(|book| book.parties.slot(id)));
        let at = slot.and_then(|slot| rows.with_untracked(|rows| rows.iter().position(|row| *row == slot)));
        router.show_beside(id);
        match at {
            Some(at) => place.scroll_to(at),
            None => place.take_focus(),
        }
    };
    view! {
        <ListPage
            listing
            title=Signal::derive(move || t_string!(i18n, common.customers).to_string())
            search=Signal::derive(move || t_string!(i18n, customers.search).to_string())
            actions=move || {
                view! {
                    <LinkButton
                        href="#/data/import"
                        icon=Icon::Import
                        label=Signal::derive(move || t_string!(i18n, customers.import).to_string())
                    />
                    <LinkButton
                        href=Route::NewCustomer.to_string()
                        kind=ButtonKind::Primary
                        icon=Icon::Add
                        label=Signal::derive(move || t_string!(i18n, customers.new).to_string())
                    />
                }
            }
            columns=Signal::derive(move || {
                with_editable::<PartyField>(workspace, columns(listing, i18n, |field| columns::special(i18n, field)))
            })
            href=Callback::new(href)
            selection=changing.selection
            editing=changing.editing
            beside=Beside {
                open: Signal::derive(move || beside.with(Option::is_some)),
                on_peek,
                peeked: peeked.into(),
                detail: ViewFn::from(move || {
                    let wanted = Signal::derive(move || beside.with(Option::is_some));
                    let preview = move || later::preview(beside, Callback::new(step));
                    later::when_wanted(wanted, later::load_preview, preview)
                }),
            }
            below=move || changing.below(listing)
        />
    }
}

/// Room for the list and for one of its customers beside it.
const WIDE: &str = "(min-width: 100rem)";

/// Whether there is room for both; it is followed as long as the guard is kept.
fn wide_enough() -> (RwSignal<bool>, StoredValue<Guard, LocalStorage>) {
    let wide = RwSignal::new(media::matches(WIDE));
    (
        wide,
        StoredValue::new_local(media::on_change(WIDE, move |now| {
            wide.try_set(now);
        })),
    )
}
