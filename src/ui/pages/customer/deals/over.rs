//! The form of one deal over a page that is not its customer's.

use leptos::prelude::*;

use crate::{
    domain::{deal::Deal, id::Id, party::Party},
    ui::pages::customer::{desk::Desk, pad::Job},
};

use super::form::DealForm;

/// The form, open at once.
#[component]
pub fn DealOver(
    /// The deal.
    id: Id<Deal>,
    /// Whose it is.
    party: Id<Party>,
    /// Told when it is saved or closed.
    #[prop(into)]
    on_close: Callback<()>,
) -> impl IntoView {
    let desk = Desk::open(party);
    desk.deal.set(Some(Job::Edit(id)));
    Effect::new(move |was_open: Option<bool>| {
        let is_open = desk.deal.with(Option::is_some);
        if was_open == Some(true) && !is_open {
            on_close.run(());
        }
        is_open
    });
    view! { <DealForm desk/> }
}
