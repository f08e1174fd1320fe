//! What deleting takes along, and what it leaves with a gap.

use leptos::{prelude::*, task::spawn_local};

use crate::{
    domain::{bulk::Gaps, record::Kind},
    i18n::{t_string, use_i18n},
    platform::{format, pause::Slice},
    state::Workspace,
    ui::words,
};

use super::BulkJob;

/// The sentences of the question. What has to be looked for in all orders is said as soon as it is found.
#[component]
pub fn Along(
    /// What is listed.
    kind: Kind,
    /// What is to be done.
    job: RwSignal<Option<BulkJob>>,
    /// The slots of the records.
    slots: Signal<Vec<u32>>,
) -> impl IntoView {
    let i18n = use_i18n();
    let workspace = Workspace::expect();
    let found = RwSignal::new(0_usize);
    // A question that was closed and asked again for others must not hear the answer to the first.
    let asked = StoredValue::new(0_u32);
    Effect::new(move |_| {
        if job.get() != Some(BulkJob::Delete) || kind == Kind::Party {
            return;
        }
        asked.update_value(|asked| *asked += 1);
        let mine = asked.get_value();
        found.set(0);
        let mut gaps = workspace.peek(|book| slots.with_untracked(|slots| Gaps::new(book, kind, slots)));
        spawn_local(async move {
            let mut slice = Slice::new();
            while asked.try_get_value() == Some(mine) && workspace.peek(|book| gaps.step(book)) {
                slice.pause_if_used_up().await;
            }
            if asked.try_get_value() == Some(mine) {
                found.try_set(gaps.count());
            }
        });
    });
    let gaps = move || {
        let count = found.get();
        let number = format::integer(words::tag(i18n.get_locale()), i64::try_from(count).unwrap_or(i64::MAX));
        let text = match kind {
            Kind::Order => t_string!(i18n, bulk.delete_refunds_stay, count = number),
            _ => t_string!(i18n, bulk.delete_lines_stay, count = number),
        };
        (count > 0).then(|| view! { <p>{text}</p> })
    };
    let text = move || match kind {
        Kind::Party => t_string!(i18n, bulk.delete_text),
        _ => t_string!(i18n, bulk.delete_text_alone),
    };
    view! {
        <p>{text}</p>
        <div aria-live="polite">{gaps}</div>
    }
}
