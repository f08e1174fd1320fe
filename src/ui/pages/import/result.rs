//! What an import came to, and where to go from there.

use leptos::{prelude::*, task::spawn_local};

use crate::{
    domain::change::Stamp,
    i18n::{t_string, td_string, use_i18n},
    interchange::import::{Skip, Summary},
    state::{Taken, Workspace},
    ui::{
        components::{Banner, Button, ButtonKind, Card, Columns, LinkButton, PlainTable, Stack, Stat, TableData, Tone},
        notify::Notify,
        pages::as_of::LongPast,
    },
};

use super::{
    desk::Desk,
    names,
    problems::{self, Problems},
};

/// The result.
#[component]
pub fn Outcome() -> impl IntoView {
    let i18n = use_i18n();
    let desk = Desk::expect();
    let imported = desk.imported.get_untracked();
    let reverted = RwSignal::new(false);
    imported.map(|imported| {
        let stamp = imported.head.as_ref().map(|head| head.stamp);
        let nothing = imported.summary.is_nothing();
        let any_problem = untrack(|| problems::total(desk)) > 0;
        let title = Signal::derive(move || match (nothing, reverted.get()) {
            (_, true) => t_string!(i18n, import.done_reverted).to_string(),
            (true, false) => t_string!(i18n, import.done_nothing).to_string(),
            (false, false) => t_string!(i18n, import.done).to_string(),
        });
        view! {
            <Stack>
                <Banner tone=if nothing { Tone::Accent } else { Tone::Success } title>
                    <LinkButton
                        href="#/customers"
                        kind=ButtonKind::Primary
                        label=Signal::derive(move || t_string!(i18n, common.to_customers).to_string())
                    />
                    {stamp.map(|stamp| view! { <TakeBack stamp reverted/> })}
                    <Button
                        label=Signal::derive(move || t_string!(i18n, import.another).to_string())
                        on_press=Callback::new(move |()| desk.clear())
                    />
                </Banner>
                <LongPast/>
                <Card title=Signal::derive(move || t_string!(i18n, import.result).to_string())>
                    <Counts summary=imported.summary.clone()/>
                </Card>
                {any_problem.then(|| view! {
                    <Card title=Signal::derive(move || t_string!(i18n, import.problems).to_string())>
                        <Stack>
                            <Problems/>
                        </Stack>
                    </Card>
                })}
            </Stack>
        }
    })
}

/// Takes the import back, as the latest change or as any other.
#[component]
fn TakeBack(
    /// The import.
    stamp: Stamp,
    /// Told when it was taken back.
    reverted: RwSignal<bool>,
) -> impl IntoView {
    let i18n = use_i18n();
    let (desk, workspace, notify) = (Desk::expect(), Workspace::expect(), Notify::here());
    let busy = RwSignal::new(false);
    let press = move |()| {
        busy.set(true);
        spawn_local(async move {
            let is_latest = workspace.undoable().is_some_and(|head| head.stamp == stamp);
            let taken = if is_latest { workspace.undo().await } else { workspace.revert(stamp).await };
            if desk.is_gone() {
                return;
            }
            busy.set(false);
            reverted.set(matches!(taken, Ok(Taken::Back(_))));
            notify.taken_back(taken, |locale, what| td_string!(locale, common.undone, what = what));
        });
    };
    view! {
        <Show when=move || !reverted.get()>
            <Button
                busy
                label=Signal::derive(move || t_string!(i18n, import.revert).to_string())
                on_press=Callback::new(press)
            />
        </Show>
    }
}

/// The counts of an import.
#[component]
pub fn Counts(
    /// What it comes to.
    summary: Summary,
) -> impl IntoView {
    let i18n = use_i18n();
    let summary = StoredValue::new(summary);
    let skipped = summary.with_value(Summary::rows_skipped);
    let figures = move || {
        let locale = i18n.get_locale();
        let number = |number: usize| names::count(locale, number);
        let summary = summary.get_value();
        let always = |label: &'static str, value: usize| Some((label.to_owned(), number(value)));
        // A dozen noughts would hide what happened.
        let stat = |label: &'static str, value: usize| always(label, value).filter(|_| value > 0);
        [
            always(td_string!(locale, import.rows_taken), summary.rows_taken),
            always(td_string!(locale, import.rows_left_out), summary.rows_skipped()),
            stat(td_string!(locale, import.parties_created), summary.parties_created),
            stat(td_string!(locale, import.parties_updated), summary.parties_updated),
            stat(td_string!(locale, import.parties_matched), summary.parties_matched),
            stat(td_string!(locale, import.orders_created), summary.orders_created),
            stat(td_string!(locale, import.orders_updated), summary.orders_updated),
            stat(td_string!(locale, import.refunds), summary.refunds),
            stat(td_string!(locale, import.lines), summary.lines),
            stat(td_string!(locale, import.products_created), summary.products_created),
            stat(td_string!(locale, import.links_created), summary.links_created),
            stat(td_string!(locale, import.notes_created), summary.notes_created),
            stat(td_string!(locale, import.answers_created), summary.answers_created),
            stat(td_string!(locale, import.fields_created), summary.fields_created),
        ]
        .into_iter()
        .flatten()
        .map(|(label, value)| view! { <Stat label value/> })
        .collect_view()
    };
    let data = Signal::derive(move || {
        let locale = i18n.get_locale();
        let columns =
            vec![td_string!(locale, import.why_left_out).to_owned(), td_string!(locale, import.rows).to_owned()];
        let row = |summary: &Summary, reason: Skip| {
            let rows = summary.skipped(reason);
            (rows > 0).then(|| vec![names::skip(locale, reason), names::count(locale, rows)])
        };
        let rows =
            summary.with_value(|summary| Skip::ALL.into_iter().filter_map(|reason| row(summary, reason)).collect());
        TableData { columns, rows }
    });
    view! {
        <Stack>
            <Columns narrow=true>{figures}</Columns>
            {(skipped > 0).then(|| view! {
                <PlainTable caption=Signal::derive(move || t_string!(i18n, import.why_left_out).to_string()) data/>
            })}
        </Stack>
    }
}
