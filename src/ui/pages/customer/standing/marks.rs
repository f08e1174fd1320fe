//! Class, segment and rhythm at a glance, for the head of the page.

use leptos::prelude::*;

use crate::{
    analysis::{listing::parties::segment_key, rhythm::State},
    domain::{class::Class, id::Id, party::Party, record::Kind},
    i18n::{t_string, use_i18n},
    state::{Scores, Workspace},
    ui::{
        components::{Badge, Chip, GradeBadge},
        pages::grade_of,
        route::{ListQuery, Route},
        words,
    },
};

use super::rhythm::{state_tone, state_word};

/// The marks. One that was set by hand says so.
#[component]
pub fn Marks(
    /// Whose.
    id: Id<Party>,
    /// The party.
    party: Memo<Party>,
) -> impl IntoView {
    let i18n = use_i18n();
    let workspace = Workspace::expect();
    let scores = Scores::expect();
    let slot = Memo::new(move |_| workspace.read(&[Kind::Party], |book| book.parties.slot(id)));
    let class = Memo::new(move |_| {
        let slot = slot.get()?;
        scores.signal().with(|answer| party.with(|party| answer.class(slot, party)))
    });
    let segment = Memo::new(move |_| {
        let slot = slot.get()?;
        scores.signal().with(|answer| party.with(|party| answer.segment(slot, party)))
    });
    let state = Memo::new(move |_| {
        let slot = slot.get()? as usize;
        scores.signal().with(|answer| answer.classification.rhythm.usual(slot).map(|usual| usual.state))
    });
    let grade = Signal::derive(move || class.get().map(grade_of));
    let class_by_hand = Signal::derive(move || party.with(|party| party.abc.is_some()));
    let class_label = Signal::derive(move || {
        let letter = class.get().map_or("", Class::letter);
        if class_by_hand.get() {
            t_string!(i18n, customer.class_by_hand, class = letter)
        } else {
            t_string!(i18n, customer.class_named, class = letter)
        }
    });
    let segment_chip = move || {
        segment.get().map(|segment| {
            let label = Signal::derive(move || {
                let word = words::segment(i18n.get_locale(), segment);
                if party.with(|party| party.segment.is_some()) {
                    t_string!(i18n, customer.by_hand_mark, what = word)
                } else {
                    word.to_owned()
                }
            });
            let query = ListQuery::having([("segment", segment_key(segment))]);
            view! { <Chip label href=Route::Customers(query).to_string()/> }
        })
    };
    let rhythm = move || {
        // Being on time needs no mark.
        state.get().filter(|state| *state != State::OnTime).map(|state| {
            view! { <Badge label=move || state_word(i18n.get_locale(), state).to_owned() tone=state_tone(state)/> }
        })
    };
    view! {
        <GradeBadge grade label=class_label overridden=class_by_hand/>
        {segment_chip}
        {rhythm}
    }
}
