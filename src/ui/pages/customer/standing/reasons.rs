//! The reasons behind one customer's classes, worked out after the page is painted: they go through everybody.

use std::sync::Arc;

use leptos::{prelude::*, task::spawn_local};

use crate::{
    analysis::{
        explain::{AbcReason, RfmReason},
        rhythm::Usual,
    },
    domain::{id::Id, party::Party, record::Kind},
    platform::pause::yield_now,
    state::{Answer, Scores, Workspace},
};

/// Why one customer stands where it stands.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Reasons {
    /// Class by value; none without a value.
    pub abc: Option<AbcReason>,
    /// Recency, frequency, money; none without a paid order.
    pub rfm: Option<RfmReason>,
    /// The own rhythm; none while there are too few gaps.
    pub usual: Option<Usual>,
    /// Days with an order; with [`crate::analysis::rhythm::GAPS_NEEDED`] more than one there is a rhythm.
    pub days_with_order: u32,
}

/// The reasons with the answer that they explain; none while they are being worked out.
pub type Explained = RwSignal<Option<(Arc<Answer>, Reasons)>>;

/// The reasons of one customer, anew with every answer.
pub fn explain(id: Id<Party>) -> Explained {
    let workspace = Workspace::expect();
    let scores = Scores::expect();
    let explained: Explained = RwSignal::new(None);
    Effect::new(move |_| {
        let answer = scores.answer();
        let slot = workspace.read(&[Kind::Party], |book| book.parties.slot(id));
        let Some(customer) = slot.map(|slot| slot as usize) else { return };
        // An answer from before the customer was made says nothing of it; the next one is on its way.
        if customer >= answer.classification.values.len() {
            return;
        }
        spawn_local(async move {
            yield_now().await;
            let abc = by_value(&answer, customer);
            yield_now().await;
            let found = &answer.classification;
            let silent = found.rhythm.silent.get(customer).copied().unwrap_or(-1);
            let gaps = found.rhythm.gaps.get(customer).copied().unwrap_or_default();
            let reasons = Reasons {
                abc,
                rfm: RfmReason::new(&found.rfm, &found.summary, customer),
                usual: found.rhythm.usual(customer),
                days_with_order: if silent < 0 { 0 } else { gaps + 1 },
            };
            // The page may be gone by then.
            explained.try_set(Some((answer, reasons)));
        });
    });
    explained
}

fn by_value(answer: &Answer, customer: usize) -> Option<AbcReason> {
    let found = &answer.classification;
    AbcReason::new(&found.abc, &found.values, answer.cuts, customer)
}
