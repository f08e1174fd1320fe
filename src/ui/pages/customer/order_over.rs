//! The form of one order over a page that is not its customer's.

use leptos::prelude::*;

use crate::domain::{id::Id, order::Order, party::Party};

use super::{
    desk::{Desk, OrderJob},
    order_form::OrderDialog,
};

/// The form, open at once.
#[component]
pub fn OrderOver(
    /// The order.
    id: Id<Order>,
    /// Whose it is.
    party: Id<Party>,
    /// Told when it is saved or closed.
    #[prop(into)]
    on_close: Callback<()>,
) -> impl IntoView {
    let desk = Desk::open(party);
    desk.order.set(Some(OrderJob::Edit(id)));
    Effect::new(move |was_open: Option<bool>| {
        let is_open = desk.order.with(Option::is_some);
        if was_open == Some(true) && !is_open {
            on_close.run(());
        }
        is_open
    });
    view! { <OrderDialog desk/> }
}
