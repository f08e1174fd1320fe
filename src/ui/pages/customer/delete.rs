//! Deleting a customer: asked for once, with what goes with it; undo is offered afterwards.

use leptos::{prelude::*, task::spawn_local};

use crate::{
    domain::record::Kind,
    i18n::{t_string, use_i18n},
    state::Workspace,
    ui::{components::ConfirmDialog, notify::Notify, route::Route, router::Router},
};

use super::desk::Desk;

/// The question.
#[component]
pub fn DeleteDialog(
    /// Whose page it is.
    desk: Desk,
) -> impl IntoView {
    let i18n = use_i18n();
    let workspace = Workspace::expect();
    let router = Router::expect();
    let notify = Notify::here();
    let id = desk.id;
    let name = move || {
        workspace.read(&[Kind::Party], |book| book.get(id).map(|row| row.data.name.clone())).unwrap_or_default()
    };
    let text = Signal::derive(move || {
        let [orders, notes, answers, talks, tasks, promises, deals, links] = workspace.read(&Kind::OF_PARTY, |book| {
            let mut counts = Kind::OF_PARTY.map(|_| 0);
            for (kind, _) in book.belongings(id) {
                counts[Kind::OF_PARTY.iter().position(|one| *one == kind).unwrap_or_default()] += 1;
            }
            counts
        });
        t_string!(
            i18n,
            customer.delete_text,
            orders = orders,
            notes = notes,
            answers = answers,
            talks = talks,
            tasks = tasks,
            promises = promises,
            deals = deals,
            links = links
        )
    });
    let delete = move |()| {
        desk.deletes.set(false);
        spawn_local(async move {
            if notify.done(Kind::Party, &workspace.delete_party(id).await) {
                router.go(&Route::Customers(router.list().get_untracked()));
            }
        });
    };
    view! {
        <ConfirmDialog
            open=desk.deletes
            title=Signal::derive(move || t_string!(i18n, customer.delete_title, name = name()))
            text
            confirm_label=Signal::derive(move || t_string!(i18n, common.delete).to_owned())
            cancel_label=Signal::derive(move || t_string!(i18n, common.cancel).to_owned())
            danger=true
            on_confirm=delete
            on_cancel=move |()| desk.deletes.set(false)
        />
    }
}
