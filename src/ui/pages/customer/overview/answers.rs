//! What a customer answered when asked, newest first.

use leptos::{prelude::*, task::spawn_local};

use crate::{
    domain::{id::Id, party::Party, record::Kind, survey::Survey},
    i18n::{t_string, use_i18n},
    platform::format,
    state::Workspace,
    ui::{
        components::{Button, ButtonKind, Card, Icon, Menu, MenuItem},
        notify::Notify,
        pages::customer::{desk::Desk, pad::Job},
        words,
    },
};

/// How many answers are shown at first, and how many more each time.
const STEP: usize = 6;

/// The card.
#[component]
pub fn Answers(
    /// Whose.
    id: Id<Party>,
) -> impl IntoView {
    let i18n = use_i18n();
    let (workspace, desk) = (Workspace::expect(), Desk::expect());
    let shown = RwSignal::new(STEP);
    let answers = Memo::new(move |_| {
        workspace.read(&[Kind::Survey], |book| {
            let rows = book.slots_of::<Survey>(id).iter().filter_map(|slot| Some((*slot, book.surveys.at(*slot)?)));
            let mut answers: Vec<_> = rows.map(|(slot, row)| (row.data.day, slot, row.id)).collect();
            // Two of one day stand as they were written down.
            answers.sort_unstable_by(|one, other| other.cmp(one));
            answers.into_iter().map(|(_, _, survey)| survey).collect::<Vec<Id<Survey>>>()
        })
    });
    let part = move || answers.with(|answers| answers.iter().take(shown.get()).copied().collect::<Vec<_>>());
    let left = Memo::new(move |_| answers.with(Vec::len).saturating_sub(shown.get()));
    let add = move || desk.answer.set(Some(Job::New));
    view! {
        <Card
            title=move || t_string!(i18n, customer.answers).to_owned()
            actions=move || view! {
                <Button
                    small=true
                    kind=ButtonKind::Quiet
                    icon=Icon::Add
                    label=move || t_string!(i18n, customer.add_answer).to_owned()
                    on_press=move |()| add()
                />
            }
        >
            <Show when=move || answers.with(Vec::is_empty)>
                <p class="field-hint">{move || t_string!(i18n, customer.no_answers)}</p>
            </Show>
            <ul class="customer-links">
                <For each=part key=|survey| *survey let:survey>
                    <Answer survey/>
                </For>
            </ul>
            <Show when=move || { left.get() > 0 }>
                <Button
                    small=true
                    label=Signal::derive(move || t_string!(i18n, customer.show_more, count = left.get()))
                    on_press=move |()| shown.update(|shown| *shown += STEP)
                />
            </Show>
        </Card>
    }
}

/// One answer: how much of how much, when, over which channel, in which words.
#[component]
fn Answer(survey: Id<Survey>) -> impl IntoView {
    let i18n = use_i18n();
    let (workspace, notify, desk) = (Workspace::expect(), Notify::here(), Desk::expect());
    let data = Memo::new(move |_| workspace.read(&[Kind::Survey], |book| book.get(survey).map(|row| row.data.clone())));
    let remove = move |()| {
        spawn_local(async move {
            notify.done(Kind::Survey, &workspace.delete_survey(survey).await);
        });
    };
    let text = move || {
        let data = data.get()?;
        let locale = i18n.get_locale();
        let of = t_string!(i18n, customer.answer_of, answer = data.answer, most = data.question.ends().1);
        let channel = data.channel.map(|channel| format!(" · {}", words::channel(locale, channel)));
        let when = format::day(words::tag(locale), data.day);
        Some(view! {
            <div class="customer-link-text">
                <p class="customer-event-head">
                    <span>{words::question(locale, data.question)}</span>
                    <span class="customer-amount">{of}</span>
                </p>
                <p class="customer-use">{when} {channel}</p>
                {(!data.comment.is_empty()).then(|| view! { <p class="customer-text">{data.comment}</p> })}
            </div>
        })
    };
    view! {
        <li class="customer-link customer-answer">
            {text}
            <Menu icon_only=true label=move || t_string!(i18n, customer.answer_actions).to_owned()>
                <MenuItem
                    icon=Icon::Edit
                    label=move || t_string!(i18n, common.edit).to_owned()
                    on_press=move |()| desk.answer.set(Some(Job::Edit(survey)))
                />
                <MenuItem
                    danger=true
                    icon=Icon::Delete
                    label=move || t_string!(i18n, common.delete).to_owned()
                    on_press=remove
                />
            </Menu>
        </li>
    }
}
