//! What lies open on the page of one customer: the order being written, the note being begun, the question before deleting.

use leptos::prelude::*;

use crate::domain::{deal::Deal, id::Id, interaction::Interaction, order::Order, party::Party, survey::Survey};

use super::{deals::Ending, pad::OpenJob};

/// An order to be written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum OrderJob {
    /// A new one.
    New,
    /// One that is there.
    Edit(Id<Order>),
    /// What takes one back.
    Refund(Id<Order>),
}

/// A handle on it, for every part of the page.
#[derive(Clone, Copy)]
pub struct Desk {
    /// Whose page it is.
    pub id: Id<Party>,
    /// The order whose form is open.
    pub order: RwSignal<Option<OrderJob>>,
    /// The answer whose form is open.
    pub answer: OpenJob<Survey>,
    /// The conversation whose form is open.
    pub talk: OpenJob<Interaction>,
    /// The deal whose form is open.
    pub deal: OpenJob<Deal>,
    /// The deal whose end is being told.
    pub ending: Ending,
    /// Whether somebody wants to write a note: the line for it takes the focus and puts this back.
    pub wants_note: RwSignal<bool>,
    /// Whether the question before deleting is open.
    pub deletes: RwSignal<bool>,
}

impl Desk {
    /// An empty desk for the views below.
    pub fn open(id: Id<Party>) -> Self {
        let desk = Self {
            id,
            order: RwSignal::new(None),
            answer: RwSignal::new(None),
            talk: RwSignal::new(None),
            deal: RwSignal::new(None),
            ending: Ending::new(None),
            wants_note: RwSignal::new(false),
            deletes: RwSignal::new(false),
        };
        provide_context(desk);
        desk
    }

    /// The desk of the views above.
    pub fn expect() -> Self {
        use_context().expect("the page opens a desk before it shows a part of itself")
    }
}
