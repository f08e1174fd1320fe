//! A small table of text; for lists of any length see [`super::VirtualTable`].

use leptos::prelude::*;

/// What a [`PlainTable`] shows.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct TableData {
    /// The heads of the columns. The first column names the row.
    pub columns: Vec<String>,
    /// The rows, each with a cell per column.
    pub rows: Vec<Vec<String>>,
}

/// A table whose first column is text and whose others are numbers.
#[component]
pub fn PlainTable(
    /// What it shows, said to screen readers.
    #[prop(into)]
    caption: Signal<String>,
    /// The cells.
    #[prop(into)]
    data: Signal<TableData>,
    /// The other columns are text too.
    #[prop(optional)]
    textual: bool,
) -> impl IntoView {
    view! {
        <div class="plain-table-frame" tabindex="0" role="region" aria-label=caption>
            <table class="plain-table" class:plain-table-textual=textual>
                <caption class="visually-hidden">{caption}</caption>
                <thead>
                    <tr>
                        {move || data.with(|data| {
                            data.columns.iter().map(|column| view! { <th scope="col">{column.clone()}</th> }).collect_view()
                        })}
                    </tr>
                </thead>
                <tbody>
                    {move || data.with(|data| data.rows.iter().map(|row| row_view(row)).collect_view())}
                </tbody>
            </table>
        </div>
    }
}

fn row_view(row: &[String]) -> impl IntoView + use<> {
    let mut cells = row.iter().cloned();
    let name = cells.next();
    view! {
        <tr>
            <th scope="row">{name}</th>
            {cells.map(|cell| view! { <td>{cell}</td> }).collect_view()}
        </tr>
    }
}
