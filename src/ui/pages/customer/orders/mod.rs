//! All orders of a customer: totals for each currency, and the table.

mod lines;
mod table;
mod totals;

use leptos::prelude::*;

use crate::{
    domain::{id::Id, party::Party},
    ui::components::Stack,
};

pub use lines::summary;
use table::OrderTable;
use totals::TotalsView;

/// The tab.
#[component]
pub fn OrdersTab(
    /// Whose.
    id: Id<Party>,
) -> impl IntoView {
    view! {
        <Stack>
            <TotalsView id/>
            <OrderTable id/>
        </Stack>
    }
}
