//! The filters that are on, each a chip that can be changed and taken away. One that makes no sense any more says so.

use leptos::prelude::*;

use super::filter_dialog::Editing;
use crate::{
    analysis::listing::check::Fault,
    i18n::{t_string, td_string, use_i18n},
    ui::{
        components::{Button, ButtonKind, Chip, Cluster, Icon},
        later,
        listing::Listing,
        words,
    },
};

/// The chips, and the button that adds one.
#[component]
pub fn Chips(
    /// Of what.
    listing: Listing,
) -> impl IntoView {
    let i18n = use_i18n();
    let editing = RwSignal::new(None::<Editing>);
    let filters = Memo::new(move |_| listing.query().with(|query| query.asked.filters.clone()));
    let chips = move || {
        let locale = i18n.get_locale();
        let catalogue = listing.catalogue().get();
        let chips = filters.get().into_iter().enumerate().map(|(place, filter)| {
            let fault = Signal::derive(move || listing.fault(place));
            let text = words::filter(locale, &catalogue, &filter);
            let label = Signal::derive(move || match fault.get() {
                Some(_) => td_string!(locale, listing.broken, filter = text.clone()),
                None => text.clone(),
            });
            let note = Signal::derive(move || match fault.get() {
                Some(Fault::NoField(_)) => t_string!(i18n, listing.fault_field).to_owned(),
                Some(Fault::Relation(_) | Fault::Operand(_)) => t_string!(i18n, listing.fault_value).to_owned(),
                None => t_string!(i18n, listing.edit_filter).to_owned(),
            });
            let remove = move |()| {
                listing.change(|query| {
                    if place < query.filters.len() {
                        query.filters.remove(place);
                    }
                });
            };
            view! {
                <Chip
                    label
                    note
                    broken=Signal::derive(move || fault.with(Option::is_some))
                    on_press=Callback::new(move |()| editing.set(Some(Editing { place: Some(place), filter: filter.clone() })))
                    remove_label=t_string!(i18n, listing.remove_filter).to_owned()
                    on_remove=Callback::new(remove)
                />
            }
        });
        chips.collect_view()
    };
    let faults = move || {
        let any = |wanted: fn(&Fault) -> bool| {
            filters.with(|filters| (0..filters.len()).any(|place| listing.fault(place).as_ref().is_some_and(wanted)))
        };
        let of_field = any(|fault| matches!(fault, Fault::NoField(_)));
        let of_value = any(|fault| !matches!(fault, Fault::NoField(_)));
        let sentences = [
            of_field.then(|| t_string!(i18n, listing.fault_field)),
            of_value.then(|| t_string!(i18n, listing.fault_value)),
        ];
        let sentences = sentences.into_iter().flatten();
        sentences.map(|sentence| view! { <p class="list-fault" role="status">{sentence}</p> }).collect_view()
    };
    let several = move || filters.with(|filters| filters.len() > 1);
    view! {
        <div class="list-chips">
            <Cluster>
                {chips}
                <Button
                    small=true
                    kind=ButtonKind::Quiet
                    icon=Icon::Add
                    label=Signal::derive(move || t_string!(i18n, listing.add_filter).to_owned())
                    on_press=Callback::new(move |()| editing.set(Some(Editing::new(listing))))
                />
                <Show when=several>
                    <Button
                        small=true
                        kind=ButtonKind::Quiet
                        label=Signal::derive(move || t_string!(i18n, listing.clear_filters).to_owned())
                        on_press=Callback::new(move |()| listing.change(|query| query.filters.clear()))
                    />
                </Show>
            </Cluster>
            {faults}
        </div>
        {later::when_wanted(
            Signal::derive(move || editing.with(Option::is_some)),
            later::load_filter,
            move || later::filter(listing, editing),
        )}
    }
}
