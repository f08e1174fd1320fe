//! The page of one customer, seen from all sides: every process starts and ends here.
//!
//! `head` says who it is and what can be done; `overview`, `orders` and `history` are the tabs, `form` the fourth, which is the
//! page of a new customer as well. What is typed becomes records in the `draft` files, which know no browser.

pub(in crate::ui) mod amounts;
mod deals;
mod delete;
mod desk;
pub(super) mod form;
mod head;
mod heard;
mod history;
pub(in crate::ui) mod labels;
mod merge;
mod missing;
mod order_form;
mod order_over;
mod orders;
pub(in crate::ui::pages) mod overview;
pub(in crate::ui) mod pad;
mod preview;
pub(in crate::ui::pages) mod reach;
pub(in crate::ui) mod rows;
mod standing;
pub(in crate::ui) mod wrong;

use leptos::prelude::*;

use crate::{
    domain::{id::Id, order::Order, party::Party, record::Kind},
    i18n::{t_string, use_i18n},
    platform::focus,
    state::Workspace,
    ui::{
        commands::{Command, Commands},
        components::{Banner, Breadcrumb, Button, Crumb, Page, Tab as TabLink, Tabs, Tone},
        route::{Route, Tab},
        router::Router,
        words,
    },
};

use deals::DealForm;
pub use deals::{DealMenu, DealOver, EndDialog, Ending};
use delete::DeleteDialog;
use desk::Desk;
use form::PartyForm;
use head::Head;
use history::HistoryTab;
use missing::Missing;
use order_form::OrderDialog;
pub use order_over::OrderOver;
use orders::OrdersTab;
use overview::{AnswerForm, Overview, TalkForm};

pub use preview::CustomerPreview;

/// The page of the customer of the address.
#[component]
pub fn CustomerPage() -> impl IntoView {
    let router = Router::expect();
    let workspace = Workspace::expect();
    let place = Memo::new(move |_| match router.route() {
        Route::Customer(id, tab) => Some((id, tab)),
        _ => None,
    });
    let id = Memo::new(move |_| place.get().map(|(id, _)| id));
    let tab = Memo::new(move |_| place.get().map(|(_, tab)| tab).unwrap_or_default());
    // A form stays when its customer goes (an import undone, another tab): what was typed is not lost for it.
    let is_there = Memo::new(move |before: Option<&(Option<Id<Party>>, bool)>| {
        let id = id.get();
        let is_there = id.is_some_and(|id| workspace.read(&[Kind::Party], |book| book.get(id).is_some()));
        let is_kept = before == Some(&(id, true)) && tab.get() == Tab::Edit;
        (id, is_there || is_kept)
    });
    move || {
        // Between leaving the page and its going there is no customer.
        let id = id.get()?;
        Some(if is_there.get().1 { view! { <Present id tab/> }.into_any() } else { view! { <Missing id/> }.into_any() })
    }
}

/// A customer who is there.
#[component]
fn Present(id: Id<Party>, tab: Memo<Tab>) -> impl IntoView {
    let workspace = Workspace::expect();
    let router = Router::expect();
    let desk = Desk::open(id);
    // The last state stays while the page goes, so that nothing below has to know of a customer who is not there.
    let party = Memo::new(move |old: Option<&Party>| {
        let now = workspace.read(&[Kind::Party], |book| book.get(id).map(|row| row.data.clone()));
        now.or_else(|| old.cloned()).unwrap_or_default()
    });
    view! {
        <Page>
            <WayBack/>
            <Gone id/>
            <Head id party tab/>
            <TabLine id tab/>
            {move || match tab.get() {
                Tab::Overview => view! { <Overview id party/> }.into_any(),
                Tab::Orders => view! { <OrdersTab id/> }.into_any(),
                Tab::History => view! { <HistoryTab id/> }.into_any(),
                Tab::Edit => {
                    let leave = move |()| {
                        router.go(&Route::Customer(id, Tab::Overview));
                        // What had the focus goes with the form.
                        request_animation_frame(focus::focus_main);
                    };
                    let saved = move |stay: bool| if !stay { leave(()) };
                    view! { <PartyForm id party=party.get_untracked() on_saved=saved on_cancel=leave/> }.into_any()
                }
            }}
        </Page>
        <OrderDialog desk/>
        <AnswerForm desk/>
        <TalkForm desk/>
        <DealForm desk/>
        <EndDialog ending=desk.ending/>
        <DeleteDialog desk/>
    }
}

/// The customer went while the form is open.
#[component]
fn Gone(id: Id<Party>) -> impl IntoView {
    let i18n = use_i18n();
    let workspace = Workspace::expect();
    let commands = Commands::expect();
    let is_gone = Memo::new(move |_| workspace.read(&[Kind::Party], |book| book.get(id).is_none()));
    move || {
        let locale = i18n.get_locale();
        let latest = is_gone.get().then(|| workspace.latest())??;
        let text = t_string!(i18n, customer.gone_text, what = words::deed(locale, &latest));
        let redo = commands.is_available(Command::Redo).then(|| {
            view! {
                <Button
                    small=true
                    icon=Command::Redo.icon()
                    label=commands.title(Command::Redo)
                    on_press=move |()| commands.run(Command::Redo)
                />
            }
        });
        Some(view! {
            <Banner tone=Tone::Warning title=t_string!(i18n, customer.gone_title).to_owned() text>
                {redo}
            </Banner>
        })
    }
}

/// The way back to the list, with the filters that it had.
#[component]
pub(super) fn WayBack() -> impl IntoView {
    let i18n = use_i18n();
    let router = Router::expect();
    view! {
        <Breadcrumb
            label=move || t_string!(i18n, common.way_back).to_owned()
            crumbs=Signal::derive(move || vec![Crumb {
                href: Route::Customers(router.list().get()).to_string(),
                label: t_string!(i18n, common.customers).to_owned(),
            }])
        />
    }
}

/// The tabs, each with its address.
#[component]
fn TabLine(id: Id<Party>, tab: Memo<Tab>) -> impl IntoView {
    let i18n = use_i18n();
    let workspace = Workspace::expect();
    let orders =
        Signal::derive(move || workspace.read(&[Kind::Order], |book| book.slots_of::<Order>(id).len()).to_string());
    let href = move |tab| Route::Customer(id, tab).to_string();
    let is = move |other| Signal::derive(move || tab.get() == other);
    view! {
        <Tabs label=move || t_string!(i18n, customer.tabs).to_owned()>
            <TabLink
                href=href(Tab::Overview)
                label=move || t_string!(i18n, customer.tab_overview).to_owned()
                current=is(Tab::Overview)
            />
            <TabLink
                href=href(Tab::Orders)
                label=move || t_string!(i18n, customer.tab_orders).to_owned()
                current=is(Tab::Orders)
                count=orders
            />
            <TabLink
                href=href(Tab::History)
                label=move || t_string!(i18n, customer.tab_history).to_owned()
                current=is(Tab::History)
            />
            <TabLink href=href(Tab::Edit) label=move || t_string!(i18n, common.edit).to_owned() current=is(Tab::Edit)/>
        </Tabs>
    }
}
