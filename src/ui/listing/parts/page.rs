//! The page of a list.

use leptos::prelude::*;

use super::{
    chips::Chips, layout::Layout, rail::Rail, search_line::SearchLine, searching::Searching, totals, views::Views,
};
use crate::{
    analysis::listing::query::Sort,
    i18n::{t_string, use_i18n},
    platform::{format, media, prefs},
    state::Workspace,
    ui::{
        components::{
            Button, ButtonKind, Column, ColumnChooser, Editing, EmptyState, Fill, Icon, Page, PageHeader, PageKind,
            Selection, Sort as TableSort, Split, VirtualTable,
        },
        later,
        listing::Listing,
        words,
    },
};

/// Where it is remembered whether the rail is open.
const RAIL: &str = "kith.rail";
/// Where there is room for it beside the list.
const WIDE: &str = "(min-width: 60rem)";

/// What a list shows of one of its records beside itself.
pub struct Beside {
    /// Whether something is shown.
    pub open: Signal<bool>,
    /// Told which record to show; `None` while there is no room for it.
    pub on_peek: Signal<Option<Callback<u32>>>,
    /// The record that is shown.
    pub peeked: Signal<Option<u32>>,
    /// What is shown of it.
    pub detail: ViewFn,
}

/// A list with everything around it.
#[component]
pub fn ListPage(
    /// What is listed.
    listing: Listing,
    /// Its name.
    #[prop(into)]
    title: Signal<String>,
    /// What the search box says.
    #[prop(into)]
    search: Signal<String>,
    /// What can be done beside looking: buttons and links of the head.
    #[prop(into)]
    actions: ViewFn,
    /// All columns that there are.
    #[prop(into)]
    columns: Signal<Vec<Column<u32>>>,
    /// The address of a row.
    #[prop(into)]
    href: Callback<u32, String>,
    /// What is ticked; with it there is a column of boxes.
    #[prop(optional, into)]
    selection: Option<RwSignal<Selection<u32>>>,
    /// How cells are changed where they stand.
    #[prop(optional, into)]
    editing: Option<Editing<u32>>,
    /// What is shown of one record beside the list.
    #[prop(optional)]
    beside: Option<Beside>,
    /// What stands below the list, and what opens over it.
    #[prop(optional, into)]
    below: Option<ViewFn>,
) -> impl IntoView {
    let i18n = use_i18n();
    let workspace = Workspace::expect();
    let kind = listing.kind();
    let layout = Layout::follow(listing);
    let rows = listing.rows();
    let total = Memo::new(move |_| workspace.read(&[kind], |book| book.count(kind)));
    let count = Signal::derive(move || {
        let tag = words::tag(i18n.get_locale());
        let (shown, all) = (rows.with(|rows| rows.len()), total.get());
        let number = |count: usize| format::integer(tag, i64::try_from(count).unwrap_or(i64::MAX));
        if shown == all || !listing.is_ready() {
            number(all)
        } else {
            t_string!(i18n, listing.count_of, shown = number(shown), all = number(all))
        }
    });
    let sort = Signal::derive(move || {
        let sorts = listing.query().with(|query| query.asked.sorts_of(kind));
        sorts.into_iter().map(|sort| TableSort { key: sort.key, descending: sort.descending }).collect::<Vec<_>>()
    });
    let on_sort = move |sorts: Vec<TableSort>| {
        listing.change(|query| {
            query.sorts = sorts.into_iter().map(|sort| Sort { key: sort.key, descending: sort.descending }).collect();
        });
    };
    let on_group = move |place: usize| {
        if let Some(head) = listing.heads().with_untracked(|heads| heads.get(place).copied()) {
            listing.fold(head.value);
        }
    };
    // On a wide screen the rail is there until it is closed; on a phone it opens over the list.
    let rail = RwSignal::new(media::matches(WIDE) && prefs::get::<bool>(RAIL).unwrap_or(true));
    Effect::new(move |_| listing.want_counts(rail.get()));
    on_cleanup(move || listing.want_counts(false));
    let turn_rail = move |()| {
        rail.update(|rail| *rail = !*rail);
        if media::matches(WIDE) {
            prefs::set(RAIL, &rail.get_untracked());
        }
    };
    // Totals of what is shown, and of the usual ones where nothing was chosen.
    Effect::new(move |_| {
        let chosen = layout.state().with(|state| state.keys.clone());
        let shown: Vec<String> = if chosen.is_empty() {
            super::columns::usual(kind).iter().map(|key| (*key).to_owned()).collect()
        } else {
            chosen
        };
        listing.want_totals(shown);
    });
    let arranging = RwSignal::new(false);
    let totals = totals::lines(listing);
    let note = totals::note(listing);
    let groups = totals::groups(listing);
    let nobody = || (Signal::stored(None), Signal::stored(None));
    let (on_peek, peeked) = beside.as_ref().map_or_else(nobody, |beside| (beside.on_peek, beside.peeked));
    let table = move || {
        view! {
            <VirtualTable
                label=title
                rows
                columns
                layout=layout.state()
                on_layout=Callback::new(move |state| layout.set(state))
                place=listing.place()
                sort
                on_sort=Callback::new(on_sort)
                groups
                on_group=Callback::new(on_group)
                totals
                href
                on_peek
                peeked
                nostrip:selection=selection
                nostrip:editing=editing
                tick_label=Signal::derive(move || t_string!(i18n, bulk.tick).to_owned())
                tick_all_label=Signal::derive(move || t_string!(i18n, bulk.tick_all).to_owned())
                empty=move || listing.is_ready().then(|| view! { <NothingFound listing/> })
            />
        }
        .into_any()
    };
    let main = match beside {
        Some(Beside { open, detail, .. }) => view! { <Split open list=table>{detail.run()}</Split> }.into_any(),
        None => table(),
    };
    view! {
        <Page kind=PageKind::Filling>
            <PageHeader title count>{actions.run()}</PageHeader>
            <Views listing layout/>
            <div class="list-bar">
                <SearchLine listing label=search/>
                <Button
                    small=true
                    kind=ButtonKind::Quiet
                    icon=Icon::Filter
                    label=Signal::derive(move || {
                        if rail.get() { t_string!(i18n, listing.hide_rail).to_owned() } else { t_string!(i18n, listing.show_rail).to_owned() }
                    })
                    expanded=rail
                    on_press=Callback::new(turn_rail)
                />
                <Button
                    small=true
                    kind=ButtonKind::Quiet
                    icon=Icon::Sortable
                    label=Signal::derive(move || t_string!(i18n, listing.arrange).to_owned())
                    on_press=Callback::new(move |()| arranging.set(true))
                />
                <ColumnChooser
                    columns
                    state=layout.state()
                    on_change=Callback::new(move |state| layout.set(state))
                    label=Signal::derive(move || t_string!(i18n, bulk.columns).to_owned())
                    up_label=move |column: String| t_string!(i18n, bulk.column_up, column = column)
                    down_label=move |column: String| t_string!(i18n, bulk.column_down, column = column)
                    reset_label=Signal::derive(move || t_string!(i18n, bulk.columns_reset).to_owned())
                />
            </div>
            <Chips listing/>
            <Searching listing/>
            <Fill>
                <div class="list-body">
                    <Show when=move || rail.get()>
                        <div class="list-side">
                            <div class="list-side-close">
                                <Button
                                    small=true
                                    icon=Icon::Close
                                    label=Signal::derive(move || t_string!(i18n, listing.close).to_owned())
                                    on_press=Callback::new(turn_rail)
                                />
                            </div>
                            <Rail listing/>
                        </div>
                    </Show>
                    <div class="list-main">{main}</div>
                </div>
            </Fill>
            {move || note.get().map(|note| view! { <p class="list-note">{note}</p> })}
            {below.map(|below| below.run())}
            {later::when_wanted(arranging.into(), later::load_arrange, move || later::arrange(listing, arranging))}
        </Page>
    }
}

/// The filters let nothing through: says so, with the way out.
#[component]
fn NothingFound(listing: Listing) -> impl IntoView {
    let i18n = use_i18n();
    let clear = move |()| {
        listing.change(|query| {
            query.words.clear();
            query.filters.clear();
        });
    };
    view! {
        <EmptyState
            icon=Icon::Search
            title=Signal::derive(move || t_string!(i18n, listing.nothing_found).to_string())
            text=Signal::derive(move || t_string!(i18n, listing.nothing_found_text).to_string())
        >
            <Button
                label=Signal::derive(move || t_string!(i18n, listing.clear_filters).to_string())
                on_press=Callback::new(clear)
            />
        </EmptyState>
    }
}
