//! The banner while a demo is there, with the way to take it out.

use leptos::{prelude::*, task::spawn_local};

use crate::{
    demo::{self, Own},
    domain::record::Kind,
    i18n::{t_string, td_string, use_i18n},
    state::Workspace,
    ui::{
        components::{Banner, Button, ButtonKind, Dialog, DialogSize, Tone},
        notify::Notify,
    },
};

/// Says that what is seen is made up. One click takes it out; where the user added to it, a question comes first.
#[component]
pub fn DemoHere() -> impl IntoView {
    let i18n = use_i18n();
    let (workspace, notify) = (Workspace::expect(), Notify::here());
    let own = RwSignal::new(Own::default());
    let asking = RwSignal::new(false);
    let here = Memo::new(move |_| workspace.read(&demo::KINDS, demo::is_here));
    let remove = move |keep: bool| {
        asking.set(false);
        spawn_local(async move {
            let name = td_string!(notify.locale(), demo.name);
            notify.done(Kind::Party, &workspace.remove_demo(keep, name).await);
        });
    };
    let press = move |()| {
        own.set(workspace.own_on_demo());
        if own.get_untracked().is_empty() { remove(true) } else { asking.set(true) }
    };
    let question = move || {
        let Own { orders, notes, surveys, interactions, tasks, promises, deals, links } = own.get();
        t_string!(
            i18n,
            demo.question_text,
            orders = orders,
            notes = notes,
            answers = surveys,
            talks = interactions,
            tasks = tasks,
            promises = promises,
            deals = deals,
            links = links
        )
    };
    view! {
        <Show when=move || here.get()>
            <Banner
                tone=Tone::Accent
                title=Signal::derive(move || t_string!(i18n, demo.here).to_string())
            >
                <Button
                    small=true
                    label=Signal::derive(move || t_string!(i18n, demo.remove).to_string())
                    on_press=Callback::new(press)
                />
            </Banner>
        </Show>
        <Dialog
            open=asking
            on_close=Callback::new(move |()| asking.set(false))
            title=Signal::derive(move || t_string!(i18n, demo.question).to_string())
            close_label=Signal::derive(move || t_string!(i18n, common.cancel).to_string())
            size=DialogSize::Small
            on_submit=Callback::new(move |()| remove(true))
            footer=move || view! {
                <Button
                    kind=ButtonKind::Danger
                    label=Signal::derive(move || t_string!(i18n, demo.all).to_string())
                    on_press=Callback::new(move |()| remove(false))
                />
                <Button
                    kind=ButtonKind::Primary
                    submit=true
                    label=Signal::derive(move || t_string!(i18n, demo.keep).to_string())
                />
            }
        >
            <p>{question}</p>
        </Dialog>
    }
}
