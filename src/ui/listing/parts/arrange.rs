//! Order and groups as a form: what Shift and a press on heads do, for keyboards and phones.

use leptos::prelude::*;

use crate::{
    analysis::listing::query::Sort,
    i18n::{t_string, td_string, use_i18n},
    ui::{
        components::{Button, ButtonKind, Choice, Dialog, DialogSize, Field, Icon, IconButton, Select},
        listing::Listing,
        words,
    },
};

/// The form.
#[component]
pub fn Arrange(
    /// Of what.
    listing: Listing,
    /// Whether it is open.
    open: RwSignal<bool>,
) -> impl IntoView {
    let i18n = use_i18n();
    let kind = listing.kind();
    let sorts = Memo::new(move |_| listing.query().with(|query| query.asked.sorts_of(kind)));
    let label = move |key: &str| {
        listing.catalogue().with(|catalogue| {
            catalogue.get(key).map_or_else(|| key.to_owned(), |field| words::field_label(i18n.get_locale(), field))
        })
    };
    let set = move |sorts: Vec<Sort>| listing.change(|query| query.sorts = sorts);
    let lines = move || {
        let all = sorts.get();
        let alone = all.len() == 1;
        let lines = all.clone().into_iter().enumerate().map(|(at, sort)| {
            let (turned, without) = {
                let (mut turned, mut without) = (all.clone(), all.clone());
                turned[at].descending = !turned[at].descending;
                without.remove(at);
                (turned, without)
            };
            let way =
                if sort.descending { t_string!(i18n, listing.descending) } else { t_string!(i18n, listing.ascending) };
            let icon = if sort.descending { Icon::Descending } else { Icon::Ascending };
            view! {
                <li class="list-sort">
                    <span class="list-sort-text">
                        {t_string!(i18n, listing.level, number = at + 1)} " " {label(&sort.key)} " · " {way}
                    </span>
                    <IconButton
                        small=true
                        icon
                        label=t_string!(i18n, listing.turn_sort).to_owned()
                        on_press=Callback::new(move |()| set(turned.clone()))
                    />
                    <IconButton
                        small=true
                        icon=Icon::Close
                        label=t_string!(i18n, listing.remove_sort).to_owned()
                        disabled=alone
                        on_press=Callback::new(move |()| set(without.clone()))
                    />
                </li>
            }
        });
        lines.collect_view()
    };
    let others = Signal::derive(move || {
        let locale = i18n.get_locale();
        let catalogue = listing.catalogue().get();
        let first = Choice::new("", td_string!(locale, listing.add_sort).to_owned());
        let fields = catalogue.fields().iter();
        let fields = fields.filter(|field| sorts.with(|sorts| sorts.iter().all(|sort| sort.key != field.key)));
        let rest = fields.map(|field| Choice::new(field.key.to_string(), words::field_label(locale, field)));
        std::iter::once(first).chain(rest).collect::<Vec<_>>()
    });
    let add = move |key: String| {
        let descends =
            listing.catalogue().with_untracked(|catalogue| catalogue.get(&key).map(|field| field.descends_first()));
        if let Some(descending) = descends {
            let mut sorts = sorts.get_untracked();
            sorts.push(Sort { key, descending });
            set(sorts);
        }
    };
    let groups = Signal::derive(move || {
        let locale = i18n.get_locale();
        let catalogue = listing.catalogue().get();
        let none = Choice::new("", td_string!(locale, listing.no_group).to_owned());
        let fields = catalogue.fields().iter().filter(|field| field.groups());
        let rest = fields.map(|field| Choice::new(field.key.to_string(), words::field_label(locale, field)));
        std::iter::once(none).chain(rest).collect::<Vec<_>>()
    });
    view! {
        <Dialog
            open
            on_close=Callback::new(move |()| open.set(false))
            title=Signal::derive(move || t_string!(i18n, listing.arrange).to_owned())
            close_label=Signal::derive(move || t_string!(i18n, common.close).to_owned())
            size=DialogSize::Small
            on_submit=Callback::new(move |()| open.set(false))
            footer=move || {
                view! {
                    <Button
                        submit=true
                        kind=ButtonKind::Primary
                        label=Signal::derive(move || t_string!(i18n, listing.close).to_owned())
                    />
                }
            }
        >
            <div class="list-form">
                <div>
                    <h3>{move || t_string!(i18n, listing.sort_title)}</h3>
                    <ol class="list-sorts">{lines}</ol>
                    <Select
                        label=Signal::derive(move || t_string!(i18n, listing.add_sort).to_owned())
                        options=others
                        value=Signal::stored(String::new())
                        on_change=Callback::new(add)
                    />
                </div>
                <Field label=Signal::derive(move || t_string!(i18n, listing.group_title).to_owned())>
                    <Select
                        options=groups
                        value=Signal::derive(move || listing.query().with(|query| query.asked.group.clone().unwrap_or_default()))
                        on_change=Callback::new(move |key: String| {
                            listing.change(|query| query.group = Some(key).filter(|key| !key.is_empty()));
                        })
                    />
                </Field>
            </div>
        </Dialog>
    }
}
