//! Satisfaction and loyalty: what customers say, what they do, and who says one thing and does another.

mod answers;
mod behind;
mod cuts;
mod quadrants;
mod returns;

use std::sync::Arc;

use leptos::prelude::*;

use crate::{
    analysis::insights::loyalty,
    domain::{loyalty::LoyaltyCuts, record::Kind},
    i18n::td_string,
    state::{Insights, Topic, Workspace},
    ui::components::{EmptyState, Icon},
};

use super::{say::Say, shown::shown};
use quadrants::Quadrants;

pub use quadrants::quadrant_word;

/// The tab.
#[component]
pub fn Loyalty() -> impl IntoView {
    let (insights, workspace) = (Insights::expect(), Workspace::expect());
    let kept = Memo::new(move |_| workspace.read(&[Kind::Settings], |book| book.settings().loyalty));
    // What is tried out; what is kept stands until then.
    let tried = RwSignal::new(None::<LoyaltyCuts>);
    let cuts = Memo::new(move |_| tried.get().unwrap_or_else(|| kept.get()));
    let content = move |found: Arc<loyalty::Loyalty>, say: Say| {
        if found.customer.is_empty() {
            return view! {
                <EmptyState
                    icon=Icon::Talk
                    title=td_string!(say.locale, loyalty.nobody_title).to_owned()
                    text=Signal::stored(td_string!(say.locale, loyalty.nobody_text).to_owned())
                />
            }
            .into_any();
        }
        view! {
            {answers::answers(&found, say)}
            <Quadrants found=found.clone() say kept tried cuts/>
            {returns::returns(&found, say)}
            {move || {
                let cuts = of(cuts.get());
                view! {
                    {behind::leaving(&found, cuts, say)}
                    {behind::held(&found, cuts, say)}
                    {behind::attitudes(&found, cuts, say)}
                }
            }}
        }
        .into_any()
    };
    let detail = insights.state_of(&[Kind::Survey]);
    view! { {shown(Topic::Loyalty, insights.loyalty, detail, content)} }
}

/// The cuts as the question takes them.
pub fn of(cuts: LoyaltyCuts) -> crate::analysis::survey::quadrants::Cuts {
    crate::analysis::survey::quadrants::Cuts {
        satisfied: cuts.satisfied,
        loyal: f64::from(cuts.loyal),
        apostle_satisfied: cuts.apostle_satisfied,
        apostle_loyal: f64::from(cuts.apostle_loyal),
    }
}
