//! The last step: the import itself, and what goes on meanwhile.

use leptos::prelude::*;

use crate::{
    i18n::{t_string, use_i18n},
    platform::format,
    state::Step,
    ui::{
        components::{Button, ButtonKind, Card, Cluster, Icon, Progress, Stack},
        words,
    },
};

use super::{desk::Desk, names, recognised::missing};

/// The buttons.
#[component]
pub fn Run() -> impl IntoView {
    let i18n = use_i18n();
    let desk = Desk::expect();
    let blocked = Memo::new(move |_| !missing(desk).is_empty());
    view! {
        <Card title=Signal::derive(move || t_string!(i18n, import.step_import).to_string())>
            <Stack>
                <p>{move || t_string!(i18n, import.import_text)}</p>
                <Cluster>
                    <Button
                        kind=ButtonKind::Primary
                        icon=Icon::Import
                        disabled=blocked
                        busy=desk.running
                        label=Signal::derive(move || t_string!(i18n, import.import_action).to_string())
                        on_press=Callback::new(move |()| desk.import())
                    />
                    <Button
                        disabled=blocked
                        busy=desk.running
                        label=Signal::derive(move || t_string!(i18n, import.rehearse).to_string())
                        on_press=Callback::new(move |()| desk.rehearse())
                    />
                </Cluster>
            </Stack>
        </Card>
    }
}

/// What goes on, how far and how fast, and the way to stop it.
#[component]
pub fn Going() -> impl IntoView {
    let i18n = use_i18n();
    let desk = Desk::expect();
    let label = Signal::derive(move || {
        let step = desk.pace.with(|pace| pace.map_or(Step::Reading, |pace| pace.progress.step));
        names::step(i18n.get_locale(), step)
    });
    let value = Signal::derive(move || {
        let pace = desk.pace.get()?;
        let counted = pace.progress.step != Step::Saving && pace.progress.total > 0;
        counted.then(|| pace.progress.done as f64 / pace.progress.total as f64)
    });
    let detail = Signal::derive(move || {
        let Some(pace) = desk.pace.get() else { return String::new() };
        let tag = words::tag(i18n.get_locale());
        let number = |number: u64| format::integer(tag, i64::try_from(number).unwrap_or(i64::MAX));
        let (done, total) = (pace.progress.done, pace.progress.total);
        match pace.progress.step {
            Step::Saving | Step::Packing => String::new(),
            Step::Reading | Step::Writing => {
                t_string!(i18n, import.done_of, done = format::bytes(tag, done), total = format::bytes(tag, total))
            }
            Step::Profiling | Step::Checking | Step::Planning => match pace.rate {
                Some(rate) => {
                    let rate = number(rate as u64);
                    t_string!(i18n, import.done_of_rate, done = number(done), total = number(total), rate = rate)
                }
                None => t_string!(i18n, import.done_of, done = number(done), total = number(total)),
            },
        }
    });
    let cancel_label = Signal::derive(move || t_string!(i18n, common.cancel).to_string());
    view! {
        <Show when=move || desk.running.get()>
            <Progress label value detail cancel_label on_cancel=Callback::new(move |()| desk.cancel())/>
        </Show>
    }
}
