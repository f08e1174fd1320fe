//! The connections of a customer with others, in both directions.

use leptos::{prelude::*, task::spawn_local};

use crate::{
    domain::{id::Id, link::Link, party::Party, record::Kind},
    i18n::{t_string, use_i18n},
    state::Workspace,
    ui::{
        components::{Badge, Button, ButtonKind, Card, Icon, Menu, MenuItem},
        notify::Notify,
        pages::customer::pad::{Job, OpenJob},
        route::{Route, Tab},
        words,
    },
};

use super::{
    connection_draft::{Stand, other_end},
    connection_form::ConnectionForm,
};

/// The connections, those that hold first.
#[component]
pub fn Connections(
    /// Whose.
    id: Id<Party>,
) -> impl IntoView {
    let i18n = use_i18n();
    let workspace = Workspace::expect();
    let job = OpenJob::<Link>::new(None);
    let links = Memo::new(move |_| {
        workspace.read(&[Kind::Link], |book| {
            let rows = book.of::<Link>(id);
            let mut links: Vec<(bool, Id<Link>)> = rows.map(|row| (!row.data.active, row.id)).collect();
            links.sort_by_key(|(ended, _)| *ended);
            links.into_iter().map(|(_, link)| link).collect::<Vec<_>>()
        })
    });
    view! {
        <Card
            title=move || t_string!(i18n, customer.connections).to_owned()
            actions=move || view! {
                <Button
                    small=true
                    kind=ButtonKind::Quiet
                    icon=Icon::Add
                    label=move || t_string!(i18n, common.add).to_owned()
                    on_press=move |()| job.set(Some(Job::New))
                />
            }
        >
            <Show when=move || links.with(Vec::is_empty)>
                <p class="field-hint">{move || t_string!(i18n, customer.no_connections)}</p>
            </Show>
            <ul class="customer-links">
                <For each=move || links.get() key=|link| *link let:link>
                    <Connection id link job/>
                </For>
            </ul>
        </Card>
        <ConnectionForm id job/>
    }
}

/// One connection: "works at Byte Ltd as head of purchasing".
#[component]
fn Connection(id: Id<Party>, link: Id<Link>, job: OpenJob<Link>) -> impl IntoView {
    let i18n = use_i18n();
    let workspace = Workspace::expect();
    let notify = Notify::here();
    let data = Memo::new(move |_| workspace.read(&[Kind::Link], |book| book.get(link).map(|row| row.data.clone())));
    let active = Signal::derive(move || data.with(|data| data.as_ref().is_some_and(|data| data.active)));
    let end = move |()| {
        let Some(data) = data.get_untracked() else { return };
        let turned = Link { active: !data.active, ..data };
        spawn_local(async move {
            notify.done(Kind::Link, &workspace.save_link(link, turned).await);
        });
    };
    let remove = move |()| {
        spawn_local(async move {
            notify.done(Kind::Link, &workspace.delete_link(link).await);
        });
    };
    let sentence = move || {
        let data = data.get()?;
        let (locale, other) = (i18n.get_locale(), other_end(&data, id));
        let stand = Stand::of(&data, id);
        let verb = if stand.back { words::tie_back(locale, stand.tie) } else { words::tie(locale, stand.tie) };
        let name = workspace.read(&[Kind::Party], |book| book.get(other).map(|row| row.data.name.clone()));
        let role = (!data.role.is_empty()).then(|| t_string!(i18n, customer.in_role, role = data.role));
        Some(view! {
            <span class="customer-link-text">
                {verb} " "
                <a href=Route::Customer(other, Tab::Overview).to_string()>
                    {name.unwrap_or_else(|| t_string!(i18n, common.unknown).to_owned())}
                </a>
                {role.map(|role| view! { " " <span class="customer-use">{role}</span> })}
                {(!data.active).then(|| view! { " " <Badge label=t_string!(i18n, customer.ended)/> })}
            </span>
        })
    };
    let end_label = Signal::derive(move || {
        let word = if active.get() { t_string!(i18n, customer.end) } else { t_string!(i18n, customer.resume) };
        word.to_owned()
    });
    view! {
        <li class="customer-link">
            {sentence}
            <Menu icon_only=true label=move || t_string!(i18n, common.more).to_owned()>
                <MenuItem
                    icon=Icon::Edit
                    label=move || t_string!(i18n, common.edit).to_owned()
                    on_press=move |()| job.set(Some(Job::Edit(link)))
                />
                <MenuItem icon=Icon::Clock label=end_label on_press=end/>
                <MenuItem
                    danger=true
                    icon=Icon::Delete
                    label=move || t_string!(i18n, common.remove).to_owned()
                    on_press=remove
                />
            </Menu>
        </li>
    }
}
