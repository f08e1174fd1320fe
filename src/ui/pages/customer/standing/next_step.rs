//! The one suggested next step, and the rule that suggests it.

use leptos::prelude::*;

use crate::{
    analysis::{insights::together::Together, rhythm::State},
    domain::{class::Class, id::Id, party::Party, record::Kind},
    i18n::{Locale, t_string, td_string, use_i18n},
    state::{Insights, Scores, Topic, Workspace},
    ui::{components::Disclosure, pages::insights::Say, words},
};

/// What to do, and for whom: the first rule that fits.
#[component]
pub fn NextStep(
    /// Whose.
    id: Id<Party>,
    /// The party.
    party: Memo<Party>,
) -> impl IntoView {
    let i18n = use_i18n();
    let (workspace, scores, insights) = (Workspace::expect(), Scores::expect(), Insights::expect());
    insights.keep(Topic::Together, insights.together, || 0);
    let say = Say::here();
    let step = Memo::new(move |_| {
        let (locale, say) = (i18n.get_locale(), say.get());
        let slot = workspace.read(&[Kind::Party], |book| book.parties.slot(id))?;
        let together = insights.together.answer();
        scores.signal().with(|answer| {
            let found = &answer.classification;
            let orders = *found.summary.events.get(slot as usize)?;
            let state = found.rhythm.usual(slot as usize).map(|usual| usual.state);
            let (class, segment) = party.with(|party| (answer.class(slot, party), answer.segment(slot, party)));
            let valuable = matches!(class, Some(Class::A | Class::B));
            Some(match state {
                _ if orders == 0 => return None,
                Some(State::Silent) if valuable => td_string!(locale, insights.step_win_back).to_owned(),
                Some(State::Late | State::Silent) => td_string!(locale, insights.step_remind).to_owned(),
                _ => match together.and_then(|together| offer(locale, say, &together, slot)) {
                    Some(offer) => offer,
                    None if orders == 1 => td_string!(locale, insights.step_second).to_owned(),
                    None if state == Some(State::Due) => td_string!(locale, insights.step_due).to_owned(),
                    None => words::segment_advice(locale, segment?).to_owned(),
                },
            })
        })
    });
    move || {
        step.get().map(|step| {
            view! {
                <div class="customer-advice">
                    <span class="customer-advice-label">{t_string!(i18n, customer.next_step)}</span>
                    <p>{step}</p>
                    <Disclosure summary=Signal::derive(move || t_string!(i18n, insights.step_rules).to_owned())>
                        <p>{move || t_string!(i18n, insights.step_why)}</p>
                    </Disclosure>
                </div>
            }
        })
    }
}

/// What goes with something that was bought, and was never bought here.
fn offer(locale: Locale, say: Say, together: &Together, slot: u32) -> Option<String> {
    let place = *together.gaps_of(slot).first()? as usize;
    let (item, _) = say.what(*together.item.get(place)?)?;
    let (other, _) = say.what(*together.other.get(place)?)?;
    Some(td_string!(locale, insights.step_offer, other = other, item = item))
}
