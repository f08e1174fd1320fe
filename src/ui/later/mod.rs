//! Views whose code comes later: how they are waited for, and what is shown when they do not come.

mod parts;

use futures_util::FutureExt;
use leptos::{prelude::*, task::spawn_local};

use crate::{
    i18n::{t_string, td_string, use_i18n},
    platform::address,
    ui::{
        components::{Button, ButtonKind, EmptyState, Icon, Progress},
        notify::Notify,
    },
};

use parts::Part;
pub use parts::*;

/// A page once its part is there; at once when it is, so that a page can set the focus as it appears.
pub fn page<L, P>(load: fn() -> L, page: impl Fn() -> P + Send + Sync + 'static) -> AnyView
where
    L: Future<Output = Part<()>> + 'static,
    P: Future<Output = Part<AnyView>> + 'static,
{
    // Of a part that is there, nothing waits.
    let built = move || match page().now_or_never() {
        Some(Ok(page)) => page,
        Some(Err(_)) | None => view! { <NotLoaded/> }.into_any(),
    };
    let mut loading = Box::pin(load());
    if loading.as_mut().now_or_never().is_some_and(|loaded| loaded.is_ok()) {
        return untrack(built);
    }
    let loaded = RwSignal::new(None);
    spawn_local(async move {
        let came = loading.await.is_ok();
        loaded.try_set(Some(came));
    });
    let shown = move || match loaded.get() {
        None => view! { <Loading/> }.into_any(),
        Some(true) => untrack(&built),
        Some(false) => view! { <NotLoaded/> }.into_any(),
    };
    shown.into_any()
}

/// How far the code of a view is that nobody needs at once.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Coming {
    NotAsked,
    Asked,
    There,
}

/// A view that nobody needs before `wanted` says so for the first time, such as a dialog; from then on it stays. If its part does not
/// come, that is told beside the page, and it is tried again when it is wanted again.
pub fn when_wanted<L, P>(wanted: Signal<bool>, load: fn() -> L, view: impl Fn() -> P + Send + Sync + 'static) -> AnyView
where
    L: Future<Output = Part<()>> + 'static,
    P: Future<Output = Part<AnyView>> + 'static,
{
    let notify = Notify::here();
    let coming = RwSignal::new(Coming::NotAsked);
    Effect::new(move |_| {
        if !wanted.get() || coming.get_untracked() != Coming::NotAsked {
            return;
        }
        coming.set(Coming::Asked);
        spawn_local(async move {
            let came = load().await.is_ok();
            coming.try_set(if came { Coming::There } else { Coming::NotAsked });
            if !came {
                notify.fail(td_string!(notify.locale(), common.part_missing_text));
            }
        });
    });
    let shown = move || match coming.get() {
        Coming::NotAsked => None,
        Coming::Asked => Some(view! { <Loading/> }.into_any()),
        // Of a part that is there, nothing waits.
        Coming::There => untrack(|| view().now_or_never()?.ok()),
    };
    shown.into_any()
}

#[component]
fn Loading() -> impl IntoView {
    let i18n = use_i18n();
    view! { <Progress label=Signal::derive(move || t_string!(i18n, common.loading).to_string()) value=Signal::stored(None)/> }
}

/// A part of the app did not come: the way to it is broken, or the host has only a newer version's parts.
#[component]
fn NotLoaded() -> impl IntoView {
    let i18n = use_i18n();
    view! {
        <EmptyState
            is_page=true
            icon=Icon::Error
            title=Signal::derive(move || t_string!(i18n, common.part_missing_title).to_string())
            text=Signal::derive(move || t_string!(i18n, common.part_missing_text).to_string())
        >
            <Button
                kind=ButtonKind::Primary
                label=Signal::derive(move || t_string!(i18n, common.reload).to_string())
                on_press=Callback::new(|()| address::reload())
            />
        </EmptyState>
    }
}
