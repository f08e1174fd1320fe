//! Which columns a list shows: the view's, or what was chosen on this device since.

use leptos::prelude::*;

use crate::{
    domain::{
        id::Id,
        record::Kind,
        view::{View, ViewColumn},
    },
    platform::prefs,
    state::Workspace,
    ui::{
        components::ColumnsState,
        listing::Listing,
        route::{ListQuery, Opened},
    },
};

/// Columns as they are kept on the device: keys, and widths by key.
type Kept = (Vec<String>, Vec<(String, u16)>);

/// Where the columns of a list are kept that were not saved with a view.
fn place(kind: Kind, view: Option<Id<View>>) -> String {
    match view {
        Some(id) => format!("kith.columns.{id}"),
        None => format!("kith.columns.{}", kind.number()),
    }
}

/// The columns of a list as a signal, and how they are changed.
#[derive(Clone, Copy)]
pub struct Layout {
    listing: Listing,
    state: RwSignal<ColumnsState>,
}

fn opened(query: &ListQuery) -> (Option<Id<View>>, bool) {
    match query.view {
        Some(Opened::AsSaved(id)) => (Some(id), true),
        Some(Opened::Changed(id)) => (Some(id), false),
        Some(Opened::None) | None => (None, false),
    }
}

impl Layout {
    /// Follows the list.
    pub fn follow(listing: Listing) -> Self {
        let workspace = Workspace::expect();
        let opened = Memo::new(move |_| listing.query().with(opened));
        let state = RwSignal::new(ColumnsState::default());
        let layout = Self { listing, state };
        Effect::new(move |_| {
            let (view, as_saved) = opened.get();
            if as_saved {
                // What was chosen since and never saved is given up.
                prefs::remove(&place(listing.kind(), view));
            }
            let saved =
                view.and_then(|id| workspace.read(&[Kind::View], |book| book.get(id).map(|row| of_view(&row.data))));
            let kept = prefs::get::<Kept>(&place(listing.kind(), view)).filter(|_| !as_saved);
            let kept = kept.map(|(keys, widths)| ColumnsState { keys, widths });
            state.set(kept.or(saved).unwrap_or_default());
        });
        layout
    }

    /// The columns as they are now.
    pub fn state(self) -> Signal<ColumnsState> {
        self.state.into()
    }

    /// Chooses others.
    pub fn set(self, state: ColumnsState) {
        let query = self.listing.query().get_untracked();
        let (view, as_saved) = opened(&query);
        prefs::set(&place(self.listing.kind(), view), &(&state.keys, &state.widths));
        self.state.set(state);
        if as_saved {
            // The view has other columns now: that can be kept, or taken back.
            self.listing.change(|_| ());
        }
    }

    /// Has a view keep the columns.
    pub fn put_into(self, view: &mut View) {
        let state = self.state.get_untracked();
        let usual = || super::columns::usual(view.of).iter().map(|key| (*key).to_owned()).collect();
        let keys: Vec<String> = match (state.keys.is_empty(), state.widths.is_empty()) {
            (true, true) => Vec::new(),
            (true, false) => usual(),
            (false, _) => state.keys.clone(),
        };
        view.columns =
            keys.into_iter().map(|key| ViewColumn { width: state.width(&key).map(u32::from), key }).collect();
    }
}

fn of_view(view: &View) -> ColumnsState {
    let widths =
        view.columns.iter().filter_map(|column| Some((column.key.clone(), u16::try_from(column.width?).ok()?)));
    ColumnsState { keys: view.columns.iter().map(|column| column.key.clone()).collect(), widths: widths.collect() }
}
