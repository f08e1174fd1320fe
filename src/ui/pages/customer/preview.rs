//! A customer beside the list: everything at a glance, and the next one without leaving.

use leptos::prelude::*;

use crate::{
    domain::{id::Id, party::Party, record::Kind},
    i18n::{t_string, use_i18n},
    state::Workspace,
    ui::{
        components::{ButtonKind, Cluster, Icon, IconButton, LinkButton},
        listing::Listing,
        route::{Route, Tab},
    },
};

use super::{desk::Desk, order_form::OrderDialog, overview::Overview, standing::Marks};

/// Who stands before and after in the list.
type Neighbours = (Option<Id<Party>>, Option<Id<Party>>);

/// The pane. It shows whoever `id` names, and nothing while nobody is there.
#[component]
pub fn CustomerPreview(
    /// Who is shown.
    #[prop(into)]
    id: Signal<Option<Id<Party>>>,
    /// Told who is wanted next; `None` closes the pane.
    #[prop(into)]
    on_step: Callback<Option<Id<Party>>>,
) -> impl IntoView {
    let i18n = use_i18n();
    let workspace = Workspace::expect();
    let listing = Listing::expect();
    let there = Memo::new(move |_| {
        let id = id.get()?;
        workspace.read(&[Kind::Party], |book| book.get(id).map(|_| id))
    });
    let beside = Memo::new(move |_| {
        let slot = there.get().and_then(|id| workspace.read(&[Kind::Party], |book| book.parties.slot(id)));
        let (previous, next) = slot.map_or((None, None), |slot| listing.neighbours(slot));
        let id_of = |slot: u32| workspace.peek(|book| book.parties.at(slot).map(|row| row.id));
        (previous.and_then(id_of), next.and_then(id_of))
    });
    let name = Signal::derive(move || {
        let name = there
            .get()
            .and_then(|id| workspace.read(&[Kind::Party], |book| book.get(id).map(|row| row.data.name.clone())));
        name.unwrap_or_default()
    });
    let step = move |to: fn(Neighbours) -> Option<Id<Party>>| {
        Callback::new(move |()| {
            if let Some(id) = to(beside.get_untracked()) {
                on_step.run(Some(id));
            }
        })
    };
    view! {
        <section class="preview" aria-label=move || t_string!(i18n, bulk.preview_pane).to_string()>
            <header class="preview-head">
                <h2 class="preview-name">{name}</h2>
                <IconButton
                    icon=Icon::Up
                    label=move || t_string!(i18n, customer.previous).to_string()
                    disabled=Signal::derive(move || beside.get().0.is_none())
                    on_press=step(|found| found.0)
                />
                <IconButton
                    icon=Icon::Down
                    label=move || t_string!(i18n, customer.next).to_string()
                    disabled=Signal::derive(move || beside.get().1.is_none())
                    on_press=step(|found| found.1)
                />
                {move || there.get().map(|id| view! {
                    <LinkButton
                        kind=ButtonKind::Primary
                        label=Signal::derive(move || t_string!(i18n, bulk.open_customer).to_string())
                        href=Route::Customer(id, Tab::Overview).to_string()
                    />
                })}
                <IconButton
                    icon=Icon::Close
                    label=move || t_string!(i18n, common.close).to_string()
                    on_press=Callback::new(move |()| on_step.run(None))
                />
            </header>
            {move || there.get().map(|id| view! { <Glance id/> })}
        </section>
    }
}

#[component]
fn Glance(id: Id<Party>) -> impl IntoView {
    let workspace = Workspace::expect();
    let desk = Desk::open(id);
    let party = Memo::new(move |old: Option<&Party>| {
        let now = workspace.read(&[Kind::Party], |book| book.get(id).map(|row| row.data.clone()));
        now.or_else(|| old.cloned()).unwrap_or_default()
    });
    view! {
        <Cluster>
            <Marks id party/>
        </Cluster>
        <Overview id party/>
        <OrderDialog desk/>
    }
}
