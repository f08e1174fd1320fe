//! The tasks of a customer: those that are open, the next one first, and those that were ticked off a moment ago.

use std::time::Duration;

use chrono::NaiveDate;
use leptos::prelude::*;

use crate::{
    domain::{id::Id, party::Party, record::Kind, task::Task},
    i18n::{t_string, use_i18n},
    state::Workspace,
    ui::components::{Button, ButtonKind, Card, Icon, Stack},
};

use super::{add_task::AddTask, desk::WorkDesk, task_line::TaskLine};

/// How many are shown at first, and how many more each time.
const STEP: usize = 8;
/// How long one that was ticked off stays, so that one sees what one did.
const LINGER: Duration = Duration::from_secs(6);

/// The card.
#[component]
pub fn TasksCard(
    /// Whose.
    id: Id<Party>,
) -> impl IntoView {
    let i18n = use_i18n();
    let (workspace, desk) = (Workspace::expect(), WorkDesk::expect());
    let shown = RwSignal::new(STEP);
    let lingering = RwSignal::new(Vec::<Id<Task>>::new());
    let tasks = Memo::new(move |_| {
        lingering.with(|lingering| {
            workspace.read(&[Kind::Task], |book| {
                let stays = |id: &Id<Task>, task: &Task| task.is_open() || lingering.contains(id);
                let rows = book.of::<Task>(id).filter(|row| stays(&row.id, &row.data));
                let mut tasks: Vec<_> = rows.map(|row| (order(&row.data), row.id)).collect();
                tasks.sort_by_key(|(order, _)| *order);
                tasks.into_iter().map(|(_, task)| task).collect::<Vec<_>>()
            })
        })
    });
    let linger = move |task: Id<Task>| {
        lingering.update(|lingering| lingering.push(task));
        set_timeout(
            move || {
                lingering.try_update(|lingering| lingering.retain(|other| *other != task));
            },
            LINGER,
        );
    };
    let part = move || tasks.with(|tasks| tasks.iter().take(shown.get()).copied().collect::<Vec<_>>());
    let left = Memo::new(move |_| tasks.with(Vec::len).saturating_sub(shown.get()));
    view! {
        <Card
            title=move || t_string!(i18n, work.tasks).to_owned()
            actions=move || view! {
                <Button
                    small=true
                    kind=ButtonKind::Quiet
                    icon=Icon::Add
                    label=move || t_string!(i18n, work.new_task).to_owned()
                    on_press=move |()| desk.new_task(Some(id))
                />
            }
        >
            <Stack>
                <AddTask party=id/>
                <ul class="customer-links">
                    <For each=part key=|task| *task let:task>
                        <TaskLine task on_done=Callback::new(linger)/>
                    </For>
                </ul>
                <Show when=move || { left.get() > 0 }>
                    <Button
                        small=true
                        label=Signal::derive(move || t_string!(i18n, customer.show_more, count = left.get()))
                        on_press=move |()| shown.update(|shown| *shown += STEP)
                    />
                </Show>
            </Stack>
        </Card>
    }
}

/// By day, those without one last; of a day what matters more first, then by time.
fn order(task: &Task) -> (NaiveDate, bool, u16) {
    let is_normal = task.priority.is_normal();
    (task.day().unwrap_or(NaiveDate::MAX), is_normal, task.minute.unwrap_or(u16::MAX))
}
