//! The name of a profile, asked for.

use leptos::{prelude::*, task::spawn_local};

use crate::{
    domain::{flaw::Flaw, record::Kind},
    i18n::{t_string, use_i18n},
    state::Workspace,
    ui::{
        components::{Button, ButtonKind, Dialog, DialogSize, Field, TextInput},
        notify::Notify,
        words,
    },
};

use super::WhatIf;

/// What is being named.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Naming {
    /// What is tried out, as a new profile.
    New,
    /// The profile of that name.
    Known(String),
}

/// The dialog.
#[component]
pub(super) fn NameDialog(
    /// What is tried out.
    what_if: WhatIf,
    /// What is being named; nothing while the dialog is closed.
    naming: RwSignal<Option<Naming>>,
) -> impl IntoView {
    let i18n = use_i18n();
    let (workspace, notify) = (Workspace::expect(), Notify::here());
    let (name, tried) = (RwSignal::new(String::new()), RwSignal::new(false));
    Effect::new(move |_| {
        tried.set(false);
        name.set(match naming.get() {
            Some(Naming::Known(name)) => name,
            Some(Naming::New) | None => String::new(),
        });
    });
    let flaw = Memo::new(move |_| {
        let text = name.with(|name| name.trim().to_owned());
        let is_own = naming.with(|naming| *naming == Some(Naming::Known(text.clone())));
        if text.is_empty() {
            Some(Flaw::Missing)
        } else {
            what_if.profile(&text).filter(|_| !is_own).map(|_| Flaw::Double)
        }
    });
    let error = Signal::derive(move || {
        flaw.get().filter(|_| tried.get()).map(|flaw| words::flaw(i18n.get_locale(), flaw).to_string())
    });
    let submit = move |()| {
        tried.set(true);
        if flaw.get_untracked().is_some() {
            return;
        }
        let text = name.with_untracked(|name| name.trim().to_owned());
        let (what, method) = (naming.get_untracked(), what_if.now.get_untracked());
        naming.set(None);
        spawn_local(async move {
            let done = match what {
                Some(Naming::Known(before)) => workspace.rename_profile(before, text.clone()).await,
                Some(Naming::New) | None => workspace.save_profile(text.clone(), method).await,
            };
            if notify.done(Kind::Settings, &done) {
                what_if.chosen.try_set(Some(text));
            }
        });
    };
    view! {
        <Dialog
            open=Signal::derive(move || naming.with(Option::is_some))
            on_close=Callback::new(move |()| naming.set(None))
            title=Signal::derive(move || t_string!(i18n, profiles.name_title).to_owned())
            close_label=Signal::derive(move || t_string!(i18n, common.close).to_owned())
            size=DialogSize::Small
            on_submit=Callback::new(submit)
            footer=move || {
                view! {
                    <Button
                        submit=true
                        kind=ButtonKind::Primary
                        label=Signal::derive(move || t_string!(i18n, common.save).to_owned())
                    />
                }
            }
        >
            <Field
                label=Signal::derive(move || t_string!(i18n, profiles.name).to_owned())
                hint=Signal::derive(move || t_string!(i18n, profiles.name_hint).to_owned())
                error
                required=true
            >
                <TextInput value=name on_input=Callback::new(move |text: String| name.set(text)) max_length=1000/>
            </Field>
        </Dialog>
    }
}
