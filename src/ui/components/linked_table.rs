//! A small table whose rows lead somewhere; for lists of any length see [`super::VirtualTable`].

use leptos::prelude::*;

/// A column.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct LinkedColumn {
    /// Its head.
    pub label: String,
    /// Whether it holds numbers, which stand at the end.
    pub number: bool,
}

impl LinkedColumn {
    /// Holds words.
    pub fn words(label: impl Into<String>) -> Self {
        Self { label: label.into(), number: false }
    }

    /// Holds numbers.
    pub fn numbers(label: impl Into<String>) -> Self {
        Self { label: label.into(), number: true }
    }
}

/// A row: its first cell names it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct LinkedRow {
    /// Where it leads.
    pub href: Option<String>,
    /// A cell per column.
    pub cells: Vec<String>,
}

/// A table; on a narrow screen it scrolls by itself.
#[component]
pub fn LinkedTable(
    /// What it shows, said to screen readers.
    #[prop(into)]
    caption: Signal<String>,
    /// The columns, the first of which names the rows.
    #[prop(into)]
    columns: Signal<Vec<LinkedColumn>>,
    /// The rows.
    #[prop(into)]
    rows: Signal<Vec<LinkedRow>>,
) -> impl IntoView {
    let class = |number: bool| number.then_some("linked-number");
    let head = move || {
        let cell = |column: LinkedColumn| view! { <th scope="col" class=class(column.number)>{column.label}</th> };
        columns.get().into_iter().map(cell).collect_view()
    };
    let row = move |row: LinkedRow| {
        let mut cells = row.cells.into_iter().zip(columns.get());
        let name = cells.next().map(|(name, _)| match row.href {
            Some(href) => view! { <a href=href>{name}</a> }.into_any(),
            None => name.into_any(),
        });
        let cells = cells.map(|(cell, column)| view! { <td class=class(column.number)>{cell}</td> });
        view! { <tr><th scope="row">{name}</th>{cells.collect_view()}</tr> }
    };
    view! {
        <div class="linked-frame" tabindex="0" role="group" aria-label=caption>
            <table class="linked-table">
                <caption class="visually-hidden">{caption}</caption>
                <thead><tr>{head}</tr></thead>
                <tbody>{move || rows.get().into_iter().map(row).collect_view()}</tbody>
            </table>
        </div>
    }
}
