//! What is wrong with rows, every one of them, in words; and the rows themselves as a file.

use leptos::prelude::*;

use crate::{
    i18n::{Locale, t_string, td_string, use_i18n},
    interchange::{
        csv::{self, Effect as Becomes, RowProblem, problem::excerpt},
        import::Issue,
    },
    ui::components::{Button, Cluster, Icon},
};

use super::{desk::Desk, names, pager::Pager, recognised::of, sentences};

/// Problems shown at once.
const PAGE: usize = 200;

/// How many problems there are, those in view of the book with them as far as they are known.
pub fn total(desk: Desk) -> usize {
    of(desk, |session| session.checked.problems.len()).unwrap_or(0) + desk.issues(<[_]>::len)
}

/// The problems, a page at a time.
#[component]
pub fn Problems() -> impl IntoView {
    let i18n = use_i18n();
    let desk = Desk::expect();
    let total = Memo::new(move |_| total(desk));
    let page = RwSignal::new(0_usize);
    Effect::new(move |_| {
        let last = total.get().saturating_sub(1) / PAGE;
        if page.get_untracked() > last {
            page.set(last);
        }
    });
    let caption = Signal::derive(move || t_string!(i18n, import.problems).to_string());
    let rows = Signal::derive(move || {
        let locale = i18n.get_locale();
        let from = page.get() * PAGE;
        let rows = desk.issues(|issues| {
            of(desk, |session| {
                // Sentences are made for this page alone.
                let skip = from.saturating_sub(session.checked.problems.len());
                let found = session.checked.problems.iter().skip(from);
                let found = found.map(|problem| problem_row(locale, &session.table, problem));
                let seen = issues.iter().skip(skip).map(|issue| issue_row(locale, &session.table, issue));
                found.chain(seen).take(PAGE).collect()
            })
        });
        rows.unwrap_or_default()
    });
    let any_left_out = Memo::new(move |_| {
        of(desk, |session| session.checked.problems.iter().any(|problem| problem.effect != Becomes::Told))
            .unwrap_or(false)
            || desk.issues(|issues| issues.iter().any(|issue| issue.effect != Becomes::Told))
    });
    view! {
        <Table caption rows/>
        <Pager page size=PAGE total/>
        <Show when=move || any_left_out.get()>
            <p>{move || t_string!(i18n, import.left_out_text)}</p>
            <Cluster>
                <Button
                    icon=Icon::Export
                    disabled=desk.running
                    label=Signal::derive(move || t_string!(i18n, import.left_out_action).to_string())
                    on_press=Callback::new(move |()| desk.save_left_out(i18n.get_locale_untracked()))
                />
            </Cluster>
        </Show>
    }
}

/// The table; where it is narrow, what belongs to a problem stands below each other. Then the browser no longer takes it for a table
/// by itself, so that it has to be said.
#[component]
fn Table(
    /// What it is called.
    caption: Signal<String>,
    /// The cells.
    rows: Signal<Vec<Vec<String>>>,
) -> impl IntoView {
    let i18n = use_i18n();
    let heads = Signal::derive(move || heads(i18n.get_locale()));
    let row = move |cells: Vec<String>| {
        let mut cells = cells.into_iter();
        let line = cells.next();
        view! {
            <tr role="row">
                <th scope="row" role="rowheader" data-label=move || heads.get().first().cloned()>{line}</th>
                {cells.map(|cell| view! { <td role="cell">{cell}</td> }).collect_view()}
            </tr>
        }
    };
    view! {
        <div class="plain-table-frame import-problems" tabindex="0" role="region" aria-label=caption>
            <table class="plain-table plain-table-textual" role="table">
                <caption class="visually-hidden">{caption}</caption>
                <thead role="rowgroup">
                    <tr role="row">
                        {move || {
                            heads.get().into_iter().map(|head| view! { <th scope="col" role="columnheader">{head}</th> }).collect_view()
                        }}
                    </tr>
                </thead>
                <tbody role="rowgroup">{move || rows.get().into_iter().map(row).collect_view()}</tbody>
            </table>
        </div>
    }
}

fn heads(locale: Locale) -> Vec<String> {
    vec![
        td_string!(locale, import.line).to_owned(),
        td_string!(locale, import.column).to_owned(),
        td_string!(locale, import.text).to_owned(),
        td_string!(locale, import.what).to_owned(),
        td_string!(locale, import.becomes).to_owned(),
    ]
}

fn column_name(locale: Locale, table: &csv::Table, column: Option<usize>) -> String {
    column.map_or_else(String::new, |column| names::column(locale, table.names(), column))
}

fn problem_row(locale: Locale, table: &csv::Table, problem: &RowProblem) -> Vec<String> {
    vec![
        problem.line.to_string(),
        column_name(locale, table, problem.column),
        table.excerpt(problem),
        sentences::problem(locale, &problem.kind),
        names::effect(locale, problem.effect),
    ]
}

fn issue_row(locale: Locale, table: &csv::Table, issue: &Issue) -> Vec<String> {
    let text = match issue.column {
        Some(column) => excerpt(table.cell(issue.row, column)),
        None => excerpt(&table.row(issue.row).collect::<Vec<_>>().join(" | ")),
    };
    vec![
        issue.line.to_string(),
        column_name(locale, table, issue.column),
        text,
        sentences::trouble(locale, &issue.kind),
        names::effect(locale, issue.effect),
    ]
}
