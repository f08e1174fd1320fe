//! An answer as it comes: what it looks like before, while a newer one is on its way, and when none can be had.

use std::sync::Arc;

use leptos::prelude::*;

use crate::{
    i18n::{t_string, use_i18n},
    platform::address,
    state::{Carried, Insights, Standing, Told, Topic},
    ui::components::{Banner, Button, Skeleton, Tone},
};

use super::say::Say;

/// Keeps an answer up and shows it. `detail` is what the topic is asked with.
pub fn shown<T: Carried + Send + Sync>(
    topic: Topic,
    told: Told<T>,
    detail: Signal<i32>,
    view: impl Fn(Arc<T>, Say) -> AnyView + Send + Sync + 'static,
) -> impl IntoView {
    Insights::expect().keep(topic, told, move || detail.get());
    let say = Say::here();
    let standing = Memo::new(move |_| told.standing());
    let content = move || match told.answer() {
        Some(answer) => view(answer, say.get()),
        None => view! { <Waiting standing/> }.into_any(),
    };
    view! {
        <div class="stack" aria-busy=move || (standing.get() == Standing::Busy).then_some("true")>
            {content}
        </div>
    }
}

/// Nothing is there yet.
#[component]
fn Waiting(standing: Memo<Standing>) -> impl IntoView {
    let i18n = use_i18n();
    move || match standing.get() {
        Standing::Failed => view! {
            <Banner
                tone=Tone::Danger
                title=t_string!(i18n, insights.failed_title).to_owned()
                text=Signal::stored(t_string!(i18n, insights.failed_text).to_owned())
            >
                <Button
                    small=true
                    label=t_string!(i18n, common.reload).to_owned()
                    on_press=Callback::new(|()| address::reload())
                />
            </Banner>
        }
        .into_any(),
        _ => view! { <Skeleton label=t_string!(i18n, insights.working_out).to_owned() lines=6/> }.into_any(),
    }
}
