//! The head of a column in the preview: its name, what it is taken for, and how its cells are read.

use leptos::prelude::*;

use crate::{
    i18n::{Locale, t_string, td_string, use_i18n},
    interchange::csv::{Target, date::Form, date_forms, marks, number::Mark, target::Reading},
    state::ImportSession,
};

use super::{
    custom::{Goal, Goals},
    desk::Desk,
    names,
    pick::Pick,
    recognised::of,
};

/// The name of a column and what it is taken for.
#[component]
pub fn Head(
    /// Which, counted from 0.
    column: usize,
) -> impl IntoView {
    let i18n = use_i18n();
    let desk = Desk::expect();
    let name = Signal::derive(move || {
        let locale = i18n.get_locale();
        of(desk, |session| names::column(locale, session.table.names(), column)).unwrap_or_default()
    });
    let target = Memo::new(move |_| {
        of(desk, |session| session.plan.targets.get(column).copied()).flatten().unwrap_or(Target::Ignore)
    });
    let custom = Memo::new(move |_| target.get() == Target::Custom);
    let reading =
        Memo::new(move |_| if custom.get() { Goal::of(desk, column).reading() } else { target.get().reading() });
    let on_target = move |target: Target| {
        desk.change(move |session, watch| async move { session.change_target(column, target, &watch).await });
    };
    let on_mark = move |mark: Mark| {
        desk.change(move |session, watch| async move { session.change_mark(column, mark, &watch).await });
    };
    let on_form = move |form: Form| {
        desk.change(move |session, watch| async move { session.change_form(column, form, &watch).await });
    };
    let doubt = Signal::derive(move || {
        let locale = i18n.get_locale();
        of(desk, |session| doubt(locale, session, column)).flatten()
    });
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
                {move || custom.get().then(|| view! { <Goals column name/> })}
                {move || match reading.get() {
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
                {move || doubt.get().map(|doubt| view! { <p class="field-hint">{doubt}</p> })}
            </div>
        </th>
    }
}

/// What can be read in two ways, as long as the user has not decided otherwise.
fn doubt(locale: Locale, session: &ImportSession, column: usize) -> Option<String> {
    let (plan, suggested) = (&session.plan, &session.suggested);
    match plan.targets.get(column)?.reading() {
        Reading::Date if plan.forms.get(column) == suggested.plan.forms.get(column) => {
            match suggested.forms.get(column)?.as_ref()? {
                date_forms::Evidence::Ambiguous { or, example } => {
                    let form = names::form(locale, *or);
                    Some(td_string!(locale, import.doubt_form, example = example.clone(), form = form))
                }
                date_forms::Evidence::Certain | date_forms::Evidence::Mixed { .. } => None,
            }
        }
        Reading::Number if plan.marks.get(column) == suggested.plan.marks.get(column) => {
            match suggested.marks.get(column)? {
                marks::Evidence::Ambiguous { example } => {
                    Some(td_string!(locale, import.doubt_mark, example = example.clone()))
                }
                marks::Evidence::Certain | marks::Evidence::Indifferent | marks::Evidence::Mixed { .. } => None,
            }
        }
        _ => None,
    }
}
