//! What the user decides beyond the columns.

use leptos::prelude::*;

use crate::{
    domain::{money::Currency, party::Role},
    i18n::{Locale, t_string, use_i18n},
    interchange::{
        csv::FileKind,
        import::{Key, Kinds, Mode, Options},
    },
    state::Workspace,
    ui::{
        components::{Checkbox, Columns},
        words,
    },
};

use super::{desk::Desk, names, pick::Pick, recognised::of};

/// Currency, what may happen to records, by what customers are found again, what new ones are.
#[component]
pub fn Decisions() -> impl IntoView {
    let i18n = use_i18n();
    let (desk, workspace) = (Desk::expect(), Workspace::expect());
    let base = workspace.peek(|book| book.settings().currency);
    let orders = Memo::new(move |_| of(desk, |session| session.plan.kind) == Some(FileKind::Orders));
    let keys = Signal::derive(move || {
        let keys: Vec<Key> = of(desk, |session| Key::ALL.into_iter().filter(|key| key.is_in(&session.plan)).collect())
            .unwrap_or_default();
        if keys.is_empty() { vec![Key::Name] } else { keys }
    });
    view! {
        <Columns narrow=true>
            <Pick
                label=Signal::derive(move || t_string!(i18n, import.mode).to_string())
                all=Mode::ALL.to_vec()
                name=names::mode
                value=chosen(desk, Mode::Both, |options| options.mode)
                on_pick=Callback::new(move |mode| desk.decide(|options| options.mode = mode))
            />
            <Pick
                label=Signal::derive(move || t_string!(i18n, import.key).to_string())
                all=keys
                name=names::key
                value=chosen(desk, Key::Name, |options| options.key)
                on_pick=Callback::new(move |key| desk.decide(|options| options.key = key))
            />
            <Pick
                label=Signal::derive(move || t_string!(i18n, import.kinds).to_string())
                all=Kinds::ALL.to_vec()
                name=names::kinds
                value=chosen(desk, Kinds::Guess, |options| options.kinds)
                on_pick=Callback::new(move |kinds| desk.decide(|options| options.kinds = kinds))
            />
            {move || orders.get().then(|| view! {
                <Pick
                    label=Signal::derive(move || t_string!(i18n, import.currency).to_string())
                    all=currencies()
                    name=code
                    value=chosen(desk, base, |options| options.currency)
                    on_pick=Callback::new(move |currency| desk.decide(|options| options.currency = currency))
                />
                <Pick
                    label=Signal::derive(move || t_string!(i18n, import.cancelled).to_string())
                    all=vec![true, false]
                    name=names::cancelled
                    value=chosen(desk, true, |options| options.leave_out_cancelled)
                    on_pick=Callback::new(move |out| desk.decide(|options| options.leave_out_cancelled = out))
                />
            })}
        </Columns>
        <Roles/>
    }
}

/// What new customers are to us: several at once, or nothing of it.
#[component]
fn Roles() -> impl IntoView {
    let i18n = use_i18n();
    let desk = Desk::expect();
    let role = move |role: Role| {
        let holds = Signal::derive(move || {
            desk.options.with(|options| options.as_ref().is_some_and(|options| options.roles.contains(&role)))
        });
        let set = move |on: bool| {
            desk.decide(|options| {
                options.roles.retain(|other| *other != role);
                if on {
                    options.roles.push(role);
                }
            });
        };
        view! {
            <Checkbox
                label=Signal::derive(move || words::role(i18n.get_locale(), role).to_owned())
                checked=holds
                on_change=Callback::new(set)
                disabled=desk.running
            />
        }
    };
    view! {
        <fieldset class="import-roles">
            <legend class="field-label">{move || t_string!(i18n, import.roles)}</legend>
            {Role::ALL.map(role).collect_view()}
        </fieldset>
    }
}

fn currencies() -> Vec<Currency> {
    Currency::all().collect()
}

/// The code of a currency is the same in every language.
fn code(_: Locale, currency: Currency) -> String {
    currency.code().to_owned()
}

fn chosen<T: Copy + Send + Sync + 'static>(desk: Desk, none: T, ask: fn(&Options) -> T) -> Signal<T> {
    Signal::derive(move || desk.options.with(|options| options.as_ref().map_or(none, ask)))
}
