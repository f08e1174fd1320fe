//! The deals of a customer: those that go on first, then those that ended, the latest first.

use std::cmp::Reverse;

use leptos::{prelude::*, task::spawn_local};

use crate::{
    domain::{
        book::Book,
        deal::{Deal, Standing},
        id::Id,
        party::Party,
        record::Kind,
    },
    i18n::{t_string, use_i18n},
    platform::{clock, format},
    state::Workspace,
    ui::{
        components::{Badge, Button, ButtonKind, Card, Icon, Menu, MenuItem, Tone},
        notify::Notify,
        pages::customer::{amounts::money_text, desk::Desk, pad::Job},
        words,
    },
};

use super::ending::Ending;

/// How many are shown at first, and how many more each time.
const STEP: usize = 6;

/// The card.
#[component]
pub fn Deals(
    /// Whose.
    id: Id<Party>,
) -> impl IntoView {
    let i18n = use_i18n();
    let (workspace, desk) = (Workspace::expect(), Desk::expect());
    let shown = RwSignal::new(STEP);
    let deals = Memo::new(move |_| {
        workspace.read(&[Kind::Deal], |book| {
            let rows = book.of::<Deal>(id);
            let mut deals: Vec<_> =
                rows.map(|row| ((row.data.standing != Standing::Open, Reverse(row.data.since)), row.id)).collect();
            deals.sort_by_key(|(key, _)| *key);
            deals.into_iter().map(|(_, deal)| deal).collect::<Vec<Id<Deal>>>()
        })
    });
    let part = move || deals.with(|deals| deals.iter().take(shown.get()).copied().collect::<Vec<_>>());
    let left = Memo::new(move |_| deals.with(Vec::len).saturating_sub(shown.get()));
    let ending = desk.ending;
    view! {
        <Card
            title=move || t_string!(i18n, deals.title).to_owned()
            actions=move || view! {
                <Button
                    small=true
                    kind=ButtonKind::Quiet
                    icon=Icon::Add
                    label=move || t_string!(i18n, deals.add).to_owned()
                    on_press=move |()| desk.deal.set(Some(Job::New))
                />
            }
        >
            <Show when=move || deals.with(Vec::is_empty)>
                <p class="field-hint">{move || t_string!(i18n, deals.none_of_customer)}</p>
            </Show>
            <ul class="customer-links">
                <For each=part key=|deal| *deal let:deal>
                    <Line deal ending/>
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

/// One deal: what, how much, where it stands, what is next.
#[component]
fn Line(deal: Id<Deal>, ending: Ending) -> impl IntoView {
    let i18n = use_i18n();
    let (workspace, desk) = (Workspace::expect(), Desk::expect());
    let data = Memo::new(move |_| workspace.read(&[Kind::Deal], |book| book.get(deal).map(|row| row.data.clone())));
    let settings = Memo::new(move |_| workspace.read(&[Kind::Settings], Book::settings));
    let text = move || {
        let data = data.get()?;
        let locale = i18n.get_locale();
        let settings = settings.get();
        let pipelines = settings.pipelines();
        let today = clock::today(&settings.time_zone);
        let standing = match data.standing {
            Standing::Won => view! { <Badge tone=Tone::Success label=words::deal_standing(locale, data.standing).to_owned()/> }.into_any(),
            Standing::Lost => view! { <Badge label=words::deal_standing(locale, data.standing).to_owned()/> }.into_any(),
            Standing::Open if data.is_stale(&pipelines, today) => {
                view! { <Badge tone=Tone::Warning label=t_string!(i18n, deals.stale_days, days = data.days_in_stage(today))/> }.into_any()
            }
            Standing::Open => ().into_any(),
        };
        let stage = data.place(&pipelines).map(|(_, stage)| words::stage(locale, stage));
        let tag = words::tag(locale);
        let details = match data.standing {
            Standing::Open => [
                stage,
                Some(t_string!(i18n, deals.share, share = data.likelihood(&pipelines))),
                data.closes.map(|day| t_string!(i18n, deals.closes_on, day = format::day(tag, day))),
            ],
            Standing::Won | Standing::Lost => [
                data.ended.map(|day| format::day(tag, day)),
                Some(data.reason.clone()).filter(|reason| !reason.is_empty()),
                None,
            ],
        };
        let details = details.into_iter().flatten().collect::<Vec<_>>().join(" · ");
        let next = (data.standing == Standing::Open).then(|| words::next_step(locale, &data)).flatten();
        Some(view! {
            <div class="customer-link-text">
                <p class="customer-event-head">
                    <button
                        type="button"
                        class="customer-open"
                        on:click=move |_| desk.deal.set(Some(Job::Edit(deal)))
                    >
                        {data.title.clone()}
                    </button>
                    {data.money().map(|money| view! { <span class="customer-amount">{money_text(locale, money)}</span> })}
                    {standing}
                </p>
                <p class="customer-use">{details}</p>
                {next.map(|next| view! { <p class="customer-text">{next}</p> })}
            </div>
        })
    };
    view! {
        <li class="customer-link customer-answer">
            {text}
            <DealMenu deal ending on_edit=Callback::new(move |()| desk.deal.set(Some(Job::Edit(deal))))/>
        </li>
    }
}

/// What can be done with a deal.
#[component]
pub fn DealMenu(
    /// Which.
    deal: Id<Deal>,
    /// Where its end is told.
    ending: Ending,
    /// Told when it is to be opened.
    on_edit: Callback<()>,
) -> impl IntoView {
    let i18n = use_i18n();
    let (workspace, notify) = (Workspace::expect(), Notify::here());
    let data = Memo::new(move |_| workspace.read(&[Kind::Deal], |book| book.get(deal).map(|row| row.data.clone())));
    let pipelines = Memo::new(move |_| workspace.read(&[Kind::Settings], Book::settings).pipelines());
    let is_open = move || data.with(|data| data.as_ref().is_some_and(|data| data.standing == Standing::Open));
    // Every other step of its pipeline: what dragging does.
    let steps = move || {
        let data = data.get()?;
        let locale = i18n.get_locale();
        let (own, here) = pipelines.with(|all| data.place(all).map(|(own, stage)| (own.clone(), stage.id)))?;
        let pipeline = own.id;
        let others = own.stages.into_iter().filter(|stage| stage.id != here || data.standing != Standing::Open);
        let item = |stage: crate::domain::pipeline::Stage| {
            let label = t_string!(i18n, deals.move_to, stage = words::stage(locale, &stage));
            let to = stage.id;
            let go = move |()| {
                let today = clock::today(&workspace.peek(Book::settings).time_zone);
                spawn_local(async move {
                    notify.done(Kind::Deal, &workspace.move_deal(deal, pipeline, to, today).await);
                });
            };
            view! { <MenuItem icon=Icon::Next label on_press=go/> }
        };
        Some(others.map(item).collect_view())
    };
    let remove = move |()| {
        spawn_local(async move {
            notify.done(Kind::Deal, &workspace.delete_deal(deal).await);
        });
    };
    let end = move |standing| move |()| ending.set(Some((deal, standing)));
    let name = Signal::derive(move || {
        let title = data.with(|data| data.as_ref().map(|data| data.title.clone())).unwrap_or_default();
        t_string!(i18n, deals.actions, title = title)
    });
    view! {
        <Menu icon_only=true label=name>
            <MenuItem icon=Icon::Edit label=move || t_string!(i18n, common.edit).to_owned() on_press=on_edit/>
            {move || is_open().then(|| view! {
                <MenuItem
                    icon=Icon::Check
                    label=move || t_string!(i18n, deals.mark_won).to_owned()
                    on_press=end(Standing::Won)
                />
                <MenuItem
                    icon=Icon::Close
                    label=move || t_string!(i18n, deals.mark_lost).to_owned()
                    on_press=end(Standing::Lost)
                />
            })}
            {steps}
            <MenuItem
                danger=true
                icon=Icon::Delete
                label=move || t_string!(i18n, common.delete).to_owned()
                on_press=remove
            />
        </Menu>
    }
}
