//! The shell: navigation, undo and redo, the state of the store, and the page of the address.

mod body;
mod demo_here;
mod notices;
mod sheet;
mod undo;

use leptos::prelude::*;

use crate::{
    i18n::{t_string, use_i18n},
    platform::{leaving, media},
    state::{Saving, Workspace},
};

use super::{
    commands::{Command, Commands, Place, ShownKeys},
    components::{File, Frame, Glyph, Icon, Menu, NavLink, PageDrop, ToastRegion, Toasts},
    dropped_file::DroppedFile,
    later,
    listing::Listing,
    pages::work::WorkDesk,
    recents::Recents,
    route::{DataTab, Route},
    router::Router,
};
use body::Body;
use notices::Notices;
use undo::{CommandItem, Tools};

pub use demo_here::DemoHere;
pub use sheet::{PlainKeysSwitch, Sheet};

/// Everything that is seen.
#[component]
pub fn Shell() -> impl IntoView {
    let i18n = use_i18n();
    Toasts::provide();
    let router = Router::start();
    Listing::start();
    Recents::start();
    let work = WorkDesk::start();
    let commands = Commands::start();
    let palette = Signal::derive(move || commands.palette.with(Option::is_some));
    let workspace = Workspace::expect();
    // Nothing waits for the page to close: a change is on the disk when it is shown as saved.
    leaving::guard_unload(move || untrack(|| workspace.saving()) == Saving::Busy).forget();
    let dropped = DroppedFile::provide();
    Effect::new(move |_| media::set_title(t_string!(i18n, common.app_name)));
    let link = move |place: Place, secondary: bool| {
        view! {
            <NavLink
                href=place.route().to_string()
                label=Signal::derive(move || place.label(i18n.get_locale()).to_owned())
                icon=place.icon()
                current=Signal::derive(move || Place::of(&router.route()).map(Place::in_navigation) == Some(place))
                secondary
            />
        }
    };
    view! {
        <Frame
            nav_label=Signal::derive(move || t_string!(i18n, common.navigation).to_string())
            skip_label=Signal::derive(move || t_string!(i18n, common.skip_to_content).to_string())
            brand=move || view! { <a class="brand" href="#/customers">{move || t_string!(i18n, common.app_name)}</a> }
            find=move || view! { <FindButton/> }
            links=move || {
                view! {
                    {link(Place::Today, false)}
                    {link(Place::Customers, false)}
                    {link(Place::Tasks, true)}
                    {link(Place::Orders, false)}
                    {link(Place::Products, true)}
                    {link(Place::Deals, true)}
                    {link(Place::Insights, false)}
                    {link(Place::Data, true)}
                    {link(Place::History, true)}
                    {link(Place::Preferences, true)}
                }
            }
            more=move || {
                view! {
                    <Menu
                        label=Signal::derive(move || t_string!(i18n, common.more).to_string())
                        in_navigation=true
                    >
                        <CommandItem command=Command::Go(Place::Tasks)/>
                        <CommandItem command=Command::Go(Place::Products)/>
                        <CommandItem command=Command::Go(Place::Deals)/>
                        <CommandItem command=Command::Go(Place::Data)/>
                        <CommandItem command=Command::Go(Place::History)/>
                        <CommandItem command=Command::Go(Place::Preferences)/>
                        <CommandItem command=Command::Undo/>
                        <CommandItem command=Command::Redo/>
                    </Menu>
                }
            }
            tools=move || view! { <Tools/> }
        >
            <Notices/>
            <Body/>
        </Frame>
        {later::when_wanted(palette, later::load_palette, later::palette)}
        {later::when_wanted(work.is_wanted(), later::load_work_forms, later::work_forms)}
        {later::when_wanted(commands.sheet.into(), later::load_sheet, later::sheet)}
        <PageDrop
            label=Signal::derive(move || t_string!(i18n, common.drop_to_import).to_string())
            on_files=Callback::new(move |files: Vec<File>| {
                dropped.hand_over(files);
                router.go(&Route::Data(DataTab::Import));
            })
        />
        <ToastRegion
            label=Signal::derive(move || t_string!(i18n, common.app_name).to_string())
            dismiss_label=Signal::derive(move || t_string!(i18n, common.dismiss).to_string())
        />
    }
}

/// What opens the palette, for mouse and finger.
#[component]
fn FindButton() -> impl IntoView {
    let i18n = use_i18n();
    let commands = Commands::expect();
    view! {
        <button
            type="button"
            class="nav-link find-button"
            aria-haspopup="dialog"
            aria-keyshortcuts=commands.aria_keys(Command::Palette)
            on:click=move |_| commands.run(Command::Palette)
        >
            <Glyph icon=Icon::Search/>
            <span class="nav-text">{move || t_string!(i18n, commands.palette)}</span>
            <ShownKeys keys=commands.keys(Command::Palette)/>
        </button>
    }
}
