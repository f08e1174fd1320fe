//! A page of many, with the way to the pages beside it.

use leptos::prelude::*;

use crate::{
    i18n::{t_string, use_i18n},
    ui::components::{Button, Cluster},
};

use super::names;

/// Back, where one is, and on; nothing when one page is enough.
#[component]
pub fn Pager(
    /// The number of the page, from 0 on.
    page: RwSignal<usize>,
    /// How many are on a page.
    size: usize,
    /// How many there are.
    #[prop(into)]
    total: Signal<usize>,
) -> impl IntoView {
    let i18n = use_i18n();
    let place = Signal::derive(move || {
        let locale = i18n.get_locale();
        let (from, total) = (page.get() * size, total.get());
        t_string!(
            i18n,
            import.place,
            from = names::count(locale, from + 1),
            to = names::count(locale, total.min(from + size)),
            total = names::count(locale, total)
        )
    });
    view! {
        <Show when=move || total.get().saturating_sub(size) != 0>
            <Cluster>
                <Button
                    small=true
                    disabled=Signal::derive(move || page.get() == 0)
                    label=Signal::derive(move || t_string!(i18n, import.previous).to_string())
                    on_press=Callback::new(move |()| page.update(|page| *page = page.saturating_sub(1)))
                />
                <span role="status">{place}</span>
                <Button
                    small=true
                    disabled=Signal::derive(move || (page.get() + 1) * size >= total.get())
                    label=Signal::derive(move || t_string!(i18n, import.next).to_string())
                    on_press=Callback::new(move |()| page.update(|page| *page += 1))
                />
            </Cluster>
        </Show>
    }
}
