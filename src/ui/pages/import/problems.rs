//! What is wrong with rows, every one of them, in words; and the rows themselves as a file.

use leptos::prelude::*;

use crate::{
    i18n::{Locale, t_string, td_string, use_i18n},
    interchange::{
        csv::{Effect as Becomes, RowProblem, Table, problem::excerpt},
        import::Issue,
    },
    ui::components::{Button, Cluster, Icon, PlainTable, TableData},
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
    let data = Signal::derive(move || {
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
        TableData { columns: heads(locale), rows: rows.unwrap_or_default() }
    });
    let any_left_out = Memo::new(move |_| {
        of(desk, |session| session.checked.problems.iter().any(|problem| problem.effect != Becomes::Told))
            .unwrap_or(false)
            || desk.issues(|issues| issues.iter().any(|issue| issue.effect != Becomes::Told))
    });
    view! {
        <div class="import-problems">
            <PlainTable textual=true caption data/>
        </div>
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

fn heads(locale: Locale) -> Vec<String> {
    vec![
        td_string!(locale, import.line).to_owned(),
        td_string!(locale, import.column).to_owned(),
        td_string!(locale, import.text).to_owned(),
        td_string!(locale, import.what).to_owned(),
        td_string!(locale, import.becomes).to_owned(),
    ]
}

fn column_name(locale: Locale, table: &Table, column: Option<usize>) -> String {
    column.map_or_else(String::new, |column| names::column(locale, table.names(), column))
}

fn problem_row(locale: Locale, table: &Table, problem: &RowProblem) -> Vec<String> {
    vec![
        problem.line.to_string(),
        column_name(locale, table, problem.column),
        table.excerpt(problem),
        sentences::problem(locale, &problem.kind),
        names::effect(locale, problem.effect),
    ]
}

fn issue_row(locale: Locale, table: &Table, issue: &Issue) -> Vec<String> {
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
