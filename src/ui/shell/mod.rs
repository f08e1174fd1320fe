//! The shell: navigation, undo and redo, the state of the store, and the page of the address.

mod body;
mod notices;
mod place;
mod undo;

use leptos::prelude::*;

use crate::{
    i18n::{t_string, use_i18n},
    platform::{leaving, media},
    state::{Saving, Workspace},
};

use super::{
    components::{Frame, Icon, Menu, MenuItem, NavLink, ToastRegion, Toasts},
    listing::Listing,
    notify::Notify,
    router::Router,
};
use body::Body;
use notices::Notices;
use place::Place;
use undo::Tools;

/// Everything that is seen.
#[component]
pub fn Shell() -> impl IntoView {
    let i18n = use_i18n();
    Toasts::provide();
    let router = Router::start();
    Listing::start();
    let workspace = Workspace::expect();
    let notify = Notify::here();
    undo::listen_to_keys(notify);
    // Nothing waits for the page to close: a change is on the disk when it is shown as saved.
    leaving::guard_unload(move || untrack(|| workspace.saving()) == Saving::Busy).forget();
    leaving::guard_drops().forget();
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
                            label=undo::undo_label(workspace)
                            icon=Icon::Undo
                            on_press=Callback::new(move |()| notify.undo())
                        />
                        <MenuItem
                            label=undo::redo_label(workspace)
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
