//! The first rows of the file, with what each column is taken for.

use leptos::prelude::*;

use crate::{
    i18n::{t_string, use_i18n},
    interchange::csv::{Target, date::Form, number::Mark, problem::excerpt, target::Reading},
};

use super::{desk::Desk, names, pick::Pick, recognised::of};

/// Rows that are shown.
const ROWS: usize = 5;

/// The table.
#[component]
pub fn Preview() -> impl IntoView {
    let i18n = use_i18n();
    let desk = Desk::expect();
    let caption = Signal::derive(move || t_string!(i18n, import.preview).to_string());
    // Made anew with the table alone, so that a list keeps the focus while its column is taken for something else.
    let table = Memo::new(move |_| (desk.file.get(), of(desk, |session| session.table.width()).unwrap_or(0)));
    let heads = move || (0..table.get().1).map(|column| view! { <Head column/> }).collect_view();
    let rows = move || {
        let (_, width) = table.get();
        let row = |row: usize, cells: Vec<String>| {
            let ignored = move |column| of(desk, |session| session.plan.targets.get(column) == Some(&Target::Ignore));
            let cells = cells.into_iter().enumerate().map(|(column, cell)| {
                view! { <td class:import-ignored=move || ignored(column).unwrap_or(false)>{cell}</td> }
            });
            view! { <tr data-row=row.to_string()>{cells.collect_view()}</tr> }
        };
        let cells = desk.session.with_untracked(|session| {
            session.as_ref().map(|session| {
                let table = &session.table;
                let cells = |row: usize| (0..width).map(move |column| excerpt(table.cell(row, column)));
                (0..table.len().min(ROWS)).map(|row| cells(row).collect::<Vec<_>>()).collect::<Vec<_>>()
            })
        });
        cells.unwrap_or_default().into_iter().enumerate().map(|(at, cells)| row(at, cells)).collect_view()
    };
    view! {
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

/// The name of a column and what it is taken for.
#[component]
fn Head(
    /// Which, counted from 0.
    column: usize,
) -> impl IntoView {
    let i18n = use_i18n();
    let desk = Desk::expect();
    let name = Signal::derive(move || {
        let locale = i18n.get_locale();
        of(desk, |session| names::column(locale, session.table.names(), column)).unwrap_or_default()
    });
    let target =
        Memo::new(move |_| of(desk, |session| session.plan.targets.get(column).copied()).flatten().unwrap_or(Target::Ignore));
    let on_target = move |target: Target| {
        desk.change(move |session, watch| async move { session.change_target(column, target, &watch).await });
    };
    let on_mark = move |mark: Mark| {
        desk.change(move |session, watch| async move { session.change_mark(column, mark, &watch).await });
    };
    let on_form = move |form: Form| {
        desk.change(move |session, watch| async move { session.change_form(column, form, &watch).await });
    };
    view! {
        <th scope="col">
            <div class="import-head">
                <span class="import-name">{name}</span>
                <Pick
                    bare=true
                    label=Signal::derive(move || t_string!(i18n, import.target_of, name = name.get()))
                    all=Target::ALL.to_vec()
                    name=names::target
                    value=target
                    on_pick=Callback::new(on_target)
                />
                {move || match target.get().reading() {
                    Reading::Number => view! {
                        <Pick
                            bare=true
                            label=Signal::derive(move || t_string!(i18n, import.mark_of, name = name.get()))
                            all=vec![Mark::Point, Mark::Comma]
                            name=names::mark
                            value=Signal::derive(move || {
                                of(desk, |session| session.plan.marks.get(column).copied()).flatten().unwrap_or(Mark::Point)
                            })
                            on_pick=Callback::new(on_mark)
                        />
                    }.into_any(),
                    Reading::Date => view! {
                        <Pick
                            bare=true
                            label=Signal::derive(move || t_string!(i18n, import.form_of, name = name.get()))
                            all=Form::ALL.to_vec()
                            name=names::form
                            value=Signal::derive(move || {
                                of(desk, |session| session.plan.forms.get(column).copied()).flatten().unwrap_or(Form::Ymd)
                            })
                            on_pick=Callback::new(on_form)
                        />
                    }.into_any(),
                    _ => ().into_any(),
                }}
            </div>
        </th>
    }
}
