//! The third step: what is wrong with rows, every one of them.

use std::sync::Arc;

use leptos::prelude::*;

use crate::{
    i18n::{Locale, t_string, use_i18n},
    interchange::csv::{RowProblem, Table, problem::excerpt},
    interchange::import::Issue,
    state::ImportSession,
    ui::components::{Banner, Button, Card, Cluster, Columns, PlainTable, Stack, Stat, TableData, Tone},
};

use super::{desk::Desk, names, recognised::of, result::Counts, sentences};

/// Problems shown at once.
const PAGE: usize = 200;

/// Counts, and every problem.
#[component]
pub fn Check() -> impl IntoView {
    let i18n = use_i18n();
    let desk = Desk::expect();
    let figures = Memo::new(move |_| {
        of(desk, |session| (session.checked.rows, session.checked.left_out, session.table.blank_rows())).unwrap_or_default()
    });
    let total = Memo::new(move |_| {
        let issues = desk.rehearsal.with(|rehearsal| rehearsal.as_ref().map_or(0, |rehearsal| rehearsal.issues.len()));
        of(desk, |session| session.checked.problems.len()).unwrap_or(0) + issues
    });
    let number = move |number: usize| names::count(i18n.get_locale(), number);
    view! {
        <Card title=Signal::derive(move || t_string!(i18n, import.step_check).to_string())>
            <Stack>
                <Columns narrow=true>
                    <Stat
                        label=Signal::derive(move || t_string!(i18n, import.rows).to_string())
                        value=Signal::derive(move || number(figures.get().0))
                        hint=Signal::derive(move || t_string!(i18n, import.blank_rows, count = number(figures.get().2)))
                    />
                    <Stat
                        label=Signal::derive(move || t_string!(i18n, import.problems).to_string())
                        value=Signal::derive(move || number(total.get()))
                    />
                    <Stat
                        label=Signal::derive(move || t_string!(i18n, import.rows_left_out).to_string())
                        value=Signal::derive(move || number(figures.get().1))
                    />
                </Columns>
                {move || {
                    if total.get() == 0 {
                        let title = t_string!(i18n, import.no_problems).to_string();
                        view! { <Banner tone=Tone::Success title/> }.into_any()
                    } else {
                        view! { <Problems total/> }.into_any()
                    }
                }}
                {move || desk.rehearsal.get().map(|rehearsal| view! {
                    <h3>{move || t_string!(i18n, import.rehearsed)}</h3>
                    <Counts summary=rehearsal.summary.clone()/>
                })}
            </Stack>
        </Card>
    }
}

/// The problems, a page at a time.
#[component]
fn Problems(
    /// How many.
    total: Memo<usize>,
) -> impl IntoView {
    let i18n = use_i18n();
    let desk = Desk::expect();
    let chosen = RwSignal::new(0_usize);
    let page = Memo::new(move |_| chosen.get().min(total.get().saturating_sub(1) / PAGE));
    let caption = Signal::derive(move || t_string!(i18n, import.problems).to_string());
    let data = Signal::derive(move || {
        let locale = i18n.get_locale();
        let from = page.get() * PAGE;
        let issues = desk.rehearsal.get();
        let issues = issues.as_ref().map_or(&[][..], |rehearsal| &rehearsal.issues);
        let rows = of(desk, |session| {
            let found = session.checked.problems.iter().map(|problem| problem_row(locale, session, problem));
            let seen = issues.iter().map(|issue| issue_row(locale, &session.table, issue));
            // Sentences are made for this page alone.
            let skip = from.saturating_sub(session.checked.problems.len());
            found.skip(from).chain(seen.skip(skip)).take(PAGE).collect()
        });
        TableData { columns: heads(locale), rows: rows.unwrap_or_default() }
    });
    let place = Signal::derive(move || {
        let locale = i18n.get_locale();
        let from = page.get() * PAGE;
        t_string!(
            i18n,
            import.place,
            from = names::count(locale, from + 1),
            to = names::count(locale, total.get().min(from + PAGE)),
            total = names::count(locale, total.get())
        )
    });
    view! {
        <div class="import-problems">
            <PlainTable textual=true caption data/>
        </div>
        <Show when=move || total.get().saturating_sub(PAGE) != 0>
            <Cluster>
                <Button
                    small=true
                    disabled=Signal::derive(move || page.get() == 0)
                    label=Signal::derive(move || t_string!(i18n, import.previous).to_string())
                    on_press=Callback::new(move |()| chosen.set(page.get_untracked().saturating_sub(1)))
                />
                <span role="status">{place}</span>
                <Button
                    small=true
                    disabled=Signal::derive(move || (page.get() + 1) * PAGE >= total.get())
                    label=Signal::derive(move || t_string!(i18n, import.next).to_string())
                    on_press=Callback::new(move |()| chosen.set(page.get_untracked() + 1))
                />
            </Cluster>
        </Show>
    }
}

fn heads(locale: Locale) -> Vec<String> {
    use crate::i18n::td_string;
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

fn problem_row(locale: Locale, session: &ImportSession, problem: &RowProblem) -> Vec<String> {
    vec![
        problem.line.to_string(),
        column_name(locale, &session.table, problem.column),
        session.table.excerpt(problem),
        sentences::problem(locale, &problem.kind),
        names::effect(locale, problem.effect),
    ]
}

/// The cells of an issue in the table of problems.
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

/// What is wrong with rows in view of the book, after the import.
#[component]
pub fn Issues(
    /// All of them.
    issues: Arc<[Issue]>,
) -> impl IntoView {
    let i18n = use_i18n();
    let desk = Desk::expect();
    let shown = RwSignal::new(PAGE);
    let total = issues.len();
    let data = Signal::derive(move || {
        let locale = i18n.get_locale();
        let shown = issues.iter().take(shown.get());
        let rows = of(desk, |session| shown.map(|issue| issue_row(locale, &session.table, issue)).collect());
        TableData { columns: heads(locale), rows: rows.unwrap_or_default() }
    });
    view! {
        <div class="import-problems">
            <PlainTable textual=true caption=Signal::derive(move || t_string!(i18n, import.problems).to_string()) data/>
        </div>
        <Show when=move || total.saturating_sub(shown.get()) != 0>
            <Button
                small=true
                label=Signal::derive(move || t_string!(i18n, common.more).to_string())
                on_press=Callback::new(move |()| shown.update(|shown| *shown += PAGE))
            />
        </Show>
    }
}
