//! Classes and scores with their reasons, and the next step that they suggest.

use std::sync::Arc;

use leptos::prelude::*;

use crate::{
    domain::{id::Id, order::Order, party::Party, record::Kind},
    i18n::{t_string, use_i18n},
    state::{Answer, Workspace},
    ui::components::{Banner, Card, Stack, Tone},
};

use super::{
    abc::AbcReasons,
    by_hand::{ClassByHand, SegmentByHand},
    next_step::NextStep,
    reasons::{Reasons, explain},
    rfm::RfmReasons,
    rhythm::RhythmReasons,
};

/// Where the customer stands, and why.
#[component]
pub fn StandingCard(
    /// Whose.
    id: Id<Party>,
    /// The party.
    party: Memo<Party>,
) -> impl IntoView {
    let i18n = use_i18n();
    let explained = explain(id);
    let part = move |show: fn(Arc<Answer>, Reasons) -> AnyView| {
        move || match explained.get() {
            Some((answer, reasons)) => show(answer, reasons),
            None => view! { <li>{t_string!(i18n, customer.working_out)}</li> }.into_any(),
        }
    };
    view! {
        <Card title=move || t_string!(i18n, customer.standing).to_owned()>
            <Stack>
                <NextStep id party/>
                <LeftOut id explained=Signal::derive(move || explained.get().map(|(answer, _)| answer))/>
                <section class="customer-standing">
                    <ClassByHand id party/>
                    <ul class="customer-reasons">
                        {part(|answer, reasons| view! { <AbcReasons answer reason=reasons.abc/> }.into_any())}
                    </ul>
                </section>
                <section class="customer-standing">
                    <SegmentByHand id party/>
                    <ul class="customer-reasons">
                        {part(|answer, reasons| view! { <RfmReasons answer reason=reasons.rfm/> }.into_any())}
                    </ul>
                </section>
                <section class="customer-standing">
                    <h3 class="field-label">{move || t_string!(i18n, customer.rhythm)}</h3>
                    <ul class="customer-reasons">
                        {part(|_, reasons| view! { <RhythmReasons reasons/> }.into_any())}
                    </ul>
                </section>
            </Stack>
        </Card>
    }
}

/// Which of the customer's orders no score could take into account.
#[component]
fn LeftOut(id: Id<Party>, explained: Signal<Option<Arc<Answer>>>) -> impl IntoView {
    let i18n = use_i18n();
    let workspace = Workspace::expect();
    let currencies = Memo::new(move |_| {
        let answer = explained.get().filter(|answer| !answer.left_out.without_rate.is_empty())?;
        let mut codes: Vec<String> = workspace.read(&[Kind::Order], |book| {
            let orders = book.of::<Order>(id);
            let without = orders.filter(|row| answer.left_out.without_rate.contains_key(&row.data.currency));
            let missing = without.filter(|row| answer.settings.rate(row.data.currency, row.data.day).is_none());
            missing.map(|row| row.data.currency.code().to_owned()).collect()
        });
        codes.sort_unstable();
        codes.dedup();
        (!codes.is_empty()).then(|| codes.join(", "))
    });
    move || {
        currencies.get().map(|codes| {
            view! { <Banner tone=Tone::Warning title=t_string!(i18n, customer.left_out, currencies = codes)/> }
        })
    }
}
