//! The shell: navigation, undo and redo, the state of the store, and the page of the address.

use leptos::prelude::*;

use crate::{
    i18n::{t_string, use_i18n},
    platform::{address, keys, leaving, media},
    state::{Phase, Saving, Workspace},
};

use super::{
    components::{
        Banner, Button, ButtonKind, EmptyState, Frame, Icon, IconButton, LinkButton, Menu, MenuItem, NavLink, Progress,
        ToastRegion, Toasts, Tone,
    },
    listing::Listing,
    notify::Notify,
    pages::{
        abc::AbcPage, customer::CustomerPage, customers::CustomersPage, data::DataPage, import::ImportPage,
        new_customer::NewCustomerPage, preferences::PreferencesPage, rfm::RfmPage,
    },
    route::{DataTab, ListQuery, Route},
    router::Router,
    words,
};

/// The places of the navigation.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Place {
    Customers,
    Abc,
    Rfm,
    Data,
    Preferences,
}

impl Place {
    fn of(route: &Route) -> Option<Self> {
        Some(match route {
            Route::Customers(_) | Route::NewCustomer | Route::Customer(..) => Self::Customers,
            Route::Abc => Self::Abc,
            Route::Rfm => Self::Rfm,
            Route::Data(_) => Self::Data,
            Route::Preferences => Self::Preferences,
            Route::NotFound => return None,
        })
    }

    fn route(self) -> Route {
        match self {
            Self::Customers => Route::Customers(ListQuery::default()),
            Self::Abc => Route::Abc,
            Self::Rfm => Route::Rfm,
            Self::Data => Route::Data(DataTab::Overview),
            Self::Preferences => Route::Preferences,
        }
    }
}

/// Everything that is seen.
#[component]
pub fn Shell() -> impl IntoView {
    let i18n = use_i18n();
    Toasts::provide();
    let router = Router::start();
    Listing::start();
    let workspace = Workspace::expect();
    let notify = Notify::here();
    listen_to_keys(notify);
    // Nothing waits for the page to close: a change is on the disk when it is shown as saved.
    leaving::guard_unload(move || untrack(|| workspace.saving()) == Saving::Busy).forget();
    Effect::new(move |_| media::set_title(t_string!(i18n, common.app_name)));
    let link = move |place: Place, icon: Icon, label: Signal<String>, secondary: bool| {
        view! {
            <NavLink
                href=place.route().to_string()
                label
                icon
                current=Signal::derive(move || Place::of(&router.route()) == Some(place))
                secondary
            />
        }
    };
    let customers = Signal::derive(move || t_string!(i18n, common.customers).to_string());
    let abc = Signal::derive(move || t_string!(i18n, common.abc).to_string());
    let rfm = Signal::derive(move || t_string!(i18n, common.rfm).to_string());
    let data = Signal::derive(move || t_string!(i18n, common.data).to_string());
    let preferences = Signal::derive(move || t_string!(i18n, common.preferences).to_string());
    view! {
        <Frame
            nav_label=Signal::derive(move || t_string!(i18n, common.navigation).to_string())
            skip_label=Signal::derive(move || t_string!(i18n, common.skip_to_content).to_string())
            brand=move || view! { <a class="brand" href="#/customers">{move || t_string!(i18n, common.app_name)}</a> }
            links=move || {
                view! {
                    {link(Place::Customers, Icon::People, customers, false)}
                    {link(Place::Abc, Icon::Pareto, abc, false)}
                    {link(Place::Rfm, Icon::Grid, rfm, false)}
                    {link(Place::Data, Icon::Data, data, false)}
                    {link(Place::Preferences, Icon::Settings, preferences, true)}
                }
            }
            more=move || {
                view! {
                    <Menu
                        label=Signal::derive(move || t_string!(i18n, common.more).to_string())
                        in_navigation=true
                    >
                        <MenuItem label=preferences icon=Icon::Settings href=Place::Preferences.route().to_string()/>
                        <MenuItem
                            label=undo_label(workspace)
                            icon=Icon::Undo
                            on_press=Callback::new(move |()| notify.undo())
                        />
                        <MenuItem
                            label=redo_label(workspace)
                            icon=Icon::Redo
                            on_press=Callback::new(move |()| notify.redo())
                        />
                    </Menu>
                }
            }
            tools=move || view! { <Tools/> }
        >
            <Notices/>
            <Body/>
        </Frame>
        <ToastRegion
            label=Signal::derive(move || t_string!(i18n, common.app_name).to_string())
            dismiss_label=Signal::derive(move || t_string!(i18n, common.dismiss).to_string())
        />
    }
}

/// Ctrl+Z and Ctrl+Shift+Z or Ctrl+Y, unless one is typing: then they belong to the text.
fn listen_to_keys(notify: Notify) {
    keys::on_key(move |event| {
        if !keys::has_command(event) || keys::is_typing(event) {
            return;
        }
        match event.key().to_lowercase().as_str() {
            "z" if event.shift_key() => notify.redo(),
            "z" => notify.undo(),
            "y" => notify.redo(),
            _ => return,
        }
        event.prevent_default();
    })
    .forget();
}

fn undo_label(workspace: Workspace) -> Signal<String> {
    let i18n = use_i18n();
    Signal::derive(move || match workspace.undoable() {
        Some(head) => t_string!(i18n, common.undo_of, what = words::what_of(i18n.get_locale(), &head)),
        None => t_string!(i18n, common.nothing_to_undo).to_string(),
    })
}

fn redo_label(workspace: Workspace) -> Signal<String> {
    let i18n = use_i18n();
    Signal::derive(move || match workspace.redoable() {
        Some(head) => t_string!(i18n, common.redo_of, what = words::what_of(i18n.get_locale(), &head)),
        None => t_string!(i18n, common.redo).to_string(),
    })
}

/// Undo, redo, and whether everything is saved.
#[component]
fn Tools() -> impl IntoView {
    let i18n = use_i18n();
    let workspace = Workspace::expect();
    let notify = Notify::here();
    let saving = move || match workspace.saving() {
        Saving::Saved => t_string!(i18n, common.saved),
        Saving::Busy => t_string!(i18n, common.saving),
        Saving::Failed(_) => t_string!(i18n, common.not_saved),
    };
    view! {
        <IconButton
            icon=Icon::Undo
            label=undo_label(workspace)
            disabled=Signal::derive(move || workspace.undoable().is_none())
            on_press=Callback::new(move |()| notify.undo())
        />
        <IconButton
            icon=Icon::Redo
            label=redo_label(workspace)
            disabled=Signal::derive(move || workspace.redoable().is_none())
            on_press=Callback::new(move |()| notify.redo())
        />
        <span class="saving" role="status">{saving}</span>
    }
}

/// What stands in the way of writing, above every page.
#[component]
fn Notices() -> impl IntoView {
    let i18n = use_i18n();
    let workspace = Workspace::expect();
    let reload = Callback::new(|()| address::reload());
    move || {
        let Phase::Stopped(stop) = workspace.phase() else { return None };
        Some(view! {
            <Banner
                tone=Tone::Danger
                title=t_string!(i18n, common.stopped_title).to_string()
                text=words::stop(i18n.get_locale(), &stop)
            >
                <Button label=t_string!(i18n, common.reload).to_string() on_press=reload/>
            </Banner>
        })
    }
}

/// What the body shows; filters and tabs do not change it, so that a page stays while they do.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Shown {
    Opening,
    Failed,
    Customers,
    NewCustomer,
    Customer,
    Abc,
    Rfm,
    Data,
    Import,
    Preferences,
    NotFound,
}

#[component]
fn Body() -> impl IntoView {
    let router = Router::expect();
    let workspace = Workspace::expect();
    let shown = Memo::new(move |_| match workspace.phase() {
        Phase::Opening { .. } => Shown::Opening,
        Phase::Failed(_) => Shown::Failed,
        Phase::Ready | Phase::Stopped(_) => match router.route() {
            Route::Customers(_) => Shown::Customers,
            Route::NewCustomer => Shown::NewCustomer,
            Route::Customer(..) => Shown::Customer,
            Route::Abc => Shown::Abc,
            Route::Rfm => Shown::Rfm,
            Route::Data(DataTab::Overview) => Shown::Data,
            Route::Data(DataTab::Import) => Shown::Import,
            Route::Preferences => Shown::Preferences,
            Route::NotFound => Shown::NotFound,
        },
    });
    move || match shown.get() {
        Shown::Opening => view! { <Opening/> }.into_any(),
        Shown::Failed => view! { <Failed/> }.into_any(),
        Shown::Customers => view! { <CustomersPage/> }.into_any(),
        Shown::NewCustomer => view! { <NewCustomerPage/> }.into_any(),
        Shown::Customer => view! { <CustomerPage/> }.into_any(),
        Shown::Abc => view! { <AbcPage/> }.into_any(),
        Shown::Rfm => view! { <RfmPage/> }.into_any(),
        Shown::Data => view! { <DataPage/> }.into_any(),
        Shown::Import => view! { <ImportPage/> }.into_any(),
        Shown::Preferences => view! { <PreferencesPage/> }.into_any(),
        Shown::NotFound => view! { <NotFound/> }.into_any(),
    }
}

#[component]
fn Opening() -> impl IntoView {
    let i18n = use_i18n();
    let workspace = Workspace::expect();
    let counts = Signal::derive(move || match workspace.phase() {
        Phase::Opening { done, total } => (done, total),
        _ => (0, 0),
    });
    view! {
        <Progress
            label=Signal::derive(move || t_string!(i18n, common.loading).to_string())
            value=Signal::derive(move || {
                let (done, total) = counts.get();
                (total > 0).then(|| f64::from(done) / f64::from(total))
            })
            detail=Signal::derive(move || {
                let (done, total) = counts.get();
                if total == 0 { String::new() } else { t_string!(i18n, common.loading_pages, done = done, total = total) }
            })
        />
    }
}

#[component]
fn Failed() -> impl IntoView {
    let i18n = use_i18n();
    let workspace = Workspace::expect();
    let reload = Callback::new(|()| address::reload());
    let text = Signal::derive(move || match workspace.phase() {
        Phase::Failed(error) => words::open_error(i18n.get_locale(), &error),
        _ => String::new(),
    });
    view! {
        <EmptyState
            icon=Icon::Error
            title=Signal::derive(move || t_string!(i18n, common.storage_failed_title).to_string())
            text
        >
            <Button
                kind=ButtonKind::Primary
                label=Signal::derive(move || t_string!(i18n, common.reload).to_string())
                on_press=reload
            />
        </EmptyState>
    }
}

#[component]
fn NotFound() -> impl IntoView {
    let i18n = use_i18n();
    view! {
        <EmptyState icon=Icon::Search title=Signal::derive(move || t_string!(i18n, common.not_found).to_string())>
            <LinkButton
                href=Place::Customers.route().to_string()
                label=Signal::derive(move || t_string!(i18n, common.to_customers).to_string())
            />
        </EmptyState>
    }
}
