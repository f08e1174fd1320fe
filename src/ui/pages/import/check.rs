//! The third step: what was found in the rows.

use leptos::prelude::*;

use crate::{
    i18n::{t_string, use_i18n},
    ui::components::{Banner, Card, Columns, Stack, Stat, Tone},
};

use super::{
    desk::Desk,
    names,
    problems::{self, Problems},
    recognised::of,
    result::Counts,
};

/// Counts, and every problem.
#[component]
pub fn Check() -> impl IntoView {
    let i18n = use_i18n();
    let desk = Desk::expect();
    let figures = Memo::new(move |_| {
        of(desk, |session| (session.checked.rows, session.checked.left_out, session.table.blank_rows()))
            .unwrap_or_default()
    });
    let total = Memo::new(move |_| problems::total(desk));
    let any = Memo::new(move |_| total.get() > 0);
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
                    if any.get() {
                        view! { <Problems/> }.into_any()
                    } else {
                        let title = t_string!(i18n, import.no_problems).to_string();
                        view! { <Banner tone=Tone::Success title/> }.into_any()
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
