//! Which columns are shown: a box for each, with buttons that move it.

use leptos::prelude::*;

use super::column::{Column, known};
use super::layout::{ColumnsState, Known};
use super::shown::always_new;
use crate::ui::components::dom::unique_id;
use crate::ui::components::{Button, ButtonKind, Checkbox, Glyph, Icon, IconButton};

/// A button and the columns that it opens.
#[component]
pub fn ColumnChooser<T>(
    /// All columns that there are.
    #[prop(into)]
    columns: Signal<Vec<Column<T>>>,
    /// What the user chose.
    #[prop(into)]
    state: Signal<ColumnsState>,
    /// Told what the user chooses.
    #[prop(into)]
    on_change: Callback<ColumnsState>,
    /// What the button says.
    #[prop(into)]
    label: Signal<String>,
    /// What the button that moves a column towards the beginning says, given the column's head.
    #[prop(into)]
    up_label: Callback<String, String>,
    /// What the button that moves it towards the end says.
    #[prop(into)]
    down_label: Callback<String, String>,
    /// What the button says that goes back to the columns that the table shows by itself.
    #[prop(into)]
    reset_label: Signal<String>,
) -> impl IntoView
where
    T: Send + Sync + 'static,
{
    let id = unique_id();
    let columns = always_new(move || columns.get());
    let change = move |change: &dyn Fn(&ColumnsState, &[Known<'_>]) -> ColumnsState| {
        let next = columns.with_untracked(|columns| state.with_untracked(|state| change(state, &known(columns))));
        on_change.run(next);
    };
    // Shown ones first, in their order; then the others.
    let order = Memo::new(move |_| {
        columns.with(|columns| {
            let shown = state.with(|state| state.shown(&known(columns)));
            let rest = columns.iter().map(|column| column.key.clone()).filter(|key| !shown.contains(key));
            let rest: Vec<String> = rest.collect();
            let last = shown.len();
            let shown = shown.into_iter().enumerate().map(|(at, key)| (key, Some((at, last))));
            shown.chain(rest.into_iter().map(|key| (key, None))).collect::<Vec<_>>()
        })
    });
    let find = move |key: &str| {
        columns.with(|columns| {
            columns.iter().find(|column| column.key == key).map(|column| (column.label, column.is_title()))
        })
    };
    let line = move |key: String| {
        let (label, is_title) = find(&key)?;
        let key = StoredValue::new(key);
        let place = Memo::new(move |_| {
            order.with(|order| {
                key.with_value(|key| order.iter().find(|(known, _)| known == key).and_then(|found| found.1))
            })
        });
        let step = move |step: isize| {
            change(&|state, all| key.with_value(|key| state.with_step(all, key, step)));
        };
        Some(view! {
            <li class="chooser-line">
                <Checkbox
                    label
                    checked=Signal::derive(move || place.get().is_some())
                    // The name of a row, and its way in, stay.
                    disabled=is_title
                    on_change=move |shown| change(&|state, all| key.with_value(|key| state.with_shown(all, key, shown)))
                />
                <span class="chooser-buttons">
                    <IconButton
                        small=true
                        icon=Icon::Up
                        label=move || up_label.run(label.get())
                        disabled=Signal::derive(move || place.get().is_none_or(|(at, _)| at == 0))
                        on_press=move |()| step(-1)
                    />
                    <IconButton
                        small=true
                        icon=Icon::Down
                        label=move || down_label.run(label.get())
                        disabled=Signal::derive(move || place.get().is_none_or(|(at, count)| at + 1 >= count))
                        on_press=move |()| step(1)
                    />
                </span>
            </li>
        })
    };
    view! {
        <button type="button" class=ButtonKind::Plain.class() popovertarget=id.clone()>
            <Glyph icon=Icon::Grid />
            <span class="button-text">{label}</span>
        </button>
        <div class="menu" class:chooser=true id=id popover="auto" role="dialog" aria-label=label>
            <ul class="chooser-list">
                <For each=move || order.get() key=|(key, _)| key.clone() let:entry>
                    {line(entry.0)}
                </For>
            </ul>
            <Button
                kind=ButtonKind::Quiet
                small=true
                label=reset_label
                on_press=move || on_change.run(ColumnsState::default())
            />
        </div>
    }
}
