//! A customer who is not there: the way back, and how to bring a deleted one back.

use leptos::prelude::*;

use crate::{
    domain::{change::What, id::Id, party::Party},
    i18n::{t_string, use_i18n},
    state::{Drafts, Workspace},
    ui::{
        components::{Banner, Button, ButtonKind, EmptyState, Icon, LinkButton, Page, PageHeader, Tone},
        notify::Notify,
        route::{Route, Tab},
        router::Router,
        words,
    },
};

use super::{
    WayBack,
    form::{PartyForm, topic},
};

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
    let drafts = Drafts::expect();
    let draft = Memo::new(move |_| drafts.latest(&topic(id), None).map(|(name, _)| name));
    let resuming = RwSignal::new(false);
    let forget = move |()| {
        if let Some(name) = draft.get_untracked() {
            drafts.forget(&name);
        }
    };
    let form = move || {
        let leave = move |()| resuming.set(false);
        view! {
            <PageHeader title=move || t_string!(i18n, customer.new_title).to_owned()/>
            <PartyForm id party=Party::customer("") resume=true on_saved=move |_: bool| router.go(&Route::Customer(id, Tab::Overview)) on_cancel=leave/>
        }
    };
    view! {
        <Page>
            <WayBack/>
            <Show when=move || resuming.get()>{form()}</Show>
            <Show when=move || !resuming.get() && draft.with(Option::is_some)>
                <Banner
                    tone=Tone::Accent
                    title=move || t_string!(i18n, customer.draft_of_missing).to_owned()
                    text=Signal::derive(move || t_string!(i18n, customer.draft_gone).to_owned())
                >
                    <Button
                        small=true
                        kind=ButtonKind::Primary
                        label=move || t_string!(i18n, common.draft_continue).to_owned()
                        on_press=move |()| resuming.set(true)
                    />
                    <Button
                        small=true
                        label=move || t_string!(i18n, common.discard).to_owned()
                        on_press=forget
                    />
                </Banner>
            </Show>
            <Show when=move || !resuming.get()>
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
            </Show>
        </Page>
    }
}
