//! Choosing a profile, using what is tried out, keeping it.

use leptos::{prelude::*, task::spawn_local};

use crate::{
    domain::{profile::Method, record::Kind},
    i18n::{Locale, t_string, td_string, use_i18n},
    platform::format,
    state::Workspace,
    ui::{
        components::{Button, ButtonKind, Choice, Cluster, Icon, Menu, MenuItem, MenuLine, Select},
        notify::Notify,
        words,
    },
};

use super::{
    WhatIf,
    name::{NameDialog, Naming},
};

/// A method in words.
fn described(locale: Locale, method: Method) -> String {
    let percent = |share: u32| {
        let digits = if share.is_multiple_of(100) { 0 } else { 2 };
        format::percent(words::tag(locale), f64::from(share) / 10_000.0, digits)
    };
    let [recency, frequency, money] = method.scoring.weights();
    td_string!(
        locale,
        profiles.described,
        measure = words::measure_within(locale, method.measure),
        a = percent(method.cut_a),
        b = percent(method.cut_b),
        r = recency,
        f = frequency,
        m = money,
        k = method.scoring.scores
    )
}

/// The bar.
#[component]
pub fn ProfileBar(
    /// What is tried out.
    what_if: WhatIf,
) -> impl IntoView {
    let i18n = use_i18n();
    let (workspace, notify) = (Workspace::expect(), Notify::here());
    let naming = RwSignal::new(None::<Naming>);
    let options = Signal::derive(move || {
        let in_use = what_if.in_use.get();
        let none = Choice::new("", t_string!(i18n, profiles.none).to_owned());
        let used = in_use.clone();
        let choice = move |name: String| {
            let label = if used.as_ref() == Some(&name) {
                t_string!(i18n, profiles.in_use, name = name.clone())
            } else {
                name.clone()
            };
            Choice::new(name, label)
        };
        let names = what_if.profiles.get().into_iter().map(|profile| choice(profile.name));
        // Where one is in use, there is none that could be left.
        Some(none).filter(|_| in_use.is_none()).into_iter().chain(names).collect::<Vec<_>>()
    });
    let named = Memo::new(move |_| what_if.named());
    let shown = Signal::derive(move || named.get().map(|profile| profile.name).unwrap_or_default());
    let choose = move |name: String| match untrack(|| what_if.profile(&name)) {
        Some(profile) => {
            what_if.try_out(|method| *method = profile.method);
            what_if.chosen.set(Some(profile.name));
        }
        None => what_if.reset(),
    };
    let has_profiles = Memo::new(move |_| what_if.profiles.with(|profiles| !profiles.is_empty()));
    let is_in_use = Memo::new(move |_| what_if.in_use.get() == what_if.fitting());
    let idle = Signal::derive(move || !what_if.changed.get() && is_in_use.get());
    let use_it = move |()| {
        let (method, profile) = untrack(|| (what_if.now.get(), what_if.fitting()));
        spawn_local(async move {
            if notify.done(Kind::Settings, &workspace.classify_by(method, profile).await) {
                what_if.reset();
            }
        });
    };
    let update = move |()| {
        let Some(profile) = named.get_untracked() else { return };
        let method = what_if.now.get_untracked();
        spawn_local(async move {
            notify.done(Kind::Settings, &workspace.save_profile(profile.name, method).await);
        });
    };
    let delete = move |()| {
        let Some(profile) = named.get_untracked() else { return };
        spawn_local(async move {
            if notify.done(Kind::Settings, &workspace.delete_profile(profile.name).await) {
                what_if.chosen.try_set(None);
            }
        });
    };
    let differs = Memo::new(move |_| named.get().is_some_and(|profile| profile.method != what_if.now.get()));
    view! {
        <div class="stack stack-tight">
            <Cluster>
                <Show when=move || has_profiles.get()>
                    <Select
                        label=Signal::derive(move || t_string!(i18n, profiles.profile).to_owned())
                        options
                        value=shown
                        on_change=Callback::new(choose)
                    />
                </Show>
                <Button
                    kind=ButtonKind::Primary
                    disabled=idle
                    label=Signal::derive(move || t_string!(i18n, profiles.use_it).to_owned())
                    on_press=Callback::new(use_it)
                />
                <Button
                    icon=Icon::Star
                    label=Signal::derive(move || t_string!(i18n, profiles.save_as).to_owned())
                    on_press=Callback::new(move |()| naming.set(Some(Naming::New)))
                />
                <Button
                    disabled=Signal::derive(move || !what_if.changed.get())
                    label=Signal::derive(move || t_string!(i18n, common.reset).to_owned())
                    on_press=Callback::new(move |()| what_if.reset())
                />
                <Show when=move || named.with(Option::is_some)>
                    <Menu label=Signal::derive(move || t_string!(i18n, profiles.menu).to_owned())>
                        <MenuItem
                            label=Signal::derive(move || t_string!(i18n, profiles.update).to_owned())
                            icon=Icon::Star
                            disabled=Signal::derive(move || !differs.get())
                            on_press=Callback::new(update)
                        />
                        <MenuItem
                            label=Signal::derive(move || t_string!(i18n, profiles.rename).to_owned())
                            icon=Icon::Edit
                            on_press=Callback::new(move |()| {
                                naming.set(named.get_untracked().map(|profile| Naming::Known(profile.name)));
                            })
                        />
                        <MenuLine/>
                        <MenuItem
                            label=Signal::derive(move || t_string!(i18n, profiles.delete).to_owned())
                            icon=Icon::Delete
                            danger=true
                            on_press=Callback::new(delete)
                        />
                    </Menu>
                </Show>
            </Cluster>
            <p class="insights-soft">{move || described(i18n.get_locale(), what_if.now.get())}</p>
        </div>
        <NameDialog what_if naming/>
    }
}
