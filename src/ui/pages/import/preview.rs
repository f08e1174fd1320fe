//! The first rows of the file, with what each column is taken for. A table may have a thousand columns: they are shown a few at a
//! time, since each has lists of its own.

use leptos::prelude::*;

use crate::{
    i18n::{t_string, use_i18n},
    interchange::csv::{Target, problem::excerpt},
    ui::components::{Checkbox, Cluster},
};

use super::{desk::Desk, head::Head, pager::Pager, recognised::of};

/// Rows that are shown.
const ROWS: usize = 5;
/// Columns that are shown at once.
const COLUMNS: usize = 16;

/// The table.
#[component]
pub fn Preview() -> impl IntoView {
    let i18n = use_i18n();
    let desk = Desk::expect();
    let caption = Signal::derive(move || t_string!(i18n, import.preview).to_string());
    let page = RwSignal::new(0_usize);
    let taken_only = RwSignal::new(false);
    // Made anew with the table alone, so that a list keeps the focus while its column is taken for something else.
    let columns = Memo::new(move |_| {
        let (file, taken_only) = (desk.file.get(), taken_only.get());
        let taken = |target: &Target| !taken_only || *target != Target::Ignore;
        let columns: Vec<usize> = desk.session.with_untracked(|session| {
            let targets = session.iter().flat_map(|session| session.plan.targets.iter().enumerate());
            targets.filter(|(_, target)| taken(target)).map(|(column, _)| column).collect()
        });
        (file, columns)
    });
    Effect::new(move |_| {
        columns.track();
        page.set(0);
    });
    let shown = Memo::new(move |_| {
        columns.with(|(file, columns)| {
            let shown: Vec<usize> = columns.iter().copied().skip(page.get() * COLUMNS).take(COLUMNS).collect();
            (*file, shown)
        })
    });
    let wide = Memo::new(move |_| of(desk, |session| session.table.width() > COLUMNS).unwrap_or(false));
    let heads = move || shown.get().1.into_iter().map(|column| view! { <Head column/> }).collect_view();
    let rows = move || {
        let (_, columns) = shown.get();
        let row = |cells: Vec<(usize, String)>| {
            let ignored = move |column| of(desk, |session| session.plan.targets.get(column) == Some(&Target::Ignore));
            let cells = cells.into_iter().map(|(column, cell)| {
                view! { <td class:import-ignored=move || ignored(column).unwrap_or(false)>{cell}</td> }
            });
            view! { <tr>{cells.collect_view()}</tr> }
        };
        let cells = desk.session.with_untracked(|session| {
            session.as_ref().map(|session| {
                let table = &session.table;
                let cells = |row: usize| {
                    columns.iter().map(|column| (*column, excerpt(table.cell(row, *column)))).collect::<Vec<_>>()
                };
                (0..table.len().min(ROWS)).map(cells).collect::<Vec<_>>()
            })
        });
        cells.unwrap_or_default().into_iter().map(row).collect_view()
    };
    view! {
        <Show when=move || wide.get()>
            <Cluster>
                <Pager page size=COLUMNS total=Signal::derive(move || columns.with(|(_, columns)| columns.len()))/>
                <Checkbox
                    label=Signal::derive(move || t_string!(i18n, import.taken_only).to_string())
                    checked=taken_only
                    on_change=Callback::new(move |on| taken_only.set(on))
                />
            </Cluster>
        </Show>
        <div class="plain-table-frame" tabindex="0" role="region" aria-label=caption>
            <table class="plain-table plain-table-textual">
                <caption class="visually-hidden">{caption}</caption>
                <thead>
                    <tr>{heads}</tr>
                </thead>
                <tbody>{rows}</tbody>
            </table>
        </div>
    }
}
