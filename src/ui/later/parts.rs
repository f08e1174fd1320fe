//! Views whose code is loaded when they are first shown, so that the list is there sooner. With the feature `split` each function
//! below is a part of its own: the build cuts it out of the module, together with all that nothing else needs.
//!
//! Nothing but these functions belongs here: the attribute that marks where to cut links two modules by hand, which no compiler can
//! check, and this is the only file where that is allowed.
#![cfg_attr(
    feature = "split",
    allow(unsafe_code, reason = "the marks where the build cuts are declared as foreign functions")
)]

use leptos::{prelude::*, wasm_split::SplitLoaderError};

use crate::{
    domain::{id::Id, party::Party, record::Kind},
    i18n::Locale,
    state::Workspace,
    ui::{
        components::{CellChange, Pasted, Saved},
        editing::{BulkDialog, BulkJob, PasteDialog, save_cell},
        listing::{Arrange, FilterDialog, FilterEditing, Listing, NameDialog, NamedView},
        pages::{
            abc::AbcPage, customer::CustomerPage, customer::CustomerPreview, customers::NobodyYet, data::DataPage,
            deals::DealsPage, history::HistoryPage, import::ImportPage, insights::InsightsPage,
            new_customer::NewCustomerPage, orders::OrdersPage, preferences::PreferencesPage, products::ProductsPage,
            rfm::RfmPage, start::FirstSteps, start::StartPage, work::PromisesPage, work::TasksPage, work::TodayPage,
            work::WorkForms,
        },
        palette::Palette,
        shell::{DemoHere, Sheet},
    },
};

/// What a part gives, or why it did not come.
pub(super) type Part<T> = Result<T, SplitLoaderError>;

macro_rules! later {
    ($($part:ident: $load:ident, $name:ident($($given:ident: $type:ty),*) -> $out:ty { $make:expr })*) => {$(
        #[cfg(feature = "split")]
        #[leptos::wasm_split::wasm_split($part, wasm_split_path = leptos::wasm_split, preload($load), fallible)]
        pub fn $name($($given: $type),*) -> Part<$out> {
            Ok($make)
        }

        #[cfg(not(feature = "split"))]
        #[allow(dead_code, reason = "some parts are called for as they are needed, never before")]
        pub async fn $load() -> Part<()> {
            Ok(())
        }

        #[cfg(not(feature = "split"))]
        pub async fn $name($($given: $type),*) -> Part<$out> {
            Ok($make)
        }
    )*};
}

// Few parts: what two of them share is a part of its own, so their number grows quickly.
later! {
    customer: load_customer, customer() -> AnyView { view! { <CustomerPage/> }.into_any() }
    customer: load_new_customer, new_customer() -> AnyView { view! { <NewCustomerPage/> }.into_any() }
    customer: load_preview, preview(id: Signal<Option<Id<Party>>>, on_step: Callback<Option<Id<Party>>>) -> AnyView {
        view! { <CustomerPreview id on_step/> }.into_any()
    }
    customer: load_orders, orders() -> AnyView { view! { <OrdersPage/> }.into_any() }
    customer: load_products, products() -> AnyView { view! { <ProductsPage/> }.into_any() }
    customer: load_deals, deals() -> AnyView { view! { <DealsPage/> }.into_any() }
    customer: load_today, today() -> AnyView { view! { <TodayPage/> }.into_any() }
    customer: load_tasks, tasks() -> AnyView { view! { <TasksPage/> }.into_any() }
    customer: load_promises, promises() -> AnyView { view! { <PromisesPage/> }.into_any() }
    customer: load_work_forms, work_forms() -> AnyView { view! { <WorkForms/> }.into_any() }
    customer: load_history, history() -> AnyView { view! { <HistoryPage/> }.into_any() }
    customer: load_preferences, preferences() -> AnyView { view! { <PreferencesPage/> }.into_any() }
    insights: load_insights, insights() -> AnyView { view! { <InsightsPage/> }.into_any() }
    insights: load_abc, abc() -> AnyView { view! { <AbcPage/> }.into_any() }
    insights: load_rfm, rfm() -> AnyView { view! { <RfmPage/> }.into_any() }
    files: load_data, data() -> AnyView { view! { <DataPage/> }.into_any() }
    files: load_import, import() -> AnyView { view! { <ImportPage/> }.into_any() }
    files: load_start, start() -> AnyView { view! { <StartPage/> }.into_any() }
    files: load_first_steps, first_steps() -> AnyView { view! { <FirstSteps/> }.into_any() }
    files: load_nobody_yet, nobody_yet() -> AnyView { view! { <NobodyYet/> }.into_any() }
    files: load_demo_here, demo_here() -> AnyView { view! { <DemoHere/> }.into_any() }
    commands: load_palette, palette() -> AnyView { view! { <Palette/> }.into_any() }
    commands: load_sheet, sheet() -> AnyView { view! { <Sheet/> }.into_any() }
    tools: load_filter, filter(listing: Listing, editing: RwSignal<Option<FilterEditing>>) -> AnyView {
        view! { <FilterDialog listing editing/> }.into_any()
    }
    tools: load_arrange, arrange(listing: Listing, open: RwSignal<bool>) -> AnyView {
        view! { <Arrange listing open/> }.into_any()
    }
    tools: load_name, name(naming: NamedView) -> AnyView { view! { <NameDialog naming/> }.into_any() }
    tools: load_bulk, bulk(kind: Kind, job: RwSignal<Option<BulkJob>>, slots: Signal<Vec<u32>>, on_done: Callback<BulkJob>) -> AnyView {
        view! { <BulkDialog kind job slots on_done/> }.into_any()
    }
    tools: load_paste, paste(kind: Kind, pasted: RwSignal<Option<Pasted<u32>>>, on_closed: Callback<()>) -> AnyView {
        view! { <PasteDialog kind pasted on_closed/> }.into_any()
    }
    tools: load_cell, cell(kind: Kind, workspace: Workspace, locale: Locale, change: CellChange<u32>) -> Saved {
        save_cell(kind, workspace, locale, change)
    }
}
