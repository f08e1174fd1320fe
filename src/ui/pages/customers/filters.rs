//! The filters over the list: words, classes, segments, roles. They live in the address.

use leptos::prelude::*;

use crate::{
    domain::{
        class::{Class, Segment},
        party::Role,
    },
    i18n::{t_string, use_i18n},
    ui::{
        components::{Chip, Choice, Cluster, SearchBox, Select},
        listing::Listing,
        route::{ListQuery, Route},
        router::Router,
        words,
    },
};

/// Search and filters; what is on shows as chips that can be taken away.
#[component]
pub fn Filters() -> impl IntoView {
    let i18n = use_i18n();
    let (router, listing) = (Router::expect(), Listing::expect());
    let query = router.list();
    let change = move |change: &dyn Fn(&mut ListQuery)| {
        let mut changed = query.get_untracked();
        change(&mut changed);
        router.replace(Route::Customers(changed));
    };
    let segments = Signal::derive(move || {
        let locale = i18n.get_locale();
        let any = Choice::new("", t_string!(i18n, customers.any_segment).to_string());
        let named = Segment::ALL.into_iter().rev();
        let named = named.map(|segment| Choice::new((segment as u8).to_string(), words::segment(locale, segment)));
        std::iter::once(any).chain(named).collect::<Vec<_>>()
    });
    let roles = Signal::derive(move || {
        let locale = i18n.get_locale();
        let any = Choice::new("", t_string!(i18n, customers.any_role).to_string());
        let named = Role::ALL.into_iter().enumerate();
        let named = named.map(|(index, role)| Choice::new(index.to_string(), words::role(locale, role)));
        std::iter::once(any).chain(named).collect::<Vec<_>>()
    });
    let segment = Signal::derive(move || {
        query.with(|query| query.segments.first().map_or_else(String::new, |segment| (*segment as u8).to_string()))
    });
    let role = Signal::derive(move || {
        query.with(|query| {
            let at = query.roles.first().and_then(|role| Role::ALL.iter().position(|other| other == role));
            at.map_or_else(String::new, |at| at.to_string())
        })
    });
    view! {
        <Cluster>
            <SearchBox
                label=Signal::derive(move || t_string!(i18n, customers.search).to_string())
                clear_label=Signal::derive(move || t_string!(i18n, common.clear).to_string())
                value=Signal::derive(move || query.with(|query| query.text.clone()))
                on_input=Callback::new(move |text: String| change(&|query| query.text.clone_from(&text)))
                on_enter=Callback::new(move |()| listing.place().scroll_to(0))
                on_down=Callback::new(move |()| listing.place().scroll_to(0))
                shortcut=true
            />
            <div class="customers-classes" role="group" aria-label=move || t_string!(i18n, fields.abc).to_string()>
                {Class::ALL
                    .into_iter()
                    .map(|class| {
                        let pressed = Signal::derive(move || query.with(|query| query.classes.contains(&class)));
                        let turn = move |_| {
                            change(&|query| match query.classes.iter().position(|other| *other == class) {
                                Some(at) => drop(query.classes.remove(at)),
                                None => {
                                    query.classes.push(class);
                                    query.classes.sort_unstable();
                                }
                            });
                        };
                        view! {
                            <button
                                type="button"
                                class="customers-class"
                                aria-pressed=move || pressed.get().to_string()
                                on:click=turn
                            >
                                {class.letter()}
                            </button>
                        }
                    })
                    .collect_view()}
            </div>
            <Select
                label=Signal::derive(move || t_string!(i18n, fields.segment).to_string())
                options=segments
                value=segment
                on_change=Callback::new(move |text: String| {
                    let chosen = text.parse().ok().and_then(Segment::from_code);
                    change(&|query| query.segments = chosen.into_iter().collect());
                })
            />
            <Select
                label=Signal::derive(move || t_string!(i18n, fields.roles).to_string())
                options=roles
                value=role
                on_change=Callback::new(move |text: String| {
                    let chosen = text.parse::<usize>().ok().and_then(|at| Role::ALL.get(at).copied());
                    change(&|query| query.roles = chosen.into_iter().collect());
                })
            />
            {move || {
                let (recency, frequency) = query.with(|query| query.cell)?;
                let label = t_string!(i18n, customers.cell, recency = recency, frequency = frequency);
                let remove = move |()| change(&|query| query.cell = None);
                Some(view! {
                    <Chip
                        label
                        remove_label=t_string!(i18n, common.remove).to_string()
                        on_remove=Callback::new(remove)
                    />
                })
            }}
        </Cluster>
    }
}
