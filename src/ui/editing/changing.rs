//! All that a list needs for its records to be changed in it.

use leptos::prelude::*;

use crate::{
    domain::record::{Kind, Record},
    ui::{
        components::{Editing, Pasted, Selection},
        later,
        listing::Listing,
    },
};

use super::{
    cell::{draft, editing},
    field::{RecordField, RecordOf},
    selected::Selected,
};

/// The ticks of a list, how its cells are changed, and what was pasted into them.
#[derive(Clone, Copy)]
pub struct Changing {
    kind: Kind,
    /// What is ticked.
    pub selection: RwSignal<Selection<u32>>,
    /// How cells are changed.
    pub editing: Editing<u32>,
    pasted: RwSignal<Option<Pasted<u32>>>,
}

impl Changing {
    /// For a list of the records that have these fields.
    pub fn of<F: RecordField>() -> Self {
        let kind = RecordOf::<F>::KIND;
        let pasted = RwSignal::new(None);
        let selection = RwSignal::new(Selection::default());
        Self { kind, selection, editing: editing(kind, draft::<F>, pasted), pasted }
    }

    /// The bar below the list, and the dialogs over it.
    pub fn below(self, listing: Listing) -> AnyView {
        let Self { kind, selection, pasted, .. } = self;
        let place = listing.place();
        view! {
            <Selected kind selection rows=listing.rows() place/>
            {later::when_wanted(
                Signal::derive(move || pasted.with(Option::is_some)),
                later::load_paste,
                move || later::paste(kind, pasted, Callback::new(move |()| place.take_focus())),
            )}
        }
        .into_any()
    }
}
