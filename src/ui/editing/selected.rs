//! What can be done with the rows of a list that are ticked.

use std::sync::Arc;

use leptos::prelude::*;

use crate::{
    domain::record::Kind,
    i18n::{t_string, use_i18n},
    platform::format,
    state::Workspace,
    ui::{
        components::{BulkBar, Button, ButtonKind, Icon, Selection, TablePlace},
        later, words,
    },
};

use super::BulkJob;

/// The bar below the list, with the dialogs that it opens.
#[component]
pub fn Selected(
    /// What is listed.
    kind: Kind,
    /// What is ticked.
    selection: RwSignal<Selection<u32>>,
    /// What the list shows.
    rows: Signal<Arc<[u32]>>,
    /// The list, which has the focus again once the bar is gone.
    place: TablePlace,
) -> impl IntoView {
    let i18n = use_i18n();
    let workspace = Workspace::expect();
    let job = RwSignal::new(None::<BulkJob>);
    // What was deleted meanwhile is nothing to do anything with.
    Effect::new(move |_| {
        let gone = workspace.read(&[kind], |book| {
            selection.with_untracked(|selection| selection.iter().any(|slot| book.id_at(kind, *slot).is_none()))
        });
        if gone {
            workspace.peek(|book| {
                selection.update(|selection| selection.retain(|slot| book.id_at(kind, *slot).is_some()));
            });
        }
    });
    let count = Memo::new(move |_| selection.with(Selection::len));
    let listed = Memo::new(move |_| {
        if count.get() == 0 {
            return 0;
        }
        rows.with(|rows| selection.with(|selection| rows.iter().filter(|slot| selection.contains(slot)).count()))
    });
    let number =
        move |count: usize| format::integer(words::tag(i18n.get_locale()), i64::try_from(count).unwrap_or(i64::MAX));
    let text = Signal::derive(move || {
        let (all, listed) = (count.get(), listed.get());
        if all == listed {
            t_string!(i18n, bulk.selected, count = number(all))
        } else {
            t_string!(i18n, bulk.selected_hidden, count = number(all), hidden = number(all.saturating_sub(listed)))
        }
    });
    let all_label = Signal::derive(move || {
        let all = rows.with(|rows| rows.len());
        (listed.get() < all).then(|| t_string!(i18n, bulk.select_all, count = number(all)))
    });
    // In the order of the list, those beyond it behind.
    let slots = Signal::derive(move || {
        rows.with(|rows| {
            selection.with(|selection| {
                let mut slots: Vec<u32> = rows.iter().filter(|slot| selection.contains(slot)).copied().collect();
                if slots.len() < selection.len() {
                    let known: rustc_hash::FxHashSet<u32> = slots.iter().copied().collect();
                    slots.extend(selection.iter().filter(|slot| !known.contains(slot)));
                }
                slots
            })
        })
    });
    let clear = move |()| {
        selection.update(Selection::clear);
        place.take_focus();
    };
    let press = move |what: BulkJob| Callback::new(move |()| job.set(Some(what)));
    let on_done = Callback::new(move |what: BulkJob| {
        if what == BulkJob::Delete {
            clear(());
        }
    });
    view! {
        <BulkBar
            count
            text
            all_label
            on_all=Callback::new(move |()| {
                rows.with_untracked(|rows| selection.update(|selection| selection.set_all(rows.iter(), true)));
            })
            clear_label=Signal::derive(move || t_string!(i18n, bulk.clear_selection).to_string())
            on_clear=Callback::new(clear)
        >
            {(kind == Kind::Party).then(|| view! {
                <Button
                    icon=Icon::Tag
                    label=Signal::derive(move || t_string!(i18n, bulk.tag).to_string())
                    on_press=press(BulkJob::Tag)
                />
            })}
            <Button
                icon=Icon::Edit
                label=Signal::derive(move || t_string!(i18n, bulk.edit).to_string())
                on_press=press(BulkJob::Field)
            />
            <Button
                kind=ButtonKind::Quiet
                icon=Icon::Delete
                label=Signal::derive(move || t_string!(i18n, bulk.delete).to_string())
                on_press=press(BulkJob::Delete)
            />
        </BulkBar>
        {later::when_wanted(
            Signal::derive(move || job.with(Option::is_some)),
            later::load_bulk,
            move || later::bulk(kind, job, slots, on_done),
        )}
    }
}
