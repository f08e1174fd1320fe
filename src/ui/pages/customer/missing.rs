//! A customer who is not there: the way back, and how to bring a deleted one back.

use leptos::prelude::*;

use crate::{
    domain::{change::What, id::Id, party::Party},
    i18n::{t_string, use_i18n},
    state::Workspace,
    ui::{
        components::{Button, ButtonKind, EmptyState, Icon, LinkButton, Page},
        notify::Notify,
        route::Route,
        router::Router,
        words,
    },
};

use super::WayBack;

/// Says so.
#[component]
pub fn Missing(
    /// Who is asked for.
    id: Id<Party>,
) -> impl IntoView {
    let i18n = use_i18n();
    let workspace = Workspace::expect();
    let router = Router::expect();
    let notify = Notify::here();
    let deletion = Memo::new(move |_| {
        let latest = workspace.undoable().filter(|head| head.what == What::Delete && head.record == Some(id.uuid()))?;
        Some(t_string!(i18n, common.undo_of, what = words::what_of(i18n.get_locale(), &latest)))
    });
    view! {
        <Page>
            <WayBack/>
            <EmptyState
                is_page=true
                icon=Icon::Person
                title=move || t_string!(i18n, customer.missing_title).to_owned()
                text=Signal::derive(move || t_string!(i18n, customer.missing_text).to_owned())
            >
                {move || deletion.get().map(|label| view! {
                    <Button kind=ButtonKind::Primary icon=Icon::Undo label on_press=move |()| notify.undo()/>
                })}
                <LinkButton
                    href=move || Route::Customers(router.list().get()).to_string()
                    label=move || t_string!(i18n, common.to_customers).to_owned()
                />
            </EmptyState>
        </Page>
    }
}
